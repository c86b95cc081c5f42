/* docx-body.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-body.h"

#include "docx-walk.h"

#include <string.h>

/*
 * One walk through a part that holds paragraphs.  Each open element has a frame that
 * says what it means for what is in it, so everything is undone where it ends.
 * Elements that are not known are walked through: content controls, hyperlinks, smart
 * tags and shapes hold text like any other.
 */

#define COMPATIBILITY "http://schemas.openxmlformats.org/markup-compatibility/2006"

/* What stands in a cell and is nothing else is the cell. */
static void
set_kind (DoubletDocxWalk            *walk,
          const DoubletDocxParagraph *paragraph)
{
  DoubletBlockKind kind = paragraph->kind;

  if (kind == DOUBLET_BLOCK_PARAGRAPH && doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_CELL) != NULL)
    kind = DOUBLET_BLOCK_TABLE_CELL;
  doublet_paragraph_flow_set_kind (walk->context->flow, kind, paragraph->level);
}

static void
start_paragraph (DoubletDocxWalk  *walk,
                 DoubletDocxFrame *frame)
{
  frame->role = DOUBLET_DOCX_ROLE_PARAGRAPH;
  frame->paragraph = doublet_docx_paragraph_default (walk->context->styles);
  doublet_paragraph_flow_begin (walk->context->flow, DOUBLET_BLOCK_PARAGRAPH, 0);
  set_kind (walk, &frame->paragraph);
}

static void
start_run (DoubletDocxWalk  *walk,
           DoubletDocxFrame *frame)
{
  const DoubletDocxFrame *paragraph = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_PARAGRAPH);

  frame->role = DOUBLET_DOCX_ROLE_RUN;
  frame->run.is_hidden = paragraph != NULL && paragraph->paragraph.is_hidden;
}

/* Elements that are read to their end at once; TRUE if it was one. */
static gboolean
read_properties (DoubletDocxWalk *walk,
                 const char      *name)
{
  DoubletDocxContext *context = walk->context;
  DoubletDocxFrame   *frame;

  if (strcmp (name, "pPr") == 0)
    {
      DoubletDocxParagraph paragraph = doublet_docx_paragraph_read (walk->stream, context->styles, context->tracked);

      frame = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_PARAGRAPH);
      if (frame != NULL)
        {
          frame->paragraph = paragraph;
          set_kind (walk, &paragraph);
        }
    }
  else if (strcmp (name, "rPr") == 0)
    {
      const DoubletDocxFrame *paragraph = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_PARAGRAPH);
      DoubletDocxRun          run = doublet_docx_run_read (walk->stream, context->styles,
                                                           paragraph != NULL && paragraph->paragraph.is_hidden);

      frame = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_RUN);
      if (frame != NULL)
        {
          doublet_docx_run_clear (&frame->run);
          frame->run = run;
        }
      else
        doublet_docx_run_clear (&run);
    }
  else if (strcmp (name, "trPr") == 0 || strcmp (name, "tcPr") == 0)
    {
      gboolean is_left_out = doublet_docx_holds_left_out (walk->stream, context->tracked);

      frame = doublet_docx_walk_find_frame (walk, *(name + 1) == 'r' ? DOUBLET_DOCX_ROLE_ROW : DOUBLET_DOCX_ROLE_CELL);
      if (frame != NULL)
        frame->is_done = is_left_out;
    }
  else
    return FALSE;
  return TRUE;
}

/* In a part that is said to hold notes and does not. */
static gboolean
is_outside_notes (const DoubletDocxWalk *walk,
                  const char            *name)
{
  return walk->notes != NULL && doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_NOTE) == NULL && doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_BOX) == NULL &&
         strcmp (name, "footnotes") != 0 && strcmp (name, "footnote") != 0 &&
         strcmp (name, "endnotes") != 0 && strcmp (name, "endnote") != 0;
}

