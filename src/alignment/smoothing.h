/* smoothing.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

void doublet_smoothing_set_edits (DoubletAlignmentJob *job,
                                  DoubletRegion       *region);

G_END_DECLS
