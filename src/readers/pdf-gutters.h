/* pdf-gutters.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pdf-lines.h"

G_BEGIN_DECLS

/* Gutters that are followed at once. */
#define DOUBLET_PDF_MAX_GUTTERS 16

typedef struct
{
  double low;
  double high;
} DoubletPdfGutter;

/* What a number of rows leaves free from top to bottom, from left to right. */
typedef struct
{
  DoubletPdfGutter gutters[DOUBLET_PDF_MAX_GUTTERS];
  guint            n;
  double           low; /* where the rows begin */
  double           high;
} DoubletPdfGutters;

void                    doublet_pdf_gutters_init (DoubletPdfGutters *self);
void                    doublet_pdf_gutters_subtract (DoubletPdfGutters    *self,
                                                      const DoubletPdfLine *piece);
const DoubletPdfGutter *doublet_pdf_gutters_find_widest (const DoubletPdfGutters *self);
void                    doublet_pdf_gutters_keep_inner (DoubletPdfGutters *self);

G_END_DECLS