/* What holds no text that a reader sees, or none of this version. */
static gboolean
is_skipped (const DoubletDocxWalk *walk,
            const char            *name)
{
  static const char *const skipped[] = { "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblPrEx", "tblGrid",
                                         "instrText", "delInstrText", "fldData", "ffData", "rt", "rubyPr" };
  const DoubletDocxFrame  *row = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_ROW);
  const DoubletDocxFrame  *cell = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_CELL);

  for (guint i = 0; i < G_N_ELEMENTS (skipped); i++)
    if (strcmp (name, skipped[i]) == 0)
      return TRUE;

  if (is_outside_notes (walk, name))
    return TRUE;
  if (strcmp (name, "delText") == 0)
    return walk->context->tracked == DOUBLET_TRACKED_ACCEPTED;
  if ((row != NULL && row->is_done && strcmp (name, "tc") == 0) || (cell != NULL && cell->is_done))
    return TRUE;
  return doublet_docx_is_left_out (walk->stream, walk->context->tracked);
}

static void
start_note (DoubletDocxWalk  *walk,
            DoubletDocxFrame *frame)
{
  g_autofree char   *id = doublet_xml_stream_dup_attribute (walk->stream, "id");
  DoubletParagraphs *paragraphs = id != NULL ? g_hash_table_lookup (walk->notes->by_id, id) : NULL;

  if (paragraphs == NULL)
    {
      frame->is_done = TRUE;
      return;
    }
  walk->n_notes++;
  frame->role = DOUBLET_DOCX_ROLE_NOTE;
  walk->fields.n_open = 0;
  doublet_paragraph_flow_push (walk->context->flow, paragraphs);
}

static void
start_word_element (DoubletDocxWalk  *walk,
                    const char       *name,
                    DoubletDocxFrame *frame)
{
  if (strcmp (name, "p") == 0)
    start_paragraph (walk, frame);
  else if (strcmp (name, "r") == 0)
    start_run (walk, frame);
  else if (strcmp (name, "t") == 0 || strcmp (name, "delText") == 0)
    frame->role = DOUBLET_DOCX_ROLE_TEXT;
  else if (strcmp (name, "tbl") == 0)
    doublet_paragraph_flow_break (walk->context->flow);
  else if (strcmp (name, "tr") == 0)
    frame->role = DOUBLET_DOCX_ROLE_ROW;
  else if (strcmp (name, "tc") == 0)
    {
      frame->role = DOUBLET_DOCX_ROLE_CELL;
      doublet_paragraph_flow_break (walk->context->flow);
    }
  else if (strcmp (name, "txbxContent") == 0)
    {
      frame->role = DOUBLET_DOCX_ROLE_BOX;
      frame->n_fields = walk->fields.n_open;
      doublet_paragraph_flow_push (walk->context->flow, NULL);
    }
  else if (walk->notes != NULL && (strcmp (name, "footnote") == 0 || strcmp (name, "endnote") == 0) &&
           doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_PARAGRAPH) == NULL)
    start_note (walk, frame);
  else
    doublet_docx_walk_read_sign (walk, name);
}

static void
start_alternate (DoubletDocxWalk  *walk,
                 const char       *name,
                 DoubletDocxFrame *frame)
{
  DoubletDocxFrame *parent = walk->frames->len > 0 ? &g_array_index (walk->frames, DoubletDocxFrame, walk->frames->len - 1) : NULL;

  if (strcmp (name, "AlternateContent") == 0)
    frame->role = DOUBLET_DOCX_ROLE_ALTERNATE;
  else if (parent != NULL && parent->role == DOUBLET_DOCX_ROLE_ALTERNATE)
    {
      frame->is_done = parent->is_done;
      parent->is_done = TRUE;
    }
}

/* A frame that is done when its element begins has nothing in it that counts. */
static void
start_element (DoubletDocxWalk *walk)
{
  const char      *name = doublet_xml_stream_get_name (walk->stream);
  const char      *uri = doublet_xml_stream_get_namespace (walk->stream);
  gboolean         is_word = doublet_docx_is_word (walk->stream);
  DoubletDocxFrame frame = { 0 };

  if (is_word && is_skipped (walk, name))
    {
      doublet_xml_stream_skip (walk->stream);
      return;
    }
  if (is_word && read_properties (walk, name))
    return;

  if (is_word)
    start_word_element (walk, name, &frame);
  else if (strcmp (uri, COMPATIBILITY) == 0)
    start_alternate (walk, name, &frame);
  /* Of mathematics (m:): its runs are runs, and its text is text. */
  else if (g_str_has_suffix (uri, "/math") && strcmp (name, "t") == 0)
    frame.role = DOUBLET_DOCX_ROLE_TEXT;
  else if (g_str_has_suffix (uri, "/math") && strcmp (name, "r") == 0)
    start_run (walk, &frame);
  else if (g_str_has_suffix (uri, "/diagram") && strcmp (name, "relIds") == 0)
    doublet_docx_walk_insert_diagram (walk);

  if (frame.is_done)
    doublet_xml_stream_skip (walk->stream);
  else
    g_array_append_val (walk->frames, frame);
}

