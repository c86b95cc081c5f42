/* token-flags.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "token-flags.h"

#include "character-class.h"
#include "quotation-marks.h"

/*
 * What a token means where it stands: ends of sentences and clauses, names,
 * quotations.  All by the look, for every language alike: no list of
 * abbreviations, which would be right for one language only.  So "Mr. Smith" has
 * an end of a sentence in it; "J. R. R. Tolkien", "e.g. this" and "U.S. Army" have
 * none.
 */

/* How many marks a look ahead to the next word passes: a full stop, a quotation
 * mark, a bracket, a dash and their like. */
#define MAX_MARKS_AHEAD 8

typedef struct
{
  DoubletToken *tokens;
  guint32       n_tokens;
  const char   *text;
} Block;

static gunichar
get_first_char (const Block *block,
                guint32      i)
{
  guint n_bytes;

  return doublet_character_decode (block->text + block->tokens[i].start, &n_bytes);
}

static gboolean
is_word (const Block *block,
         guint32      i)
{
  return i < block->n_tokens && block->tokens[i].kind <= DOUBLET_TOKEN_NUMBER;
}

static gboolean
is_space_before (const Block *block,
                 guint32      i)
{
  return i >= block->n_tokens || (block->tokens[i].flags & DOUBLET_TOKEN_FLAG_SPACE_BEFORE) != 0;
}

/* "J." and "U.S." */
static gboolean
is_abbreviated (const Block *block,
                guint32      stop)
{
  const DoubletToken *word;
  gunichar            c;
  guint               n_bytes;

  if (stop == 0 || is_space_before (block, stop) || block->tokens[stop - 1].kind != DOUBLET_TOKEN_WORD)
    return FALSE;

  word = &block->tokens[stop - 1];
  c = doublet_character_decode (block->text + word->start, &n_bytes);
  if (g_unichar_isupper (c) && word->start + n_bytes == doublet_token_get_end (word))
    return TRUE;
  return word->n_bytes >= 3 && block->text[doublet_token_get_end (word) - 2] == '.';
}

static gboolean
ends_sentence (const Block *block,
               guint32      i,
               gunichar     c)
{
  guint32 next = i + 1;

  while (next < block->n_tokens && !is_word (block, next) && next - i < MAX_MARKS_AHEAD)
    next++;
  if (!is_word (block, next))
    return TRUE;
  if (g_unichar_islower (get_first_char (block, next)))
    return FALSE;
  if (c == '.' && next == i + 1 && !is_space_before (block, next))
    return FALSE;
  return c != '.' || !is_abbreviated (block, i);
}

/* A dash parts clauses, a hyphen or "from to" between two words does not; nor
 * does the colon of a time or of a result. */
static gboolean
ends_clause (const Block *block,
             guint32      i,
             gunichar     c)
{
  const DoubletToken *token = &block->tokens[i];

  if (c == '-' || (c >= 0x80 && g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION))
    {
      if (c == 0x2014 || c == 0x2015 || (c == '-' && token->n_bytes > 1))
        return TRUE;
      return is_space_before (block, i) && is_space_before (block, i + 1);
    }
  /* What is no end of a sentence is an abbreviation's, not a pause. */
  if (c == '.' && token->n_bytes == 1)
    return FALSE;
  if (c == ':' && !is_space_before (block, i + 1) && block->tokens[i + 1].kind == DOUBLET_TOKEN_NUMBER)
    return FALSE;
  return (doublet_character_get_properties (c) & (DOUBLET_CHARACTER_ENDS_SENTENCE | DOUBLET_CHARACTER_ENDS_CLAUSE)) != 0;
}

/* English writes one word with a capital that is no name. */
static gboolean
is_pronoun (const char *text,
            const char *end)
{
  guint n_bytes;

  if (*text != 'I')
    return FALSE;
  return text + 1 == end || text[1] == '\'' || doublet_character_decode (text + 1, &n_bytes) == 0x2019;
}

static inline gboolean
begins_with_capital (const Block *block,
                     guint32      i)
{
  const char *text = block->text + block->tokens[i].start;
  gunichar    c;

  /* Most words begin with a small letter of ASCII. */
  if (*text >= 'a' && *text <= 'z')
    return FALSE;
  c = get_first_char (block, i);
  if (c < 0x80)
    return c >= 'A' && c <= 'Z' && !is_pronoun (text, block->text + doublet_token_get_end (&block->tokens[i]));
  return (doublet_character_get_properties (c) & DOUBLET_CHARACTER_IS_CAPITAL) != 0;
}

/**
 * doublet_token_flags_set:
 * @tokens: (array length=n_tokens): the tokens of one block
 * @n_tokens: how many
 * @text: the text they stand in
 * @before: (inout): a quotation that earlier blocks left open
 *
 * Sets all their flags but the one for space before, which has to be there.
 */
void
doublet_token_flags_set (DoubletToken         *tokens,
                         guint32               n_tokens,
                         const char           *text,
                         DoubletOpenQuotation *before)
{
  const Block           block = { tokens, n_tokens, text };
  DoubletQuotationMarks marks;
  gboolean              begins_sentence = TRUE;
  gboolean              after_clause = FALSE;

  doublet_quotation_marks_init (&marks, tokens, n_tokens, text, before);

  for (guint32 i = 0; i < n_tokens; i++)
    {
      DoubletToken *token = &tokens[i];

      if (token->kind <= DOUBLET_TOKEN_NUMBER)
        {
          /* Ideographs, which count half, have no capitals. */
          if (token->kind == DOUBLET_TOKEN_WORD && token->half_words != 1 && !begins_sentence && begins_with_capital (&block, i))
            token->flags |= DOUBLET_TOKEN_FLAG_NAME;
          if (marks.depth > 0)
            token->flags |= DOUBLET_TOKEN_FLAG_QUOTED;
          begins_sentence = FALSE;
          after_clause = FALSE;
        }
      else
        {
          gunichar c = get_first_char (&block, i);

          guint8 properties = doublet_character_get_properties (c);

          token->flags |= doublet_quotation_marks_add (&marks, i, c);
          if ((properties & DOUBLET_CHARACTER_ENDS_SENTENCE) && ends_sentence (&block, i, c))
            token->flags |= DOUBLET_TOKEN_FLAG_SENTENCE_END;
          else if (ends_clause (&block, i, c))
            token->flags |= DOUBLET_TOKEN_FLAG_CLAUSE_END;

          /* A quotation within a sentence begins one of its own after a comma or
           * colon; elsewhere it may be a title or a ship's name. */
          begins_sentence |= (token->flags & DOUBLET_TOKEN_FLAG_SENTENCE_END) != 0;
          begins_sentence |= after_clause && (token->flags & DOUBLET_TOKEN_FLAG_OPENING) != 0;
          after_clause = (token->flags & DOUBLET_TOKEN_FLAG_CLAUSE_END) != 0;
        }
    }

  doublet_quotation_marks_finish (&marks);
}
