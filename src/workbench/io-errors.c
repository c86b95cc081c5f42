/* io-errors.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "io-errors.h"

#include <errno.h>

#include <gio/gio.h>

/* GIO's codes that come with a sentence of their own, as the system numbers them. */
static const struct
{
  GIOErrorEnum code;
  int          errsv;
} reasons[] = {
  { G_IO_ERROR_CANCELLED, ECANCELED },
  { G_IO_ERROR_NOT_FOUND, ENOENT },
  { G_IO_ERROR_NOT_DIRECTORY, ENOTDIR },
  { G_IO_ERROR_PERMISSION_DENIED, EACCES },
  { G_IO_ERROR_IS_DIRECTORY, EISDIR },
  { G_IO_ERROR_NOT_REGULAR_FILE, ENXIO },
  { G_IO_ERROR_TOO_MANY_LINKS, ELOOP },
  { G_IO_ERROR_FILENAME_TOO_LONG, ENAMETOOLONG },
  { G_IO_ERROR_TIMED_OUT, ETIMEDOUT },
  { G_IO_ERROR_HOST_NOT_FOUND, EHOSTUNREACH },
  { G_IO_ERROR_HOST_UNREACHABLE, EHOSTUNREACH },
  { G_IO_ERROR_NETWORK_UNREACHABLE, ENETUNREACH },
  { G_IO_ERROR_CONNECTION_REFUSED, ECONNREFUSED },
  { G_IO_ERROR_NOT_MOUNTED, ENOMEDIUM },
};

/**
 * doublet_load_error_set_from_io:
 * @error: return location for an error
 * @io_error: what GIO said
 *
 * The same as doublet_load_error_set_from_errno().  GIO's message is dropped, because
 * it often holds the path of the file.
 */
void
doublet_load_error_set_from_io (GError      **error,
                                const GError *io_error)
{
  int errsv = EIO;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_error_matches (io_error, G_IO_ERROR, reasons[i].code))
      errsv = reasons[i].errsv;
  doublet_load_error_set_from_errno (error, errsv);
}
