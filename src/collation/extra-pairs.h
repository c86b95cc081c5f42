/* extra-pairs.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "corpus.h"
#include "heaviest-chain.h"

G_BEGIN_DECLS

/* An article's words by block, borrowed from the corpus. */
typedef struct
{
  const guint32      *normal;
  const DoubletToken *tokens;
  const guint32      *block_first;
  guint32             n_tokens;
  const guint64      *hashes; /* by normal symbol; of no order of loading */
} DoubletCorpusText;

/* A block of a column that stands beside none of the first column, and the gaps between
 * groups of the first column that it may stand in: gap g is that before group g. */
typedef struct
{
  guint32  block;
  guint32  low;
  guint32  high;  /* included */
  guint32 *words; /* sorted normal symbols, owned */
  guint32  n_words;
} DoubletExtra;

GArray *doublet_extras_new (void);
void    doublet_extras_add (GArray                  *extras,
                            const DoubletCorpusText *text,
                            guint32                  block,
                            guint32                  low,
                            guint32                  high);
GArray *doublet_extra_pairs_find (const GArray  *a,
                                  const GArray  *b,
                                  const guint64 *hashes,
                                  gboolean      *capped);

G_END_DECLS
