/* toast.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_TOAST (doublet_toast_get_type ())

/* A short message at the bottom of the window that goes away by itself. */
G_DECLARE_FINAL_TYPE (DoubletToast, doublet_toast, DOUBLET, TOAST, GtkWidget)

/**
 * DoubletToastFunc:
 * @user_data: what was given with the message
 *
 * A person pressed the message's button.
 */
typedef void (*DoubletToastFunc) (gpointer user_data);

GtkWidget *doublet_toast_new (void);
void       doublet_toast_show (DoubletToast    *self,
                               const char      *message,
                               const char      *button,
                               DoubletToastFunc func,
                               gpointer         user_data,
                               GDestroyNotify   destroy);

G_END_DECLS
