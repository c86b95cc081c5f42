/* article-maker.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "collation.h"

G_BEGIN_DECLS

/* Articles and collations for tests, made of strings: a paragraph a line. */
DoubletArticle   *make_article (const char *name,
                                const char *text);
DoubletArticle   *make_random_article (GRand      *random,
                                       const char *name,
                                       guint       n_words,
                                       guint       max_blocks,
                                       guint       max_block_words);
DoubletCollation *make_collation (const char *const *texts,
                                  guint              base);
DoubletCollation *make_differences (const char *const *texts,
                                    guint              base);
DoubletCollation *collate (DoubletArticle *const *articles,
                           guint                  n_articles,
                           guint                  base);

G_END_DECLS
