/* seeds.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "seeds.h"

#include "chain.h"

#include <stdlib.h>

/*
 * Seeds: exact runs from which edited passages grow, as pairs of places that cannot
 * be made longer on either side.  Each such pair belongs to exactly one maximal
 * repeat, so it is found there and nowhere else.
 *
 * x is in the article that goes first by its content, or, in one article, before y;
 * so a pair is the same whichever article was loaded first.  What lies in rows is no
 * seed: it fits everywhere and would join anything.
 */

/* Pairs that are looked at for one repeat: each two of 128 occurrences.  If there are
 * more, one occurrence is paired with all others. */
#define MAX_PAIRS 8192

/* Seeds in all.  If there are more, the lightest are left out. */
#define MAX_SEEDS 400000

/* An occurrence with the word beside it. */
typedef struct
{
  DoubletRange range;
  guint64      key;
} Neighbour;

static inline gboolean
is_maximal (const DoubletPassageText *text,
            DoubletRange              x,
            DoubletRange              y,
            guint32                   article_x,
            guint32                   article_y)
{
  if (x.start > text->base[article_x] && y.start > text->base[article_y] &&
      text->tokens[x.start - 1] == text->tokens[y.start - 1])
    return FALSE;
  return x.end == text->base[article_x + 1] || y.end == text->base[article_y + 1] ||
         text->tokens[x.end] != text->tokens[y.end];
}

static void
add_seed (const DoubletPassageText *text,
          DoubletRange              x,
          DoubletRange              y,
          GArray                   *seeds)
{
  guint32         article_x = doublet_passage_text_get_article (text, x.start);
  guint32         article_y = doublet_passage_text_get_article (text, y.start);
  DoubletExactRun seed = { x.start, y.start, x.end - x.start };

  if (!is_maximal (text, x, y, article_x, article_y))
    return;
  if (article_x == article_y && (x.end > y.start && y.end > x.start))
    return;
  if (article_x == article_y ? x.start > y.start : text->rank[article_x] > text->rank[article_y])
    seed = (DoubletExactRun){ y.start, x.start, x.end - x.start };
  g_array_append_val (seeds, seed);
}

