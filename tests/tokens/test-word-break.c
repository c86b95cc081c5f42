/* test-word-break.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unicode/ubrk.h>

#include "test-texts.h"

/*
 * The same words as ICU's, in many languages, where Doublet does not mean to differ.
 * It does, and these texts have none of it, in: hyphen compounds, URLs and e-mail
 * addresses, Han and Hiragana, Katakana, numbers with spaces inside, underscores at
 * a word's ends, rows of the same mark, zero-width spaces, format characters after
 * white space, Thai and its like directly before other letters.
 */

static const char *texts[] = {
  "The committee's report, published on Monday, says that 1,250 of 3.4 million people didn't vote (see page 12).",
  "L\u2019\u00e9t\u00e9 dernier, aujourd'hui comme hier, l'enqu\u00eate a co\u00fbt\u00e9 12,5 millions d'euros\u00a0; qu\u2019en dire\u00a0?",
  "Die Stra\u00dfe war gesperrt: \u201eWir k\u00f6nnen nichts tun\u201c, sagte der B\u00fcrgermeister am 3. Mai.",
  "\u00bfD\u00f3nde est\u00e1 el ni\u00f1o? \u00a1Qu\u00e9 l\u00e1stima! El a\u00f1o pasado llovi\u00f3 menos.",
  "Ieri l'assessore ha detto: \u00abNon c'\u00e8 tempo\u00bb, e se n'\u00e8 andato.",
  "Gisteren zei de minister dat 's avonds foto\u2019s gemaakt mochten worden.",
  "Talon katolla istui kissa, joka \u00e4\u00e4nteli y\u00f6n yli; naapurit valittivat.",
  "Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144, powiedzia\u0142 burmistrz, i wyszed\u0142.",
  "P\u0159\u00edli\u0161 \u017elu\u0165ou\u010dk\u00fd k\u016f\u0148 \u00fap\u011bl \u010f\u00e1belsk\u00e9 \u00f3dy.",
  "\u0130stanbul\u2019da ya\u011fmur ya\u011fd\u0131, \u0131\u015f\u0131klar s\u00f6nd\u00fc.",
  "\u041d\u0430 \u0443\u043b\u0438\u0446\u0435 \u0448\u0451\u043b \u0434\u043e\u0436\u0434\u044c, \u0438 5,5 \u0442\u044b\u0441\u044f\u0447\u0438 \u0447\u0435\u043b\u043e\u0432\u0435\u043a \u043e\u0441\u0442\u0430\u043b\u0438\u0441\u044c \u0434\u043e\u043c\u0430.",
  "\u0417\u2019\u0457\u0437\u0434 \u0432\u0456\u0434\u0431\u0443\u0432\u0441\u044f \u0432 \u041a\u0438\u0454\u0432\u0456.",
  "\u03a7\u03b8\u03b5\u03c2 \u03ad\u03b2\u03c1\u03b5\u03c7\u03b5 \u03c3\u03c4\u03b7\u03bd \u0391\u03b8\u03ae\u03bd\u03b1\u00b7 \u03c3\u03ae\u03bc\u03b5\u03c1\u03b1 \u03cc\u03c7\u03b9.",
  "\u05d0\u05ea\u05de\u05d5\u05dc \u05d9\u05e8\u05d3 \u05d2\u05e9\u05dd \u05d1\u05ea\u05dc \u05d0\u05d1\u05d9\u05d1, \u05d0\u05de\u05e8 \u05e6\u05d4\"\u05dc \u05d5\u05d2' \u05d0\u05d7\u05e8.",
  "\u0623\u0645\u0637\u0631\u062a \u0627\u0644\u0633\u0645\u0627\u0621 \u0623\u0645\u0633\u060c \u0648\u0628\u0642\u064a \u0661\u0662\u0663 \u0634\u062e\u0635\u064b\u0627 \u0641\u064a \u0628\u064a\u0648\u062a\u0647\u0645\u061f",
  "\u062f\u06cc\u0631\u0648\u0632 \u0628\u0627\u0631\u0627\u0646 \u0645\u06cc\u200c\u0622\u0645\u062f \u0648 \u0645\u0631\u062f\u0645 \u062f\u0631 \u062e\u0627\u0646\u0647 \u0645\u0627\u0646\u062f\u0646\u062f.",
  "\u0915\u0932 \u0926\u093f\u0932\u094d\u0932\u0940 \u092e\u0947\u0902 \u092c\u093e\u0930\u093f\u0936 \u0939\u0941\u0908\u0964 \u0932\u094b\u0917 \u0918\u0930 \u092e\u0947\u0902 \u0930\u0939\u0947\u0964",
  "\u0b9a\u0bc6\u0ba9\u0bcd\u0ba9\u0bc8\u0baf\u0bbf\u0bb2\u0bcd \u0ba8\u0bc7\u0bb1\u0bcd\u0bb1\u0bc1 \u0bae\u0bb4\u0bc8 \u0baa\u0bc6\u0baf\u0bcd\u0ba4\u0ba4\u0bc1.",
  "\uc5b4\uc81c \uc11c\uc6b8\uc5d0 \ube44\uac00 \ub0b4\ub838\ub2e4. 2024\ub144\uc5d0\ub294 KBS\uac00 \ubcf4\ub3c4\ud588\ub2e4.",
  "\u10d2\u10e3\u10e8\u10d8\u10dc \u10d7\u10d1\u10d8\u10da\u10d8\u10e1\u10e8\u10d8 \u10ec\u10d5\u10d8\u10db\u10d0 \u10d8\u10e7\u10dd.",
  "\u0535\u0580\u0565\u056f \u0535\u0580\u0587\u0561\u0576\u0578\u0582\u0574 \u0561\u0576\u0571\u0580\u0587 \u0567\u0580\u0589",
  "\u0e40\u0e21\u0e37\u0e48\u0e2d\u0e27\u0e32\u0e19\u0e1d\u0e19\u0e15\u0e01\u0e17\u0e35\u0e48\u0e01\u0e23\u0e38\u0e07\u0e40\u0e17\u0e1e \u0e1b\u0e23\u0e30\u0e0a\u0e32\u0e0a\u0e19\u0e2d\u0e22\u0e39\u0e48\u0e1a\u0e49\u0e32\u0e19",
  "\u0ea1\u0eb7\u0ec9\u0e99\u0eb5\u0ec9\u0e9d\u0ebb\u0e99\u0e95\u0ebb\u0e81\u0e97\u0eb5\u0ec8\u0ea7\u0ebd\u0e87\u0e88\u0eb1\u0e99",
  "\u1798\u17d2\u179f\u17b7\u179b\u1798\u17b7\u1789\u1798\u17b6\u1793\u1797\u17d2\u179b\u17c0\u1784\u1793\u17c5\u1797\u17d2\u1793\u17c6\u1796\u17c1\u1789",
  "\u1019\u1014\u1031\u1037\u1000\u101b\u1014\u103a\u1000\u102f\u1014\u103a\u1019\u103e\u102c\u1019\u102d\u102f\u1038\u101b\u103d\u102c\u101e\u100a\u103a",
};

