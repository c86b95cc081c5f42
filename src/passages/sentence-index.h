/* sentence-index.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-text.h"

G_BEGIN_DECLS

/* A term and how often it comes: in a sentence; or in how many sentences of an article. */
typedef struct
{
  guint32 term;
  guint32 count;
} DoubletTermCount;

/* A sentence: its place in the text and its terms, each once, rising. */
typedef struct
{
  DoubletRange range;
  guint32      first_term;
  guint32      n_terms;
} DoubletSentence;

/*
 * The sentences of all articles as bags of terms.  Articles are numbered by their rank
 * here, so nothing depends on the order of loading, and so are sentences.  A term is a
 * word's stem, or two neighbouring characters of a script without spaces.
 *
 * first_sentence and first_article_term have n_articles + 1 entries.
 */
typedef struct
{
  guint32           n_articles;
  guint32           n_sentences;
  guint32           n_terms;
  guint32          *article; /* by rank: the number the article was given */
  guint32          *first_sentence;
  DoubletSentence  *sentences;
  DoubletTermCount *sentence_terms;
  guint32          *first_article_term;
  DoubletTermCount *article_terms; /* in how many sentences of the article */
} DoubletSentenceIndex;

DoubletSentenceIndex *doublet_sentence_index_new (const DoubletPassageText *text,
                                                  const DoubletSequence    *sequences,
                                                  const guint64            *stem_hashes,
                                                  const DoubletProgress    *progress);
void                  doublet_sentence_index_free (DoubletSentenceIndex *self);
guint32               doublet_sentence_index_find_article (const DoubletSentenceIndex *self,
                                                           guint32                     sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletSentenceIndex, doublet_sentence_index_free)

G_END_DECLS
