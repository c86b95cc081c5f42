/* pdf-lines.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* Around letters that are smaller and higher than the rest of their line, which can be
 * the mark of a note.  No document holds these two: they are no characters. */
#define DOUBLET_PDF_RAISED 0xfdd0
#define DOUBLET_PDF_LOWERED 0xfdd1
#define DOUBLET_PDF_RAISED_BYTES 3

/*
 * A printed line, or a piece of one: bytes start to end (half-open) of the text of all.
 * Lengths are in points; from the left means from where reading begins, so in Arabic
 * from the right edge of the page.
 */
typedef struct
{
  gsize    start;
  gsize    end;
  guint    page;
  double   page_height;
  double   left;
  double   right;
  double   top;
  double   base;       /* where the letters of its usual size end below */
  double   size;       /* of most of its letters */
  double   first_word; /* how wide the first word is */
  double   gap;        /* from the first word to the second, 0 if there is none */
  guint    row;        /* from the top of the page, or of what is being put in order */
  guint    cell;       /* its cell in a table, another number for each; 0 for none */
  gboolean is_aside;   /* runs in another direction than the page: up its edge, say */
  gboolean is_note;    /* of a footnote */
  gboolean starts_note;
  gboolean joins; /* a piece that goes on with the line of the piece before */
} DoubletPdfLine;

/* The lines of a document in the order in which they are read. */
typedef struct
{
  GString *text;
  GArray  *lines; /* DoubletPdfLine */
  guint    n_cells;
} DoubletPdfLines;

void            doublet_pdf_lines_init (DoubletPdfLines *self);
void            doublet_pdf_lines_clear (DoubletPdfLines *self);
guint           doublet_pdf_lines_add_page (DoubletPdfLines *self,
                                            PopplerPage     *page,
                                            guint            number);
DoubletPdfLine *doublet_pdf_lines_get (const DoubletPdfLines *self,
                                       guint                  i);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoubletPdfLines, doublet_pdf_lines_clear)

G_END_DECLS
