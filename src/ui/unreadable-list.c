/* unreadable-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "unreadable-list.h"

#include "accessible-name.h"

#include <glib/gi18n-lib.h>

struct _DoubletUnreadableList
{
  GtkWidget parent;

  /* children */
  GtkWidget *outer;
  GtkWidget *heading;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (DoubletUnreadableList, doublet_unreadable_list, GTK_TYPE_WIDGET)

/* A folder full of pictures must not fill the screen with rows. */
#define MAX_ROWS 100

/* A list is so high at the most, in pixels: the findings below it count as well. */
#define MAX_HEIGHT 340

/* About the width of the list; without it a wrapped sentence is taken for a single line
 * when the height is asked for. */
#define REASON_CHARS 32

static GtkWidget *
make_button (const char *label,
             const char *name,
             const char *action,
             guint       input)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", input);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  doublet_accessible_name_set (button, name);
  return button;
}

static GtkWidget *
make_row (const DoubletUnreadable *unreadable)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *name = gtk_label_new (unreadable->name);
  GtkWidget       *reason = gtk_label_new (unreadable->reason);
  g_autofree char *retry = g_strdup_printf (_ ("Try to read %s again"), unreadable->name);
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), unreadable->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (reason), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (reason), REASON_CHARS);

  gtk_box_append (GTK_BOX (buttons), make_button (_ ("Retry"), retry, "win.retry-input", unreadable->input));
  gtk_box_append (GTK_BOX (buttons), make_button (_ ("Remove"), remove, "win.remove-input", unreadable->input));
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), reason);
  gtk_box_append (GTK_BOX (row), buttons);
  gtk_widget_add_css_class (row, "unreadable");
  return row;
}

static void
doublet_unreadable_list_dispose (GObject *object)
{
  DoubletUnreadableList *self = DOUBLET_UNREADABLE_LIST (object);

  g_clear_pointer (&self->outer, gtk_widget_unparent);
  G_OBJECT_CLASS (doublet_unreadable_list_parent_class)->dispose (object);
}

static void
doublet_unreadable_list_class_init (DoubletUnreadableListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_unreadable_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "unreadablelist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
doublet_unreadable_list_init (DoubletUnreadableList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_add_css_class (self->heading, "count");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  self->outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->outer), self->heading);
  gtk_box_append (GTK_BOX (self->outer), scrolled);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  doublet_accessible_name_set (GTK_WIDGET (self), _ ("Could not be read"));
}

/**
 * doublet_unreadable_list_new:
 *
 * Returns: an empty list
 */
GtkWidget *
doublet_unreadable_list_new (void)
{
  return g_object_new (DOUBLET_TYPE_UNREADABLE_LIST, NULL);
}

/**
 * doublet_unreadable_list_set_collation:
 * @self: a list
 * @collation: (nullable): what knows what could not be read
 *
 * Shows what could not be read; if there is nothing the list is not there.
 */
void
doublet_unreadable_list_set_collation (DoubletUnreadableList  *self,
                                       const DoubletCollation *collation)
{
  guint                    n_unreadable = 0;
  const DoubletUnreadable *unreadable = NULL;
  GtkWidget               *child;

  g_return_if_fail (DOUBLET_IS_UNREADABLE_LIST (self));

  if (collation != NULL)
    unreadable = doublet_collation_get_unreadable (collation, &n_unreadable);

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < MIN (n_unreadable, MAX_ROWS); i++)
    gtk_box_append (GTK_BOX (self->box), make_row (&unreadable[i]));
  if (n_unreadable > MAX_ROWS)
    {
      guint            n_more = n_unreadable - MAX_ROWS;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more that could not be read", "and %u more that could not be read", n_more), n_more);

      gtk_box_append (GTK_BOX (self->box), gtk_label_new (more));
    }
  if (n_unreadable > 0)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u file could not be read", "%u files could not be read", n_unreadable), n_unreadable);

      gtk_label_set_text (GTK_LABEL (self->heading), count);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_unreadable > 0);
}
