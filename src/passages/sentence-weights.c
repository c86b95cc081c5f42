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

/* Rows that are kept, by the last digits of the number of sentences: short articles have
 * some ten to a hundred. */
#define N_ROWS 128

/**
 * doublet_sentence_weights_weigh_term:
 * @n_with: in how many sentences a term is, 1 or more
 * @n: of how many
 *
 * Returns: how much the term tells
 */
double
doublet_sentence_weights_weigh_term (double n_with,
                                     double n)
{
  return floor (STEPS_PER_BIT * log2 (n / n_with) + .5);
}

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
  self->rows = g_new0 (DoubletWeightRow, N_ROWS);
  self->counts = g_new0 (guint32, MAX (index->n_terms, 1));
  self->counted = G_MAXUINT32;
}

/**
 * doublet_sentence_weights_clear:
 * @self: weights
 */
void
doublet_sentence_weights_clear (DoubletSentenceWeights *self)
{
  g_free (self->weights);
  g_free (self->rows);
  g_free (self->counts);
}

static guint32
count_sentences (const DoubletSentenceIndex *index,
                 guint32                     article)
{
  return index->first_sentence[article + 1] - index->first_sentence[article];
}

static guint32
count_sentences_of_both (const DoubletSentenceIndex *index,
                         guint32                     x,
                         guint32                     y)
{
  return count_sentences (index, x) + (x == y ? 0 : count_sentences (index, y));
}

/* The weight of a term that is in so many of n sentences. */
static inline double
look_up (DoubletSentenceWeights *self,
         guint32                 n_with,
         guint32                 n)
{
  DoubletWeightRow *row = &self->rows[n % N_ROWS];

  if (n_with >= DOUBLET_WEIGHT_ROW_SIZE)
    return doublet_sentence_weights_weigh_term (n_with, n);
  if (row->n != n)
    {
      row->n = n;
      for (guint32 i = 1; i < DOUBLET_WEIGHT_ROW_SIZE; i++)
        row->weights[i] = doublet_sentence_weights_weigh_term (i, n);
    }
  return row->weights[n_with];
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
  guint32                     n = count_sentences_of_both (index, x, y);

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
      self->weights[MIN (term_i, term_j)] = look_up (self, count, n);
    }
}

/* Counts the sentences of an article by term: pairs come by their first article. */
static void
count_terms (DoubletSentenceWeights *self,
             guint32                 article)
{
  const DoubletSentenceIndex *index = self->index;
  guint32                     old = self->counted;

  if (old == article)
    return;
  for (guint32 i = old < G_MAXUINT32 ? index->first_article_term[old] : 0; old < G_MAXUINT32 && i < index->first_article_term[old + 1]; i++)
    self->counts[index->article_terms[i].term] = 0;
  for (guint32 i = index->first_article_term[article]; i < index->first_article_term[article + 1]; i++)
    self->counts[index->article_terms[i].term] = index->article_terms[i].count;
  self->counted = article;
}

/* In how many sentences of an article a term is; *place is where to look from on, and for
 * the next term, which is greater. */
static guint32
count_term (const DoubletSentenceIndex *index,
            guint32                     article,
            guint32                     term,
            guint32                    *place)
{
  const DoubletTermCount *terms = index->article_terms;
  guint32                 low = *place, end = index->first_article_term[article + 1], high;
  guint32                 step = 1;

  while (low + step < end && terms[low + step].term < term)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step + 1, end);
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (terms[middle].term < term)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;
  return low < end && terms[low].term == term ? terms[low].count : 0;
}

/**
 * doublet_sentence_weights_set_sentences:
 * @self: weights
 * @article_x: rank of an article
 * @article_y: rank of another, or of the same
 * @x: a sentence of the one
 * @y: a sentence of the other
 *
 * Weighs the terms of these two sentences and no others of the articles.
 */
void
doublet_sentence_weights_set_sentences (DoubletSentenceWeights *self,
                                        guint32                 article_x,
                                        guint32                 article_y,
                                        guint32                 x,
                                        guint32                 y)
{
  const DoubletSentenceIndex *index = self->index;
  const guint32               sentences[] = { x, y };
  guint32                     n = count_sentences_of_both (index, article_x, article_y);

  if (self->x == article_x && self->y == article_y)
    return;
  self->x = self->y = G_MAXUINT32;
  count_terms (self, article_x);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const DoubletSentence  *sentence = &index->sentences[sentences[i]];
      const DoubletTermCount *terms = index->sentence_terms + sentence->first_term;
      guint32                 place = index->first_article_term[article_y];

      for (guint32 j = 0; j < sentence->n_terms; j++)
        {
          guint32 count = self->counts[terms[j].term];

          if (article_x != article_y)
            count += count_term (index, article_y, terms[j].term, &place);
          self->weights[terms[j].term] = look_up (self, count, n);
        }
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
