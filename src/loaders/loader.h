/* loader.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "load-error.h"
#include "load-options.h"
#include "progress.h"

G_BEGIN_DECLS

/*
 * The door of this room: bytes in, an article or a clear reason out.  Nothing here
 * trusts its input, and nothing keeps anything: any thread may call it.
 *
 * What a file is, formats and signatures know; which characters its bytes are,
 * charset, guess, rank and decoder; where its paragraphs are, paragraphs.  A format
 * has one function that makes the article: see DoubletFormat.
 */

char           *doublet_loader_dup_file_name (const char *path);
DoubletArticle *doublet_loader_load_bytes (GBytes                   *bytes,
                                           const char               *name,
                                           const char               *source,
                                           const DoubletLoadOptions *options,
                                           const DoubletProgress    *progress,
                                           GError                  **error);
DoubletArticle *doublet_loader_load_path (const char               *path,
                                          const DoubletLoadOptions *options,
                                          const DoubletProgress    *progress,
                                          GError                  **error);
DoubletArticle *doublet_loader_load_named (GBytes                   *bytes,
                                           const char               *file_name,
                                           const char               *name,
                                           const char               *source,
                                           const DoubletLoadOptions *options,
                                           const DoubletProgress    *progress,
                                           GError                  **error);

G_END_DECLS
