/* readers.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-reader.h"
#include "markdown-reader.h"
#include "reader.h"

/* Memory: measured on pages and books of 1 to 50 MB, and twice as much for the worst. */
const DoubletReader doublet_readers[] = {
  { "html", doublet_html_reader_load, doublet_html_reader_prepare, DOUBLET_RIGHTS_NONE, 256, 80 },
  { "markdown", doublet_markdown_reader_load, doublet_markdown_reader_prepare, DOUBLET_RIGHTS_NONE, 256, 120 },
  { NULL },
};