static void
end_element (DoubletDocxWalk *walk)
{
  DoubletDocxFrame      frame = g_array_index (walk->frames, DoubletDocxFrame, walk->frames->len - 1);
  DoubletParagraphFlow *flow = walk->context->flow;

  g_array_set_size (walk->frames, walk->frames->len - 1);
  doublet_docx_run_clear (&frame.run);

  if (frame.role == DOUBLET_DOCX_ROLE_PARAGRAPH)
    doublet_paragraph_flow_end (flow, frame.paragraph.joins_next);
  else if (frame.role == DOUBLET_DOCX_ROLE_CELL)
    doublet_paragraph_flow_break (flow);
  else if (frame.role == DOUBLET_DOCX_ROLE_BOX || frame.role == DOUBLET_DOCX_ROLE_NOTE)
    {
      doublet_paragraph_flow_pop (flow);
      walk->fields.n_open = frame.n_fields;
    }
}

static DoubletXmlFault
walk_through (DoubletDocxWalk       *walk,
              GBytes                *part,
              const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (part, DOUBLET_XML_STRICT, progress);
  DoubletXmlEvent event;
  DoubletXmlFault fault;

  walk->stream = stream;
  walk->progress = progress;
  walk->frames = g_array_new (FALSE, FALSE, sizeof (DoubletDocxFrame));

  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    {
      if (event == DOUBLET_XML_START)
        start_element (walk);
      else if (event == DOUBLET_XML_END)
        end_element (walk);
      else if (walk->frames->len > 0 && g_array_index (walk->frames, DoubletDocxFrame, walk->frames->len - 1).role == DOUBLET_DOCX_ROLE_TEXT)
        doublet_docx_walk_append_text (walk, doublet_xml_stream_get_text (stream));

      if (doublet_paragraph_flow_is_full (walk->context->flow))
        break;
    }

  while (walk->frames->len > 0)
    end_element (walk);
  doublet_paragraph_flow_break (walk->context->flow);
  g_array_unref (walk->frames);

  fault = doublet_xml_stream_get_fault (stream);
  /* A field whose result never began took all that follows. */
  if (fault == DOUBLET_XML_FAULT_NONE && doublet_docx_fields_is_in_code (&walk->fields))
    fault = DOUBLET_XML_FAULT_BROKEN;
  return fault;
}

/**
 * doublet_docx_body_read:
 * @context: what is known of the document
 * @part: the part that holds its text
 * @progress: (nullable): whom to ask whether to stop
 *
 * Writes the text to the flow and notes which notes it refers to.
 *
 * Returns: why the part could not be read to its end
 */
DoubletXmlFault
doublet_docx_body_read (DoubletDocxContext    *context,
                        GBytes                *part,
                        const DoubletProgress *progress)
{
  DoubletDocxWalk walk = { .context = context };

  return walk_through (&walk, part, progress);
}

/**
 * doublet_docx_notes_read:
 * @context: what is known of the document, after its text was read
 * @notes: (inout): the notes to find
 * @part: the part in which they stand
 * @progress: (nullable): whom to ask whether to stop
 *
 * Collects the notes that the text refers to and writes them in that order.
 *
 * Returns: why the part could not be read to its end
 */
DoubletXmlFault
doublet_docx_notes_read (DoubletDocxContext    *context,
                         DoubletDocxNotes      *notes,
                         GBytes                *part,
                         const DoubletProgress *progress)
{
  DoubletDocxWalk walk = { .context = context, .notes = notes };
  DoubletXmlFault fault = walk_through (&walk, part, progress);

  for (guint i = 0; i < notes->paragraphs->len; i++)
    doublet_paragraph_flow_insert (context->flow, g_ptr_array_index (notes->paragraphs, i));
  if (fault == DOUBLET_XML_FAULT_NONE && walk.n_notes < notes->paragraphs->len)
    fault = DOUBLET_XML_FAULT_BROKEN;
  return fault;
}
