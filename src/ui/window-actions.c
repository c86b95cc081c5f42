/* window-actions.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-private.h"

#include "export-dialog.h"
#include "file-input.h"
#include "findings-list.h"
#include "marks-legend.h"
#include "open-dialog.h"
#include "option-settings.h"
#include "options-popover.h"
#include "samples.h"

#include <glib/gi18n-lib.h>

#define TEXT_SCALE_STEP 1.1
#define TEXT_SCALE_LOWEST 0.5
#define TEXT_SCALE_HIGHEST 3.0

static const char *const lens_names[DOUBLET_N_LENSES] = { "overview", "differences", "shared", "repeated" };

static void
files_chosen_cb (GFile  **files,
                 guint    n_files,
                 gpointer user_data)
{
  doublet_window_open (user_data, files, n_files);
}

/* Files, or whole folders. */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  if (self->open_dialog != NULL && gtk_native_dialog_get_visible (GTK_NATIVE_DIALOG (self->open_dialog)))
    return;
  g_clear_object (&self->open_dialog);
  self->open_dialog = doublet_open_dialog_show (GTK_WINDOW (self), g_str_equal (name, "win.open-folder"), files_chosen_cb, self);
}

static void
open_sample_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);
  g_autoptr (GPtrArray) files = doublet_samples_find ();

  if (files->len == 0)
    {
      doublet_toast_show (DOUBLET_TOAST (self->toast), _ ("The sample articles are not installed"), NULL, NULL, NULL, NULL);
      return;
    }
  doublet_comparison_clear (self->comparison);
  doublet_window_open (self, (GFile **)files->pdata, files->len);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  doublet_window_paste (DOUBLET_WINDOW (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  if (doublet_comparison_get_collation (self->comparison) != NULL)
    gtk_window_present (GTK_WINDOW (doublet_export_dialog_new (GTK_WINDOW (self), self->comparison, DOUBLET_TOAST (self->toast))));
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  doublet_notice_bar_hide (DOUBLET_NOTICE_BAR (self->changed_bar));
  g_hash_table_remove_all (self->changed);
  doublet_comparison_reload (self->comparison);
}

/* A new input, so that what was read before is not taken for it. */
static void
read_again (DoubletWindow *self,
            guint          index)
{
  DoubletInput *before = doublet_comparison_get_input (self->comparison, index);
  g_autoptr (DoubletInput) again = doublet_input_with_charset (before, doublet_input_get_charset (before));

  doublet_comparison_replace (self->comparison, index, again);
}

static void
reload_changed_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  for (guint i = 0; i < doublet_comparison_get_n_inputs (self->comparison); i++)
    {
      g_autoptr (GFile) file = doublet_file_input_dup_file (doublet_comparison_get_input (self->comparison, i));

      if (file != NULL && g_hash_table_contains (self->changed, file))
        read_again (self, i);
    }
  g_hash_table_remove_all (self->changed);
  doublet_notice_bar_hide (DOUBLET_NOTICE_BAR (self->changed_bar));
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  if (!doublet_find_bar_close (DOUBLET_FIND_BAR (self->find_bar)) && !doublet_window_stop_listing (self))
    doublet_comparison_stop (self->comparison);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  doublet_comparison_clear (DOUBLET_WINDOW (widget)->comparison);
}

static void
lens_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);
  const char    *wanted = g_variant_get_string (parameter, NULL);

  for (DoubletLens lens = 0; lens < DOUBLET_N_LENSES; lens++)
    if (g_str_equal (wanted, lens_names[lens]))
      doublet_navigator_choose_lens (self->navigator, lens);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  doublet_navigator_step (DOUBLET_WINDOW (widget)->navigator, g_str_equal (name, "win.next") ? 1 : -1);
}

static void
next_place_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  doublet_navigator_next_place (DOUBLET_WINDOW (widget)->navigator);
}

