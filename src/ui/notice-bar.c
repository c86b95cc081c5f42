/* notice-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "notice-bar.h"

#include "accessible-name.h"

#include <glib/gi18n-lib.h>

struct _DoubletNoticeBar
{
  GtkWidget parent;

  /* children */
  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
};

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DoubletNoticeBar, doublet_notice_bar, GTK_TYPE_WIDGET)

static void
close_clicked_cb (DoubletNoticeBar *self)
{
  doublet_notice_bar_hide (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
doublet_notice_bar_dispose (GObject *object)
{
  DoubletNoticeBar *self = DOUBLET_NOTICE_BAR (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (doublet_notice_bar_parent_class)->dispose (object);
}

static void
doublet_notice_bar_class_init (DoubletNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_notice_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "noticebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
doublet_notice_bar_init (DoubletNoticeBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  doublet_accessible_name_set (close, _ ("Close this notice"));
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_clicked_cb), self);

  gtk_widget_add_css_class (box, "notice");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), close);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * doublet_notice_bar_new:
 *
 * Returns: a bar that is not seen yet
 */
GtkWidget *
doublet_notice_bar_new (void)
{
  return g_object_new (DOUBLET_TYPE_NOTICE_BAR, NULL);
}

/**
 * doublet_notice_bar_show:
 * @self: a bar
 * @sentence: what there is to say
 * @button: (nullable): what can be done, with a mnemonic; %NULL for nothing
 * @action: (nullable): the action's full name
 * @target: (nullable): the action's parameter; a floating one is taken
 *
 * Shows the bar.
 */
void
doublet_notice_bar_show (DoubletNoticeBar *self,
                         const char       *sentence,
                         const char       *button,
                         const char       *action,
                         GVariant         *target)
{
  g_return_if_fail (DOUBLET_IS_NOTICE_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->label), sentence);
  doublet_accessible_name_set (GTK_WIDGET (self), sentence);
  gtk_widget_set_visible (self->button, button != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  if (button != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), button);
      doublet_accessible_name_set (self->button, button);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

/**
 * doublet_notice_bar_hide:
 * @self: a bar
 *
 * Takes the bar away.
 */
void
doublet_notice_bar_hide (DoubletNoticeBar *self)
{
  g_return_if_fail (DOUBLET_IS_NOTICE_BAR (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * doublet_notice_bar_get_sentence:
 * @self: a bar
 *
 * Returns: (transfer none): what it says or said last
 */
const char *
doublet_notice_bar_get_sentence (DoubletNoticeBar *self)
{
  g_return_val_if_fail (DOUBLET_IS_NOTICE_BAR (self), "");

  return gtk_label_get_text (GTK_LABEL (self->label));
}
