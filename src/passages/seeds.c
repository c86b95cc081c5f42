/* seeds.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "seeds.h"

#include "chain.h"
#include "neighbour-groups.h"

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
          const DoubletVersions    *versions,
          DoubletRange              x,
          DoubletRange              y,
          GArray                   *seeds)
{
  guint32         article_x = doublet_passage_text_get_article (text, x.start);
  guint32         article_y = doublet_passage_text_get_article (text, y.start);
  DoubletExactRun seed = { x.start, y.start, x.end - x.start };

  /* Versions have their links. */
  if (!is_maximal (text, x, y, article_x, article_y) ||
      (article_x != article_y && doublet_versions_are_one (versions, article_x, article_y)))
    return;
  if (article_x == article_y && (x.end > y.start && y.end > x.start))
    return;
  if (article_x == article_y ? x.start > y.start : text->rank[article_x] > text->rank[article_y])
    seed = (DoubletExactRun){ y.start, x.start, x.end - x.start };
  g_array_append_val (seeds, seed);
}

static void
pair_with_one (const DoubletPassageText *text,
               const DoubletVersions    *versions,
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
      add_seed (text, versions, list[reference], list[i], seeds);
}

/* Pairs that have the same word before them, or after them, need not be looked at:
 * of articles that are nearly the same, most. */
static gboolean
pair_occurrences (const DoubletPassageText *text,
                  const DoubletVersions    *versions,
                  const GArray             *ranges,
                  DoubletNeighbourGroups   *groups,
                  GArray                   *seeds)
{
  const DoubletRange         *list = (const DoubletRange *)(gpointer)ranges->data;
  const DoubletNeighbourSide *other;

  if (ranges->len == 2)
    {
      add_seed (text, versions, list[0], list[1], seeds);
      return TRUE;
    }
  doublet_neighbour_groups_set (groups, list, ranges->len);
  if (groups->chosen->n_pairs > MAX_PAIRS)
    {
      pair_with_one (text, versions, ranges, seeds);
      return FALSE;
    }

  other = groups->chosen == &groups->before ? &groups->after : &groups->before;
  for (guint group = 0; group + 1 < groups->bounds->len; group++)
    {
      guint32 end = g_array_index (groups->bounds, guint32, group + 1);

      for (guint32 i = g_array_index (groups->bounds, guint32, group); i < end; i++)
        for (guint32 j = end; j < ranges->len; j++)
          {
            guint32 x = g_array_index (groups->order, guint32, i);
            guint32 y = g_array_index (groups->order, guint32, j);

            if (doublet_neighbour_side_get_group (other, x) != doublet_neighbour_side_get_group (other, y))
              add_seed (text, versions, list[x], list[y], seeds);
          }
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
 * @versions: (nullable): articles that are joined already
 * @capped: set if seeds are left out
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable) (element-type DoubletExactRun): the seeds, in
 *   no order; %NULL if cancelled
 */
GArray *
doublet_seeds_list (const DoubletPassageText  *text,
                    const DoubletCandidates   *candidates,
                    const DoubletPeriodicRows *rows,
                    const DoubletVersions     *versions,
                    DoubletPassagesCapped     *capped,
                    const DoubletProgress     *progress)
{
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  g_autoptr (DoubletNeighbourGroups) groups = doublet_neighbour_groups_new (text);

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
        if (!doublet_periodic_rows_hold (rows, list[j]))
          g_array_append_val (ranges, list[j]);
      if (ranges->len > 1 && !pair_occurrences (text, versions, ranges, groups, seeds))
        *capped |= DOUBLET_PASSAGES_CAPPED_JOINING;
    }
  if (limit_seeds (text, seeds))
    *capped |= DOUBLET_PASSAGES_CAPPED_JOINING;
  return g_steal_pointer (&seeds);
}
