/* print-formats.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "charset-names.h"
#include "formats.h"

/*
 * Prints the tables that documents and desktop files have to agree with: a line for each
 * format (id, whether it is read, name, endings, MIME types) and for each character set,
 * parted by tabs.
 */

static void
print_words (const char *const *words)
{
  g_autofree char *joined = g_strjoinv (" ", (char **)words);

  g_print ("\t%s", joined);
}

int
main (void)
{
  guint                 n;
  const DoubletFormat  *formats = doublet_formats_get_all (&n);
  const DoubletCharset *charsets;

  for (guint i = 0; i < n; i++)
    {
      g_print ("format\t%s\t%s\t%s", formats[i].id, doublet_format_is_readable (&formats[i]) ? "read" : "refused", formats[i].name);
      print_words (formats[i].endings);
      print_words (formats[i].mime_types);
      g_print ("\n");
    }

  charsets = doublet_charset_get_all (&n);
  for (guint i = 0; i < n; i++)
    g_print ("charset\t%s\n", charsets[i].name);
  return 0;
}
