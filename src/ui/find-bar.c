/* find-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "find-bar.h"

#include "accessible-name.h"

#include <glib/gi18n-lib.h>

struct _DoubletFindBar
{
  GtkWidget parent;

  /* children */
  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *found;

  /* borrowed: both live as long as the window */
  DoubletReadingView *reading_view;
};

G_DEFINE_FINAL_TYPE (DoubletFindBar, doublet_find_bar, GTK_TYPE_WIDGET)

static void
find (DoubletFindBar *self,
      int             direction)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint            n_found = doublet_reading_view_find (self->reading_view, text, direction);
  g_autofree char *found = NULL;

  if (*text == '\0')
    found = g_strdup ("");
  else if (n_found == 0)
    found = g_strdup (_ ("Not found"));
  else
    found = g_strdup_printf (ngettext ("%u found", "%u found", n_found), n_found);
  gtk_label_set_text (GTK_LABEL (self->found), found);
}

static void
changed_cb (DoubletFindBar *self)
{
  find (self, 0);
}

static void
next_cb (DoubletFindBar *self)
{
  find (self, 1);
}

static void
previous_cb (DoubletFindBar *self)
{
  find (self, -1);
}

static void
stopped_cb (DoubletFindBar *self)
{
  doublet_find_bar_close (self);
}

/* Closed by Escape, too: then the marks go. */
static void
mode_changed_cb (DoubletFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    doublet_reading_view_find (self->reading_view, "", 0);
}

static void
doublet_find_bar_dispose (GObject *object)
{
  DoubletFindBar *self = DOUBLET_FIND_BAR (object);

  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_data (self->bar, self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  G_OBJECT_CLASS (doublet_find_bar_parent_class)->dispose (object);
}

static void
doublet_find_bar_class_init (DoubletFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_find_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
}

static GtkWidget *
make_button (DoubletFindBar *self,
             const char     *icon,
             const char     *name,
             GCallback       callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  doublet_accessible_name_set (button, name);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
doublet_find_bar_init (DoubletFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = make_button (self, "window-close-symbolic", _ ("Close the search"), G_CALLBACK (stopped_cb));

  self->entry = gtk_search_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 30);
  g_object_set (self->entry, "placeholder-text", _ ("Find in the texts"), NULL);
  doublet_accessible_name_set (self->entry, _ ("Find in the texts"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (previous_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stopped_cb), self);

  self->found = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->found, "dim");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), make_button (self, "go-up-symbolic", _ ("Find previous (Shift+Ctrl+G)"), G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (box), make_button (self, "go-down-symbolic", _ ("Find next (Ctrl+G)"), G_CALLBACK (next_cb)));
  gtk_box_append (GTK_BOX (box), self->found);
  gtk_box_append (GTK_BOX (box), close);

  gtk_label_set_width_chars (GTK_LABEL (self->found), 10);
  gtk_label_set_xalign (GTK_LABEL (self->found), 0);
  gtk_widget_add_css_class (close, "flat");

  self->bar = gtk_search_bar_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->bar), box);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_changed_cb), self);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

/**
 * doublet_find_bar_new:
 * @reading_view: where to look
 *
 * Returns: a bar, closed
 */
GtkWidget *
doublet_find_bar_new (DoubletReadingView *reading_view)
{
  DoubletFindBar *self = g_object_new (DOUBLET_TYPE_FIND_BAR, NULL);

  self->reading_view = reading_view;
  return GTK_WIDGET (self);
}

/**
 * doublet_find_bar_open:
 * @self: a bar
 *
 * Opens the bar and puts the keyboard into it.
 */
void
doublet_find_bar_open (DoubletFindBar *self)
{
  g_return_if_fail (DOUBLET_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * doublet_find_bar_close:
 * @self: a bar
 *
 * Returns: whether it was open
 */
gboolean
doublet_find_bar_close (DoubletFindBar *self)
{
  g_return_val_if_fail (DOUBLET_IS_FIND_BAR (self), FALSE);

  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    return FALSE;
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), FALSE);
  return TRUE;
}

/**
 * doublet_find_bar_step:
 * @self: a bar
 * @direction: 1 for the next place, -1 for the one before
 *
 * Goes on with what was looked for last; opens the bar if there is nothing yet.
 */
void
doublet_find_bar_step (DoubletFindBar *self,
                       int             direction)
{
  g_return_if_fail (DOUBLET_IS_FIND_BAR (self));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    doublet_find_bar_open (self);
  else
    find (self, direction);
}
