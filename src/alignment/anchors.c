/* anchors.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "anchors.h"

#include "heaviest-chain.h"

#include <string.h>

/*
 * Anchors: runs of n tokens that stand exactly once in either range, as in patience
 * diff, but on n-grams of words instead of lines.  Neighbouring ones are one run, a
 * run is grown as far as the texts agree, and of runs that cross each other the
 * heaviest chain stays.  A paragraph that stands unchanged in both articles is such a
 * run as well; to anchor those first, before looking at the paragraphs that were
 * edited, would keep one moved paragraph and tear all edited ones out of their place.
 *
 * Only n-grams that begin with an uncommon word are looked at, as every passage of
 * prose holds some: half the work, and no anchors on "of a" at the last level.  Of the
 * long ones of the first level, which looks at the whole texts, those that begin with a
 * rare word will do: a run that has none is left to the next level.
 *
 * Linear in the length of the ranges but for the chain: a unique n-gram inside what
 * another run has grown over lies on that run's diagonal, so no token is looked at by
 * the growing of two runs.
 */

#define REPEATED_BIT (1u << 31)
#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define HASH_STEP G_GUINT64_CONSTANT (0x52dce729da3ed7b6)

/* N-grams from so many tokens on begin with a word that is not even frequent. */
#define LONG_GRAM 8

/* N-grams that are looked up together. */
#define N_AT_ONCE 16

/* So many n-grams have three slots for two of them, fewer have four: those of a text
 * of 10 MB are the most that is in memory while it is aligned. */
#define LARGE_TABLE (1 << 18)

/* Instead of a partner; articles are not that long. */
#define SEVERAL (REPEATED_BIT - 1)

/* The n-grams of a, open addressing.  A slot is 0 if free; else its lowest bits are the
 * place in a, plus one, the highest is REPEATED_BIT if the n-gram stands there again,
 * and those between are of its hash: few others have to be compared. */
typedef struct
{
  const guint32 *a;
  guint32       *slots;
  guint32        n_slots;
  guint32        place_mask;
} Table;

static void
table_init (Table         *self,
            const guint32 *a,
            guint32        n_a,
            guint32        n_entries)
{
  self->a = a;
  self->n_slots = n_entries + (n_entries > LARGE_TABLE ? n_entries / 2 : n_entries) + 1;
  self->slots = g_new0 (guint32, self->n_slots);
  self->place_mask = (1u << g_bit_storage (n_a)) - 1;
}

/* From the upper half of a hash, whatever the number of slots: one that doubles would
 * be twice as large as is of use. */
static inline guint32
get_first_slot (const Table *self,
                guint64      hash)
{
  return (hash >> 32) * self->n_slots >> 32;
}

/* Two symbols at a time, and the products do not wait for each other. */
static inline guint64
hash_gram (const guint32 *symbols,
           guint32        n)
{
  guint64 hash = 0;
  guint32 k = 0;

  for (; k + 1 < n; k += 2)
    hash += (symbols[k] | (guint64)symbols[k + 1] << 32) * (HASH_FACTOR + k * HASH_STEP);
  if (k < n)
    hash += symbols[k] * (HASH_FACTOR + k * HASH_STEP);
  return (hash ^ hash >> 32) * HASH_FACTOR;
}

/* Some n-grams of a text, the slots where they would stand if no other did, and the bits
 * of their hashes: looked up together, so that the memory for one is on its way while
 * the others' is asked for. */
typedef struct
{
  guint32 places[N_AT_ONCE];
  guint32 slots[N_AT_ONCE];
  guint32 tags[N_AT_ONCE];
  guint32 n;
} Batch;

/* Takes those from @place on that begin with a word which is not to be passed over;
 * returns where to go on. */
static inline guint32
fill_batch (Batch         *batch,
            const Table   *table,
            const guint32 *symbols,
            guint32        place,
            guint32        end,
            const guint8  *passed,
            guint32        n_gram)
{
  guint32 n = 0;

  /* No branch: which words are passed over cannot be foreseen. */
  for (; place < end && n < N_AT_ONCE; place++)
    {
      batch->places[n] = place;
      n += !passed[symbols[place]];
    }
  for (guint32 k = 0; k < n; k++)
    {
      guint64 hash = hash_gram (symbols + batch->places[k], n_gram);

      batch->slots[k] = get_first_slot (table, hash);
      batch->tags[k] = (guint32)hash & ~table->place_mask & ~REPEATED_BIT;
      __builtin_prefetch (&table->slots[batch->slots[k]]);
    }
  batch->n = n;
  return place;
}

