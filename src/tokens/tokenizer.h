/* tokenizer.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "progress.h"
#include "token.h"

G_BEGIN_DECLS

/*
 * The tokens of one article, in order: immutable, atomically counted.  They do
 * not depend on any option.
 *
 * block_first has n_blocks + 1 entries: block i owns the tokens
 * block_first[i] to block_first[i + 1], half-open.
 */
typedef struct
{
  DoubletToken *tokens;
  guint32       n_tokens;
  guint32      *block_first;
  guint32       n_blocks;
  guint64       n_half_words;
} DoubletTokens;

DoubletTokens *doublet_tokenizer_run (const DoubletArticle  *article,
                                      const DoubletProgress *progress);
DoubletTokens *doublet_tokens_ref (DoubletTokens *self);
void           doublet_tokens_unref (DoubletTokens *self);
guint32        doublet_tokens_find (const DoubletTokens *self,
                                    guint32              byte_offset);
guint32        doublet_tokens_find_block (const DoubletTokens *self,
                                          guint32              token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletTokens, doublet_tokens_unref)

G_END_DECLS
