/* pdf-lines.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-lines.h"

#include "pdf-columns.h"
#include "pdf-pieces.h"

/**
 * doublet_pdf_lines_init:
 * @self: what becomes lines
 */
void
doublet_pdf_lines_init (DoubletPdfLines *self)
{
  self->text = g_string_new (NULL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (DoubletPdfLine));
  self->n_cells = 0;
}

/**
 * doublet_pdf_lines_clear:
 * @self: lines
 */
void
doublet_pdf_lines_clear (DoubletPdfLines *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
}

/* A space parts the pieces of a line. */
static void
join_piece (DoubletPdfLines      *self,
            const DoubletPdfLine *piece,
            const GString        *text)
{
  DoubletPdfLine *line = &g_array_index (self->lines, DoubletPdfLine, self->lines->len - 1);

  if (line->gap <= 0)
    line->gap = piece->left - line->right;
  line->right = MAX (line->right, piece->right);
  line->top = MIN (line->top, piece->top);
  if (piece->end - piece->start > line->end - line->start)
    {
      line->size = piece->size;
      line->base = piece->base;
    }
  g_string_append_c (self->text, ' ');
  g_string_append_len (self->text, text->str + piece->start, (gssize)(piece->end - piece->start));
  line->end = self->text->len;
}

static void
add_piece (DoubletPdfLines      *self,
           const DoubletPdfLine *piece,
           const GString        *text)
{
  DoubletPdfLine line = *piece;

  line.start = self->text->len;
  g_string_append_len (self->text, text->str + piece->start, (gssize)(piece->end - piece->start));
  line.end = self->text->len;
  g_array_append_val (self->lines, line);
}

/**
 * doublet_pdf_lines_add_page:
 * @self: lines
 * @page: a page
 * @number: which it is, from 0
 *
 * Adds the lines of a page.
 *
 * Returns: how many there are
 */
guint
doublet_pdf_lines_add_page (DoubletPdfLines *self,
                            PopplerPage     *page,
                            guint            number)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (DoubletPdfLine));
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_before = self->lines->len;

  doublet_pdf_pieces_read (page, number, text, pieces);
  doublet_pdf_columns_order (text->str, pieces, &self->n_cells);

  for (guint i = 0; i < pieces->len; i++)
    {
      const DoubletPdfLine *piece = &g_array_index (pieces, DoubletPdfLine, i);

      if (piece->joins && self->lines->len > n_before)
        join_piece (self, piece, text);
      else
        add_piece (self, piece, text);
    }
  return self->lines->len - n_before;
}

/**
 * doublet_pdf_lines_get:
 * @self: lines
 * @i: a number below that of the lines
 *
 * Returns: (transfer none): one of them
 */
DoubletPdfLine *
doublet_pdf_lines_get (const DoubletPdfLines *self,
                       guint                  i)
{
  return &g_array_index (self->lines, DoubletPdfLine, i);
}
