/* repeat-occurrences.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "repeats.h"

G_BEGIN_DECLS

gboolean doublet_repeat_occurrences_exceed (const DoubletPassageText  *text,
                                            const DoubletRepeatStarts *starts,
                                            const DoubletRepeats      *repeats,
                                            DoubletCandidates         *candidates,
                                            const DoubletProgress     *progress);
gboolean doublet_repeat_occurrences_add (const DoubletPassageText  *text,
                                         const DoubletRepeatStarts *starts,
                                         const DoubletRepeats      *repeats,
                                         const guint8              *left_out,
                                         DoubletCandidates         *candidates,
                                         DoubletPassagesCapped     *capped,
                                         const DoubletProgress     *progress);
gboolean doublet_repeat_occurrences_complete (const DoubletPassageText  *text,
                                              const DoubletRepeatStarts *starts,
                                              const DoubletRepeats      *repeats,
                                              DoubletCandidates         *candidates,
                                              DoubletPassagesCapped     *capped,
                                              const DoubletProgress     *progress);

G_END_DECLS
