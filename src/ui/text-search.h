/* text-search.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More hits than this are not listed: nobody goes through them. */
#define DOUBLET_TEXT_SEARCH_MOST 100000

/* A range of bytes, half-open. */
typedef struct
{
  guint32 start;
  guint32 end;
} DoubletByteRange;

GArray *doublet_text_search_run (const char *text,
                                 gsize       n_bytes,
                                 const char *needle);

G_END_DECLS
