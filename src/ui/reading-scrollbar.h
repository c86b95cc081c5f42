/* reading-scrollbar.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_READING_SCROLLBAR (doublet_reading_scrollbar_get_type ())

/*
 * The one scrollbar of all columns.  A text view finds heights, and with them the
 * length of the whole, while it is being drawn; a scrollbar that heard of it at once
 * would have to be laid out in the middle of a frame.  This one hears a moment later.
 *
 * Signal "touched": a person takes hold of it.
 */
G_DECLARE_FINAL_TYPE (DoubletReadingScrollbar, doublet_reading_scrollbar, DOUBLET, READING_SCROLLBAR, GtkWidget)

GtkWidget *doublet_reading_scrollbar_new (void);
void       doublet_reading_scrollbar_set_source (DoubletReadingScrollbar *self,
                                                 GtkAdjustment           *source);

G_END_DECLS
