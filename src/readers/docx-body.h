/* docx-body.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "docx-context.h"

G_BEGIN_DECLS

DoubletXmlFault doublet_docx_body_read (DoubletDocxContext    *context,
                                        GBytes                *part,
                                        const DoubletProgress *progress);
DoubletXmlFault doublet_docx_notes_read (DoubletDocxContext    *context,
                                         DoubletDocxNotes      *notes,
                                         GBytes                *part,
                                         const DoubletProgress *progress);

G_END_DECLS
