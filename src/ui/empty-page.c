/* empty-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "empty-page.h"

#include "accessible-name.h"

#include <glib/gi18n-lib.h>

static const char *const steps[] = {
  N_ ("Open two drafts of one piece, a release and the stories made from it, or a single article."),
  N_ ("See what was changed and moved, what they share, and what stands twice."),
  N_ ("Export a report that anyone can read in a browser."),
};

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_steps (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", (guint)i + 1);
      GtkWidget       *badge = make_label (number, "step");
      GtkWidget       *text = make_label (_ (steps[i]), NULL);

      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_widget_set_valign (badge, GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (grid), badge, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), text, 1, i, 1, 1);
    }
  return grid;
}

static GtkWidget *
make_button (const char *label,
             const char *name,
             const char *action,
             const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, css_class);
  gtk_widget_add_css_class (button, "pill-button");
  doublet_accessible_name_set (button, name);
  return button;
}

/**
 * doublet_empty_page_new:
 *
 * Returns: what the window shows before there is anything to compare
 */
GtkWidget *
doublet_empty_page_new (void)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (buttons), make_button (_ ("_Open Articles…"), _ ("Open Articles…"), "win.open", "suggested-action"));
  gtk_box_append (GTK_BOX (buttons), make_button (_ ("Add _Folder…"), _ ("Add Folder…"), "win.open-folder", "folder"));
  gtk_box_append (GTK_BOX (buttons), make_button (_ ("_Try the Sample"), _ ("Try the Sample"), "win.open-sample", "sample"));
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (page), make_label (_ ("Compare Articles"), "title-1"));
  gtk_box_append (GTK_BOX (page), make_steps ());
  gtk_box_append (GTK_BOX (page), buttons);
  gtk_box_append (GTK_BOX (page), make_label (_ ("You can also drop files and folders here, or paste an article (Ctrl+V)."), "dim"));
  gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_add_css_class (page, "empty-page");
  gtk_widget_add_css_class (outer, "empty");
  gtk_box_append (GTK_BOX (outer), page);
  return outer;
}

/**
 * doublet_unreadable_page_new:
 *
 * Returns: what the window shows where the texts would be if none could be read
 */
GtkWidget *
doublet_unreadable_page_new (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (page), make_label (_ ("Nothing Could Be Read"), "title-1"));
  gtk_box_append (GTK_BOX (page), make_label (_ ("The list says why.  Save these files in another format, or open others."), NULL));
  gtk_box_append (GTK_BOX (buttons), make_button (_ ("_Open Articles…"), _ ("Open Articles…"), "win.open", "suggested-action"));
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (page), buttons);
  gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (page, "empty-page");
  return page;
}
