/* column-heading.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "column-heading.h"

#include "accessible-name.h"
#include "column-menu.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* With more columns there is no room for whole sentences. */
#define WIDE_COLUMNS 2

/* What is seen of a name before the length beside it gives way, in average characters,
 * which are wider than those of most names. */
#define MANY_CHARS 16
#define FEW_CHARS 8

struct _DoubletColumnHeading
{
  GtkWidget parent;

  /* children */
  GtkWidget *label;
  GtkWidget *title;
  GtkWidget *title_label;
  GtkWidget *info;
  GtkWidget *charset;
  GtkWidget *swap;
  GtkWidget *close;
  GtkWidget *rename_popover;
  GtkWidget *rename_entry;

  /* owned */
  DoubletNavigator   *navigator;
  DoubletComparison  *comparison;
  GSimpleActionGroup *actions;

  guint column;
};

G_DEFINE_FINAL_TYPE (DoubletColumnHeading, doublet_column_heading, GTK_TYPE_WIDGET)

/* The article of this column; FALSE if the column is not shown (any more). */
static gboolean
get_article (DoubletColumnHeading *self,
             guint                *article)
{
  guint        n_columns;
  const guint *columns = doublet_navigator_get_columns (self->navigator, &n_columns);

  if (doublet_navigator_get_collation (self->navigator) == NULL || self->column >= n_columns)
    return FALSE;
  *article = columns[self->column];
  return TRUE;
}

static gboolean
get_input (DoubletColumnHeading *self,
           guint                *input)
{
  guint article;

  if (!get_article (self, &article))
    return FALSE;
  *input = doublet_collation_get_input (doublet_navigator_get_collation (self->navigator), article);
  return *input < doublet_comparison_get_n_inputs (self->comparison);
}

static void
set_action_state (DoubletColumnHeading *self,
                  const char           *name,
                  GVariant             *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
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

  if (!get_article (self, &article))
    return;

  DoubletArticle  *text = doublet_collation_get_article (collation, article);
  const char      *label = doublet_collation_get_label (collation, article);
  const char      *name = doublet_article_get_name (text);
  const char      *title = doublet_article_get_title (text);
  g_autofree char *info = describe (self, article, columns[0], n_columns);
  /* Translators: the letter and the name of an article */
  g_autofree char *spoken = g_strdup_printf (_ ("Article %s: %s, menu"), label, name);
  g_autofree char *tooltip = title != NULL && !g_str_equal (title, name) ? g_strdup_printf ("%s\n%s\n%s", name, title, info) : g_strdup_printf ("%s\n%s", name, info);
  gboolean         guessed = doublet_article_get_charset_guessed (text);
  gboolean         is_file = FALSE;
  const char      *asked_charset = NULL;

  if (get_input (self, &input))
    {
      const DoubletInput *source = doublet_comparison_get_input (self->comparison, input);

      is_file = doublet_input_get_file (source) != NULL;
      asked_charset = doublet_input_get_charset (source);
    }

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_label_set_text (GTK_LABEL (self->title_label), name);
  gtk_label_set_width_chars (GTK_LABEL (self->title_label), MIN (g_utf8_strlen (name, -1) * 3 / 4, n_columns > WIDE_COLUMNS ? FEW_CHARS : MANY_CHARS));
  gtk_widget_set_tooltip_text (self->title, tooltip);
  doublet_accessible_name_set (self->title, spoken);
  gtk_label_set_text (GTK_LABEL (self->info), info);
  gtk_widget_set_tooltip_text (self->info, info);
  gtk_widget_set_visible (self->info, n_columns < DOUBLET_MAX_COLUMNS);
  gtk_label_set_text (GTK_LABEL (self->charset), guessed ? doublet_article_get_charset (text) : "");
  gtk_widget_set_visible (self->charset, guessed);
  gtk_widget_set_visible (self->swap, self->column == 0 && n_columns == 2);
  gtk_widget_set_visible (self->close, n_columns > 2);

  set_action_state (self, "show", g_variant_new_uint32 (article));
  set_action_state (self, "charset", g_variant_new_string (asked_charset != NULL ? asked_charset : ""));
  g_autoptr (GMenuModel) menu = doublet_column_menu_new (self->navigator, self->column, is_file);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->title), menu);
}

static void
navigator_changed_cb (DoubletColumnHeading   *self,
                      DoubletNavigatorAspects aspects)
{
  if (aspects & (DOUBLET_NAVIGATOR_COLLATION | DOUBLET_NAVIGATOR_COLUMNS))
    update (self);
}

/* Puts an article into a column; the one that stands elsewhere changes places. */
static void
show_article (DoubletColumnHeading *self,
              guint                 column,
              guint                 article)
{
  guint        n_columns;
  const guint *shown = doublet_navigator_get_columns (self->navigator, &n_columns);
  guint        columns[DOUBLET_MAX_COLUMNS];

  if (column >= n_columns)
    return;
  for (guint i = 0; i < n_columns; i++)
    columns[i] = shown[i] == article ? shown[column] : shown[i];
  columns[column] = article;
  doublet_navigator_set_columns (self->navigator, columns, n_columns);
}

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;

  show_article (self, self->column, g_variant_get_uint32 (parameter));
}

