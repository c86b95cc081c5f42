/* stretch-likeness.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "stretch-likeness.h"

#include <math.h>

/**
 * doublet_stretch_likeness_init:
 * @self: a likeness
 * @weights: the weights of terms, kept up to date while @self is used
 */
void
doublet_stretch_likeness_init (DoubletStretchLikeness       *self,
                               const DoubletSentenceWeights *weights)
{
  self->weights = weights;
  self->terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < G_N_ELEMENTS (self->sums); i++)
    {
      self->sums[i] = g_new0 (double, MAX (weights->index->n_terms, 1));
      self->norms[i] = 0;
    }
  self->dot = 0;
}

/**
 * doublet_stretch_likeness_clear:
 * @self: a likeness
 */
void
doublet_stretch_likeness_clear (DoubletStretchLikeness *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sums); i++)
    g_free (self->sums[i]);
  g_array_unref (self->terms);
}

static void
add (DoubletStretchLikeness *self,
     gboolean                is_y,
     DoubletRange            sentences,
     double                  sign)
{
  const DoubletSentenceIndex *index = self->weights->index;
  double                     *sums = self->sums[is_y], *others = self->sums[!is_y];

  for (guint32 i = sentences.start; i < sentences.end; i++)
    {
      const DoubletSentence  *sentence = &index->sentences[i];
      const DoubletTermCount *terms = index->sentence_terms + sentence->first_term;
      guint32                *added = NULL;

      if (sign > 0)
        {
          g_array_set_size (self->terms, self->terms->len + sentence->n_terms);
          added = &g_array_index (self->terms, guint32, self->terms->len - sentence->n_terms);
        }
      for (guint32 j = 0; j < sentence->n_terms; j++)
        {
          guint32 term = terms[j].term;
          double  weight = sign * terms[j].count * self->weights->weights[term];

          self->norms[is_y] += weight * (2 * sums[term] + weight);
          self->dot += weight * others[term];
          sums[term] += weight;
          if (sign > 0)
            added[j] = term;
        }
    }
}

/**
 * doublet_stretch_likeness_set:
 * @self: a likeness
 * @x: sentences
 * @y: others
 *
 * Makes @self that of @x and @y.
 */
void
doublet_stretch_likeness_set (DoubletStretchLikeness *self,
                              DoubletRange            x,
                              DoubletRange            y)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      guint32 term = g_array_index (self->terms, guint32, i);

      self->sums[0][term] = self->sums[1][term] = 0;
    }
  g_array_set_size (self->terms, 0);
  self->norms[0] = self->norms[1] = self->dot = 0;
  add (self, FALSE, x, 1);
  add (self, TRUE, y, 1);
}

/**
 * doublet_stretch_likeness_put:
 * @self: a likeness
 * @is_y: to which stretch
 * @sentences: what is put to it
 */
void
doublet_stretch_likeness_put (DoubletStretchLikeness *self,
                              gboolean                is_y,
                              DoubletRange            sentences)
{
  add (self, is_y, sentences, 1);
}

/**
 * doublet_stretch_likeness_take:
 * @self: a likeness
 * @is_y: from which stretch
 * @sentences: what is taken away, which is in it
 */
void
doublet_stretch_likeness_take (DoubletStretchLikeness *self,
                               gboolean                is_y,
                               DoubletRange            sentences)
{
  add (self, is_y, sentences, -1);
}

/**
 * doublet_stretch_likeness_get_cosine:
 * @self: a likeness
 *
 * Returns: the cosine of the two stretches, 0 to 1
 */
double
doublet_stretch_likeness_get_cosine (const DoubletStretchLikeness *self)
{
  return self->norms[0] > 0 && self->norms[1] > 0 ? self->dot / sqrt (self->norms[0] * self->norms[1]) : 0;
}

/**
 * doublet_stretch_likeness_measure_evidence:
 * @self: a likeness
 *
 * Returns: what the terms that both stretches have weigh, each once
 */
double
doublet_stretch_likeness_measure_evidence (const DoubletStretchLikeness *self)
{
  double evidence = 0;

  for (guint i = 0; i < self->terms->len; i++)
    {
      guint32 term = g_array_index (self->terms, guint32, i);

      /* A term is listed for each sentence that has it; its sign tells that it was met. */
      if (self->sums[0][term] > 0 && self->sums[1][term] > 0)
        {
          evidence += self->weights->weights[term];
          self->sums[0][term] = -self->sums[0][term];
        }
    }
  for (guint i = 0; i < self->terms->len; i++)
    {
      guint32 term = g_array_index (self->terms, guint32, i);

      self->sums[0][term] = fabs (self->sums[0][term]);
    }
  return evidence;
}
