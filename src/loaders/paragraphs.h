/* paragraphs.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "progress.h"

G_BEGIN_DECLS

gboolean doublet_paragraphs_find (const char            *text,
                                  gsize                  n_bytes,
                                  DoubletBlock         **blocks,
                                  guint                 *n_blocks,
                                  const DoubletProgress *progress,
                                  GError               **error);

G_END_DECLS
