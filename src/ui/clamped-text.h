/* clamped-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_CLAMPED_TEXT (doublet_clamped_text_get_type ())

/*
 * A few words on two lines at the most, as wide as there is room for.
 *
 * A label that wraps looks for a width that suits its words by laying them out many
 * times, and a list view measures some two hundred rows at once: of two texts of 1 MB
 * that took half a second.  This lays its words out once for a width.
 */
G_DECLARE_FINAL_TYPE (DoubletClampedText, doublet_clamped_text, DOUBLET, CLAMPED_TEXT, GtkWidget)

GtkWidget *doublet_clamped_text_new (const char *css_class);
void       doublet_clamped_text_set_text (DoubletClampedText *self,
                                          const char         *text);

G_END_DECLS
