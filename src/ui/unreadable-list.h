/* unreadable-list.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "collation.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_UNREADABLE_LIST (doublet_unreadable_list_get_type ())

/* What could not be read, why, and what to do about it: "win.retry-input" and
 * "win.remove-input" with the number of the input. */
G_DECLARE_FINAL_TYPE (DoubletUnreadableList, doublet_unreadable_list, DOUBLET, UNREADABLE_LIST, GtkWidget)

GtkWidget *doublet_unreadable_list_new (void);
void       doublet_unreadable_list_set_collation (DoubletUnreadableList  *self,
                                                  const DoubletCollation *collation);

G_END_DECLS
