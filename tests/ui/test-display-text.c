/* test-display-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "display-text.h"
#include "line-cutter.h"

#include <string.h>

/* An article whose blocks hold newlines: parted by blank lines. */
static DoubletArticle *
make_wrapped_article (const char *text)
{
  DoubletArticleFields fields = { .name = g_strdup ("wrapped"), .format = "text", .charset = g_strdup ("UTF-8") };
  GArray              *blocks = g_array_new (FALSE, FALSE, sizeof (DoubletBlock));
  gsize                at = 0;
  gsize                n = strlen (text);

  while (at < n)
    {
      const char  *gap;
      DoubletBlock block = { 0 };

      at += strspn (text + at, " \t\r\n");
      if (at == n)
        break;
      gap = strstr (text + at, "\n\n");
      block.start = at;
      at = gap != NULL ? (gsize)(gap - text) : n;
      block.end = at;
      while (strchr (" \t\r\n", text[block.end - 1]) != NULL)
        block.end--;
      g_array_append_val (blocks, block);
    }
  fields.text = g_strdup (text);
  fields.n_bytes = n;
  fields.n_blocks = blocks->len;
  fields.blocks = (DoubletBlock *)(gpointer)g_array_free (blocks, FALSE);
  return doublet_article_new (&fields);
}

typedef struct
{
  const char *name;
  const char *source;
  const char *shown;
} ShownCase;

static const ShownCase shown_cases[] = {
  { "plain", "One two.\n\nThree.", "One two.\nThree." },
  { "newline", "One\ntwo.", "One two." },
  { "carriage-return", "One\r\ntwo\r\nthree.", "One two three." },
  { "indentation", "One \n   two.", "One two." },
  { "tab", "One\ttwo", "One two" },
  { "two-spaces", "One  two", "One  two" },
  { "white-space-around", "\n\n  One.\n\n\n\n  Two.  \n\n", "One.\nTwo." },
  { "control", "a\001b\033c\177d", "a\342\220\201b\342\220\233c\342\220\241d" },
  { "bidi-control", "a\342\200\256b", "a\342\207\232b" },
  { "line-separator", "a\342\200\250b\342\200\251c", "a b c" },
  { "object", "a\357\277\274b", "a\342\226\241b" },
  { "hebrew", "\327\251\327\234\327\225\327\235\342\200\217", "\327\251\327\234\327\225\327\235\342\200\217" },
  { "empty", "", "" },
  { "blank", " \n\n \n", "" },
};

static void
test_shown (gconstpointer data)
{
  const ShownCase *test_case = data;
  g_autoptr (DoubletArticle) article = make_wrapped_article (test_case->source);
  g_autoptr (DoubletDisplayText) text = doublet_display_text_new (article);
  gsize n_bytes;

  g_assert_cmpstr (doublet_display_text_get_text (text, &n_bytes), ==, test_case->shown);
  g_assert_cmpuint (n_bytes, ==, strlen (test_case->shown));
}

