/* rows.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

/*
 * Which paragraphs stand side by side: the rows that window and report show.
 *
 * Each row has a cell for every column; a cell is a possibly empty range of the
 * column's blocks.  The cells of a column, in order, are all its blocks: each stands
 * in exactly one row.  A moved paragraph makes two rows, one at each of its places.
 */
typedef enum
{
  DOUBLET_CELL_TEXT,      /* has blocks, and what they correspond to stands in this row */
  DOUBLET_CELL_ONLY_HERE, /* has blocks that the article it is compared with lacks */
  DOUBLET_CELL_MOVED,     /* has blocks that stand elsewhere in the other: see partner */
  DOUBLET_CELL_ABSENT,    /* no blocks: "not in A" */
  DOUBLET_CELL_ELSEWHERE, /* no blocks here, but they stand elsewhere: "not here in A" */
} DoubletCellState;

typedef struct
{
  guint32          first_block;
  guint32          end_block; /* half-open */
  DoubletCellState state;
  guint32          partner; /* row of the other place of a move, else G_MAXUINT32 */
} DoubletCell;

typedef struct
{
  guint        n_columns;
  guint       *columns; /* articles; the first is what the others are read against */
  guint32      n_rows;
  DoubletCell *cells;  /* n_rows * n_columns, row by row */
  gboolean     capped; /* what the first column lacks may stand in several rows though others share it */
} DoubletRows;

DoubletRows       *doublet_rows_new (const DoubletCollation *collation,
                                     const guint            *columns,
                                     guint                   n_columns);
void               doublet_rows_free (DoubletRows *self);
const DoubletCell *doublet_rows_get_cell (const DoubletRows *self,
                                          guint32            row,
                                          guint              column);
guint32            doublet_rows_find (const DoubletRows *self,
                                      guint              column,
                                      guint32            block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRows, doublet_rows_free)

G_END_DECLS
