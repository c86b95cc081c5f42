/* docx-body.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-body.h"

#include "docx-fields.h"
#include "docx-inserted.h"
#include "symbol-font.h"

#include <stdlib.h>
#include <string.h>

/*
 * One walk through a part that holds paragraphs.  Each open element has a frame that
 * says what it means for what is in it, so everything is undone where it ends.
 * Elements that are not known are walked through: content controls, hyperlinks, smart
 * tags and shapes hold text like any other.
 */

#define COMPATIBILITY "http://schemas.openxmlformats.org/markup-compatibility/2006"

typedef enum
{
  ROLE_NONE,
  ROLE_PARAGRAPH,
  ROLE_RUN,
  ROLE_TEXT,
  ROLE_ROW,
  ROLE_CELL,
  ROLE_BOX,       /* a text box */
  ROLE_NOTE,      /* a foot- or endnote */
  ROLE_ALTERNATE, /* several ways to say the same, the best one first */
} Role;

typedef struct
{
  Role                 role;
  gboolean             is_done; /* of a row or cell: it is not in this version; of alternates: one was taken */
  DoubletDocxParagraph paragraph;
  DoubletDocxRun       run;
  guint                n_fields; /* of a text box: those open around it */
} Frame;

typedef struct
{
  DoubletDocxContext    *context;
  DoubletDocxNotes      *notes; /* (nullable): those that the part holds */
  DoubletXmlStream      *stream;
  const DoubletProgress *progress; /* (nullable) */
  GArray                *frames;   /* Frame, one for each open element */
  guint                  n_notes;  /* that were found */
  DoubletDocxFields      fields;   /* those that are open */
} Walk;

/* The innermost frame of a role within the text that is being read; a text box or a
 * note in it is a text of its own. */
static Frame *
find_frame (const Walk *walk,
            Role        role)
{
  for (guint i = walk->frames->len; i > 0; i--)
    {
      Frame *frame = &g_array_index (walk->frames, Frame, i - 1);

      if (frame->role == role)
        return frame;
      if (frame->role == ROLE_BOX || frame->role == ROLE_NOTE)
        break;
    }
  return NULL;
}

static gboolean
is_visible (const Walk *walk)
{
  const Frame *run = find_frame (walk, ROLE_RUN);

  return !doublet_docx_fields_is_in_code (&walk->fields) && (run == NULL || !run->run.is_hidden);
}

static void
append_space (Walk *walk)
{
  if (is_visible (walk))
    doublet_paragraph_flow_append_space (walk->context->flow);
}

static void
append_char (Walk    *walk,
             gunichar c)
{
  char bytes[6];

  if (is_visible (walk))
    doublet_paragraph_flow_append (walk->context->flow, bytes, (gsize)g_unichar_to_utf8 (c, bytes));
}

static void
append_text (Walk       *walk,
             const char *text)
{
  const Frame *run = find_frame (walk, ROLE_RUN);
  const Frame *paragraph = find_frame (walk, ROLE_PARAGRAPH);

  if (!is_visible (walk))
    return;

  doublet_paragraph_flow_append (walk->context->flow, text, strlen (text));
  doublet_docx_context_count_text (walk->context, text, run != NULL ? &run->run : NULL,
                                   paragraph != NULL ? &paragraph->paragraph : NULL);
}

static void
append_symbol (Walk *walk)
{
  g_autofree char *font = doublet_xml_stream_dup_attribute (walk->stream, "font");
  g_autofree char *code = doublet_xml_stream_dup_attribute (walk->stream, "char");

  if (code != NULL)
    append_char (walk, doublet_symbol_font_map (font, (guint)MIN (strtoul (code, NULL, 16), G_MAXUINT)));
}

static void
refer_to_note (Walk             *walk,
               DoubletDocxNotes *notes)
{
  char *id = is_visible (walk) ? doublet_xml_stream_dup_attribute (walk->stream, "id") : NULL;

  if (id != NULL)
    doublet_docx_notes_refer (notes, id);
}

/* Only the text's own part has its relations read. */
static GBytes *
take_inserted (Walk       *walk,
               const char *attribute)
{
  g_autofree char *id = doublet_xml_stream_dup_attribute (walk->stream, attribute);

  return walk->notes == NULL ? doublet_docx_package_take_inserted (walk->context->package, id) : NULL;
}

static void
insert_document (Walk *walk)
{
  DoubletDocxContext *context = walk->context;
  g_autoptr (GBytes) bytes = NULL;

  if (!context->is_inserted)
    bytes = take_inserted (walk, "id");
  if (bytes == NULL || !doublet_docx_insert_document (context->flow, bytes, context->tracked, walk->progress))
    context->lacks_inserted = TRUE;
}

static void
insert_diagram (Walk *walk)
{
  g_autoptr (GBytes) bytes = is_visible (walk) ? take_inserted (walk, "dm") : NULL;

  if (bytes != NULL && !doublet_docx_insert_diagram (walk->context->flow, bytes, walk->progress))
    walk->context->lacks_inserted = TRUE;
}

