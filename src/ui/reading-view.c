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

/* Room below the last paragraph; pixels. */
#define BOTTOM_MARGIN 24

enum
{
  PROP_0,
  PROP_STATUS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DoubletReadingView, doublet_reading_view, GTK_TYPE_WIDGET)

static DoubletArticleView *
get_view (DoubletReadingView *self,
          guint               column)
{
  return doublet_reading_column_get_view (DOUBLET_READING_COLUMN (self->columns[column]));
}

static void
aligned_cb (gpointer data)
{
  doublet_reading_view_renew_strips (data);
}

static void
busy_changed_cb (gboolean busy,
                 gpointer data)
{
  DoubletReadingView *self = data;

  gtk_widget_set_visible (self->busy, busy);
}

static void
settled_cb (gpointer data)
{
  DoubletReadingView *self = data;

  for (guint i = 0; i < self->n_shown; i++)
    doublet_article_view_place_buttons (get_view (self, i));
}

/* The selected passage, or DOUBLET_NO_PASSAGE. */
static guint32
get_selected_passage (DoubletReadingView *self)
{
  const DoubletNavigatorItem *item = doublet_navigator_get_item (self->navigator, doublet_navigator_get_selected (self->navigator));

  return item != NULL && item->finding != DOUBLET_NO_ITEM ? item->finding : DOUBLET_NO_PASSAGE;
}

/* The finding that is shown twice side by side, or NULL. */
const DoubletFinding *
doublet_reading_view_get_twin_finding (DoubletReadingView *self)
{
  DoubletCollation     *collation = doublet_navigator_get_collation (self->navigator);
  guint32               passage = get_selected_passage (self);
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

/* Makes the strips anew: places, colours or the selection changed. */
void
doublet_reading_view_renew_strips (DoubletReadingView *self)
{
  const DoubletPalette *palette = doublet_palette_for_widget (GTK_WIDGET (self));
  gboolean              is_done = self->aligner != NULL && doublet_row_aligner_is_done (self->aligner);

  for (guint i = 0; i < self->n_shown; i++)
    if (self->strips[i] != NULL && self->aligner != NULL)
      doublet_overview_strip_set_marks (DOUBLET_OVERVIEW_STRIP (self->strips[i]),
                                        doublet_reading_strip_marks_new (get_view (self, i), self->aligner, i, palette, get_selected_passage (self)),
                                        is_done ? doublet_row_aligner_get_end (self->aligner) : 0);
}

static void
strip_jump_cb (GtkWidget          *strip,
               double              fraction,
               DoubletReadingView *self)
{
  for (guint i = 0; i < self->n_shown; i++)
    if (self->strips[i] == strip && self->scroller != NULL)
      doublet_column_scroller_scroll_to (self->scroller, i, fraction);
}

static void
make_strips (DoubletReadingView *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);

  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    if (self->strips[i] != NULL)
      gtk_box_remove (GTK_BOX (self->strips_box), g_steal_pointer (&self->strips[i]));

  for (guint i = 0; i < self->n_shown; i++)
    {
      const char      *label = doublet_collation_get_label (collation, self->articles[i]);
      g_autofree char *name = NULL;

      /* Translators: the letter of an article; a picture of where its marks are */
      name = g_strdup_printf (_ ("Overview of article %s"), label);
      self->strips[i] = doublet_overview_strip_new (label, name);
      gtk_widget_set_vexpand (self->strips[i], TRUE);
      doublet_overview_strip_set_adjustment (DOUBLET_OVERVIEW_STRIP (self->strips[i]), doublet_reading_column_get_adjustment (DOUBLET_READING_COLUMN (self->columns[i])));
      g_signal_connect (self->strips[i], "jump", G_CALLBACK (strip_jump_cb), self);
      gtk_box_append (GTK_BOX (self->strips_box), self->strips[i]);
    }
  gtk_widget_set_visible (self->strips_box, self->n_shown > 0);
  gtk_widget_set_visible (self->scrollbar, self->n_shown > 0);
}

static void
drop_layout (DoubletReadingView *self)
{
  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    doublet_article_view_set_rows (get_view (self, i), NULL);
  g_clear_pointer (&self->scroller, doublet_column_scroller_free);
  g_clear_pointer (&self->aligner, doublet_row_aligner_free);
  g_clear_pointer (&self->rows, doublet_rows_free);
}