/* What holds for any text. */
static void
check_map (DoubletArticle *article)
{
  g_autoptr (DoubletDisplayText) text = doublet_display_text_new (article);
  gsize                     n_source;
  gsize                     n_shown;
  guint32                   n_lines;
  guint                     n_blocks;
  const char               *source = doublet_article_get_text (article, &n_source);
  const char               *shown = doublet_display_text_get_text (text, &n_shown);
  const DoubletDisplayLine *lines = doublet_display_text_get_lines (text, &n_lines);
  const DoubletBlock       *blocks = doublet_article_get_blocks (article, &n_blocks);
  glong                     n_chars;
  guint32                   last = 0;

  g_assert_true (g_utf8_validate_len (shown, n_shown, NULL));
  n_chars = g_utf8_strlen (shown, n_shown);

  /* Lines are the blocks, in order, and the whole buffer. */
  for (guint32 i = 0; i < n_lines; i++)
    {
      gboolean continues = (lines[i].flags & DOUBLET_DISPLAY_LINE_CONTINUES) != 0;
      gboolean continued = (lines[i].flags & DOUBLET_DISPLAY_LINE_CONTINUED) != 0;

      g_assert_cmpuint (lines[i].start, ==, i == 0 ? 0 : lines[i - 1].start + lines[i - 1].n_chars + 1);
      g_assert_cmpuint (lines[i].text_start, ==, i == 0 ? 0 : lines[i - 1].text_end + 1);
      g_assert_cmpuint (lines[i].n_chars, ==, g_utf8_strlen (shown + lines[i].text_start, lines[i].text_end - lines[i].text_start));
      g_assert_cmpuint (lines[i].n_chars, >, 0);
      g_assert_cmpuint (lines[i].n_chars, <=, DOUBLET_DISPLAY_LINE_LONGEST);
      g_assert_null (memchr (shown + lines[i].text_start, '\n', lines[i].text_end - lines[i].text_start));
      g_assert_cmpuint (lines[i].first_byte, ==, continues ? lines[i - 1].end_byte : blocks[lines[i].block].start);
      if (!continued)
        g_assert_cmpuint (lines[i].end_byte, ==, blocks[lines[i].block].end);
      g_assert_cmpuint (doublet_display_text_find_line (text, lines[i].start), ==, i);
      g_assert_cmpuint (doublet_display_text_find_line (text, lines[i].start + lines[i].n_chars), ==, i);
    }
  if (n_lines > 0)
    {
      g_assert_cmpuint (lines[n_lines - 1].block, ==, n_blocks - 1);
      g_assert_cmpuint (lines[n_lines - 1].text_end, ==, n_shown);
    }
  else
    g_assert_cmpuint (n_blocks, ==, 0);

  /* From the buffer to the article and back; only the newline at a cut stands for
   * nothing of its own. */
  for (glong offset = 0; offset <= n_chars; offset++)
    {
      guint32 byte = doublet_display_text_to_byte (text, offset);

      g_assert_cmpuint (byte, <=, n_source);
      g_assert_cmpuint (byte, >=, last);
      g_assert_true (byte == n_source || (source[byte] & 0xc0) != 0x80);
      last = byte;
      if (n_lines > 0)
        {
          const DoubletDisplayLine *line = &lines[doublet_display_text_find_line (text, offset)];

          if ((line->flags & DOUBLET_DISPLAY_LINE_CONTINUED) && (guint32)offset == line->start + line->n_chars)
            {
              g_assert_cmpuint (doublet_display_text_to_offset (text, byte), ==, offset + 1);
              g_assert_cmpuint (doublet_display_text_to_end_offset (text, byte), ==, offset);
            }
          else
            g_assert_cmpuint (doublet_display_text_to_offset (text, byte), ==, offset);
        }
    }

  /* From the article to the buffer and back: nothing is passed over but white space. */
  last = 0;
  for (gsize byte = 0; byte <= n_source; byte = byte < n_source ? (gsize)(g_utf8_next_char (source + byte) - source) : byte + 1)
    {
      guint32 offset = doublet_display_text_to_offset (text, byte);
      guint32 back = doublet_display_text_to_byte (text, offset);

      g_assert_cmpuint (offset, >=, last);
      last = offset;
      if (back < byte)
        g_assert_cmpuint (strspn (source + back, " \t\r\n"), >=, byte - back);
      else if (back > byte)
        g_assert_cmpuint (byte + strspn (source + byte, " \t\r\n"), >=, back);
    }
}

static void
test_shown_maps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown_cases); i++)
    {
      g_autoptr (DoubletArticle) article = make_wrapped_article (shown_cases[i].source);

      check_map (article);
    }
}

static void
append_random_char (GString *text,
                    GRand   *random)
{
  static const gunichar chars[] = {
    'a',
    'b',
    'Z',
    '.',
    '.',
    ',',
    ' ',
    ' ',
    ' ',
    '\n',
    '\t',
    '\r',
    0x01,
    0x1b,
    0x7f,
    0x85,
    0xe9,
    0x5d0,
    0x627,
    0x202e,
    0x2066,
    0x2028,
    0x4e2d,
    0x3002,
    0xe01,
    0x301,
    0x200d,
    0x1f600,
    0x1f3fb,
    0xfffc,
    0xffff,
  };

  g_string_append_unichar (text, chars[g_rand_int_range (random, 0, G_N_ELEMENTS (chars))]);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260501);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DoubletArticle) article = NULL;
      guint n = g_rand_int_range (random, 0, 60);

      for (guint i = 0; i < n; i++)
        {
          if (g_rand_int_range (random, 0, 12) == 0)
            g_string_append (text, "\n\n");
          append_random_char (text, random);
        }
      article = make_wrapped_article (text->str);
      check_map (article);
    }
}

