/* column-actions.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "column-heading-private.h"

#include "file-input.h"

#include <glib/gi18n-lib.h>

/*
 * What can be done to a column, by the menu of its title: which article stands in it, and
 * how that article is read.
 */

/*
 * doublet_column_heading_get_article:
 * @self: a heading
 * @article: (out): the article of its column
 *
 * Returns: FALSE if the column is not shown (any more)
 */
gboolean
doublet_column_heading_get_article (DoubletColumnHeading *self,
                                    guint                *article)
{
  guint        n_columns;
  const guint *columns = doublet_navigator_get_columns (self->navigator, &n_columns);

  if (doublet_navigator_get_collation (self->navigator) == NULL || self->column >= n_columns)
    return FALSE;
  *article = columns[self->column];
  return TRUE;
}

/*
 * doublet_column_heading_get_input:
 * @self: a heading
 * @input: (out): the input that its article was read from
 *
 * Returns: FALSE if the column is not shown (any more)
 */
gboolean
doublet_column_heading_get_input (DoubletColumnHeading *self,
                                  guint                *input)
{
  guint article;

  if (!doublet_column_heading_get_article (self, &article))
    return FALSE;
  *input = doublet_collation_get_input (doublet_navigator_get_collation (self->navigator), article);
  return *input < doublet_comparison_get_n_inputs (self->comparison);
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

  if (doublet_column_heading_get_article (self, &article))
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

/* The input of this column, or NULL. */
static DoubletInput *
peek_input (DoubletColumnHeading *self,
            guint                *index)
{
  return doublet_column_heading_get_input (self, index) ? doublet_comparison_get_input (self->comparison, *index) : NULL;
}

static void
charset_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  const char           *charset = g_variant_get_string (parameter, NULL);
  guint                 index;
  DoubletInput         *input = peek_input (self, &index);

  if (input != NULL)
    replace_input (self, index, doublet_input_with_charset (input, *charset != '\0' ? charset : NULL));
}

static void
whole_page_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 index;
  DoubletInput         *input = peek_input (self, &index);

  if (input != NULL)
    replace_input (self, index, doublet_input_with_whole_page (input, !doublet_input_get_whole_page (input)));
}

static void
tracked_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  gboolean              original = g_str_equal (g_variant_get_string (parameter, NULL), "original");
  guint                 index;
  DoubletInput         *input = peek_input (self, &index);

  if (input != NULL)
    replace_input (self, index, doublet_input_with_tracked (input, original ? DOUBLET_TRACKED_ORIGINAL : DOUBLET_TRACKED_ACCEPTED));
}

/* The same document once more, as it was before its changes.  Of two, the older one stands
 * on the left, where the other is read against it. */
static void
compare_original_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 index;
  DoubletInput         *input = peek_input (self, &index);

  if (input == NULL)
    return;

  /* Translators: the name of a document, read as it was before its tracked changes */
  g_autofree char *name = g_strdup_printf (_ ("%s (original)"), doublet_input_get_name (input));
  g_autoptr (DoubletInput) named = doublet_input_with_name (input, name);
  g_autoptr (DoubletInput) original = doublet_input_with_tracked (named, DOUBLET_TRACKED_ORIGINAL);
  gboolean was_alone = doublet_comparison_get_n_inputs (self->comparison) == 1;

  doublet_comparison_add (self->comparison, &original, 1);
  if (was_alone)
    doublet_comparison_swap (self->comparison, 0, 1);
}

static void
reload_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 index;
  DoubletInput         *input = peek_input (self, &index);

  /* A new one, so that what was read before is not taken for it. */
  if (input != NULL)
    replace_input (self, index, doublet_input_with_charset (input, doublet_input_get_charset (input)));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  DoubletColumnHeading *self = user_data;
  guint                 input;

  if (!doublet_column_heading_get_input (self, &input))
    return;

  g_autoptr (GFile) file = doublet_file_input_dup_file (doublet_comparison_get_input (self->comparison, input));
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

  if (doublet_column_heading_get_input (self, &input))
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
  if (*name != '\0' && doublet_column_heading_get_input (self, &input))
    replace_input (self, input, doublet_input_with_name (doublet_comparison_get_input (self->comparison, input), name));
}

static const GActionEntry entries[] = {
  { "show", show_cb, "u", "uint32 0", NULL },
  { "make-base", make_base_cb, NULL, NULL, NULL },
  { "add", add_cb, NULL, NULL, NULL },
  { "close", close_cb, NULL, NULL, NULL },
  { "swap", swap_cb, NULL, NULL, NULL },
  { "charset", charset_cb, "s", "''", NULL },
  { "whole-page", whole_page_cb, NULL, "false", NULL },
  { "tracked", tracked_cb, "s", "'accepted'", NULL },
  { "compare-original", compare_original_cb, NULL, NULL, NULL },
  { "reload", reload_cb, NULL, NULL, NULL },
  { "open", open_cb, NULL, NULL, NULL },
  { "remove", remove_cb, NULL, NULL, NULL },
  { "rename", rename_cb, NULL, NULL, NULL },
};

/*
 * doublet_column_heading_add_actions:
 * @self: a heading
 *
 * Makes the group of actions "column", and takes what is written into the entry.
 */
void
doublet_column_heading_add_actions (DoubletColumnHeading *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "column", G_ACTION_GROUP (self->actions));
  g_signal_connect_swapped (self->rename_entry, "activate", G_CALLBACK (rename_done_cb), self);
}
