/* docx-fields.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-fields.h"

/*
 * A field is a formula (a date, a table of contents) with its result behind it.  Both
 * may run over many paragraphs and hold fields themselves; three marks part them.
 */

/**
 * doublet_docx_fields_meet:
 * @self: fields
 * @stream: a stream at the start of a mark (w:fldChar)
 */
void
doublet_docx_fields_meet (DoubletDocxFields      *self,
                          const DoubletXmlStream *stream)
{
  g_autofree char *type = doublet_xml_stream_dup_attribute (stream, "fldCharType");

  if (g_strcmp0 (type, "begin") == 0)
    {
      if (self->n_open < DOUBLET_DOCX_MAX_FIELDS)
        self->in_code[self->n_open] = TRUE;
      self->n_open++;
    }
  else if (self->n_open > 0 && g_strcmp0 (type, "separate") == 0)
    self->in_code[MIN (self->n_open, DOUBLET_DOCX_MAX_FIELDS) - 1] = FALSE;
  else if (self->n_open > 0 && g_strcmp0 (type, "end") == 0)
    self->n_open--;
}

/**
 * doublet_docx_fields_is_in_code:
 * @self: fields
 *
 * Returns: whether what stands here belongs to a formula, which nobody sees
 */
gboolean
doublet_docx_fields_is_in_code (const DoubletDocxFields *self)
{
  for (guint i = 0; i < MIN (self->n_open, DOUBLET_DOCX_MAX_FIELDS); i++)
    if (self->in_code[i])
      return TRUE;
  return FALSE;
}
