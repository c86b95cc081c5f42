/* column-scroller.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "column-scroller.h"

/*
 * GtkTextView lays out what is seen first and the rest when idle; until then the
 * heights above a place are wrong, and on GTK 4.8 scroll_to_mark() and its like land in
 * a wrong place for good.  The aligner knows where everything will be: what a view says
 * is compared with that, so the scroller knows when a view has settled and when a jump
 * has arrived.
 *
 * In a pair (two copies inside one article) the second view follows at a fixed
 * distance, which keeps the first lines of the copies level.
 */

#define RETRY_MS 50

/* Whatever the text, nobody waits longer: half a minute, and more where the machine has
 * no time for this program. */
#define MAX_RETRIES 600

/* Work that takes longer than this is told. */
#define BUSY_AFTER 6

/* Where a jump puts its target: this far down what is seen. */
#define TARGET_FRACTION 0.22

/* What is between these parts of the page is well in sight. */
#define SHOWN_FROM 0.02
#define SHOWN_TO 0.75

#define MAX_VIEWS 4

typedef struct
{
  DoubletColumnScroller *scroller;
  DoubletArticleView    *view; /* owned */
  GtkAdjustment         *adjustment;
  guint                  index;
} Column;

struct _DoubletColumnScroller
{
  Column                columns[MAX_VIEWS];
  guint                 n_columns;
  DoubletRowAligner    *aligner; /* borrowed, (nullable) */
  DoubletScrollListener listener;

  guint               leader;
  gboolean            following; /* a change of value is our own */
  gboolean            is_pair;
  int                 distance; /* of a pair: the second's place minus the first's */
  DoubletScrollTarget targets[2];
  guint               n_targets; /* a jump that has not arrived yet */
  guint               source;
  guint               n_retries;
  gboolean            busy;
};

static guint32
count_lines (const Column *column)
{
  DoubletDisplayText *text = doublet_article_view_get_text (column->view);
  guint32             n_lines = 0;

  if (text != NULL)
    doublet_display_text_get_lines (text, &n_lines);
  return n_lines;
}

static void
set_value (Column *column,
           double  value)
{
  DoubletColumnScroller *self = column->scroller;

  self->following = TRUE;
  gtk_adjustment_set_value (column->adjustment, value);
  self->following = FALSE;
}

/* Where line @line begins, as the view has it now. */
static int
get_line_y (const Column *column,
            guint32       line)
{
  int y = 0;

  doublet_article_view_get_line_y (column->view, line, &y);
  return y;
}

static guint32
get_first_line_of_row (DoubletColumnScroller *self,
                       const Column          *column,
                       guint32                row)
{
  return doublet_row_aligner_find_first_line (self->aligner, column->index, row);
}

/* The row at the top of a view, and how far below the row's beginning the view begins.
 * Rows that hold nothing here count to the one before them. */
static gboolean
find_place (DoubletColumnScroller *self,
            const Column          *column,
            guint32               *row,
            double                *below)
{
  guint32 n_lines = count_lines (column);
  double  value = gtk_adjustment_get_value (column->adjustment);
  guint32 line;

  if (n_lines == 0)
    return FALSE;
  line = MIN (doublet_article_view_get_line_at (column->view, (int)value), n_lines - 1);
  *row = doublet_row_aligner_find_row (self->aligner, column->index, line);
  *below = value - get_line_y (column, get_first_line_of_row (self, column, *row));
  return TRUE;
}

static void
follow_row (DoubletColumnScroller *self)
{
  const Column *leader = &self->columns[self->leader];
  guint32       row;
  double        below;

  if (self->aligner == NULL || !find_place (self, leader, &row, &below))
    return;
  doublet_row_aligner_prefer (self->aligner, row);
  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];
      guint32 line;
      guint32 of_line;
      int     y;

      if (i == self->leader || count_lines (column) == 0)
        continue;
      line = get_first_line_of_row (self, column, row);
      y = get_line_y (column, line);
      /* A row that holds nothing here begins somewhere in the padding before. */
      of_line = doublet_row_aligner_find_row (self->aligner, i, line);
      y += doublet_row_aligner_get_distance (self->aligner, of_line, row);
      set_value (column, y + below);
    }
}

static void
follow (DoubletColumnScroller *self)
{
  if (!self->is_pair)
    follow_row (self);
  else if (self->leader < 2 && self->n_columns == 2)
    set_value (&self->columns[1 - self->leader],
               gtk_adjustment_get_value (self->columns[self->leader].adjustment) + (self->leader == 0 ? self->distance : -self->distance));
}

