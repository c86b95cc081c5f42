/* window.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-private.h"

#include "accessible-name.h"
#include "column-heading.h"
#include "empty-page.h"
#include "figures-line.h"
#include "file-input.h"
#include "findings-list.h"
#include "lens-switch.h"
#include "option-settings.h"
#include "options-popover.h"
#include "overview.h"
#include "position-stepper.h"
#include "settings.h"
#include "unreadable-list.h"
#include "work-bar.h"

#include <glib/gi18n-lib.h>

/*
 * The window puts the parts together.  The comparison makes collations, the navigator
 * holds what is shown of the newest one, and every part follows the navigator.
 */

/* Below this the header bar has no room for counts and for the word on its button. */
#define NARROW_WIDTH 1100

#define TEXT_SCALE_LOWEST 0.5
#define TEXT_SCALE_HIGHEST 3.0

G_DEFINE_FINAL_TYPE (DoubletWindow, doublet_window, GTK_TYPE_APPLICATION_WINDOW)

/* While an options change is worked on, what is shown stays: a collation of the same
 * texts that knows less is no news. */
static gboolean
is_step_back (const DoubletCollation *shown,
              const DoubletCollation *collation)
{
  guint n_articles = doublet_collation_get_n_articles (collation);

  if (shown == NULL || doublet_collation_get_n_articles (shown) != n_articles ||
      doublet_collation_get_stage (collation) >= doublet_collation_get_stage (shown))
    return FALSE;
  for (guint i = 0; i < n_articles; i++)
    if (doublet_collation_get_article (shown, i) != doublet_collation_get_article (collation, i))
      return FALSE;
  return TRUE;
}

static void
update_title (DoubletWindow *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  guint             n_articles = collation != NULL ? doublet_collation_get_n_articles (collation) : 0;
  g_autofree char  *title = NULL;

  if (n_articles == 0)
    title = g_strdup (_ ("Doublet"));
  else
    {
      const char *first = doublet_article_get_name (doublet_collation_get_article (collation, 0));

      if (n_articles == 1)
        title = g_strdup (first);
      else if (n_articles == 2)
        /* Translators: the names of the two articles compared: a window's title */
        title = g_strdup_printf (_ ("%s and %s"), first, doublet_article_get_name (doublet_collation_get_article (collation, 1)));
      else
        title = g_strdup_printf (_ ("%s and %u more"), first, n_articles - 1);
    }
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Columns that nobody aligned yet. */
static void
align_columns (DoubletWindow *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (self->navigator, &n_columns);

  if (collation == NULL || doublet_comparison_get_busy (self->comparison) || doublet_comparison_get_stopped (self->comparison))
    return;
  for (guint i = 1; i < n_columns; i++)
    if (!doublet_collation_is_aligned (collation, columns[0], columns[i]))
      {
        /* One at a time: the next when this one is there. */
        doublet_comparison_align (self->comparison, columns[0], columns[i]);
        if (doublet_comparison_get_busy (self->comparison))
          return;
      }
}

static void
update_view (DoubletWindow *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  gboolean          is_overview = doublet_navigator_get_lens (self->navigator) == DOUBLET_LENS_OVERVIEW;
  gboolean          is_unreadable = collation != NULL && doublet_collation_get_n_articles (collation) == 0 && !doublet_comparison_get_busy (self->comparison);

  gtk_stack_set_visible_child_name (GTK_STACK (self->views), is_unreadable ? "unreadable" : is_overview ? "overview"
                                                                                                        : "reading");
}

static void ready_cb (gpointer user_data);

static void
show_collation (DoubletWindow *self)
{
  DoubletCollation *collation = doublet_comparison_get_collation (self->comparison);

  /* Long texts take their time; the newest result is shown when they are ready. */
  if (collation != NULL && collation != doublet_navigator_get_collation (self->navigator) &&
      !doublet_reading_view_prepare (DOUBLET_READING_VIEW (self->reading_view), collation, ready_cb, self))
    return;
  doublet_navigator_set_collation (self->navigator, collation);
  doublet_unreadable_list_set_collation (DOUBLET_UNREADABLE_LIST (self->unreadable), collation);
  update_title (self);
  update_view (self);
  doublet_window_update_actions (self);
  doublet_window_update_notices (self);
}

static void
update_page (DoubletWindow *self)
{
  gboolean    has_inputs = doublet_comparison_get_n_inputs (self->comparison) > 0;
  const char *wanted = has_inputs ? "compare" : "empty";

  gtk_widget_set_visible (self->bottom, has_inputs);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), wanted) == 0)
    return;

  /* The keyboard begins in the list, not in its filter, where Ctrl+V would be words. */
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), wanted);
  if (has_inputs)
    doublet_findings_list_grab_list (DOUBLET_FINDINGS_LIST (self->list));
}

