/* relations.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "relations.h"

/*
 * If an occurrence of a repeat and one in another article have the same token before
 * them, or after them, then a longer repeat stands in both places, and whatever there is
 * to be known of these two articles is known of that one already.  Of articles that are
 * nearly the same nearly all pairs are of that kind, so a repeat in m articles takes some
 * m looks, not m².
 */

/* Below that it is not worth the sorting. */
#define MIN_ARTICLES 4

static void
add_groups (DoubletRelations             *self,
            const DoubletNeighbourGroups *groups,
            const DoubletCandidates      *candidates,
            const DoubletCandidate       *candidate)
{
  const DoubletCandidateSlot *slots = doublet_candidates_get_slots (candidates, candidate);
  guint32                     first_partner = self->partners->len;
  guint32                     first_group = self->bounds->len;

  g_array_set_size (self->partners, first_partner + candidate->n_ranges);
  g_array_set_size (self->groups, first_partner + candidate->n_ranges);
  for (guint32 slot = 0; slot < candidate->n_slots; slot++)
    {
      guint32 end = doublet_candidates_get_slot_end (candidates, candidate, slot);

      /* For now in the order of the ranges. */
      for (guint32 i = slots[slot].first_range; i < end; i++)
        g_array_index (self->groups, guint32, first_partner + i) = slots[slot].article;
    }
  for (guint32 i = 0; i < candidate->n_ranges; i++)
    g_array_index (self->partners, guint32, first_partner + i) = g_array_index (self->groups, guint32, first_partner + g_array_index (groups->order, guint32, i));
  for (guint32 i = 0; i < candidate->n_ranges; i++)
    g_array_index (self->groups, guint32, first_partner + i) = first_group + doublet_neighbour_side_get_group (groups->chosen, i);
  for (guint32 i = 0; i + 1 < groups->bounds->len; i++)
    {
      guint32 bound = first_partner + g_array_index (groups->bounds, guint32, i);

      g_array_append_val (self->bounds, bound);
    }
}

/**
 * doublet_relations_new:
 * @text: the text
 * @candidates: what may become a passage
 * @max_articles: those in more are not looked at
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): what of @candidates has to be looked at; %NULL if
 *   cancelled
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
  guint32 end;

  self->first = g_new (guint32, MAX (n, 1));
  self->costs = g_new (guint64, MAX (n, 1));
  self->partners = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->bounds = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);

      if (DOUBLET_PROGRESS_CHECK (progress, i))
        return NULL;
      self->first[i] = DOUBLET_RELATIONS_ALL;
      self->costs[i] = (guint64)candidate->n_ranges * candidate->n_slots;
      /* Of a partial one not all neighbours are known. */
      if (candidate->kind != DOUBLET_CANDIDATE_VERBATIM || candidate->partial ||
          candidate->n_slots < MIN_ARTICLES || candidate->n_slots > max_articles)
        continue;
      doublet_neighbour_groups_set (groups, doublet_candidates_get_ranges (candidates, candidate), candidate->n_ranges);
      self->first[i] = self->partners->len;
      self->costs[i] = candidate->n_ranges + 2 * groups->chosen->n_pairs;
      add_groups (self, groups, candidates, candidate);
    }
  end = self->partners->len;
  g_array_append_val (self->bounds, end);
  return g_steal_pointer (&self);
}

/**
 * doublet_relations_free:
 * @self: (transfer full): relations
 */
void
doublet_relations_free (DoubletRelations *self)
{
  g_free (self->first);
  g_free (self->costs);
  g_array_unref (self->partners);
  g_array_unref (self->groups);
  g_array_unref (self->bounds);
  g_free (self);
}
