/* segments.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

/* A segment before it stands in its order: its edits are first_edit to first_edit +
 * n_edits of an array of their own. */
typedef struct
{
  DoubletSegment segment;
  guint32        first_edit;
} DoubletSegmentDraft;

DoubletAlignment *doublet_segments_make (const DoubletAlignmentJob *job,
                                         guint64                    kept);
DoubletAlignment *doublet_alignment_new_arranged (GArray                 *drafts,
                                                  GArray                 *edits,
                                                  const DoubletAlignment *figures);

G_END_DECLS
