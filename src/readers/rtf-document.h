/* rtf-document.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"
#include "charset-names.h"
#include "load-options.h"
#include "progress.h"

G_BEGIN_DECLS

gboolean doublet_rtf_document_read (const guint8             *bytes,
                                    gsize                     n_bytes,
                                    const DoubletCharset     *charset,
                                    const DoubletLoadOptions *options,
                                    DoubletArticleBuilder    *builder,
                                    const DoubletProgress    *progress,
                                    GError                  **error);

G_END_DECLS
