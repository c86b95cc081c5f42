/* sentence-anchors.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

GArray    *doublet_sentence_anchors_find (const DoubletAlignmentJob *job,
                                          const DoubletBox          *box);
DoubletBox doublet_sentence_anchors_widen (const DoubletAlignmentJob *job,
                                           const DoubletBox          *box,
                                           const DoubletBox          *limits);

G_END_DECLS
