/* docx-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-reader.h"

#include "docx-body.h"
#include "docx-package.h"
#include "office-article.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Word documents, also with macros and in the strict dialect.  The text comes first and
 * the notes after it; running heads, comments and what was deleted are no text.
 */

static DoubletXmlFault
read_notes (DoubletDocxContext    *context,
            DoubletDocxNotes      *notes,
            GBytes                *part,
            const DoubletProgress *progress)
{
  if (notes->paragraphs->len == 0)
    return DOUBLET_XML_FAULT_NONE;
  if (part == NULL)
    return DOUBLET_XML_FAULT_BROKEN;
  return doublet_docx_notes_read (context, notes, part, progress);
}

static DoubletXmlFault
read_text (DoubletDocxContext       *context,
           const DoubletDocxPackage *package,
           const DoubletProgress    *progress)
{
  DoubletXmlFault fault = doublet_docx_body_read (context, package->document, progress);
  DoubletXmlFault note_fault;

  if (fault == DOUBLET_XML_FAULT_CANCELLED || doublet_paragraph_flow_is_full (context->flow))
    return fault;

  note_fault = read_notes (context, &context->footnotes, package->footnotes, progress);
  if (fault == DOUBLET_XML_FAULT_NONE || note_fault == DOUBLET_XML_FAULT_CANCELLED)
    fault = note_fault;
  note_fault = read_notes (context, &context->endnotes, package->endnotes, progress);
  if (fault == DOUBLET_XML_FAULT_NONE || note_fault == DOUBLET_XML_FAULT_CANCELLED)
    fault = note_fault;
  return fault;
}

static DoubletArticle *
load (GBytes                   *bytes,
      const char               *name,
      const char               *source,
      const DoubletLoadOptions *options,
      gboolean                  is_inserted,
      const DoubletProgress    *progress,
      GError                  **error)
{
  g_autoptr (DoubletDocxPackage) package = doublet_docx_package_new (bytes, progress, error);
  g_autoptr (DoubletDocxStyles) styles = NULL;
  g_autoptr (DoubletArticleBuilder) builder = NULL;
  g_autoptr (DoubletParagraphFlow) flow = NULL;
  DoubletDocxContext context;
  DoubletXmlFault    fault;

  if (package == NULL)
    return NULL;

  builder = doublet_article_builder_new ("docx");
  flow = doublet_paragraph_flow_new (builder);
  styles = doublet_docx_styles_new (package->styles, progress);

  doublet_docx_context_init (&context);
  context.package = package;
  context.styles = styles;
  context.flow = flow;
  context.tracked = options != NULL ? options->tracked : DOUBLET_TRACKED_ACCEPTED;
  context.is_inserted = is_inserted;

  fault = read_text (&context, package, progress);
  doublet_article_builder_set_language (builder, doublet_docx_context_get_language (&context));
  doublet_office_read_properties (builder, package->properties, DOUBLET_XML_STRICT, progress);
  if (context.lacks_inserted)
    doublet_article_builder_set_incomplete (builder, _ ("Other files are inserted into this document, and their text is missing."));
  doublet_docx_context_clear (&context);

  return doublet_office_finish (builder, flow, fault, doublet_zip_archive_is_damaged (package->archive),
                                name, source, error);
}

/**
 * doublet_docx_reader_load:
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes an article of a Word document (DOCX, DOCM, DOTX).
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_docx_reader_load (GBytes                   *bytes,
                          const char               *name,
                          const char               *source,
                          const DoubletLoadOptions *options,
                          const DoubletProgress    *progress,
                          GError                  **error)
{
  return load (bytes, name, source, options, FALSE, progress, error);
}

/**
 * doublet_docx_reader_load_inserted:
 * @bytes: a Word document within another
 * @options: how to read it
 * @progress: (nullable): whom to ask whether to stop
 *
 * As doublet_docx_reader_load(), but what this document inserts in its turn is left
 * out: one may insert itself.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_docx_reader_load_inserted (GBytes                   *bytes,
                                   const DoubletLoadOptions *options,
                                   const DoubletProgress    *progress)
{
  return load (bytes, "", NULL, options, TRUE, progress, NULL);
}
