/* anchors.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "anchors.h"

#include "heaviest-chain.h"

/*
 * Anchors: runs of n tokens that stand exactly once in either range, as in patience
 * diff, but on n-grams of words instead of lines.  Neighbouring ones are one run, a
 * run is grown as far as the texts agree, and of runs that cross each other the
 * heaviest chain stays.  A paragraph that stands unchanged in both articles is such a
 * run as well; to anchor those first, before looking at the paragraphs that were
 * edited, would keep one moved paragraph and tear all edited ones out of their place.
 *
 * Only n-grams that begin with an uncommon word are looked at, as every passage of
 * prose holds some: half the work, and no anchors on "of a" at the last level.
 *
 * Linear in the length of the ranges but for the chain: a unique n-gram inside what
 * another run has grown over lies on that run's diagonal, so no token is looked at by
 * the growing of two runs.
 */

#define REPEATED_BIT (1u << 31)
#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* Instead of a partner; articles are not that long. */
#define SEVERAL (REPEATED_BIT - 1)

/* The n-grams of a by their first token, open addressing. */
typedef struct
{
  const guint32 *a;
  guint32        n_gram;
  guint32       *slots; /* place + 1 in a, REPEATED_BIT if it stands there again; 0 free */
  guint32        shift;
  guint32        mask;
} Table;

static void
table_init (Table         *self,
            const guint32 *a,
            guint32        n_entries,
            guint32        n_gram)
{
  guint32 n_bits = 4;

  while ((1u << n_bits) < n_entries + n_entries / 2)
    n_bits++;
  self->a = a;
  self->n_gram = n_gram;
  self->slots = g_new0 (guint32, (gsize)1 << n_bits);
  self->shift = 64 - n_bits;
  self->mask = (1u << n_bits) - 1;
}

static inline gboolean
is_same (const guint32 *left,
         const guint32 *right,
         guint32        n)
{
  for (guint32 k = 0; k < n; k++)
    if (left[k] != right[k])
      return FALSE;
  return TRUE;
}

/* The slot that holds the n-gram at @symbols, or the free one where it would go.
 * Inline for a constant n, so that its loops are none. */
static inline guint32 *
find_slot_of (const Table   *self,
              const guint32 *symbols,
              guint32        n_gram)
{
  guint64 hash = 0;
  guint32 i;

  for (guint32 k = 0; k < n_gram; k++)
    hash = (hash + symbols[k] + 1) * HASH_FACTOR;

  for (i = hash >> self->shift; self->slots[i] != 0; i = (i + 1) & self->mask)
    if (is_same (self->a + (self->slots[i] & ~REPEATED_BIT) - 1, symbols, n_gram))
      break;
  return &self->slots[i];
}

static inline guint32 *
find_slot (const Table   *self,
           const guint32 *symbols)
{
  switch (self->n_gram)
    {
    case 8:
      return find_slot_of (self, symbols, 8);
    case 4:
      return find_slot_of (self, symbols, 4);
    case 2:
      return find_slot_of (self, symbols, 2);
    case 1:
      return find_slot_of (self, symbols, 1);
    default:
      return find_slot_of (self, symbols, self->n_gram);
    }
}

/* For each n-gram of the range of a that begins with an uncommon word, its place in
 * that of b if it is unique in both. */
static guint32 *
find_partners (DoubletAlignmentJob *job,
               const DoubletBox    *box,
               guint32              n_gram)
{
  const guint32 *a = job->a->normal + box->a_start;
  const guint32 *b = job->b->normal + box->b_start;
  guint32        n_a = box->a_end - box->a_start - n_gram + 1;
  guint32        n_b = box->b_end - box->b_start - n_gram + 1;
  guint32       *partners = g_new (guint32, n_a);
  guint32        n_entries = 0;
  Table          table;

  for (guint32 i = 0; i < n_a; i++)
    n_entries += !job->common[a[i]];
  table_init (&table, a, n_entries, n_gram);

  for (guint32 i = 0; i < n_a; i++)
    {
      partners[i] = DOUBLET_NO_MATCH;
      if (!job->common[a[i]])
        {
          guint32 *slot = find_slot (&table, a + i);

          *slot = *slot == 0 ? i + 1 : *slot | REPEATED_BIT;
        }
    }
  for (guint32 i = 0; i < n_b; i++)
    if (!job->common[b[i]])
      {
        guint32 entry = *find_slot (&table, b + i);

        if (entry != 0 && !(entry & REPEATED_BIT))
          partners[entry - 1] = partners[entry - 1] == DOUBLET_NO_MATCH ? i : SEVERAL;
      }

  g_free (table.slots);
  doublet_alignment_job_tick (job, (guint64)n_a + n_b);
  return partners;
}

