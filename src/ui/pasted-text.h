/* pasted-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The bytes of what another program calls "text/html", on the clipboard or in a drop. */
typedef GBytes DoubletPastedPage;

#define DOUBLET_TYPE_PASTED_PAGE (doublet_pasted_page_get_type ())

GType   doublet_pasted_page_get_type (void) G_GNUC_CONST;
GBytes *doublet_pasted_page_clean (GBytes *bytes);
char   *doublet_pasted_page_get_words (GBytes *page);
char   *doublet_pasted_text_make_name (const char *text);

G_END_DECLS
