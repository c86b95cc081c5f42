/* odt-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "odt-reader.h"

#include "load-error.h"
#include "odt-body.h"
#include "office-article.h"
#include "zip-archive.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * OpenDocument texts, zipped (ODT, OTT) or as one XML file (FODT).
 */

#define CONTENT "content.xml"
#define STYLES "styles.xml"
#define PROPERTIES "meta.xml"
#define MANIFEST "META-INF/manifest.xml"

static gboolean
is_encrypted (DoubletZipArchive     *archive,
              const DoubletProgress *progress)
{
  GBytes *manifest = doublet_zip_archive_get (archive, MANIFEST);
  g_autoptr (DoubletXmlStream) stream = NULL;
  DoubletXmlEvent event;

  if (manifest == NULL)
    return FALSE;
  stream = doublet_xml_stream_new (manifest, DOUBLET_XML_STRICT, progress);
  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    if (event == DOUBLET_XML_START && strcmp (doublet_xml_stream_get_name (stream), "encryption-data") == 0)
      return TRUE;
  return FALSE;
}

static DoubletZipArchive *
open_archive (GBytes                *bytes,
              const DoubletProgress *progress,
              GError               **error)
{
  g_autoptr (DoubletZipArchive) archive = doublet_zip_archive_new (bytes, progress, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (archive == NULL || !doublet_zip_archive_read_one (archive, MANIFEST, progress, error))
    return NULL;
  if (is_encrypted (archive, progress))
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_ENCRYPTED,
                           _ ("The file is protected by a password. Open it in its program and save it without one."));
      return NULL;
    }

  g_ptr_array_add (names, (gpointer)CONTENT);
  g_ptr_array_add (names, (gpointer)STYLES);
  g_ptr_array_add (names, (gpointer)PROPERTIES);
  if (!doublet_zip_archive_read (archive, names, progress, error))
    return NULL;

  if (doublet_zip_archive_get (archive, CONTENT) == NULL)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR,
                           doublet_zip_archive_is_damaged (archive) ? DOUBLET_LOAD_ERROR_BROKEN : DOUBLET_LOAD_ERROR_NO_TEXT,
                           doublet_zip_archive_is_damaged (archive) ? _ ("The file is damaged: it could not be unpacked.") : _ ("There is no OpenDocument text in this file."));
      return NULL;
    }
  return g_steal_pointer (&archive);
}

static gboolean
is_zip (GBytes *bytes)
{
  gsize       n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return n_bytes >= 2 && memcmp (data, "PK", 2) == 0;
}

/**
 * doublet_odt_reader_load:
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes an article of an OpenDocument text (ODT, OTT, FODT).
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_odt_reader_load (GBytes                   *bytes,
                         const char               *name,
                         const char               *source,
                         const DoubletLoadOptions *options,
                         const DoubletProgress    *progress,
                         GError                  **error)
{
  g_autoptr (DoubletZipArchive) archive = NULL;
  g_autoptr (DoubletOdtStyles) styles = doublet_odt_styles_new ();
  g_autoptr (DoubletArticleBuilder) builder = doublet_article_builder_new ("odt");
  g_autoptr (DoubletParagraphFlow) flow = doublet_paragraph_flow_new (builder);
  GBytes         *content = bytes;
  GBytes         *properties = bytes;
  DoubletXmlFault fault;
  gboolean        is_text;

  if (is_zip (bytes))
    {
      archive = open_archive (bytes, progress, error);
      if (archive == NULL)
        return NULL;
      content = doublet_zip_archive_get (archive, CONTENT);
      properties = doublet_zip_archive_get (archive, PROPERTIES);
      doublet_odt_styles_read_part (styles, doublet_zip_archive_get (archive, STYLES), progress);
    }

  fault = doublet_odt_body_read (content, styles, flow,
                                 options != NULL ? options->tracked : DOUBLET_TRACKED_ACCEPTED,
                                 progress, &is_text);
  if (!is_text && fault == DOUBLET_XML_FAULT_NONE)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_UNSUPPORTED,
                           _ ("This is a spreadsheet, a presentation or a drawing. Doublet compares texts only."));
      return NULL;
    }

  doublet_article_builder_set_language (builder, doublet_odt_styles_get_language (styles));
  doublet_office_read_properties (builder, properties, DOUBLET_XML_STRICT, progress);
  return doublet_office_finish (builder, flow, fault, archive != NULL && doublet_zip_archive_is_damaged (archive),
                                name, source, error);
}
