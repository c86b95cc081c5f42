/* passage-counts.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "word-marks.h"

G_BEGIN_DECLS

/* How many passages two articles have in common. */
typedef struct
{
  guint32 n_passages;    /* but boilerplate */
  guint32 n_boilerplate; /* all of their words are */
} DoubletPassageCount;

/*
 * Counts, article by article in their order, which candidates are a passage of the
 * article and another.  Seen from either side or from both, a candidate counts once.
 */
typedef struct _DoubletPassageCounts DoubletPassageCounts;

DoubletPassageCounts      *doublet_passage_counts_new (guint32                  n_articles,
                                                       const DoubletCandidates *candidates,
                                                       const DoubletWordMarks  *marks);
void                       doublet_passage_counts_free (DoubletPassageCounts *self);
void                       doublet_passage_counts_add (DoubletPassageCounts *self,
                                                       guint32               candidate,
                                                       guint32               article,
                                                       guint32               other);
const DoubletPassageCount *doublet_passage_counts_finish (DoubletPassageCounts *self,
                                                          guint32               article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletPassageCounts, doublet_passage_counts_free)

G_END_DECLS
