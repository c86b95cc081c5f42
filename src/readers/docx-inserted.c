/* docx-inserted.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-inserted.h"

#include "docx-reader.h"
#include "formats.h"
#include "reader.h"
#include "xml-stream.h"

#include <string.h>

/*
 * What a Word document shows out of other files within its own: whole documents, which
 * programs that put documents together leave there for Word to take in when it opens
 * the file (w:altChunk), and the words of diagrams.
 */

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/main"
#define DRAWING_STRICT "http://purl.oclc.org/ooxml/drawingml/main"

static DoubletArticle *
load (GBytes                *bytes,
      DoubletTracked         tracked,
      const DoubletProgress *progress)
{
  /* Such a page is nothing but text. */
  DoubletLoadOptions   options = { .tracked = tracked, .whole_page = TRUE };
  DoubletProgress      quiet = doublet_progress_silence (progress);
  gsize                n_bytes;
  const guint8        *data = g_bytes_get_data (bytes, &n_bytes);
  const DoubletFormat *format = doublet_formats_detect (data, n_bytes, "");
  const DoubletReader *reader = doublet_reader_find (doublet_readers, format->id);

  if (strcmp (format->id, "docx") == 0)
    return doublet_docx_reader_load_inserted (bytes, &options, &quiet);
  if (reader != NULL)
    return reader->load (bytes, "", NULL, &options, &quiet, NULL);
  return format->load != NULL ? format->load (bytes, "", NULL, &options, &quiet, NULL) : NULL;
}

/**
 * doublet_docx_insert_document:
 * @flow: a flow
 * @bytes: a document of any format that can be read
 * @tracked: which version is wanted
 * @progress: (nullable): whom to ask whether to stop
 *
 * Writes the document's paragraphs.
 *
 * Returns: whether that is all of it
 */
gboolean
doublet_docx_insert_document (DoubletParagraphFlow  *flow,
                              GBytes                *bytes,
                              DoubletTracked         tracked,
                              const DoubletProgress *progress)
{
  g_autoptr (DoubletArticle) article = load (bytes, tracked, progress);
  const DoubletBlock *blocks;
  const char         *text;
  guint               n_blocks;

  if (article == NULL)
    return FALSE;

  text = doublet_article_get_text (article, NULL);
  blocks = doublet_article_get_blocks (article, &n_blocks);
  doublet_paragraph_flow_break (flow);
  for (guint i = 0; i < n_blocks && !doublet_paragraph_flow_is_full (flow); i++)
    {
      doublet_paragraph_flow_begin (flow, blocks[i].kind, blocks[i].level);
      doublet_paragraph_flow_append (flow, text + blocks[i].start, blocks[i].end - blocks[i].start);
      doublet_paragraph_flow_end (flow, FALSE);
    }
  return doublet_article_get_incomplete (article) == NULL;
}

static gboolean
is_drawing (const DoubletXmlStream *stream)
{
  const char *uri = doublet_xml_stream_get_namespace (stream);

  return strcmp (uri, DRAWING) == 0 || strcmp (uri, DRAWING_STRICT) == 0;
}

/**
 * doublet_docx_insert_diagram:
 * @flow: a flow
 * @bytes: a diagram's part
 * @progress: (nullable): whom to ask whether to stop
 *
 * Writes the diagram's words as a text box: a paragraph of each of its shapes.
 *
 * Returns: whether that is all of it
 */
gboolean
doublet_docx_insert_diagram (DoubletParagraphFlow  *flow,
                             GBytes                *bytes,
                             const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (bytes, DOUBLET_XML_STRICT, progress);
  DoubletXmlEvent event;
  gboolean        is_text = FALSE;

  doublet_paragraph_flow_push (flow, NULL);
  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE && !doublet_paragraph_flow_is_full (flow))
    {
      const char *name = doublet_xml_stream_get_name (stream);

      if (event == DOUBLET_XML_TEXT)
        {
          const char *text = doublet_xml_stream_get_text (stream);

          if (is_text)
            doublet_paragraph_flow_append (flow, text, strlen (text));
        }
      else if (!is_drawing (stream))
        continue;
      else if (strcmp (name, "t") == 0)
        is_text = event == DOUBLET_XML_START;
      else if (strcmp (name, "br") == 0)
        doublet_paragraph_flow_append_space (flow);
      else if (strcmp (name, "p") == 0 && event == DOUBLET_XML_START)
        doublet_paragraph_flow_begin (flow, DOUBLET_BLOCK_PARAGRAPH, 0);
      else if (strcmp (name, "p") == 0)
        doublet_paragraph_flow_end (flow, FALSE);
    }
  doublet_paragraph_flow_pop (flow);
  return doublet_xml_stream_get_fault (stream) == DOUBLET_XML_FAULT_NONE;
}
