/* stretch-ends.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sentence-pairs.h"
#include "stretch-likeness.h"

G_BEGIN_DECLS

/* Two stretches of sentences, half-open ranges. */
typedef struct
{
  DoubletRange x;
  DoubletRange y;
} DoubletStretches;

/**
 * DoubletMayTakeFunc:
 * @sentence: a sentence
 * @data: what was given with the function
 *
 * Returns: whether @sentence may belong to a stretch
 */
typedef gboolean (*DoubletMayTakeFunc) (guint32  sentence,
                                        gpointer data);

void doublet_sentence_pairs_sort (DoubletSentencePair *pairs,
                                  guint32              n,
                                  gboolean             by_y);
void doublet_stretch_ends_shed (DoubletStretches          *self,
                                DoubletStretchLikeness    *likeness,
                                const DoubletSentencePair *pairs,
                                guint32                    n_pairs);
void doublet_stretch_ends_extend (DoubletStretches       *self,
                                  DoubletStretchLikeness *likeness,
                                  DoubletRange            sentences_x,
                                  DoubletRange            sentences_y,
                                  DoubletMayTakeFunc      may_take,
                                  gpointer                data);

G_END_DECLS
