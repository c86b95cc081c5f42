/* zip-maker.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file to be put into an archive; an array of them ends with one without a name. */
typedef struct
{
  const char *name;
  const char *content;
  gsize       n_bytes; /* 0: as many as there are before a NUL */
} ZipMember;

void    zip_maker_set_stored (gboolean is_stored);
void    zip_maker_set_large (gboolean is_large);
GBytes *zip_maker_pack (const ZipMember *members);
GBytes *zip_maker_pack_one (const char *name,
                            const char *content,
                            gsize       n_bytes);
GBytes *zip_maker_pack_docx (const char *body);
GBytes *zip_maker_pack_odt (const char *body);
GBytes *zip_maker_pack_epub (const char *body);
void    zip_maker_add (gpointer    writer,
                       const char *name,
                       const char *content,
                       gsize       n_bytes);

G_END_DECLS
