/* column-heading.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "column-heading-private.h"

#include "accessible-name.h"
#include "column-menu.h"
#include "file-input.h"
#include "incomplete-sign.h"
#include "wording.h"
#include "yielding-label.h"

#include <glib/gi18n-lib.h>

/* With more columns there is no room for whole sentences. */
#define WIDE_COLUMNS 2

/* What is seen of a name before the length beside it gives way, in average characters,
 * which are wider than those of most names. */
#define MANY_CHARS 16
#define FEW_CHARS 8

/* A length that is cut off says nothing: its figure and a part of its unit at least. */
#define INFO_CHARS 9

G_DEFINE_FINAL_TYPE (DoubletColumnHeading, doublet_column_heading, GTK_TYPE_WIDGET)

static void
set_action_state (DoubletColumnHeading *self,
                  const char           *name,
                  GVariant             *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* How the article of this column was asked to be read. */
static void
show_choices (DoubletColumnHeading *self,
              const DoubletInput   *input)
{
  const char *charset = doublet_input_get_charset (input);
  gboolean    original = doublet_input_get_tracked (input) == DOUBLET_TRACKED_ORIGINAL;

  set_action_state (self, "charset", g_variant_new_string (charset != NULL ? charset : ""));
  set_action_state (self, "whole-page", g_variant_new_boolean (doublet_input_get_whole_page (input)));
  set_action_state (self, "tracked", g_variant_new_string (original ? "original" : "accepted"));
}

static void
show_charset (DoubletColumnHeading *self,
              const DoubletArticle *article)
{
  gboolean guessed = doublet_article_get_charset_guessed (article) && doublet_article_get_charset (article) != NULL;

  gtk_widget_set_visible (self->charset, guessed);
  if (guessed)
    {
      /* Translators: the name of a character set that is no more than a guess */
      g_autofree char *pill = g_strdup_printf (_ ("%s?"), doublet_article_get_charset (article));
      /* Translators: the name of a character set */
      g_autofree char *spoken = g_strdup_printf (_ ("%s, a guess.  If letters look wrong, the menu of the title has other character sets."),
                                                 doublet_article_get_charset (article));

      gtk_label_set_text (GTK_LABEL (self->charset), pill);
      gtk_widget_set_tooltip_text (self->charset, spoken);
      doublet_accessible_name_set (self->charset, spoken);
    }
}

static void
show_incomplete (DoubletColumnHeading *self,
                 const char           *label,
                 const char           *sentence)
{
  /* Translators: the letter of an article, and a sentence that says what is missing */
  g_autofree char *spoken = sentence != NULL ? g_strdup_printf (_ ("Article %s is incomplete: %s"), label, sentence) : NULL;

  doublet_incomplete_sign_set_reason (DOUBLET_INCOMPLETE_SIGN (self->incomplete), sentence, spoken);
}

static char *
describe (DoubletColumnHeading *self,
          guint                 article,
          guint                 base,
          guint                 n_columns)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  g_autofree char  *length = NULL;

  if (doublet_collation_get_stage (collation) < DOUBLET_STAGE_PASSAGES)
    return g_strdup ("");
  length = doublet_wording_length (collation, article);
  if (article == base || n_columns > WIDE_COLUMNS)
    return g_steal_pointer (&length);
  /* Translators: the length of an article, and the letter of the article it is compared with */
  return g_strdup_printf (_ ("%s · compared with %s"), length, doublet_collation_get_label (collation, base));
}

static void
update (DoubletColumnHeading *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (self->navigator, &n_columns);
  guint             article;
  guint             input;

  if (!doublet_column_heading_get_article (self, &article))
    return;

  DoubletArticle  *text = doublet_collation_get_article (collation, article);
  const char      *label = doublet_collation_get_label (collation, article);
  const char      *name = doublet_article_get_name (text);
  const char      *title = doublet_article_get_title (text);
  g_autofree char *info = describe (self, article, columns[0], n_columns);
  /* Translators: the letter and the name of an article */
  g_autofree char *spoken = g_strdup_printf (_ ("Article %s: %s, menu"), label, name);
  g_autofree char *tooltip = title != NULL && !g_str_equal (title, name) ? g_strdup_printf ("%s\n%s\n%s", name, title, info) : g_strdup_printf ("%s\n%s", name, info);

  if (doublet_column_heading_get_input (self, &input))
    show_choices (self, doublet_comparison_get_input (self->comparison, input));

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_label_set_text (GTK_LABEL (self->title_label), name);
  gtk_label_set_width_chars (GTK_LABEL (self->title_label), MIN (g_utf8_strlen (name, -1) * 3 / 4, n_columns > WIDE_COLUMNS ? FEW_CHARS : MANY_CHARS));
  gtk_widget_set_tooltip_text (self->title, tooltip);
  doublet_accessible_name_set (self->title, spoken);
  doublet_yielding_label_set_text (DOUBLET_YIELDING_LABEL (self->info), info);
  gtk_widget_set_tooltip_text (self->info, info);
  gtk_widget_set_visible (self->info, n_columns < DOUBLET_MAX_COLUMNS);
  show_charset (self, text);
  show_incomplete (self, label, doublet_article_get_incomplete (text));
  gtk_widget_set_visible (self->swap, self->column == 0 && n_columns == 2);
  gtk_widget_set_visible (self->close, n_columns > 2);

  set_action_state (self, "show", g_variant_new_uint32 (article));
}

