/* docx-walk.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-walk.h"

#include "docx-inserted.h"
#include "symbol-font.h"

#include <stdlib.h>
#include <string.h>

/* What a walk writes where it stands: text, signs that are elements, and what is inserted
 * from elsewhere. */

/**
 * doublet_docx_walk_find_frame:
 * @walk: a walk
 * @role: what is looked for
 *
 * Returns: (nullable): the innermost open element of that role within the text that is
 *   being read; a text box or a note in it is a text of its own
 */
DoubletDocxFrame *
doublet_docx_walk_find_frame (const DoubletDocxWalk *walk,
                              DoubletDocxRole        role)
{
  for (guint i = walk->frames->len; i > 0; i--)
    {
      DoubletDocxFrame *frame = &g_array_index (walk->frames, DoubletDocxFrame, i - 1);

      if (frame->role == role)
        return frame;
      if (frame->role == DOUBLET_DOCX_ROLE_BOX || frame->role == DOUBLET_DOCX_ROLE_NOTE)
        break;
    }
  return NULL;
}

static gboolean
is_visible (const DoubletDocxWalk *walk)
{
  const DoubletDocxFrame *run = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_RUN);

  return !doublet_docx_fields_is_in_code (&walk->fields) && (run == NULL || !run->run.is_hidden);
}

static void
append_space (DoubletDocxWalk *walk)
{
  if (is_visible (walk))
    doublet_paragraph_flow_append_space (walk->context->flow);
}

static void
append_char (DoubletDocxWalk *walk,
             gunichar         c)
{
  char bytes[6];

  if (is_visible (walk))
    doublet_paragraph_flow_append (walk->context->flow, bytes, (gsize)g_unichar_to_utf8 (c, bytes));
}

/**
 * doublet_docx_walk_append_text:
 * @walk: a walk
 * @text: what stands in the document
 *
 * Writes @text if it can be seen.
 */
void
doublet_docx_walk_append_text (DoubletDocxWalk *walk,
                               const char      *text)
{
  const DoubletDocxFrame *run = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_RUN);
  const DoubletDocxFrame *paragraph = doublet_docx_walk_find_frame (walk, DOUBLET_DOCX_ROLE_PARAGRAPH);

  if (!is_visible (walk))
    return;

  doublet_paragraph_flow_append (walk->context->flow, text, strlen (text));
  doublet_docx_context_count_text (walk->context, text, run != NULL ? &run->run : NULL,
                                   paragraph != NULL ? &paragraph->paragraph : NULL);
}

static void
append_symbol (DoubletDocxWalk *walk)
{
  g_autofree char *font = doublet_xml_stream_dup_attribute (walk->stream, "font");
  g_autofree char *code = doublet_xml_stream_dup_attribute (walk->stream, "char");

  if (code != NULL)
    append_char (walk, doublet_symbol_font_map (font, (guint)MIN (strtoul (code, NULL, 16), G_MAXUINT)));
}

static void
refer_to_note (DoubletDocxWalk  *walk,
               DoubletDocxNotes *notes)
{
  char *id = is_visible (walk) ? doublet_xml_stream_dup_attribute (walk->stream, "id") : NULL;

  if (id != NULL)
    doublet_docx_notes_refer (notes, id);
}

/* Only the text's own part has its relations read. */
static GBytes *
take_inserted (DoubletDocxWalk *walk,
               const char      *attribute)
{
  g_autofree char *id = doublet_xml_stream_dup_attribute (walk->stream, attribute);

  return walk->notes == NULL ? doublet_docx_package_take_inserted (walk->context->package, id) : NULL;
}

static void
insert_document (DoubletDocxWalk *walk)
{
  DoubletDocxContext *context = walk->context;
  g_autoptr (GBytes) bytes = NULL;

  if (!context->is_inserted)
    bytes = take_inserted (walk, "id");
  if (bytes == NULL || !doublet_docx_insert_document (context->flow, bytes, context->tracked, walk->progress))
    context->lacks_inserted = TRUE;
}

/**
 * doublet_docx_walk_insert_diagram:
 * @walk: a walk at the place of a diagram
 *
 * Writes the words of the diagram, which stand in a part of their own.
 */
void
doublet_docx_walk_insert_diagram (DoubletDocxWalk *walk)
{
  g_autoptr (GBytes) bytes = is_visible (walk) ? take_inserted (walk, "dm") : NULL;

  if (bytes != NULL && !doublet_docx_insert_diagram (walk->context->flow, bytes, walk->progress))
    walk->context->lacks_inserted = TRUE;
}

/**
 * doublet_docx_walk_read_sign:
 * @walk: a walk at the beginning of an element of WordprocessingML
 * @name: its name
 *
 * Writes what an element stands for that holds no text itself: a space or a symbol, a
 * reference to a note, a document that is inserted.
 *
 * Returns: whether it was one
 */
gboolean
doublet_docx_walk_read_sign (DoubletDocxWalk *walk,
                             const char      *name)
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
