/* findings-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "findings-list.h"

#include "accessible-name.h"
#include "item-model.h"
#include "list-row.h"
#include "list-scope.h"
#include "no-passages.h"

#include <glib/gi18n-lib.h>

struct _DoubletFindingsList
{
  GtkWidget parent;

  /* children */
  GtkWidget *filter;
  GtkWidget *order;
  GtkWidget *facts_only;
  GtkWidget *top;
  GtkWidget *placeholder;
  GtkWidget *no_passages;
  GtkWidget *lines; /* what scrolls the list, the last of them */
  GtkWidget *list;

  /* owned */
  DoubletNavigator   *navigator;
  DoubletItemModel   *model;
  GtkSingleSelection *selection;

  gboolean updating;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DoubletFindingsList, doublet_findings_list, GTK_TYPE_WIDGET)

static const char *
explain_empty (DoubletFindingsList *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  DoubletLens       lens = doublet_navigator_get_lens (self->navigator);

  if (collation == NULL || doublet_collation_get_n_articles (collation) == 0 || doublet_collation_get_stage (collation) < DOUBLET_STAGE_PASSAGES)
    return "";
  if (*doublet_navigator_get_filter (self->navigator) != '\0' && doublet_navigator_count_in_scope (self->navigator, doublet_navigator_get_all_articles (self->navigator)) > 0)
    return _ ("Nothing in the list has these words");
  if (doublet_navigator_get_facts_only (self->navigator) && doublet_navigator_count_in_scope (self->navigator, doublet_navigator_get_all_articles (self->navigator)) > 0)
    return _ ("No figure, name, quotation or negation differs");
  switch (lens)
    {
    case DOUBLET_LENS_DIFFERENCES:
      return _ ("No differences");
    case DOUBLET_LENS_REPEATED:
      return _ ("Nothing stands twice");
    case DOUBLET_LENS_OVERVIEW:
    case DOUBLET_LENS_SHARED:
    case DOUBLET_N_LENSES:
    default:
      return _ ("Nothing is shared");
    }
}

/* A change has no copies to be ordered by. */
static void
update_orders (DoubletFindingsList *self)
{
  gboolean          changes = doublet_navigator_get_lens (self->navigator) == DOUBLET_LENS_DIFFERENCES;
  const char *const orders[] = { _ ("Longest first"), _ ("In reading order"), changes ? NULL : _ ("Most copies first"), NULL };
  GListModel       *model = gtk_drop_down_get_model (GTK_DROP_DOWN (self->order));
  guint             n_orders = changes ? 2 : 3;

  if (model == NULL || g_list_model_get_n_items (model) != n_orders)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (orders);

      gtk_drop_down_set_model (GTK_DROP_DOWN (self->order), G_LIST_MODEL (list));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->order), doublet_navigator_get_order (self->navigator));
}

/* Offered where there is something to find by it, or to leave. */
static void
update_facts_only (DoubletFindingsList *self)
{
  gboolean active = doublet_navigator_get_facts_only (self->navigator);
  guint    n_facts = doublet_navigator_count_facts (self->navigator, doublet_navigator_get_all_articles (self->navigator));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->facts_only), active);
  gtk_widget_set_visible (self->facts_only, active || n_facts > 0);
}

/* Whether the list is empty because nobody looked for what would stand in it. */
static gboolean
lacks_passages (DoubletFindingsList *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);

  return collation != NULL && doublet_collation_get_n_articles (collation) > 0 && !doublet_collation_has_passages (collation) &&
         doublet_navigator_get_lens (self->navigator) != DOUBLET_LENS_DIFFERENCES;
}

static void
update_items (DoubletFindingsList *self)
{
  guint    n_items = doublet_navigator_get_n_items (self->navigator);
  gboolean lacking = lacks_passages (self);

  doublet_item_model_renew (self->model, n_items);
  update_orders (self);
  update_facts_only (self);
  gtk_label_set_text (GTK_LABEL (self->placeholder), n_items == 0 && !lacking ? explain_empty (self) : "");
  gtk_widget_set_visible (self->placeholder, n_items == 0 && !lacking);
  /* The overview says it itself. */
  gtk_widget_set_visible (self->no_passages, lacking && doublet_navigator_get_lens (self->navigator) != DOUBLET_LENS_OVERVIEW);
}