/* The slot that holds the n-gram at @symbols, or the free one where it would go. */
static inline guint32 *
find_slot (const Table   *self,
           const guint32 *symbols,
           guint32        i,
           guint32        tag,
           guint32        n_gram)
{
  for (;; i = i + 1 < self->n_slots ? i + 1 : 0)
    {
      guint32 entry = self->slots[i];

      if (entry == 0)
        return &self->slots[i];
      if ((entry & ~self->place_mask & ~REPEATED_BIT) == tag &&
          memcmp (self->a + (entry & self->place_mask) - 1, symbols, n_gram * sizeof *symbols) == 0)
        return &self->slots[i];
    }
}

/* Inline for a constant n, so that the loops over an n-gram are none. */
static inline void
enter_partners (const Table   *table,
                const guint32 *a,
                guint32        n_a,
                const guint32 *b,
                guint32        n_b,
                const guint8  *passed,
                guint32       *partners,
                guint32        n_gram)
{
  Batch batch;

  for (guint32 i = 0; i < n_a;)
    {
      i = fill_batch (&batch, table, a, i, n_a, passed, n_gram);
      for (guint32 k = 0; k < batch.n; k++)
        {
          guint32 *slot = find_slot (table, a + batch.places[k], batch.slots[k], batch.tags[k], n_gram);

          *slot = *slot == 0 ? batch.tags[k] | (batch.places[k] + 1) : *slot | REPEATED_BIT;
        }
    }
  for (guint32 i = 0; i < n_b;)
    {
      i = fill_batch (&batch, table, b, i, n_b, passed, n_gram);
      for (guint32 k = 0; k < batch.n; k++)
        {
          guint32 entry = *find_slot (table, b + batch.places[k], batch.slots[k], batch.tags[k], n_gram);
          guint32 place = (entry & table->place_mask) - 1;

          if (entry != 0 && !(entry & REPEATED_BIT))
            partners[place] = partners[place] == DOUBLET_NO_MATCH ? batch.places[k] : SEVERAL;
        }
    }
}

/* For each n-gram of the range of a that begins with an uncommon word, its place in
 * that of b if it is unique in both.  They are put where the matches of the range will
 * be, which has none yet: an array of their own would be the largest while two texts are
 * aligned. */
static guint32 *
find_partners (DoubletAlignmentJob *job,
               const DoubletBox    *box,
               guint32              n_gram)
{
  const guint32 *a = job->a->normal + box->a_start;
  const guint32 *b = job->b->normal + box->b_start;
  guint32        n_a = box->a_end - box->a_start - n_gram + 1;
  guint32        n_b = box->b_end - box->b_start - n_gram + 1;
  const guint8  *passed = n_gram >= LONG_GRAM ? job->frequent : job->common;
  guint32       *partners = job->match + box->a_start;
  guint32        n_entries = 0;
  Table          table;

  for (guint32 i = 0; i < n_a; i++)
    n_entries += !passed[a[i]];
  table_init (&table, a, n_a, n_entries);

  switch (n_gram)
    {
    case 8:
      enter_partners (&table, a, n_a, b, n_b, passed, partners, 8);
      break;
    case 4:
      enter_partners (&table, a, n_a, b, n_b, passed, partners, 4);
      break;
    case 2:
      enter_partners (&table, a, n_a, b, n_b, passed, partners, 2);
      break;
    default:
      enter_partners (&table, a, n_a, b, n_b, passed, partners, n_gram);
      break;
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
  guint32 *partners = find_partners (job, box, n_gram);
  guint32  n = box->a_end - box->a_start - n_gram + 1;
  GArray  *runs = g_array_new (FALSE, FALSE, sizeof (DoubletAnchor));

  for (guint32 i = 0; i < n; i++)
    {
      DoubletAnchor anchor;

      if (partners[i] >= SEVERAL)
        continue;
      anchor = grow (job, box, (DoubletAnchor){ box->a_start + i, box->b_start + partners[i], n_gram });
      g_array_append_val (runs, anchor);
      i = anchor.a + anchor.n - box->a_start - n_gram;
    }
  for (guint32 i = 0; i < n; i++)
    partners[i] = DOUBLET_NO_MATCH;
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
 * @box: the ranges, in which nothing is matched
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
