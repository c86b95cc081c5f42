/* epub-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "epub-reader.h"

#include "byline.h"
#include "epub-package.h"
#include "office-article.h"
#include "web-page.h"
#include "xhtml-walk.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Electronic books (EPUB 2 and 3): one article of all chapters.
 */

static DoubletXmlFault
read_chapters (const DoubletEpubPackage *package,
               DoubletParagraphFlow     *flow,
               const DoubletProgress    *progress)
{
  DoubletXmlFault first = DOUBLET_XML_FAULT_NONE;

  for (guint i = 0; i < package->chapters->len; i++)
    {
      const DoubletEpubChapter *chapter = &g_array_index (package->chapters, DoubletEpubChapter, i);
      GBytes                   *page = doublet_zip_archive_get (package->archive, chapter->name);
      DoubletXmlFault           fault = DOUBLET_XML_FAULT_BROKEN;

      if (doublet_progress_is_cancelled (progress))
        return DOUBLET_XML_FAULT_CANCELLED;
      doublet_progress_report (progress, (double)i / package->chapters->len);

      if (page != NULL)
        fault = doublet_xhtml_walk (page, chapter->is_navigation, flow, progress);
      if (fault == DOUBLET_XML_FAULT_CANCELLED)
        return fault;
      if (first == DOUBLET_XML_FAULT_NONE)
        first = fault;
      if (doublet_paragraph_flow_is_full (flow))
        break;
    }
  return first;
}

/* Creators are authors unless it is said what else they did: translated, drew ... */
static void
take_byline (DoubletArticleBuilder *builder,
             GBytes                *properties,
             const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (properties, DOUBLET_XML_WEB_PAGE, progress);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DoubletXmlEvent event;

  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    if (event == DOUBLET_XML_START && strcmp (doublet_xml_stream_get_name (stream), "creator") == 0)
      {
        g_autofree char *role = doublet_xml_stream_dup_attribute (stream, "role");
        g_autofree char *name = doublet_xml_stream_dup_content (stream);

        if (role == NULL || strcmp (role, "aut") == 0)
          doublet_byline_add (names, name);
      }
  doublet_byline_set (names, builder);
}

/**
 * doublet_epub_reader_prepare:
 * @bytes: not looked at
 * @options: not looked at
 *
 * Opens what a process must open before it is locked in: see #DoubletReader.
 */
void
doublet_epub_reader_prepare (GBytes                   *bytes,
                             const DoubletLoadOptions *options)
{
  doublet_zip_archive_prepare (bytes, options);
  doublet_web_page_prepare ();
}

/**
 * doublet_epub_reader_load:
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes an article of a book.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_epub_reader_load (GBytes                   *bytes,
                          const char               *name,
                          const char               *source,
                          const DoubletLoadOptions *options,
                          const DoubletProgress    *progress,
                          GError                  **error)
{
  g_autoptr (DoubletEpubPackage) package = doublet_epub_package_new (bytes, progress, error);
  g_autoptr (DoubletArticleBuilder) builder = NULL;
  g_autoptr (DoubletParagraphFlow) flow = NULL;
  DoubletXmlFault fault;

  if (package == NULL)
    return NULL;

  builder = doublet_article_builder_new ("epub");
  flow = doublet_paragraph_flow_new (builder);
  fault = read_chapters (package, flow, progress);

  doublet_office_read_properties (builder, package->properties, DOUBLET_XML_WEB_PAGE, progress);
  take_byline (builder, package->properties, progress);
  if (package->n_missing > 0)
    doublet_article_builder_set_incomplete (builder, _ ("Chapters that the book lists are missing in it."));
  return doublet_office_finish (builder, flow, fault,
                                package->n_missing > 0 || doublet_zip_archive_is_damaged (package->archive),
                                name, source, error);
}
