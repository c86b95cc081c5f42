/* relations.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "relations.h"

#include "neighbour-groups.h"

/*
 * If an occurrence of a repeat and one in another article have the same token before
 * them, or after them, then a longer repeat stands in both places, and whatever there is
 * to be known of these two articles is known of that one already.  Of articles that are
 * nearly the same nearly all pairs are of that kind: of three hundred that differ in
 * one word of a hundred, 99.9 % of all pairs of a repeat's occurrences.
 */

/* Below that it is not worth the sorting. */
#define MIN_ARTICLES 4

typedef struct
{
  DoubletRelations       *result;
  DoubletNeighbourGroups *groups;
  GArray                 *articles; /* guint32: of each range of a candidate */
  GArray                 *pairs;    /* DoubletRange: two of its ranges */
  GArray                 *first;    /* guint32: of each range, where its partners go */
} Finder;

/**
 * doublet_relations_new:
 * @text: the text
 * @candidates: what may become a passage
 * @max_articles: those in more will not be looked at
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): what @candidates cost, and nothing else yet; %NULL
 *   if cancelled
 */
DoubletRelations *
doublet_relations_new (const DoubletPassageText *text,
                       const DoubletCandidates  *candidates,
                       guint32                   max_articles,
                       const DoubletProgress    *progress)
{
  g_autoptr (DoubletNeighbourGroups) groups = doublet_neighbour_groups_new (text);
  g_autoptr (DoubletRelations) self = g_new0 (DoubletRelations, 1);
  guint32 n = candidates->items->len;

  self->costs = g_new (guint64, MAX (n, 1));
  self->is_split = g_new0 (guint8, MAX (n, 1));
  self->list = g_array_new (FALSE, FALSE, sizeof (DoubletRelation));
  self->partners = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);

      if (DOUBLET_PROGRESS_CHECK (progress, i))
        return NULL;
      self->costs[i] = (guint64)candidate->n_ranges * candidate->n_slots;
      /* Of a partial one not all neighbours are known. */
      if (candidate->kind != DOUBLET_CANDIDATE_VERBATIM || candidate->partial ||
          candidate->n_slots < MIN_ARTICLES || candidate->n_slots > max_articles)
        continue;
      doublet_neighbour_groups_set (groups, doublet_candidates_get_ranges (candidates, candidate), candidate->n_ranges);
      self->costs[i] = candidate->n_ranges + 2 * groups->chosen->n_pairs;
      self->is_split[i] = TRUE;
    }
  return g_steal_pointer (&self);
}

/**
 * doublet_relations_free:
 * @self: (transfer full): relations
 */
void
doublet_relations_free (DoubletRelations *self)
{
  g_free (self->costs);
  g_free (self->is_split);
  g_array_unref (self->list);
  g_array_unref (self->partners);
  g_free (self);
}

static void
list_articles (Finder                  *self,
               const DoubletCandidates *candidates,
               const DoubletCandidate  *candidate)
{
  const guint32 *slots = doublet_candidates_get_slots (candidates, candidate);

  g_array_set_size (self->articles, candidate->n_ranges);
  for (guint32 slot = 0; slot < candidate->n_slots; slot++)
    {
      guint32 end = doublet_candidates_get_slot_end (candidates, candidate, slot);

      for (guint32 i = doublet_candidates_get_slot_start (candidates, candidate, slot); i < end; i++)
        g_array_index (self->articles, guint32, i) = slots[slot];
    }
}

/* Lists the pairs of ranges in two articles that no longer repeat stands for; counts, one
 * range further on, in how many each is. */
