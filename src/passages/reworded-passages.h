/* reworded-passages.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sentence-regions.h"

G_BEGIN_DECLS

/* Ranges that say the same in other words, by start; the reference is one of them. */
typedef struct
{
  guint32 first_range;
  guint32 n_ranges;
  guint32 reference; /* index into the passage's ranges */
} DoubletRewordedPassage;

typedef struct
{
  GArray                 *passages; /* DoubletRewordedPassage */
  GArray                 *ranges;   /* DoubletRange */
  DoubletSentenceRegions *regions;  /* what they were made of */
  DoubletSentenceIndex   *index;
} DoubletRewordedPassages;

DoubletRewordedPassages *doublet_reworded_passages_find (const DoubletPassageText *text,
                                                         const DoubletSequence    *sequences,
                                                         const guint64            *stem_hashes,
                                                         const DoubletLinks       *links,
                                                         const DoubletVersions    *versions,
                                                         DoubletPassagesCapped    *capped,
                                                         const DoubletProgress    *progress);
void                     doublet_reworded_passages_free (DoubletRewordedPassages *self);
guint32                  doublet_reworded_passages_weigh_same (const DoubletPassageText *text,
                                                               DoubletRange              reference,
                                                               DoubletRange              range);
DoubletPairFigures      *doublet_reworded_passages_add_figures (const DoubletRewordedPassages *self,
                                                                const DoubletPairFigures      *pairs,
                                                                guint32                       *n_pairs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRewordedPassages, doublet_reworded_passages_free)

G_END_DECLS
