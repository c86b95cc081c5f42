/* print-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-reader.h"
#include "epub-reader.h"
#include "odt-reader.h"
#include "pdf-reader.h"
#include "rtf-reader.h"

#include <locale.h>
#include <string.h>

#include <glib/gprintf.h>

/*
 * print-article FORMAT FILE [blocks] [original]: prints a document's text as a reader
 * gives it, a line for each block; with "blocks" each line begins with the kind and the
 * level.  Nothing is locked in here, and what goes wrong goes to the error output.
 */

static DoubletArticle *
load (const char               *format,
      GBytes                   *bytes,
      const DoubletLoadOptions *options,
      GError                  **error)
{
  if (strcmp (format, "docx") == 0)
    return doublet_docx_reader_load (bytes, "article", NULL, options, NULL, error);
  if (strcmp (format, "epub") == 0)
    return doublet_epub_reader_load (bytes, "article", NULL, options, NULL, error);
  if (strcmp (format, "pdf") == 0)
    return doublet_pdf_reader_load (bytes, "article", NULL, options, NULL, error);
  if (strcmp (format, "rtf") == 0)
    return doublet_rtf_reader_load (bytes, "article", NULL, options, NULL, error);
  return doublet_odt_reader_load (bytes, "article", NULL, options, NULL, error);
}

static void
print_article (const DoubletArticle *article,
               gboolean              with_kinds)
{
  static const char *const kinds[] = { "paragraph", "heading", "item", "quotation", "caption", "cell" };
  gsize                    n_bytes;
  guint                    n_blocks;
  const char              *text = doublet_article_get_text (article, &n_bytes);
  const DoubletBlock      *blocks = doublet_article_get_blocks (article, &n_blocks);

  if (with_kinds)
    g_print ("title: %s\nbyline: %s\nlanguage: %s\n", doublet_article_get_title (article), doublet_article_get_byline (article), doublet_article_get_language (article));
  for (guint i = 0; i < n_blocks; i++)
    {
      if (with_kinds)
        g_print ("%s %u: ", kinds[blocks[i].kind], blocks[i].level);
      g_print ("%.*s\n", (int)(blocks[i].end - blocks[i].start), text + blocks[i].start);
    }
  if (doublet_article_get_incomplete (article) != NULL)
    g_printerr ("incomplete: %s\n", doublet_article_get_incomplete (article));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;
  DoubletLoadOptions options = { 0 };
  gboolean           with_kinds = FALSE;
  char              *data;
  gsize              n_bytes;

  setlocale (LC_ALL, "");
  for (int i = 3; i < argc; i++)
    {
      with_kinds = with_kinds || strcmp (argv[i], "blocks") == 0;
      if (strcmp (argv[i], "original") == 0)
        options.tracked = DOUBLET_TRACKED_ORIGINAL;
    }

  if (argc < 3 || !g_file_get_contents (argv[2], &data, &n_bytes, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "print-article FORMAT FILE [blocks] [original]");
      return 2;
    }
  bytes = g_bytes_new_take (data, n_bytes);
  article = load (argv[1], bytes, &options, &error);
  if (article == NULL)
    {
      g_printerr ("error: %s\n", error->message);
      return 1;
    }
  print_article (article, with_kinds);
  return 0;
}
