/* readers.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-reader.h"
#include "epub-reader.h"
#include "html-reader.h"
#include "markdown-reader.h"
#include "odt-reader.h"
#include "reader.h"
#include "rtf-reader.h"
#include "zip-archive.h"

/* Memory: measured on pages and books of 1 to 50 MB, and twice as much for the worst;
 * of what is packed: the unpacked text, its tree for a book's chapter, and the article
 * twice. */
const DoubletReader doublet_readers[] = {
  { "docx", doublet_docx_reader_load, doublet_zip_archive_prepare, DOUBLET_RIGHTS_NONE, 1024, 2 },
  { "epub", doublet_epub_reader_load, doublet_epub_reader_prepare, DOUBLET_RIGHTS_NONE, 1536, 2 },
  { "html", doublet_html_reader_load, doublet_html_reader_prepare, DOUBLET_RIGHTS_NONE, 256, 40 },
  { "markdown", doublet_markdown_reader_load, doublet_markdown_reader_prepare, DOUBLET_RIGHTS_NONE, 256, 60 },
  { "odt", doublet_odt_reader_load, doublet_zip_archive_prepare, DOUBLET_RIGHTS_NONE, 1024, 2 },
  { "rtf", doublet_rtf_reader_load, doublet_rtf_reader_prepare, DOUBLET_RIGHTS_NONE, 128, 16 },
  { NULL },
};