static void
value_changed_cb (GtkAdjustment *adjustment,
                  Column        *column)
{
  DoubletColumnScroller *self = column->scroller;

  if (!self->following && column->index == self->leader)
    follow (self);
}

static gboolean
is_column_settled (DoubletColumnScroller *self,
                   const Column          *column)
{
  guint32 n_lines = count_lines (column);
  int     y;

  if (n_lines == 0)
    return TRUE;
  /* The last line is where it should be only if all lines before it are. */
  return doublet_article_view_get_line_y (column->view, n_lines - 1, &y) && y == (int)doublet_row_aligner_get_line_top (self->aligner, column->index, n_lines - 1);
}

/**
 * doublet_column_scroller_is_settled:
 * @self: a scroller
 *
 * Returns: whether all views have laid out all of their text
 */
gboolean
doublet_column_scroller_is_settled (DoubletColumnScroller *self)
{
  if (self->aligner == NULL || !doublet_row_aligner_is_done (self->aligner))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (!is_column_settled (self, &self->columns[i]))
      return FALSE;
  return TRUE;
}

static int
get_byte_y (const Column *column,
            guint32       byte)
{
  DoubletDisplayText *text = doublet_article_view_get_text (column->view);
  GtkTextIter         iter;
  GdkRectangle        place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (column->view)), &iter, doublet_display_text_to_offset (text, byte));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (column->view), &iter, &place);
  return place.y;
}

static void
go_to_targets (DoubletColumnScroller *self)
{
  int margin = G_MAXINT;
  int ys[2];

  for (guint i = 0; i < self->n_targets; i++)
    {
      Column *column = &self->columns[self->targets[i].column];

      ys[i] = get_byte_y (column, self->targets[i].byte);
      margin = MIN (margin, ys[i]);
      margin = MIN (margin, (int)(TARGET_FRACTION * gtk_adjustment_get_page_size (column->adjustment)));
    }
  if (self->n_targets == 2)
    self->distance = ys[1] - ys[0];
  for (guint i = 0; i < self->n_targets; i++)
    set_value (&self->columns[self->targets[i].column], ys[i] - margin);
  if (self->n_targets == 1)
    {
      self->leader = self->targets[0].column;
      follow (self);
    }
}

static void
set_busy (DoubletColumnScroller *self,
          gboolean               busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  self->listener.busy_changed (busy, self->listener.user_data);
}

static void
stop (DoubletColumnScroller *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->n_targets = 0;
  set_busy (self, FALSE);
}

static gboolean
retry_cb (gpointer data)
{
  DoubletColumnScroller *self = data;
  gboolean               settled = doublet_column_scroller_is_settled (self);

  if (self->n_targets > 0)
    go_to_targets (self);
  else
    follow (self);
  self->n_retries++;
  if (!settled && self->n_retries < MAX_RETRIES)
    {
      set_busy (self, self->n_targets > 0 && self->n_retries > BUSY_AFTER);
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  stop (self);
  if (settled)
    self->listener.settled (self->listener.user_data);
  return G_SOURCE_REMOVE;
}

/**
 * doublet_column_scroller_settle:
 * @self: a scroller
 *
 * Something about the layout changed: keeps the views level until all have settled.
 */
void
doublet_column_scroller_settle (DoubletColumnScroller *self)
{
  self->n_retries = 0;
  if (self->source == 0)
    self->source = g_timeout_add (RETRY_MS, retry_cb, self);
}

/**
 * doublet_column_scroller_new:
 * @views: (array length=n_views): the views, inside their scrolled windows
 * @n_views: how many, at most 4
 * @listener: told how it gets on
 *
 * Returns: (transfer full): a scroller
 */
DoubletColumnScroller *
doublet_column_scroller_new (DoubletArticleView *const   *views,
                             guint                        n_views,
                             const DoubletScrollListener *listener)
{
  DoubletColumnScroller *self = g_new0 (DoubletColumnScroller, 1);

  self->listener = *listener;
  self->n_columns = MIN (n_views, MAX_VIEWS);
  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];

      column->scroller = self;
      column->index = i;
      column->view = g_object_ref (views[i]);
      column->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (views[i])));
      g_signal_connect (column->adjustment, "value-changed", G_CALLBACK (value_changed_cb), column);
    }
  return self;
}

/**
 * doublet_column_scroller_free:
 * @self: (transfer full): a scroller
 */
