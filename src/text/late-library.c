/* late-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "late-library.h"

#include <dlfcn.h>

/*
 * Libraries that most comparisons do without, and that are slow to load: ICU with the
 * library of C++ takes as long to start as two short texts take to be compared.  They
 * are loaded when a text needs them.
 *
 * dlopen() and not GModule, which would be one more library to load at the start.
 */

/**
 * doublet_late_library_load:
 * @file_name: the library's file, as the dynamic linker knows it: "libfoo.so.1"
 * @functions: (array length=n_functions): what is wanted of it
 * @n_functions: how many
 * @problem: (out) (transfer full): in the words of the dynamic linker, what is wrong
 *   if it fails
 *
 * Loads a library for good and finds functions in it.  If one is missing the addresses
 * found so far are set.
 *
 * Returns: whether all are found
 */
gboolean
doublet_late_library_load (const char                *file_name,
                           const DoubletLateFunction *functions,
                           guint                      n_functions,
                           char                     **problem)
{
  void *library = dlopen (file_name, RTLD_NOW | RTLD_LOCAL);

  if (library == NULL)
    {
      *problem = g_strdup (dlerror ());
      return FALSE;
    }

  for (guint i = 0; i < n_functions; i++)
    {
      *functions[i].address = dlsym (library, functions[i].name);
      if (*functions[i].address == NULL)
        {
          *problem = g_strdup (dlerror ());
          return FALSE;
        }
    }
  return TRUE;
}
