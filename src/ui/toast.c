/* toast.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "toast.h"

#include "accessible-name.h"

#include <glib/gi18n-lib.h>

/* Long enough to read a sentence and reach for the button. */
#define SHOWN_SECONDS 6

struct _DoubletToast
{
  GtkWidget parent;

  /* children */
  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;

  DoubletToastFunc func;
  gpointer         user_data;
  GDestroyNotify   destroy;
  guint            timeout;
};

G_DEFINE_FINAL_TYPE (DoubletToast, doublet_toast, GTK_TYPE_WIDGET)

static void
drop_func (DoubletToast *self)
{
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  self->func = NULL;
  self->user_data = NULL;
  self->destroy = NULL;
}

static void
hide (DoubletToast *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static gboolean
timeout_cb (gpointer user_data)
{
  DoubletToast *self = user_data;

  self->timeout = 0;
  hide (self);
  return G_SOURCE_REMOVE;
}

static void
button_clicked_cb (DoubletToast *self)
{
  if (self->func != NULL)
    self->func (self->user_data);
  hide (self);
}

static void
doublet_toast_dispose (GObject *object)
{
  DoubletToast *self = DOUBLET_TOAST (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  drop_func (self);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (doublet_toast_parent_class)->dispose (object);
}

static void
doublet_toast_class_init (DoubletToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_toast_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "toast");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
doublet_toast_init (DoubletToast *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 60);
  self->button = gtk_button_new ();
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  doublet_accessible_name_set (close, _ ("Close the message"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked_cb), self);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (hide), self);

  gtk_widget_add_css_class (box, "toast-message");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), close);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * doublet_toast_new:
 *
 * Returns: a message place for an overlay
 */
GtkWidget *
doublet_toast_new (void)
{
  return g_object_new (DOUBLET_TYPE_TOAST, NULL);
}

/**
 * doublet_toast_show:
 * @self: a toast
 * @message: a sentence
 * @button: (nullable): what the button says; %NULL for none
 * @func: (nullable): called if it is pressed
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Shows @message for some seconds in place of any other.
 */
void
doublet_toast_show (DoubletToast    *self,
                    const char      *message,
                    const char      *button,
                    DoubletToastFunc func,
                    gpointer         user_data,
                    GDestroyNotify   destroy)
{
  g_return_if_fail (DOUBLET_IS_TOAST (self));

  drop_func (self);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;

  gtk_label_set_text (GTK_LABEL (self->label), message);
  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), button);
      doublet_accessible_name_set (self->button, button);
    }
  doublet_accessible_name_set (GTK_WIDGET (self), message);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), TRUE);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_seconds (SHOWN_SECONDS, timeout_cb, self);
}
