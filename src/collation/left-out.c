/* left-out.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "left-out.h"

/*
 * Where quotations are left out, a passage goes on behind them: the prose around is the
 * same, whatever is said in between.  What is said is no part of it, and must not look
 * as if it were.
 */

static gboolean
is_quoted (const DoubletTokens *tokens,
           guint32              token)
{
  return (tokens->tokens[token].flags & DOUBLET_TOKEN_FLAG_QUOTED) != 0;
}

/* Adds what of a mark is prose; a piece that is left of the first span of an occurrence
 * carries its number. */
static void
add_prose (GArray              *pieces,
           const DoubletTokens *tokens,
           DoubletMark          mark)
{
  guint32 end = mark.end;
  guint32 token = doublet_tokens_find (tokens, mark.start);

  while (token < tokens->n_tokens && tokens->tokens[token].start < end)
    {
      for (; token < tokens->n_tokens && tokens->tokens[token].start < end && is_quoted (tokens, token); token++)
        mark.start = doublet_token_get_end (&tokens->tokens[token]);
      mark.end = mark.start;
      for (; token < tokens->n_tokens && tokens->tokens[token].start < end && !is_quoted (tokens, token); token++)
        mark.end = MIN (doublet_token_get_end (&tokens->tokens[token]), end);
      if (mark.start < mark.end)
        {
          g_array_append_val (pieces, mark);
          mark.flags &= ~DOUBLET_MARK_STARTS;
        }
      if (token < tokens->n_tokens)
        mark.start = tokens->tokens[token].start;
    }
}

/**
 * doublet_left_out_cut:
 * @collation: a collation
 * @article: number of one of its articles
 * @marks: (transfer full): its marks of passages
 *
 * Returns: (transfer full): the same without the quotations that are left out
 */
GArray *
doublet_left_out_cut (const DoubletCollation *collation,
                      guint                   article,
                      GArray                 *marks)
{
  const DoubletTokens *tokens = doublet_collation_get_tokens (collation, article);
  GArray              *pieces;

  if ((doublet_collation_get_options (collation)->ignore & DOUBLET_IGNORE_QUOTATIONS) == 0 || tokens == NULL)
    return marks;

  pieces = g_array_new (FALSE, FALSE, sizeof (DoubletMark));
  for (guint i = 0; i < marks->len; i++)
    add_prose (pieces, tokens, g_array_index (marks, DoubletMark, i));
  g_array_unref (marks);
  return pieces;
}
