/* open-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DoubletFilesFunc:
 * @files: what was chosen
 * @n_files: how many, at least one
 * @user_data: what was given
 */
typedef void (*DoubletFilesFunc) (GFile  **files,
                                  guint    n_files,
                                  gpointer user_data);

GtkFileChooserNative *doublet_open_dialog_show (GtkWindow       *parent,
                                                gboolean         folders,
                                                DoubletFilesFunc func,
                                                gpointer         user_data);
GtkFileChooserNative *doublet_open_dialog_show_boilerplate (GtkWindow       *parent,
                                                            DoubletFilesFunc func,
                                                            gpointer         user_data);

G_END_DECLS
