/* compared-tokens.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compared-tokens.h"

/**
 * doublet_compared_tokens_init:
 * @self: where to write them
 * @corpus: a corpus
 * @article: number of one of its articles
 *
 * Lists the tokens of the article that are not ignored: marks and quotations if the
 * corpus ignores them, and always what is invisible.  @corpus has to outlive @self.
 */
void
doublet_compared_tokens_init (DoubletComparedTokens *self,
                              const DoubletCorpus   *corpus,
                              guint                  article)
{
  const DoubletTokens *tokens = corpus->articles[article].tokens;
  const guint32       *normal = corpus->articles[article].normal;
  const gboolean       ignores_marks = (corpus->ignore & DOUBLET_IGNORE_PUNCTUATION) != 0;
  const guint8         ignored_flags = (corpus->ignore & DOUBLET_IGNORE_QUOTATIONS) != 0 ? DOUBLET_TOKEN_FLAG_QUOTED : 0;
  guint32              n = 0;

  self->all = tokens;
  self->normal = normal;
  self->tokens = g_new (guint32, tokens->n_tokens);
  self->half_words = g_new (guint8, tokens->n_tokens);

  /* Without a branch: which tokens are marks is what a processor guesses worst. */
  for (guint32 i = 0; i < tokens->n_tokens; i++)
    {
      const DoubletToken *token = &tokens->tokens[i];
      gboolean            is_mark = token->kind >= DOUBLET_TOKEN_PUNCTUATION;

      self->tokens[n] = i;
      self->half_words[n] = token->half_words;
      n += !((is_mark & ignores_marks) | ((token->flags & ignored_flags) != 0) | (normal[i] == corpus->empty[FALSE]) | (normal[i] == corpus->empty[TRUE]));
    }

  self->n = n;
  if (n == tokens->n_tokens)
    g_clear_pointer (&self->tokens, g_free);
  else
    self->tokens = g_renew (guint32, self->tokens, n);
  self->half_words = g_renew (guint8, self->half_words, n);
}

/**
 * doublet_compared_tokens_clear:
 * @self: compared tokens
 *
 * Frees what @self holds, but not @self.
 */
void
doublet_compared_tokens_clear (DoubletComparedTokens *self)
{
  g_free (self->tokens);
  g_free (self->half_words);
}
