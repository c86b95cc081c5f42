/* list-scope.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "navigator.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_LIST_SCOPE (doublet_list_scope_get_type ())

/* Over the list: which articles it is about, and how much it holds. */
G_DECLARE_FINAL_TYPE (DoubletListScope, doublet_list_scope, DOUBLET, LIST_SCOPE, GtkWidget)

GtkWidget *doublet_list_scope_new (DoubletNavigator *navigator);

G_END_DECLS