static void
navigator_changed_cb (DoubletColumnHeading   *self,
                      DoubletNavigatorAspects aspects)
{
  if (aspects & (DOUBLET_NAVIGATOR_COLLATION | DOUBLET_NAVIGATOR_COLUMNS))
    update (self);
}

static void
doublet_column_heading_dispose (GObject *object)
{
  DoubletColumnHeading *self = DOUBLET_COLUMN_HEADING (object);
  GtkWidget            *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->rename_popover = NULL;
  g_clear_object (&self->actions);
  g_clear_object (&self->comparison);
  g_clear_object (&self->navigator);
  G_OBJECT_CLASS (doublet_column_heading_parent_class)->dispose (object);
}

static void
doublet_column_heading_class_init (DoubletColumnHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_column_heading_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "columnheading");
}

/* Made when it is asked for: with all character sets it is a hundred widgets. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 article;
  guint                 input;

  if (!doublet_column_heading_get_article (self, &article))
    return;

  gboolean is_file = doublet_column_heading_get_input (self, &input) &&
                     doublet_file_input_is_one (doublet_comparison_get_input (self->comparison, input));
  g_autoptr (GMenuModel) menu = doublet_column_menu_new (self->navigator, self->column, is_file);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
add_title (DoubletColumnHeading *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->title_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title_label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (self->title_label, "title");
  gtk_box_append (GTK_BOX (content), self->title_label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->title = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->title), content);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->title), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->title), make_menu_cb, self, NULL);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
}

static void
add_rename_popover (DoubletColumnHeading *self)
{
  self->rename_entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->rename_entry), 30);
  doublet_accessible_name_set (self->rename_entry, _ ("Name of the article"));
  self->rename_popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->rename_popover), self->rename_entry);
  gtk_widget_set_parent (self->rename_popover, GTK_WIDGET (self));
}

static void
doublet_column_heading_init (DoubletColumnHeading *self)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "badge");
  gtk_widget_set_valign (self->label, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  add_title (self);

  self->info = doublet_yielding_label_new (INFO_CHARS);
  gtk_widget_add_css_class (self->info, "dim");
  gtk_widget_set_parent (self->info, GTK_WIDGET (self));

  self->charset = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->charset, "pill");
  gtk_widget_set_valign (self->charset, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->charset, GTK_WIDGET (self));

  self->incomplete = doublet_incomplete_sign_new (_ ("incomplete"));
  gtk_widget_set_parent (self->incomplete, GTK_WIDGET (self));

  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (space, GTK_WIDGET (self));

  self->swap = gtk_button_new_with_label ("⇄");
  gtk_widget_add_css_class (self->swap, "flat");
  gtk_widget_set_tooltip_text (self->swap, _ ("Let the columns change places"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->swap), "column.swap");
  doublet_accessible_name_set (self->swap, _ ("Swap the columns"));
  gtk_widget_set_parent (self->swap, GTK_WIDGET (self));

  self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->close, "flat");
  gtk_widget_set_tooltip_text (self->close, _ ("Close this column"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close), "column.close");
  doublet_accessible_name_set (self->close, _ ("Close this column"));
  gtk_widget_set_parent (self->close, GTK_WIDGET (self));

  add_rename_popover (self);
  doublet_column_heading_add_actions (self);
}

/**
 * doublet_column_heading_new:
 * @navigator: what to follow and to tell
 * @comparison: where inputs are replaced and removed
 * @column: which column it stands over
 *
 * Returns: a heading
 */
GtkWidget *
doublet_column_heading_new (DoubletNavigator  *navigator,
                            DoubletComparison *comparison,
                            guint              column)
{
  DoubletColumnHeading *self = g_object_new (DOUBLET_TYPE_COLUMN_HEADING, NULL);

  self->navigator = g_object_ref (navigator);
  self->comparison = g_object_ref (comparison);
  self->column = column;
  g_signal_connect_object (navigator, "changed", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
