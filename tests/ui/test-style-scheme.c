/* test-style-scheme.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "style-scheme.h"

static gboolean
prefers_dark (void)
{
  gboolean dark;

  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &dark, NULL);
  return dark;
}

/* No portal runs here, so the desktop has no preference and what the person wrote down
 * for GTK holds. */
static void
test_own_setting (void)
{
  g_autoptr (DoubletStyleScheme) scheme = doublet_style_scheme_new (gdk_display_get_default ());

  g_assert_true (prefers_dark ());
  g_object_set (scheme, "choice", "light", NULL);
  g_assert_false (prefers_dark ());
  g_object_set (scheme, "choice", "dark", NULL);
  g_assert_true (prefers_dark ());
  g_object_set (scheme, "choice", "light", NULL);
  g_object_set (scheme, "choice", "system", NULL);
  g_assert_true (prefers_dark ());
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gtk-4.0", NULL);
  g_autofree char *file = g_build_filename (folder, "settings.ini", NULL);

  /* GTK reads it when it starts; the folder is this test's own. */
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (file, "[Settings]\ngtk-application-prefer-dark-theme=1\n", -1, NULL));

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style-scheme/own-setting", test_own_setting);
  return g_test_run ();
}