static int
compare_neighbours (const void *a,
                    const void *b)
{
  const Neighbour *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

/* Sorts the ranges by the word before, or after, each.  Returns how many pairs there
 * are that differ in it. */
static guint64
sort_by_neighbour (const DoubletPassageText *text,
                   const GArray             *ranges,
                   gboolean                  after,
                   GArray                   *neighbours)
{
  guint64 n = ranges->len;
  guint64 same = 0;

  g_array_set_size (neighbours, 0);
  for (guint i = 0; i < n; i++)
    {
      Neighbour neighbour = { g_array_index (ranges, DoubletRange, i), 0 };
      guint32   article = doublet_passage_text_get_article (text, neighbour.range.start);

      /* The border of an article is unlike all else. */
      if (after ? neighbour.range.end == text->base[article + 1] : neighbour.range.start == text->base[article])
        neighbour.key = ((guint64)1 << 32) + i;
      else
        neighbour.key = text->tokens[after ? neighbour.range.end : neighbour.range.start - 1];
      g_array_append_val (neighbours, neighbour);
    }
  g_array_sort (neighbours, compare_neighbours);
  for (guint i = 0, j; i < n; i = j)
    {
      for (j = i + 1; j < n; j++)
        if (g_array_index (neighbours, Neighbour, j).key != g_array_index (neighbours, Neighbour, i).key)
          break;
      same += (guint64)(j - i) * (j - i);
    }
  return (n * n - same) / 2;
}

static void
pair_with_one (const DoubletPassageText *text,
               const GArray             *ranges,
               GArray                   *seeds)
{
  const DoubletRange *list = (const DoubletRange *)(gpointer)ranges->data;
  guint               reference = 0;

  for (guint i = 1; i < ranges->len; i++)
    if (doublet_passage_text_compare_place (text, list[i].start, list[reference].start) < 0)
      reference = i;
  for (guint i = 0; i < ranges->len; i++)
    if (i != reference)
      add_seed (text, list[reference], list[i], seeds);
}

/* Pairs that have the same word before them, or after them, need not be looked at:
 * of articles that are nearly the same, most. */
static gboolean
pair_occurrences (const DoubletPassageText *text,
                  const GArray             *ranges,
                  GArray                   *neighbours,
                  GArray                   *seeds)
{
  guint64 n_before = sort_by_neighbour (text, ranges, FALSE, neighbours);
  guint64 n_after = sort_by_neighbour (text, ranges, TRUE, neighbours);

  if (MIN (n_before, n_after) > MAX_PAIRS)
    {
      pair_with_one (text, ranges, seeds);
      return FALSE;
    }
  if (n_before < n_after)
    sort_by_neighbour (text, ranges, FALSE, neighbours);

  for (guint i = 0, j; i < neighbours->len; i = j)
    {
      guint64 key = g_array_index (neighbours, Neighbour, i).key;

      for (j = i + 1; j < neighbours->len && g_array_index (neighbours, Neighbour, j).key == key; j++)
        ;
      for (guint x = i; x < j; x++)
        for (guint y = j; y < neighbours->len; y++)
          add_seed (text, g_array_index (neighbours, Neighbour, x).range, g_array_index (neighbours, Neighbour, y).range, seeds);
    }
  return TRUE;
}

static int
compare_descending (const void *a,
                    const void *b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x > y ? -1 : x < y;
}

/* Keeps the heaviest, all of a weight or none. */
static gboolean
limit_seeds (const DoubletPassageText *text,
             GArray                   *seeds)
{
  g_autofree guint32 *weights = NULL;
  guint32             n = seeds->len;
  guint32             limit;
  guint               kept = 0;

  if (n <= MAX_SEEDS)
    return FALSE;

  weights = g_new (guint32, n);
  for (guint32 i = 0; i < n; i++)
    {
      const DoubletExactRun *seed = &g_array_index (seeds, DoubletExactRun, i);

      weights[i] = doublet_passage_text_weigh (text, seed->x, seed->x + seed->length);
    }
  qsort (weights, n, sizeof *weights, compare_descending);
  limit = weights[MAX_SEEDS] + 1;
  for (guint32 i = 0; i < n; i++)
    {
      const DoubletExactRun *seed = &g_array_index (seeds, DoubletExactRun, i);

      if (doublet_passage_text_weigh (text, seed->x, seed->x + seed->length) >= limit)
        g_array_index (seeds, DoubletExactRun, kept++) = *seed;
    }
  g_array_set_size (seeds, kept);
  return TRUE;
}

/**
 * doublet_seeds_list:
 * @text: the text
 * @candidates: its maximal repeats
 * @rows: its rows
 * @capped: set if seeds are left out
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable) (element-type DoubletExactRun): the seeds, in
 *   no order; %NULL if cancelled
 */
GArray *
doublet_seeds_list (const DoubletPassageText *text,
                    const DoubletCandidates  *candidates,
                    const DoubletRowIndex    *rows,
                    DoubletPassagesCapped    *capped,
                    const DoubletProgress    *progress)
{
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  g_autoptr (GArray) neighbours = g_array_new (FALSE, FALSE, sizeof (Neighbour));

  for (guint32 i = 0; i < candidates->items->len; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);
      const DoubletRange     *list = doublet_candidates_get_ranges (candidates, candidate);

      if (doublet_progress_is_cancelled (progress))
        return NULL;
      if (candidate->kind != DOUBLET_CANDIDATE_VERBATIM)
        continue;
      g_array_set_size (ranges, 0);
      for (guint32 j = 0; j < candidate->n_ranges; j++)
        if (!doublet_row_index_has (rows, list[j]))
          g_array_append_val (ranges, list[j]);
      if (ranges->len > 1 && !pair_occurrences (text, ranges, neighbours, seeds))
        *capped |= DOUBLET_PASSAGES_CAPPED_JOINING;
    }
  if (limit_seeds (text, seeds))
    *capped |= DOUBLET_PASSAGES_CAPPED_JOINING;
  return g_steal_pointer (&seeds);
}
