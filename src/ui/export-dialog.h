/* export-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "comparison.h"
#include "toast.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_EXPORT_DIALOG (doublet_export_dialog_get_type ())

/*
 * Asks in which form the comparison is to be written and says what leaves the house;
 * then asks where to, and writes.
 */
G_DECLARE_FINAL_TYPE (DoubletExportDialog, doublet_export_dialog, DOUBLET, EXPORT_DIALOG, GtkWindow)

GtkWidget *doublet_export_dialog_new (GtkWindow         *parent,
                                      DoubletComparison *comparison,
                                      DoubletToast      *toast);

G_END_DECLS
