/* load-error.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "load-error.h"

#include "load-limits.h"

#include <errno.h>

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
 * doublet_load_error_set_from_errno:
 * @error: return location for an error
 * @errsv: the error number that a system call left
 *
 * Says in our own words what went wrong.
 */
void
doublet_load_error_set_from_errno (GError **error,
                                   int      errsv)
{
  DoubletLoadError code = DOUBLET_LOAD_ERROR_READ_FAILED;
  const char      *message = _ ("The file could not be read.");

  switch (errsv)
    {
    case ECANCELED:
      doublet_load_error_set_cancelled (error);
      return;
    case ENOENT:
    case ENOTDIR:
      code = DOUBLET_LOAD_ERROR_NOT_FOUND;
      message = _ ("There is no such file.");
      break;
    case EACCES:
    case EPERM:
      code = DOUBLET_LOAD_ERROR_NO_PERMISSION;
      message = _ ("You have no permission to read this file.");
      break;
    case EISDIR:
      code = DOUBLET_LOAD_ERROR_NOT_A_FILE;
      message = _ ("This is a folder, not a file.");
      break;
    /* What open() says of a socket and of a device without a driver. */
    case ENXIO:
    case ENODEV:
      code = DOUBLET_LOAD_ERROR_NOT_A_FILE;
      message = _ ("This is not an ordinary file.");
      break;
    case ELOOP:
      message = _ ("This link leads back to itself.");
      break;
    case ENAMETOOLONG:
      message = _ ("The name of the file is too long.");
      break;
    case ETIMEDOUT:
      message = _ ("The file could not be read: it took too long.");
      break;
    case EHOSTUNREACH:
    case ENETUNREACH:
    case ECONNREFUSED:
      message = _ ("The computer on which the file lies could not be reached.");
      break;
    case ENOMEDIUM:
      message = _ ("The disk or server on which the file lies is not connected.");
      break;
    default:
      break;
    }

  g_set_error_literal (error, DOUBLET_LOAD_ERROR, code, message);
}
