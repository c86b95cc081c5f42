/* changes.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

/* The differences of two articles as a list, in reading order. */
typedef enum
{
  DOUBLET_CHANGE_CHANGED, /* words inside a paragraph */
  DOUBLET_CHANGE_ADDED,
  DOUBLET_CHANGE_REMOVED,
  DOUBLET_CHANGE_ONLY_A, /* a whole paragraph */
  DOUBLET_CHANGE_ONLY_B,
  DOUBLET_CHANGE_MOVED, /* once for both places, at that in b */
} DoubletChangeKind;

/* Bytes; an absent side is a range of length 0 at its place. */
typedef struct
{
  DoubletChangeKind kind;
  gboolean          headline; /* in the headline of either side */
  guint32           a_start;
  guint32           a_end;
  guint32           b_start;
  guint32           b_end;
  guint32           a_block; /* where a_start is, G_MAXUINT32 if a has no blocks */
  guint32           b_block;
  guint32           words_a; /* of the range */
  guint32           words_b;
  guint32           half_words_a; /* the same in halves of a word: see DoubletToken */
  guint32           half_words_b;
  guint32           n_edits; /* of a move: words or places changed on the way */
  guint             facts;   /* inside paragraphs: kinds of facts that differ, bits of 1 << DoubletFactKind */
} DoubletChange;

/* The figures of the differences. */
typedef struct
{
  guint32 words_only_a;
  guint32 words_only_b;
  guint32 n_places;          /* changed, added, removed inside paragraphs, or whole paragraphs */
  guint32 n_moved;           /* paragraphs */
  guint32 n_facts;           /* changed ones: figures, names, quotations, negations */
  guint64 half_words_only_a; /* as words_only_a, in halves of a word */
  guint64 half_words_only_b;
} DoubletChangeFigures;

GArray *doublet_changes_new (const DoubletCollation *collation,
                             const DoubletAlignment *alignment,
                             guint                   a,
                             guint                   b,
                             DoubletChangeFigures   *figures);
void    doublet_changes_measure (const DoubletCollation *collation,
                                 const DoubletAlignment *alignment,
                                 const guint8           *facts,
                                 guint                   a,
                                 guint                   b,
                                 DoubletChangeFigures   *figures);
char   *doublet_change_figures_describe (const DoubletChangeFigures *self,
                                         const DoubletCollation     *collation,
                                         guint                       a,
                                         guint                       b,
                                         const char                 *between);
char   *doublet_change_figures_describe_facts (const DoubletChangeFigures *self);
char   *doublet_change_describe (const DoubletChange    *self,
                                 const DoubletCollation *collation,
                                 guint                   a,
                                 guint                   b);
char   *doublet_change_describe_facts (const DoubletChange *self);

G_END_DECLS
