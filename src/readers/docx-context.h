/* docx-context.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "docx-package.h"
#include "docx-properties.h"
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
  DoubletDocxPackage   *package;
  DoubletDocxStyles    *styles;
  DoubletParagraphFlow *flow;
  DoubletTracked        tracked;
  DoubletDocxNotes      footnotes;
  DoubletDocxNotes      endnotes;
  GHashTable           *languages;      /* owned tag -> bytes of text, as pointer */
  gboolean              is_inserted;    /* it is itself a document within another */
  gboolean              lacks_inserted; /* documents within this one could not be read, or not wholly */
} DoubletDocxContext;

void doublet_docx_context_init (DoubletDocxContext *self);
void doublet_docx_context_clear (DoubletDocxContext *self);

void        doublet_docx_context_count_text (DoubletDocxContext         *self,
                                             const char                 *text,
                                             const DoubletDocxRun       *run,
                                             const DoubletDocxParagraph *paragraph);
const char *doublet_docx_context_get_language (const DoubletDocxContext *self);
void        doublet_docx_notes_refer (DoubletDocxNotes *self,
                                      char             *id);

G_END_DECLS
