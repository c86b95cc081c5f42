/* docx-properties.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-properties.h"

#include <string.h>

/*
 * The properties before a paragraph's, a run's, a row's or a cell's content: each
 * function here reads one such element to its end.
 */

/* Outline levels from here on are body text; list levels end there too. */
#define N_LEVELS 9

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  for (; *names != NULL; names++)
    if (strcmp (name, *names) == 0)
      return TRUE;
  return FALSE;
}

/**
 * doublet_docx_is_left_out:
 * @stream: a stream at the start of an element
 * @tracked: which version is wanted
 *
 * Returns: whether it is the mark of a change, or holds one, that this version has not:
 *   a deletion in the accepted text, an insertion in the original
 */
gboolean
doublet_docx_is_left_out (DoubletXmlStream *stream,
                          DoubletTracked    tracked)
{
  static const char *const insertions[] = { "ins", "moveTo", "cellIns", NULL };
  static const char *const deletions[] = { "del", "moveFrom", "cellDel", NULL };

  return is_one_of (doublet_xml_stream_get_name (stream),
                    tracked == DOUBLET_TRACKED_ORIGINAL ? insertions : deletions);
}

/* The next start within the element whose start was at @depth; FALSE after its end. */
static gboolean
next_within (DoubletXmlStream *stream,
             guint             depth)
{
  while (doublet_xml_stream_get_depth (stream) >= depth)
    {
      DoubletXmlEvent event = doublet_xml_stream_next (stream);

      if (event == DOUBLET_XML_DONE)
        return FALSE;
      if (event != DOUBLET_XML_START)
        continue;
      /* What was so before a change of the format: always in an element named so. */
      if (g_str_has_suffix (doublet_xml_stream_get_name (stream), "PrChange"))
        doublet_xml_stream_skip (stream);
      else if (doublet_docx_is_word (stream))
        return TRUE;
    }
  return FALSE;
}

/**
 * doublet_docx_holds_left_out:
 * @stream: a stream at the start of a row's or a cell's properties
 * @tracked: which version is wanted
 *
 * Returns: whether this version lacks the row or the cell
 */
gboolean
doublet_docx_holds_left_out (DoubletXmlStream *stream,
                             DoubletTracked    tracked)
{
  guint    depth = doublet_xml_stream_get_depth (stream);
  gboolean is_left_out = FALSE;

  while (next_within (stream, depth))
    is_left_out = doublet_docx_is_left_out (stream, tracked) || is_left_out;
  return is_left_out;
}

static void
apply_style (DoubletDocxParagraph   *paragraph,
             const DoubletDocxStyle *style)
{
  paragraph->kind = style->kind;
  paragraph->level = style->level;
  paragraph->is_hidden = style->is_hidden;
}

/**
 * doublet_docx_paragraph_default:
 * @styles: the document's styles
 *
 * Returns: what a paragraph is that says nothing of itself
 */
DoubletDocxParagraph
doublet_docx_paragraph_default (DoubletDocxStyles *styles)
{
  DoubletDocxParagraph paragraph = { 0 };

  apply_style (&paragraph, doublet_docx_styles_get (styles, NULL));
  return paragraph;
}

static int
get_number (const DoubletXmlStream *stream)
{
  g_autofree char *value = doublet_xml_stream_dup_attribute (stream, "val");

  return value != NULL ? (int)CLAMP (g_ascii_strtoll (value, NULL, 10), 0, 1000) : 0;
}

/* The properties of a paragraph's mark. */
static gboolean
read_mark (DoubletXmlStream *stream,
           DoubletTracked    tracked)
{
  guint    depth = doublet_xml_stream_get_depth (stream);
  gboolean is_gone = FALSE;

  while (next_within (stream, depth))
    {
      const char *name = doublet_xml_stream_get_name (stream);

      if (doublet_docx_is_left_out (stream, tracked))
        is_gone = TRUE;
      else if (strcmp (name, "vanish") == 0 || strcmp (name, "specVanish") == 0)
        is_gone = doublet_docx_is_on (stream) || is_gone;
    }
  return is_gone;
}