static void
next_pane_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);
  GtkWidget     *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean       in_texts = focus != NULL && gtk_widget_is_ancestor (focus, self->reading_view);
  gboolean       has_list = gtk_widget_get_visible (self->list);
  guint          n_columns;

  doublet_navigator_get_columns (self->navigator, &n_columns);
  if (doublet_navigator_get_lens (self->navigator) == DOUBLET_LENS_OVERVIEW)
    {
      if (has_list && gtk_widget_is_ancestor (focus, self->views))
        doublet_findings_list_grab_list (DOUBLET_FINDINGS_LIST (self->list));
      else
        gtk_widget_child_focus (self->views, GTK_DIR_TAB_FORWARD);
      return;
    }
  if (in_texts && self->pane_column + 1 >= n_columns && has_list)
    {
      doublet_findings_list_grab_list (DOUBLET_FINDINGS_LIST (self->list));
      return;
    }
  self->pane_column = in_texts && n_columns > 0 ? (self->pane_column + 1) % n_columns : 0;
  doublet_reading_view_grab_column (DOUBLET_READING_VIEW (self->reading_view), self->pane_column);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  if (doublet_navigator_get_lens (self->navigator) == DOUBLET_LENS_OVERVIEW)
    doublet_navigator_choose_lens (self->navigator, DOUBLET_LENS_SHARED);
  doublet_find_bar_open (DOUBLET_FIND_BAR (self->find_bar));
}

static void
find_step_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  doublet_find_bar_step (DOUBLET_FIND_BAR (DOUBLET_WINDOW (widget)->find_bar), g_str_equal (name, "win.find-next") ? 1 : -1);
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  gtk_widget_set_visible (self->list, TRUE);
  doublet_findings_list_grab_filter (DOUBLET_FINDINGS_LIST (self->list));
}

static void
text_size_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  if (g_str_equal (name, "win.text-larger"))
    self->text_scale *= TEXT_SCALE_STEP;
  else if (g_str_equal (name, "win.text-smaller"))
    self->text_scale /= TEXT_SCALE_STEP;
  else
    self->text_scale = 1.0;
  self->text_scale = CLAMP (self->text_scale, TEXT_SCALE_LOWEST, TEXT_SCALE_HIGHEST);
  doublet_reading_view_set_text_scale (DOUBLET_READING_VIEW (self->reading_view), self->text_scale);
}

static void
show_repeat_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);
  guint          finding;
  guint          article;
  guint          n_columns;
  const guint   *columns = doublet_navigator_get_columns (self->navigator, &n_columns);
  gboolean       is_shown = FALSE;

  g_variant_get (parameter, "(uu)", &finding, &article);
  for (guint i = 0; i < n_columns; i++)
    is_shown |= columns[i] == article;
  if (!is_shown && n_columns > 0)
    {
      guint wanted[DOUBLET_MAX_COLUMNS];

      memcpy (wanted, columns, n_columns * sizeof *wanted);
      wanted[n_columns - 1] = article;
      doublet_navigator_set_columns (self->navigator, wanted, n_columns);
    }
  doublet_navigator_choose_lens (self->navigator, DOUBLET_LENS_REPEATED);
  doublet_navigator_set_filter (self->navigator, "");
  doublet_navigator_select_finding (self->navigator, finding, DOUBLET_BEST_PLACE);
}

/* What was chosen elsewhere than in the options. */
static void
set_options (DoubletWindow        *self,
             const DoubletOptions *options)
{
  doublet_comparison_set_options (self->comparison, options);
  doublet_option_settings_save (options);
  doublet_options_popover_update (DOUBLET_OPTIONS_POPOVER (self->options_popover));
}

static void
try_words_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);
  DoubletOptions options = *doublet_comparison_get_options (self->comparison);

  options.min_words = CLAMP (g_variant_get_uint32 (parameter), DOUBLET_MIN_WORDS_LOWEST, DOUBLET_MIN_WORDS_HIGHEST);
  set_options (self, &options);
}

/* The button that asks for it goes away with what it says; the keyboard is where the
 * passages will be. */
static void
look_for_passages_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);
  DoubletOptions options = *doublet_comparison_get_options (self->comparison);

  options.passages = TRUE;
  set_options (self, &options);
  if (gtk_widget_get_visible (self->list))
    doublet_findings_list_grab_list (DOUBLET_FINDINGS_LIST (self->list));
}

static void
input_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);
  guint          input = g_variant_get_uint32 (parameter);

  if (input >= doublet_comparison_get_n_inputs (self->comparison))
    return;
  if (g_str_equal (name, "win.remove-input"))
    doublet_comparison_remove (self->comparison, input);
  else
    read_again (self, input);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  doublet_navigator_choose_lens (DOUBLET_WINDOW (widget)->navigator, DOUBLET_LENS_OVERVIEW);
}

