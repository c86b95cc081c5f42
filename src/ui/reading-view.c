/* reading-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reading-view.h"

#include "reading-view-private.h"

#include "reading-marks.h"

#include <glib/gi18n-lib.h>

/*
 * The navigator says what is to be seen, and this widget hands it on: texts and marks
 * to the columns, heights to the aligner, places to the scroller.  Texts that stay keep
 * their buffers, and with them where a person was reading.
 */

enum
{
  PROP_0,
  PROP_STATUS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DoubletReadingView, doublet_reading_view, GTK_TYPE_WIDGET)

/* The text of @column. */
DoubletArticleView *
doublet_reading_view_get_text_view (DoubletReadingView *self,
                                    guint               column)
{
  return doublet_reading_column_get_view (DOUBLET_READING_COLUMN (self->columns[column]));
}

/* The selected passage, or DOUBLET_NO_PASSAGE. */
guint32
doublet_reading_view_get_selected_passage (DoubletReadingView *self)
{
  const DoubletNavigatorItem *item = doublet_navigator_get_item (self->navigator, doublet_navigator_get_selected (self->navigator));

  return item != NULL && item->finding != DOUBLET_NO_ITEM ? item->finding : DOUBLET_NO_PASSAGE;
}

/* The finding that is shown twice side by side, or NULL. */
const DoubletFinding *
doublet_reading_view_get_twin_finding (DoubletReadingView *self)
{
  DoubletCollation     *collation = doublet_navigator_get_collation (self->navigator);
  guint32               passage = doublet_reading_view_get_selected_passage (self);
  guint                 n_findings;
  guint                 n_columns;
  guint                 n_here = 0;
  const guint          *columns = doublet_navigator_get_columns (self->navigator, &n_columns);
  const DoubletFinding *findings;

  if (collation == NULL || n_columns != 1 || doublet_navigator_get_lens (self->navigator) != DOUBLET_LENS_REPEATED)
    return NULL;
  findings = doublet_collation_get_findings (collation, &n_findings);
  if (passage >= n_findings)
    return NULL;
  for (guint i = 0; i < findings[passage].n_places; i++)
    n_here += findings[passage].places[i].article == columns[0];
  return n_here >= 2 ? &findings[passage] : NULL;
}

static void
show_selection (DoubletReadingView *self)
{
  for (guint i = 0; i < self->n_shown; i++)
    doublet_article_view_set_selected (doublet_reading_view_get_text_view (self, i), doublet_reading_view_get_selected_passage (self));
  doublet_reading_view_renew_strips (self);
}

static void
navigator_changed_cb (DoubletNavigator   *navigator,
                      guint               aspects,
                      DoubletReadingView *self)
{
  gboolean          twin = doublet_reading_view_get_twin_finding (self) != NULL;
  gboolean          columns = (aspects & (DOUBLET_NAVIGATOR_COLLATION | DOUBLET_NAVIGATOR_COLUMNS)) != 0 || twin != self->is_twin;
  gboolean          marks = columns || (aspects & DOUBLET_NAVIGATOR_LENS) != 0;
  DoubletCollation *previous = g_steal_pointer (&self->collation);

  /* In Differences the base is marked against the column of what is selected. */
  marks |= (aspects & DOUBLET_NAVIGATOR_SELECTION) != 0 && self->n_shown > 2 && doublet_navigator_get_lens (navigator) == DOUBLET_LENS_DIFFERENCES;

  if (doublet_navigator_get_collation (navigator) != NULL)
    self->collation = doublet_collation_ref (doublet_navigator_get_collation (navigator));
  if (columns)
    doublet_reading_view_renew_columns (self);
  if (marks && self->collation != NULL)
    {
      doublet_reading_view_set_notes (self);
      doublet_reading_view_set_marks (self);
      doublet_reading_view_want_layout (self);
    }
  /* The views are through with the passages of the previous one only now. */
  g_clear_pointer (&previous, doublet_collation_unref);
  if (marks || (aspects & DOUBLET_NAVIGATOR_SELECTION) != 0)
    show_selection (self);
  if ((aspects & DOUBLET_NAVIGATOR_SELECTION) != 0)
    doublet_reading_view_go_to_selection (self);
}

