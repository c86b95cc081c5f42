/* heaviest-chain.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "heaviest-chain.h"

/*
 * The longest increasing subsequence with weights.  Counting items, as patience
 * sorting does, would let five short paragraphs that moved push the long one that
 * did not out of its place.  A binary indexed tree (Fenwick 1994) over the places in
 * b holds the best chain that ends at or before each: n log n.
 */

/* Digits of places, for sorting. */
#define DIGIT_BITS 8
#define N_DIGITS (1u << DIGIT_BITS)

typedef struct
{
  guint32 b;
  guint32 item;
} Place;

typedef struct
{
  guint64 weight;
  guint32 item_plus_one; /* 0 for none */
} Best;

/* Sorts by one digit, keeping the order of those that have the same. */
static void
sort_by_digit (const Place *from,
               Place       *to,
               guint32      n,
               guint        shift)
{
  guint32 first[N_DIGITS] = { 0 };
  guint32 sum = 0;

  for (guint32 i = 0; i < n; i++)
    first[from[i].b >> shift & (N_DIGITS - 1)]++;
  for (guint32 digit = 0; digit < N_DIGITS; digit++)
    {
      guint32 count = first[digit];

      first[digit] = sum;
      sum += count;
    }
  for (guint32 i = 0; i < n; i++)
    to[first[from[i].b >> shift & (N_DIGITS - 1)]++] = from[i];
}

/* For each item, how many stand before it in b. */
static guint32 *
rank_items (const DoubletChainItem *items,
            guint32                 n)
{
  guint32          *ranks = g_new (guint32, n);
  g_autofree Place *places = g_new (Place, n);
  g_autofree Place *other = g_new (Place, n);
  guint32           greatest = 0;
  guint32           rank = 0;

  for (guint32 i = 0; i < n; i++)
    {
      places[i] = (Place){ items[i].b, i };
      greatest = MAX (greatest, items[i].b);
    }
  for (guint shift = 0; shift < 32 && greatest >> shift > 0; shift += DIGIT_BITS)
    {
      Place *swap = places;

      sort_by_digit (places, other, n, shift);
      places = other;
      other = swap;
    }
  for (guint32 i = 0; i < n; i++)
    {
      if (i > 0 && places[i].b != places[i - 1].b)
        rank = i;
      ranks[places[i].item] = rank;
    }
  return ranks;
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
  g_autofree guint32 *before = g_new (guint32, n_items);
  g_autofree Best    *ends = g_new (Best, n_items);
  g_autofree Best    *tree = g_new0 (Best, (gsize)n_items + 1);
  g_autofree guint32 *ranks = NULL;
  guint32            *chain;
  Best                best = { 0, 0 };
  guint32             n = 0;

  *n_chain = 0;
  if (n_items == 0)
    return NULL;

  ranks = rank_items (items, n_items);
  for (guint32 first = 0, next; first < n_items; first = next)
    {
      /* All of one place in a before any is entered: a chain rises strictly. */
      for (next = first; next < n_items && items[next].a == items[first].a; next++)
        {
          Best found = look_up (tree, ranks[next]);

          before[next] = found.item_plus_one;
          ends[next] = (Best){ found.weight + items[next].weight, next + 1 };
        }
      for (guint32 i = first; i < next; i++)
        {
          enter (tree, n_items, ranks[i], ends[i]);
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
