/* stretch-likeness.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sentence-weights.h"

G_BEGIN_DECLS

/*
 * Two stretches of sentences as vectors, each the sum of its sentences', and how much
 * alike they are.  Sentences are put to either and taken away again one by one, so that
 * moving an end costs no more than what is moved.
 *
 * sums have an entry for each term of the index, not 0 only for terms that are listed.
 * Products of weights are whole numbers, so taking away undoes putting.
 */
typedef struct
{
  const DoubletSentenceWeights *weights; /* (unowned) */
  double                       *sums[2]; /* of x and of y */
  double                        norms[2];
  double                        dot;
  GArray                       *terms; /* guint32: those that were added to, more than once too */
} DoubletStretchLikeness;

void   doublet_stretch_likeness_init (DoubletStretchLikeness       *self,
                                      const DoubletSentenceWeights *weights);
void   doublet_stretch_likeness_clear (DoubletStretchLikeness *self);
void   doublet_stretch_likeness_set (DoubletStretchLikeness *self,
                                     DoubletRange            x,
                                     DoubletRange            y);
void   doublet_stretch_likeness_put (DoubletStretchLikeness *self,
                                     gboolean                is_y,
                                     DoubletRange            sentences);
void   doublet_stretch_likeness_take (DoubletStretchLikeness *self,
                                      gboolean                is_y,
                                      DoubletRange            sentences);
double doublet_stretch_likeness_get_cosine (const DoubletStretchLikeness *self);
double doublet_stretch_likeness_measure_evidence (const DoubletStretchLikeness *self);

G_END_DECLS
