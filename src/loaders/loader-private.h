/* loader-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "load-options.h"
#include "progress.h"

G_BEGIN_DECLS

DoubletArticle *doublet_loader_load_named (GBytes                   *bytes,
                                           const char               *file_name,
                                           const char               *name,
                                           const char               *source,
                                           const DoubletLoadOptions *options,
                                           const DoubletProgress    *progress,
                                           GError                  **error);

G_END_DECLS
