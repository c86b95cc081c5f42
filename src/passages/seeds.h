/* seeds.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "row-passages.h"
#include "versions.h"

G_BEGIN_DECLS

GArray *doublet_seeds_list (const DoubletPassageText  *text,
                            const DoubletCandidates   *candidates,
                            const DoubletPeriodicRows *rows,
                            const DoubletVersions     *versions,
                            DoubletPassagesCapped     *capped,
                            const DoubletProgress     *progress);

G_END_DECLS