static void
collation_changed_cb (DoubletWindow *self)
{
  DoubletCollation *collation = doublet_comparison_get_collation (self->comparison);

  update_page (self);
  if (collation != NULL && doublet_comparison_get_busy (self->comparison) && is_step_back (doublet_navigator_get_collation (self->navigator), collation))
    return;
  show_collation (self);
}

static void
ready_cb (gpointer user_data)
{
  DoubletWindow *self = user_data;

  collation_changed_cb (self);
  align_columns (self);
}

/* What was read goes into the desktop's list of recent files. */
static void
note_recent (DoubletWindow *self)
{
  DoubletCollation *collation = doublet_comparison_get_collation (self->comparison);
  guint             n_articles = collation != NULL ? doublet_collation_get_n_articles (collation) : 0;

  for (guint i = 0; i < n_articles; i++)
    {
      guint input = doublet_collation_get_input (collation, i);
      g_autoptr (GFile) file = input < doublet_comparison_get_n_inputs (self->comparison)
                                 ? doublet_file_input_dup_file (doublet_comparison_get_input (self->comparison, input))
                                 : NULL;

      if (file == NULL)
        continue;

      g_autofree char *uri = g_file_get_uri (file);
      if (!g_hash_table_contains (self->recent, uri))
        {
          gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
          g_hash_table_add (self->recent, g_steal_pointer (&uri));
        }
    }
}

static void
busy_changed_cb (DoubletWindow *self)
{
  doublet_file_watch_update (self->watch, self->comparison);
  doublet_figures_line_set_incomplete (DOUBLET_FIGURES_LINE (self->figures), doublet_comparison_get_stopped (self->comparison));
  update_page (self);
  doublet_window_update_actions (self);
  if (doublet_comparison_get_busy (self->comparison))
    return;

  show_collation (self);
  note_recent (self);
  align_columns (self);
}

static void
stopped_changed_cb (DoubletWindow *self)
{
  doublet_figures_line_set_incomplete (DOUBLET_FIGURES_LINE (self->figures), doublet_comparison_get_stopped (self->comparison));
  doublet_window_update_notices (self);
}

static void
navigator_changed_cb (DoubletWindow          *self,
                      DoubletNavigatorAspects aspects)
{
  if (aspects & DOUBLET_NAVIGATOR_LENS)
    update_view (self);
  if (aspects & DOUBLET_NAVIGATOR_COLUMNS)
    align_columns (self);
  if (aspects & (DOUBLET_NAVIGATOR_LENS | DOUBLET_NAVIGATOR_COLUMNS | DOUBLET_NAVIGATOR_ITEMS | DOUBLET_NAVIGATOR_SELECTION))
    doublet_window_update_actions (self);
  if (aspects & (DOUBLET_NAVIGATOR_LENS | DOUBLET_NAVIGATOR_COLUMNS | DOUBLET_NAVIGATOR_COLLATION))
    doublet_window_update_notices (self);
}

static void
list_activated_cb (DoubletWindow *self)
{
  self->pane_column = 0;
  doublet_reading_view_grab_column (DOUBLET_READING_VIEW (self->reading_view), 0);
}

