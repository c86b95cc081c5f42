/* edited-passages.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "chain.h"
#include "repeat-index.h"

G_BEGIN_DECLS

/* Edits are in places, not in an article's positions; same is in half-words. */
typedef struct
{
  DoubletRange range;
  guint32      same;
  guint32      first_edit;
  guint32      n_edits;
} DoubletEditedOccurrence;

/* occurrences are sorted by start; reference counts from the first of them. */
typedef struct
{
  guint32 first_occurrence;
  guint32 n_occurrences;
  guint32 reference;
} DoubletEditedPassage;

typedef struct
{
  GArray *passages;    /* DoubletEditedPassage */
  GArray *occurrences; /* DoubletEditedOccurrence */
  GArray *edits;       /* DoubletPassageEdit */
} DoubletEditedPassages;

DoubletEditedPassages *doublet_edited_passages_new (void);
void                   doublet_edited_passages_free (DoubletEditedPassages *self);
gboolean               doublet_edited_passages_find (DoubletEditedPassages    *self,
                                                     const DoubletPassageText *text,
                                                     const DoubletRepeatIndex *repeats,
                                                     DoubletLinks             *links,
                                                     guint                     min_identical,
                                                     DoubletPassagesCapped    *capped,
                                                     const DoubletProgress    *progress);
void                   doublet_edited_passages_add (const DoubletEditedPassages *self,
                                                    const DoubletPassageText    *text,
                                                    DoubletCandidates           *candidates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletEditedPassages, doublet_edited_passages_free)

G_END_DECLS
