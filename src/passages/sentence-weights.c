/* sentence-weights.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence-weights.h"

#include <math.h>

/* Weights are whole multiples of a fraction of a bit, so that sums of products are exact
 * and do not depend on the order of adding. */
#define STEPS_PER_BIT 64

/**
 * doublet_sentence_weights_init:
 * @self: weights
 * @index: the sentences
 */
void
doublet_sentence_weights_init (DoubletSentenceWeights     *self,
                               const DoubletSentenceIndex *index)
{
  self->index = index;
  self->x = self->y = G_MAXUINT32;
  self->weights = g_new0 (double, MAX (index->n_terms, 1));
}

/**
 * doublet_sentence_weights_clear:
 * @self: weights
 */
void
doublet_sentence_weights_clear (DoubletSentenceWeights *self)
{
  g_free (self->weights);
}

static guint32
count_sentences (const DoubletSentenceIndex *index,
                 guint32                     article)
{
  return index->first_sentence[article + 1] - index->first_sentence[article];
}

/**
 * doublet_sentence_weights_set_articles:
 * @self: weights
 * @x: rank of an article
 * @y: rank of another, or of the same
 *
 * Weighs the terms of these two.
 */
void
doublet_sentence_weights_set_articles (DoubletSentenceWeights *self,
                                       guint32                 x,
                                       guint32                 y)
{
  const DoubletSentenceIndex *index = self->index;
  guint32                     i = index->first_article_term[x], end_i = index->first_article_term[x + 1];
  guint32                     j = x == y ? 0 : index->first_article_term[y], end_j = x == y ? 0 : index->first_article_term[y + 1];
  double                      n = count_sentences (index, x) + (x == y ? 0 : count_sentences (index, y));

  if (self->x == x && self->y == y)
    return;
  self->x = x;
  self->y = y;
  while (i < end_i || j < end_j)
    {
      guint32 term_i = i < end_i ? index->article_terms[i].term : G_MAXUINT32;
      guint32 term_j = j < end_j ? index->article_terms[j].term : G_MAXUINT32;
      guint32 count = 0;

      if (term_i <= term_j)
        count += index->article_terms[i++].count;
      if (term_j <= term_i)
        count += index->article_terms[j++].count;
      self->weights[MIN (term_i, term_j)] = floor (STEPS_PER_BIT * log2 (n / count) + .5);
    }
}

/**
 * doublet_sentence_weights_measure_norm:
 * @self: weights
 * @sentence: a sentence of one of the articles
 *
 * Returns: the square of the sentence's length as a vector
 */
double
doublet_sentence_weights_measure_norm (const DoubletSentenceWeights *self,
                                       guint32                       sentence)
{
  const DoubletSentence  *of = &self->index->sentences[sentence];
  const DoubletTermCount *terms = self->index->sentence_terms + of->first_term;
  double                  sum = 0;

  for (guint32 i = 0; i < of->n_terms; i++)
    {
      double weight = terms[i].count * self->weights[terms[i].term];

      sum += weight * weight;
    }
  return sum;
}

/**
 * doublet_sentence_weights_measure_dot:
 * @self: weights
 * @x: a sentence of one of the articles
 * @y: another
 *
 * Returns: the product of both as vectors
 */
double
doublet_sentence_weights_measure_dot (const DoubletSentenceWeights *self,
                                      guint32                       x,
                                      guint32                       y)
{
  const DoubletSentence  *of_x = &self->index->sentences[x], *of_y = &self->index->sentences[y];
  const DoubletTermCount *terms_x = self->index->sentence_terms + of_x->first_term;
  const DoubletTermCount *terms_y = self->index->sentence_terms + of_y->first_term;
  double                  sum = 0;

  for (guint32 i = 0, j = 0; i < of_x->n_terms && j < of_y->n_terms;)
    {
      if (terms_x[i].term == terms_y[j].term)
        {
          double weight = self->weights[terms_x[i].term];

          sum += terms_x[i++].count * weight * terms_y[j++].count * weight;
        }
      else if (terms_x[i].term < terms_y[j].term)
        {
          i++;
        }
      else
        {
          j++;
        }
    }
  return sum;
}
