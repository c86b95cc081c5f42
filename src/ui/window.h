/* window.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_WINDOW (doublet_window_get_type ())

/* One comparison. */
G_DECLARE_FINAL_TYPE (DoubletWindow, doublet_window, DOUBLET, WINDOW, GtkApplicationWindow)

GtkWidget *doublet_window_new (GtkApplication *application);
void       doublet_window_open (DoubletWindow *self,
                                GFile        **files,
                                guint          n_files);
gboolean   doublet_window_is_empty (DoubletWindow *self);

G_END_DECLS
