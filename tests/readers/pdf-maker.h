/* pdf-maker.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PDF_MAKER_MAX_PAGES 8

/*
 * Documents of pages that are given as lines at places, in points from the lower left
 * corner of a page of 600 by 800.
 */
typedef struct
{
  GString    *pages[PDF_MAKER_MAX_PAGES]; /* what is drawn */
  guint       n_pages;
  const char *info;      /* (nullable): entries */
  const char *trailer;   /* (nullable): more entries */
  const char *catalogue; /* (nullable): more entries */
  const char *page;      /* (nullable): more entries of every page */
  const char *font;      /* (nullable): entries of its font, instead of Helvetica */
} PdfMaker;

void    pdf_maker_add_page (PdfMaker *self);
void    pdf_maker_add_line (PdfMaker   *self,
                            int         x,
                            int         y,
                            int         size,
                            const char *text);
void    pdf_maker_add_lines (PdfMaker          *self,
                             int                x,
                             int                y,
                             const char *const *lines);
GBytes *pdf_maker_finish (PdfMaker *self);

G_END_DECLS
