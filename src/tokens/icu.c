/* icu.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "icu.h"

#include <unistd.h>

#include "late-library.h"

/*
 * ICU is loaded when a text holds what only ICU knows: a program that is linked with
 * it takes 1.3 times as long to start as git takes to compare two texts of 5 kB (half
 * of it for the library of C++), and plain text of western languages needs none of it.
 *
 * Which ICU is settled when Doublet is built, for its symbols have its version in
 * their names.  A program that is linked statically has it in it.
 */

#ifdef STATIC_LIBRARIES

static const DoubletIcu functions = {
#define DOUBLET_ICU_ADDRESS(name) name,
  DOUBLET_ICU_FUNCTIONS (DOUBLET_ICU_ADDRESS)
#undef DOUBLET_ICU_ADDRESS
};

#else

#define FILE_NAME "libicuuc.so." U_ICU_VERSION_SHORT

/* What a shell reports of a program whose libraries are not there. */
#define STATUS_NOT_LOADED 127

static DoubletIcu functions;

static gboolean
load (void)
{
#define DOUBLET_ICU_FUNCTION(name) { G_STRINGIFY (name), (gpointer *)&functions.name },
  static const DoubletLateFunction wanted[] = { DOUBLET_ICU_FUNCTIONS (DOUBLET_ICU_FUNCTION) };
#undef DOUBLET_ICU_FUNCTION
  g_autofree char                 *problem = NULL;

  if (doublet_late_library_load (FILE_NAME, wanted, G_N_ELEMENTS (wanted), &problem))
    return TRUE;

  /* As the dynamic linker does if it is not there at the start: nothing can be
   * compared without it. */
  g_printerr ("%s: error while loading shared libraries: %s\n", g_get_prgname (), problem);
  _exit (STATUS_NOT_LOADED);
}

#endif

/**
 * doublet_icu:
 *
 * ICU's functions.  The first call loads the library, which takes about a millisecond;
 * if it is not installed the program ends with the dynamic linker's own words.  May be
 * called by several threads at once.
 *
 * Returns: (transfer none): the functions
 */
const DoubletIcu *
doublet_icu (void)
{
#ifndef STATIC_LIBRARIES
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, load ());
#endif
  return &functions;
}