/* What stands in a cell and is nothing else is the cell. */
static void
set_kind (Walk                       *walk,
          const DoubletDocxParagraph *paragraph)
{
  DoubletBlockKind kind = paragraph->kind;

  if (kind == DOUBLET_BLOCK_PARAGRAPH && find_frame (walk, ROLE_CELL) != NULL)
    kind = DOUBLET_BLOCK_TABLE_CELL;
  doublet_paragraph_flow_set_kind (walk->context->flow, kind, paragraph->level);
}

static void
start_paragraph (Walk  *walk,
                 Frame *frame)
{
  frame->role = ROLE_PARAGRAPH;
  frame->paragraph = doublet_docx_paragraph_default (walk->context->styles);
  doublet_paragraph_flow_begin (walk->context->flow, DOUBLET_BLOCK_PARAGRAPH, 0);
  set_kind (walk, &frame->paragraph);
}

static void
start_run (Walk  *walk,
           Frame *frame)
{
  const Frame *paragraph = find_frame (walk, ROLE_PARAGRAPH);

  frame->role = ROLE_RUN;
  frame->run.is_hidden = paragraph != NULL && paragraph->paragraph.is_hidden;
}

/* Elements that are read to their end at once; TRUE if it was one. */
static gboolean
read_properties (Walk       *walk,
                 const char *name)
{
  DoubletDocxContext *context = walk->context;
  Frame              *frame;

  if (strcmp (name, "pPr") == 0)
    {
      DoubletDocxParagraph paragraph = doublet_docx_paragraph_read (walk->stream, context->styles, context->tracked);

      frame = find_frame (walk, ROLE_PARAGRAPH);
      if (frame != NULL)
        {
          frame->paragraph = paragraph;
          set_kind (walk, &paragraph);
        }
    }
  else if (strcmp (name, "rPr") == 0)
    {
      const Frame   *paragraph = find_frame (walk, ROLE_PARAGRAPH);
      DoubletDocxRun run = doublet_docx_run_read (walk->stream, context->styles,
                                                  paragraph != NULL && paragraph->paragraph.is_hidden);

      frame = find_frame (walk, ROLE_RUN);
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

      frame = find_frame (walk, *(name + 1) == 'r' ? ROLE_ROW : ROLE_CELL);
      if (frame != NULL)
        frame->is_done = is_left_out;
    }
  else
    return FALSE;
  return TRUE;
}

/* In a part that is said to hold notes and does not. */
static gboolean
is_outside_notes (const Walk *walk,
                  const char *name)
{
  return walk->notes != NULL && find_frame (walk, ROLE_NOTE) == NULL && find_frame (walk, ROLE_BOX) == NULL &&
         strcmp (name, "footnotes") != 0 && strcmp (name, "footnote") != 0 &&
         strcmp (name, "endnotes") != 0 && strcmp (name, "endnote") != 0;
}