static void
want_layout (DoubletReadingView *self)
{
  self->needs_layout = TRUE;
  if (self->frame_clock != NULL)
    gdk_frame_clock_request_phase (self->frame_clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

/* The notes stand in the lines' space, so the rows follow. */
static void
set_notes (DoubletReadingView *self)
{
  for (guint i = 0; i < self->n_shown; i++)
    {
      guint8 *tones = NULL;
      GArray *notes = doublet_reading_notes_new (self->navigator, self->rows, i, doublet_article_view_get_text (get_view (self, i)), &tones);

      doublet_article_view_set_notes (get_view (self, i), notes, tones);
    }
}

static void
set_marks (DoubletReadingView *self)
{
  guint                 n_findings = 0;
  const DoubletFinding *findings = doublet_collation_get_findings (self->collation, &n_findings);

  for (guint i = 0; i < self->n_shown; i++)
    doublet_article_view_set_marks (get_view (self, i), doublet_reading_marks_new (self->navigator, self->is_twin ? 0 : i), findings, n_findings);
}

static void
make_layout (DoubletReadingView *self)
{
  const DoubletScrollListener listener = { busy_changed_cb, settled_cb, self };
  DoubletArticleView         *views[DOUBLET_MAX_COLUMNS];

  drop_layout (self);
  if (self->n_shown == 0)
    return;
  for (guint i = 0; i < self->n_shown; i++)
    views[i] = get_view (self, i);
  self->rows = doublet_reading_rows_new (self->navigator, self->articles, self->n_shown);
  self->aligner = doublet_row_aligner_new (self->rows, views, aligned_cb, self);
  self->scroller = doublet_column_scroller_new (views, self->n_shown, &listener);
  doublet_column_scroller_set_aligner (self->scroller, self->aligner);
  for (guint i = 0; i < self->n_shown; i++)
    {
      const char       *label = doublet_collation_get_label (self->collation, self->articles[i]);
      DoubletColumnRows rows = { .rows = self->rows, .column = i, .heights = doublet_row_aligner_get_heights (self->aligner) };

      g_free (self->absent[i]);
      g_free (self->elsewhere[i]);
      /* Translators: where a paragraph of another article has no counterpart; the letter of this one */
      self->absent[i] = g_strdup_printf (_ ("not in %s"), label);
      /* Translators: where the counterpart of a paragraph stands in another place of this article */
      self->elsewhere[i] = g_strdup_printf (_ ("not here in %s"), label);
      rows.absent = self->absent[i];
      rows.elsewhere = self->elsewhere[i];
      doublet_article_view_set_rows (views[i], &rows);
    }
}

static void
show_text (DoubletReadingView *self,
           guint               column)
{
  DoubletArticleView *view = get_view (self, column);
  DoubletArticle     *article = doublet_collation_get_article (self->collation, self->articles[column]);
  DoubletDisplayText *shown = doublet_article_view_get_text (view);
  g_autofree char    *name = NULL;

  if (shown == NULL || doublet_display_text_get_article (shown) != article)
    {
      g_autoptr (DoubletDisplayText) text = self->is_twin && column == 1
                                              ? doublet_display_text_ref (doublet_article_view_get_text (get_view (self, 0)))
                                              : doublet_display_text_new (article);

      doublet_article_view_set_text (view, text);
    }
  doublet_article_view_set_base (view, column == 0);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), BOTTOM_MARGIN);
  /* Translators: what a screen reader calls a text: the letter of the article and its title */
  name = g_strdup_printf (_ ("Article %s: %s"), doublet_collation_get_label (self->collation, self->articles[column]), doublet_article_get_title (article));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Which articles stand in which columns. */
static void
renew_columns (DoubletReadingView *self)
{
  guint        n_columns = 0;
  const guint *columns = doublet_navigator_get_columns (self->navigator, &n_columns);

  drop_layout (self);
  self->is_twin = self->collation != NULL && doublet_reading_view_get_twin_finding (self) != NULL;
  self->n_shown = self->collation != NULL ? MIN (n_columns, DOUBLET_MAX_COLUMNS) : 0;
  for (guint i = 0; i < self->n_shown; i++)
    self->articles[i] = columns[i];
  if (self->is_twin)
    self->articles[self->n_shown++] = columns[0];

  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    {
      gboolean is_shown = i < self->n_shown;

      gtk_widget_set_visible (self->columns[i], is_shown);
      doublet_reading_column_set_caption (DOUBLET_READING_COLUMN (self->columns[i]), self->is_twin && i == 1 ? _ ("The same article, at another copy") : NULL);
      if (is_shown)
        show_text (self, i);
      else if (doublet_article_view_get_text (get_view (self, i)) != NULL)
        {
          doublet_article_view_set_text (get_view (self, i), NULL);
          doublet_article_view_set_marks (get_view (self, i), NULL, NULL, 0);
        }
    }
  g_clear_pointer (&self->found, g_free);
  doublet_reading_scrollbar_set_source (DOUBLET_READING_SCROLLBAR (self->scrollbar), doublet_reading_column_get_adjustment (DOUBLET_READING_COLUMN (self->columns[0])));
  make_strips (self);
  make_layout (self);
}

static void
show_selection (DoubletReadingView *self)
{
  for (guint i = 0; i < self->n_shown; i++)
    doublet_article_view_set_selected (get_view (self, i), get_selected_passage (self));
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
    renew_columns (self);
  if (marks && self->collation != NULL)
    {
      set_notes (self);
      set_marks (self);
      want_layout (self);
    }
  /* The views are through with the passages of the previous one only now. */
  g_clear_pointer (&previous, doublet_collation_unref);
  if (marks || (aspects & DOUBLET_NAVIGATOR_SELECTION) != 0)
    show_selection (self);
  if ((aspects & DOUBLET_NAVIGATOR_SELECTION) != 0)
    doublet_reading_view_go_to_selection (self);
}

/*
 * Runs when all columns have their sizes and nothing is drawn yet.  What is done here
 * may ask for sizes anew, which is not allowed while sizes are given; the frame clock
 * goes around again before it draws.
 */
static void
layout_cb (DoubletReadingView *self)
{
  if (!self->needs_layout || self->aligner == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  self->needs_layout = FALSE;
  for (guint i = 0; i < self->n_shown; i++)
    doublet_article_view_hide_buttons (get_view (self, i));
  doublet_row_aligner_start (self->aligner, doublet_column_scroller_get_top_row (self->scroller));
  doublet_reading_view_renew_strips (self);
  if (self->goes_to_selection)
    doublet_reading_view_go_to_selection (self);
  doublet_column_scroller_settle (self->scroller);
}

static void
doublet_reading_view_realize (GtkWidget *widget)
{
  DoubletReadingView *self = DOUBLET_READING_VIEW (widget);

  GTK_WIDGET_CLASS (doublet_reading_view_parent_class)->realize (widget);
  /* Behind the window's own handler, which gives the sizes. */
  self->frame_clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_handler = g_signal_connect_data (self->frame_clock, "layout", G_CALLBACK (layout_cb), self, NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
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
    drop_layout (self);
  if (self->navigator != NULL)
    g_signal_handlers_disconnect_by_data (self->navigator, self);
  g_clear_object (&self->navigator);
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
      g_signal_connect_swapped (get_view (self, i), "remeasured", G_CALLBACK (remeasured_cb), self);
      g_signal_connect (get_view (self, i), "clicked", G_CALLBACK (doublet_reading_view_clicked_cb), self);
      g_signal_connect (get_view (self, i), "activated", G_CALLBACK (doublet_reading_view_activated_cb), self);
      g_signal_connect (get_view (self, i), "compare", G_CALLBACK (doublet_reading_view_compare_cb), self);
      g_signal_connect (get_view (self, i), "caret-moved", G_CALLBACK (doublet_reading_view_caret_moved_cb), self);
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
    doublet_article_view_set_scale (get_view (self, i), scale);
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
    gtk_widget_grab_focus (GTK_WIDGET (get_view (self, column)));
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_view (self, column)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, status, -1);
  if (g_str_equal (self->status, status))
    return;
  g_free (self->status);
  self->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}
