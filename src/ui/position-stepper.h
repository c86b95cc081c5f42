/* position-stepper.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_POSITION_STEPPER (doublet_position_stepper_get_type ())

/* "‹ 1 of 3 ›": where in the list one is, and the way to its neighbours. */
G_DECLARE_FINAL_TYPE (DoubletPositionStepper, doublet_position_stepper, DOUBLET, POSITION_STEPPER, GtkWidget)

GtkWidget *doublet_position_stepper_new (DoubletNavigator *navigator);
void       doublet_position_stepper_set_narrow (DoubletPositionStepper *self,
                                                gboolean                narrow);

G_END_DECLS
