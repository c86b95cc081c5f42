/* selection.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "chain.h"
#include "passage-counts.h"
#include "versions.h"

G_BEGIN_DECLS

/* What an article has in common with another, seen from its side. */
typedef struct
{
  guint32             other;
  guint32             longest; /* half-words */
  DoubletSharedWords  words;   /* of the article, that the other has too */
  DoubletPassageCount count;   /* if the other comes before it */
} DoubletShare;

/*
 * shares[i] lists those of article i, by the other article.  link_counts tells for
 * each link between two articles whether one of its ranges lies inside nothing longer
 * that the two have in common.
 */
typedef struct
{
  GArray **shares; /* DoubletShare */
  guint32  n_articles;
  guint8  *link_counts;
} DoubletShares;

DoubletShares *doublet_selection_run (const DoubletPassageText *text,
                                      DoubletCandidates        *candidates,
                                      const DoubletLinks       *links,
                                      const DoubletVersions    *versions,
                                      const DoubletWordMarks   *marks,
                                      DoubletPassagesCapped    *capped,
                                      const DoubletProgress    *progress);
void           doublet_shares_free (DoubletShares *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletShares, doublet_shares_free)

G_END_DECLS
