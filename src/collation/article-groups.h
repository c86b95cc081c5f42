/* article-groups.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

/* Two articles belong together if so many percent of the words of one of them stand in
 * the other, word for word.  See article-groups.c for where that comes from. */
#define DOUBLET_GROUP_MIN_PERCENT 10

/* Of what stands in most of the articles, so many: a footer is no source.  And so many
 * words, unless that is nearly all of an article: of a notice of twenty words the shortest
 * footer is a third. */
#define DOUBLET_GROUP_MIN_PERCENT_IN_MOST 20
#define DOUBLET_GROUP_MIN_WORDS_IN_MOST 50
#define DOUBLET_GROUP_NEARLY_ALL_PERCENT 80

/* With fewer articles than these one sees in the pairs what belongs together. */
#define DOUBLET_GROUP_MIN_ARTICLES 5

/* Articles that belong together, directly or by way of others. */
typedef struct
{
  guint  *articles; /* rising */
  guint   n_articles;
  guint   n_passages; /* that stand in two or more of them; boilerplate is none */
  guint32 longest;    /* half words of the longest of them */
  guint   longest_finding;
} DoubletArticleGroup;

guint   doublet_article_groups_unite (guint              n_articles,
                                      const guint64     *half_words,
                                      const DoubletPair *pairs,
                                      guint              n_pairs,
                                      guint             *group_of);
GArray *doublet_article_groups_new (const DoubletCollation *collation);

G_END_DECLS
