/* fuzz-pdf.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "article-text.h"
#include "pdf-maker.h"
#include "pdf-reader.h"

#include <string.h>

/*
 * A PDF document: a whole file if the data are one, else what is drawn on its pages,
 * which a form feed parts.  What is made of places and sizes of letters is ours, the
 * rest is poppler's.
 */

static GBytes *
make_document (const uint8_t *data,
               size_t         size)
{
  PdfMaker maker = { 0 };

  if (size >= 4 && memcmp (data, "%PDF", 4) == 0)
    return g_bytes_new (data, size);

  pdf_maker_add_page (&maker);
  for (size_t i = 0; i < size; i++)
    if (data[i] == '\f' && maker.n_pages < PDF_MAKER_MAX_PAGES)
      pdf_maker_add_page (&maker);
    else if (data[i] != '\0')
      g_string_append_c (maker.pages[maker.n_pages - 1], (char)data[i]);
  return pdf_maker_finish (&maker);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = make_document (data, size);

  article_text_assert_sound (doublet_pdf_reader_load, bytes);
  return 0;
}
