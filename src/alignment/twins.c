/* twins.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "twins.h"

#include <stdlib.h>
#include <string.h>

/*
 * Paragraphs that each article has once, word for word the same, but for those that
 * stayed: twins.  Where all paragraphs are made alike (a genealogy, rules of a game), one
 * may stand where another one stood that went elsewhere; by their words they are a pair.
 * But neither was made of the other if both have their twins.
 */

/* A shorter paragraph may be the same by chance. */
#define MIN_TOKENS 16

/* Of a long paragraph so many tokens are hashed, evenly: what has the same hash is
 * compared in full, and what has it without being the same has no twin. */
#define N_HASHED 32

#define N_FILTER_BITS (1u << 15)

#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  guint64  hash;
  guint32  block;
  gboolean of_b;
} Entry;

static guint64
hash_block (const DoubletAlignmentText *text,
            guint32                     block)
{
  guint32 start = text->block_first[block], n = text->block_first[block + 1] - start;
  guint32 step = MAX (n / N_HASHED, 1);
  guint64 hash = n;

  for (guint32 i = 0; i < n; i += step)
    hash = (hash ^ text->exact[start + i]) * HASH_FACTOR;
  return hash ^ hash >> 32;
}

static gboolean
is_same (const DoubletAlignmentJob *job,
         guint32                    a_block,
         guint32                    b_block)
{
  guint32 a_start = job->a->block_first[a_block], b_start = job->b->block_first[b_block];
  guint32 n = job->a->block_first[a_block + 1] - a_start;

  return n == job->b->block_first[b_block + 1] - b_start && memcmp (job->a->exact + a_start, job->b->exact + b_start, n * sizeof *job->a->exact) == 0;
}

/* Marks paragraphs that stayed as they were: they need no twin. */
static void
mark_whole (const DoubletAlignmentJob *job,
            guint8                    *a_whole,
            guint8                    *b_whole)
{
  for (guint32 a_block = 0, b_block = 0; a_block < job->a->n_blocks; a_block++)
    {
      guint32 start = job->a->block_first[a_block], end = job->a->block_first[a_block + 1];
      guint32 match = start < end ? job->match[start] : DOUBLET_NO_MATCH;

      if (match == DOUBLET_NO_MATCH)
        continue;
      while (job->b->block_first[b_block + 1] <= match)
        b_block++;
      if (job->b->block_first[b_block] == match && job->match[end - 1] == match + (end - start - 1) && is_same (job, a_block, b_block))
        a_whole[a_block] = b_whole[b_block] = TRUE;
    }
}

static guint32
append_blocks (const DoubletAlignmentText *text,
               gboolean                    of_b,
               const guint8               *whole,
               Entry                      *entries)
{
  guint32 n = 0;

  for (guint32 block = 0; block < text->n_blocks; block++)
    if (!whole[block] && text->block_first[block + 1] - text->block_first[block] >= MIN_TOKENS)
      entries[n++] = (Entry){ hash_block (text, block), block, of_b };
  return n;
}

/* Keeps the entries whose hashes others may have as well; most have not, and so need not
 * be sorted.  Returns how many. */
static guint32
keep_shared (Entry       *entries,
             guint32      n,
             const Entry *others,
             guint32      n_others)
{
  guint64 bits[N_FILTER_BITS / 64] = { 0 };
  guint32 n_kept = 0;

  for (guint32 i = 0; i < n_others; i++)
    bits[others[i].hash % N_FILTER_BITS / 64] |= G_GUINT64_CONSTANT (1) << others[i].hash % 64;
  for (guint32 i = 0; i < n; i++)
    if (bits[entries[i].hash % N_FILTER_BITS / 64] >> entries[i].hash % 64 & 1)
      entries[n_kept++] = entries[i];
  return n_kept;
}

static int
compare_entries (const void *x,
                 const void *y)
{
  const Entry *left = x, *right = y;

  if (left->hash != right->hash)
    return left->hash < right->hash ? -1 : 1;
  return (left->of_b > right->of_b) - (left->of_b < right->of_b);
}

/**
 * doublet_twins_find:
 * @job: a job whose tokens are matched in order
 *
 * Fills in the job's twins.
 */
void
doublet_twins_find (DoubletAlignmentJob *job)
{
  g_autofree Entry  *entries = g_new (Entry, MAX ((gsize)job->a->n_blocks + job->b->n_blocks, 1));
  g_autofree guint8 *a_whole = g_new0 (guint8, job->a->n_blocks);
  g_autofree guint8 *b_whole = g_new0 (guint8, job->b->n_blocks);
  g_autofree Entry  *of_b = g_new (Entry, MAX (job->b->n_blocks, 1));
  guint32            n, n_b;

  mark_whole (job, a_whole, b_whole);
  n_b = append_blocks (job->b, TRUE, b_whole, of_b);
  n = append_blocks (job->a, FALSE, a_whole, entries);
  n = keep_shared (entries, n, of_b, n_b);
  n_b = keep_shared (of_b, n_b, entries, n);
  memcpy (entries + n, of_b, n_b * sizeof *entries);
  n += n_b;
  if (n > 1)
    qsort (entries, n, sizeof *entries, compare_entries);

  job->a_twins = g_new (guint32, job->a->n_blocks);
  job->b_twins = g_new (guint32, job->b->n_blocks);
  for (guint32 i = 0; i < job->a->n_blocks; i++)
    job->a_twins[i] = DOUBLET_NO_MATCH;
  for (guint32 i = 0; i < job->b->n_blocks; i++)
    job->b_twins[i] = DOUBLET_NO_MATCH;
  for (guint32 i = 0, end; i < n; i = end)
    {
      const Entry *first = &entries[i], *last = first + 1;

      for (end = i + 1; end < n && entries[end].hash == first->hash; end++)
        ;
      if (end - i == 2 && !first->of_b && last->of_b && is_same (job, first->block, last->block))
        {
          job->a_twins[first->block] = last->block;
          job->b_twins[last->block] = first->block;
        }
    }
}

/**
 * doublet_twins_part:
 * @job: a job with twins
 * @a_block: a paragraph of a
 * @b_block: one of b
 *
 * Returns: whether they are no pair, however alike they are, for both have their twins
 *   elsewhere
 */
gboolean
doublet_twins_part (const DoubletAlignmentJob *job,
                    guint32                    a_block,
                    guint32                    b_block)
{
  guint32 in_b = job->a_twins[a_block], in_a = job->b_twins[b_block];

  /* One alone may have been copied as it was, and edited where it was. */
  return in_b != DOUBLET_NO_MATCH && in_b != b_block && in_a != DOUBLET_NO_MATCH && in_a != a_block;
}