static DoubletAnchor
grow (const DoubletAlignmentJob *job,
      const DoubletBox          *box,
      DoubletAnchor              anchor)
{
  const guint32 *a = job->a->normal;
  const guint32 *b = job->b->normal;

  while (anchor.a > box->a_start && anchor.b > box->b_start && a[anchor.a - 1] == b[anchor.b - 1])
    anchor = (DoubletAnchor){ anchor.a - 1, anchor.b - 1, anchor.n + 1 };
  while (anchor.a + anchor.n < box->a_end && anchor.b + anchor.n < box->b_end &&
         a[anchor.a + anchor.n] == b[anchor.b + anchor.n])
    anchor.n++;
  return anchor;
}

static GArray *
find_runs (DoubletAlignmentJob *job,
           const DoubletBox    *box,
           guint32              n_gram)
{
  g_autofree guint32 *partners = find_partners (job, box, n_gram);
  guint32             n = box->a_end - box->a_start - n_gram + 1;
  GArray             *runs = g_array_new (FALSE, FALSE, sizeof (DoubletAnchor));

  for (guint32 i = 0; i < n; i++)
    {
      DoubletAnchor anchor;

      if (partners[i] >= SEVERAL)
        continue;
      anchor = grow (job, box, (DoubletAnchor){ box->a_start + i, box->b_start + partners[i], n_gram });
      g_array_append_val (runs, anchor);
      i = anchor.a + anchor.n - box->a_start - n_gram;
    }
  return runs;
}

/* Runs that follow each other may overlap where a text repeats itself: the later one
 * gives way. */
static void
append_clipped (GArray       *anchors,
                DoubletAnchor anchor)
{
  if (anchors->len > 0)
    {
      const DoubletAnchor *last = &g_array_index (anchors, DoubletAnchor, anchors->len - 1);
      guint32              a_end = last->a + last->n;
      guint32              b_end = last->b + last->n;
      guint32              overlap = MAX (a_end > anchor.a ? a_end - anchor.a : 0,
                             b_end > anchor.b ? b_end - anchor.b : 0);

      if (overlap >= anchor.n)
        return;
      anchor = (DoubletAnchor){ anchor.a + overlap, anchor.b + overlap, anchor.n - overlap };
    }
  g_array_append_val (anchors, anchor);
}

/**
 * doublet_anchors_find:
 * @job: what to look in
 * @box: the ranges
 * @n_gram: how many tokens must be unique together
 *
 * Returns: (transfer full): an array of #DoubletAnchor, rising on both sides and
 *   disjoint
 */
GArray *
doublet_anchors_find (DoubletAlignmentJob *job,
                      const DoubletBox    *box,
                      guint32              n_gram)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (DoubletAnchor));
  g_autoptr (GArray) runs = NULL;
  g_autofree DoubletChainItem *items = NULL;
  g_autofree guint32          *chain = NULL;
  guint32                      n_chain;

  if (box->a_end - box->a_start < n_gram || box->b_end - box->b_start < n_gram)
    return anchors;

  runs = find_runs (job, box, n_gram);
  items = g_new (DoubletChainItem, runs->len);
  for (guint32 i = 0; i < runs->len; i++)
    {
      const DoubletAnchor *run = &g_array_index (runs, DoubletAnchor, i);

      items[i] = (DoubletChainItem){ run->a, run->b, run->n };
    }
  chain = doublet_heaviest_chain (items, runs->len, &n_chain);
  for (guint32 i = 0; i < n_chain; i++)
    append_clipped (anchors, g_array_index (runs, DoubletAnchor, chain[i]));
  return anchors;
}
