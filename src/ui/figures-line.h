/* figures-line.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_FIGURES_LINE (doublet_figures_line_get_type ())

/* The line at the bottom: what the comparison says in figures, and at its end where
 * one is and where Space leads. */
G_DECLARE_FINAL_TYPE (DoubletFiguresLine, doublet_figures_line, DOUBLET, FIGURES_LINE, GtkWidget)

GtkWidget *doublet_figures_line_new (DoubletNavigator *navigator);
void       doublet_figures_line_set_incomplete (DoubletFiguresLine *self,
                                                gboolean            incomplete);

G_END_DECLS
