/* test-rtf.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "load-error.h"

#include "stop-flag.h"
#include "rtf-reader.h"

#include <gio/gio.h>

#include <string.h>

#define SEED 4711

static DoubletArticle *
load (const char               *document,
      gssize                    n_bytes,
      const DoubletLoadOptions *options,
      GError                  **error)
{
  /* At its exact size, so that a sanitizer sees a look beyond. */
  gsize n = n_bytes < 0 ? strlen (document) : (gsize)n_bytes;
  g_autoptr (GBytes) bytes = g_bytes_new (document, n);

  doublet_rtf_reader_prepare (bytes, options);
  return doublet_rtf_reader_load (bytes, "article.rtf", NULL, options, NULL, error);
}

/* The blocks, each with its kind and level, parted by bars. */
static char *
describe (const DoubletArticle *article)
{
  static const char *const kinds[] = { "", "h", "l", "q", "c", "t" };
  GString                 *result = g_string_new (NULL);
  const char              *text = doublet_article_get_text (article, NULL);
  guint                    n_blocks;
  const DoubletBlock      *blocks = doublet_article_get_blocks (article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      if (i > 0)
        g_string_append (result, " | ");
      if (blocks[i].kind != DOUBLET_BLOCK_PARAGRAPH)
        g_string_append (result, kinds[blocks[i].kind]);
      if (blocks[i].level > 0)
        g_string_append_printf (result, "%u", blocks[i].level);
      if (blocks[i].kind != DOUBLET_BLOCK_PARAGRAPH)
        g_string_append (result, ": ");
      g_string_append_len (result, text + blocks[i].start, blocks[i].end - blocks[i].start);
    }
  return g_string_free (result, FALSE);
}

static void
assert_reads (const char               *name,
              const char               *document,
              const DoubletLoadOptions *options,
              const char               *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = load (document, -1, options, &error);
  g_autofree char *found = NULL;

  g_test_message ("%s", name);
  g_assert_no_error (error);
  found = describe (article);
  g_assert_cmpstr (found, ==, expected);
}

#define FONTS "{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 Mincho;}" \
              "{\\f3\\fcharset2 Symbol;}{\\f4\\fcharset2 Letters;}{\\f5\\fcharset1\\cpg1250 Own;}{\\f6\\fcharset2 Wingdings;}}"
#define STYLES "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 \\'dcberschrift;}{\\s2\\sbasedon1 Kicker;}{\\s3 heading 3;}" \
               "{\\s4 Quotations;}{\\s5 caption;}{\\s6\\sbasedon7 Loop;}{\\s7\\sbasedon6 Loop too;}{\\*\\cs8 heading 1;}{\\s9 Title;}}"

