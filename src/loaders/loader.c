/* loader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "loader.h"

#include "formats.h"
#include "load-limits.h"
#include "read-bytes.h"
#include "signatures.h"

#include <glib/gi18n-lib.h>

/* Names come from file systems and from the network: whatever is in them, they are
 * one line of valid UTF-8. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString         *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, g_unichar_iscntrl (g_utf8_get_char (p)) ? 0xfffd : g_utf8_get_char (p));

  return g_string_free (clean, FALSE);
}

/* Why a file of a format that is not read is refused. */
static void
set_refused (const DoubletFormat *format,
             const guint8        *data,
             gsize                n_bytes,
             GError             **error)
{
  if (doublet_signatures_is_encrypted (data, n_bytes))
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_ENCRYPTED,
                         _ ("This document is protected by a password. Save it without one, as plain text (.txt)."));
  else
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_UNSUPPORTED,
                         doublet_format_get_refusal (format));
}

/**
 * doublet_loader_load_named:
 * @bytes: what a file holds
 * @file_name: what the file is called, without its folders
 * @name: what people call it, which does not change what it is
 * @source: (nullable): where it came from, in UTF-8
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to tell how far it is, and to ask whether to stop
 * @error: return location for an error of %DOUBLET_LOAD_ERROR
 *
 * Loads an article from a file that was read already.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_loader_load_named (GBytes                   *bytes,
                           const char               *file_name,
                           const char               *name,
                           const char               *source,
                           const DoubletLoadOptions *options,
                           const DoubletProgress    *progress,
                           GError                  **error)
{
  g_autofree char     *clean = NULL;
  const DoubletFormat *format;
  gsize                n_bytes;
  const guint8        *data;

  data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes == 0)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_EMPTY, _ ("The file is empty."));
      return NULL;
    }

  if (n_bytes > DOUBLET_LIMIT_FILE_BYTES)
    {
      doublet_load_error_set_too_big (error);
      return NULL;
    }

  clean = clean_name (name);
  format = doublet_formats_detect (data, n_bytes, file_name);
  if (!doublet_format_is_readable (format))
    {
      set_refused (format, data, n_bytes, error);
      return NULL;
    }

  if (format->helper == NULL)
    return format->load (bytes, clean, source, options, progress, error);
  if (options != NULL && options->helper != NULL)
    return options->helper (format->id, bytes, clean, source, options, progress, error);

  doublet_load_error_set_no_helper (error);
  return NULL;
}

/**
 * doublet_loader_load_bytes:
 * @bytes: what a file holds, or what was pasted
 * @name: what people call it, a file's name without its folders
 * @source: (nullable): where it came from, in UTF-8
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to tell how far it is, and to ask whether to stop
 * @error: return location for an error of %DOUBLET_LOAD_ERROR
 *
 * Loads an article: plain text here, any other format by the helper that @options name.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_loader_load_bytes (GBytes                   *bytes,
                           const char               *name,
                           const char               *source,
                           const DoubletLoadOptions *options,
                           const DoubletProgress    *progress,
                           GError                  **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return doublet_loader_load_named (bytes, name, name, source, options, progress, error);
}

/* Where a local file is, in UTF-8 and the same from whatever folder it was named; a path
 * that is no UTF-8 becomes a URI, which still leads to the file. */
static char *
locate_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  if (g_utf8_validate (absolute, -1, NULL))
    return g_steal_pointer (&absolute);
  return g_filename_to_uri (absolute, NULL, NULL);
}

/**
 * doublet_loader_dup_file_name:
 * @path: the path of a local file, in bytes as the system has it
 *
 * Gets the name that a person is told: g_filename_display_basename(), which looks up the
 * character set of the system's names, only where that is needed.
 *
 * Returns: (transfer full): the name without its folder, valid UTF-8
 */
char *
doublet_loader_dup_file_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_utf8_validate (name, -1, NULL))
    return g_steal_pointer (&name);
  return g_filename_display_name (name);
}

/**
 * doublet_loader_load_path:
 * @path: the path of a local file, in bytes as the system has it
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to tell how far it is, and to ask whether to stop
 * @error: return location for an error of %DOUBLET_LOAD_ERROR
 *
 * Loads an article from a local file.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_loader_load_path (const char               *path,
                          const DoubletLoadOptions *options,
                          const DoubletProgress    *progress,
                          GError                  **error)
{
  g_autoptr (GBytes) bytes = doublet_read_path (path, progress, error);
  g_autofree char *file_name = NULL;
  g_autofree char *source = NULL;

  if (bytes == NULL)
    return NULL;

  file_name = doublet_loader_dup_file_name (path);
  source = locate_path (path);
  return doublet_loader_load_named (bytes, file_name, options != NULL && options->name != NULL ? options->name : file_name,
                                    source, options, progress, error);
}
