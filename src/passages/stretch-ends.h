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

static inline int
doublet_sentence_pairs_compare_by_x (const void *a,
                                     const void *b)
{
  const DoubletSentencePair *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->y < q->y ? -1 : p->y > q->y;
}

static inline int
doublet_sentence_pairs_compare_by_y (const void *a,
                                     const void *b)
{
  const DoubletSentencePair *p = a, *q = b;

  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return p->x < q->x ? -1 : p->x > q->x;
}

G_END_DECLS
