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

DoubletCorpusText *doublet_corpus_texts_new (const DoubletCollation *collation,
                                             const guint            *columns,
                                             guint                   n_columns);
GArray            *doublet_extra_rows_new (const DoubletCorpusText *texts,
                                           guint                    n_columns,
                                           const guint32           *starts,
                                           const guint32           *ends);

G_END_DECLS