static void
make_base_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 article;

  if (get_article (self, &article))
    show_article (self, 0, article);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  DoubletCollation     *collation = doublet_navigator_get_collation (self->navigator);
  guint                 n_columns;
  const guint          *shown = doublet_navigator_get_columns (self->navigator, &n_columns);
  guint                 columns[DOUBLET_MAX_COLUMNS];

  if (collation == NULL || n_columns >= DOUBLET_MAX_COLUMNS)
    return;
  memcpy (columns, shown, n_columns * sizeof *columns);
  for (guint article = 0; article < doublet_collation_get_n_articles (collation); article++)
    {
      gboolean is_shown = FALSE;

      for (guint i = 0; i < n_columns; i++)
        is_shown |= columns[i] == article;
      if (is_shown)
        continue;
      columns[n_columns] = article;
      doublet_navigator_set_columns (self->navigator, columns, n_columns + 1);
      return;
    }
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 n_columns;
  const guint          *shown = doublet_navigator_get_columns (self->navigator, &n_columns);
  guint                 columns[DOUBLET_MAX_COLUMNS];
  guint                 n_left = 0;

  for (guint i = 0; i < n_columns; i++)
    if (i != self->column)
      columns[n_left++] = shown[i];
  doublet_navigator_set_columns (self->navigator, columns, n_left);
}

static void
swap_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 n_columns;
  const guint          *shown = doublet_navigator_get_columns (self->navigator, &n_columns);

  if (n_columns != 2)
    return;

  /* Of two articles the left one is A, in the report too. */
  if (doublet_comparison_get_n_inputs (self->comparison) == 2)
    doublet_comparison_swap (self->comparison, 0, 1);
  else
    {
      guint swapped[2] = { shown[1], shown[0] };
      doublet_navigator_set_columns (self->navigator, swapped, 2);
    }
}

static void
replace_input (DoubletColumnHeading *self,
               guint                 input,
               DoubletInput         *replacement)
{
  doublet_comparison_replace (self->comparison, input, replacement);
  doublet_input_unref (replacement);
}

static void
charset_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  const char           *charset = g_variant_get_string (parameter, NULL);
  guint                 input;

  if (get_input (self, &input))
    replace_input (self, input, doublet_input_with_charset (doublet_comparison_get_input (self->comparison, input), *charset != '\0' ? charset : NULL));
}

static void
reload_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 input;

  if (get_input (self, &input))
    {
      DoubletInput *source = doublet_comparison_get_input (self->comparison, input);

      replace_input (self, input, doublet_input_with_charset (source, doublet_input_get_charset (source)));
    }
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 input;

  if (!get_input (self, &input))
    return;

  GFile *file = doublet_input_get_file (doublet_comparison_get_input (self->comparison, input));
  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
    }
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 input;

  if (get_input (self, &input))
    doublet_comparison_remove (self->comparison, input);
}

static gboolean
ask_for_name_cb (gpointer user_data)
{
  g_autoptr (DoubletColumnHeading) self = user_data;

  if (self->rename_popover == NULL)
    return G_SOURCE_REMOVE;
  gtk_editable_set_text (GTK_EDITABLE (self->rename_entry), gtk_label_get_text (GTK_LABEL (self->title_label)));
  gtk_popover_popup (GTK_POPOVER (self->rename_popover));
  gtk_widget_grab_focus (self->rename_entry);
  return G_SOURCE_REMOVE;
}

/* The menu that asks for it is about to close, and takes any popover with it. */
static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_idle_add_full (G_PRIORITY_LOW, ask_for_name_cb, g_object_ref (user_data), NULL);
}

static void
rename_done_cb (DoubletColumnHeading *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rename_entry))));
  guint            input;

  gtk_popover_popdown (GTK_POPOVER (self->rename_popover));
  if (*name != '\0' && get_input (self, &input))
    replace_input (self, input, doublet_input_with_name (doublet_comparison_get_input (self->comparison, input), name));
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

static const GActionEntry entries[] = {
  { "show", show_cb, "u", "uint32 0", NULL },
  { "make-base", make_base_cb, NULL, NULL, NULL },
  { "add", add_cb, NULL, NULL, NULL },
  { "close", close_cb, NULL, NULL, NULL },
  { "swap", swap_cb, NULL, NULL, NULL },
  { "charset", charset_cb, "s", "''", NULL },
  { "reload", reload_cb, NULL, NULL, NULL },
  { "open", open_cb, NULL, NULL, NULL },
  { "remove", remove_cb, NULL, NULL, NULL },
  { "rename", rename_cb, NULL, NULL, NULL },
};

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
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
}

static void
add_rename_popover (DoubletColumnHeading *self)
{
  self->rename_entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->rename_entry), 30);
  doublet_accessible_name_set (self->rename_entry, _ ("Name of the article"));
  g_signal_connect_swapped (self->rename_entry, "activate", G_CALLBACK (rename_done_cb), self);
  self->rename_popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->rename_popover), self->rename_entry);
  gtk_widget_set_parent (self->rename_popover, GTK_WIDGET (self));
}

static void
doublet_column_heading_init (DoubletColumnHeading *self)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "column", G_ACTION_GROUP (self->actions));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "badge");
  gtk_widget_set_valign (self->label, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  add_title (self);

  self->info = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->info), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->info), 0);
  gtk_widget_add_css_class (self->info, "dim");
  gtk_widget_set_parent (self->info, GTK_WIDGET (self));

  self->charset = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->charset, "pill");
  gtk_widget_set_valign (self->charset, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->charset, _ ("The character set was guessed.  The menu of the title has others."));
  gtk_widget_set_parent (self->charset, GTK_WIDGET (self));

  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (space, GTK_WIDGET (self));

  self->swap = gtk_button_new_with_label (_ ("⇄ Swap"));
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
