/* loader-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "loader.h"

#include "load-error.h"
#include "load-limits.h"
#include "loader-private.h"
#include "read-bytes.h"

/*
 * Articles from what only GIO can read: streams, and files that are not local.
 */

/* A DoubletReadFunc; @source is a GInputStream. */
static gssize
read_piece (gpointer               source,
            guint8                *piece,
            const DoubletProgress *progress,
            GError               **error)
{
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  g_autoptr (GError) io_error = NULL;
  gssize n = g_input_stream_read (source, piece, DOUBLET_LIMIT_PIECE_BYTES, cancellable, &io_error);

  if (n < 0)
    doublet_load_error_set_from_io (error, io_error);
  return n;
}

static GBytes *
read_stream (GInputStream          *stream,
             const DoubletProgress *progress,
             GError               **error)
{
  return doublet_read_all (read_piece, stream, 0, progress, error);
}

/**
 * doublet_loader_load_stream:
 * @stream: a stream, such as standard input
 * @name: what people call it
 * @source: (nullable): where it came from, in UTF-8
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to tell how far it is, and to ask whether to stop
 * @error: return location for an error of %DOUBLET_LOAD_ERROR
 *
 * Loads an article from a stream, which is read to its end and stays open.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_loader_load_stream (GInputStream             *stream,
                            const char               *name,
                            const char               *source,
                            const DoubletLoadOptions *options,
                            const DoubletProgress    *progress,
                            GError                  **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  bytes = read_stream (stream, progress, error);
  if (bytes == NULL)
    return NULL;

  return doublet_loader_load_bytes (bytes, name, source, options, progress, error);
}

static GBytes *
read_file (GFile                 *file,
           const DoubletProgress *progress,
           GError               **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) io_error = NULL;

  if (g_file_is_native (file))
    return doublet_read_path (g_file_peek_path (file), progress, error);

  stream = g_file_read (file, progress != NULL ? progress->cancellable : NULL, &io_error);
  if (stream == NULL)
    {
      doublet_load_error_set_from_io (error, io_error);
      return NULL;
    }

  return read_stream (G_INPUT_STREAM (stream), progress, error);
}

/**
 * doublet_loader_load_file:
 * @file: a file
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to tell how far it is, and to ask whether to stop
 * @error: return location for an error of %DOUBLET_LOAD_ERROR
 *
 * Loads an article from a file, local or not.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_loader_load_file (GFile                    *file,
                          const DoubletLoadOptions *options,
                          const DoubletProgress    *progress,
                          GError                  **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *basename = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *source = NULL;
  const char      *name;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_file (file, progress, error);
  if (bytes == NULL)
    return NULL;

  basename = g_file_get_basename (file);
  file_name = basename != NULL ? g_filename_display_name (basename) : g_strdup ("");
  name = options != NULL && options->name != NULL ? options->name : file_name;
  source = g_file_get_parse_name (file);
  return doublet_loader_load_named (bytes, file_name, name, source, options, progress, error);
}
