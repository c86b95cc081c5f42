/* pdf-pieces.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pdf-lines.h"

G_BEGIN_DECLS

/* Adds what poppler calls the lines of a page, with their text: often pieces of what
 * the eye calls one. */
void doublet_pdf_pieces_read (PopplerPage *page,
                              guint        number,
                              GString     *text,
                              GArray      *pieces);

G_END_DECLS
