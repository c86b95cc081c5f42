/* sentence-search.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sentence-classes.h"

G_BEGIN_DECLS

/* From Sanchez-Perez, Sidorov and Gelbukh 2014, who took it from the training half of
 * PAN 2013. */
#define DOUBLET_SENTENCE_MIN_DICE .33

/* One telling word in common is chance. */
#define DOUBLET_SENTENCE_MIN_TELLING 2

/* Two classes of sentences, x <= y, that are alike by Dice; a class is like itself if it
 * has several sentences. */
typedef struct
{
  guint32 x;
  guint32 y;
} DoubletSentenceClassPair;

typedef struct
{
  DoubletSentenceClasses *classes;
  GArray                 *pairs; /* DoubletSentenceClassPair, by x, then in no order */
} DoubletSentenceSearch;

DoubletSentenceSearch *doublet_sentence_search_run (const DoubletPassageText   *text,
                                                    const DoubletSentenceIndex *index,
                                                    DoubletPassagesCapped      *capped,
                                                    const DoubletProgress      *progress);
void                   doublet_sentence_search_free (DoubletSentenceSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletSentenceSearch, doublet_sentence_search_free)

G_END_DECLS
