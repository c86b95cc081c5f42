/* list-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "list-row.h"

#include "accessible-name.h"
#include "clamped-text.h"
#include "item-wording.h"

#include <glib/gi18n-lib.h>

/*
 * Rows of a list view have no action that a screen reader could trigger before
 * GTK 4.10, so the row and its child carry the name of the whole line and the list is
 * driven by keyboard.
 *
 * A click on the line that is selected already goes to its next place.  The list view
 * selects when the button is let go, after this row was told of it.
 */

/* More letters than these are counted. */
#define MAX_LETTERS 5

#define HEADING_LINES 2

/* As many hues as there are; neighbours differ, the number is the identity. */
#define N_HUES 4

struct _DoubletListRow
{
  GtkWidget parent;

  /* children */
  GtkWidget *chip;
  GtkWidget *body;
  GtkWidget *heading;
  GtkWidget *letters;
  GtkWidget *excerpt;
  GtkWidget *remarks;
  GtkWidget *facts;

  /* owned */
  DoubletNavigator *navigator;

  guint    item;
  gboolean was_selected;
};

G_DEFINE_FINAL_TYPE (DoubletListRow, doublet_list_row, GTK_TYPE_WIDGET)

static const char *const chip_classes[] = {
  "passage-1", "passage-2", "passage-3", "passage-4", "changed", "inserted", "deleted", "moved"
};

static const char *
get_change_sign (DoubletChangeKind kind,
                 const char      **css_class)
{
  switch (kind)
    {
    case DOUBLET_CHANGE_ADDED:
    case DOUBLET_CHANGE_ONLY_B:
      *css_class = "inserted";
      return "+";
    case DOUBLET_CHANGE_REMOVED:
    case DOUBLET_CHANGE_ONLY_A:
      *css_class = "deleted";
      return "−";
    case DOUBLET_CHANGE_MOVED:
      *css_class = "moved";
      return "↷";
    case DOUBLET_CHANGE_CHANGED:
    default:
      *css_class = "changed";
      return "±";
    }
}

static void
set_chip (DoubletListRow             *self,
          const DoubletNavigatorItem *line)
{
  const char *css_class;

  for (gsize i = 0; i < G_N_ELEMENTS (chip_classes); i++)
    gtk_widget_remove_css_class (self->chip, chip_classes[i]);

  if (line->finding == DOUBLET_NO_ITEM)
    gtk_label_set_text (GTK_LABEL (self->chip), get_change_sign (line->change.kind, &css_class));
  else
    {
      g_autofree char *number = g_strdup_printf ("%u", line->finding + 1);

      gtk_label_set_text (GTK_LABEL (self->chip), number);
      css_class = chip_classes[line->finding % N_HUES];
    }
  gtk_widget_add_css_class (self->chip, css_class);
}

static void
set_letters (DoubletListRow *self)
{
  g_autoptr (GPtrArray) labels = doublet_item_wording_labels (self->navigator, self->item);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->letters)) != NULL)
    gtk_box_remove (GTK_BOX (self->letters), child);

  for (guint i = 0; i < labels->len && i < MAX_LETTERS; i++)
    {
      GtkWidget *letter = gtk_label_new (g_ptr_array_index (labels, i));

      gtk_widget_add_css_class (letter, "letter");
      gtk_box_append (GTK_BOX (self->letters), letter);
    }
  if (labels->len > MAX_LETTERS)
    {
      g_autofree char *more = g_strdup_printf ("+%u", labels->len - MAX_LETTERS);

      gtk_box_append (GTK_BOX (self->letters), gtk_label_new (more));
    }
}

static void
set_remarks (DoubletListRow *self)
{
  g_autofree char *remarks = doublet_item_wording_remarks (self->navigator, self->item);

  doublet_clamped_text_set_text (DOUBLET_CLAMPED_TEXT (self->remarks), remarks != NULL ? remarks : "");
  gtk_widget_set_visible (self->remarks, remarks != NULL);
}

