/* html-linked-data.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-tree.h"

G_BEGIN_DECLS

/* What a page says of its article to search engines. */
typedef struct
{
  char      *headline; /* owned, (nullable) */
  GPtrArray *authors;  /* owned, (nullable): their names */
} DoubletHtmlLinkedData;

void doublet_html_linked_data_read (DoubletHtmlLinkedData *self,
                                    const DoubletHtmlTree *tree);
void doublet_html_linked_data_clear (DoubletHtmlLinkedData *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoubletHtmlLinkedData, doublet_html_linked_data_clear)

G_END_DECLS
