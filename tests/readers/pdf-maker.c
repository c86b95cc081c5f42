/* pdf-maker.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-maker.h"

/**
 * pdf_maker_add_page:
 * @self: a document of less than %PDF_MAKER_MAX_PAGES pages
 *
 * Adds an empty page.
 */
void
pdf_maker_add_page (PdfMaker *self)
{
  self->pages[self->n_pages++] = g_string_new (NULL);
}

/**
 * pdf_maker_add_line:
 * @self: a document with a page
 * @x: where the line begins
 * @y: where its letters stand
 * @size: of the letters
 * @text: what is between the parentheses of a string of PDF
 */
void
pdf_maker_add_line (PdfMaker   *self,
                    int         x,
                    int         y,
                    int         size,
                    const char *text)
{
  g_string_append_printf (self->pages[self->n_pages - 1], "BT /F1 %d Tf %d %d Td (%s) Tj ET\n", size, x, y, text);
}

/**
 * pdf_maker_add_lines:
 * @self: a document with a page
 * @x: where the lines begin
 * @y: where the first of them stands
 * @lines: ended by %NULL
 *
 * Adds lines of 12 points with 14 points from one to the next.
 */
void
pdf_maker_add_lines (PdfMaker          *self,
                     int                x,
                     int                y,
                     const char *const *lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    pdf_maker_add_line (self, x, y - 14 * (int)i, 12, lines[i]);
}

static void
begin_object (GString *pdf,
              GArray  *offsets)
{
  gsize offset = pdf->len;

  g_array_append_val (offsets, offset);
  g_string_append_printf (pdf, "%u 0 obj\n", offsets->len);
}

/**
 * pdf_maker_finish:
 * @self: a document; its pages are freed
 *
 * Returns: (transfer full): what its file holds
 */
GBytes *
pdf_maker_finish (PdfMaker *self)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize at;

  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "<< /Type /Catalog /Pages 2 0 R %s >>\nendobj\n", self->catalogue != NULL ? self->catalogue : "");
  begin_object (pdf, offsets);
  g_string_append (pdf, "<< /Type /Pages /Kids [");
  for (guint i = 0; i < self->n_pages; i++)
    g_string_append_printf (pdf, " %u 0 R", 5 + 2 * i);
  g_string_append_printf (pdf, " ] /Count %u >>\nendobj\n", self->n_pages);
  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "<< /Type /Font %s >>\nendobj\n", self->font != NULL ? self->font : "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding");
  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "<< %s >>\nendobj\n", self->info != NULL ? self->info : "");
  for (guint i = 0; i < self->n_pages; i++)
    {
      begin_object (pdf, offsets);
      g_string_append_printf (pdf,
                              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %u 0 R "
                              "/Resources << /Font << /F1 3 0 R >> >> %s >>\nendobj\n",
                              6 + 2 * i, self->page != NULL ? self->page : "");
      begin_object (pdf, offsets);
      g_string_append_printf (pdf, "<< /Length %u >>\nstream\n", (guint)self->pages[i]->len);
      g_string_append_len (pdf, self->pages[i]->str, (gssize)self->pages[i]->len);
      g_string_append (pdf, "\nendstream\nendobj\n");
      g_string_free (self->pages[i], TRUE);
    }

  at = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010u 00000 n \n", (guint)g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf, "trailer\n<< /Size %u /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%u\n%%%%EOF\n",
                          offsets->len + 1, self->trailer != NULL ? self->trailer : "", (guint)at);
  return g_string_free_to_bytes (pdf);
}
