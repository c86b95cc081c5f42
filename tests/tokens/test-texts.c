/* test-texts.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-texts.h"

#include "list-marker.h"

#include <string.h>

/* Every line that holds more than white space is a block. */
DoubletArticle *
test_texts_new_article (const char *text,
                        gsize       n_bytes)
{
  DoubletArticleFields fields = { .name = g_strdup ("test"), .format = "text", .text = g_strndup (text, n_bytes), .n_bytes = n_bytes };
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (DoubletBlock));

  for (gsize start = 0; start < n_bytes;)
    {
      const char  *newline = memchr (text + start, '\n', n_bytes - start);
      gsize        end = newline != NULL ? (gsize)(newline - text) : n_bytes;
      DoubletBlock block = { start, end, DOUBLET_BLOCK_PARAGRAPH, 0 };

      if (end > start)
        g_array_append_val (blocks, block);
      start = end + 1;
    }

  fields.n_blocks = blocks->len;
  fields.blocks = (DoubletBlock *)(gpointer)g_array_free (g_steal_pointer (&blocks), FALSE);
  return doublet_article_new (&fields);
}

/* Where the tokenizer has to decide something. */
static const gunichar ranges[][2] = {
  { 'a', 'z' },
  { 'A', 'Z' },
  { '0', '9' },
  { ' ', '/' },
  { ':', '@' },
  { '\t', '\n' },
  { 0x00a0, 0x00ff },
  { 0x0300, 0x036f },
  { 0x0370, 0x03ff },
  { 0x0400, 0x04ff },
  { 0x0590, 0x06ff },
  { 0x0900, 0x097f },
  { 0x0e00, 0x0eff },
  { 0x1000, 0x10ff },
  { 0x1780, 0x17ff },
  { 0x1950, 0x19df },
  { 0x2000, 0x206f },
  { 0x20d0, 0x20ff },
  { 0x3000, 0x30ff },
  { 0x4e00, 0x4fff },
  { 0xa960, 0xa97f },
  { 0xac00, 0xacff },
  { 0xe000, 0xe00f },
  { 0xfe00, 0xfe6f },
  { 0xff00, 0xffef },
  { 0xfff0, 0xfffd },
  { 0x10a00, 0x10a3f },
  { 0x1f1e6, 0x1f1ff },
  { 0x1f300, 0x1f6ff },
  { 0x20000, 0x200ff },
  { 0xe0000, 0xe01ef },
  { 0x10fff0, 0x10ffff },
  { 1, 0xd7ff },
  { 0xe000, 0x10ffff },
};

/* Valid UTF-8 that nobody ever wrote: short runs from all over Unicode. */
char *
test_texts_dup_random (GRand *rand,
                       guint  n_chars)
{
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < n_chars;)
    {
      const gunichar *range = ranges[g_rand_int_range (rand, 0, G_N_ELEMENTS (ranges))];
      guint           n_run = g_rand_int_range (rand, 1, 5);

      for (; n_run > 0; n_run--, n++)
        g_string_append_unichar (text, g_rand_int_range (rand, range[0], range[1] + 1));
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

static void
assert_space (const char *text,
              guint32     start,
              guint32     end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    if (!is_space (g_utf8_get_char (p)))
      g_error ("U+%04X at byte %u is in no token", g_utf8_get_char (p), (guint)(p - text));
}

static void
assert_token (const char         *text,
              const DoubletToken *token)
{
  g_assert_cmpuint (token->start, <, doublet_token_get_end (token));
  g_assert_cmpuint (token->n_bytes, <=, DOUBLET_TOKEN_MAX_BYTES);
  g_assert_true (g_utf8_validate (text + token->start, token->n_bytes, NULL));
  g_assert_false (is_space (g_utf8_get_char (text + token->start)));
  g_assert_cmpuint (token->half_words, <=, 2);
  if (token->kind >= DOUBLET_TOKEN_PUNCTUATION)
    g_assert_cmpuint (token->half_words, ==, 0);
  else
    g_assert_cmpuint (token->half_words, >, 0);
}

/* What has to be true of the tokens of whatever text. */
void
test_texts_assert_tokens (const DoubletArticle *article,
                          const DoubletTokens  *tokens)
{
  const char         *text = doublet_article_get_text (article, NULL);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);
  g_autofree guint32 *starts = doublet_list_markers_find (article);
  guint64             n_half_words = 0;

  g_assert_cmpuint (tokens->n_blocks, ==, n_blocks);
  g_assert_cmpuint (tokens->block_first[0], ==, 0);
  g_assert_cmpuint (tokens->block_first[n_blocks], ==, tokens->n_tokens);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint32 end = starts[i];

      for (guint32 j = tokens->block_first[i]; j < tokens->block_first[i + 1]; j++)
        {
          const DoubletToken *token = &tokens->tokens[j];
          gboolean            has_space = token->start > end || j == tokens->block_first[i];

          g_assert_cmpuint (token->start, >=, end);
          g_assert_cmpuint (doublet_token_get_end (token), <=, blocks[i].end);
          assert_token (text, token);
          assert_space (text, end, token->start);
          g_assert_cmpint ((token->flags & DOUBLET_TOKEN_FLAG_SPACE_BEFORE) != 0, ==, has_space);
          n_half_words += token->half_words;
          end = doublet_token_get_end (token);
        }
      assert_space (text, end, blocks[i].end);
    }

  g_assert_cmpuint (tokens->n_half_words, ==, n_half_words);
}
