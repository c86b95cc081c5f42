/* extra-rows.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"
#include "extra-pairs.h"

G_BEGIN_DECLS

/* Where the blocks of a column stand: the group beside a block, or before an extra one. */
typedef struct
{
  guint32         n_blocks;
  const guint32  *groups;   /* rising */
  const gboolean *is_extra; /* stands beside no group */
} DoubletExtraBlocks;

/* Rows of extra blocks, in order; gap g is that before group g. */
typedef struct
{
  guint32  n_rows;
  guint32 *gaps;   /* by row, rising */
  guint32 *cells;  /* by row, then column: a block or G_MAXUINT32 */
  gboolean capped; /* there was too much to look at: blocks that are alike may stand in two rows */
} DoubletExtraRows;

DoubletCorpusText *doublet_corpus_texts_new (const DoubletCollation *collation,
                                             const guint            *columns,
                                             guint                   n_columns);
void               doublet_extra_rows_init (DoubletExtraRows         *self,
                                            const DoubletCorpusText  *texts,
                                            guint                     n_columns,
                                            const DoubletExtraBlocks *blocks,
                                            guint32                   n_groups);
void               doublet_extra_rows_clear (DoubletExtraRows *self);

G_END_DECLS
