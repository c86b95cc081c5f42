/* pdf-metadata.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <poppler.h>

G_BEGIN_DECLS

char *doublet_pdf_metadata_find_title (PopplerDocument *document);
char *doublet_pdf_metadata_find_language (PopplerDocument *document,
                                          GBytes          *bytes);

G_END_DECLS
