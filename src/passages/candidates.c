/* candidates.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "candidates.h"

/**
 * doublet_candidates_new:
 *
 * Returns: (transfer full): an empty list
 */
DoubletCandidates *
doublet_candidates_new (void)
{
  DoubletCandidates *self = g_new0 (DoubletCandidates, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (DoubletCandidate));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  self->slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * doublet_candidates_free:
 * @self: (transfer full): a list
 */
void
doublet_candidates_free (DoubletCandidates *self)
{
  g_array_unref (self->items);
  g_array_unref (self->ranges);
  g_array_unref (self->slots);
  g_array_unref (self->starts);
  g_free (self);
}

/* Room for so many more, and no more than that: room that doubles leaves half of it
 * behind. */
static void
reserve (GArray *array,
         guint   n_more)
{
  guint n = array->len;

  g_array_set_size (array, n + n_more);
  g_array_set_size (array, n);
}

/**
 * doublet_candidates_reserve:
 * @self: a list
 * @n_ranges: how many more ranges there will be, at the most
 *
 * Makes room for ranges, each in an article of its own.
 */
void
doublet_candidates_reserve (DoubletCandidates *self,
                            guint32            n_ranges)
{
  reserve (self->ranges, n_ranges);
  reserve (self->slots, n_ranges);
}

/**
 * doublet_candidates_add:
 * @self: a list
 * @text: the text that the ranges belong to
 * @kind: what they are
 * @tag: see #DoubletCandidate
 * @ranges: (array length=n_ranges): sorted by start
 * @n_ranges: one or more
 *
 * Adds a candidate and notes which articles it stands in.
 */
void
doublet_candidates_add (DoubletCandidates        *self,
                        const DoubletPassageText *text,
                        DoubletCandidateKind      kind,
                        guint32                   tag,
                        const DoubletRange       *ranges,
                        guint32                   n_ranges)
{
  DoubletCandidate candidate = { 0 };

  candidate.kind = kind;
  candidate.tag = tag;
  doublet_candidates_set_ranges (self, text, &candidate, ranges, n_ranges);
  g_array_append_val (self->items, candidate);
}

/**
 * doublet_candidates_set_ranges:
 * @self: a list
 * @text: the text that the ranges belong to
 * @candidate: one of them
 * @ranges: (array length=n_ranges): sorted by start
 * @n_ranges: one or more
 *
 * Replaces the ranges of a candidate; those that it had stay where they are, unused.
 */
void
doublet_candidates_set_ranges (DoubletCandidates        *self,
                               const DoubletPassageText *text,
                               DoubletCandidate         *candidate,
                               const DoubletRange       *ranges,
                               guint32                   n_ranges)
{
  guint32 article = 0;
  guint32 end = 0;

  candidate->first_range = self->ranges->len;
  candidate->n_ranges = n_ranges;
  candidate->first_slot = self->slots->len;
  candidate->first_slot_start = self->starts->len;
  for (guint32 i = 0; i < n_ranges; i++)
    {
      if (i > 0 && ranges[i].start < end)
        continue;
      /* Of articles that are nearly the same it is mostly the next. */
      if (i > 0 && article + 1 < text->n_articles && ranges[i].start < text->base[article + 2])
        article++;
      else
        article = doublet_passage_text_get_article (text, ranges[i].start);
      end = text->base[article + 1];
      g_array_append_val (self->slots, article);
      g_array_append_val (self->starts, i);
    }
  candidate->n_slots = self->slots->len - candidate->first_slot;
  if (candidate->n_slots == n_ranges)
    g_array_set_size (self->starts, candidate->first_slot_start);
  g_array_append_vals (self->ranges, ranges, n_ranges);
}

/**
 * doublet_candidates_is_disjoint:
 * @self: a list
 * @candidate: one of them
 * @slot: one of its articles
 * @range: one of its ranges there
 *
 * Returns: whether another of its ranges in that article has no word in common
 *   with @range
 */
gboolean
doublet_candidates_is_disjoint (const DoubletCandidates *self,
                                const DoubletCandidate  *candidate,
                                guint32                  slot,
                                DoubletRange             range)
{
  const DoubletRange *ranges = doublet_candidates_get_ranges (self, candidate);

  return ranges[doublet_candidates_get_slot_start (self, candidate, slot)].end <= range.start ||
         ranges[doublet_candidates_get_slot_end (self, candidate, slot) - 1].start >= range.end;
}
