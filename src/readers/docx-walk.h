/* docx-walk.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "docx-context.h"
#include "docx-fields.h"
#include "docx-properties.h"
#include "xml-stream.h"

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_DOCX_ROLE_NONE,
  DOUBLET_DOCX_ROLE_PARAGRAPH,
  DOUBLET_DOCX_ROLE_RUN,
  DOUBLET_DOCX_ROLE_TEXT,
  DOUBLET_DOCX_ROLE_ROW,
  DOUBLET_DOCX_ROLE_CELL,
  DOUBLET_DOCX_ROLE_BOX,       /* a text box */
  DOUBLET_DOCX_ROLE_NOTE,      /* a foot- or endnote */
  DOUBLET_DOCX_ROLE_ALTERNATE, /* several ways to say the same, the best one first */
} DoubletDocxRole;

/* An open element, and what it means for what is in it. */
typedef struct
{
  DoubletDocxRole      role;
  gboolean             is_done; /* of a row or cell: it is not in this version; of alternates: one was taken */
  DoubletDocxParagraph paragraph;
  DoubletDocxRun       run;
  guint                n_fields; /* of a text box: those open around it */
} DoubletDocxFrame;

/* Where a walk through a part stands. */
typedef struct
{
  DoubletDocxContext    *context;
  DoubletDocxNotes      *notes; /* (nullable): those that the part holds */
  DoubletXmlStream      *stream;
  const DoubletProgress *progress; /* (nullable) */
  GArray                *frames;   /* DoubletDocxFrame, one for each open element */
  guint                  n_notes;  /* that were found */
  DoubletDocxFields      fields;   /* those that are open */
} DoubletDocxWalk;

DoubletDocxFrame *doublet_docx_walk_find_frame (const DoubletDocxWalk *walk,
                                                DoubletDocxRole        role);
void              doublet_docx_walk_append_text (DoubletDocxWalk *walk,
                                                 const char      *text);
void              doublet_docx_walk_insert_diagram (DoubletDocxWalk *walk);
gboolean          doublet_docx_walk_read_sign (DoubletDocxWalk *walk,
                                               const char      *name);

G_END_DECLS
