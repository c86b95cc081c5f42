/* overview.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_OVERVIEW (doublet_overview_get_type ())

/* Which articles belong together, and how much each has of every other.  A cell
 * opens the two articles side by side. */
G_DECLARE_FINAL_TYPE (DoubletOverview, doublet_overview, DOUBLET, OVERVIEW, GtkWidget)

GtkWidget *doublet_overview_new (DoubletNavigator *navigator);

G_END_DECLS
