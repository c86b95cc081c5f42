/* test-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article.h"

#include <string.h>

static DoubletArticle *
new_article (const char      *title,
             const char      *text,
             DoubletBlockKind kind)
{
  DoubletArticleFields fields = {
    .name = g_strdup ("file.txt"),
    .title = g_strdup (title),
    .format = "text",
    .text = g_strdup (text),
    .n_bytes = strlen (text),
  };
  DoubletArticle *article;

  if (*text != '\0')
    {
      DoubletBlock block = { 0, fields.n_bytes, kind, 0 };

      fields.blocks = g_memdup2 (&block, sizeof block);
      fields.n_blocks = 1;
    }

  article = doublet_article_new (&fields);
  g_assert_null (fields.text);
  g_assert_null (fields.blocks);
  return article;
}

#define LONG_LINE "This line goes on for so long that nobody would take it for a headline, however large the type it was set in might be on the page"

static void
test_title (void)
{
  static const struct
  {
    const char      *name;
    const char      *given;
    const char      *text;
    DoubletBlockKind kind;
    const char      *title;
  } cases[] = {
    { "given", "A title", "Text", DOUBLET_BLOCK_PARAGRAPH, "A title" },
    { "given in two lines", "  A title\r\n\tin lines ", "Text", DOUBLET_BLOCK_PARAGRAPH, "A title in lines" },
    { "given but blank", " \n ", "Text", DOUBLET_BLOCK_PARAGRAPH, "Text" },
    { "given but not UTF-8", "a\377", "Text", DOUBLET_BLOCK_PARAGRAPH, "Text" },
    { "first block", NULL, "Rain in the north", DOUBLET_BLOCK_PARAGRAPH, "Rain in the north" },
    { "question", NULL, "Will it rain?", DOUBLET_BLOCK_PARAGRAPH, "Will it rain?" },
    { "sentence", NULL, "It rained.", DOUBLET_BLOCK_PARAGRAPH, "file.txt" },
    { "sentence in quotation marks", NULL, "“It rained.”", DOUBLET_BLOCK_PARAGRAPH, "file.txt" },
    { "Chinese sentence", NULL, "下雨了。", DOUBLET_BLOCK_PARAGRAPH, "file.txt" },
    { "Chinese headline", NULL, "北方下雨", DOUBLET_BLOCK_PARAGRAPH, "北方下雨" },
    { "long", NULL, LONG_LINE, DOUBLET_BLOCK_PARAGRAPH, "file.txt" },
    { "paragraph of two lines", NULL, "Rain\nin the north", DOUBLET_BLOCK_PARAGRAPH, "file.txt" },
    { "heading of two lines", NULL, "Rain\r\nin the north", DOUBLET_BLOCK_HEADING, "Rain in the north" },
    { "only stops", NULL, "...", DOUBLET_BLOCK_PARAGRAPH, "file.txt" },
    { "only brackets", NULL, "()", DOUBLET_BLOCK_PARAGRAPH, "()" },
    { "no text", NULL, "", DOUBLET_BLOCK_PARAGRAPH, "file.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DoubletArticle) article = new_article (cases[i].given, cases[i].text, cases[i].kind);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (doublet_article_get_title (article), ==, cases[i].title);
    }
}

static void
test_byline (void)
{
  g_autofree char *long_line = g_strnfill (199, 'n');
  g_autofree char *too_long = g_strconcat (long_line, " and sons", NULL);
  g_autofree char *cut = g_strconcat (long_line, "…", NULL);
  const struct
  {
    const char *given;
    const char *byline;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { " \t\n", NULL },
    { "Åsa Öst", "Åsa Öst" },
    { " By\tÅsa\r\nÖst ", "By Åsa Öst" },
    { "\033[1mÅsa", "[1mÅsa" },
    { "a\377", NULL },
    { long_line, long_line },
    { too_long, cut },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DoubletArticleFields fields = { .byline = g_strdup (cases[i].given) };
      g_autoptr (DoubletArticle) article = doublet_article_new (&fields);

      g_assert_cmpstr (doublet_article_get_byline (article), ==, cases[i].byline);
    }
}

static void
test_empty (void)
{
  DoubletArticleFields fields = { 0 };
  g_autoptr (DoubletArticle) article = doublet_article_new (&fields);
  gsize n_bytes = 1;
  guint n_blocks = 1;

  g_assert_cmpstr (doublet_article_get_text (article, &n_bytes), ==, "");
  g_assert_cmpuint (n_bytes, ==, 0);
  doublet_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 0);
  g_assert_cmpuint (doublet_article_find_block (article, 0), ==, 0);
  g_assert_cmpuint (doublet_article_get_offset_map (article)->n_chars, ==, 0);
  g_assert_cmpstr (doublet_article_get_name (article), ==, "");
  g_assert_cmpstr (doublet_article_get_title (article), ==, "");
  g_assert_cmpstr (doublet_article_get_format (article), ==, "text");
  g_assert_null (doublet_article_get_source (article));
  g_assert_null (doublet_article_get_byline (article));
  g_assert_null (doublet_article_get_language (article));
  g_assert_null (doublet_article_get_charset (article));
  g_assert_false (doublet_article_get_charset_guessed (article));
  g_assert_null (doublet_article_get_incomplete (article));
}

static void
test_find_block (void)
{
  DoubletBlock         blocks[] = { { 1, 3, DOUBLET_BLOCK_HEADING, 1 }, { 3, 4, DOUBLET_BLOCK_PARAGRAPH, 0 }, { 6, 8, DOUBLET_BLOCK_PARAGRAPH, 0 } };
  const guint          expected[] = { 0, 0, 0, 1, 2, 2, 2, 2, 3, 3 };
  DoubletArticleFields fields = { .text = g_strdup (" aab  cc "), .n_bytes = 9, .blocks = g_memdup2 (blocks, sizeof blocks), .n_blocks = 3 };
  g_autoptr (DoubletArticle) article = doublet_article_new (&fields);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (doublet_article_find_block (article, i), ==, expected[i]);
}

static void
test_counted (void)
{
  DoubletArticle *article = new_article (NULL, "Text", DOUBLET_BLOCK_PARAGRAPH);
  g_autoptr (DoubletArticle) kept = doublet_article_ref (article);

  g_assert_true (kept == article);
  doublet_article_unref (article);
  g_assert_cmpstr (doublet_article_get_text (kept, NULL), ==, "Text");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/title", test_title);
  g_test_add_func ("/article/byline", test_byline);
  g_test_add_func ("/article/empty", test_empty);
  g_test_add_func ("/article/find-block", test_find_block);
  g_test_add_func ("/article/counted", test_counted);
  return g_test_run ();
}