static gboolean
apply_narrow_cb (gpointer user_data)
{
  g_autoptr (DoubletWindow) self = user_data;

  doublet_lens_switch_set_narrow (DOUBLET_LENS_SWITCH (self->lens_switch), self->narrow);
  doublet_position_stepper_set_narrow (DOUBLET_POSITION_STEPPER (self->stepper), self->narrow);
  gtk_widget_set_visible (self->add_label, !self->narrow);
  gtk_widget_set_visible (self->options_icon, self->narrow);
  gtk_widget_set_visible (self->options_label, !self->narrow);
  return G_SOURCE_REMOVE;
}

/* Told in the middle of layout, where nothing may change size: hence the idle. */
static void
surface_layout_cb (DoubletWindow *self,
                   int            width,
                   int            height)
{
  gboolean narrow = width < NARROW_WIDTH;

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  g_idle_add (apply_narrow_cb, g_object_ref (self));
}

static void
doublet_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (doublet_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (surface_layout_cb), widget, G_CONNECT_SWAPPED);
}

static void
load_settings (DoubletWindow *self)
{
  GSettings     *settings = doublet_settings_get ();
  DoubletOptions options;
  g_autoptr (GFile) boilerplate = NULL;

  doublet_option_settings_load (&options);
  doublet_comparison_set_options (self->comparison, &options);
  boilerplate = doublet_option_settings_load_boilerplate ();
  if (boilerplate != NULL)
    {
      g_autoptr (DoubletInput) input = doublet_file_input_new (boilerplate);

      doublet_comparison_set_boilerplate (self->comparison, input);
    }
  self->text_scale = 1.0;
  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->text_scale = CLAMP (g_settings_get_double (settings, "text-scale"), TEXT_SCALE_LOWEST, TEXT_SCALE_HIGHEST);
  gtk_widget_set_visible (self->list, g_settings_get_boolean (settings, "show-list"));
}

static void
save_settings (DoubletWindow *self)
{
  GSettings *settings = doublet_settings_get ();
  int        width;
  int        height;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && width > 0 && height > 0)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_double (settings, "text-scale", self->text_scale);
  g_settings_set_boolean (settings, "show-list", gtk_widget_get_visible (self->list));
}

static gboolean
doublet_window_close_request (GtkWindow *window)
{
  DoubletWindow *self = DOUBLET_WINDOW (window);

  save_settings (self);
  doublet_window_stop_listing (self);
  doublet_comparison_stop (self->comparison);
  return GTK_WINDOW_CLASS (doublet_window_parent_class)->close_request (window);
}

static void
doublet_window_dispose (GObject *object)
{
  DoubletWindow *self = DOUBLET_WINDOW (object);

  if (self->legend != NULL)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->legend)));
  doublet_window_stop_listing (self);
  if (self->comparison != NULL)
    g_signal_handlers_disconnect_by_data (self->comparison, self);
  if (self->navigator != NULL)
    g_signal_handlers_disconnect_by_data (self->navigator, self);
  /* The template is GtkWindow's to dispose of: it holds title bar and child itself. */
  g_clear_object (&self->open_dialog);
  g_clear_object (&self->watch);
  g_clear_object (&self->navigator);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->recent, g_hash_table_unref);
  G_OBJECT_CLASS (doublet_window_parent_class)->dispose (object);
}

static void
doublet_window_class_init (DoubletWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_window_dispose;
  widget_class->realize = doublet_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = doublet_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/doublet/Doublet/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, options_button);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, add_label);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, options_icon);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, options_label);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, bars);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, main_box);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, views);
  gtk_widget_class_bind_template_child (widget_class, DoubletWindow, bottom);
  doublet_window_class_install_actions (widget_class);
}

