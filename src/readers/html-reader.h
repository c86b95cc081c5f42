/* html-reader.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "formats.h"

G_BEGIN_DECLS

void            doublet_html_reader_prepare (GBytes                   *bytes,
                                             const DoubletLoadOptions *options);
DoubletArticle *doublet_html_reader_load (GBytes                   *bytes,
                                          const char               *name,
                                          const char               *source,
                                          const DoubletLoadOptions *options,
                                          const DoubletProgress    *progress,
                                          GError                  **error);

G_END_DECLS
