/* sentence-weights.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sentence-index.h"

G_BEGIN_DECLS

/* What terms weigh that are in so few of n sentences: logarithms that come again and again. */
#define DOUBLET_WEIGHT_ROW_SIZE 16

typedef struct
{
  guint32 n;
  double  weights[DOUBLET_WEIGHT_ROW_SIZE];
} DoubletWeightRow;

/*
 * How much each term tells where the sentences of two articles, or of one, are compared:
 * tf-isf, the times it comes in a sentence by the logarithm of how few of all their
 * sentences have it (Sanchez-Perez, Sidorov and Gelbukh 2014).  Only these two articles
 * are asked, so a pair is alike or not whatever else is loaded.
 *
 * weights has an entry for each term of the index; only those that the two articles have
 * are valid.
 */
typedef struct
{
  const DoubletSentenceIndex *index;
  guint32                     x; /* ranks of articles */
  guint32                     y;
  double                     *weights;
  DoubletWeightRow           *rows;
  guint32                    *counts;  /* for each term, in how many sentences of counted it is */
  guint32                     counted; /* the rank of an article, or G_MAXUINT32 */
} DoubletSentenceWeights;

double doublet_sentence_weights_weigh_term (double n_with,
                                            double n);
void   doublet_sentence_weights_init (DoubletSentenceWeights     *self,
                                      const DoubletSentenceIndex *index);
void   doublet_sentence_weights_clear (DoubletSentenceWeights *self);
void   doublet_sentence_weights_set_articles (DoubletSentenceWeights *self,
                                              guint32                 x,
                                              guint32                 y);
void   doublet_sentence_weights_set_sentences (DoubletSentenceWeights *self,
                                               guint32                 article_x,
                                               guint32                 article_y,
                                               guint32                 x,
                                               guint32                 y);
double doublet_sentence_weights_measure_norm (const DoubletSentenceWeights *self,
                                              guint32                       sentence);
double doublet_sentence_weights_measure_dot (const DoubletSentenceWeights *self,
                                             guint32                       x,
                                             guint32                       y);

G_END_DECLS
