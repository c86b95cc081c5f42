/* late-library.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A function of a library, and where its address goes. */
typedef struct
{
  const char *name; /* as the library's table of symbols has it */
  gpointer   *address;
} DoubletLateFunction;

gboolean doublet_late_library_load (const char                *file_name,
                                    const DoubletLateFunction *functions,
                                    guint                      n_functions,
                                    char                     **problem);

G_END_DECLS
