/* article-builder.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"

G_BEGIN_DECLS

/*
 * Makes an article block by block: what every reader of a format that has mark-up
 * writes to.  White space inside a block is put in order as a browser does it: runs of
 * it, line ends included, become one space, and none stands at a block's border; a
 * no-break space stays.  Blocks without text vanish.  In the article's text the blocks
 * stand a line each.
 */
typedef struct _DoubletArticleBuilder DoubletArticleBuilder;

DoubletArticleBuilder *doublet_article_builder_new (const char *format);
void                   doublet_article_builder_free (DoubletArticleBuilder *self);
void                   doublet_article_builder_set_title (DoubletArticleBuilder *self,
                                                          const char            *title);
void                   doublet_article_builder_set_byline (DoubletArticleBuilder *self,
                                                           const char            *byline);
void                   doublet_article_builder_set_language (DoubletArticleBuilder *self,
                                                             const char            *language);
void                   doublet_article_builder_set_charset (DoubletArticleBuilder *self,
                                                            const char            *charset,
                                                            gboolean               guessed);
void                   doublet_article_builder_set_incomplete (DoubletArticleBuilder *self,
                                                               const char            *sentence);
void                   doublet_article_builder_begin_block (DoubletArticleBuilder *self,
                                                            DoubletBlockKind       kind,
                                                            guint                  level);
void                   doublet_article_builder_end_block (DoubletArticleBuilder *self);
void                   doublet_article_builder_append (DoubletArticleBuilder *self,
                                                       const char            *text,
                                                       gsize                  n_bytes);
void                   doublet_article_builder_append_space (DoubletArticleBuilder *self);
gsize                  doublet_article_builder_get_n_bytes (const DoubletArticleBuilder *self);
DoubletArticle        *doublet_article_builder_finish (DoubletArticleBuilder *self,
                                                       const char            *name,
                                                       const char            *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletArticleBuilder, doublet_article_builder_free)

G_END_DECLS
