/* options-popover.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "comparison.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_OPTIONS_POPOVER (doublet_options_popover_get_type ())

/* What counts as a passage: presets, the figures behind them, what to ignore.  A
 * change works at once and is remembered for other windows. */
G_DECLARE_FINAL_TYPE (DoubletOptionsPopover, doublet_options_popover, DOUBLET, OPTIONS_POPOVER, GtkPopover)

GtkWidget *doublet_options_popover_new (DoubletComparison *comparison);
void       doublet_options_popover_update (DoubletOptionsPopover *self);

G_END_DECLS
