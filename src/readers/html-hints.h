/* html-hints.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-tree.h"

G_BEGIN_DECLS

gboolean doublet_html_is_unlikely (const DoubletHtmlTree *tree,
                                   guint                  node);
gboolean doublet_html_is_unseen (const DoubletHtmlTree *tree,
                                 guint                  node);
gboolean doublet_html_is_byline (const DoubletHtmlTree *tree,
                                 guint                  node);
gboolean doublet_html_is_sharing (const DoubletHtmlTree *tree,
                                  guint                  node);
int      doublet_html_weigh_names (const DoubletHtmlTree *tree,
                                   guint                  node);

G_END_DECLS
