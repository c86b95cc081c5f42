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

/* Where the ranges of one article begin among those of a candidate. */
typedef struct
{
  guint32 article;
  guint32 first_range;
} DoubletCandidateSlot;

/*
 * What may become a passage: ranges of the text that belong together, sorted by
 * start, and the articles these lie in, rising.  tag is the unit of a row or of a
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
  guint32              n_slots;
  gboolean             kept;
  gboolean             partial;
  gboolean             wide;
} DoubletCandidate;

typedef struct
{
  GArray *items;  /* DoubletCandidate */
  GArray *ranges; /* DoubletRange */
  GArray *slots;  /* DoubletCandidateSlot */
} DoubletCandidates;

DoubletCandidates *doublet_candidates_new (void);
void               doublet_candidates_free (DoubletCandidates *self);
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

static inline DoubletCandidateSlot *
doublet_candidates_get_slots (const DoubletCandidates *self,
                              const DoubletCandidate  *candidate)
{
  return &g_array_index (self->slots, DoubletCandidateSlot, candidate->first_slot);
}

/* Where the ranges of an article end among those of a candidate. */
static inline guint32
doublet_candidates_get_slot_end (const DoubletCandidates *self,
                                 const DoubletCandidate  *candidate,
                                 guint32                  slot)
{
  return slot + 1 < candidate->n_slots ? doublet_candidates_get_slots (self, candidate)[slot + 1].first_range : candidate->n_ranges;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletCandidates, doublet_candidates_free)

G_END_DECLS
