/* edit-script.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

void                     doublet_edit_script_append (const DoubletAlignmentJob *job,
                                                     const DoubletBox          *box,
                                                     GArray                    *edits);
DoubletAlignmentEditKind doublet_edit_script_get_kind (const DoubletAlignmentEdit *edit);

G_END_DECLS
