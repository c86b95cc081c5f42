/* test-utf8.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "utf8.h"

#include <string.h>

#define N_TEXTS 20000
#define MAX_PIECES 40

/* Against GLib's validation and plain counting. */
static void
check (const char *text,
       gsize       n_bytes)
{
  DoubletUtf8Counts counts = { 0 };
  const char       *end = doublet_utf8_scan (text, n_bytes, &counts);
  const char       *expected;
  gsize             n_begun = 0;
  gsize             n_chars = 0, n_beyond = 0, n_controls = 0;

  g_utf8_validate_len (text, n_bytes, &expected);
  g_assert_cmpint (end - text, ==, expected - text);

  for (const char *p = text; p < end; p++)
    {
      guchar c = *p;

      n_chars += (c & 0xc0) != 0x80;
      n_beyond += c >= 0xc0;
      n_controls += c < 0x80 && g_ascii_iscntrl (c) && !g_ascii_isspace (c) && c != '\v';
    }
  g_assert_cmpuint (counts.n_chars, ==, n_chars);
  g_assert_cmpuint (counts.n_beyond, ==, n_beyond);
  g_assert_cmpuint (counts.n_controls, ==, n_controls);

  for (gsize i = 0; i < n_bytes; i++)
    n_begun += (text[i] & 0xc0) != 0x80;
  g_assert_cmpuint (doublet_utf8_count_chars (text, n_bytes), ==, n_begun);
}

static void
test_ends (void)
{
  static const char *const texts[] = {
    "",
    "a",
    "1234567",
    "12345678",
    "123456789\n",
    "12345678\177",
    "\302\200",
    "\337\277",
    "\340\240\200",
    "\355\237\277",
    "\356\200\200",
    "\357\277\277",
    "\360\220\200\200",
    "\364\217\277\277",
    /* Too long, half of a pair, too high, cut, out of place. */
    "\300\200",
    "\301\277",
    "\340\237\277",
    "\355\240\200",
    "\355\277\277",
    "\360\217\277\277",
    "\364\220\200\200",
    "\365\200\200\200",
    "\377",
    "\200",
    "\342\200",
    "\342\200 ",
    "\360\237\230",
    "12345678\342\200\23112345678\342\200",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check (texts[i], strlen (texts[i]));
  check ("1234567\0abcdefgh", 16);
  check ("\0", 1);
}

static void
test_counts_add_up (void)
{
  DoubletUtf8Counts counts = { 1, 2, 3 };

  doublet_utf8_scan ("a\302\265\001", 4, &counts);
  g_assert_cmpuint (counts.n_chars, ==, 4);
  g_assert_cmpuint (counts.n_beyond, ==, 3);
  g_assert_cmpuint (counts.n_controls, ==, 4);
}

/* Words, characters of every length, and bytes at random between them. */
static void
test_random (void)
{
  static const gunichar edges[] = { 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_pieces = g_test_rand_int_range (0, MAX_PIECES);

      for (guint k = 0; k < n_pieces; k++)
        switch (g_test_rand_int_range (0, i % 2 == 0 ? 5 : 4))
          {
          case 0:
            g_string_append_len (text, "printable ascii", g_test_rand_int_range (0, 16));
            break;
          case 1:
            g_string_append_unichar (text, edges[g_test_rand_int_range (0, G_N_ELEMENTS (edges))]);
            break;
          case 2:
            g_string_append_c (text, g_test_rand_int_range (1, 0x80));
            break;
          case 3:
            g_string_append_unichar (text, 0x4e00 + g_test_rand_int_range (0, 0x5000));
            break;
          default:
            g_string_append_c (text, g_test_rand_int_range (0, 0x100));
            break;
          }
      check (text->str, text->len);
      /* Wherever it is cut. */
      if (text->len > 0)
        check (text->str, g_test_rand_int_range (0, text->len));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/utf8/ends", test_ends);
  g_test_add_func ("/utf8/counts-add-up", test_counts_add_up);
  g_test_add_func ("/utf8/random", test_random);

  return g_test_run ();
}
