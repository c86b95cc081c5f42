/* file-input.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "file-input.h"

#include "cancellable-progress.h"
#include "io-errors.h"
#include "load-limits.h"
#include "read-bytes.h"

/*
 * Files as GIO has them.  A local one is read by the layers below, as the command line
 * does; one in the trash, on a server or behind another scheme is read here.
 */

/* A DoubletReadFunc; @source is a GInputStream. */
static gssize
read_piece (gpointer               source,
            guint8                *piece,
            const DoubletProgress *progress,
            GError               **error)
{
  g_autoptr (GError) io_error = NULL;
  gssize n = g_input_stream_read (source, piece, DOUBLET_LIMIT_PIECE_BYTES, doublet_cancellable_progress_get (progress), &io_error);

  if (n < 0)
    doublet_load_error_set_from_io (error, io_error);
  return n;
}

static GBytes *
read_file (gpointer               source,
           const DoubletProgress *progress,
           GError               **error)
{
  g_autoptr (GError) io_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (source, doublet_cancellable_progress_get (progress), &io_error);

  if (stream == NULL)
    {
      doublet_load_error_set_from_io (error, io_error);
      return NULL;
    }
  return doublet_read_all (read_piece, stream, 0, progress, error);
}

static gpointer
ref_file (gpointer source)
{
  return g_object_ref (source);
}

static void
unref_file (gpointer source)
{
  g_object_unref (source);
}

static const DoubletInputReader file_reader = { read_file, ref_file, unref_file };

/**
 * doublet_file_input_new:
 * @file: a file, local or not
 *
 * Returns: (transfer full): an input
 */
DoubletInput *
doublet_file_input_new (GFile *file)
{
  g_autofree char *base_name = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *location = NULL;

  if (g_file_is_native (file))
    return doublet_input_new_for_path (g_file_peek_path (file));

  base_name = g_file_get_basename (file);
  file_name = base_name != NULL ? g_filename_display_name (base_name) : g_strdup ("");
  uri = g_file_get_uri (file);
  location = g_file_get_parse_name (file);
  return doublet_input_new_for_reader (&file_reader, file, file_name, *file_name != '\0' ? file_name : uri, location);
}

/**
 * doublet_file_input_dup_file:
 * @input: an input of any kind
 *
 * Returns: (transfer full) (nullable): its file, if it is one
 */
GFile *
doublet_file_input_dup_file (const DoubletInput *input)
{
  const char *path = doublet_input_get_path (input);
  GFile      *file = doublet_input_get_source (input, &file_reader);

  if (path != NULL)
    return g_file_new_for_path (path);
  return file != NULL ? g_object_ref (file) : NULL;
}

/**
 * doublet_file_input_is_one:
 * @input: an input of any kind
 *
 * Returns: whether it is a file
 */
gboolean
doublet_file_input_is_one (const DoubletInput *input)
{
  return doublet_input_get_path (input) != NULL || doublet_input_get_source (input, &file_reader) != NULL;
}
