/* item-wording.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "navigator.h"

G_BEGIN_DECLS

/* Words for the lines of the list: one wording for the row, for those who hear it
 * and for the status line. */
char      *doublet_item_wording_heading (DoubletNavigator *navigator,
                                         guint             item);
char      *doublet_item_wording_excerpt (DoubletNavigator *navigator,
                                         guint             item);
char      *doublet_item_wording_facts (DoubletNavigator *navigator,
                                       guint             item);
char      *doublet_item_wording_remarks (DoubletNavigator *navigator,
                                         guint             item);
char      *doublet_item_wording_letters (DoubletNavigator *navigator,
                                         guint             item);
char      *doublet_item_wording_spoken (DoubletNavigator *navigator,
                                        guint             item);
char      *doublet_item_wording_status (DoubletNavigator *navigator);
GPtrArray *doublet_item_wording_labels (DoubletNavigator *navigator,
                                        guint             item);

G_END_DECLS
