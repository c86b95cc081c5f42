/* settings.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "settings.h"

/**
 * doublet_settings_get:
 *
 * A program that is run from where it was built has no schema installed, and GLib
 * ends programs that ask for one: hence this.
 *
 * Returns: (nullable) (transfer none): the program's settings; %NULL without a schema
 */
GSettings *
doublet_settings_get (void)
{
  static gsize      looked = 0;
  static GSettings *settings = NULL;

  if (g_once_init_enter (&looked))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

      if (source != NULL)
        {
          g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

          if (schema != NULL)
            settings = g_settings_new_full (schema, NULL, NULL);
        }
      g_once_init_leave (&looked, 1);
    }
  return settings;
}