static void
forget_legend_cb (DoubletWindow *self)
{
  self->legend = NULL;
}

static void
show_legend_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  if (self->legend == NULL)
    {
      self->legend = doublet_marks_legend_new (GTK_WINDOW (self));
      g_signal_connect_object (self->legend, "destroy", G_CALLBACK (forget_legend_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->legend));
}

/**
 * doublet_window_update_actions:
 * @self: a window
 *
 * Lets only those actions be used that have something to work on.
 */
void
doublet_window_update_actions (DoubletWindow *self)
{
  GtkWidget        *widget = GTK_WIDGET (self);
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  gboolean          has_texts = collation != NULL && doublet_collation_get_n_articles (collation) > 0;
  gboolean          has_figures = has_texts && doublet_collation_get_stage (collation) >= DOUBLET_STAGE_PASSAGES;
  gboolean          is_empty = doublet_comparison_get_n_inputs (self->comparison) == 0;
  guint             n_items = doublet_navigator_get_n_items (self->navigator);

  gtk_widget_action_set_enabled (widget, "win.export", has_figures);
  gtk_widget_action_set_enabled (widget, "win.find", has_texts);
  gtk_widget_action_set_enabled (widget, "win.reload", !is_empty);
  gtk_widget_action_set_enabled (widget, "win.clear", !is_empty);
  gtk_widget_action_set_enabled (widget, "win.next", n_items > 0);
  gtk_widget_action_set_enabled (widget, "win.previous", n_items > 0);
  gtk_widget_action_set_enabled (widget, "win.back", doublet_navigator_has_lens (self->navigator, DOUBLET_LENS_OVERVIEW));
  gtk_widget_set_visible (self->list_button, !is_empty);
  gtk_widget_set_visible (self->options_button, !is_empty);
  gtk_widget_set_visible (self->lens_switch, !is_empty);
  gtk_widget_set_visible (self->find_button, !is_empty);
  gtk_widget_set_visible (self->export_button, !is_empty);
}

/* Ctrl+V makes an article, but not of what is meant for an entry. */
static gboolean
paste_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  if (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (widget))))
    return FALSE;
  doublet_window_paste (DOUBLET_WINDOW (widget));
  return TRUE;
}

/* Space leads from copy to copy while the keyboard is in a text; buttons keep it. */
static gboolean
space_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  DoubletWindow *self = DOUBLET_WINDOW (widget);

  if (!GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (widget))))
    return FALSE;
  doublet_navigator_next_place (self->navigator);
  return TRUE;
}

static void
add_key (GtkEventController *keys,
         guint               key,
         GdkModifierType     modifiers,
         GtkShortcutFunc     func)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (func, NULL, NULL)));
}

/**
 * doublet_window_add_keys:
 * @self: a window
 *
 * Adds the keys that mean one thing in the texts and another in entries and buttons;
 * all others are in the application's table.  They are caught on the way down because
 * a text view takes both keys even where it can do nothing with them.
 */
void
doublet_window_add_keys (DoubletWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_autoptr (GPropertyAction) show_list = g_property_action_new ("show-list", self->list, "visible");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_list));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_v, GDK_CONTROL_MASK, paste_key_cb);
  add_key (keys, GDK_KEY_space, 0, space_key_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * doublet_window_class_install_actions:
 * @widget_class: the window's class
 *
 * Installs all "win." actions.
 */
void
doublet_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.reload-changed", NULL, reload_changed_action);
  gtk_widget_class_install_action (widget_class, "win.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "win.lens", "s", lens_action);
  gtk_widget_class_install_action (widget_class, "win.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "win.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "win.next-place", NULL, next_place_action);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "win.text-larger", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.text-smaller", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.text-usual", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.show-repeat", "(uu)", show_repeat_action);
  gtk_widget_class_install_action (widget_class, "win.try-words", "u", try_words_action);
  gtk_widget_class_install_action (widget_class, "win.look-for-passages", NULL, look_for_passages_action);
  gtk_widget_class_install_action (widget_class, "win.retry-input", "u", input_action);
  gtk_widget_class_install_action (widget_class, "win.remove-input", "u", input_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.show-legend", NULL, show_legend_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.stop", NULL);
}
