/* epub-reader.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "load-options.h"
#include "progress.h"

G_BEGIN_DECLS

void            doublet_epub_reader_prepare (GBytes                   *bytes,
                                             const DoubletLoadOptions *options);
DoubletArticle *doublet_epub_reader_load (GBytes                   *bytes,
                                          const char               *name,
                                          const char               *source,
                                          const DoubletLoadOptions *options,
                                          const DoubletProgress    *progress,
                                          GError                  **error);

G_END_DECLS
