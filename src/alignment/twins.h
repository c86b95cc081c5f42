/* twins.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

void     doublet_twins_find (DoubletAlignmentJob *job);
gboolean doublet_twins_part (const DoubletAlignmentJob *job,
                             guint32                    a_block,
                             guint32                    b_block);

G_END_DECLS
