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
#include <time.h>

/* A thick book has half of it. */
#define MAX_PAGES 2000

/* The part of its processor time that a document may take for its pages: the rest is for
 * making paragraphs, and then half a book is better than none. */
#define TIME_FOR_PAGES .7

/* More pages are not named one by one. */
#define MAX_NAMED 12

/* What came of the pages; those that are named count from 1. */
typedef struct
{
  guint   n_pages;
  guint   n_read;
  GArray *pictures; /* guint: pages that are a picture without text */
  GArray *broken;   /* guint */
} Pages;

static void
pages_init (Pages *self)
{
  self->pictures = g_array_new (FALSE, FALSE, sizeof (guint));
  self->broken = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
pages_clear (Pages *self)
{
  g_array_unref (self->pictures);
  g_array_unref (self->broken);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pages, pages_clear)

static void
add_page (GArray *pages,
          guint   number)
{
  guint page = number + 1;

  g_array_append_val (pages, page);
}

/* "2, 5–7, 12" */
static char *
name_pages (const GArray *pages)
{
  GString *names = g_string_new (NULL);
  guint    n_named = 0;

  for (guint i = 0, end; i < pages->len && n_named < MAX_NAMED; i = end, n_named++)
    {
      guint first = g_array_index (pages, guint, i);

      for (end = i + 1; end < pages->len && g_array_index (pages, guint, end) == first + (end - i);)
        end++;
      g_string_append_printf (names, "%s%u", i > 0 ? ", " : "", first);
      if (end - i > 1)
        g_string_append_printf (names, "%s%u", end - i > 2 ? "\u2013" : ", ", first + (end - i) - 1);
      if (n_named + 1 == MAX_NAMED && end < pages->len)
        g_string_append (names, ", \u2026");
    }
  return g_string_free (names, FALSE);
}

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
    add_page (pages->broken, number);
  else if (doublet_pdf_lines_add_page (lines, page, number) == 0 && is_picture (page))
    add_page (pages->pictures, number);
  g_clear_object (&page);
}

static double
get_seconds (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static gboolean
read_pages (PopplerDocument       *document,
            gsize                  n_bytes,
            DoubletPdfLines       *lines,
            Pages                 *pages,
            const DoubletProgress *progress,
            GError               **error)
{
  const double limit = DOUBLET_LIMIT_SECONDS + (double)n_bytes / (DOUBLET_LIMIT_MB_PER_SECOND * 1e6);
  const double end = get_seconds () + limit * TIME_FOR_PAGES;

  pages->n_pages = (guint)MAX (poppler_document_get_n_pages (document), 0);
  for (guint i = 0; i < MIN (pages->n_pages, MAX_PAGES) && get_seconds () < end; i++)
    {
      if (doublet_progress_is_cancelled (progress))
        {
          doublet_load_error_set_cancelled (error);
          return FALSE;
        }
      doublet_progress_report (progress, (double)i / pages->n_pages);
      read_page (document, lines, pages, i);
      pages->n_read = i + 1;

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
  if (pages->pictures->len > 0)
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
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  if (pages->broken->len > 0)
    {
      names = name_pages (pages->broken);
      sentence = g_strdup_printf (ngettext (/* Translators: %s is one number, or several: “2, 5–9” */
                                            "Page %s is damaged and was left out.",
                                            "Pages %s are damaged and were left out.", pages->broken->len),
                                  names);
    }
  else if (pages->n_pages > pages->n_read)
    sentence = g_strdup_printf (/* Translators: %d is a number, such as 2000 */
                                _ ("Only the first %d pages were read."), (int)pages->n_read);
  else if (pages->pictures->len > 0)
    {
      names = name_pages (pages->pictures);
      sentence = g_strdup_printf (ngettext (/* Translators: %s is one number, or several: “2, 5–9” */
                                            "Page %s is a picture without text.",
                                            "Pages %s are pictures without text.", pages->pictures->len),
                                  names);
    }

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
  g_auto (Pages) pages = { 0 };

  pages_init (&pages);
  doublet_pdf_lines_init (&lines);
  if (!read_pages (document, g_bytes_get_size (bytes), &lines, &pages, progress, error))
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
