/* test-pathological.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "compared-tokens.h"
#include "test-texts.h"

/* What makes a careless tokenizer quadratic or its tokens endless.  The test ends
 * in a second or so; the time limit of the test runner is the guard. */

#define N_BYTES 1000000

static void
check (const char *text,
       gsize       n_bytes)
{
  const DoubletCorpusOptions options = { DOUBLET_IGNORE_DEFAULT, FALSE };
  g_autoptr (DoubletArticle) article = test_texts_new_article (text, n_bytes);
  g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);
  g_autoptr (DoubletCorpus) corpus = doublet_corpus_new (&article, &tokens, 1, &options, NULL);
  DoubletComparedTokens compared;

  test_texts_assert_tokens (article, tokens);
  doublet_compared_tokens_init (&compared, corpus, 0);
  g_assert_cmpuint (compared.n, <=, tokens->n_tokens);
  doublet_compared_tokens_clear (&compared);
}

static void
test_repeated (void)
{
  static const char *units[] = {
    "a",
    "A",
    "1",
    "\u00e9",
    "a-",
    "a.",
    "a'",
    "a_",
    "_",
    "1,",
    "a@",
    "a@b.",
    "a@b.c",
    "a://",
    "www.",
    "www.a/",
    "http://",
    "(",
    "http://a(",
    "\"",
    "\u201c",
    "\u2018",
    "\u2018a ",
    "\u00ab\u201e",
    "-",
    "a-  ",
    "a- \t",
    "a\u00ad",
    ".",
    "\u0301",
    "a\u0301\u0301",
    "\u200d",
    "\u200b",
    "\U0001f468\u200d",
    "\U0001f1e9",
    "\u5b57",
    "\u5b57\u0301",
    "\u3042\u30fc",
    "\u30ab",
    "\uff76\uff9e",
    "\ud55c",
    "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22",
    "\u0e01",
    "\u0e31",
    "\u1780\u17d2",
    "\u1019",
    "\u1950",
    "\u05d0\"",
    "\u05d0'",
    "\ufdfa",
    " ",
    "\t",
    "\001",
    "! a",
    ".\" ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");

      while (text->len < N_BYTES)
        g_string_append (text, units[i]);
      check (text->str, text->len);
    }
}

static void
test_blocks (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) blanks = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (words, "a\n");
      g_string_append (blanks, " \n");
    }
  check (words->str, words->len);
  check (blanks->str, blanks->len);
}

/* No spelling twice. */
static void
test_distinct (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "w%u\u00e9 ", i);
  check (text->str, text->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pathological/repeated", test_repeated);
  g_test_add_func ("/pathological/blocks", test_blocks);
  g_test_add_func ("/pathological/distinct", test_distinct);
  return g_test_run ();
}
