/* alignment.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress.h"
#include "token.h"

G_BEGIN_DECLS

/*
 * The alignment of two articles, a and b, as integers and tokens: this room knows no
 * text.  All positions are token indices, half-open.
 */

/* Positions and diagonals are signed 32-bit numbers inside. */
#define DOUBLET_ALIGNMENT_MAX_TOKENS (1u << 28)

/* What one article is to the aligner; borrowed. */
typedef struct
{
  const DoubletToken *tokens; /* kinds, flags and weights; n_tokens */
  const guint32      *exact;  /* n_tokens; what differences compare */
  const guint32      *normal; /* n_tokens; what anchors and pairing compare */
  guint32             n_tokens;
  const guint32      *block_first; /* n_blocks + 1 */
  guint32             n_blocks;
} DoubletAlignmentText;

/* Over the symbols of both; borrowed. */
typedef struct
{
  guint32        n_exact;
  guint32        n_normal;
  const guint64 *exact_hashes; /* of the form alone: the only order that may decide */
  const guint64 *normal_hashes;
} DoubletAlignmentSymbols;

typedef enum
{
  DOUBLET_SEGMENT_SAME,    /* the same tokens, exactly, on both sides */
  DOUBLET_SEGMENT_CHANGED, /* corresponds, with edits */
  DOUBLET_SEGMENT_ADDED,   /* only in b */
  DOUBLET_SEGMENT_REMOVED, /* only in a */
  DOUBLET_SEGMENT_MOVED,   /* stands elsewhere on the other side */
} DoubletSegmentKind;

/* Edits are those of alignment: ranges of tokens in a and in b, an empty side a
 * range of length 0 at its place. */
typedef enum
{
  DOUBLET_ALIGNMENT_EDIT_CHANGED,
  DOUBLET_ALIGNMENT_EDIT_ADDED,
  DOUBLET_ALIGNMENT_EDIT_REMOVED,
} DoubletAlignmentEditKind;

typedef struct
{
  DoubletAlignmentEditKind kind;
  guint32                  a_start;
  guint32                  a_end;
  guint32                  b_start;
  guint32                  b_end;
} DoubletAlignmentEdit;

/*
 * A move makes two segments with the same number: one that holds its range in a and
 * an empty range of b where it is missing, and one the other way round.  The edits
 * of a move (moved and edited) are the same in both and name the true places on both
 * sides.  An absent side is a range of length 0 at its place; has_a and has_b tell.
 */
typedef struct
{
  DoubletSegmentKind          kind;
  gboolean                    has_a;
  gboolean                    has_b;
  guint32                     a_start;
  guint32                     a_end;
  guint32                     b_start;
  guint32                     b_end;
  guint32                     move;    /* from 1; 0 if not moved */
  guint32                     partner; /* of a move: index of its other segment */
  guint32                     n_edits;
  const DoubletAlignmentEdit *edits; /* in order */
} DoubletSegment;

/*
 * The result: immutable, atomically counted.
 *
 * Invariants: the a-ranges of the segments, in order, are [0, n_a) without gap or
 * overlap, and so are the b-ranges; a segment that is neither moved nor empty on a
 * side begins and ends at a block's border, or inside a block whose rest moved.
 * Aligning b with a gives the mirror of aligning a with b.  Between two segments that
 * stand on both sides those of a alone come before those of b alone.  A block without
 * tokens is in no segment.
 */
typedef struct
{
  const DoubletSegment *segments;
  guint32               n_segments;
  guint32               n_moves;
  guint32               n_a;
  guint32               n_b;
  guint64               kept;   /* tokens matched exactly, before smoothing: for benchmarks */
  gboolean              capped; /* a cost cap was hit: right, but not the shortest */
} DoubletAlignment;

DoubletAlignment *doublet_alignment_run (const DoubletAlignmentText    *a,
                                         const DoubletAlignmentText    *b,
                                         const DoubletAlignmentSymbols *symbols,
                                         const DoubletProgress         *progress);
DoubletAlignment *doublet_alignment_new_mirrored (const DoubletAlignment *self);
DoubletAlignment *doublet_alignment_ref (DoubletAlignment *self);
void              doublet_alignment_unref (DoubletAlignment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletAlignment, doublet_alignment_unref)

G_END_DECLS
