/* reading-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_READING_VIEW (doublet_reading_view_get_type ())

/*
 * The articles side by side: a heading and a text for each column of the navigator,
 * rows at equal heights, marks, and the strips at the right.  It follows the
 * navigator and tells it what a person clicks in the text.
 *
 * With one column it shows one centred text; in the Repeated lens, when a passage is
 * selected, the same article a second time beside it at the other copy.
 */
G_DECLARE_FINAL_TYPE (DoubletReadingView, doublet_reading_view, DOUBLET, READING_VIEW, GtkWidget)

/* Long texts are ready to be shown. */
typedef void (*DoubletReadingReadyFunc) (gpointer user_data);

GtkWidget *doublet_reading_view_new (DoubletNavigator *navigator);
void       doublet_reading_view_set_heading (DoubletReadingView *self,
                                             guint               column,
                                             GtkWidget          *heading);
void       doublet_reading_view_set_text_scale (DoubletReadingView *self,
                                                double              scale);
gboolean   doublet_reading_view_prepare (DoubletReadingView     *self,
                                         DoubletCollation       *collation,
                                         DoubletReadingReadyFunc ready,
                                         gpointer                user_data);
guint      doublet_reading_view_find (DoubletReadingView *self,
                                      const char         *text,
                                      int                 direction);
void       doublet_reading_view_grab_column (DoubletReadingView *self,
                                             guint               column);

/* What is marked at the caret, in words; property "status" notifies. */
const char *doublet_reading_view_get_status (DoubletReadingView *self);

G_END_DECLS
