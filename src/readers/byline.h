/* byline.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"

G_BEGIN_DECLS

void doublet_byline_add (GPtrArray  *names,
                         const char *name);
void doublet_byline_set (GPtrArray             *names,
                         DoubletArticleBuilder *builder);

G_END_DECLS
