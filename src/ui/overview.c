/* overview.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "overview.h"

#include "accessible-name.h"
#include "article-groups.h"
#include "no-passages.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* A matrix has the square of this many cells, each a widget; what does not fit is
 * said. */
#define MAX_ARTICLES 40

/* How much of a name is seen beside the matrix, in characters: at least, where the matrix
 * is wider than the window, and at the most. */
#define NAME_CHARS 20
#define MAX_NAME_CHARS 28

/* Lines of words end here even if the matrix below is wider than the window. */
#define LINE_CHARS 84

/* Shades of a cell, from nothing in common to all. */
#define N_SHADES 5

struct _DoubletOverview
{
  GtkWidget parent;

  /* children */
  GtkWidget *scrolled;
  GtkWidget *no_passages;
  GtkWidget *figures; /* all else */
  GtkWidget *groups;
  GtkWidget *grid;
  GtkWidget *capped;

  /* owned */
  DoubletNavigator *navigator;
  DoubletCollation *shown; /* what the widgets were made for */
};

G_DEFINE_FINAL_TYPE (DoubletOverview, doublet_overview, GTK_TYPE_WIDGET)

static void
open_articles_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DoubletOverview *self = DOUBLET_OVERVIEW (widget);
  gsize            n_columns;
  const guint32   *columns = g_variant_get_fixed_array (parameter, &n_columns, sizeof (guint32));

  doublet_navigator_set_columns (self->navigator, columns, MIN (n_columns, DOUBLET_MAX_COLUMNS));
  doublet_navigator_choose_lens (self->navigator, DOUBLET_LENS_SHARED);
}

static GVariant *
make_target (const guint *articles,
             guint        n_articles)
{
  G_STATIC_ASSERT (sizeof (guint) == sizeof (guint32));
  return g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, articles, n_articles, sizeof (guint32));
}

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_alone (DoubletOverview        *self,
           const DoubletCollation *collation,
           const GArray           *groups)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint            n_alone = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);

      if (group->n_articles == 1 && n_alone++ < MAX_ARTICLES)
        g_string_append_printf (letters, "%s%s", letters->len > 0 ? _ (", ") : "", doublet_collation_get_label (collation, group->articles[0]));
    }
  if (n_alone == 0)
    return;

  if (n_alone <= MAX_ARTICLES)
    /* Translators: letters of articles */
    text = g_strdup_printf (_ ("In no group: %s"), letters->str);
  else
    /* Translators: letters of articles, and how many articles more */
    text = g_strdup_printf (ngettext ("In no group: %s and %u more", "In no group: %s and %u more", n_alone - MAX_ARTICLES), letters->str, n_alone - MAX_ARTICLES);
  gtk_box_append (GTK_BOX (self->groups), make_label (text, "dim"));
}

static void
show_groups (DoubletOverview        *self,
             const DoubletCollation *collation,
             const GArray           *groups)
{
  empty_box (self->groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);

      if (group->n_articles < 2)
        continue;

      g_autofree char *text = doublet_wording_group (collation, group);
      GtkWidget       *button = gtk_button_new_with_label (text);

      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), LINE_CHARS);
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "group");
      gtk_widget_set_tooltip_text (button, _ ("Show them side by side"));
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), make_target (group->articles, MIN (group->n_articles, DOUBLET_MAX_COLUMNS)));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "overview.open");
      gtk_box_append (GTK_BOX (self->groups), button);
    }
  add_alone (self, collation, groups);
}

static GtkWidget *
make_header (const DoubletCollation *collation,
             guint                   article,
             gboolean                with_name)
{
  const char *name = doublet_article_get_name (doublet_collation_get_article (collation, article));
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget  *letter = gtk_label_new (doublet_collation_get_label (collation, article));

  gtk_widget_add_css_class (letter, "badge");
  gtk_widget_set_valign (letter, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), letter);
  gtk_widget_set_tooltip_text (box, name);
  if (with_name)
    {
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_width_chars (GTK_LABEL (label), MIN (g_utf8_strlen (name, -1), NAME_CHARS));
      gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_NAME_CHARS);
      gtk_box_append (GTK_BOX (box), label);
    }
  else
    gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_cell (const DoubletCollation *collation,
           guint                   row,
           guint                   column)
{
  guint64     whole = doublet_collation_get_half_words (collation, row);
  const char *label_row = doublet_collation_get_label (collation, row);
  const char *label_column = doublet_collation_get_label (collation, column);
  DoubletPair pair;

  gboolean has_words = row != column && doublet_collation_find_pair (collation, row, column, &pair);

  if (row == column || (!has_words && pair.reworded_of_a == 0))
    {
      GtkWidget *nothing = gtk_label_new (row == column ? "" : "–");

      gtk_widget_add_css_class (nothing, row == column ? "self" : "nothing");
      return nothing;
    }

  guint            articles[2] = { MIN (row, column), MAX (row, column) };
  g_autofree char *percent = doublet_wording_percent (has_words ? pair.of_a.half_words : 2 * (guint64)pair.reworded_of_a, whole);
  /* Translators: below a share in a small cell: so much is said in other words, and nothing word for word */
  g_autofree char *longest = has_words ? g_strdup_printf ("%u", pair.longest) : g_strdup (_ ("reworded"));
  g_autofree char *share = doublet_wording_share (collation, row, column);
  g_autofree char *details = doublet_wording_details (collation, &pair, "\n");
  /* Translators: letters of articles, a share with its counts, and a number of words */
  g_autofree char *in_words = g_strdup_printf (_ ("%s in %s: %s; longest run %u"), label_row, label_column, share, pair.longest);
  /* Translators: letters of articles */
  g_autofree char *in_others = g_strdup_printf (_ ("%s in %s: nothing word for word"), label_row, label_column);
  g_autofree char *spoken = g_strconcat (has_words ? in_words : in_others, details != NULL ? "\n" : "", details, NULL);
  g_autofree char *shade = has_words ? g_strdup_printf ("shade-%u", whole > 0 ? (guint)MIN (N_SHADES, 1 + pair.of_a.half_words * N_SHADES / whole) : 1) : g_strdup ("reworded");
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *small = gtk_label_new (longest);

  gtk_box_append (GTK_BOX (box), gtk_label_new (percent));
  gtk_widget_add_css_class (small, "longest");
  gtk_box_append (GTK_BOX (box), small);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "cell");
  gtk_widget_add_css_class (button, shade);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), make_target (articles, 2));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "overview.open");
  doublet_accessible_name_set (button, spoken);
  return button;
}

