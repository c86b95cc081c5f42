/* column-heading.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "comparison.h"
#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_COLUMN_HEADING (doublet_column_heading_get_type ())

/* What stands over a column: its letter, its title with everything that can be done
 * to it, how long it is. */
G_DECLARE_FINAL_TYPE (DoubletColumnHeading, doublet_column_heading, DOUBLET, COLUMN_HEADING, GtkWidget)

GtkWidget *doublet_column_heading_new (DoubletNavigator  *navigator,
                                       DoubletComparison *comparison,
                                       guint              column);

G_END_DECLS
