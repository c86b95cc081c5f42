/* test-tokenizer.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tokenizer.h"

#include "stop-flag.h"

#include <string.h>

#include "test-texts.h"

#include <gio/gio.h>

/* The tokens of @text, parted by "|", each with a letter for its kind and its
 * half words. */
static char *
dup_tokens (const char *text)
{
  g_autoptr (DoubletArticle) article = test_texts_new_article (text, strlen (text));
  g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);
  GString *result = g_string_new (NULL);

  test_texts_assert_tokens (article, tokens);
  for (guint32 i = 0; i < tokens->n_tokens; i++)
    {
      const DoubletToken *token = &tokens->tokens[i];

      if (i > 0)
        g_string_append_c (result, '|');
      g_string_append_len (result, text + token->start, token->n_bytes);
      g_string_append_printf (result, "/%c%u", "wnps"[token->kind], token -> half_words);
    }
  return g_string_free (result, FALSE);
}

static void
test_table (void)
{
  static const char *cases[][2] = {
    { "", "" },
    { " \t\r\n", "" },
    { "two words", "two/w2|words/w2" },
    { "Stop, please.", "Stop/w2|,/p0|please/w2|./p0" },
    { "state-of-the-art", "state-of-the-art/w2" },
    { "well\u2010known non\u2011stop", "well\u2010known/w2|non\u2011stop/w2" },
    { "pre- and post-war", "pre/w2|-/p0|and/w2|post-war/w2" },
    { "don't l\u2019homme", "don't/w2|l\u2019homme/w2" },
    { "the dogs' 'tis", "the/w2|dogs/w2|'/p0|'/p0|tis/w2" },
    { "1,234.56 10% $5 3.14", "1,234.56/n2|10/n2|%/s0|$/s0|5/n2|3.14/n2" },
    { "1939-1945 1939\u20131945", "1939/n2|-/p0|1945/n2|1939/n2|\u2013/p0|1945/n2" },
    { "COVID-19 20-year-old 3D", "COVID-19/w2|20-year-old/w2|3D/w2" },
    { "10:30 3/4 \u00bd", "10/n2|:/p0|30/n2|3/n2|//p0|4/n2|\u00bd/n2" },
    { "U.S. e.g. this", "U.S/w2|./p0|e.g/w2|./p0|this/w2" },
    { "Wait... what -- no!", "Wait/w2|.../p0|what/w2|--/p0|no/w2|!/p0" },
    { "((\"a\"))", "(/p0|(/p0|\"/p0|a/w2|\"/p0|)/p0|)/p0" },
    { "?! *** ===", "?/p0|!/p0|***/p0|===/s0" },
    { "_so_ foo_bar __x__", "_/p0|so/w2|_/p0|foo_bar/w2|__/p0|x/w2|__/p0" },
    { "https://example.org/a?b=c#d, then", "https://example.org/a?b=c#d/w2|,/p0|then/w2" },
    { "(see http://example.org/a_(b)).", "(/p0|see/w2|http://example.org/a_(b)/w2|)/p0|./p0" },
    { "www.example.org/x www.example.org.", "www.example.org/x/w2|www.example.org/w2|./p0" },
    { "https:// http://", "https/w2|:/p0|///p0|http/w2|:/p0|///p0" },
    { "\u89c1https://example.org/\u3002", "\u89c1/w1|https://example.org//w2|\u3002/p0" },
    { "Mail joe.b+x@mail.example.org!", "Mail/w2|joe.b+x@mail.example.org/w2|!/p0" },
    { "a@b @name x@", "a/w2|@/s0|b/w2|@/s0|name/w2|x/w2|@/s0" },
    { "\u5317\u4eac\u4e0b\u96e8\u3002", "\u5317/w1|\u4eac/w1|\u4e0b/w1|\u96e8/w1|\u3002/p0" },
    { "\u3089\u30fc\u3081\u3093", "\u3089/w1|\u30fc/w1|\u3081/w1|\u3093/w1" },
    { "\u30e9\u30fc\u30e1\u30f3\u3092", "\u30e9\u30fc\u30e1\u30f3/w2|\u3092/w1" },
    { "\uff76\uff9e\uff72\uff84\uff9e", "\uff76\uff9e\uff72\uff84\uff9e/w2" },
    { "2024\u5e74", "2024/n2|\u5e74/w1" },
    { "\ud55c\uad6d\uc5b4 \ubb38\uc7a5", "\ud55c\uad6d\uc5b4/w2|\ubb38\uc7a5/w2" },
    { "KBS-\uac00 \uac00-\uac00", "KBS/w2|-/p0|\uac00/w2|\uac00-\uac00/w2" },
    { "\u05e6\u05d4\"\u05dc \u05d2'", "\u05e6\u05d4\"\u05dc/w2|\u05d2'/w2" },
    { "\u0628\u0650\u0633\u0652\u0645", "\u0628\u0650\u0633\u0652\u0645/w2" },
    { "\u0939\u093f\u0928\u094d\u0926\u0940\u0964", "\u0939\u093f\u0928\u094d\u0926\u0940/w2|\u0964/p0" },
    { "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd", "\U0001f468\u200d\U0001f469\u200d\U0001f467/s0|\U0001f44d\U0001f3fd/s0" },
    { "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7\U0001f1e9", "\U0001f1e9\U0001f1ea/s0|\U0001f1eb\U0001f1f7/s0|\U0001f1e9/s0" },
    { "\U0001f602\U0001f602", "\U0001f602/s0|\U0001f602/s0" },
    { "e\u0301t\u00e9 a\u00adb", "e\u0301t\u00e9/w2|a\u00adb/w2" },
    { "\u0301 \u200f", "\u0301/s0|\u200f/s0" },
    { "foot\u00b2", "foot/w2|\u00b2/n2" },
    { "1\u00a0234 1\u202f234", "1/n2|234/n2|1/n2|234/n2" },
    { "a\u00a0b\u3000c", "a/w2|b/w2|c/w2" },
    { "Do:\n1. Mend\n2. Pay\n\u2022 now", "Do/w2|:/p0|Mend/w2|Pay/w2|now/w2" },
    { "1. FC won.", "1/n2|./p0|FC/w2|won/w2|./p0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = dup_tokens (cases[i][0]);

      g_assert_cmpstr (tokens, ==, cases[i][1]);
    }
}

/* Hyphens at the ends of lines: one block here, so that lines stay together. */
static void
test_line_ends (void)
{
  static const struct
  {
    const char *text;
    guint32     n_tokens;
  } cases[] = {
    { "exam-\nple", 1 },
    { "exam-\r\nple", 1 },
    { "exam- \n  ple", 1 },
    { "exam\u00ad\nple", 1 },
    { "exam\u2010\nple", 1 },
    { "Anglo-\nSaxon", 1 },
    { "exam\nple", 2 },
    { "exam-\n\nple", 3 },
    { "exam--\nple", 3 },
    { "exam -\nple", 3 },
    { "exam- ple", 3 },
    { "exam-\n", 2 },
    { "exam-", 2 },
    { "1939-\n1945", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DoubletBlock         block = { 0, strlen (cases[i].text), DOUBLET_BLOCK_PARAGRAPH, 0 };
      DoubletArticleFields fields = { .text = g_strdup (cases[i].text), .n_bytes = block.end, .blocks = g_memdup2 (&block, sizeof block), .n_blocks = 1 };
      g_autoptr (DoubletArticle) article = doublet_article_new (&fields);
      g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (tokens->n_tokens, ==, cases[i].n_tokens);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *text = test_texts_dup_random (rand, g_rand_int_range (rand, 0, 120));
      g_autoptr (DoubletArticle) article = test_texts_new_article (text, strlen (text));
      g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);

      test_texts_assert_tokens (article, tokens);
    }
}

/* Plain words are found many at a time where there is text enough behind them: the tokens
 * of a short text are those that it has in front of a long one. */
static void
test_short_and_long (void)
{
  static const char *const pieces[] = {
    "a", "be", "word", "Zyzzyva", "seventeenletters", "it's", "é", "naïve", "x-ray", "3.5", "www", "http", "@", "字", " ", "  ", "\n", "\r\n", "\t", ",", ".", ";", ":", "!", "?", "...", ")", "\"", "'", "-", "/", "\u00ad"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (64);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new ("A");
      g_autoptr (DoubletArticle) alone = NULL;
      g_autoptr (DoubletArticle) before_more = NULL;
      g_autoptr (DoubletTokens) of_alone = NULL;
      g_autoptr (DoubletTokens) of_both = NULL;
      DoubletBlock         blocks[] = { { 0, 0, DOUBLET_BLOCK_PARAGRAPH, 0 }, { 0, 0, DOUBLET_BLOCK_PARAGRAPH, 0 } };
      DoubletArticleFields fields = { 0 };
      gint32               n = g_rand_int_range (rand, 0, 24);

      for (gint32 j = 0; j < n; j++)
        {
          g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          if (g_rand_boolean (rand))
            g_string_append (text, pieces[g_rand_int_range (rand, 0, 4)]);
          if (g_rand_boolean (rand))
            g_string_append_c (text, ' ');
        }
      g_string_truncate (text, MIN (text->len, 63));
      while (!g_utf8_validate (text->str, text->len, NULL))
        g_string_truncate (text, text->len - 1);

      blocks[0].end = text->len;
      fields = (DoubletArticleFields){ .text = g_strdup (text->str), .n_bytes = text->len, .blocks = g_memdup2 (blocks, sizeof *blocks), .n_blocks = 1 };
      alone = doublet_article_new (&fields);
      of_alone = doublet_tokenizer_run (alone, NULL);

      g_string_append (text, "\nletters letters letters letters letters letters letters letters letters letters");
      blocks[1] = (DoubletBlock){ blocks[0].end + 1, text->len, DOUBLET_BLOCK_PARAGRAPH, 0 };
      fields = (DoubletArticleFields){ .text = g_strdup (text->str), .n_bytes = text->len, .blocks = g_memdup2 (blocks, sizeof blocks), .n_blocks = 2 };
      before_more = doublet_article_new (&fields);
      of_both = doublet_tokenizer_run (before_more, NULL);

      test_texts_assert_tokens (before_more, of_both);
      g_assert_cmpuint (of_alone->n_tokens, ==, of_both->block_first[1]);
      for (guint32 k = 0; k < of_alone->n_tokens; k++)
        g_assert_cmpmem (&of_alone->tokens[k], sizeof (DoubletToken), &of_both->tokens[k], sizeof (DoubletToken));
    }
}

static void
test_every_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c += 7)
    {
      char                 around[16] = { 'a' };
      DoubletBlock         block = { 0, 0, DOUBLET_BLOCK_PARAGRAPH, 0 };
      DoubletArticleFields fields = { .n_blocks = 1 };

      if (!g_unichar_validate (c))
        continue;

      block.end = 1 + g_unichar_to_utf8 (c, around + 1);
      around[block.end++] = 'a';
      fields.text = g_strndup (around, block.end);
      fields.n_bytes = block.end;
      fields.blocks = g_memdup2 (&block, sizeof block);
      {
        g_autoptr (DoubletArticle) article = doublet_article_new (&fields);
        g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);

        test_texts_assert_tokens (article, tokens);
      }
    }
}