/**
 * doublet_docx_paragraph_read:
 * @stream: a stream at the start of a paragraph's properties
 * @styles: the document's styles
 * @tracked: which version is wanted
 *
 * Returns: what the paragraph is
 */
DoubletDocxParagraph
doublet_docx_paragraph_read (DoubletXmlStream  *stream,
                             DoubletDocxStyles *styles,
                             DoubletTracked     tracked)
{
  DoubletDocxParagraph paragraph = doublet_docx_paragraph_default (styles);
  guint                depth = doublet_xml_stream_get_depth (stream);
  int                  outline_level = -1;
  int                  list = -1;
  int                  list_level = -1;

  while (next_within (stream, depth))
    {
      const char *name = doublet_xml_stream_get_name (stream);

      if (strcmp (name, "pStyle") == 0)
        {
          g_autofree char *id = doublet_xml_stream_dup_attribute (stream, "val");

          apply_style (&paragraph, doublet_docx_styles_get (styles, id));
        }
      else if (strcmp (name, "outlineLvl") == 0)
        outline_level = get_number (stream);
      else if (strcmp (name, "numId") == 0)
        list = get_number (stream);
      else if (strcmp (name, "ilvl") == 0)
        list_level = get_number (stream);
      else if (strcmp (name, "rPr") == 0)
        paragraph.joins_next = read_mark (stream, tracked);
    }

  if (outline_level >= 0 && outline_level < N_LEVELS)
    {
      paragraph.kind = DOUBLET_BLOCK_HEADING;
      paragraph.level = (guint)outline_level + 1;
    }
  else if (list == 0 && paragraph.kind == DOUBLET_BLOCK_LIST_ITEM)
    {
      paragraph.kind = DOUBLET_BLOCK_PARAGRAPH;
      paragraph.level = 0;
    }
  else if (list > 0 && paragraph.kind == DOUBLET_BLOCK_PARAGRAPH)
    {
      paragraph.kind = DOUBLET_BLOCK_LIST_ITEM;
      paragraph.level = 1;
    }
  if (paragraph.kind == DOUBLET_BLOCK_LIST_ITEM && list_level >= 0)
    paragraph.level = (guint)MIN (list_level, N_LEVELS - 1) + 1;
  return paragraph;
}

/**
 * doublet_docx_run_read:
 * @stream: a stream at the start of a run's properties
 * @styles: the document's styles
 * @paragraph_is_hidden: what the paragraph's style says
 *
 * Hidden is one of the properties that a second style takes back; what stands at the
 * run itself counts before both.
 *
 * Returns: what the run is; the language is the caller's
 */
DoubletDocxRun
doublet_docx_run_read (DoubletXmlStream  *stream,
                       DoubletDocxStyles *styles,
                       gboolean           paragraph_is_hidden)
{
  DoubletDocxRun run = { paragraph_is_hidden, NULL };
  guint          depth = doublet_xml_stream_get_depth (stream);
  gboolean       is_said = FALSE;

  while (next_within (stream, depth))
    {
      const char *name = doublet_xml_stream_get_name (stream);

      if (strcmp (name, "rStyle") == 0 && !is_said)
        {
          g_autofree char *id = doublet_xml_stream_dup_attribute (stream, "val");

          if (id != NULL && doublet_docx_styles_get (styles, id)->is_hidden)
            run.is_hidden = !paragraph_is_hidden;
        }
      else if (strcmp (name, "vanish") == 0)
        {
          run.is_hidden = doublet_docx_is_on (stream);
          is_said = TRUE;
        }
      else if (strcmp (name, "lang") == 0 && run.language == NULL)
        run.language = doublet_xml_stream_dup_attribute (stream, "val");
    }
  return run;
}