static void
show_matrix (DoubletOverview        *self,
             const DoubletCollation *collation,
             const GArray           *groups)
{
  guint      order[MAX_ARTICLES];
  guint      n_shown = 0;
  guint      n_articles = doublet_collation_get_n_articles (collation);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);

  for (guint i = 0; i < groups->len; i++)
    {
      const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);

      for (guint j = 0; j < group->n_articles && n_shown < MAX_ARTICLES; j++)
        order[n_shown++] = group->articles[j];
    }

  for (guint i = 0; i < n_shown; i++)
    {
      gtk_grid_attach (GTK_GRID (self->grid), make_header (collation, order[i], FALSE), i + 1, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), make_header (collation, order[i], TRUE), 0, i + 1, 1, 1);
      for (guint j = 0; j < n_shown; j++)
        gtk_grid_attach (GTK_GRID (self->grid), make_cell (collation, order[i], order[j]), j + 1, i + 1, 1, 1);
    }

  g_autofree char *text = g_strdup_printf (_ ("The table shows the first %u of %u articles.  The report has them all."), n_shown, n_articles);
  gtk_label_set_text (GTK_LABEL (self->capped), text);
  gtk_widget_set_visible (self->capped, n_shown < n_articles);
}

static void
update (DoubletOverview *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  gboolean          has_passages = collation == NULL || doublet_collation_has_passages (collation);

  /* A page of a stack that is not shown is still there for a screen reader. */
  gtk_widget_set_visible (self->no_passages, !has_passages && doublet_navigator_get_lens (self->navigator) == DOUBLET_LENS_OVERVIEW);
  gtk_widget_set_visible (self->figures, has_passages);
  if (doublet_navigator_get_lens (self->navigator) != DOUBLET_LENS_OVERVIEW || collation == self->shown || collation == NULL)
    return;

  g_clear_pointer (&self->shown, doublet_collation_unref);
  self->shown = doublet_collation_ref (collation);
  g_autoptr (GArray) groups = doublet_article_groups_new (collation);
  show_groups (self, collation, groups);
  show_matrix (self, collation, groups);
}

static void
navigator_changed_cb (DoubletOverview        *self,
                      DoubletNavigatorAspects aspects)
{
  if (aspects & (DOUBLET_NAVIGATOR_COLLATION | DOUBLET_NAVIGATOR_LENS))
    update (self);
}

static void
doublet_overview_dispose (GObject *object)
{
  DoubletOverview *self = DOUBLET_OVERVIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->shown, doublet_collation_unref);
  g_clear_object (&self->navigator);
  G_OBJECT_CLASS (doublet_overview_parent_class)->dispose (object);
}

static void
doublet_overview_class_init (DoubletOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_overview_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_install_action (widget_class, "overview.open", "au", open_articles_cb);
}

static void
doublet_overview_init (DoubletOverview *self)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *place = gtk_grid_new ();
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *grouping = doublet_wording_grouping ();

  self->no_passages = doublet_no_passages_new ();
  self->figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 4);
  gtk_widget_set_halign (self->grid, GTK_ALIGN_START);
  self->capped = make_label (NULL, "flag");

  gtk_widget_add_css_class (box, "page");
  /* A grid gives its one column the width that it asks for; a box would look for the
   * width that goes with a height. */
  gtk_box_append (GTK_BOX (words), make_label (_ ("Articles that belong together"), "section"));
  gtk_widget_set_tooltip_text (gtk_widget_get_first_child (words), grouping);
  gtk_box_append (GTK_BOX (words), self->groups);
  gtk_box_append (GTK_BOX (words), make_label (_ ("How much of each row’s words stand in the column’s article; below, the longest run in words"), "section"));
  gtk_grid_attach (GTK_GRID (place), words, 0, 0, 1, 1);
  gtk_box_append (GTK_BOX (self->figures), place);
  gtk_box_append (GTK_BOX (self->figures), self->grid);
  gtk_box_append (GTK_BOX (self->figures), self->capped);
  gtk_box_append (GTK_BOX (self->figures), make_label (_ ("This shows shared wording, not who wrote first."), "dim"));

  gtk_widget_set_visible (self->no_passages, FALSE);
  gtk_box_append (GTK_BOX (box), self->no_passages);
  gtk_box_append (GTK_BOX (box), self->figures);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * doublet_overview_new:
 * @navigator: what to follow and to tell
 *
 * Returns: an overview, which is filled when its lens is shown
 */
GtkWidget *
doublet_overview_new (DoubletNavigator *navigator)
{
  DoubletOverview *self = g_object_new (DOUBLET_TYPE_OVERVIEW, NULL);

  self->navigator = g_object_ref (navigator);
  g_signal_connect_object (navigator, "changed", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
