/* incomplete-sign.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_INCOMPLETE_SIGN (doublet_incomplete_sign_get_type ())

/*
 * A few words that say that something is incomplete, and the reason behind them: by mouse,
 * keyboard and screen reader.  Not shown as long as there is no reason.
 */
G_DECLARE_FINAL_TYPE (DoubletIncompleteSign, doublet_incomplete_sign, DOUBLET, INCOMPLETE_SIGN, GtkWidget)

GtkWidget *doublet_incomplete_sign_new (const char *words);
void       doublet_incomplete_sign_set_words (DoubletIncompleteSign *self,
                                              const char            *words);
void       doublet_incomplete_sign_set_reason (DoubletIncompleteSign *self,
                                               const char            *reason,
                                               const char            *spoken);

G_END_DECLS
