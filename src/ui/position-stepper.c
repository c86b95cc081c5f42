/* position-stepper.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "position-stepper.h"

#include "accessible-name.h"

#include <glib/gi18n-lib.h>

struct _DoubletPositionStepper
{
  GtkWidget parent;

  /* children */
  GtkWidget *box;
  GtkWidget *previous;
  GtkWidget *label;
  GtkWidget *next;

  /* owned */
  DoubletNavigator *navigator;
};

G_DEFINE_FINAL_TYPE (DoubletPositionStepper, doublet_position_stepper, GTK_TYPE_WIDGET)

static void
update (DoubletPositionStepper *self)
{
  guint            n_items = doublet_navigator_get_n_items (self->navigator);
  guint            selected = doublet_navigator_get_selected (self->navigator);
  gboolean         has_selected = selected != DOUBLET_NO_ITEM;
  g_autofree char *text = NULL;

  if (has_selected)
    /* Translators: which line of the list is selected, and how many there are */
    text = g_strdup_printf (_ ("%u of %u"), selected + 1, n_items);
  else if (n_items > 0)
    text = g_strdup_printf (_ ("– of %u"), n_items);

  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), n_items > 0);
  gtk_widget_set_sensitive (self->previous, n_items > 0 && (!has_selected || selected > 0));
  gtk_widget_set_sensitive (self->next, n_items > 0 && (!has_selected || selected + 1 < n_items));
}

static void
navigator_changed_cb (DoubletPositionStepper *self,
                      DoubletNavigatorAspects aspects)
{
  if (aspects & (DOUBLET_NAVIGATOR_ITEMS | DOUBLET_NAVIGATOR_SELECTION))
    update (self);
}

static void
previous_clicked_cb (DoubletPositionStepper *self)
{
  doublet_navigator_step (self->navigator, -1);
}

static void
next_clicked_cb (DoubletPositionStepper *self)
{
  doublet_navigator_step (self->navigator, 1);
}

static GtkWidget *
add_button (DoubletPositionStepper *self,
            const char             *icon,
            const char             *name,
            const char             *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  doublet_accessible_name_set (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
doublet_position_stepper_dispose (GObject *object)
{
  DoubletPositionStepper *self = DOUBLET_POSITION_STEPPER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->navigator);
  G_OBJECT_CLASS (doublet_position_stepper_parent_class)->dispose (object);
}

static void
doublet_position_stepper_class_init (DoubletPositionStepperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_position_stepper_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "positionstepper");
}

static void
doublet_position_stepper_init (DoubletPositionStepper *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->previous = add_button (self, "go-previous-symbolic", _ ("Previous"), _ ("Previous in the list (Alt+Up)"));
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "dim");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_box_append (GTK_BOX (self->box), self->label);
  self->next = add_button (self, "go-next-symbolic", _ ("Next"), _ ("Next in the list (Alt+Down)"));
  g_signal_connect_swapped (self->previous, "clicked", G_CALLBACK (previous_clicked_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_clicked_cb), self);
}

/**
 * doublet_position_stepper_set_narrow:
 * @self: a stepper
 * @narrow: whether there is no room for the position between the buttons
 */
void
doublet_position_stepper_set_narrow (DoubletPositionStepper *self,
                                     gboolean                narrow)
{
  g_return_if_fail (DOUBLET_IS_POSITION_STEPPER (self));

  gtk_widget_set_visible (self->label, !narrow);
}

/**
 * doublet_position_stepper_new:
 * @navigator: what to follow and to tell
 *
 * Returns: a stepper
 */
GtkWidget *
doublet_position_stepper_new (DoubletNavigator *navigator)
{
  DoubletPositionStepper *self = g_object_new (DOUBLET_TYPE_POSITION_STEPPER, NULL);

  self->navigator = g_object_ref (navigator);
  g_signal_connect_object (navigator, "changed", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
