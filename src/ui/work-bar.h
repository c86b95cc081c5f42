/* work-bar.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "comparison.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_WORK_BAR (doublet_work_bar_get_type ())

/* While a comparison works: what is being done, how far it is, and Stop. */
G_DECLARE_FINAL_TYPE (DoubletWorkBar, doublet_work_bar, DOUBLET, WORK_BAR, GtkWidget)

GtkWidget *doublet_work_bar_new (DoubletComparison *comparison);
void       doublet_work_bar_set_looking (DoubletWorkBar *self,
                                         gboolean        looking);

G_END_DECLS
