/* save-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "save-file.h"

#include "save-path.h"

static gboolean
save_remote (GFile   *file,
             GBytes  *bytes,
             gboolean overwrite,
             GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize         length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  if (overwrite)
    stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  else
    stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return FALSE;

  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data != NULL ? data : "", length, NULL, NULL, error))
    {
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      /* A close that is cancelled leaves the old file in its place. */
      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
      if (!overwrite)
        g_file_delete (file, NULL, NULL);
      return FALSE;
    }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/**
 * doublet_save_file:
 * @file: where to, local or not
 * @bytes: what to write
 * @overwrite: whether a file that is there may be replaced
 * @error: return location for an error, of %G_FILE_ERROR if @file is local, else of
 *   %G_IO_ERROR
 *
 * Writes @bytes whole or leaves what was there as it was.
 *
 * Returns: whether @bytes are safely in @file
 */
gboolean
doublet_save_file (GFile   *file,
                   GBytes  *bytes,
                   gboolean overwrite,
                   GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (g_file_is_native (file))
    return doublet_save_path (g_file_peek_path (file), bytes, overwrite, error);
  return save_remote (file, bytes, overwrite, error);
}
