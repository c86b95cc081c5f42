/* docx-inserted.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "load-options.h"
#include "paragraph-flow.h"

G_BEGIN_DECLS

gboolean doublet_docx_insert_document (DoubletParagraphFlow  *flow,
                                       GBytes                *bytes,
                                       DoubletTracked         tracked,
                                       const DoubletProgress *progress);
gboolean doublet_docx_insert_diagram (DoubletParagraphFlow  *flow,
                                      GBytes                *bytes,
                                      const DoubletProgress *progress);

G_END_DECLS
