/* alignment-job.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment.h"

G_BEGIN_DECLS

/* A range of a against a range of b, half-open token indices. */
typedef struct
{
  guint32 a_start;
  guint32 a_end;
  guint32 b_start;
  guint32 b_end;
} DoubletBox;

/* A range of a that corresponds to a range of b, and where they differ: edits
 * first_edit to first_edit + n_edits of the job's. */
typedef struct
{
  DoubletBox box;
  guint32    first_edit;
  guint32    n_edits;
  gboolean   moved;
} DoubletRegion;

#define DOUBLET_NO_MATCH G_MAXUINT32

/*
 * One run of the aligner: what every step reads and writes.
 *
 * Borrowed: a, b, symbols, progress.  Owned: all else.
 *
 * match tells for each token of a the token of b it is matched with, exactly equal,
 * or DOUBLET_NO_MATCH; inside a region matches rise on both sides.
 *
 * weights are by rarity in the two articles (see alignment-job.c); common
 * tells the words that hold a sentence together rather than say something, frequent
 * those and more.
 */
typedef struct
{
  const DoubletAlignmentText    *a;
  const DoubletAlignmentText    *b;
  const DoubletAlignmentSymbols *symbols;
  const DoubletProgress         *progress;

  guint32 *match;    /* n_a */
  guint32 *a_twins;  /* n_blocks of a: the same paragraph in b, or DOUBLET_NO_MATCH; see twins.c */
  guint32 *b_twins;  /* n_blocks of b */
  guint32 *weights;  /* n_normal */
  guint8  *common;   /* n_normal: booleans */
  guint8  *frequent; /* n_normal: booleans; see anchors.c */
  GArray  *regions;  /* DoubletRegion: those in place by position; moved ones in any order */
  GArray  *edits;    /* DoubletAlignmentEdit */

  /* The last search for candidates, all (nullable): see similarity.c. */
  GArray *a_asked; /* DoubletPiece */
  GArray *b_asked;
  GArray *candidates; /* DoubletCandidate */

  guint64  ticks;
  gboolean capped;
  gboolean cancelled;
} DoubletAlignmentJob;

DoubletAlignmentJob *doublet_alignment_job_new (const DoubletAlignmentText    *a,
                                                const DoubletAlignmentText    *b,
                                                const DoubletAlignmentSymbols *symbols,
                                                const DoubletProgress         *progress);
void                 doublet_alignment_job_free (DoubletAlignmentJob *self);
gboolean             doublet_alignment_job_tick (DoubletAlignmentJob *self,
                                                 guint64              n_steps);
guint64              doublet_alignment_job_weigh (const DoubletAlignmentJob  *self,
                                                  const DoubletAlignmentText *text,
                                                  guint32                     start,
                                                  guint32                     end);
guint64              doublet_alignment_job_weigh_kept (const DoubletAlignmentJob *self,
                                                       const DoubletRegion       *region);
guint32              doublet_alignment_job_count_kept (const DoubletAlignmentJob *self,
                                                       const DoubletRegion       *region);
gboolean             doublet_alignment_job_is_same_but_for_form (const DoubletAlignmentJob  *self,
                                                                 const DoubletAlignmentEdit *edit);
guint32              doublet_alignment_job_value (const DoubletAlignmentJob  *self,
                                                  const DoubletAlignmentText *text,
                                                  guint32                     start,
                                                  guint32                     end);
guint32              doublet_alignment_text_find_block (const DoubletAlignmentText *text,
                                                        guint32                     token);
gboolean             doublet_alignment_text_is_border (const DoubletAlignmentText *text,
                                                       guint32                     token);
guint32              doublet_alignment_text_half_words (const DoubletAlignmentText *text,
                                                        guint32                     start,
                                                        guint32                     end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletAlignmentJob, doublet_alignment_job_free)

G_END_DECLS
