/* marks-legend.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "marks-legend.h"

#include <glib/gi18n-lib.h>

/* A mark as it looks, and what it means. */
typedef struct
{
  const char *sample;
  const char *css_class;
  const char *meaning;
} Entry;

typedef struct
{
  const char  *title;
  const Entry *entries;
  gsize        n_entries;
} Section;

static const Entry shared_entries[] = {
  { "3", "chip passage-3", N_ ("The number of a passage. All its copies have the same one.") },
  { N_ ("word for word"), "mark verbatim", N_ ("A single line: the same in every copy.") },
  { N_ ("edited"), "mark edited", N_ ("A double line: the copies differ in some words.") },
  { N_ ("reworded"), "mark reworded", N_ ("A dotted line: the same said in other words.") },
  { "14", "mark differs", N_ ("In a frame: what differs from the passage’s first copy.") },
  { "⚑ 14", "mark fact", N_ ("In a double frame, and ⚑ in the list: a figure, a name, a quotation or a negation that differs.") },
};

static const Entry difference_entries[] = {
  { N_ ("removed"), "mark deleted", N_ ("Stands only in the left article.") },
  { N_ ("added"), "mark inserted", N_ ("Stands only in this article, not in the left one.") },
  { "±", "chip changed", N_ ("In the list: words were changed here.") },
  { "+", "chip inserted", N_ ("In the list: added.") },
  { "−", "chip deleted", N_ ("In the list: removed.") },
  { "↷", "chip moved", N_ ("Moved: the paragraph stands elsewhere in the other article.") },
};

static const Entry place_entries[] = {
  { N_ ("hatched"), "mark hatched", N_ ("Nothing here corresponds to the paragraph beside it.") },
  { "A", "badge", N_ ("The letter of an article, in the order in which they were opened.") },
};

static const Section sections[] = {
  { N_ ("Shared and repeated passages"), shared_entries, G_N_ELEMENTS (shared_entries) },
  { N_ ("Differences"), difference_entries, G_N_ELEMENTS (difference_entries) },
  { N_ ("Places"), place_entries, G_N_ELEMENTS (place_entries) },
};

static GtkWidget *
make_sample (const Entry *entry)
{
  GtkWidget *sample = gtk_label_new (_ (entry->sample));
  g_auto (GStrv) classes = g_strsplit (entry->css_class, " ", -1);

  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (sample, classes[i]);
  gtk_widget_set_halign (sample, GTK_ALIGN_END);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  return sample;
}

static void
add_section (GtkGrid       *grid,
             const Section *section,
             int           *row)
{
  GtkWidget *title = gtk_label_new (_ (section->title));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section");
  gtk_grid_attach (grid, title, 0, (*row)++, 2, 1);
  for (gsize i = 0; i < section->n_entries; i++)
    {
      GtkWidget *meaning = gtk_label_new (_ (section->entries[i].meaning));

      gtk_label_set_xalign (GTK_LABEL (meaning), 0);
      gtk_label_set_wrap (GTK_LABEL (meaning), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (meaning), 44);
      gtk_grid_attach (grid, make_sample (&section->entries[i]), 0, *row, 1, 1);
      gtk_grid_attach (grid, meaning, 1, (*row)++, 1, 1);
    }
}

/**
 * doublet_marks_legend_new:
 * @parent: the window whose marks are explained
 *
 * Returns: a window that says what the marks mean
 */
GtkWidget *
doublet_marks_legend_new (GtkWindow *parent)
{
  GtkWidget          *window = gtk_window_new ();
  GtkWidget          *grid = gtk_grid_new ();
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  int                 row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_widget_add_css_class (grid, "dialog-body");
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (GTK_GRID (grid), &sections[i], &row);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 640);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);

  gtk_window_set_title (GTK_WINDOW (window), _ ("What the Marks Mean"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  return window;
}
