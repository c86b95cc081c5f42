/* pdf-labels.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pdf-lines.h"

G_BEGIN_DECLS

/* What stands before an item of a list. */
typedef enum
{
  DOUBLET_PDF_NO_LABEL,
  DOUBLET_PDF_BULLET, /* nothing else is one */
  DOUBLET_PDF_DASH,   /* may be text */
  DOUBLET_PDF_NUMBER, /* may be text */
} DoubletPdfLabelKind;

typedef struct
{
  DoubletPdfLabelKind kind;
  guint               number;
  gunichar            sign; /* the first character of it that is no figure: "." */
  gsize               end;  /* where the text begins behind it */
  double              left; /* likewise on the page */
  gboolean            is_item;
} DoubletPdfLabel;

DoubletPdfLabel doublet_pdf_label_read (const DoubletPdfLines *lines,
                                        const DoubletPdfLine  *line);
gboolean        doublet_pdf_label_continues (const DoubletPdfLabel *self,
                                             const DoubletPdfLabel *next);

G_END_DECLS
