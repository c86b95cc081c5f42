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
 * as if it were: no mark lies on it, text of the passage has "[…]" in its place, and who
 * wants to cut the passage out of the article is told where it is.
 */

static gboolean
is_quoted (const DoubletTokens *tokens,
           guint32              token)
{
  return (tokens->tokens[token].flags & DOUBLET_TOKEN_FLAG_QUOTED) != 0;
}

static gboolean
leaves_out (const DoubletCollation *collation)
{
  return (doublet_collation_get_options (collation)->ignore & DOUBLET_IGNORE_QUOTATIONS) != 0;
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

  if (!leaves_out (collation) || tokens == NULL)
    return marks;

  pieces = g_array_new (FALSE, FALSE, sizeof (DoubletMark));
  for (guint i = 0; i < marks->len; i++)
    add_prose (pieces, tokens, g_array_index (marks, DoubletMark, i));
  g_array_unref (marks);
  return pieces;
}

/**
 * doublet_left_out_list:
 * @collation: a collation with passages
 * @article: number of one of its articles
 * @start: byte offset
 * @end: byte offset, not included
 *
 * Returns: (transfer full) (nullable) (element-type DoubletRange): the quotations in a
 *   range that are left out, in bytes, rising, without the marks around them; %NULL if
 *   none are
 */
GArray *
doublet_left_out_list (const DoubletCollation *collation,
                       guint                   article,
                       guint32                 start,
                       guint32                 end)
{
  const DoubletTokens *tokens = doublet_collation_get_tokens (collation, article);
  GArray              *ranges;

  if (!leaves_out (collation) || tokens == NULL)
    return NULL;

  ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  for (guint32 token = doublet_tokens_find (tokens, start); token < tokens->n_tokens && tokens->tokens[token].start < end; token++)
    {
      DoubletRange range = { MAX (tokens->tokens[token].start, start), 0 };

      if (!is_quoted (tokens, token))
        continue;
      while (token + 1 < tokens->n_tokens && tokens->tokens[token + 1].start < end && is_quoted (tokens, token + 1))
        token++;
      range.end = MIN (doublet_token_get_end (&tokens->tokens[token]), end);
      g_array_append_val (ranges, range);
    }
  return ranges;
}

/**
 * doublet_left_out_dup_text:
 * @collation: a collation with passages
 * @article: number of one of its articles
 * @start: byte offset
 * @end: byte offset, not included
 *
 * Returns: (transfer full): the text of a range, with "[…]" for quotations that are left out
 */
char *
doublet_left_out_dup_text (const DoubletCollation *collation,
                           guint                   article,
                           guint32                 start,
                           guint32                 end)
{
  const char *text = doublet_article_get_text (doublet_collation_get_article (collation, article), NULL);
  g_autoptr (GArray) ranges = doublet_left_out_list (collation, article, start, end);
  GString *prose = g_string_sized_new (end - start + 1);

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const DoubletRange *range = &g_array_index (ranges, DoubletRange, i);

      g_string_append_len (prose, text + start, range->start - start);
      g_string_append (prose, "[…]");
      start = range->end;
    }
  g_string_append_len (prose, text + start, end - start);
  return g_string_free (prose, FALSE);
}
