/* passage-figures.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "row-passages.h"
#include "selection.h"

G_BEGIN_DECLS

void                doublet_passage_figures_count_later (const DoubletPassageText *text,
                                                         const DoubletCandidates  *candidates,
                                                         const DoubletRowIndex    *rows,
                                                         const DoubletWordMarks   *marks,
                                                         const GArray             *later_ranges,
                                                         guint64                  *later_half_words);
DoubletPairFigures *doublet_passage_figures_measure_pairs (const DoubletPassageText *text,
                                                           const DoubletCandidates  *candidates,
                                                           const DoubletRowIndex    *rows,
                                                           const DoubletLinks       *links,
                                                           const DoubletWordMarks   *marks,
                                                           const DoubletShares      *shares,
                                                           guint32                  *n_pairs);

G_END_DECLS
