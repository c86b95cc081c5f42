/* load-error.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Why an article could not be loaded.  The messages are whole translated sentences
 * for people, without the name of the file (the caller has it) and without its path
 * (they stand in reports, which leave the machine).
 */
typedef enum
{
  DOUBLET_LOAD_ERROR_NOT_FOUND,
  DOUBLET_LOAD_ERROR_NO_PERMISSION,
  DOUBLET_LOAD_ERROR_NOT_A_FILE,  /* a folder, device, pipe or socket */
  DOUBLET_LOAD_ERROR_TOO_BIG,     /* see load-limits.h */
  DOUBLET_LOAD_ERROR_EMPTY,       /* no bytes, or nothing but white space */
  DOUBLET_LOAD_ERROR_NO_TEXT,     /* bytes that are no text */
  DOUBLET_LOAD_ERROR_UNSUPPORTED, /* a known format that is not read */
  DOUBLET_LOAD_ERROR_ENCRYPTED,   /* protected by a password */
  DOUBLET_LOAD_ERROR_BAD_CHARSET, /* the character set asked for is unknown or cannot be right */
  DOUBLET_LOAD_ERROR_READ_FAILED, /* the system or the network gave up, or the file changed meanwhile */
  DOUBLET_LOAD_ERROR_CANCELLED,
  DOUBLET_LOAD_ERROR_TOO_COMPLICATED, /* the program that reads it crashed or met its limits */
  DOUBLET_LOAD_ERROR_NO_HELPER,       /* that program is missing or does not start */
  DOUBLET_LOAD_ERROR_BROKEN,          /* not what its format demands, beyond what can be mended */
} DoubletLoadError;

#define DOUBLET_LOAD_ERROR (doublet_load_error_quark ())

GQuark doublet_load_error_quark (void);
void   doublet_load_error_set_cancelled (GError **error);
void   doublet_load_error_set_too_big (GError **error);
void   doublet_load_error_set_from_errno (GError **error,
                                          int      errsv);
void   doublet_load_error_set_too_complicated (GError **error);
void   doublet_load_error_set_no_helper (GError **error);

G_END_DECLS
