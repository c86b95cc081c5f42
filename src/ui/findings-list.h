/* findings-list.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_FINDINGS_LIST (doublet_findings_list_get_type ())

/*
 * The list at the side: changes or passages, with filter, order and scope.
 *
 * Signal "activated": a person pressed Return on a line: to the text.
 */
G_DECLARE_FINAL_TYPE (DoubletFindingsList, doublet_findings_list, DOUBLET, FINDINGS_LIST, GtkWidget)

GtkWidget *doublet_findings_list_new (DoubletNavigator *navigator);
void       doublet_findings_list_set_top (DoubletFindingsList *self,
                                          GtkWidget           *top);
void       doublet_findings_list_grab_list (DoubletFindingsList *self);
void       doublet_findings_list_grab_filter (DoubletFindingsList *self);

G_END_DECLS
