/* parting.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

/* Whether a part of a region holds enough in common to be one. */
typedef gboolean (*DoubletPartingKeep) (const DoubletAlignmentJob *job,
                                        const DoubletRegion       *part);

void doublet_parting_append (DoubletAlignmentJob *job,
                             const DoubletRegion *region,
                             DoubletPartingKeep   keep);

G_END_DECLS
