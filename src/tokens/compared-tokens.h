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
 * order, by normal form.  Made when passages are looked for and freed then.
 */
typedef struct
{
  const DoubletTokens *all;        /* of the article; borrowed from the corpus */
  const guint32       *normal;     /* the normal symbols of all; borrowed, too */
  guint32             *tokens;     /* (nullable): which token each is, rising; NULL if none is ignored */
  guint8              *half_words; /* of each */
  guint32              n;
} DoubletComparedTokens;

void doublet_compared_tokens_init (DoubletComparedTokens *self,
                                   const DoubletCorpus   *corpus,
                                   guint                  article);
void doublet_compared_tokens_clear (DoubletComparedTokens *self);

/* Which token of the article the one at @position is. */
static inline guint32
doublet_compared_tokens_get (const DoubletComparedTokens *self,
                             guint32                      position)
{
  return self->tokens != NULL ? self->tokens[position] : position;
}

/* The normal symbol of the token at @position. */
static inline guint32
doublet_compared_tokens_get_symbol (const DoubletComparedTokens *self,
                                    guint32                      position)
{
  return self->normal[doublet_compared_tokens_get (self, position)];
}

G_END_DECLS