static void
test_random_long (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (DoubletArticle) article = NULL;

      for (guint i = 0; i < 9000; i++)
        if (round % 2 == 0 || g_rand_int_range (random, 0, 400) == 0)
          append_random_char (text, random);
        else
          g_string_append_c (text, "ab"[g_rand_int_range (random, 0, 2)]);
      article = make_wrapped_article (text->str);
      check_map (article);
    }
}

/* Inputs that freeze a text view when they come as one line. */
static void
test_unbroken (void)
{
  static const gunichar units[] = { 'x', 0x301, 0x2066, 0x01, 0xe01, 0x200d };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DoubletArticle) article = NULL;
      g_autoptr (DoubletDisplayText) shown = NULL;
      const DoubletDisplayLine *lines;
      guint32                   n_lines;

      for (guint j = 0; j < 20000; j++)
        g_string_append_unichar (text, units[i]);
      article = make_wrapped_article (text->str);
      shown = doublet_display_text_new (article);
      lines = doublet_display_text_get_lines (shown, &n_lines);
      g_assert_cmpuint (n_lines, >=, 20000 / DOUBLET_DISPLAY_UNBROKEN_LONGEST);
      for (guint32 j = 0; j < n_lines; j++)
        g_assert_cmpuint (lines[j].n_chars, <=, DOUBLET_DISPLAY_UNBROKEN_LONGEST);
    }
}

static void
test_cut_at_sentence (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize start = 0;

  while (text->len < 50000)
    g_string_append (text, "It was said that “this is how it goes.” Nobody knew more. ");
  while (start < text->len)
    {
      gsize end = doublet_line_cutter_find_end (text->str, start, text->len);

      g_assert_cmpuint (end, >, start);
      if (end < text->len)
        {
          g_assert_cmpuint (end - start, >, DOUBLET_DISPLAY_LINE_LONGEST - 200);
          g_assert_true (text->str[end - 1] == ' ' && (text->str[end - 2] == '.' || g_str_has_prefix (text->str + end - 4, "\342\200\235")));
        }
      start = end;
    }
}

static void
test_cut_keeps_accents (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize start = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "e\314\201\314\247");
  while (start < text->len)
    {
      start = doublet_line_cutter_find_end (text->str, start, text->len);
      g_assert_true (start == text->len || text->str[start] == 'e');
    }
}

/* Chinese has no spaces and needs no cut but for length. */
static void
test_ideographs (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append_unichar (text, 0x4e00 + i);
  g_assert_cmpuint (doublet_line_cutter_find_end (text->str, 0, text->len), ==, text->len);
  for (guint i = 0; i < 3000; i++)
    g_string_append_unichar (text, 0x4e00 + i);
  g_assert_cmpuint (doublet_line_cutter_find_end (text->str, 0, text->len), ==, 3 * DOUBLET_DISPLAY_LINE_LONGEST);
}

static void
test_many_blocks (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DoubletArticle) article = NULL;
  g_autoptr (DoubletDisplayText) shown = NULL;
  guint32 n_lines;
  guint32 first_line;
  guint32 end_line;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "a\n");
  article = make_article ("many", text->str);
  shown = doublet_display_text_new (article);
  doublet_display_text_get_lines (shown, &n_lines);
  g_assert_cmpuint (n_lines, ==, 100000);
  doublet_display_text_get_block_lines (shown, 99999, 100000, &first_line, &end_line);
  g_assert_cmpuint (first_line, ==, 99999);
  g_assert_cmpuint (end_line, ==, 100000);
}

