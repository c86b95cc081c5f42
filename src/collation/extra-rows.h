/* extra-rows.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"
#include "corpus.h"

G_BEGIN_DECLS

/* An article's words by block, borrowed from the corpus. */
typedef struct
{
  const guint32      *normal;
  const DoubletToken *tokens;
  const guint32      *block_first;
  guint32             n_tokens;
  const guint64      *hashes;
} DoubletCorpusText;

/* Where the blocks of a column stand: the group beside a block, or before an extra one. */
typedef struct
{
  guint32         n_blocks;
  const guint32  *groups;   /* rising */
  const gboolean *is_extra; /* stands beside no group */
} DoubletExtraBlocks;

typedef struct
{
  guint32 *cells; /* by column: a block or G_MAXUINT32 */
  guint32 *words; /* of the block that made the row: sorted normal symbols */
  guint    n_words;
} DoubletExtraRow;

DoubletCorpusText *doublet_corpus_texts_new (const DoubletCollation *collation,
                                             const guint            *columns,
                                             guint                   n_columns);
GPtrArray         *doublet_extra_rows_new (const DoubletCorpusText  *texts,
                                           guint                     n_columns,
                                           const DoubletExtraBlocks *blocks,
                                           guint32                   n_groups);

G_END_DECLS
