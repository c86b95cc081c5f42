/* html-article.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-tree.h"

G_BEGIN_DECLS

GArray *doublet_html_find_article (const DoubletHtmlTree *tree,
                                   guint                  headline,
                                   guint8                *is_left_out);

G_END_DECLS
