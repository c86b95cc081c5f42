/* similarity.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

/* A range of one article that has no counterpart yet. */
typedef struct
{
  guint32  start;
  guint32  end;
  guint32  block;
  guint32  gap; /* pieces of the same gap face each other */
  guint32  half_words;
  guint64  weight;
  gboolean is_block; /* all of it */
  gboolean is_used;
} DoubletPiece;

/* Two pieces with something in common: shared is the weight of the words that both
 * hold, in whatever order. */
typedef struct
{
  guint32 a; /* index into the pieces */
  guint32 b;
  guint64 shared;
  double  dice;        /* shared in both, of both */
  double  containment; /* of the lighter one */
} DoubletCandidate;

GArray *doublet_similarity_find_candidates (DoubletAlignmentJob *job,
                                            const GArray        *a_pieces,
                                            const GArray        *b_pieces);

G_END_DECLS
