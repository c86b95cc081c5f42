/* relations.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "neighbour-groups.h"

G_BEGIN_DECLS

#define DOUBLET_RELATIONS_ALL G_MAXUINT32

/*
 * Which articles an occurrence has to be looked at from, of those that its candidate
 * stands in: all but those that a longer repeat relates to it already.
 *
 * For candidate i partners lists the articles of its ranges from first[i] on, one for
 * each, by group; or first[i] is DOUBLET_RELATIONS_ALL, and all its articles have to be
 * asked.  groups tells for each of those partners the group that the range of the
 * same number is in, and bounds where the partners of a group begin; the next one's are
 * where they end.
 */
typedef struct
{
  guint32 *first;    /* for each candidate */
  guint64 *costs;    /* for each candidate: how many looks it takes */
  GArray  *partners; /* guint32 */
  GArray  *groups;   /* guint32 */
  GArray  *bounds;   /* guint32: one more than there are groups */
} DoubletRelations;

DoubletRelations *doublet_relations_new (const DoubletPassageText *text,
                                         const DoubletCandidates  *candidates,
                                         guint32                   max_articles,
                                         const DoubletProgress    *progress);
void              doublet_relations_free (DoubletRelations *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRelations, doublet_relations_free)

G_END_DECLS
