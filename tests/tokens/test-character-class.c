/* test-character-class.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "character-class.h"

/* What the program has at hand is what ICU says. */
static void
test_tables (void)
{
  g_autofree guint8 *latin = doublet_character_page_build (DOUBLET_CHARACTER_LATIN_PAGE);
  g_autofree guint8 *signs = doublet_character_page_build (DOUBLET_CHARACTER_SIGNS_PAGE);

  for (guint i = 0; i < DOUBLET_CHARACTER_PAGE_SIZE; i++)
    {
      g_assert_cmphex (doublet_character_latin[i], ==, latin[i]);
      g_assert_cmphex (doublet_character_signs[i], ==, signs[i]);
    }
}

/* Whoever asks gets the same page, whether it was at hand or made. */
static void
test_pages (void)
{
  static const guint numbers[] = { DOUBLET_CHARACTER_LATIN_PAGE, 0x01, 0x04, DOUBLET_CHARACTER_SIGNS_PAGE, 0x4e, 0x1f4 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree guint8 *built = doublet_character_page_build (numbers[i]);

      for (guint j = 0; j < DOUBLET_CHARACTER_PAGE_SIZE; j++)
        g_assert_cmphex (doublet_character_get_properties ((numbers[i] << DOUBLET_CHARACTER_PAGE_BITS) + j), ==, built[j]);
      g_assert_true (doublet_character_page_find (numbers[i]) == doublet_character_page_find (numbers[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/character-class/tables", test_tables);
  g_test_add_func ("/character-class/pages", test_pages);
  return g_test_run ();
}
