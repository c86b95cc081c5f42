/* article-groups.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

/* Articles that are tied by shared passages, directly or by way of others. */
typedef struct
{
  guint  *articles; /* in order */
  guint   n_articles;
  guint   n_passages; /* shared by articles of this group */
  guint32 longest;    /* half words of the longest of them */
  guint   longest_finding;
} DoubletArticleGroup;

/* Groups of two and more, by their first article; then every article that shares
 * nothing, alone.  Element type DoubletArticleGroup. */
GArray *doublet_article_groups_new (const DoubletCollation *collation);

G_END_DECLS
