/* test-options.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "options.h"

#include <gio/gio.h>
#include <string.h>

static void
test_defaults (void)
{
  DoubletOptions options;

  doublet_options_init (&options);
  g_assert_cmpuint (options.min_words, ==, 6);
  g_assert_cmpuint (options.max_gap, ==, 2);
  g_assert_cmpuint (options.min_identical, ==, 80);
  g_assert_true (options.passages);
  g_assert_true (options.reworded);
  g_assert_cmpint (options.ignore, ==, DOUBLET_IGNORE_CASE | DOUBLET_IGNORE_PUNCTUATION);
  g_assert_false (options.typography);
}

static void
test_presets (void)
{
  DoubletPreset preset;

  for (DoubletPreset i = 0; i < DOUBLET_N_PRESETS; i++)
    {
      g_assert_true (doublet_preset_from_id (doublet_preset_get_id (i), &preset));
      g_assert_cmpint (preset, ==, i);
      g_assert_nonnull (doublet_preset_get_name (i));
    }
  g_assert_false (doublet_preset_from_id ("no such thing", &preset));
}

/* What a preset stands for are lengths: it does not switch on what was switched off. */
static void
test_passages (void)
{
  DoubletOptions options;
  DoubletOptions others;

  doublet_options_init (&options);
  g_assert_true (doublet_options_find_reworded (&options));
  others = options;
  options.passages = FALSE;
  g_assert_false (doublet_options_equal (&options, &others));
  g_assert_false (doublet_options_find_reworded (&options));
  g_assert_true (options.reworded);
  for (DoubletPreset preset = 0; preset < DOUBLET_N_PRESETS; preset++)
    {
      doublet_options_apply_preset (&options, preset);
      g_assert_false (options.passages);
    }
}

static void
test_ignore (void)
{
  DoubletIgnore ignore;

  /* Every combination there and back. */
  for (DoubletIgnore i = 0; i < 32; i++)
    {
      g_autofree char *list = doublet_ignore_to_string (i);
      g_autoptr (GError) error = NULL;

      g_assert_true (doublet_ignore_from_string (list, &ignore, &error));
      g_assert_no_error (error);
      g_assert_cmpint (ignore, ==, i);
    }
  g_assert_true (doublet_ignore_from_string (" case , numbers", &ignore, NULL));
  g_assert_cmpint (ignore, ==, DOUBLET_IGNORE_CASE | DOUBLET_IGNORE_NUMBERS);
  g_assert_true (doublet_ignore_from_string ("", &ignore, NULL));
  g_assert_cmpint (ignore, ==, DOUBLET_IGNORE_NONE);
}

static void
test_ignore_unknown (void)
{
  DoubletIgnore ignore = DOUBLET_IGNORE_CASE;
  g_autoptr (GError) error = NULL;

  g_assert_false (doublet_ignore_from_string ("case,colour", &ignore, &error));
  g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
  g_assert_nonnull (strstr (error->message, "colour"));
  g_assert_cmpint (ignore, ==, DOUBLET_IGNORE_CASE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/options/defaults", test_defaults);
  g_test_add_func ("/options/presets", test_presets);
  g_test_add_func ("/options/passages", test_passages);
  g_test_add_func ("/options/ignore", test_ignore);
  g_test_add_func ("/options/ignore-unknown", test_ignore_unknown);
  return g_test_run ();
}
