/* find-bar.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "reading-view.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_FIND_BAR (doublet_find_bar_get_type ())

/* Looks for words in the texts. */
G_DECLARE_FINAL_TYPE (DoubletFindBar, doublet_find_bar, DOUBLET, FIND_BAR, GtkWidget)

GtkWidget *doublet_find_bar_new (DoubletReadingView *reading_view);
void       doublet_find_bar_open (DoubletFindBar *self);
gboolean   doublet_find_bar_close (DoubletFindBar *self);
void       doublet_find_bar_step (DoubletFindBar *self,
                                  int             direction);

G_END_DECLS
