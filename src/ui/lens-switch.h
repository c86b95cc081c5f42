/* lens-switch.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_LENS_SWITCH (doublet_lens_switch_get_type ())

/* Which lens is shown: a button for each, with how much there is to see. */
G_DECLARE_FINAL_TYPE (DoubletLensSwitch, doublet_lens_switch, DOUBLET, LENS_SWITCH, GtkWidget)

GtkWidget  *doublet_lens_switch_new (DoubletNavigator *navigator);
void        doublet_lens_switch_set_narrow (DoubletLensSwitch *self,
                                            gboolean           narrow);
const char *doublet_lens_get_name (DoubletLens lens);

G_END_DECLS
