/* test-paragraphs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "paragraphs.h"

#include "load-error.h"
#include "load-limits.h"
#include "stop-flag.h"

#include <gio/gio.h>

#include <string.h>

/* 60 characters, which is a wrapped line. */
#define LINE "The boats were out before dawn, and nobody had seen them go."

static const struct
{
  const char *name;
  const char *text;
  const char *blocks; /* joined by "|" */
} cases[] = {
  { "nothing", "", "" },
  { "white space", " \t\n \r\n\f\v", "" },
  { "one line", "One.", "One." },
  { "one line with an end", "One.\n", "One." },
  { "white space around", "  One. \t\n", "One." },
  { "LF", "One.\nTwo.", "One.|Two." },
  { "CR LF", "One.\r\nTwo.\r\n", "One.|Two." },
  { "CR", "One.\rTwo.\r", "One.|Two." },
  { "mixed", "One.\rTwo.\r\nThree.\nFour.\n\rFive.", "One.|Two.|Three.|Four.|Five." },
  { "blank lines are no blocks", "One.\n\n \n\t\nTwo.", "One.|Two." },
  { "line separator", "One.\342\200\250Two.", "One.|Two." },
  { "paragraph separator", "One.\342\200\251Two.", "One.|Two." },
  { "next line", "One.\302\205Two.", "One.|Two." },
  { "vertical tab and form feed", "One.\vTwo.\fThree.", "One.|Two.|Three." },
  { "no-break and ideographic space", "\302\240One.\343\200\200\nTwo.", "One.|Two." },
  { "zero-width space is no white space", "\342\200\213\nTwo.", "\342\200\213|Two." },
  { "wrapped", LINE "\n" LINE "\n\n" LINE "\n" LINE, LINE "\n" LINE "|" LINE "\n" LINE },
  { "wrapped with CR LF", LINE "\r\n" LINE "\r\n\r\n" LINE "\r\n", LINE "\r\n" LINE "|" LINE },
  { "wrapped with a blank line of spaces", LINE "\n" LINE "\n   \n" LINE, LINE "\n" LINE "|" LINE },
  { "wrapped and indented", "   " LINE "\n" LINE "\n\n" LINE, LINE "\n" LINE "|" LINE },
  { "wrapped with a paragraph separator", LINE "\342\200\251" LINE "\n\n" LINE, LINE "|" LINE "|" LINE },
  { "lines of that length without a blank one", LINE "\n" LINE "\n" LINE, LINE "|" LINE "|" LINE },
  { "blank lines only at the ends", "\n\n" LINE "\n" LINE "\n\n", LINE "|" LINE },
  { "short lines with blank ones", "One\nTwo\n\nThree", "One|Two|Three" },
  { "long lines with a blank one", LINE LINE "\n" LINE LINE "\n\n" LINE LINE, LINE LINE "|" LINE LINE "|" LINE LINE },
  { "half of the lines are not most", LINE "\nOne\n\n" LINE "\nTwo", LINE "|One|" LINE "|Two" },
  { "a list in wrapped text", LINE "\n" LINE "\n\n- " LINE "\n  " LINE "\n- two\n\n" LINE, LINE "\n" LINE "|- " LINE "\n  " LINE "|- two|" LINE },
  { "a list behind a colon", LINE "\n" LINE ":\n1. " LINE "\n2. " LINE "\n\n" LINE, LINE "\n" LINE ":|1. " LINE "|2. " LINE "|" LINE },
  { "a dash at the start of a line", LINE "\n- " LINE "\n\n" LINE, LINE "\n- " LINE "|" LINE },
  { "most of the lines", LINE "\n" LINE "\nOne\n\nTwo\n" LINE, LINE "\n" LINE "\nOne|Two\n" LINE },
};

static char *
join_blocks (const char         *text,
             const DoubletBlock *blocks,
             guint               n_blocks)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_blocks; i++)
    {
      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, text + blocks[i].start, blocks[i].end - blocks[i].start);
    }

  return g_string_free (joined, FALSE);
}

static void
find (const char    *text,
      gsize          n_bytes,
      DoubletBlock **blocks,
      guint         *n_blocks)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (doublet_paragraphs_find (text, n_bytes, blocks, n_blocks, NULL, &error));
  g_assert_no_error (error);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree DoubletBlock *blocks = NULL;
      g_autofree char         *joined = NULL;
      guint                    n_blocks;

      g_test_message ("%s", cases[i].name);
      find (cases[i].text, strlen (cases[i].text), &blocks, &n_blocks);
      joined = join_blocks (cases[i].text, blocks, n_blocks);
      g_assert_cmpstr (joined, ==, cases[i].blocks);
      for (guint j = 0; j < n_blocks; j++)
        {
          g_assert_cmpint (blocks[j].kind, ==, DOUBLET_BLOCK_PARAGRAPH);
          g_assert_cmpint (blocks[j].level, ==, 0);
        }
    }
}

