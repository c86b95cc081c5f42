/* docx-reader.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "load-options.h"
#include "progress.h"

G_BEGIN_DECLS

DoubletArticle *doublet_docx_reader_load (GBytes                   *bytes,
                                          const char               *name,
                                          const char               *source,
                                          const DoubletLoadOptions *options,
                                          const DoubletProgress    *progress,
                                          GError                  **error);
DoubletArticle *doublet_docx_reader_load_inserted (GBytes                   *bytes,
                                                   const DoubletLoadOptions *options,
                                                   const DoubletProgress    *progress);

G_END_DECLS
