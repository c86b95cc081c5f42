/* sentence-regions.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sentence-pairs.h"

G_BEGIN_DECLS

/*
 * Two stretches of sentences that say the same, half-open ranges of the index' sentences;
 * x is before y if both are in one article.  Articles are given by their ranks.
 */
typedef struct
{
  guint32      article_x;
  guint32      article_y;
  DoubletRange x;
  DoubletRange y;
} DoubletSentenceRegion;

/* What two articles have in other words: words that nothing else covers, half-words. */
typedef struct
{
  guint32 article_x; /* by rank */
  guint32 article_y;
  guint64 half_words_of_x;
  guint64 half_words_of_y;
} DoubletRewordedShare;

/* Regions and shares stand by articles; no share is of an article and itself. */
typedef struct
{
  GArray *regions; /* DoubletSentenceRegion */
  GArray *shares;  /* DoubletRewordedShare */
} DoubletSentenceRegions;

DoubletSentenceRegions *doublet_sentence_regions_find (const DoubletPassageText   *text,
                                                       const DoubletSentenceIndex *index,
                                                       DoubletCoverage            *coverage,
                                                       GArray                     *pairs,
                                                       const DoubletProgress      *progress);
void                    doublet_sentence_regions_free (DoubletSentenceRegions *self);

static inline DoubletRange
doublet_sentence_index_get_range (const DoubletSentenceIndex *self,
                                  DoubletRange                sentences)
{
  return (DoubletRange){ self->sentences[sentences.start].range.start, self->sentences[sentences.end - 1].range.end };
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletSentenceRegions, doublet_sentence_regions_free)

G_END_DECLS
