/* relations.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"

G_BEGIN_DECLS

/* An occurrence that no longer repeat stands for: partners, from first_partner to that of
 * the next, are the articles that know more by it, and is_repeated tells whether its own
 * article is one of them. */
typedef struct
{
  guint32 candidate;
  guint32 range; /* of the candidate */
  guint32 first_partner : 31;
  guint32 is_repeated : 1;
} DoubletRelation;

/*
 * What has to be looked at of the candidates that stand in several articles.
 *
 * costs tells for each candidate how many looks it takes.  Of those that are split
 * list holds the occurrences that matter, by candidate, and a last one that is none; of
 * all others each occurrence has to be looked at from each article that they stand in.
 */
typedef struct
{
  guint64 *costs;
  guint8  *is_split; /* for each candidate */
  GArray  *list;     /* DoubletRelation */
  GArray  *partners; /* guint32 */
} DoubletRelations;

DoubletRelations *doublet_relations_new (const DoubletPassageText *text,
                                         const DoubletCandidates  *candidates,
                                         guint32                   max_articles,
                                         const DoubletProgress    *progress);
void              doublet_relations_free (DoubletRelations *self);
gboolean          doublet_relations_find (DoubletRelations         *self,
                                          const DoubletPassageText *text,
                                          const DoubletCandidates  *candidates,
                                          const DoubletProgress    *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRelations, doublet_relations_free)

G_END_DECLS
