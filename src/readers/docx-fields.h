/* docx-fields.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "xml-stream.h"

G_BEGIN_DECLS

/* Fields in fields in fields: Word allows 20. */
#define DOUBLET_DOCX_MAX_FIELDS 64

/* The fields that are open at a place in a text.  All zero is none. */
typedef struct
{
  gboolean in_code[DOUBLET_DOCX_MAX_FIELDS]; /* of each: whether its result has not begun */
  guint    n_open;                           /* may be more than there is room for */
} DoubletDocxFields;

void     doublet_docx_fields_meet (DoubletDocxFields      *self,
                                   const DoubletXmlStream *stream);
gboolean doublet_docx_fields_is_in_code (const DoubletDocxFields *self);

G_END_DECLS