static void
fill_header_bar (DoubletWindow *self)
{
  self->options_popover = doublet_options_popover_new (self->comparison);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->options_button), self->options_popover);
  doublet_accessible_name_set (self->add_button, _ ("Add"));
  doublet_accessible_name_set (self->options_button, _ ("Options"));
  doublet_accessible_name_set (self->export_button, _ ("Export…"));
  doublet_accessible_name_set (self->paned, _ ("List and texts"));
  self->lens_switch = doublet_lens_switch_new (self->navigator);
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (self->header_bar), self->lens_switch);
  self->stepper = doublet_position_stepper_new (self->navigator);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->header_bar), self->stepper);
}

static void
fill_pages (DoubletWindow *self)
{
  self->list = doublet_findings_list_new (self->navigator);
  gtk_widget_set_size_request (self->list, 240, -1);
  self->unreadable = doublet_unreadable_list_new ();
  doublet_findings_list_set_top (DOUBLET_FINDINGS_LIST (self->list), self->unreadable);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (list_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->list);

  self->reading_view = doublet_reading_view_new (self->navigator);
  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    doublet_reading_view_set_heading (DOUBLET_READING_VIEW (self->reading_view), i,
                                      doublet_column_heading_new (self->navigator, self->comparison, i));
  self->find_bar = doublet_find_bar_new (DOUBLET_READING_VIEW (self->reading_view));
  gtk_box_prepend (GTK_BOX (self->main_box), self->find_bar);
  gtk_stack_add_named (GTK_STACK (self->views), self->reading_view, "reading");
  gtk_stack_add_named (GTK_STACK (self->views), doublet_overview_new (self->navigator), "overview");
  gtk_stack_add_named (GTK_STACK (self->views), doublet_unreadable_page_new (), "unreadable");

  gtk_stack_add_named (GTK_STACK (self->pages), doublet_empty_page_new (), "empty");
  self->figures = doublet_figures_line_new (self->navigator);
  gtk_box_append (GTK_BOX (self->bottom), self->figures);

  self->toast = doublet_toast_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->toast);
}

static void
doublet_window_init (DoubletWindow *self)
{
  self->comparison = doublet_comparison_new ();
  self->navigator = doublet_navigator_new ();
  self->watch = doublet_file_watch_new ();
  self->changed = g_hash_table_new_full (g_file_hash, (GEqualFunc)g_file_equal, g_object_unref, NULL);
  self->recent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nothing_closed = DOUBLET_N_LENSES;

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_header_bar (self);
  fill_pages (self);
  doublet_window_add_notices (self);
  self->work_bar = doublet_work_bar_new (self->comparison);
  gtk_box_append (GTK_BOX (self->bars), self->work_bar);
  doublet_window_add_drop_target (self);
  doublet_window_add_keys (self);
  load_settings (self);
  doublet_options_popover_update (DOUBLET_OPTIONS_POPOVER (self->options_popover));
  doublet_reading_view_set_text_scale (DOUBLET_READING_VIEW (self->reading_view), self->text_scale);

  g_signal_connect_swapped (self->comparison, "notify::collation", G_CALLBACK (collation_changed_cb), self);
  g_signal_connect_swapped (self->comparison, "notify::busy", G_CALLBACK (busy_changed_cb), self);
  g_signal_connect_swapped (self->comparison, "notify::stopped", G_CALLBACK (stopped_changed_cb), self);
  g_signal_connect_swapped (self->navigator, "changed", G_CALLBACK (navigator_changed_cb), self);
  update_page (self);
  doublet_window_update_actions (self);
}

/**
 * doublet_window_new:
 * @application: the program
 *
 * Returns: an empty window
 */
GtkWidget *
doublet_window_new (GtkApplication *application)
{
  return g_object_new (DOUBLET_TYPE_WINDOW, "application", application, NULL);
}

/**
 * doublet_window_is_empty:
 * @self: a window
 *
 * Returns: whether nothing was opened in it, and nothing is about to be
 */
gboolean
doublet_window_is_empty (DoubletWindow *self)
{
  g_return_val_if_fail (DOUBLET_IS_WINDOW (self), FALSE);

  return doublet_comparison_get_n_inputs (self->comparison) == 0 && self->listing == NULL;
}
