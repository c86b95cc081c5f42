/* html-source.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for "&" while a page is parsed: a character that libxml2 takes for any other,
 * and that no text needs. */
#define DOUBLET_HTML_AMPERSAND '\x7f'

GString *doublet_html_make_source (const char *text,
                                   gsize       n_bytes);

G_END_DECLS
