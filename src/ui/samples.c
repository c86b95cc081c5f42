/* samples.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "samples.h"

/* In the order in which they are opened. */
static const char *const names[] = { "release.txt", "story.txt", "draft.txt" };

static void
add_all (GPtrArray  *files,
         const char *folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (files, g_file_new_for_path (path));
    }
}

/**
 * doublet_samples_find:
 *
 * Looks for the sample articles: where DOUBLET_SAMPLES says (for a program that is run
 * from where it was built), else where they are installed.
 *
 * Returns: (transfer full) (element-type GFile): the samples; none if they are missing
 */
GPtrArray *
doublet_samples_find (void)
{
  GPtrArray         *files = g_ptr_array_new_with_free_func (g_object_unref);
  const char        *told = g_getenv ("DOUBLET_SAMPLES");
  const char *const *folders = g_get_system_data_dirs ();

  if (told != NULL)
    add_all (files, told);
  for (gsize i = 0; files->len == 0 && folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (folders[i], "doublet", "samples", NULL);
      add_all (files, folder);
    }
  return files;
}
