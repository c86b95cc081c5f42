/* pdf-paragraphs.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"
#include "pdf-lines.h"

G_BEGIN_DECLS

void doublet_pdf_paragraphs_build (const DoubletPdfLines *lines,
                                   DoubletArticleBuilder *builder);

G_END_DECLS