static void
list_pairs (Finder *self,
            guint32 n_ranges)
{
  const DoubletNeighbourGroups *groups = self->groups;
  const DoubletNeighbourSide   *other = groups->chosen == &groups->before ? &groups->after : &groups->before;
  const guint32                *order = (const guint32 *)(gconstpointer)groups->order->data;
  const guint32                *articles = (const guint32 *)(gconstpointer)self->articles->data;

  g_array_set_size (self->pairs, 0);
  g_array_set_size (self->first, 0);
  g_array_set_size (self->first, n_ranges + 1);
  for (guint group = 0; group + 1 < groups->bounds->len; group++)
    {
      guint32 end = g_array_index (groups->bounds, guint32, group + 1);

      for (guint32 i = g_array_index (groups->bounds, guint32, group); i < end; i++)
        for (guint32 j = end; j < n_ranges; j++)
          {
            DoubletRange pair = { order[i], order[j] };

            if (doublet_neighbour_side_get_group (other, pair.start) == doublet_neighbour_side_get_group (other, pair.end) ||
                articles[pair.start] == articles[pair.end])
              continue;
            g_array_append_val (self->pairs, pair);
            g_array_index (self->first, guint32, pair.start + 1)++;
            g_array_index (self->first, guint32, pair.end + 1)++;
          }
    }
}

/* Turns the pairs into partners of each range. */
static void
list_partners (Finder *self,
               guint32 n_ranges)
{
  guint32 *first = (guint32 *)(gpointer)self->first->data;
  guint32  start = self->result->partners->len;
  guint32 *partners;

  g_array_set_size (self->result->partners, start + 2 * self->pairs->len);
  partners = (guint32 *)(gpointer)self->result->partners->data;
  first[0] = start;
  for (guint32 i = 0; i < n_ranges; i++)
    first[i + 1] += first[i];
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const DoubletRange *pair = &g_array_index (self->pairs, DoubletRange, i);

      partners[first[pair->start]++] = g_array_index (self->articles, guint32, pair->end);
      partners[first[pair->end]++] = g_array_index (self->articles, guint32, pair->start);
    }
  /* Each is where the next one's begin, now. */
  for (guint32 i = n_ranges; i > 0; i--)
    first[i] = first[i - 1];
  first[0] = start;
}

static void
add_relations (Finder                  *self,
               const DoubletCandidates *candidates,
               guint32                  index)
{
  const DoubletCandidate *candidate = doublet_candidates_get (candidates, index);
  const DoubletRange     *ranges = doublet_candidates_get_ranges (candidates, candidate);
  const guint32          *first = (const guint32 *)(gconstpointer)self->first->data;

  for (guint32 slot = 0; slot < candidate->n_slots; slot++)
    {
      guint32 start = doublet_candidates_get_slot_start (candidates, candidate, slot);
      guint32 end = doublet_candidates_get_slot_end (candidates, candidate, slot);

      for (guint32 i = start; i < end; i++)
        {
          DoubletRelation relation = { index, i, first[i], FALSE };

          relation.is_repeated = end - start > 1 &&
                                 doublet_candidates_is_disjoint (candidates, candidate, slot, ranges[i]);
          if (first[i] < first[i + 1] || relation.is_repeated)
            g_array_append_val (self->result->list, relation);
        }
    }
}

/**
 * doublet_relations_find:
 * @self: relations
 * @text: the text
 * @candidates: the candidates, those to be left out marked as wide
 * @progress: (nullable): to stop by
 *
 * Finds the occurrences that matter.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
doublet_relations_find (DoubletRelations         *self,
                        const DoubletPassageText *text,
                        const DoubletCandidates  *candidates,
                        const DoubletProgress    *progress)
{
  g_autoptr (DoubletNeighbourGroups) groups = doublet_neighbour_groups_new (text);
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  g_autoptr (GArray) first = g_array_new (FALSE, TRUE, sizeof (guint32));
  Finder          finder = { self, groups, articles, pairs, first };
  DoubletRelation last = { 0 };
  guint64         steps = 0;

  for (guint32 i = 0; i < candidates->items->len; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);

      self->is_split[i] &= !candidate->wide;
      if (!self->is_split[i])
        continue;
      steps += self->costs[i];
      if (steps > DOUBLET_PROGRESS_MASK)
        {
          steps = 0;
          if (doublet_progress_is_cancelled (progress))
            return FALSE;
        }
      doublet_neighbour_groups_set (groups, doublet_candidates_get_ranges (candidates, candidate), candidate->n_ranges);
      list_articles (&finder, candidates, candidate);
      list_pairs (&finder, candidate->n_ranges);
      list_partners (&finder, candidate->n_ranges);
      add_relations (&finder, candidates, i);
    }
  last.first_partner = self->partners->len;
  g_array_append_val (self->list, last);
  return TRUE;
}
