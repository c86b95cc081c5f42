/* offset-map.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Between bytes and code points of one UTF-8 text: the only place where one
 * becomes the other.  Below the window everything counts in bytes; JSON and
 * GtkTextBuffer count in code points.
 *
 * Immutable after doublet_offset_map_init(); it borrows the text.
 */
typedef struct
{
  const char *text;
  gsize       n_bytes;
  gsize       n_chars;
  guint32    *chars_at; /* code points before every DOUBLET_OFFSET_MAP_STEP-th byte; NULL for ASCII */
} DoubletOffsetMap;

void  doublet_offset_map_init (DoubletOffsetMap *self,
                               const char       *text,
                               gsize             n_bytes,
                               gsize             n_chars);
void  doublet_offset_map_clear (DoubletOffsetMap *self);
gsize doublet_offset_map_to_chars (const DoubletOffsetMap *self,
                                   gsize                   byte_offset);
gsize doublet_offset_map_to_bytes (const DoubletOffsetMap *self,
                                   gsize                   char_offset);

G_END_DECLS
