/* front-matter.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"

G_BEGIN_DECLS

gsize doublet_front_matter_read (const char            *text,
                                 gsize                  n_bytes,
                                 DoubletArticleBuilder *builder,
                                 char                 **title);

G_END_DECLS
