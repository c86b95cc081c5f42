/* list-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_LIST_ROW (doublet_list_row_get_type ())

/* A line of the list: its sign, what it is, where it stands, how it begins. */
G_DECLARE_FINAL_TYPE (DoubletListRow, doublet_list_row, DOUBLET, LIST_ROW, GtkWidget)

GtkWidget *doublet_list_row_new (DoubletNavigator *navigator);
void       doublet_list_row_set_item (DoubletListRow *self,
                                      guint           item);

G_END_DECLS
