/* decoder.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress.h"
#include "utf8.h"

G_BEGIN_DECLS

/*
 * Bytes as text.  The text is valid UTF-8 without NUL, whatever the bytes were:
 * each byte (in UTF-16 and UTF-32, each unit) that means nothing in the encoding, and
 * each NUL, became one U+FFFD.
 */
typedef struct
{
  char *text; /* owned, with a NUL behind it */
  gsize n_bytes;
  gsize n_chars;
  gsize n_replaced; /* U+FFFD that were put in */
  gsize n_controls; /* control characters other than white space, NULs among them */
} DoubletDecoded;

gboolean doublet_decoder_run (const guint8          *bytes,
                              gsize                  n_bytes,
                              const char            *encoding,
                              DoubletDecoded        *decoded,
                              const DoubletProgress *progress,
                              GError               **error);
gboolean doublet_decoder_copy_valid (const guint8            *bytes,
                                     gsize                    n_bytes,
                                     const DoubletUtf8Counts *counts,
                                     DoubletDecoded          *decoded,
                                     const DoubletProgress   *progress,
                                     GError                 **error);
void     doublet_decoder_prepare (const char *encoding);
void     doublet_decoded_clear (DoubletDecoded *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoubletDecoded, doublet_decoded_clear)

G_END_DECLS
