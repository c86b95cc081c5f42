/* read-bytes.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "read-bytes.h"

#include "load-limits.h"
#include "load-error.h"
#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

/*
 * All bytes of a file, up to the limit.  Local files are read by system calls that do
 * not take a pipe or a device for a file, and then wait for it for ever.
 * Nothing is mapped into memory, since a file that shrinks would take the program
 * with it.
 */

/* How long a pipe is waited for between two looks whether to stop, in milliseconds. */
#define WAIT_MILLISECONDS 50

static gboolean
check_regular (const struct stat *info,
               GError           **error)
{
  if (S_ISREG (info->st_mode))
    return TRUE;

  doublet_load_error_set_from_errno (error, S_ISDIR (info->st_mode) ? EISDIR : ENXIO);
  return FALSE;
}

/* Without waiting, so that a pipe which took the file's place meanwhile cannot stop
 * us either. */
static int
open_regular (const char  *path,
              struct stat *info,
              GError     **error)
{
  int fd;

  /* A look first: merely opening a device can do something. */
  if (stat (path, info) != 0)
    {
      doublet_load_error_set_from_errno (error, errno);
      return -1;
    }
  if (!check_regular (info, error))
    return -1;

  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0 || fstat (fd, info) != 0)
    doublet_load_error_set_from_errno (error, errno);
  else if (check_regular (info, error))
    return fd;

  if (fd >= 0)
    close (fd);
  return -1;
}

/* A DoubletReadFunc; @source is the descriptor. */
static gssize
read_piece (gpointer               source,
            guint8                *piece,
            const DoubletProgress *progress,
            GError               **error)
{
  int    fd = GPOINTER_TO_INT (source);
  gssize n;

  do
    n = read (fd, piece, DOUBLET_LIMIT_PIECE_BYTES);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    doublet_load_error_set_from_errno (error, errno);
  return n;
}

/**
 * doublet_read_all:
 * @func: (scope call): reads the next piece
 * @source: what @func reads from
 * @expected: how many bytes there should be, or 0 for "unknown"
 * @progress: (nullable): whom to tell how much is read, and to ask whether to stop
 * @error: return location for an error
 *
 * Calls @func to the end of @source, or to the limit.
 *
 * Returns: (transfer full) (nullable): all bytes
 */
GBytes *
doublet_read_all (DoubletReadFunc        func,
                  gpointer               source,
                  gsize                  expected,
                  const DoubletProgress *progress,
                  GError               **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  gssize n;

  /* First: a page that is touched before is no part of a huge one. */
  doublet_memory_expect (expected);
  bytes = g_byte_array_sized_new (expected + DOUBLET_LIMIT_PIECE_BYTES);
  do
    {
      gsize length = bytes->len;

      if (doublet_progress_is_cancelled (progress))
        {
          doublet_load_error_set_cancelled (error);
          return NULL;
        }

      g_byte_array_set_size (bytes, length + DOUBLET_LIMIT_PIECE_BYTES);
      n = func (source, bytes->data + length, progress, error);
      if (n < 0)
        return NULL;

      g_byte_array_set_size (bytes, length + n);
      if (bytes->len > DOUBLET_LIMIT_FILE_BYTES)
        {
          doublet_load_error_set_too_big (error);
          return NULL;
        }

      if (expected == 0)
        doublet_memory_expect (n);
      else
        doublet_progress_report (progress, MIN (1.0, (double)bytes->len / expected));
    }
  while (n > 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Waits until something can be read, or until nobody wants it any more.  Also for one
 * that never makes its reader wait itself. */
static gboolean
wait_for_bytes (int                    fd,
                const DoubletProgress *progress)
{
  struct pollfd wanted = { .fd = fd, .events = POLLIN };
  gboolean      can_stop = progress != NULL && progress->cancellable != NULL;
  int           ready;

  do
    {
      if (doublet_progress_is_cancelled (progress))
        return FALSE;
      ready = poll (&wanted, 1, can_stop ? WAIT_MILLISECONDS : -1);
    }
  while (ready == 0 || (ready < 0 && errno == EINTR));
  return TRUE;
}

/* A DoubletReadFunc; @source is the descriptor. */
static gssize
read_piece_when_there (gpointer               source,
                       guint8                *piece,
                       const DoubletProgress *progress,
                       GError               **error)
{
  gssize n;

  do
    {
      if (!wait_for_bytes (GPOINTER_TO_INT (source), progress))
        {
          doublet_load_error_set_cancelled (error);
          return -1;
        }
      n = read (GPOINTER_TO_INT (source), piece, DOUBLET_LIMIT_PIECE_BYTES);
    }
  while (n < 0 && (errno == EINTR || errno == EAGAIN));

  if (n < 0)
    doublet_load_error_set_from_errno (error, errno);
  return n;
}

/**
 * doublet_read_descriptor:
 * @fd: an open file, pipe or terminal, such as standard input
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Reads what comes from @fd to its end and leaves it open.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
doublet_read_descriptor (int                    fd,
                         const DoubletProgress *progress,
                         GError               **error)
{
  return doublet_read_all (read_piece_when_there, GINT_TO_POINTER (fd), 0, progress, error);
}

/**
 * doublet_read_path:
 * @path: the path of a local file
 * @progress: (nullable): whom to tell how much is read, and to ask whether to stop
 * @error: return location for an error
 *
 * Reads an ordinary file.  One that is cut short meanwhile is an error, since what
 * was read of it may be half of the old and half of the new.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
doublet_read_path (const char            *path,
                   const DoubletProgress *progress,
                   GError               **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat info;
  int         fd = open_regular (path, &info, error);

  if (fd < 0)
    return NULL;

  if (info.st_size > (goffset)DOUBLET_LIMIT_FILE_BYTES)
    doublet_load_error_set_too_big (error);
  else
    bytes = doublet_read_all (read_piece, GINT_TO_POINTER (fd), info.st_size, progress, error);
  close (fd);

  if (bytes != NULL && g_bytes_get_size (bytes) < (gsize)info.st_size)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_READ_FAILED,
                           _ ("The file was changed while it was being read. Try again."));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}