static void
doublet_reading_view_realize (GtkWidget *widget)
{
  DoubletReadingView *self = DOUBLET_READING_VIEW (widget);

  GTK_WIDGET_CLASS (doublet_reading_view_parent_class)->realize (widget);
  /* Behind the window's own handler, which gives the sizes. */
  self->frame_clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_handler = g_signal_connect_data (self->frame_clock, "layout", G_CALLBACK (doublet_reading_view_layout_cb), self, NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
doublet_reading_view_unrealize (GtkWidget *widget)
{
  DoubletReadingView *self = DOUBLET_READING_VIEW (widget);

  g_clear_signal_handler (&self->layout_handler, self->frame_clock);
  g_clear_object (&self->frame_clock);
  GTK_WIDGET_CLASS (doublet_reading_view_parent_class)->unrealize (widget);
}

static void
doublet_reading_view_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (doublet_reading_view_parent_class)->css_changed (widget, change);
  doublet_reading_view_renew_strips (DOUBLET_READING_VIEW (widget));
}

static void
remeasured_cb (DoubletReadingView *self)
{
  /* Comes while a column is given its size: the layout follows when all have theirs. */
  self->needs_layout = TRUE;
}

static void
touched_cb (DoubletReadingColumn *column,
            DoubletReadingView   *self)
{
  for (guint i = 0; i < self->n_shown; i++)
    if (self->columns[i] == GTK_WIDGET (column) && self->scroller != NULL)
      doublet_column_scroller_lead (self->scroller, i);
}

static void
scrollbar_touched_cb (DoubletReadingView *self)
{
  if (self->scroller != NULL)
    doublet_column_scroller_lead (self->scroller, 0);
}

static void
doublet_reading_view_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DoubletReadingView *self = DOUBLET_READING_VIEW (object);

  switch (id)
    {
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
doublet_reading_view_dispose (GObject *object)
{
  DoubletReadingView *self = DOUBLET_READING_VIEW (object);

  if (self->box != NULL)
    doublet_reading_view_drop_layout (self);
  if (self->navigator != NULL)
    g_signal_handlers_disconnect_by_data (self->navigator, self);
  g_clear_object (&self->navigator);
  g_clear_pointer (&self->preparation, doublet_text_preparation_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->collation, doublet_collation_unref);
  g_clear_object (&self->headings);
  self->n_shown = 0;
  G_OBJECT_CLASS (doublet_reading_view_parent_class)->dispose (object);
}

static void
doublet_reading_view_finalize (GObject *object)
{
  DoubletReadingView *self = DOUBLET_READING_VIEW (object);

  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    {
      g_free (self->absent[i]);
      g_free (self->elsewhere[i]);
      g_clear_pointer (&self->hits[i], g_array_unref);
    }
  g_free (self->found);
  g_free (self->status);
  G_OBJECT_CLASS (doublet_reading_view_parent_class)->finalize (object);
}

static void
doublet_reading_view_class_init (DoubletReadingViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = doublet_reading_view_get_property;
  object_class->dispose = doublet_reading_view_dispose;
  object_class->finalize = doublet_reading_view_finalize;
  widget_class->realize = doublet_reading_view_realize;
  widget_class->unrealize = doublet_reading_view_unrealize;
  widget_class->css_changed = doublet_reading_view_css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readingview");

  /**
   * DoubletReadingView:status:
   *
   * What is marked at the caret, in words, or "".
   */
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
make_columns (DoubletReadingView *self)
{
  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    {
      self->columns[i] = doublet_reading_column_new (self->headings);
      gtk_widget_set_visible (self->columns[i], FALSE);
      gtk_widget_set_hexpand (self->columns[i], TRUE);
      gtk_box_append (GTK_BOX (self->columns_box), self->columns[i]);
      g_signal_connect (self->columns[i], "touched", G_CALLBACK (touched_cb), self);
      g_signal_connect_swapped (doublet_reading_view_get_text_view (self, i), "remeasured", G_CALLBACK (remeasured_cb), self);
      g_signal_connect (doublet_reading_view_get_text_view (self, i), "clicked", G_CALLBACK (doublet_reading_view_clicked_cb), self);
      g_signal_connect (doublet_reading_view_get_text_view (self, i), "activated", G_CALLBACK (doublet_reading_view_activated_cb), self);
      g_signal_connect (doublet_reading_view_get_text_view (self, i), "compare", G_CALLBACK (doublet_reading_view_compare_cb), self);
      g_signal_connect (doublet_reading_view_get_text_view (self, i), "caret-moved", G_CALLBACK (doublet_reading_view_caret_moved_cb), self);
    }
}

static void
doublet_reading_view_init (DoubletReadingView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->status = g_strdup ("");
  self->headings = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->columns_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->columns_box), TRUE);
  make_columns (self);

  self->busy = gtk_label_new (_ ("Laying out the text …"));
  gtk_widget_add_css_class (self->busy, "reading-busy");
  gtk_widget_set_halign (self->busy, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->busy, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->busy, FALSE);
  gtk_widget_set_visible (self->busy, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->columns_box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->busy);
  gtk_widget_set_hexpand (overlay, TRUE);

  self->scrollbar = doublet_reading_scrollbar_new ();
  g_signal_connect_swapped (self->scrollbar, "touched", G_CALLBACK (scrollbar_touched_cb), self);

  self->strips_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (self->strips_box, "reading-strips");

  gtk_box_append (GTK_BOX (self->box), overlay);
  gtk_box_append (GTK_BOX (self->box), self->scrollbar);
  gtk_box_append (GTK_BOX (self->box), self->strips_box);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * doublet_reading_view_new:
 * @navigator: what is shown and selected
 *
 * Returns: (transfer floating): a view that follows @navigator
 */
GtkWidget *
doublet_reading_view_new (DoubletNavigator *navigator)
{
  DoubletReadingView *self = g_object_new (DOUBLET_TYPE_READING_VIEW, NULL);

  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (navigator), GTK_WIDGET (self));

  self->navigator = g_object_ref (navigator);
  doublet_reading_view_set_text_scale (self, 1);
  g_signal_connect (navigator, "changed", G_CALLBACK (navigator_changed_cb), self);
  navigator_changed_cb (navigator, DOUBLET_NAVIGATOR_COLLATION, self);
  return GTK_WIDGET (self);
}

/**
 * doublet_reading_view_set_heading:
 * @self: a view
 * @column: a column
 * @heading: (nullable) (transfer floating): what stands over it
 */
void
doublet_reading_view_set_heading (DoubletReadingView *self,
                                  guint               column,
                                  GtkWidget          *heading)
{
  g_return_if_fail (DOUBLET_IS_READING_VIEW (self));
  g_return_if_fail (column < DOUBLET_MAX_COLUMNS);

  doublet_reading_column_set_heading (DOUBLET_READING_COLUMN (self->columns[column]), heading);
}

/**
 * doublet_reading_view_set_text_scale:
 * @self: a view
 * @scale: the reading size, 1 for the usual one
 */
void
doublet_reading_view_set_text_scale (DoubletReadingView *self,
                                     double              scale)
{
  g_return_if_fail (DOUBLET_IS_READING_VIEW (self));

  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    doublet_article_view_set_scale (doublet_reading_view_get_text_view (self, i), scale);
}

/**
 * doublet_reading_view_grab_column:
 * @self: a view
 * @column: a column
 *
 * Gives the keyboard to the text of @column.
 */
void
doublet_reading_view_grab_column (DoubletReadingView *self,
                                  guint               column)
{
  g_return_if_fail (DOUBLET_IS_READING_VIEW (self));

  if (column < self->n_shown)
    gtk_widget_grab_focus (GTK_WIDGET (doublet_reading_view_get_text_view (self, column)));
}

/**
 * doublet_reading_view_get_status:
 * @self: a view
 *
 * Returns: (transfer none): what is marked at the caret, in words, or ""
 */
const char *
doublet_reading_view_get_status (DoubletReadingView *self)
{
  g_return_val_if_fail (DOUBLET_IS_READING_VIEW (self), "");

  return self->status;
}

/* Says what is at the caret of @column. */
void
doublet_reading_view_set_status (DoubletReadingView *self,
                                 guint               column,
                                 const char         *status)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (doublet_reading_view_get_text_view (self, column)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, status, -1);
  if (g_str_equal (self->status, status))
    return;
  g_free (self->status);
  self->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}
