/* readers.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader.h"

#include "docx-reader.h"
#include "epub-reader.h"
#include "odt-reader.h"
#include "zip-archive.h"

const DoubletReader doublet_readers[] = {
  /* Unpacked text, its tree for a book's chapter, and the article twice. */
  { "docx", doublet_docx_reader_load, doublet_zip_archive_prepare, DOUBLET_RIGHTS_NONE, 1024, 2 },
  { "epub", doublet_epub_reader_load, doublet_zip_archive_prepare, DOUBLET_RIGHTS_NONE, 1536, 2 },
  { "odt", doublet_odt_reader_load, doublet_zip_archive_prepare, DOUBLET_RIGHTS_NONE, 1024, 2 },
  { NULL },
};
