/* office-article.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paragraph-flow.h"
#include "xml-stream.h"

G_BEGIN_DECLS

void            doublet_office_read_properties (DoubletArticleBuilder *builder,
                                                GBytes                *part,
                                                DoubletXmlFlags        flags,
                                                const DoubletProgress *progress);
DoubletArticle *doublet_office_finish (DoubletArticleBuilder      *builder,
                                       const DoubletParagraphFlow *flow,
                                       DoubletXmlFault             fault,
                                       gboolean                    is_damaged,
                                       const char                 *name,
                                       const char                 *source,
                                       GError                    **error);

G_END_DECLS
