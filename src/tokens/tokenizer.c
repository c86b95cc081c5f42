/* tokenizer.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tokenizer.h"

#include "list-marker.h"
#include "token-flags.h"
#include "token-scanner.h"

/*
 * Block by block: the scanner finds the tokens, then their flags are set while
 * they are still in the cache.  No token crosses a block's border.  The typed bullet
 * or number of a list's item belongs to no token.
 */

static DoubletTokens *
take_tokens (DoubletTokenScanner *scanner,
             guint32             *block_first,
             guint                n_blocks)
{
  DoubletTokens *self = g_atomic_rc_box_new0 (DoubletTokens);

  self->n_tokens = scanner->n_tokens;
  self->tokens = g_renew (DoubletToken, g_steal_pointer (&scanner->tokens), scanner->n_tokens);
  self->block_first = block_first;
  self->n_blocks = n_blocks;
  for (guint32 i = 0; i < self->n_tokens; i++)
    self->n_half_words += self->tokens[i].half_words;
  return self;
}

/**
 * doublet_tokenizer_run:
 * @article: an article
 * @progress: (nullable): a progress
 *
 * Finds the tokens of @article.
 *
 * Returns: (transfer full) (nullable): its tokens, or %NULL if the work was cancelled
 */
DoubletTokens *
doublet_tokenizer_run (const DoubletArticle  *article,
                       const DoubletProgress *progress)
{
  gsize                n_bytes;
  const char          *text = doublet_article_get_text (article, &n_bytes);
  guint                n_blocks;
  const DoubletBlock  *blocks = doublet_article_get_blocks (article, &n_blocks);
  g_autofree guint32  *starts = doublet_list_markers_find (article);
  g_autofree guint32  *block_first = g_new (guint32, (gsize)n_blocks + 1);
  DoubletTokens       *self = NULL;
  DoubletTokenScanner  scanner;
  DoubletOpenQuotation quotation = { 0 };
  gboolean             is_done = !doublet_progress_is_cancelled (progress);

  doublet_token_scanner_init (&scanner, text, n_bytes, progress);

  for (guint i = 0; is_done && i < n_blocks; i++)
    {
      block_first[i] = scanner.n_tokens;
      is_done = doublet_token_scanner_run (&scanner, starts[i], blocks[i].end);
      if (is_done && scanner.n_tokens > block_first[i])
        doublet_token_flags_set (scanner.tokens + block_first[i], scanner.n_tokens - block_first[i], text, &quotation);
    }

  if (is_done)
    {
      block_first[n_blocks] = scanner.n_tokens;
      self = take_tokens (&scanner, g_steal_pointer (&block_first), n_blocks);
      doublet_progress_report (progress, 1);
    }
  doublet_token_scanner_clear (&scanner);
  return self;
}

/**
 * doublet_tokens_ref:
 * @self: tokens
 *
 * Returns: (transfer full): @self
 */
DoubletTokens *
doublet_tokens_ref (DoubletTokens *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DoubletTokens *self = data;

  g_free (self->tokens);
  g_free (self->block_first);
}

/**
 * doublet_tokens_unref:
 * @self: (transfer full): tokens
 */
void
doublet_tokens_unref (DoubletTokens *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * doublet_tokens_find:
 * @self: tokens
 * @byte_offset: an offset into the article's text
 *
 * Returns: the first token that ends behind @byte_offset: the one it lies in, or
 *   the one after the space it lies in; the number of tokens if there is none
 */
guint32
doublet_tokens_find (const DoubletTokens *self,
                     guint32              byte_offset)
{
  guint32 low = 0;
  guint32 high = self->n_tokens;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (doublet_token_get_end (&self->tokens[middle]) > byte_offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * doublet_tokens_find_block:
 * @self: tokens
 * @token: the number of one of them
 *
 * Returns: the block it stands in
 */
guint32
doublet_tokens_find_block (const DoubletTokens *self,
                           guint32              token)
{
  guint32 low = 0;
  guint32 high = self->n_blocks;

  /* The last block that begins at @token or before it: blocks without tokens
   * begin where the next one does. */
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->block_first[middle] <= token)
        low = middle;
      else
        high = middle;
    }

  return low;
}