/* Written out, to be independent of the code that is tested. */
static gboolean
is_white (gunichar c)
{
  static const gunichar white[] = {
    0x9, 0xa, 0xb, 0xc, 0xd, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
    0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000
  };

  for (guint i = 0; i < G_N_ELEMENTS (white); i++)
    if (white[i] == c)
      return TRUE;

  return FALSE;
}

static void
check_white (const char *text,
             gsize       start,
             gsize       end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    g_assert_true (is_white (g_utf8_get_char (p)));
}

static void
check_blocks (const char         *text,
              gsize               n_bytes,
              const DoubletBlock *blocks,
              guint               n_blocks)
{
  gsize end = 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      g_assert_cmpuint (blocks[i].start, >=, end);
      g_assert_cmpuint (blocks[i].end, >, blocks[i].start);
      g_assert_cmpuint (blocks[i].end, <=, n_bytes);
      g_assert_false (is_white (g_utf8_get_char (text + blocks[i].start)));
      g_assert_false (is_white (g_utf8_get_char (g_utf8_prev_char (text + blocks[i].end))));
      check_white (text, end, blocks[i].start);
      end = blocks[i].end;
    }

  check_white (text, end, n_bytes);
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "\n", "\r", "\r\n", "\n\n", "\342\200\250", "\342\200\251", "\302\205", "\v", "\f",
    " ", "\t", "\302\240", "\343\200\200", "\341\232\200", "a", "é", "漢", "word", LINE, LINE "\n" LINE "\n", "\357\277\275"
  };
  GRand *rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree DoubletBlock *blocks = NULL;
      gint32                   n = g_rand_int_range (rand, 0, 30);
      guint                    n_blocks;

      for (gint32 j = 0; j < n; j++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      find (text->str, text->len, &blocks, &n_blocks);
      check_blocks (text->str, text->len, blocks, n_blocks);
    }

  g_rand_free (rand);
}

static void
test_pathological (void)
{
  static const struct
  {
    const char *name;
    const char *piece;
    guint       n;
    guint       n_blocks;
  } texts[] = {
    { "empty lines", "\n", 100000, 0 },
    { "empty lines with CR LF", "\r\n", 100000, 0 },
    { "spaces", " ", 1000000, 0 },
    { "one line", "word ", 200000, 1 },
    { "one word", "x", 1000000, 1 },
    { "lines of a letter", "x\n", 100000, 100000 },
    { "lines between empty ones", "x\n\n", 100000, 100000 },
    { "paragraph separators", "\342\200\251", 100000, 0 },
    { "wrapped paragraphs", LINE "\n" LINE "\n\n", 20000, 20000 },
    { "a wrapped paragraph", LINE "\n", 20000, 20000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree DoubletBlock *blocks = NULL;
      guint                    n_blocks;

      for (guint j = 0; j < texts[i].n; j++)
        g_string_append (text, texts[i].piece);

      g_test_message ("%s", texts[i].name);
      find (text->str, text->len, &blocks, &n_blocks);
      g_assert_cmpuint (n_blocks, ==, texts[i].n_blocks);
      check_blocks (text->str, text->len, blocks, n_blocks);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GError) error = NULL;
  DoubletBlock    *blocks;
  guint            n_blocks;
  gsize            n = 2 * (DOUBLET_LIMIT_ARTICLE_BLOCKS + 1);
  g_autofree char *text = g_malloc (n + 1);

  for (gsize i = 0; i < n; i++)
    text[i] = i % 2 == 0 ? 'x' : '\n';
  text[n] = '\0';

  g_assert_false (doublet_paragraphs_find (text, n, &blocks, &n_blocks, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG);
  g_assert_null (blocks);
}

static void
test_cancelled (void)
{
  int stop = FALSE;
  g_autoptr (GError) error = NULL;
  DoubletProgress progress = { STOP_FLAG (&stop) };
  DoubletBlock   *blocks;
  guint           n_blocks;

  stop = TRUE;
  g_assert_false (doublet_paragraphs_find ("a\n", 2, &blocks, &n_blocks, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paragraphs/cases", test_cases);
  g_test_add_func ("/paragraphs/random", test_random);
  g_test_add_func ("/paragraphs/pathological", test_pathological);
  g_test_add_func ("/paragraphs/too-many", test_too_many);
  g_test_add_func ("/paragraphs/cancelled", test_cancelled);

  return g_test_run ();
}
