/* candidates.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-text.h"

G_BEGIN_DECLS

/* In the order in which they go before each other where they cover the same. */
typedef enum
{
  DOUBLET_CANDIDATE_EDITED,
  DOUBLET_CANDIDATE_ROW,      /* each range is a whole row */
  DOUBLET_CANDIDATE_UNIT,     /* what a row of long units is made of */
  DOUBLET_CANDIDATE_VERBATIM, /* a maximal repeat */
} DoubletCandidateKind;

/*
 * What may become a passage: ranges of the text that belong together, sorted by
 * start, and the articles these lie in, rising: a slot for each.  tag is the unit of a row or of a
 * unit, or the number of an edited passage or of a repeat.
 *
 * partial: some ranges are not listed; see repeat-occurrences.c.
 * wide: it stands in too many articles for each pair of them to be looked at.
 */
typedef struct
{
  DoubletCandidateKind kind;
  guint32              tag;
  guint32              first_range;
  guint32              n_ranges;
  guint32              first_slot;
  guint32              first_slot_start;
  guint32              n_slots;
  gboolean             kept;
  gboolean             partial;
  gboolean             wide;
} DoubletCandidate;

typedef struct
{
  GArray *items;  /* DoubletCandidate */
  GArray *ranges; /* DoubletRange */
  GArray *slots;  /* guint32: the article of each */
  GArray *starts; /* guint32: where the ranges of each slot begin among the candidate's, unless
                     each slot has one */
} DoubletCandidates;

DoubletCandidates *doublet_candidates_new (void);
void               doublet_candidates_free (DoubletCandidates *self);
void               doublet_candidates_reserve (DoubletCandidates *self,
                                               guint32            n_ranges);
void               doublet_candidates_add (DoubletCandidates        *self,
                                           const DoubletPassageText *text,
                                           DoubletCandidateKind      kind,
                                           guint32                   tag,
                                           const DoubletRange       *ranges,
                                           guint32                   n_ranges);
void               doublet_candidates_set_ranges (DoubletCandidates        *self,
                                                  const DoubletPassageText *text,
                                                  DoubletCandidate         *candidate,
                                                  const DoubletRange       *ranges,
                                                  guint32                   n_ranges);
gboolean           doublet_candidates_is_disjoint (const DoubletCandidates *self,
                                                   const DoubletCandidate  *candidate,
                                                   guint32                  slot,
                                                   DoubletRange             range);

static inline DoubletCandidate *
doublet_candidates_get (const DoubletCandidates *self,
                        guint32                  i)
{
  return &g_array_index (self->items, DoubletCandidate, i);
}

static inline DoubletRange *
doublet_candidates_get_ranges (const DoubletCandidates *self,
                               const DoubletCandidate  *candidate)
{
  return &g_array_index (self->ranges, DoubletRange, candidate->first_range);
}

/* The article of each slot. */
static inline const guint32 *
doublet_candidates_get_slots (const DoubletCandidates *self,
                              const DoubletCandidate  *candidate)
{
  return &g_array_index (self->slots, guint32, candidate->first_slot);
}

/* Where the ranges of an article begin among those of a candidate. */
static inline guint32
doublet_candidates_get_slot_start (const DoubletCandidates *self,
                                   const DoubletCandidate  *candidate,
                                   guint32                  slot)
{
  if (candidate->n_slots == candidate->n_ranges)
    return slot;
  return g_array_index (self->starts, guint32, candidate->first_slot_start + slot);
}

/* Where they end. */
static inline guint32
doublet_candidates_get_slot_end (const DoubletCandidates *self,
                                 const DoubletCandidate  *candidate,
                                 guint32                  slot)
{
  return slot + 1 < candidate->n_slots ? doublet_candidates_get_slot_start (self, candidate, slot + 1) : candidate->n_ranges;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletCandidates, doublet_candidates_free)

G_END_DECLS
