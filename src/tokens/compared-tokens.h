/* compared-tokens.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "corpus.h"

G_BEGIN_DECLS

/*
 * What passages are looked for in: the tokens of one article that are not ignored, in
 * order, by normal form.  The arrays have n entries.  Made when passages are looked for
 * and freed then: nine bytes for each token would be much to keep.
 */
typedef struct
{
  const DoubletTokens *all;        /* of the article; borrowed from the corpus */
  guint32             *symbols;    /* normal symbols */
  guint32             *tokens;     /* which token each is: rising */
  guint8              *half_words; /* of each */
  guint32              n;
} DoubletComparedTokens;

void doublet_compared_tokens_init (DoubletComparedTokens *self,
                                   const DoubletCorpus   *corpus,
                                   guint                  article);
void doublet_compared_tokens_clear (DoubletComparedTokens *self);

G_END_DECLS
