/* html-metadata.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"
#include "html-linked-data.h"
#include "html-tree.h"

G_BEGIN_DECLS

char *doublet_html_dup_title (const DoubletHtmlTree       *tree,
                              const DoubletHtmlLinkedData *linked);
guint doublet_html_find_headline (const DoubletHtmlTree *tree,
                                  const guint8          *is_left_out,
                                  const char            *title);
char *doublet_html_dup_headline (const DoubletHtmlTree *tree,
                                 const guint8          *is_left_out,
                                 guint                  headline);
void  doublet_html_take_byline (const DoubletHtmlTree       *tree,
                                const guint8                *is_left_out,
                                guint                        headline,
                                const DoubletHtmlLinkedData *linked,
                                DoubletArticleBuilder       *builder);
void  doublet_html_take_language (const DoubletHtmlTree *tree,
                                  DoubletArticleBuilder *builder);

G_END_DECLS
