/* selection.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"

G_BEGIN_DECLS

/* Words that are the same as words of another article, by an edited passage that
 * is particular to the two. */
typedef struct
{
  DoubletRange range;
  guint32      other;
} DoubletSharedRange;

/* What an article has in common with another, seen from its side. */
typedef struct
{
  guint32 other;
  guint32 longest;    /* half-words */
  guint64 half_words; /* of the article, that the other has too */
} DoubletShare;

/*
 * shares[i] lists those of article i, by the other article.
 */
typedef struct
{
  GArray **shares; /* DoubletShare */
  guint32  n_articles;
} DoubletShares;

DoubletShares *doublet_selection_run (const DoubletPassageText *text,
                                      DoubletCandidates        *candidates,
                                      const GArray             *shared_ranges,
                                      DoubletPassagesCapped    *capped,
                                      const DoubletProgress    *progress);
void           doublet_shares_free (DoubletShares *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletShares, doublet_shares_free)

G_END_DECLS
