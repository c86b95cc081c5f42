/* version-figures.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "word-marks.h"

G_BEGIN_DECLS

void                doublet_versions_count_in_most (const DoubletVersions *self,
                                                    gint32                *changes);
DoubletPairFigures *doublet_versions_add_figures (const DoubletVersions    *self,
                                                  const DoubletWordMarks   *marks,
                                                  const DoubletPairFigures *pairs,
                                                  guint32                  *n_pairs,
                                                  DoubletPassagesCapped    *capped);

G_END_DECLS
