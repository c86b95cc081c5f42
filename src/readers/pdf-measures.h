/* pdf-measures.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pdf-lines.h"

G_BEGIN_DECLS

/* Lines that stand in one column without a jump: its edges. */
typedef struct
{
  double left;
  double right;
} DoubletPdfColumn;

typedef struct
{
  const DoubletPdfLines *lines;         /* borrowed */
  DoubletPdfColumn      *columns;       /* for each line */
  double                 body_size;     /* of most of the text */
  double                 pitch;         /* from line to line, in sizes */
  double                *page_pitches;  /* for each line: that of its page, or 0 */
  GArray                *heading_sizes; /* double, falling */
} DoubletPdfMeasures;

void  doublet_pdf_measures_init (DoubletPdfMeasures    *self,
                                 const DoubletPdfLines *lines);
void  doublet_pdf_measures_clear (DoubletPdfMeasures *self);
guint doublet_pdf_measures_find_heading_level (const DoubletPdfMeasures *self,
                                               double                    size);

gboolean doublet_pdf_is_same_size (double a,
                                   double b);
gboolean doublet_pdf_follows_below (const DoubletPdfLine *line,
                                    const DoubletPdfLine *next);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoubletPdfMeasures, doublet_pdf_measures_clear)

G_END_DECLS
