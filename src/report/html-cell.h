/* html-cell.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-text.h"

G_BEGIN_DECLS

void doublet_html_write_row (DoubletHtmlText *texts,
                             guint32          row,
                             DoubletHtmlPage *page);

G_END_DECLS