static void
test_find (void)
{
  const char *text = "one, two\n \nthree  four\n";
  g_autoptr (DoubletArticle) article = test_texts_new_article (text, strlen (text));
  g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);
  const guint32 blocks[] = { 0, 0, 0, 2, 2 };

  g_assert_cmpuint (tokens->n_tokens, ==, 5);
  g_assert_cmpuint (tokens->n_blocks, ==, 3);
  for (guint32 i = 0; i < 5; i++)
    g_assert_cmpuint (doublet_tokens_find_block (tokens, i), ==, blocks[i]);
  for (guint32 offset = 0; offset <= strlen (text); offset++)
    {
      guint32 expected = 0;

      while (expected < tokens->n_tokens && doublet_token_get_end (&tokens->tokens[expected]) <= offset)
        expected++;
      g_assert_cmpuint (doublet_tokens_find (tokens, offset), ==, expected);
    }
}

static void
test_cancelled (void)
{
  int             stop = FALSE;
  DoubletProgress progress = { STOP_FLAG (&stop) };
  g_autoptr (DoubletArticle) article = test_texts_new_article ("a b", 3);

  stop = TRUE;
  g_assert_null (doublet_tokenizer_run (article, &progress));
}

static void
cancel_cb (double   fraction,
           gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  if (fraction > 0.5)
    g_atomic_int_set ((int *)user_data, TRUE);
}

static void
test_cancelled_on_the_way (void)
{
  static const char *units[] = { "word ", "\u5b57", "\u0e20\u0e32\u0e29\u0e32" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      int             stop = FALSE;
      DoubletProgress progress = { STOP_FLAG (&stop), .func = cancel_cb, .user_data = &stop };
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DoubletArticle) article = NULL;

      while (text->len < 1000000)
        g_string_append (text, units[i]);
      article = test_texts_new_article (text->str, text->len);
      g_assert_null (doublet_tokenizer_run (article, &progress));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer/table", test_table);
  g_test_add_func ("/tokenizer/line-ends", test_line_ends);
  g_test_add_func ("/tokenizer/random", test_random);
  g_test_add_func ("/tokenizer/short-and-long", test_short_and_long);
  g_test_add_func ("/tokenizer/every-character", test_every_character);
  g_test_add_func ("/tokenizer/find", test_find);
  g_test_add_func ("/tokenizer/cancelled", test_cancelled);
  g_test_add_func ("/tokenizer/cancelled-on-the-way", test_cancelled_on_the_way);
  return g_test_run ();
}
