/* word-marks.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "versions.h"

G_BEGIN_DECLS

/*
 * Ranges of places that are something beside words, rising and disjoint; sums[i] is the
 * weight of those before the i-th.  Few and long, so a list of them is a fraction of
 * what an array over all places would be.
 */
typedef struct
{
  const DoubletPassageText *text;
  DoubletRange             *ranges;
  guint32                  *sums; /* n + 1 */
  guint32                   n;
} DoubletMarkedPlaces;

/*
 * What figures tell apart.  Boilerplate is neither of the other two: it is counted by
 * itself and nowhere else.
 */
typedef struct
{
  DoubletMarkedPlaces quoted;
  DoubletMarkedPlaces in_most;
  DoubletMarkedPlaces boilerplate;
  guint32             max_gap;       /* half-words */
  guint32             min_identical; /* percent */
} DoubletWordMarks;

DoubletWordMarks *doublet_word_marks_new (const DoubletPassageText    *text,
                                          const DoubletSequence       *sequences,
                                          const DoubletCandidates     *candidates,
                                          const DoubletVersions       *versions,
                                          const DoubletPassageOptions *options);
void              doublet_word_marks_free (DoubletWordMarks *self);
guint32           doublet_marked_places_weigh (const DoubletMarkedPlaces *self,
                                               DoubletRange               range);
gboolean          doublet_word_marks_is_boilerplate (const DoubletWordMarks *self,
                                                     DoubletRange            range);
gboolean          doublet_word_marks_is_all_boilerplate (const DoubletWordMarks *self,
                                                         const DoubletRange     *ranges,
                                                         guint32                 n_ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletWordMarks, doublet_word_marks_free)

G_END_DECLS