static const struct
{
  const char *name;
  const char *document;
  const char *expected;
} cases[] = {
  { "paragraphs", "{\\rtf1 One two.\\par Three.}", "One two. | Three." },
  { "line ends mean nothing", "{\\rtf1 One t\r\nwo.\\par\r\nThree.\n}", "One two. | Three." },
  { "line ends behind a backslash", "{\\rtf1 One.\\\nTwo.\\\r\nThree.}", "One. | Two. | Three." },
  { "breaks", "{\\rtf1 a\\line b\\tab c\td\\page e\\sect f\\column g}", "a b c d | e | f | g" },
  { "mark before", "\xef\xbb\xbf\r\n{\\rtf1 Text}", "Text" },
  { "text behind the end", "{\\rtf1 Text} more", "Text" },
  { "symbols", "{\\rtf1 a\\~b\\_c\\-d \\\\\\{\\}}", "a\u00a0b\u2011c\u00add \\{}" },
  { "characters", "{\\rtf1 \\ldblquote a\\rdblquote\\emdash\\endash  \\lquote b\\rquote \\bullet}", "“a”—– ‘b’•" },
  { "Western", "{\\rtf1\\ansi caf\\'e9 \\'93x\\'94 \\'80}", "café “x” €" },
  { "raw bytes", "{\\rtf1\\ansi caf\xe9}", "café" },
  { "Macintosh", "{\\rtf1\\mac caf\\'8e}", "café" },
  { "PC", "{\\rtf1\\pc caf\\'82}", "café" },
  { "code page", "{\\rtf1\\ansi\\ansicpg1251 \\'cc\\'e8\\'f0}", "Мир" },
  { "code page 0", "{\\rtf1\\ansi\\ansicpg0 \\'e9}", "é" },
  { "font", "{\\rtf1" FONTS "\\f1 \\'cc\\'e8\\'f0 {\\f0 \\'e9} \\'cc}", "Мир é М" },
  { "font's own code page", "{\\rtf1" FONTS "\\f5 \\'b3\\'f3d\\'9f}", "łódź" },
  { "default font", "{\\rtf1\\deff1" FONTS "\\plain \\'cc}", "М" },
  { "font table without groups", "{\\rtf1{\\fonttbl\\f0\\fcharset204 One;\\f1\\fcharset238 Two;}\\f0\\'cc\\f1\\'b3}", "Мł" },
  { "Japanese", "{\\rtf1" FONTS "\\f2 \\'93\\'fa\\'96\\'7b}", "日本" },
  { "Japanese, second half as it is", "{\\rtf1" FONTS "\\f2 \\'83A\\'83\\'5c\\'83\\\\}", "アソソ" },
  { "Japanese over a line end", "{\\rtf1" FONTS "\\f2 \\'93\r\n\\'fa}", "日" },
  { "Chinese", "{\\rtf1\\ansicpg936 \\'d6\\'d0\\'ce\\'c4}", "中文" },
  { "Taiwanese", "{\\rtf1\\ansicpg950 \\'a4\\'a4\\'a4\\'e5}", "中文" },
  { "Korean", "{\\rtf1\\ansicpg949 \\'c7\\'d1\\'b1\\'db}", "한글" },
  { "Symbol", "{\\rtf1" FONTS "\\f3 ab\\'b3\\u-3999 ?}", "αβ≥α" },
  { "a font that only says symbol", "{\\rtf1" FONTS "\\f4 ab\\'e9}", "abé" },
  { "pictures that are a font", "{\\rtf1" FONTS "x\\f6 J}", "x\uf04a" },
  { "Unicode", "{\\rtf1 \\u8364?5 \\u-4051?x}", "€5 \uf02dx" },
  { "Unicode without fallback", "{\\rtf1\\uc0 \\u8364 5}", "€5" },
  { "Unicode with long fallback", "{\\rtf1\\uc2 \\u26085\\'93\\'fax\\u26085?!y}", "日x日y" },
  { "fallback of one group", "{\\rtf1{\\uc0\\u8364}\\u8364?x}", "€€x" },
  { "fallback ends with its group", "{\\rtf1\\uc5{\\u8364 ab}cd}", "€cd" },
  { "fallback does not eat the paragraph", "{\\rtf1 \\u8364\\par x}", "€ | x" },
  { "surrogates", "{\\rtf1 \\u-10179?\\u-8703?!}", "😁!" },
  { "half a pair", "{\\rtf1 a\\u-10179?b}", "a\ufffdb" },
  { "second half alone", "{\\rtf1 a\\u-8703?b}", "a\ufffdb" },
  { "hidden", "{\\rtf1 a{\\v b\\par c}d\\v e\\v0 f\\v g\\plain h}", "adfh" },
  { "deleted and added", "{\\rtf1 a {\\deleted b}{\\revised c} d}", "a c d" },
  { "deleted paragraph mark", "{\\rtf1 a {\\deleted b\\par }c\\par d}", "a c | d" },
  { "destinations", "{\\rtf1{\\*\\generator X;}{\\colortbl;\\red0;}{\\header H}{\\footerf F}{\\pict 0011}{\\*\\unknown{x}y}{\\info{\\author A}}T}", "T" },
  { "unknown words", "{\\rtf1\\pleasant12\\x-1 T{\\unknown U}}", "TU" },
  { "field", "{\\rtf1 a {\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt b}} c}", "a b c" },
  { "two ways", "{\\rtf1 a{\\upr{bad}{\\*\\ud{good}}}b}", "agoodb" },
  { "pictures as they are", "{\\rtf1 a{\\pict\\bin4 }}{\\}b}", "ab" },
  { "footnotes", "{\\rtf1 One{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} Note one.} goes on.\\par Two{\\footnote Note two.\\par More.}.\\par}",
    "One goes on. | Two. | Note one. | Note two. | More." },
  { "text box", "{\\rtf1 One {\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn x}{\\sv 1}}{\\shptxt Box.\\par Box two.}}{\\shprslt no}}goes on.\\par Two.}",
    "One goes on. | Box. | Box two. | Two." },
  { "table", "{\\rtf1 a\\par\\trowd\\cellx1\\cellx2\\intbl b\\cell c\\par d\\cell\\row\\pard e\\par}", "a | t: b | t: c | t: d | e" },
  { "cells without rows", "{\\rtf1\\trowd cell one\\intbl\\cell cell two\\intbl\\cell\\row\\pard x}", "t: cell one | t: cell two | x" },
  { "list", "{\\rtf1{\\listtext 1.\\tab}\\ls1\\ilvl0 One\\par{\\pntext\\'b7\\tab}Two\\par\\pard\\ls1\\ilvl2 Three\\par\\pard Four}",
    "l1: One | l1: Two | l3: Three | Four" },
  { "list without lists", "{\\rtf1\\pard\\fi-360 \\bullet\\tx360\\tab One\\par 2.\\tab Two\\par\\pard 3.\\tab Three\\par\\fi-360 Four\\tab five}",
    "l1: One | l1: Two | 3. Three | Four five" },
  { "Korean Johab", "{\\rtf1{\\fonttbl{\\f0\\fcharset130 J;}}\\f0 \\'d0\\'65\\'8b\\'69}", "한글" },
  { "Chinese over runs", "{\\rtf1\\ansicpg936 \\'d6{\\b\\'d0}\\'ce\\'c4}", "\ufffd\ufffd文" },
  { "nested table", "{\\rtf1\\trowd\\cellx1\\cellx2\\intbl a\\cell{\\intbl\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\nestrow}{\\nonesttables\\par}}d\\cell\\row\\pard e}",
    "t: a | t: b | t: c | t: d | e" },
  { "old drawing", "{\\rtf1 a{\\*\\do\\dobxpage{\\dptxbxtext box\\par}}b\\par}", "ab | box" },
  { "field of a field", "{\\rtf1 a{\\field{\\*\\fldinst IF {\\field{\\*\\fldinst X}{\\fldrslt no}}}{\\fldrslt yes}}b}", "ayesb" },
  { "Mac", "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2639\n{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;}\n\\pard\\f0\\fs24 \\cf0 One \\'93two\\'94\\\nThree \\uc0\\u8364 \\\n{\\listtext\t\\uc0\\u8226 \t}four}", "One “two” | Three € | l1: four" },
  { "headings", "{\\rtf1" STYLES "\\s1 A\\par\\pard\\s2 B\\par\\pard\\s3 C\\par\\pard\\outlinelevel4 D\\par\\pard\\s9 E\\par\\pard F}",
    "h1: A | h1: B | h3: C | h5: D | h1: E | F" },
  { "styles", "{\\rtf1" STYLES "\\s4 A\\par\\pard\\s5 B\\par\\pard\\s6 C\\par\\pard\\s8 D}", "q: A | c: B | C | D" },
  { "outline level of running text", "{\\rtf1\\outlinelevel9 A}", "A" },
  { "words without an end", "{\\rtf1 a}\\", "a" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_reads (cases[i].name, cases[i].document, NULL, cases[i].expected);
}

static void
test_options (void)
{
  DoubletLoadOptions options = { .tracked = DOUBLET_TRACKED_ORIGINAL };

  assert_reads ("original", "{\\rtf1 a {\\deleted b}{\\revised c\\par}d}", &options, "a bd");
  options = (DoubletLoadOptions){ .charset = "windows-1251" };
  assert_reads ("chosen", "{\\rtf1\\ansi \\'cc\\'e8\\'f0}", &options, "Мир");
  assert_reads ("chosen, but a font knows better", "{\\rtf1\\ansi" FONTS "\\f5 \\'b3\\f0\\'cc}", &options, "łМ");
  options = (DoubletLoadOptions){ .charset = "UTF-8" };
  assert_reads ("UTF-8", "{\\rtf1\\ansi caf\xc3\xa9 \\'c3\\'a9}", &options, "café é");
}

static void
test_metadata (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article =
    load ("{\\rtf1\\ansi\\ansicpg1250\\deflang1033{\\info{\\title The \\'8aimek story}{\\author Me}}"
          "\\lang1031 Ein ganzer Satz.\\par\\lang1033 Word.}",
          -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (doublet_article_get_title (article), ==, "The Šimek story");
  g_assert_null (doublet_article_get_byline (article));
  g_assert_cmpstr (doublet_article_get_language (article), ==, "de-DE");
  g_assert_cmpstr (doublet_article_get_charset (article), ==, "Windows-1250");
  g_assert_cmpstr (doublet_article_get_format (article), ==, "rtf");
  g_assert_null (doublet_article_get_incomplete (article));
}

static void
test_losses (void)
{
  static const struct
  {
    const char *name;
    const char *document;
    const char *text;
  } losses[] = {
    { "breaks off", "{\\rtf1 One.\\par {\\b Tw", "One. | Tw" },
    { "breaks off in a word", "{\\rtf1 One\\pa", "One" },
    { "lying binary", "{\\rtf1 One.{\\pict\\bin2000000000 xyz}} Two.", "One." },
    { "cannot be decoded", "{\\rtf1\\ansi a\\'81b}", "a\ufffdb" },
    { "unknown code page", "{\\rtf1\\ansicpg31337 a\\'e9b}", "a\ufffdb" },
    { "several documents", "{\\rtf1 One.}\n{\\rtf1 Two.}", "One." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = load (losses[i].document, -1, NULL, &error);
      g_autofree char *found = NULL;

      g_test_message ("%s", losses[i].name);
      g_assert_no_error (error);
      found = describe (article);
      g_assert_cmpstr (found, ==, losses[i].text);
      g_assert_nonnull (doublet_article_get_incomplete (article));
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *document;
    const char *charset;
    int         code;
  } errors[] = {
    { "", NULL, DOUBLET_LOAD_ERROR_BROKEN },
    { "no rich text", NULL, DOUBLET_LOAD_ERROR_BROKEN },
    { "{\\rtf1}", NULL, DOUBLET_LOAD_ERROR_EMPTY },
    { "{\\rtf1{\\v hidden}\\par \\line}", NULL, DOUBLET_LOAD_ERROR_EMPTY },
    { "{\\rtf1 text}", "no such set", DOUBLET_LOAD_ERROR_BAD_CHARSET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      DoubletLoadOptions options = { .charset = errors[i].charset };
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = load (errors[i].document, -1, &options, &error);

      g_assert_null (article);
      g_assert_error (error, DOUBLET_LOAD_ERROR, errors[i].code);
    }
}

static void
assert_whole (const char *document,
              gsize       n_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = load (document, (gssize)n_bytes, NULL, &error);
  const char *text;
  gsize       n_text;

  g_assert_true ((article != NULL) != (error != NULL));
  if (article == NULL)
    {
      g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
      return;
    }
  text = doublet_article_get_text (article, &n_text);
  g_assert_true (g_utf8_validate_len (text, n_text, NULL));
}

static void
test_truncated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize n = 0; n < strlen (cases[i].document); n++)
      assert_whole (cases[i].document, n);
}

/* Words and braces in any order, and bytes at random. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "{", "}", "\\par ", "\\u-10179?", "\\'8", "\\'93", "\\f2 ", "\\f99999999999", "\\uc32767 ", "\\bin3 ", "\\*", "{\\fonttbl", "{\\f1\\fcharset204 ;}",
    "{\\stylesheet", "{\\s1\\sbasedon1 x;}", "\\s1 ", "\\v ", "{\\footnote ", "{\\shptxt ", "{\\upr", "{\\*\\ud ", "\\cell ", "\\row ", "text", "\xe9", "\\",
    "{\\info{\\title x}}", "\\listtext ", "\\lang1031 ", "\\plain ", "\\pard ", "\\deleted ", "\n", "\\ansicpg932 ", ";", "\\u55357 ", "\\u56833 "
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) document = g_string_new ("{\\rtf1" FONTS);
      guint n = (guint)g_rand_int_range (random, 0, 60);

      for (guint i = 0; i < n; i++)
        if (g_rand_int_range (random, 0, 8) == 0)
          g_string_append_c (document, (char)g_rand_int_range (random, 0, 256));
        else
          g_string_append (document, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      assert_whole (document->str, document->len);
    }
}

static void
test_nesting (void)
{
  g_autoptr (GString) document = g_string_new ("{\\rtf1 before ");
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (document, '{');
  g_string_append (document, "\\footnote deep\\par ");
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (document, '}');
  g_string_append (document, "behind}");

  article = load (document->str, (gssize)document->len, NULL, &error);
  g_assert_no_error (error);
  found = describe (article);
  g_assert_cmpstr (found, ==, "before behind");
  g_assert_nonnull (doublet_article_get_incomplete (article));
}

static void
test_cancelled (void)
{
  g_autoptr (GString) document = g_string_new ("{\\rtf1 ");
  int stop = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DoubletProgress progress = { STOP_FLAG (&stop) };

  for (guint i = 0; i < 20000; i++)
    g_string_append (document, "word\\par ");
  g_string_append_c (document, '}');
  bytes = g_bytes_new (document->str, document->len);
  stop = TRUE;
  g_assert_null (doublet_rtf_reader_load (bytes, "x", NULL, NULL, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rtf/cases", test_cases);
  g_test_add_func ("/rtf/options", test_options);
  g_test_add_func ("/rtf/metadata", test_metadata);
  g_test_add_func ("/rtf/losses", test_losses);
  g_test_add_func ("/rtf/errors", test_errors);
  g_test_add_func ("/rtf/truncated", test_truncated);
  g_test_add_func ("/rtf/random", test_random);
  g_test_add_func ("/rtf/nesting", test_nesting);
  g_test_add_func ("/rtf/cancelled", test_cancelled);

  return g_test_run ();
}
