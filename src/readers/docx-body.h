/* docx-body.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "docx-styles.h"
#include "load-options.h"
#include "paragraph-flow.h"

G_BEGIN_DECLS

/* Notes in the order in which the text refers to them. */
typedef struct
{
  GPtrArray  *paragraphs; /* owned DoubletParagraphs */
  GHashTable *by_id;      /* owned id -> borrowed DoubletParagraphs */
} DoubletDocxNotes;

/* What walks through the parts of one document shares. */
typedef struct
{
  DoubletDocxStyles    *styles;
  DoubletParagraphFlow *flow;
  DoubletTracked        tracked;
  DoubletDocxNotes      footnotes;
  DoubletDocxNotes      endnotes;
  GHashTable           *languages;   /* owned tag -> bytes of text, as pointer */
  gboolean              has_imports; /* documents within the document, which are not read */
} DoubletDocxContext;

void doublet_docx_context_init (DoubletDocxContext *self);
void doublet_docx_context_clear (DoubletDocxContext *self);

DoubletXmlFault doublet_docx_body_read (DoubletDocxContext    *context,
                                        GBytes                *part,
                                        const DoubletProgress *progress);
DoubletXmlFault doublet_docx_notes_read (DoubletDocxContext    *context,
                                         DoubletDocxNotes      *notes,
                                         GBytes                *part,
                                         const DoubletProgress *progress);

G_END_DECLS