static void
assert_agreement (const char *text)
{
  g_autoptr (DoubletArticle) article = test_texts_new_article (text, strlen (text));
  g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);
  UErrorCode      status = U_ZERO_ERROR;
  UText           wide = UTEXT_INITIALIZER;
  UBreakIterator *iterator = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  guint32         start = 0;
  guint32         i = 0;

  utext_openUTF8 (&wide, text, -1, &status);
  ubrk_setUText (iterator, &wide, &status);
  g_assert_true (U_SUCCESS (status));
  test_texts_assert_tokens (article, tokens);

  for (int end = ubrk_next (iterator); end != UBRK_DONE; start = end, end = ubrk_next (iterator))
    {
      if (g_unichar_isspace (g_utf8_get_char (text + start)))
        continue;

      if (i < tokens->n_tokens && doublet_token_get_end (&tokens->tokens[i]) != (guint32)end)
        g_test_message ("“%.*s” in “%s”", end - (int)start, text + start, text);
      g_assert_cmpuint (i, <, tokens->n_tokens);
      g_assert_cmpuint (tokens->tokens[i].start, ==, start);
      g_assert_cmpuint (doublet_token_get_end (&tokens->tokens[i]), ==, end);
      g_assert_cmpint (tokens->tokens[i].half_words > 0, ==, ubrk_getRuleStatus (iterator) >= UBRK_WORD_NONE_LIMIT);
      i++;
    }

  g_assert_cmpuint (i, ==, tokens->n_tokens);
  ubrk_close (iterator);
  utext_close (&wide);
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_agreement (texts[i]);
}

/* Run together, and often enough that dictionaries get pieces. */
static void
test_long (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 50000)
        g_string_append (text, texts[i]);
      assert_agreement (text->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-break/sentences", test_sentences);
  g_test_add_func ("/word-break/long", test_long);
  return g_test_run ();
}
