/* passages-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edited-passages.h"
#include "passages.h"
#include "reworded-passages.h"
#include "row-passages.h"
#include "word-marks.h"

G_BEGIN_DECLS

DoubletPassages *doublet_passages_new (guint32 n_sequences);
void             doublet_passages_fill (DoubletPassages               *self,
                                        const DoubletPassageText      *text,
                                        const DoubletCandidates       *candidates,
                                        const DoubletRowIndex         *rows,
                                        const DoubletWordMarks        *marks,
                                        const DoubletEditedPassages   *edited,
                                        const DoubletRewordedPassages *reworded);

G_END_DECLS
