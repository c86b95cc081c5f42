/* repeats.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "periodic-runs.h"

G_BEGIN_DECLS

gboolean doublet_repeats_find (const DoubletPassageText  *text,
                               const DoubletIslands      *islands,
                               const DoubletSuffixArray  *suffixes,
                               const DoubletPeriodicRows *rows,
                               DoubletCandidates         *candidates,
                               DoubletPassagesCapped     *capped,
                               const DoubletProgress     *progress);
void     doublet_repeats_list_copies (const DoubletIslands     *islands,
                                      const DoubletSuffixArray *suffixes,
                                      guint32                   place,
                                      guint32                   length,
                                      GArray                   *places);
void     doublet_repeats_sort_places (guint32 *places,
                                      guint32  n);

G_END_DECLS
