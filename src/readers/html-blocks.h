/* html-blocks.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"
#include "html-tree.h"

G_BEGIN_DECLS

void doublet_html_hide_silent (const DoubletHtmlTree *tree,
                               guint8                *is_left_out);
void doublet_html_append_text (const DoubletHtmlTree *tree,
                               guint                  node,
                               const guint8          *is_left_out,
                               DoubletArticleBuilder *builder);

G_END_DECLS
