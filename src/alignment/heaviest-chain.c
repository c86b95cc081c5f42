/* heaviest-chain.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "heaviest-chain.h"

#include <stdlib.h>

/*
 * The longest increasing subsequence with weights.  Counting items, as patience
 * sorting does, would let five short paragraphs that moved push the long one that
 * did not out of its place.  A binary indexed tree (Fenwick 1994) over the places in
 * b holds the best chain that ends at or before each: n log n.
 */

typedef struct
{
  guint64 weight;
  guint32 item_plus_one; /* 0 for none */
} Best;

static int
compare_places (const void *x,
                const void *y)
{
  guint32 left = *(const guint32 *)x;
  guint32 right = *(const guint32 *)y;

  return (left > right) - (left < right);
}

static guint32
find_rank (const guint32 *places,
           guint32        n_places,
           guint32        place)
{
  guint32 low = 0;
  guint32 high = n_places;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (places[middle] < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Best chain among ranks below @rank. */
static Best
look_up (const Best *tree,
         guint32     rank)
{
  Best best = { 0, 0 };

  for (guint32 i = rank; i > 0; i -= i & -i)
    if (tree[i].weight > best.weight)
      best = tree[i];
  return best;
}

static void
enter (Best   *tree,
       guint32 n,
       guint32 rank,
       Best    best)
{
  for (guint32 i = rank + 1; i <= n; i += i & -i)
    if (best.weight > tree[i].weight)
      tree[i] = best;
}

/**
 * doublet_heaviest_chain:
 * @items: sorted by a, each of a weight above 0
 * @n_items: how many
 * @n_chain: (out): how many were chosen
 *
 * Chooses items that rise strictly on both sides and weigh the most together.  Of
 * several such chains, always the same one for the same items.
 *
 * Returns: (transfer full) (nullable): indices of the chosen items, rising
 */
guint32 *
doublet_heaviest_chain (const DoubletChainItem *items,
                        guint32                 n_items,
                        guint32                *n_chain)
{
  g_autofree guint32 *places = g_new (guint32, n_items);
  g_autofree guint32 *before = g_new (guint32, n_items);
  g_autofree Best    *ends = g_new (Best, n_items);
  g_autofree Best    *tree = g_new0 (Best, (gsize)n_items + 1);
  guint32            *chain;
  Best                best = { 0, 0 };
  guint32             n = 0;

  *n_chain = 0;
  if (n_items == 0)
    return NULL;

  for (guint32 i = 0; i < n_items; i++)
    places[i] = items[i].b;
  qsort (places, n_items, sizeof *places, compare_places);

  for (guint32 first = 0, next; first < n_items; first = next)
    {
      /* All of one place in a before any is entered: a chain rises strictly. */
      for (next = first; next < n_items && items[next].a == items[first].a; next++)
        {
          Best found = look_up (tree, find_rank (places, n_items, items[next].b));

          before[next] = found.item_plus_one;
          ends[next] = (Best){ found.weight + items[next].weight, next + 1 };
        }
      for (guint32 i = first; i < next; i++)
        {
          enter (tree, n_items, find_rank (places, n_items, items[i].b), ends[i]);
          if (ends[i].weight > best.weight)
            best = ends[i];
        }
    }

  for (guint32 at = best.item_plus_one; at > 0; at = before[at - 1])
    n++;
  chain = g_new (guint32, n);
  *n_chain = n;
  for (guint32 at = best.item_plus_one; at > 0; at = before[at - 1])
    chain[--n] = at - 1;
  return chain;
}