/* The whole of it is in the tooltip: a line may be too narrow for two readings. */
static void
set_facts (DoubletListRow *self)
{
  g_autofree char *facts = doublet_item_wording_facts (self->navigator, self->item);
  g_autofree char *line = facts != NULL ? g_strconcat ("⚑ ", facts, NULL) : NULL;

  doublet_clamped_text_set_text (DOUBLET_CLAMPED_TEXT (self->facts), line != NULL ? line : "");
  gtk_widget_set_tooltip_text (self->facts, facts);
  gtk_widget_set_visible (self->facts, line != NULL);
}

static void
pressed_cb (DoubletListRow *self)
{
  self->was_selected = doublet_navigator_get_selected (self->navigator) == self->item;
}

static void
released_cb (DoubletListRow *self)
{
  if (self->was_selected && doublet_navigator_get_selected (self->navigator) == self->item)
    doublet_navigator_next_place (self->navigator);
  self->was_selected = FALSE;
}

static void
doublet_list_row_dispose (GObject *object)
{
  DoubletListRow *self = DOUBLET_LIST_ROW (object);

  g_clear_pointer (&self->chip, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->navigator);
  G_OBJECT_CLASS (doublet_list_row_parent_class)->dispose (object);
}

static void
doublet_list_row_class_init (DoubletListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_list_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "listrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
doublet_list_row_init (DoubletListRow *self)
{
  GtkWidget  *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->chip = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->chip, "chip");
  gtk_widget_set_valign (self->chip, GTK_ALIGN_START);
  gtk_widget_set_parent (self->chip, GTK_WIDGET (self));

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  /* A second line for what a change was and became, or in a large font.  Without a
   * search for its natural width it costs no more than a label of one line. */
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->heading), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->heading), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (self->heading), HEADING_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->heading, "heading");
  self->letters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_valign (self->letters, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (top), self->heading);
  gtk_box_append (GTK_BOX (top), self->letters);

  self->excerpt = doublet_clamped_text_new ("excerpt");
  self->remarks = doublet_clamped_text_new ("dim");
  self->facts = doublet_clamped_text_new ("flag");

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (self->body, TRUE);
  gtk_box_append (GTK_BOX (self->body), top);
  gtk_box_append (GTK_BOX (self->body), self->excerpt);
  gtk_box_append (GTK_BOX (self->body), self->remarks);
  gtk_box_append (GTK_BOX (self->body), self->facts);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  self->item = DOUBLET_NO_ITEM;
}

/**
 * doublet_list_row_new:
 * @navigator: whose list it is a line of
 *
 * Returns: an empty row
 */
GtkWidget *
doublet_list_row_new (DoubletNavigator *navigator)
{
  DoubletListRow *self = g_object_new (DOUBLET_TYPE_LIST_ROW, NULL);

  self->navigator = g_object_ref (navigator);
  return GTK_WIDGET (self);
}

/**
 * doublet_list_row_set_item:
 * @self: a row
 * @item: a line of the navigator's list
 *
 * Shows @item.
 */
void
doublet_list_row_set_item (DoubletListRow *self,
                           guint           item)
{
  g_return_if_fail (DOUBLET_IS_LIST_ROW (self));

  const DoubletNavigatorItem *line = doublet_navigator_get_item (self->navigator, item);
  if (line == NULL)
    return;

  g_autofree char *heading = doublet_item_wording_heading (self->navigator, item);
  g_autofree char *excerpt = doublet_item_wording_excerpt (self->navigator, item);
  g_autofree char *spoken = doublet_item_wording_spoken (self->navigator, item);

  self->item = item;
  set_chip (self, line);
  set_letters (self);
  set_remarks (self);
  set_facts (self);
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  doublet_clamped_text_set_text (DOUBLET_CLAMPED_TEXT (self->excerpt), excerpt);
  doublet_accessible_name_set (GTK_WIDGET (self), spoken);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    doublet_accessible_name_set (gtk_widget_get_parent (GTK_WIDGET (self)), spoken);
}
