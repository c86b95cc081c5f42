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

/* The next start of an element of Word's within the element whose start was at @depth;
 * FALSE after its end. */
static gboolean
next_start_within (DoubletXmlStream *stream,
                   guint             depth)
{
  while (doublet_xml_stream_get_depth (stream) >= depth)
    {
      DoubletXmlEvent event = doublet_xml_stream_next (stream);

      if (event == DOUBLET_XML_DONE)
        return FALSE;
      if (event == DOUBLET_XML_START && doublet_docx_is_word (stream))
        return TRUE;
    }
  return FALSE;
}

/* What was so before a change of the format: always in an element named so. */
static gboolean
is_former (const DoubletXmlStream *stream)
{
  return g_str_has_suffix (doublet_xml_stream_get_name (stream), "PrChange");
}

/* The same without what was so before a change. */
static gboolean
next_within (DoubletXmlStream *stream,
             guint             depth)
{
  while (next_start_within (stream, depth))
    if (is_former (stream))
      doublet_xml_stream_skip (stream);
    else
      return TRUE;
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
  memcpy (paragraph->languages, style->languages, sizeof paragraph->languages);
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

/* What the properties of a paragraph say of lists and outlines; -1 for nothing. */
typedef struct
{
  int outline_level;
  int list;
  int list_level;
} Numbering;

#define NO_NUMBERING ((Numbering){ -1, -1, -1 })

static void
apply_numbering (DoubletDocxParagraph *paragraph,
                 const Numbering      *numbering)
{
  if (numbering->outline_level >= 0 && numbering->outline_level < N_LEVELS)
    {
      paragraph->kind = DOUBLET_BLOCK_HEADING;
      paragraph->level = (guint)numbering->outline_level + 1;
    }
  else if (numbering->list == 0 && paragraph->kind == DOUBLET_BLOCK_LIST_ITEM)
    {
      paragraph->kind = DOUBLET_BLOCK_PARAGRAPH;
      paragraph->level = 0;
    }
  else if (numbering->list > 0 && paragraph->kind == DOUBLET_BLOCK_PARAGRAPH)
    {
      paragraph->kind = DOUBLET_BLOCK_LIST_ITEM;
      paragraph->level = 1;
    }
  if (paragraph->kind == DOUBLET_BLOCK_LIST_ITEM && numbering->list_level >= 0)
    paragraph->level = (guint)MIN (numbering->list_level, N_LEVELS - 1) + 1;
}

/* The mark of a paragraph outlives changes of the format, so it is not asked of what
 * was before one. */
static void
read_paragraph_property (DoubletXmlStream     *stream,
                         DoubletDocxStyles    *styles,
                         DoubletTracked        tracked,
                         DoubletDocxParagraph *paragraph,
                         Numbering            *numbering)
{
  const char *name = doublet_xml_stream_get_name (stream);

  if (strcmp (name, "pStyle") == 0)
    {
      g_autofree char *id = doublet_xml_stream_dup_attribute (stream, "val");

      apply_style (paragraph, doublet_docx_styles_get (styles, id));
    }
  else if (strcmp (name, "outlineLvl") == 0)
    numbering->outline_level = get_number (stream);
  else if (strcmp (name, "numId") == 0)
    numbering->list = get_number (stream);
  else if (strcmp (name, "ilvl") == 0)
    numbering->list_level = get_number (stream);
  /* In the properties of the numbering: it was put in. */
  else if (strcmp (name, "ins") == 0 && tracked == DOUBLET_TRACKED_ORIGINAL)
    numbering->list = numbering->list_level = -1;
}

/* What the paragraph was before its format was changed. */
static void
read_former_paragraph (DoubletXmlStream     *stream,
                       DoubletDocxStyles    *styles,
                       DoubletDocxParagraph *paragraph,
                       Numbering            *numbering)
{
  guint depth = doublet_xml_stream_get_depth (stream);

  apply_style (paragraph, doublet_docx_styles_get (styles, NULL));
  *numbering = NO_NUMBERING;
  while (next_within (stream, depth))
    if (strcmp (doublet_xml_stream_get_name (stream), "rPr") == 0)
      doublet_xml_stream_skip (stream);
    else
      read_paragraph_property (stream, styles, DOUBLET_TRACKED_ACCEPTED, paragraph, numbering);
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
  Numbering            numbering = NO_NUMBERING;
  guint                depth = doublet_xml_stream_get_depth (stream);

  while (next_start_within (stream, depth))
    if (strcmp (doublet_xml_stream_get_name (stream), "rPr") == 0)
      paragraph.joins_next = read_mark (stream, tracked);
    else if (strcmp (doublet_xml_stream_get_name (stream), "pPrChange") == 0 && tracked == DOUBLET_TRACKED_ORIGINAL)
      read_former_paragraph (stream, styles, &paragraph, &numbering);
    else if (is_former (stream))
      doublet_xml_stream_skip (stream);
    else
      read_paragraph_property (stream, styles, tracked, &paragraph, &numbering);

  apply_numbering (&paragraph, &numbering);
  return paragraph;
}

/**
 * doublet_docx_run_clear:
 * @self: a run
 */
void
doublet_docx_run_clear (DoubletDocxRun *self)
{
  for (guint i = 0; i < DOUBLET_DOCX_N_SCRIPTS; i++)
    g_clear_pointer (&self->languages[i], g_free);
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
 * Returns: what the run is, to be freed with doublet_docx_run_clear()
 */
DoubletDocxRun
doublet_docx_run_read (DoubletXmlStream  *stream,
                       DoubletDocxStyles *styles,
                       gboolean           paragraph_is_hidden)
{
  DoubletDocxRun run = { .is_hidden = paragraph_is_hidden };
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
      else if (strcmp (name, "lang") == 0)
        doublet_docx_read_languages (stream, run.languages);
    }
  return run;
}
