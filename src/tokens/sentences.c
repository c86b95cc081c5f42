/* sentences.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentences.h"

/*
 * Sentences, for finding those that say the same in other words.  Where one ends the
 * flags of the tokens know already.  What matters here is not grammar but pieces of
 * like size: short ones go with what follows in their block ("Mr." with "Smith", "Yes."
 * with what was said then), and what has no stop for too long, as verse or a table may,
 * is cut.
 */

/* Half-words.  Fewer than three words are no sentence to compare (Sanchez-Perez,
 * Sidorov and Gelbukh 2014). */
#define MIN_WEIGHT 6

/* Half-words.  Few written sentences are longer than 60 words. */
#define MAX_WEIGHT 120

static gboolean
may_follow (const DoubletToken *token)
{
  return token->kind >= DOUBLET_TOKEN_PUNCTUATION &&
         !(token->flags & (DOUBLET_TOKEN_FLAG_SPACE_BEFORE | DOUBLET_TOKEN_FLAG_OPENING));
}

static void
find_in_block (const DoubletTokens *tokens,
               guint32              first,
               guint32              last,
               GArray              *starts)
{
  guint   n_before = starts->len;
  guint32 weight = 0;

  g_array_append_val (starts, first);
  for (guint32 i = first; i < last; i++)
    {
      gboolean ends = (tokens->tokens[i].flags & DOUBLET_TOKEN_FLAG_SENTENCE_END) != 0;
      guint32  next = i + 1;

      weight += tokens->tokens[i].half_words;
      if (!(ends && weight >= MIN_WEIGHT) && weight < MAX_WEIGHT)
        continue;
      while (next < last && may_follow (&tokens->tokens[next]))
        next++;
      if (next < last)
        g_array_append_val (starts, next);
      weight = 0;
      i = next - 1;
    }

  /* A short rest belongs to what was before it. */
  if (weight > 0 && weight < MIN_WEIGHT && starts->len > n_before + 1)
    g_array_set_size (starts, starts->len - 1);
}

/**
 * doublet_sentences_find:
 * @tokens: the tokens of an article
 *
 * Returns: (transfer full) (element-type guint32): the tokens with which sentences
 *   begin, rising; each reaches to the next or to the end, and none crosses the border
 *   of a block
 */
GArray *
doublet_sentences_find (const DoubletTokens *tokens)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < tokens->n_blocks; i++)
    if (tokens->block_first[i] < tokens->block_first[i + 1])
      find_in_block (tokens, tokens->block_first[i], tokens->block_first[i + 1], starts);
  return starts;
}
