/* marks.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

/*
 * What is to be marked in one article's text: spans that do not overlap, in order.
 * Window and report draw the same ones.
 */
typedef enum
{
  DOUBLET_MARK_NONE = 0,
  DOUBLET_MARK_PASSAGE = 1 << 0,   /* inside an occurrence: passage and place tell which */
  DOUBLET_MARK_DIFFERS = 1 << 1,   /* inside an edited occurrence: not as in its reference */
  DOUBLET_MARK_DELETED = 1 << 2,   /* in a, not in b: inside a changed paragraph */
  DOUBLET_MARK_INSERTED = 1 << 3,  /* in b, not in a: inside a changed paragraph */
  DOUBLET_MARK_ONLY_HERE = 1 << 4, /* a whole paragraph that the other article lacks */
  DOUBLET_MARK_MOVED = 1 << 5,     /* stands elsewhere in the other article */
  DOUBLET_MARK_STARTS = 1 << 6,    /* the first span of an occurrence: the number goes here */
  DOUBLET_MARK_FACT = 1 << 7,      /* deleted or inserted: a figure, name, quotation or negation differs */
} DoubletMarkFlags;

#define DOUBLET_NO_PASSAGE G_MAXUINT32

typedef struct
{
  guint32          start; /* bytes, half-open */
  guint32          end;
  DoubletMarkFlags flags;
  guint32          passage; /* index of the finding, or DOUBLET_NO_PASSAGE; where several cover the span, the longest */
  guint32          place;   /* index into its places */
} DoubletMark;

/* Which passages are marked. */
typedef enum
{
  DOUBLET_MARKS_SHARED,   /* those with an occurrence in another of the columns */
  DOUBLET_MARKS_REPEATED, /* those with another occurrence in the same article */
  DOUBLET_MARKS_BOTH,
} DoubletMarksScope;

GArray  *doublet_marks_for_passages (const DoubletCollation *collation,
                                     guint                   article,
                                     DoubletMarksScope       scope,
                                     const guint            *columns,
                                     guint                   n_columns);
GArray  *doublet_marks_for_differences (const DoubletCollation *collation,
                                        const DoubletAlignment *alignment,
                                        const guint8           *facts,
                                        guint                   a,
                                        guint                   b,
                                        gboolean                side_b);
GArray  *doublet_marks_merge (const GArray *passages,
                              const GArray *differences);
gboolean doublet_marks_wants_finding (const DoubletFinding *finding,
                                      DoubletMarksScope     scope,
                                      const guint          *columns,
                                      guint                 n_columns);

G_END_DECLS
