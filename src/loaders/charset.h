/* charset.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "decoder.h"

G_BEGIN_DECLS

/* Which character set a text was decoded from. */
typedef struct
{
  const char *name;    /* interned: as people call it */
  gboolean    guessed; /* by statistics: not asked for, not by a mark, not by validity */
} DoubletCharsetFound;

gboolean doublet_charset_decode (const guint8          *bytes,
                                 gsize                  n_bytes,
                                 const char            *charset,
                                 DoubletDecoded        *decoded,
                                 DoubletCharsetFound   *found,
                                 const DoubletProgress *progress,
                                 GError               **error);
void     doublet_charset_prepare (const guint8 *bytes,
                                  gsize         n_bytes,
                                  const char   *charset);

G_END_DECLS
