/* replay.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include <glib.h>

/*
 * Gives every file of a folder to a fuzz target once, and every beginning of it up
 * to a length, so that the corpus guards ordinary builds too.
 */

#define MAX_BEGINNINGS 256

static void
replay_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  LLVMFuzzerTestOneInput ((const uint8_t *)data, size);

  for (gsize n = 0; n < MIN (size, MAX_BEGINNINGS); n++)
    {
      /* At its exact size, so that a sanitizer sees a look beyond. */
      g_autofree char *beginning = g_memdup2 (data, n);

      LLVMFuzzerTestOneInput ((const uint8_t *)beginning, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  guint       n = 0;

  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      replay_file (path);
      n++;
    }

  /* A folder that has gone must not pass for a clean one. */
  g_assert_cmpuint (n, >, 0);
  return 0;
}
