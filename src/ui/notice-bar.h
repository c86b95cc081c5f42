/* notice-bar.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_NOTICE_BAR (doublet_notice_bar_get_type ())

/*
 * A sentence across the window with something to do about it, and a cross to put it
 * away.  The action goes to whoever has it: a GAction by its full name.
 *
 * Signal "closed": a person put it away.
 */
G_DECLARE_FINAL_TYPE (DoubletNoticeBar, doublet_notice_bar, DOUBLET, NOTICE_BAR, GtkWidget)

GtkWidget  *doublet_notice_bar_new (void);
void        doublet_notice_bar_show (DoubletNoticeBar *self,
                                     const char       *sentence,
                                     const char       *button,
                                     const char       *action,
                                     GVariant         *target);
void        doublet_notice_bar_hide (DoubletNoticeBar *self);
const char *doublet_notice_bar_get_sentence (DoubletNoticeBar *self);

G_END_DECLS
