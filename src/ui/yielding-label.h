/* yielding-label.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_YIELDING_LABEL (doublet_yielding_label_get_type ())

/*
 * Words that give way to what stands beside them: shown whole, or their beginning, or not
 * at all where the beginning would be too short to say anything.  It asks for no width.
 */
G_DECLARE_FINAL_TYPE (DoubletYieldingLabel, doublet_yielding_label, DOUBLET, YIELDING_LABEL, GtkWidget)

GtkWidget *doublet_yielding_label_new (guint min_chars);
void       doublet_yielding_label_set_text (DoubletYieldingLabel *self,
                                            const char           *text);

G_END_DECLS
