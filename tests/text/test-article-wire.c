/* test-article-wire.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-wire.h"

#include "article-builder.h"

#include <string.h>

static const DoubletWireLimits limits = { 10000, 1000 };

static DoubletArticle *
make_article (GRand *rand)
{
  static const char *const words[] = { "Press", "naïve", "漢字", "😀", "release", ",", "e\xcc\x81" };
  g_autoptr (DoubletArticleBuilder) builder = doublet_article_builder_new ("html");
  guint n_blocks = g_rand_int_range (rand, 0, 12);

  if (g_rand_boolean (rand))
    doublet_article_builder_set_title (builder, "Une été");
  if (g_rand_boolean (rand))
    doublet_article_builder_set_byline (builder, "Åsa Öst");
  if (g_rand_boolean (rand))
    doublet_article_builder_set_language (builder, "fr");
  if (g_rand_boolean (rand))
    doublet_article_builder_set_charset (builder, "UTF-8", g_rand_boolean (rand));
  if (g_rand_boolean (rand))
    doublet_article_builder_set_incomplete (builder, "Half of it is missing.");
  for (guint i = 0; i < n_blocks; i++)
    {
      guint n_words = g_rand_int_range (rand, 0, 20);

      doublet_article_builder_begin_block (builder, (DoubletBlockKind)g_rand_int_range (rand, 0, DOUBLET_BLOCK_TABLE_CELL + 1),
                                           g_rand_int_range (rand, 0, 7));
      for (guint j = 0; j < n_words; j++)
        {
          const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

          doublet_article_builder_append (builder, word, strlen (word));
          if (g_rand_boolean (rand))
            doublet_article_builder_append_space (builder);
        }
    }
  return doublet_article_builder_finish (builder, "a.html", "/folder/a.html");
}

static void
assert_same (const DoubletArticle *a,
             const DoubletArticle *b)
{
  gsize               n_bytes_a;
  gsize               n_bytes_b;
  const char         *text_a = doublet_article_get_text (a, &n_bytes_a);
  const char         *text_b = doublet_article_get_text (b, &n_bytes_b);
  guint               n_a;
  guint               n_b;
  const DoubletBlock *blocks_a = doublet_article_get_blocks (a, &n_a);
  const DoubletBlock *blocks_b = doublet_article_get_blocks (b, &n_b);

  g_assert_cmpmem (text_a, n_bytes_a, text_b, n_bytes_b);
  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpuint (blocks_a[i].start, ==, blocks_b[i].start);
      g_assert_cmpuint (blocks_a[i].end, ==, blocks_b[i].end);
      g_assert_cmpint (blocks_a[i].kind, ==, blocks_b[i].kind);
      g_assert_cmpuint (blocks_a[i].level, ==, blocks_b[i].level);
    }
  g_assert_cmpstr (doublet_article_get_title (a), ==, doublet_article_get_title (b));
  g_assert_cmpstr (doublet_article_get_byline (a), ==, doublet_article_get_byline (b));
  g_assert_cmpstr (doublet_article_get_name (a), ==, doublet_article_get_name (b));
  g_assert_cmpstr (doublet_article_get_source (a), ==, doublet_article_get_source (b));
  g_assert_cmpstr (doublet_article_get_format (a), ==, doublet_article_get_format (b));
  g_assert_cmpstr (doublet_article_get_language (a), ==, doublet_article_get_language (b));
  g_assert_cmpstr (doublet_article_get_charset (a), ==, doublet_article_get_charset (b));
  g_assert_cmpint (doublet_article_get_charset_guessed (a), ==, doublet_article_get_charset_guessed (b));
  g_assert_cmpstr (doublet_article_get_incomplete (a), ==, doublet_article_get_incomplete (b));
}

static gboolean
decode (const guint8      *data,
        gsize              n_bytes,
        DoubletWireAnswer *answer)
{
  /* On the heap at its exact size, so that a sanitizer sees a look beyond. */
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);

  return doublet_article_wire_decode (bytes, "a.html", "/folder/a.html", "html", &limits, answer);
}

static void
test_there_and_back (void)
{
  GRand *rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (DoubletArticle) article = make_article (rand);
      g_autoptr (GBytes) bytes = doublet_article_wire_encode (article);
      g_auto (DoubletWireAnswer) answer = { 0 };

      g_assert_true (doublet_article_wire_decode (bytes, "a.html", "/folder/a.html", "html", &limits, &answer));
      g_assert_null (answer.sentence);
      assert_same (article, answer.article);
    }
  g_rand_free (rand);
}

