/* pdf-readers.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-reader.h"
#include "reader.h"

const DoubletReader doublet_pdf_readers[] = {
  { "pdf", doublet_pdf_reader_load, NULL, DOUBLET_RIGHTS_FILES, 1024, 24 },
  { NULL },
};
