/* option-settings.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "option-settings.h"

#include "settings.h"

/**
 * doublet_option_settings_load:
 * @options: (out): what was chosen last; the defaults without settings
 *
 * Values that nobody could have chosen (settings can be edited) are brought in range.
 */
void
doublet_option_settings_load (DoubletOptions *options)
{
  GSettings *settings = doublet_settings_get ();

  doublet_options_init (options);
  if (settings == NULL)
    return;

  g_autofree char *ignore = g_settings_get_string (settings, "ignore");
  options->min_words = CLAMP (g_settings_get_uint (settings, "min-words"), DOUBLET_MIN_WORDS_LOWEST, DOUBLET_MIN_WORDS_HIGHEST);
  options->max_gap = MIN (g_settings_get_uint (settings, "max-gap"), DOUBLET_MAX_GAP_HIGHEST);
  options->min_identical = CLAMP (g_settings_get_uint (settings, "min-identical"), DOUBLET_MIN_IDENTICAL_LOWEST, 100);
  options->passages = g_settings_get_boolean (settings, "passages");
  options->reworded = g_settings_get_boolean (settings, "reworded");
  options->typography = g_settings_get_boolean (settings, "typography");
  doublet_ignore_from_string (ignore, &options->ignore, NULL);
}

/**
 * doublet_option_settings_save:
 * @options: what was chosen
 */
void
doublet_option_settings_save (const DoubletOptions *options)
{
  GSettings *settings = doublet_settings_get ();

  if (settings == NULL)
    return;

  g_autofree char *ignore = doublet_ignore_to_string (options->ignore);
  g_settings_set_uint (settings, "min-words", options->min_words);
  g_settings_set_uint (settings, "max-gap", options->max_gap);
  g_settings_set_uint (settings, "min-identical", options->min_identical);
  g_settings_set_boolean (settings, "passages", options->passages);
  g_settings_set_boolean (settings, "reworded", options->reworded);
  g_settings_set_boolean (settings, "typography", options->typography);
  g_settings_set_string (settings, "ignore", ignore);
}

/**
 * doublet_option_settings_load_boilerplate:
 *
 * Returns: (transfer full) (nullable): the file of boilerplate that was chosen last
 */
GFile *
doublet_option_settings_load_boilerplate (void)
{
  GSettings       *settings = doublet_settings_get ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "boilerplate") : NULL;

  return uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/**
 * doublet_option_settings_save_boilerplate:
 * @file: (nullable): what was chosen
 */
void
doublet_option_settings_save_boilerplate (GFile *file)
{
  GSettings       *settings = doublet_settings_get ();
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (settings != NULL)
    g_settings_set_string (settings, "boilerplate", uri != NULL ? uri : "");
}
