/* pdf-columns.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pdf-lines.h"

G_BEGIN_DECLS

void doublet_pdf_columns_order (const char *text,
                                GArray     *pieces,
                                guint      *n_cells);

G_END_DECLS
