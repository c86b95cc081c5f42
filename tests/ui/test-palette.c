/* test-palette.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "palette.h"

#define TEXT_CONTRAST 4.5
#define SIGN_CONTRAST 3.0

static void
check_hue (const DoubletPalette    *palette,
           const DoubletPaletteHue *hue)
{
  g_assert_cmpfloat (doublet_palette_contrast (&palette->text, &hue->tint), >=, TEXT_CONTRAST);
  /* The number on a chip is text. */
  g_assert_cmpfloat (doublet_palette_contrast (&hue->sign, &hue->tint), >=, TEXT_CONTRAST);
  g_assert_cmpfloat (doublet_palette_contrast (&hue->sign, &palette->page), >=, TEXT_CONTRAST);
}

static void
test_contrast (gconstpointer data)
{
  const DoubletPalette *palette = doublet_palette_get (GPOINTER_TO_INT (data));

  g_assert_cmpfloat (doublet_palette_contrast (&palette->text, &palette->page), >=, TEXT_CONTRAST);
  g_assert_cmpfloat (doublet_palette_contrast (&palette->dim, &palette->page), >=, TEXT_CONTRAST);
  g_assert_cmpfloat (doublet_palette_contrast (&palette->flag, &palette->page), >=, TEXT_CONTRAST);
  check_hue (palette, &palette->deleted);
  check_hue (palette, &palette->inserted);
  check_hue (palette, &palette->moved);
  check_hue (palette, &palette->found);
  for (guint i = 0; i < DOUBLET_N_HUES; i++)
    {
      check_hue (palette, &palette->passages[i]);
      g_assert_cmpfloat (doublet_palette_contrast (&palette->text, &palette->selected[i]), >=, TEXT_CONTRAST);
      g_assert_cmpfloat (doublet_palette_contrast (&palette->passages[i].sign, &palette->selected[i]), >=, SIGN_CONTRAST);
    }
}

/* The two ends of the scale are known. */
static void
test_scale (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const GdkRGBA white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (doublet_palette_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (doublet_palette_contrast (&white, &black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (doublet_palette_contrast (&white, &white), 1, 0.001);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/palette/contrast/light", GINT_TO_POINTER (DOUBLET_PALETTE_LIGHT), test_contrast);
  g_test_add_data_func ("/palette/contrast/dark", GINT_TO_POINTER (DOUBLET_PALETTE_DARK), test_contrast);
  g_test_add_data_func ("/palette/contrast/light-contrast", GINT_TO_POINTER (DOUBLET_PALETTE_LIGHT_CONTRAST), test_contrast);
  g_test_add_data_func ("/palette/contrast/dark-contrast", GINT_TO_POINTER (DOUBLET_PALETTE_DARK_CONTRAST), test_contrast);
  g_test_add_func ("/palette/scale", test_scale);
  return g_test_run ();
}
