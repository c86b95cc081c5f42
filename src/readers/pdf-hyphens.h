/* pdf-hyphens.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pdf-lines.h"

G_BEGIN_DECLS

/* What a hyphen at the end of a line means. */
typedef enum
{
  DOUBLET_PDF_HYPHEN_SOFT,  /* only the end of the line has brought it */
  DOUBLET_PDF_HYPHEN_HARD,  /* the word is written with it */
  DOUBLET_PDF_HYPHEN_APART, /* it stands for the rest of a word: "pre- and postwar" */
} DoubletPdfHyphen;

/* The words of a document, by which its hyphens are told apart. */
typedef struct _DoubletPdfHyphens DoubletPdfHyphens;

DoubletPdfHyphens *doublet_pdf_hyphens_new (const DoubletPdfLines *lines);
void               doublet_pdf_hyphens_free (DoubletPdfHyphens *self);
DoubletPdfHyphen   doublet_pdf_hyphens_judge (const DoubletPdfHyphens *self,
                                              const char              *start,
                                              const char              *hyphen,
                                              const char              *next,
                                              const char              *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletPdfHyphens, doublet_pdf_hyphens_free)

G_END_DECLS