static void
test_failure (void)
{
  g_autofree char *long_sentence = g_strnfill (10000, 'x');
  g_autoptr (GBytes) bytes = doublet_article_wire_encode_failure (7, "It is\nbroken.");
  g_autoptr (GBytes) long_bytes = doublet_article_wire_encode_failure (0, long_sentence);
  g_autoptr (GBytes) empty = doublet_article_wire_encode_failure (0, "");
  g_auto (DoubletWireAnswer) answer = { 0 };
  g_auto (DoubletWireAnswer) long_answer = { 0 };
  g_auto (DoubletWireAnswer) no_answer = { 0 };

  g_assert_true (doublet_article_wire_decode (bytes, "", NULL, "html", &limits, &answer));
  g_assert_null (answer.article);
  g_assert_cmpuint (answer.code, ==, 7);
  g_assert_cmpstr (answer.sentence, ==, "It is broken.");
  g_assert_true (doublet_article_wire_decode (long_bytes, "", NULL, "html", &limits, &long_answer));
  g_assert_cmpuint (strlen (long_answer.sentence), ==, 4096);
  g_assert_false (doublet_article_wire_decode (empty, "", NULL, "html", &limits, &no_answer));
}

/* Cut at every length, and with something behind it: no answer. */
static void
test_cut (void)
{
  GRand *rand = g_rand_new_with_seed (12);
  g_autoptr (DoubletArticle) article = make_article (rand);
  g_autoptr (GBytes) bytes = doublet_article_wire_encode (article);
  gsize              n_bytes;
  const guint8      *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree guint8 *longer = g_malloc0 (n_bytes + 1);

  for (gsize n = 0; n < n_bytes; n++)
    {
      g_auto (DoubletWireAnswer) answer = { 0 };

      g_assert_false (decode (data, n, &answer));
      g_assert_null (answer.article);
    }
  memcpy (longer, data, n_bytes);
  {
    g_auto (DoubletWireAnswer) answer = { 0 };

    g_assert_false (decode (longer, n_bytes + 1, &answer));
  }
  g_rand_free (rand);
}

/* Changed at random: an article that keeps its promises, or none; never a crash. */
static void
test_changed (void)
{
  GRand *rand = g_rand_new_with_seed (13);
  guint  n_articles = 0;

  for (guint i = 0; i < 30000; i++)
    {
      g_autoptr (DoubletArticle) article = make_article (rand);
      g_autoptr (GBytes) bytes = doublet_article_wire_encode (article);
      gsize              n_bytes;
      const guint8      *data = g_bytes_get_data (bytes, &n_bytes);
      g_autofree guint8 *changed = g_memdup2 (data, n_bytes);
      guint              n_changes = g_rand_int_range (rand, 1, 4);
      g_auto (DoubletWireAnswer) answer = { 0 };

      for (guint j = 0; j < n_changes; j++)
        {
          gsize at = g_rand_int_range (rand, 0, n_bytes);

          changed[at] = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 256) : changed[at] + (g_rand_boolean (rand) ? 1 : -1);
        }
      if (decode (changed, n_bytes, &answer))
        n_articles += answer.article != NULL;
      else
        g_assert_null (answer.article);
    }
  g_assert_cmpuint (n_articles, >, 0);
  g_rand_free (rand);
}

static void
test_limits (void)
{
  const DoubletWireLimits few_chars = { 5, 1000 };
  const DoubletWireLimits few_blocks = { 10000, 1 };
  g_autoptr (DoubletArticleBuilder) builder = doublet_article_builder_new ("html");
  g_autoptr (DoubletArticle) article = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (DoubletWireAnswer) answer = { 0 };

  doublet_article_builder_append (builder, "one", 3);
  doublet_article_builder_begin_block (builder, DOUBLET_BLOCK_PARAGRAPH, 0);
  doublet_article_builder_append (builder, "two", 3);
  article = doublet_article_builder_finish (builder, "", NULL);
  bytes = doublet_article_wire_encode (article);
  g_assert_false (doublet_article_wire_decode (bytes, "", NULL, "html", &few_chars, &answer));
  g_assert_false (doublet_article_wire_decode (bytes, "", NULL, "html", &few_blocks, &answer));
  g_assert_true (doublet_article_wire_decode (bytes, "", NULL, "html", &limits, &answer));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-wire/there-and-back", test_there_and_back);
  g_test_add_func ("/article-wire/failure", test_failure);
  g_test_add_func ("/article-wire/cut", test_cut);
  g_test_add_func ("/article-wire/changed", test_changed);
  g_test_add_func ("/article-wire/limits", test_limits);

  return g_test_run ();
}
