/* boilerplate-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "comparison.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_BOILERPLATE_ROW (doublet_boilerplate_row_get_type ())

/* Which file holds what is boilerplate, and a way to choose another or none. */
G_DECLARE_FINAL_TYPE (DoubletBoilerplateRow, doublet_boilerplate_row, DOUBLET, BOILERPLATE_ROW, GtkWidget)

GtkWidget *doublet_boilerplate_row_new (DoubletComparison *comparison);

G_END_DECLS
