/* pdf-tables.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pdf-gutters.h"

G_BEGIN_DECLS

gboolean doublet_pdf_tables_has_steps (const DoubletPdfLine   *pieces,
                                       guint                   n_pieces,
                                       const DoubletPdfGutter *gutter);
guint    doublet_pdf_tables_order (const char     *text,
                                   DoubletPdfLine *pieces,
                                   guint           n_pieces,
                                   guint          *n_cells);

G_END_DECLS
