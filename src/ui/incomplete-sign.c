/* incomplete-sign.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "incomplete-sign.h"

#include "accessible-name.h"

#define REASON_CHARS 40

struct _DoubletIncompleteSign
{
  GtkWidget parent;

  /* children */
  GtkWidget *button;
  GtkWidget *words;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (DoubletIncompleteSign, doublet_incomplete_sign, GTK_TYPE_WIDGET)

static void
doublet_incomplete_sign_dispose (GObject *object)
{
  DoubletIncompleteSign *self = DOUBLET_INCOMPLETE_SIGN (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (doublet_incomplete_sign_parent_class)->dispose (object);
}

static void
doublet_incomplete_sign_class_init (DoubletIncompleteSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_incomplete_sign_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "incompletesign");
}

static void
doublet_incomplete_sign_init (DoubletIncompleteSign *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->reason = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->reason), REASON_CHARS);
  gtk_popover_set_child (GTK_POPOVER (popover), self->reason);

  self->button = gtk_menu_button_new ();
  self->words = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (content), self->words);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * doublet_incomplete_sign_new:
 * @words: what is incomplete, translated
 *
 * Returns: a sign that is not shown yet
 */
GtkWidget *
doublet_incomplete_sign_new (const char *words)
{
  DoubletIncompleteSign *self = g_object_new (DOUBLET_TYPE_INCOMPLETE_SIGN, NULL);

  doublet_incomplete_sign_set_words (self, words);
  return GTK_WIDGET (self);
}

/**
 * doublet_incomplete_sign_set_words:
 * @self: a sign
 * @words: what is incomplete, translated
 */
void
doublet_incomplete_sign_set_words (DoubletIncompleteSign *self,
                                   const char            *words)
{
  g_return_if_fail (DOUBLET_IS_INCOMPLETE_SIGN (self));

  gtk_label_set_text (GTK_LABEL (self->words), words);
}

/**
 * doublet_incomplete_sign_set_reason:
 * @self: a sign
 * @reason: (nullable): sentences that say why; %NULL if nothing is missing
 * @spoken: (nullable): the same for those who hear it, with what it is about
 */
void
doublet_incomplete_sign_set_reason (DoubletIncompleteSign *self,
                                    const char            *reason,
                                    const char            *spoken)
{
  g_return_if_fail (DOUBLET_IS_INCOMPLETE_SIGN (self));

  gtk_widget_set_visible (GTK_WIDGET (self), reason != NULL);
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_tooltip_text (self->button, reason);
  if (spoken != NULL)
    doublet_accessible_name_set (self->button, spoken);
}
