/* main.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "answer.h"

#include <libxml/parser.h>
#include <libxml/xmlIO.h>

/* No document makes another be opened. */
static xmlParserInputPtr
deny (const char      *url,
      const char      *id,
      xmlParserCtxtPtr context)
{
  return NULL;
}

static void
be_silent (void       *user_data,
           const char *format,
           ...)
{
}

int
main (int   argc,
      char *argv[])
{
  /* Without memory libxml2 goes on with half a tree, or hangs: better it ends. */
  xmlMemSetup (g_free, g_malloc, g_realloc, g_strdup);
  xmlInitParser ();
  xmlSetExternalEntityLoader (deny);
  xmlSetGenericErrorFunc (NULL, be_silent);
  return doublet_answer (doublet_readers, argc, argv);
}
