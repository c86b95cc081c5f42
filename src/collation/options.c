/* options.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "options.h"

#include <glib/gi18n-lib.h>

/* What two spans must have in common to be one edited passage: the share that a
 * reader still calls "the same with changes". */
#define DEFAULT_MIN_IDENTICAL 80

static const struct
{
  const char *id;
  const char *name;
  guint       min_words;
  guint       max_gap;
} presets[DOUBLET_N_PRESETS] = {
  [DOUBLET_PRESET_GENERAL] = { "general", N_ ("General"), 6, 2 },
  [DOUBLET_PRESET_EXACT] = { "exact", N_ ("Exact only"), 8, 0 },
  [DOUBLET_PRESET_MOVED] = { "moved", N_ ("Left over from moving text"), 10, 2 },
  [DOUBLET_PRESET_PHRASES] = { "phrases", N_ ("Favourite phrases"), 4, 0 },
};

static const struct
{
  const char   *id;
  DoubletIgnore flag;
} ignorables[] = {
  { "case", DOUBLET_IGNORE_CASE },
  { "punctuation", DOUBLET_IGNORE_PUNCTUATION },
  { "diacritics", DOUBLET_IGNORE_DIACRITICS },
  { "numbers", DOUBLET_IGNORE_NUMBERS },
  { "quotations", DOUBLET_IGNORE_QUOTATIONS },
};

/**
 * doublet_options_init:
 * @self: options
 *
 * Sets what a person gets who chooses nothing, in the window and on the command line.
 */
void
doublet_options_init (DoubletOptions *self)
{
  *self = (DoubletOptions){
    .min_identical = DEFAULT_MIN_IDENTICAL,
    .ignore = DOUBLET_IGNORE_DEFAULT,
    .passages = TRUE,
    .reworded = TRUE,
  };
  doublet_options_apply_preset (self, DOUBLET_PRESET_GENERAL);
}

/**
 * doublet_options_apply_preset:
 * @self: options
 * @preset: a preset
 *
 * Sets the lengths that @preset stands for and leaves the rest: whether passages are
 * looked for at all is another question, asked elsewhere.
 */
void
doublet_options_apply_preset (DoubletOptions *self,
                              DoubletPreset   preset)
{
  g_return_if_fail (preset < DOUBLET_N_PRESETS);

  self->min_words = presets[preset].min_words;
  self->max_gap = presets[preset].max_gap;
}

/**
 * doublet_options_find_reworded:
 * @self: options
 *
 * Returns: whether reworded passages are looked for
 */
gboolean
doublet_options_find_reworded (const DoubletOptions *self)
{
  return self->passages && self->reworded;
}

/**
 * doublet_options_equal:
 * @self: options
 * @other: other options
 *
 * Returns: whether both are the same choices
 */
gboolean
doublet_options_equal (const DoubletOptions *self,
                       const DoubletOptions *other)
{
  return self->min_words == other->min_words && self->max_gap == other->max_gap && self->min_identical == other->min_identical && self->ignore == other->ignore && !self->typography == !other->typography && !self->passages == !other->passages && !self->reworded == !other->reworded;
}

/**
 * doublet_preset_get_id:
 * @preset: a preset
 *
 * Returns: its name on the command line
 */
const char *
doublet_preset_get_id (DoubletPreset preset)
{
  g_return_val_if_fail (preset < DOUBLET_N_PRESETS, NULL);

  return presets[preset].id;
}

/**
 * doublet_preset_get_name:
 * @preset: a preset
 *
 * Returns: its translated name
 */
const char *
doublet_preset_get_name (DoubletPreset preset)
{
  g_return_val_if_fail (preset < DOUBLET_N_PRESETS, NULL);

  return _ (presets[preset].name);
}

/**
 * doublet_preset_from_id:
 * @id: a name on the command line
 * @preset: (out): the preset
 *
 * Returns: whether there is such a preset
 */
gboolean
doublet_preset_from_id (const char    *id,
                        DoubletPreset *preset)
{
  for (DoubletPreset i = 0; i < DOUBLET_N_PRESETS; i++)
    if (g_str_equal (presets[i].id, id))
      {
        *preset = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * doublet_ignore_to_string:
 * @ignore: what is ignored
 *
 * Returns: (transfer full): the list as doublet_ignore_from_string() reads it
 */
char *
doublet_ignore_to_string (DoubletIgnore ignore)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ignorables); i++)
    if (ignore & ignorables[i].flag)
      g_ptr_array_add (ids, (gpointer)ignorables[i].id);
  if (ids->len == 0)
    g_ptr_array_add (ids, (gpointer) "none");
  g_ptr_array_add (ids, NULL);

  return g_strjoinv (",", (char **)ids->pdata);
}

/**
 * doublet_ignore_from_string:
 * @list: names with commas between, or "none"
 * @ignore: (out): what is ignored
 * @error: return location for an error
 *
 * Returns: whether all names are known
 */
gboolean
doublet_ignore_from_string (const char    *list,
                            DoubletIgnore *ignore,
                            GError       **error)
{
  g_auto (GStrv) ids = g_strsplit (list, ",", -1);
  DoubletIgnore found = DOUBLET_IGNORE_NONE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *id = g_strstrip (ids[i]);
      guint       j = 0;

      if (*id == '\0' || g_str_equal (id, "none"))
        continue;
      while (j < G_N_ELEMENTS (ignorables) && !g_str_equal (ignorables[j].id, id))
        j++;
      if (j == G_N_ELEMENTS (ignorables))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       /* Translators: %s is a word that the user wrote; the words in the list are typed as they are. */
                       _ ("“%s” is nothing that can be ignored. Known are case, punctuation, diacritics, numbers, quotations and none."), id);
          return FALSE;
        }
      found |= ignorables[j].flag;
    }

  *ignore = found;
  return TRUE;
}