void
doublet_column_scroller_free (DoubletColumnScroller *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_signal_handlers_disconnect_by_data (self->columns[i].adjustment, &self->columns[i]);
      g_object_unref (self->columns[i].adjustment);
      g_object_unref (self->columns[i].view);
    }
  g_free (self);
}

/**
 * doublet_column_scroller_set_aligner:
 * @self: a scroller
 * @aligner: (nullable): who knows the rows of the views; outlives its use here
 */
void
doublet_column_scroller_set_aligner (DoubletColumnScroller *self,
                                     DoubletRowAligner     *aligner)
{
  self->aligner = aligner;
}

/**
 * doublet_column_scroller_lead:
 * @self: a scroller
 * @column: a column
 *
 * A person scrolls @column: a jump that has not arrived is off, the others follow.
 */
void
doublet_column_scroller_lead (DoubletColumnScroller *self,
                              guint                  column)
{
  self->leader = column;
  self->n_targets = 0;
  set_busy (self, FALSE);
}

/**
 * doublet_column_scroller_get_top_row:
 * @self: a scroller
 *
 * Returns: the row at the top of what is seen
 */
guint32
doublet_column_scroller_get_top_row (DoubletColumnScroller *self)
{
  guint32 row = 0;
  double  below;

  if (self->aligner != NULL && self->n_columns > 0)
    find_place (self, &self->columns[self->leader], &row, &below);
  return row;
}

/**
 * doublet_column_scroller_jump:
 * @self: a scroller
 * @column: a column
 * @byte: a byte of its article
 *
 * Brings @byte into sight in @column; the others follow.
 */
void
doublet_column_scroller_jump (DoubletColumnScroller *self,
                              guint                  column,
                              guint32                byte)
{
  g_return_if_fail (column < self->n_columns);

  self->is_pair = FALSE;
  self->targets[0] = (DoubletScrollTarget){ column, byte };
  self->n_targets = 1;
  go_to_targets (self);
  doublet_column_scroller_settle (self);
}

/**
 * doublet_column_scroller_jump_pair:
 * @self: a scroller of two views
 * @first_byte: a byte in the first
 * @second_byte: a byte in the second
 *
 * Brings both into sight, at the same height; from now on the two scroll at this
 * distance.
 */
void
doublet_column_scroller_jump_pair (DoubletColumnScroller *self,
                                   guint32                first_byte,
                                   guint32                second_byte)
{
  g_return_if_fail (self->n_columns == 2);

  self->is_pair = TRUE;
  self->targets[0] = (DoubletScrollTarget){ 0, first_byte };
  self->targets[1] = (DoubletScrollTarget){ 1, second_byte };
  self->n_targets = 2;
  go_to_targets (self);
  doublet_column_scroller_settle (self);
}

/**
 * doublet_column_scroller_shows:
 * @self: a scroller
 * @column: a column
 * @byte: a byte of its article
 *
 * Returns: whether @byte is well in sight, and will stay there
 */
gboolean
doublet_column_scroller_shows (DoubletColumnScroller *self,
                               guint                  column,
                               guint32                byte)
{
  const Column *at = &self->columns[column];
  double        page = gtk_adjustment_get_page_size (at->adjustment);
  double        value = gtk_adjustment_get_value (at->adjustment);
  int           y;

  if (!doublet_column_scroller_is_settled (self) || self->n_targets > 0)
    return FALSE;
  y = get_byte_y (at, byte);
  return y >= value + SHOWN_FROM * page && y <= value + SHOWN_TO * page;
}

/**
 * doublet_column_scroller_scroll_to:
 * @self: a scroller
 * @column: a column
 * @fraction: of its whole height
 *
 * A person drags a handle: puts that place in the middle of what is seen.
 */
void
doublet_column_scroller_scroll_to (DoubletColumnScroller *self,
                                   guint                  column,
                                   double                 fraction)
{
  GtkAdjustment *adjustment;
  double         length;

  g_return_if_fail (column < self->n_columns);

  adjustment = self->columns[column].adjustment;
  length = doublet_row_aligner_is_done (self->aligner) ? doublet_row_aligner_get_end (self->aligner) : gtk_adjustment_get_upper (adjustment);
  doublet_column_scroller_lead (self, column);
  gtk_adjustment_set_value (adjustment, fraction * length - gtk_adjustment_get_page_size (adjustment) / 2);
}

/**
 * doublet_column_scroller_is_waiting:
 * @self: a scroller
 *
 * Returns: whether it still watches the views settle, or a jump arrive
 */
gboolean
doublet_column_scroller_is_waiting (const DoubletColumnScroller *self)
{
  return self->source != 0;
}
