/* reading-layout.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reading-view.h"

#include "reading-view-private.h"

#include "reading-marks.h"

#include <glib/gi18n-lib.h>

/* Which texts stand in which columns, and what belongs to them: rows, heights, strips. */

/* Room below the last paragraph; pixels. */
#define BOTTOM_MARGIN 24

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
    doublet_article_view_place_buttons (doublet_reading_view_get_text_view (self, i));
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
                                        doublet_reading_strip_marks_new (doublet_reading_view_get_text_view (self, i), self->aligner, i, palette, doublet_reading_view_get_selected_passage (self)),
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

void
doublet_reading_view_drop_layout (DoubletReadingView *self)
{
  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    doublet_article_view_set_rows (doublet_reading_view_get_text_view (self, i), NULL);
  g_clear_pointer (&self->scroller, doublet_column_scroller_free);
  g_clear_pointer (&self->aligner, doublet_row_aligner_free);
  g_clear_pointer (&self->rows, doublet_rows_free);
}

void
doublet_reading_view_want_layout (DoubletReadingView *self)
{
  self->needs_layout = TRUE;
  if (self->frame_clock != NULL)
    gdk_frame_clock_request_phase (self->frame_clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

/* The notes stand in the lines' space, so the rows follow. */
void
doublet_reading_view_set_notes (DoubletReadingView *self)
{
  for (guint i = 0; i < self->n_shown; i++)
    {
      guint8 *tones = NULL;
      GArray *notes = doublet_reading_notes_new (self->navigator, self->rows, i, doublet_article_view_get_text (doublet_reading_view_get_text_view (self, i)), &tones);

      doublet_article_view_set_notes (doublet_reading_view_get_text_view (self, i), notes, tones);
    }
}

void
doublet_reading_view_set_marks (DoubletReadingView *self)
{
  guint                 n_findings = 0;
  const DoubletFinding *findings = doublet_collation_get_findings (self->collation, &n_findings);

  for (guint i = 0; i < self->n_shown; i++)
    doublet_article_view_set_marks (doublet_reading_view_get_text_view (self, i), doublet_reading_marks_new (self->navigator, self->is_twin ? 0 : i), findings, n_findings);
}

static void
make_layout (DoubletReadingView *self)
{
  const DoubletScrollListener listener = { busy_changed_cb, settled_cb, self };
  DoubletArticleView         *views[DOUBLET_MAX_COLUMNS];

  doublet_reading_view_drop_layout (self);
  if (self->n_shown == 0)
    return;
  for (guint i = 0; i < self->n_shown; i++)
    views[i] = doublet_reading_view_get_text_view (self, i);
  self->rows = doublet_reading_rows_new (self->navigator, self->articles, self->n_shown);
  doublet_navigator_set_rows_capped (self->navigator, self->rows->capped);
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

/* Puts the text of @article into a column: one that was prepared if there is one. */
static void
renew_text (DoubletReadingView *self,
            guint               column,
            DoubletArticle     *article)
{
  DoubletArticleView  *view = doublet_reading_view_get_text_view (self, column);
  DoubletPreparedText *prepared = self->preparation != NULL ? doublet_text_preparation_take (self->preparation, article) : NULL;

  if (prepared != NULL)
    doublet_article_view_set_prepared (view, prepared);
  else
    {
      g_autoptr (DoubletDisplayText) text = self->is_twin && column == 1
                                              ? doublet_display_text_ref (doublet_article_view_get_text (doublet_reading_view_get_text_view (self, 0)))
                                              : doublet_display_text_new (article);

      doublet_article_view_set_text (view, text);
    }
}

static void
show_text (DoubletReadingView *self,
           guint               column)
{
  DoubletArticleView *view = doublet_reading_view_get_text_view (self, column);
  DoubletArticle     *article = doublet_collation_get_article (self->collation, self->articles[column]);
  DoubletDisplayText *shown = doublet_article_view_get_text (view);
  g_autofree char    *name = NULL;
  g_autofree char    *remark = NULL;

  if (shown == NULL || doublet_display_text_get_article (shown) != article)
    renew_text (self, column, article);
  if (doublet_display_text_is_cut (doublet_article_view_get_text (view)))
    /* Translators: under a text that is too long for the window; MB of text */
    remark = g_strdup_printf (_ ("The window shows the first %u MB of this article; the comparison and the report hold all of it."), DOUBLET_DISPLAY_TEXT_MB);
  doublet_reading_column_set_remark (DOUBLET_READING_COLUMN (self->columns[column]), remark);
  doublet_article_view_set_base (view, column == 0);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), BOTTOM_MARGIN);
  /* Translators: what a screen reader calls a text: the letter of the article and its title */
  name = g_strdup_printf (_ ("Article %s: %s"), doublet_collation_get_label (self->collation, self->articles[column]), doublet_article_get_title (article));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Which articles stand in which columns. */
void
doublet_reading_view_renew_columns (DoubletReadingView *self)
{
  guint        n_columns = 0;
  const guint *columns = doublet_navigator_get_columns (self->navigator, &n_columns);

  doublet_reading_view_drop_layout (self);
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
      else if (doublet_article_view_get_text (doublet_reading_view_get_text_view (self, i)) != NULL)
        {
          doublet_article_view_set_text (doublet_reading_view_get_text_view (self, i), NULL);
          doublet_article_view_set_marks (doublet_reading_view_get_text_view (self, i), NULL, NULL, 0);
        }
    }
  g_clear_pointer (&self->found, g_free);
  doublet_reading_scrollbar_set_source (DOUBLET_READING_SCROLLBAR (self->scrollbar), doublet_reading_column_get_adjustment (DOUBLET_READING_COLUMN (self->columns[0])));
  make_strips (self);
  make_layout (self);
}

/*
 * Runs when all columns have their sizes and nothing is drawn yet.  What is done here
 * may ask for sizes anew, which is not allowed while sizes are given; the frame clock
 * goes around again before it draws.
 */
void
doublet_reading_view_layout_cb (DoubletReadingView *self)
{
  if (!self->needs_layout || self->aligner == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  self->needs_layout = FALSE;
  for (guint i = 0; i < self->n_shown; i++)
    doublet_article_view_hide_buttons (doublet_reading_view_get_text_view (self, i));
  doublet_row_aligner_start (self->aligner, doublet_column_scroller_get_top_row (self->scroller));
  doublet_reading_view_renew_strips (self);
  if (self->goes_to_selection)
    doublet_reading_view_go_to_selection (self);
  doublet_column_scroller_settle (self->scroller);
}

/* A text of so many bytes is made ready while the window lives; a shorter one at once:
 * that takes less than 20 ms. */
#define PREPARED_BYTES (128 * 1024)

/* Room for an article twice, which a single one may need. */
#define MAX_PREPARED (2 * DOUBLET_MAX_COLUMNS)

/* The long texts that @collation would show and that are not here yet. */
static guint
find_missing (DoubletReadingView *self,
              DoubletCollation   *collation,
              DoubletArticle    **missing)
{
  guint columns[DOUBLET_MAX_COLUMNS];
  guint n_columns = doublet_navigator_foresee_columns (self->navigator, collation, columns);
  guint n_missing = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      DoubletArticle     *article = doublet_collation_get_article (collation, columns[i]);
      DoubletDisplayText *shown = doublet_article_view_get_text (doublet_reading_view_get_text_view (self, i));
      gsize               n_bytes;

      doublet_article_get_text (article, &n_bytes);
      if (n_bytes < PREPARED_BYTES || (shown != NULL && doublet_display_text_get_article (shown) == article) ||
          (self->preparation != NULL && doublet_text_preparation_count (self->preparation, article) > 0))
        continue;
      missing[n_missing++] = article;
      /* A copy of a passage is shown beside the other. */
      if (n_columns == 1)
        missing[n_missing++] = article;
    }
  return n_missing;
}

static void
prepared_cb (gpointer data)
{
  DoubletReadingView *self = data;

  gtk_widget_set_visible (self->busy, FALSE);
  self->ready (self->ready_data);
}

/**
 * doublet_reading_view_prepare:
 * @self: a view
 * @collation: what is to be shown next
 * @ready: called when it can be shown, if that is not the case yet
 * @user_data: for @ready; outlives @self
 *
 * Gets the long texts of @collation ready, so that showing it does not keep the window
 * waiting.  Asked again meanwhile, it goes on with what is wanted last.
 *
 * Returns: whether @collation can be shown now
 */
gboolean
doublet_reading_view_prepare (DoubletReadingView     *self,
                              DoubletCollation       *collation,
                              DoubletReadingReadyFunc ready,
                              gpointer                user_data)
{
  DoubletArticle *missing[MAX_PREPARED];
  guint           n_missing;

  g_return_val_if_fail (DOUBLET_IS_READING_VIEW (self), TRUE);

  self->ready = ready;
  self->ready_data = user_data;
  n_missing = find_missing (self, collation, missing);
  if (n_missing == 0)
    return TRUE;
  gtk_widget_set_visible (self->busy, TRUE);
  if (self->preparation != NULL && !doublet_text_preparation_is_done (self->preparation) && doublet_text_preparation_is_for (self->preparation, missing, n_missing))
    return FALSE;
  g_clear_pointer (&self->preparation, doublet_text_preparation_free);
  self->preparation = doublet_text_preparation_new (missing, n_missing, prepared_cb, self);
  return FALSE;
}
