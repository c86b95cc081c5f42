/* test-offset-map.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "offset-map.h"

#include <string.h>

#define N_TEXTS 300

static void
check_counted (const char *text,
               gsize       n_counted)
{
  gsize            n_bytes = strlen (text);
  DoubletOffsetMap map;
  gsize            n_chars = 0;

  doublet_offset_map_init (&map, text, n_bytes, n_counted);
  g_assert_cmpuint (map.n_chars, ==, g_utf8_strlen (text, -1));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n_chars++)
    {
      g_assert_cmpuint (doublet_offset_map_to_chars (&map, p - text), ==, n_chars);
      g_assert_cmpuint (doublet_offset_map_to_bytes (&map, n_chars), ==, p - text);
    }

  for (gsize behind = 0; behind < 3; behind++)
    {
      g_assert_cmpuint (doublet_offset_map_to_chars (&map, n_bytes + behind), ==, n_chars);
      g_assert_cmpuint (doublet_offset_map_to_bytes (&map, n_chars + behind), ==, n_bytes);
    }
  doublet_offset_map_clear (&map);
}

static void
check (const char *text)
{
  check_counted (text, 0);
  check_counted (text, g_utf8_strlen (text, -1));
}

static void
test_empty (void)
{
  check ("");
}

static void
test_ascii (void)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  DoubletOffsetMap map;

  check (text);
  doublet_offset_map_init (&map, text, 1000, 0);
  g_assert_null (map.chars_at);
  doublet_offset_map_clear (&map);
}

static void
test_random (void)
{
  /* Ends of the ranges of one, two, three and four bytes. */
  static const gunichar chars[] = { 'a', 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_chars = g_rand_int_range (rand, 0, 1500);
      guint n_kinds = g_rand_int_range (rand, 1, G_N_ELEMENTS (chars) + 1);

      for (guint j = 0; j < n_chars; j++)
        g_string_append_unichar (text, chars[g_rand_int_range (rand, 0, n_kinds)]);
      check (text->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offset-map/empty", test_empty);
  g_test_add_func ("/offset-map/ascii", test_ascii);
  g_test_add_func ("/offset-map/random", test_random);
  return g_test_run ();
}
