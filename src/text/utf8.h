/* utf8.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in a stretch of UTF-8. */
typedef struct
{
  gsize n_chars;    /* code points */
  gsize n_beyond;   /* of these, those beyond ASCII */
  gsize n_controls; /* of these, control characters of ASCII that are no white space */
} DoubletUtf8Counts;

const char *doublet_utf8_scan (const char        *text,
                               gsize              n_bytes,
                               DoubletUtf8Counts *counts);
const char *doublet_utf8_skip_printable (const char *text,
                                         const char *end);
gboolean    doublet_utf8_is_ascii (const char *text,
                                   gsize       n_bytes);
gsize       doublet_utf8_count_chars (const char *text,
                                      gsize       n_bytes);

G_END_DECLS
