/* pdf-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-reader.h"

#include "article-builder.h"
#include "load-error.h"
#include "load-limits.h"
#include "pdf-lines.h"
#include "pdf-margins.h"
#include "pdf-metadata.h"
#include "pdf-notes.h"
#include "pdf-paragraphs.h"

#include <glib/gi18n-lib.h>

/* A thick book has half of it. */
#define MAX_PAGES 2000

/* What came of the pages. */
typedef struct
{
  guint n_pages;
  guint n_pictures; /* pages that are a picture without text */
  guint n_broken;
} Pages;

static void
set_open_error (GError      **error,
                const GError *poppler_error)
{
  if (g_error_matches (poppler_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_ENCRYPTED,
                         _ ("This PDF is protected by a password. Save it without one, and open it again."));
  else
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN,
                         _ ("This PDF is damaged: it cannot be read."));
}

static gboolean
is_picture (PopplerPage *page)
{
  GList   *pictures = poppler_page_get_image_mapping (page);
  gboolean found = pictures != NULL;

  poppler_page_free_image_mapping (pictures);
  return found;
}

static void
read_page (PopplerDocument *document,
           DoubletPdfLines *lines,
           Pages           *pages,
           guint            number)
{
  PopplerPage *page = poppler_document_get_page (document, (int)number);

  if (page == NULL)
    pages->n_broken++;
  else if (doublet_pdf_lines_add_page (lines, page, number) == 0 && is_picture (page))
    pages->n_pictures++;
  g_clear_object (&page);
}

static gboolean
read_pages (PopplerDocument       *document,
            DoubletPdfLines       *lines,
            Pages                 *pages,
            const DoubletProgress *progress,
            GError               **error)
{
  pages->n_pages = (guint)MAX (poppler_document_get_n_pages (document), 0);

  for (guint i = 0; i < MIN (pages->n_pages, MAX_PAGES); i++)
    {
      if (doublet_progress_is_cancelled (progress))
        {
          doublet_load_error_set_cancelled (error);
          return FALSE;
        }
      doublet_progress_report (progress, (double)i / pages->n_pages);
      read_page (document, lines, pages, i);

      /* A character has at least one byte. */
      if (lines->text->len > DOUBLET_LIMIT_ARTICLE_CHARS)
        {
          g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                       /* Translators: %d is a number, such as 50 */
                       _ ("It has more than %d million characters, which is the most that Doublet reads."),
                       DOUBLET_LIMIT_ARTICLE_MILLION_CHARS);
          return FALSE;
        }
    }
  return TRUE;
}

static void
set_no_text (GError     **error,
             const Pages *pages)
{
  if (pages->n_pictures > 0)
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_TEXT,
                         _ ("This PDF holds pictures of pages and no text. "
                            "Have a program recognise the text in them first (OCR)."));
  else
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_EMPTY,
                         _ ("There are no words in it."));
}

static void
tell_losses (const Pages           *pages,
             DoubletArticleBuilder *builder)
{
  g_autofree char *sentence = NULL;

  if (pages->n_broken > 0)
    sentence = g_strdup_printf (ngettext (/* Translators: %u is a number */
                                          "%u page is damaged and was left out.",
                                          "%u pages are damaged and were left out.", pages->n_broken),
                                pages->n_broken);
  else if (pages->n_pages > MAX_PAGES)
    sentence = g_strdup_printf (/* Translators: %d is a number, such as 2000 */
                                _ ("Only the first %d pages were read."), MAX_PAGES);
  else if (pages->n_pictures > 0)
    sentence = g_strdup_printf (ngettext (/* Translators: %u is a number */
                                          "%u page is a picture without text.",
                                          "%u pages are pictures without text.", pages->n_pictures),
                                pages->n_pictures);

  if (sentence != NULL)
    doublet_article_builder_set_incomplete (builder, sentence);
}

static gboolean
read_document (PopplerDocument       *document,
               GBytes                *bytes,
               DoubletArticleBuilder *builder,
               const DoubletProgress *progress,
               GError               **error)
{
  g_auto (DoubletPdfLines) lines = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *language = NULL;
  Pages            pages = { 0 };

  doublet_pdf_lines_init (&lines);
  if (!read_pages (document, &lines, &pages, progress, error))
    return FALSE;

  doublet_pdf_margins_drop (&lines);
  doublet_pdf_notes_move (&lines);
  doublet_pdf_paragraphs_build (&lines, builder);
  if (doublet_article_builder_get_n_bytes (builder) == 0)
    {
      set_no_text (error, &pages);
      return FALSE;
    }

  title = doublet_pdf_metadata_find_title (document);
  language = doublet_pdf_metadata_find_language (document, bytes);
  doublet_article_builder_set_title (builder, title);
  doublet_article_builder_set_language (builder, language);
  tell_losses (&pages, builder);
  return TRUE;
}

/**
 * doublet_pdf_reader_load:
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes an article of a PDF document.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_pdf_reader_load (GBytes                   *bytes,
                         const char               *name,
                         const char               *source,
                         const DoubletLoadOptions *options,
                         const DoubletProgress    *progress,
                         GError                  **error)
{
  g_autoptr (DoubletArticleBuilder) builder = NULL;
  g_autoptr (GError) poppler_error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &poppler_error);
  gboolean         ok;

  if (document == NULL)
    {
      set_open_error (error, poppler_error);
      return NULL;
    }

  builder = doublet_article_builder_new ("pdf");
  ok = read_document (document, bytes, builder, progress, error);
  g_object_unref (document);
  return ok ? doublet_article_builder_finish (builder, name, source) : NULL;
}
