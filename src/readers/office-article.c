/* office-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "office-article.h"

#include "load-error.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * What the readers of zipped formats have in common at both ends: title and language in
 * Dublin Core, and the last look at what came out.
 */

#define DUBLIN_CORE "http://purl.org/dc/elements/1.1/"

/**
 * doublet_office_read_properties:
 * @builder: where title and language go
 * @part: (nullable): XML in which they stand somewhere
 * @flags: how strict to be with it
 * @progress: (nullable): whom to ask whether to stop
 *
 * Takes the first title and the first language; without them nothing happens.
 */
void
doublet_office_read_properties (DoubletArticleBuilder *builder,
                                GBytes                *part,
                                DoubletXmlFlags        flags,
                                const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = NULL;
  g_autofree char *title = NULL;
  g_autofree char *language = NULL;
  DoubletXmlEvent  event;

  if (part == NULL)
    return;

  stream = doublet_xml_stream_new (part, flags, progress);
  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    {
      if (event != DOUBLET_XML_START)
        continue;
      /* In a document that is one file the text comes behind the properties. */
      if (strcmp (doublet_xml_stream_get_name (stream), "body") == 0)
        break;
      if (strcmp (doublet_xml_stream_get_namespace (stream), DUBLIN_CORE) != 0)
        continue;
      if (title == NULL && strcmp (doublet_xml_stream_get_name (stream), "title") == 0)
        title = doublet_xml_stream_dup_content (stream);
      else if (language == NULL && strcmp (doublet_xml_stream_get_name (stream), "language") == 0)
        language = doublet_xml_stream_dup_content (stream);
    }

  if (title != NULL)
    doublet_article_builder_set_title (builder, title);
  if (language != NULL && *language != '\0')
    doublet_article_builder_set_language (builder, language);
}

/**
 * doublet_office_finish:
 * @builder: where the text went
 * @flow: through which it went
 * @fault: what went wrong with it
 * @is_damaged: whether the archive is broken
 * @name: what people call the article
 * @source: (nullable): where it came from
 * @error: return location for an error
 *
 * Makes the article, or says why there is none.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_office_finish (DoubletArticleBuilder      *builder,
                       const DoubletParagraphFlow *flow,
                       DoubletXmlFault             fault,
                       gboolean                    is_damaged,
                       const char                 *name,
                       const char                 *source,
                       GError                    **error)
{
  if (fault == DOUBLET_XML_FAULT_CANCELLED)
    {
      doublet_load_error_set_cancelled (error);
      return NULL;
    }
  if (doublet_paragraph_flow_is_too_big (flow, error))
    return NULL;

  if (doublet_article_builder_get_n_bytes (builder) == 0)
    {
      if (fault == DOUBLET_XML_FAULT_DOCTYPE)
        g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN,
                             _ ("The document defines abbreviations of its own. For safety Doublet does not read such a document."));
      else if (fault == DOUBLET_XML_FAULT_DEPTH)
        g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN,
                             _ ("The document is nested too deeply to be read."));
      else if (fault != DOUBLET_XML_FAULT_NONE || is_damaged)
        g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN,
                             _ ("The document is damaged: no text could be read from it."));
      else
        g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_EMPTY,
                             _ ("There are no words in it."));
      return NULL;
    }

  if (fault == DOUBLET_XML_FAULT_NONE && is_damaged)
    fault = DOUBLET_XML_FAULT_BROKEN;
  if (fault != DOUBLET_XML_FAULT_NONE)
    doublet_article_builder_set_incomplete (builder, doublet_xml_fault_describe (fault));
  return doublet_article_builder_finish (builder, name, source);
}
