/* sliding.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

void doublet_sliding_join (const DoubletAlignmentJob *job,
                           GArray                    *edits,
                           guint                      first_edit);
void doublet_sliding_settle (const DoubletAlignmentJob *job,
                             const DoubletBox          *box,
                             GArray                    *edits,
                             guint                      first_edit);

G_END_DECLS