static void
update_selection (DoubletFindingsList *self)
{
  guint selected = doublet_navigator_get_selected (self->navigator);

  gtk_single_selection_set_selected (self->selection, selected == DOUBLET_NO_ITEM ? GTK_INVALID_LIST_POSITION : selected);
  if (selected != DOUBLET_NO_ITEM)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", selected);
}

static void
navigator_changed_cb (DoubletFindingsList    *self,
                      DoubletNavigatorAspects aspects)
{
  self->updating = TRUE;
  if (aspects & DOUBLET_NAVIGATOR_ITEMS)
    update_items (self);
  if (aspects & (DOUBLET_NAVIGATOR_ITEMS | DOUBLET_NAVIGATOR_SELECTION))
    update_selection (self);
  self->updating = FALSE;
}

static void
filter_changed_cb (DoubletFindingsList *self)
{
  doublet_navigator_set_filter (self->navigator, gtk_editable_get_text (GTK_EDITABLE (self->filter)));
}

static void
filter_stopped_cb (DoubletFindingsList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_widget_grab_focus (self->list);
}

static void
order_changed_cb (DoubletFindingsList *self)
{
  if (!self->updating)
    doublet_navigator_set_order (self->navigator, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order)));
}

static void
facts_only_toggled_cb (DoubletFindingsList *self)
{
  if (!self->updating)
    doublet_navigator_set_facts_only (self->navigator, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->facts_only)));
}

static void
selected_cb (DoubletFindingsList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (!self->updating && selected != GTK_INVALID_LIST_POSITION)
    doublet_navigator_select (self->navigator, selected, DOUBLET_BEST_PLACE);
}

static void
activate_cb (DoubletFindingsList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The list view takes Space for selecting; here it leads from copy to copy. */
static gboolean
next_place_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  DoubletFindingsList *self = user_data;

  doublet_navigator_next_place (self->navigator);
  return TRUE;
}

static void
setup_row_cb (DoubletFindingsList      *self,
              GtkListItem              *list_item,
              GtkSignalListItemFactory *factory)
{
  gtk_list_item_set_child (list_item, doublet_list_row_new (self->navigator));
}

static void
bind_row_cb (DoubletFindingsList      *self,
             GtkListItem              *list_item,
             GtkSignalListItemFactory *factory)
{
  doublet_list_row_set_item (DOUBLET_LIST_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_position (list_item));
}

/* A list view lets Tab go from line to line, of which there may be thousands.  The arrows
 * do that; Tab leaves. */
static gboolean
doublet_findings_list_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  DoubletFindingsList *self = DOUBLET_FINDINGS_LIST (widget);

  if (gtk_widget_get_focus_child (widget) != self->lines || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (doublet_findings_list_parent_class)->focus (widget, direction);

  if (direction == GTK_DIR_TAB_BACKWARD)
    for (GtkWidget *before = gtk_widget_get_prev_sibling (self->lines); before != NULL; before = gtk_widget_get_prev_sibling (before))
      if (gtk_widget_child_focus (before, direction))
        return TRUE;
  return FALSE;
}

static void
doublet_findings_list_dispose (GObject *object)
{
  DoubletFindingsList *self = DOUBLET_FINDINGS_LIST (object);
  GtkWidget           *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->navigator);
  G_OBJECT_CLASS (doublet_findings_list_parent_class)->dispose (object);
}

