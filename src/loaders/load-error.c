/* load-error.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "load-error.h"

#include "load-limits.h"

#include <errno.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (doublet - load - error - quark, doublet_load_error)

/**
 * doublet_load_error_set_cancelled:
 * @error: return location for an error
 *
 * Sets %DOUBLET_LOAD_ERROR_CANCELLED.
 */
void
doublet_load_error_set_cancelled (GError **error)
{
  g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED,
                       _ ("Reading was stopped."));
}

/**
 * doublet_load_error_set_too_big:
 * @error: return location for an error
 *
 * Sets %DOUBLET_LOAD_ERROR_TOO_BIG for a file.
 */
void
doublet_load_error_set_too_big (GError **error)
{
  g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
               /* Translators: %d is a number, such as 100 */
               _ ("The file is larger than %d MB, which is the most that Doublet reads."),
               DOUBLET_LIMIT_FILE_MB);
}

/**
 * doublet_load_error_set_too_complicated:
 * @error: return location for an error
 *
 * Sets %DOUBLET_LOAD_ERROR_TOO_COMPLICATED.
 */
void
doublet_load_error_set_too_complicated (GError **error)
{
  g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_COMPLICATED,
                       _ ("The document is too complicated to be read safely."));
}

/**
 * doublet_load_error_set_no_helper:
 * @error: return location for an error
 *
 * Sets %DOUBLET_LOAD_ERROR_NO_HELPER.
 */
void
doublet_load_error_set_no_helper (GError **error)
{
  g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_HELPER,
                       _ ("The part of Doublet that reads such documents is missing. Install Doublet again."));
}

/**
 * doublet_load_error_set_from_io:
 * @error: return location for an error
 * @io_error: what GIO said
 *
 * Says in our own words what went wrong.  GIO's message is dropped, because it
 * often holds the path of the file.
 */
void
doublet_load_error_set_from_io (GError      **error,
                                const GError *io_error)
{
  DoubletLoadError code = DOUBLET_LOAD_ERROR_READ_FAILED;
  const char      *message = _ ("The file could not be read.");

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      doublet_load_error_set_cancelled (error);
      return;
    }

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    {
      code = DOUBLET_LOAD_ERROR_NOT_FOUND;
      message = _ ("There is no such file.");
    }
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    {
      code = DOUBLET_LOAD_ERROR_NO_PERMISSION;
      message = _ ("You have no permission to read this file.");
    }
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    {
      code = DOUBLET_LOAD_ERROR_NOT_A_FILE;
      message = _ ("This is a folder, not a file.");
    }
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    {
      code = DOUBLET_LOAD_ERROR_NOT_A_FILE;
      message = _ ("This is not an ordinary file.");
    }
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS))
    message = _ ("This link leads back to itself.");
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG))
    message = _ ("The name of the file is too long.");
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    message = _ ("The file could not be read: it took too long.");
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND) ||
           g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE) ||
           g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
           g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    message = _ ("The computer on which the file lies could not be reached.");
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED))
    message = _ ("The disk or server on which the file lies is not connected.");

  g_set_error_literal (error, DOUBLET_LOAD_ERROR, code, message);
}

/**
 * doublet_load_error_set_from_errno:
 * @error: return location for an error
 * @errsv: the error number that a system call left
 *
 * The same for what the system said.
 */
void
doublet_load_error_set_from_errno (GError **error,
                                   int      errsv)
{
  g_autoptr (GError) io_error = NULL;
  GIOErrorEnum code = g_io_error_from_errno (errsv);

  /* What open() says of a socket and of a device without a driver. */
  if (errsv == ENXIO || errsv == ENODEV)
    code = G_IO_ERROR_NOT_REGULAR_FILE;

  io_error = g_error_new_literal (G_IO_ERROR, code, g_strerror (errsv));
  doublet_load_error_set_from_io (error, io_error);
}
