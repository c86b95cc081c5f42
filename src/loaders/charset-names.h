/* charset-names.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A character set that Doublet knows by name. */
typedef struct
{
  const char *name;     /* what people call it, and what an article says of itself */
  const char *encoding; /* what iconv is asked for */
  const char *aliases;  /* folded, parted by spaces; the folded name is understood anyway */
} DoubletCharset;

const DoubletCharset *doublet_charset_find (const char *name);
const DoubletCharset *doublet_charset_get_all (guint *n_charsets);
gboolean              doublet_charset_is_supported (const char *name);

G_END_DECLS
