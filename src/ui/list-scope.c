/* list-scope.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "list-scope.h"

#include <glib/gi18n-lib.h>

struct _DoubletListScope
{
  GtkWidget parent;

  /* children */
  GtkWidget *label;
  GtkWidget *of_columns;
  GtkWidget *of_all;

  /* owned */
  DoubletNavigator *navigator;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (DoubletListScope, doublet_list_scope, GTK_TYPE_WIDGET)

/* "A and B", "A, B and C": the columns' letters. */
static char *
format_columns (DoubletListScope *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (self->navigator, &n_columns);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append (letters, i + 1 == n_columns ? _ (" and ") : _ (", "));
      g_string_append (letters, doublet_collation_get_label (collation, columns[i]));
    }
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static char *
format_count (DoubletLens lens,
              guint       count)
{
  switch (lens)
    {
    case DOUBLET_LENS_DIFFERENCES:
      return g_strdup_printf (ngettext ("%u change", "%u changes", count), count);
    case DOUBLET_LENS_REPEATED:
      return g_strdup_printf (ngettext ("%u repeat", "%u repeats", count), count);
    case DOUBLET_LENS_OVERVIEW:
    case DOUBLET_LENS_SHARED:
    case DOUBLET_N_LENSES:
    default:
      return g_strdup_printf (ngettext ("%u passage", "%u passages", count), count);
    }
}

static void
update (DoubletListScope *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  DoubletLens       lens = doublet_navigator_get_lens (self->navigator);
  guint             n_columns;

  if (collation == NULL || doublet_collation_get_n_articles (collation) == 0 ||
      (lens != DOUBLET_LENS_DIFFERENCES && !doublet_collation_has_passages (collation)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  doublet_navigator_get_columns (self->navigator, &n_columns);
  gboolean         has_choice = lens != DOUBLET_LENS_DIFFERENCES && lens != DOUBLET_LENS_OVERVIEW && doublet_collation_get_n_articles (collation) > n_columns;
  gboolean         everywhere = lens == DOUBLET_LENS_OVERVIEW || (has_choice && doublet_navigator_get_all_articles (self->navigator));
  g_autofree char *letters = format_columns (self);
  g_autofree char *in_columns = format_count (lens, doublet_navigator_count_in_scope (self->navigator, FALSE));
  g_autofree char *in_all = format_count (lens, doublet_navigator_count_in_scope (self->navigator, TRUE));
  /* Translators: letters of articles, and what they have: “A and B: 3 passages” */
  g_autofree char *columns_text = g_strdup_printf (_ ("%s: %s"), letters, in_columns);
  g_autofree char *all_text = g_strdup_printf (_ ("All articles: %s"), in_all);

  gtk_label_set_text (GTK_LABEL (self->label), lens == DOUBLET_LENS_OVERVIEW ? all_text : columns_text);
  gtk_button_set_label (GTK_BUTTON (self->of_columns), columns_text);
  gtk_button_set_label (GTK_BUTTON (self->of_all), all_text);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (everywhere ? self->of_all : self->of_columns), TRUE);
  gtk_widget_set_visible (self->label, !has_choice);
  gtk_widget_set_visible (self->of_columns, has_choice);
  gtk_widget_set_visible (self->of_all, has_choice);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
navigator_changed_cb (DoubletListScope       *self,
                      DoubletNavigatorAspects aspects)
{
  if ((aspects & (DOUBLET_NAVIGATOR_COLLATION | DOUBLET_NAVIGATOR_LENS | DOUBLET_NAVIGATOR_COLUMNS | DOUBLET_NAVIGATOR_ITEMS)) == 0)
    return;
  self->updating = TRUE;
  update (self);
  self->updating = FALSE;
}

static void
toggled_cb (DoubletListScope *self)
{
  if (!self->updating)
    doublet_navigator_set_all_articles (self->navigator, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->of_all)));
}

static void
doublet_list_scope_dispose (GObject *object)
{
  DoubletListScope *self = DOUBLET_LIST_SCOPE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->of_columns, gtk_widget_unparent);
  g_clear_pointer (&self->of_all, gtk_widget_unparent);
  g_clear_object (&self->navigator);
  G_OBJECT_CLASS (doublet_list_scope_parent_class)->dispose (object);
}

static void
doublet_list_scope_class_init (DoubletListScopeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_list_scope_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "listscope");
}

static GtkWidget *
add_button (DoubletListScope *self,
            const char       *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label ("");

  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
doublet_list_scope_init (DoubletListScope *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->of_columns = add_button (self, _ ("List what the columns have"));
  self->of_all = add_button (self, _ ("List what any articles have"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->of_all), GTK_TOGGLE_BUTTON (self->of_columns));
  g_signal_connect_swapped (self->of_all, "toggled", G_CALLBACK (toggled_cb), self);
}

/**
 * doublet_list_scope_new:
 * @navigator: what to follow and to tell
 *
 * Returns: a line that counts what the list holds; a choice where there are more articles
 *   than columns
 */
GtkWidget *
doublet_list_scope_new (DoubletNavigator *navigator)
{
  DoubletListScope *self = g_object_new (DOUBLET_TYPE_LIST_SCOPE, NULL);

  self->navigator = g_object_ref (navigator);
  g_signal_connect_object (navigator, "changed", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  navigator_changed_cb (self, DOUBLET_NAVIGATOR_ITEMS);
  return GTK_WIDGET (self);
}
