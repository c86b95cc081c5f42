/* pdf-lines.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/*
 * A printed line: bytes start to end (half-open) of the text of all.  Lengths are in
 * points; from the left means from where reading begins, so in Arabic from the right
 * edge of the page.
 */
typedef struct
{
  gsize  start;
  gsize  end;
  guint  page;
  double page_height;
  double left;
  double right;
  double top;
  double base;       /* where the letters of its usual size end below */
  double size;       /* of most of its letters */
  double first_word; /* how wide the first word is */
} DoubletPdfLine;

/* The lines of a document in the order in which they are read. */
typedef struct
{
  GString *text;
  GArray  *lines; /* DoubletPdfLine */
} DoubletPdfLines;

void  doublet_pdf_lines_init (DoubletPdfLines *self);
void  doublet_pdf_lines_clear (DoubletPdfLines *self);
guint doublet_pdf_lines_add_page (DoubletPdfLines *self,
                                  PopplerPage     *page,
                                  guint            number);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoubletPdfLines, doublet_pdf_lines_clear)

G_END_DECLS
