/* application.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_APPLICATION (doublet_application_get_type ())

/* The program: one process for all windows. */
G_DECLARE_FINAL_TYPE (DoubletApplication, doublet_application, DOUBLET, APPLICATION, GtkApplication)

GApplication *doublet_application_new (void);

G_END_DECLS
