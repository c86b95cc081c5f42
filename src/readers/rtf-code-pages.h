/* rtf-code-pages.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "charset-names.h"

G_BEGIN_DECLS

/* Windows' numbers, the last one apart: the font Symbol has a page of its own there, fonts
 * made of little pictures have none. */
#define DOUBLET_CODE_PAGE_PC 437
#define DOUBLET_CODE_PAGE_PCA 850
#define DOUBLET_CODE_PAGE_WESTERN 1252
#define DOUBLET_CODE_PAGE_MACINTOSH 10000
#define DOUBLET_CODE_PAGE_SYMBOL 42
#define DOUBLET_CODE_PAGE_PICTURES 43

/*
 * The code pages of one document, each opened once.  A person's choice of a character
 * set stands for every page that says no more than "Western" or "the usual one".
 */
typedef struct _DoubletCodePages DoubletCodePages;

DoubletCodePages *doublet_code_pages_new (const DoubletCharset *charset);
void              doublet_code_pages_free (DoubletCodePages *self);
void              doublet_code_pages_decode (DoubletCodePages *self,
                                             guint             code_page,
                                             const guint8     *bytes,
                                             gsize             n_bytes,
                                             GString          *text);
gsize             doublet_code_pages_get_n_replaced (const DoubletCodePages *self);

guint    doublet_code_page_of_font (int font_charset);
char    *doublet_code_page_get_charset (guint code_page);
gunichar doublet_code_page_get_symbol (guint  code_page,
                                       guint8 byte);
void     doublet_code_page_prepare (guint code_page);
void     doublet_code_page_prepare_charset (const DoubletCharset *charset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletCodePages, doublet_code_pages_free)

G_END_DECLS