/* @n_blocks paragraphs of @n_sentences; the text goes on behind what a window shows. */
static DoubletArticle *
make_huge_article (guint n_blocks,
                   guint n_sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_blocks; i++)
    {
      for (guint j = 0; j < n_sentences; j++)
        g_string_append_printf (text, "Paragraph %u is f\303\274ll of sentence %u. ", i, j);
      g_string_append (text, "\n\n");
    }
  return make_wrapped_article (text->str);
}

/* What is shown is a beginning, and every place behind it is its end. */
static void
check_cut (DoubletArticle *article)
{
  g_autoptr (DoubletDisplayText) text = doublet_display_text_new (article);
  guint32                   n_lines;
  const DoubletDisplayLine *lines = doublet_display_text_get_lines (text, &n_lines);
  guint                     n_blocks;
  const DoubletBlock       *blocks = doublet_article_get_blocks (article, &n_blocks);
  guint32                   end = doublet_display_text_get_end_byte (text);
  guint32                   n_chars = lines[n_lines - 1].start + lines[n_lines - 1].n_chars;
  guint32                   first_line;
  guint32                   end_line;
  gsize                     n_bytes;
  const char               *shown = doublet_display_text_get_text (text, &n_bytes);

  g_assert_true (doublet_display_text_is_cut (text));
  g_assert_cmpuint (end, <=, DOUBLET_DISPLAY_TEXT_LARGEST + 4 * DOUBLET_DISPLAY_LINE_LONGEST);
  g_assert_cmpuint (end, >, DOUBLET_DISPLAY_TEXT_LARGEST / 2);
  g_assert_cmpuint (lines[n_lines - 1].end_byte, ==, end);
  g_assert_cmpuint (lines[n_lines - 1].text_end, ==, n_bytes);
  g_assert_cmpint (g_utf8_strlen (shown, n_bytes), ==, n_chars);
  g_assert_cmpuint (doublet_display_text_to_offset (text, end), ==, n_chars);
  g_assert_cmpuint (doublet_display_text_to_offset (text, blocks[n_blocks - 1].end), ==, n_chars);
  g_assert_cmpuint (doublet_display_text_to_end_offset (text, blocks[n_blocks - 1].end), ==, n_chars);
  g_assert_cmpuint (doublet_display_text_to_byte (text, n_chars), ==, end);
  doublet_display_text_get_block_lines (text, 0, n_blocks, &first_line, &end_line);
  g_assert_cmpuint (first_line, ==, 0);
  g_assert_cmpuint (end_line, ==, n_lines);
}

static void
test_too_long (void)
{
  g_autoptr (DoubletArticle) paragraphs = make_huge_article (4000, 60);
  g_autoptr (DoubletArticle) one = make_huge_article (1, 240000);
  g_autoptr (DoubletArticle) short_one = make_huge_article (10, 10);
  g_autoptr (DoubletDisplayText) whole = doublet_display_text_new (short_one);
  g_autoptr (DoubletDisplayText) text = doublet_display_text_new (paragraphs);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (paragraphs, &n_blocks);
  guint               at = 0;

  check_cut (paragraphs);
  check_cut (one);
  g_assert_false (doublet_display_text_is_cut (whole));
  /* At the end of a paragraph. */
  while (at < n_blocks && blocks[at].end < doublet_display_text_get_end_byte (text))
    at++;
  g_assert_cmpuint (blocks[at].end, ==, doublet_display_text_get_end_byte (text));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shown_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/display-text/shown/%s", shown_cases[i].name);

      g_test_add_data_func (path, &shown_cases[i], test_shown);
    }
  g_test_add_func ("/display-text/shown-maps", test_shown_maps);
  g_test_add_func ("/display-text/random", test_random);
  g_test_add_func ("/display-text/random-long", test_random_long);
  g_test_add_func ("/display-text/unbroken", test_unbroken);
  g_test_add_func ("/display-text/cut-at-sentence", test_cut_at_sentence);
  g_test_add_func ("/display-text/cut-keeps-accents", test_cut_keeps_accents);
  g_test_add_func ("/display-text/ideographs", test_ideographs);
  g_test_add_func ("/display-text/many-blocks", test_many_blocks);
  g_test_add_func ("/display-text/too-long", test_too_long);
  return g_test_run ();
}