/* What holds no text that a reader sees, or none of this version. */
static gboolean
is_skipped (const Walk *walk,
            const char *name)
{
  static const char *const skipped[] = { "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblPrEx", "tblGrid",
                                         "instrText", "delInstrText", "fldData", "ffData", "rt", "rubyPr" };
  const Frame             *row = find_frame (walk, ROLE_ROW);
  const Frame             *cell = find_frame (walk, ROLE_CELL);

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
start_note (Walk  *walk,
            Frame *frame)
{
  g_autofree char   *id = doublet_xml_stream_dup_attribute (walk->stream, "id");
  DoubletParagraphs *paragraphs = id != NULL ? g_hash_table_lookup (walk->notes->by_id, id) : NULL;

  if (paragraphs == NULL)
    {
      frame->is_done = TRUE;
      return;
    }
  walk->n_notes++;
  frame->role = ROLE_NOTE;
  walk->fields.n_open = 0;
  doublet_paragraph_flow_push (walk->context->flow, paragraphs);
}

/* Signs that are elements; FALSE if it is none. */
static gboolean
start_sign (Walk       *walk,
            const char *name)
{
  static const char *const spaces[] = { "tab", "ptab", "br", "cr" };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (strcmp (name, spaces[i]) == 0)
      {
        append_space (walk);
        return TRUE;
      }

  if (strcmp (name, "noBreakHyphen") == 0)
    append_char (walk, 0x2011);
  else if (strcmp (name, "softHyphen") == 0)
    append_char (walk, 0xad);
  else if (strcmp (name, "sym") == 0)
    append_symbol (walk);
  else if (strcmp (name, "fldChar") == 0)
    doublet_docx_fields_meet (&walk->fields, walk->stream);
  else if (strcmp (name, "footnoteReference") == 0)
    refer_to_note (walk, &walk->context->footnotes);
  else if (strcmp (name, "endnoteReference") == 0)
    refer_to_note (walk, &walk->context->endnotes);
  else if (strcmp (name, "altChunk") == 0)
    insert_document (walk);
  /* That lies in another file altogether. */
  else if (strcmp (name, "subDoc") == 0)
    walk->context->lacks_inserted = TRUE;
  else
    return FALSE;
  return TRUE;
}

static void
start_word_element (Walk       *walk,
                    const char *name,
                    Frame      *frame)
{
  if (strcmp (name, "p") == 0)
    start_paragraph (walk, frame);
  else if (strcmp (name, "r") == 0)
    start_run (walk, frame);
  else if (strcmp (name, "t") == 0 || strcmp (name, "delText") == 0)
    frame->role = ROLE_TEXT;
  else if (strcmp (name, "tbl") == 0)
    doublet_paragraph_flow_break (walk->context->flow);
  else if (strcmp (name, "tr") == 0)
    frame->role = ROLE_ROW;
  else if (strcmp (name, "tc") == 0)
    {
      frame->role = ROLE_CELL;
      doublet_paragraph_flow_break (walk->context->flow);
    }
  else if (strcmp (name, "txbxContent") == 0)
    {
      frame->role = ROLE_BOX;
      frame->n_fields = walk->fields.n_open;
      doublet_paragraph_flow_push (walk->context->flow, NULL);
    }
  else if (walk->notes != NULL && (strcmp (name, "footnote") == 0 || strcmp (name, "endnote") == 0) &&
           find_frame (walk, ROLE_PARAGRAPH) == NULL)
    start_note (walk, frame);
  else
    start_sign (walk, name);
}

static void
start_alternate (Walk       *walk,
                 const char *name,
                 Frame      *frame)
{
  Frame *parent = walk->frames->len > 0 ? &g_array_index (walk->frames, Frame, walk->frames->len - 1) : NULL;

  if (strcmp (name, "AlternateContent") == 0)
    frame->role = ROLE_ALTERNATE;
  else if (parent != NULL && parent->role == ROLE_ALTERNATE)
    {
      frame->is_done = parent->is_done;
      parent->is_done = TRUE;
    }
}

/* A frame that is done when its element begins has nothing in it that counts. */
static void
start_element (Walk *walk)
{
  const char *name = doublet_xml_stream_get_name (walk->stream);
  const char *uri = doublet_xml_stream_get_namespace (walk->stream);
  gboolean    is_word = doublet_docx_is_word (walk->stream);
  Frame       frame = { 0 };

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
    frame.role = ROLE_TEXT;
  else if (g_str_has_suffix (uri, "/math") && strcmp (name, "r") == 0)
    start_run (walk, &frame);
  else if (g_str_has_suffix (uri, "/diagram") && strcmp (name, "relIds") == 0)
    insert_diagram (walk);

  if (frame.is_done)
    doublet_xml_stream_skip (walk->stream);
  else
    g_array_append_val (walk->frames, frame);
}

static void
end_element (Walk *walk)
{
  Frame                 frame = g_array_index (walk->frames, Frame, walk->frames->len - 1);
  DoubletParagraphFlow *flow = walk->context->flow;

  g_array_set_size (walk->frames, walk->frames->len - 1);
  doublet_docx_run_clear (&frame.run);

  if (frame.role == ROLE_PARAGRAPH)
    doublet_paragraph_flow_end (flow, frame.paragraph.joins_next);
  else if (frame.role == ROLE_CELL)
    doublet_paragraph_flow_break (flow);
  else if (frame.role == ROLE_BOX || frame.role == ROLE_NOTE)
    {
      doublet_paragraph_flow_pop (flow);
      walk->fields.n_open = frame.n_fields;
    }
}

static DoubletXmlFault
walk_through (Walk                  *walk,
              GBytes                *part,
              const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (part, DOUBLET_XML_STRICT, progress);
  DoubletXmlEvent event;
  DoubletXmlFault fault;

  walk->stream = stream;
  walk->progress = progress;
  walk->frames = g_array_new (FALSE, FALSE, sizeof (Frame));

  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    {
      if (event == DOUBLET_XML_START)
        start_element (walk);
      else if (event == DOUBLET_XML_END)
        end_element (walk);
      else if (walk->frames->len > 0 && g_array_index (walk->frames, Frame, walk->frames->len - 1).role == ROLE_TEXT)
        append_text (walk, doublet_xml_stream_get_text (stream));

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
  Walk walk = { .context = context };

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
  Walk            walk = { .context = context, .notes = notes };
  DoubletXmlFault fault = walk_through (&walk, part, progress);

  for (guint i = 0; i < notes->paragraphs->len; i++)
    doublet_paragraph_flow_insert (context->flow, g_ptr_array_index (notes->paragraphs, i));
  if (fault == DOUBLET_XML_FAULT_NONE && walk.n_notes < notes->paragraphs->len)
    fault = DOUBLET_XML_FAULT_BROKEN;
  return fault;
}