static void
doublet_findings_list_class_init (DoubletFindingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_findings_list_dispose;
  widget_class->focus = doublet_findings_list_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findingslist");
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_tools (DoubletFindingsList *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->filter = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->filter, TRUE);
  g_object_set (self->filter, "placeholder-text", _ ("Filter"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->filter), 6);
  doublet_accessible_name_set (self->filter, _ ("Filter the list"));
  g_signal_connect_swapped (self->filter, "search-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (self->filter, "stop-search", G_CALLBACK (filter_stopped_cb), self);

  self->order = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_tooltip_text (self->order, _ ("Order of the list"));
  doublet_accessible_name_set (self->order, _ ("Order of the list"));
  /* What takes the keyboard is the button inside. */
  doublet_accessible_name_set (gtk_widget_get_first_child (self->order), _ ("Order of the list"));
  g_signal_connect_swapped (self->order, "notify::selected", G_CALLBACK (order_changed_cb), self);

  self->facts_only = gtk_toggle_button_new_with_label ("⚑");
  gtk_widget_add_css_class (self->facts_only, "facts-only");
  gtk_widget_set_tooltip_text (self->facts_only, _ ("List only where a figure, a name, a quotation or a negation differs"));
  doublet_accessible_name_set (self->facts_only, _ ("Only changed facts"));
  gtk_widget_set_visible (self->facts_only, FALSE);
  g_signal_connect_swapped (self->facts_only, "toggled", G_CALLBACK (facts_only_toggled_cb), self);

  gtk_widget_add_css_class (tools, "tools");
  gtk_box_append (GTK_BOX (tools), self->filter);
  gtk_box_append (GTK_BOX (tools), self->facts_only);
  gtk_box_append (GTK_BOX (tools), self->order);
  return tools;
}

static GtkWidget *
make_lines (DoubletFindingsList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->model = doublet_item_model_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_row_cb), self);

  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  doublet_accessible_name_set (self->list, _ ("Findings"));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0), gtk_callback_action_new (next_place_cb, self, NULL)));
  gtk_widget_add_controller (self->list, keys);

  self->lines = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->lines, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->lines), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->lines), self->list);
  gtk_widget_set_vexpand (self->lines, TRUE);
  return self->lines;
}

static void
doublet_findings_list_init (DoubletFindingsList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->placeholder = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->placeholder), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->placeholder), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->placeholder, "placeholder");
  self->no_passages = doublet_no_passages_new ();

  gtk_widget_set_parent (make_tools (self), GTK_WIDGET (self));
  gtk_widget_set_parent (self->top, GTK_WIDGET (self));
  gtk_widget_set_parent (self->placeholder, GTK_WIDGET (self));
  gtk_widget_set_parent (self->no_passages, GTK_WIDGET (self));
  gtk_widget_set_parent (make_lines (self), GTK_WIDGET (self));
}

/**
 * doublet_findings_list_new:
 * @navigator: what to follow and to tell
 *
 * Returns: the list
 */
GtkWidget *
doublet_findings_list_new (DoubletNavigator *navigator)
{
  DoubletFindingsList *self = g_object_new (DOUBLET_TYPE_FINDINGS_LIST, NULL);

  self->navigator = g_object_ref (navigator);
  gtk_widget_insert_after (doublet_list_scope_new (navigator), GTK_WIDGET (self), self->top);
  g_signal_connect_object (navigator, "changed", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  navigator_changed_cb (self, DOUBLET_NAVIGATOR_ITEMS);
  return GTK_WIDGET (self);
}

/**
 * doublet_findings_list_set_top:
 * @self: a list
 * @top: what stands above the lines: articles that could not be read
 */
void
doublet_findings_list_set_top (DoubletFindingsList *self,
                               GtkWidget           *top)
{
  g_return_if_fail (DOUBLET_IS_FINDINGS_LIST (self));

  gtk_box_append (GTK_BOX (self->top), top);
}

/**
 * doublet_findings_list_grab_list:
 * @self: a list
 *
 * Puts the keyboard into the lines.
 */
void
doublet_findings_list_grab_list (DoubletFindingsList *self)
{
  g_return_if_fail (DOUBLET_IS_FINDINGS_LIST (self));

  gtk_widget_grab_focus (self->list);
}

/**
 * doublet_findings_list_grab_filter:
 * @self: a list
 *
 * Puts the keyboard into the filter.
 */
void
doublet_findings_list_grab_filter (DoubletFindingsList *self)
{
  g_return_if_fail (DOUBLET_IS_FINDINGS_LIST (self));

  gtk_widget_grab_focus (self->filter);
}
