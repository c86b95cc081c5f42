/* row-aligner.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "row-aligner.h"

/*
 * A cell is padded below its last line.  Where a row holds nothing in a column, its
 * whole height goes below the line before it, or, before the first line, above that.
 * So each row has in each column an owner: the line that its padding goes to; and the
 * padding of a line is the sum over the rows that it owns.  Paddings grow as rows get
 * measured, in whatever order.
 */

/* A piece of work may take so long: less than what a frame has to spare. */
#define AT_ONCE_US 30000
#define IDLE_US 8000

/* Before the views lay themselves out, which they would have to do again; behind
 * drawing. */
#define IDLE_PRIORITY (GTK_TEXT_VIEW_PRIORITY_VALIDATE - 2)

#define NO_LINE G_MAXUINT32

typedef struct
{
  DoubletArticleView *view;    /* owned */
  guint32            *owner;   /* by row; NO_LINE for above the first line */
  guint32            *padding; /* by line: what is known of it */
  guint32            *tops;    /* by line, when all is done */
  guint32             n_lines;
  guint32             head;
} Column;

struct _DoubletRowAligner
{
  const DoubletRows    *rows; /* borrowed */
  Column               *columns;
  gint32               *heights;  /* by row, -1 if not known */
  guint32              *row_tops; /* n_rows + 1, when all is done */
  guint32               next_row;
  guint32               n_left;
  guint                 next_column; /* what of next_row was measured */
  guint32               next_line;
  guint                 source;
  DoubletRowAlignerFunc done;
  gpointer              user_data;
};

static void
get_cell_lines (const DoubletRowAligner *self,
                guint                    column,
                guint32                  row,
                guint32                 *first_line,
                guint32                 *end_line)
{
  const DoubletCell *cell = doublet_rows_get_cell (self->rows, row, column);

  doublet_display_text_get_block_lines (doublet_article_view_get_text (self->columns[column].view), cell->first_block, cell->end_block, first_line, end_line);
}

static void
find_owners (DoubletRowAligner *self,
             guint              column)
{
  guint32 owner = NO_LINE;

  for (guint32 row = 0; row < self->rows->n_rows; row++)
    {
      guint32 first_line;
      guint32 end_line;

      get_cell_lines (self, column, row, &first_line, &end_line);
      if (first_line < end_line)
        owner = end_line - 1;
      self->columns[column].owner[row] = owner;
    }
}

/**
 * doublet_row_aligner_new:
 * @rows: the rows; outlives @self
 * @views: a view for each column of @rows, with its text
 * @done: called when all rows are level
 * @user_data: for @done
 *
 * Returns: (transfer full): an aligner that waits to be started
 */
DoubletRowAligner *
doublet_row_aligner_new (const DoubletRows         *rows,
                         DoubletArticleView *const *views,
                         DoubletRowAlignerFunc      done,
                         gpointer                   user_data)
{
  DoubletRowAligner *self = g_new0 (DoubletRowAligner, 1);

  self->rows = rows;
  self->done = done;
  self->user_data = user_data;
  self->columns = g_new0 (Column, rows->n_columns);
  self->heights = g_new (gint32, rows->n_rows);
  self->row_tops = g_new0 (guint32, rows->n_rows + 1);
  self->n_left = rows->n_rows;
  for (guint32 row = 0; row < rows->n_rows; row++)
    self->heights[row] = -1;
  for (guint c = 0; c < rows->n_columns; c++)
    {
      Column *column = &self->columns[c];

      column->view = g_object_ref (views[c]);
      doublet_display_text_get_lines (doublet_article_view_get_text (views[c]), &column->n_lines);
      column->owner = g_new (guint32, rows->n_rows);
      column->padding = g_new0 (guint32, column->n_lines);
      column->tops = g_new0 (guint32, column->n_lines);
      find_owners (self, c);
    }
  return self;
}

/**
 * doublet_row_aligner_free:
 * @self: (transfer full): an aligner
 */
void
doublet_row_aligner_free (DoubletRowAligner *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint c = 0; c < self->rows->n_columns; c++)
    {
      g_object_unref (self->columns[c].view);
      g_free (self->columns[c].owner);
      g_free (self->columns[c].padding);
      g_free (self->columns[c].tops);
    }
  g_free (self->columns);
  g_free (self->heights);
  g_free (self->row_tops);
  g_free (self);
}

static int
get_line_height (DoubletRowAligner *self,
                 guint              column,
                 guint32            line)
{
  DoubletArticleView *view = self->columns[column].view;
  DoubletLineSpacing *spacing = doublet_article_view_get_spacing (view);

  return doublet_line_heights_get (doublet_article_view_get_heights (view), line) + doublet_line_spacing_get_natural_above (spacing, line) + doublet_line_spacing_get_natural_below (spacing, line);
}

/* Goes on measuring the next row; whether all of it is measured. */
static gboolean
measure_row (DoubletRowAligner *self,
             gint64             until)
{
  for (; self->next_column < self->rows->n_columns; self->next_column++, self->next_line = 0)
    {
      guint32 first_line;
      guint32 end_line;

      get_cell_lines (self, self->next_column, self->next_row, &first_line, &end_line);
      for (self->next_line = MAX (self->next_line, first_line); self->next_line < end_line; self->next_line++)
        {
          if (g_get_monotonic_time () > until)
            return FALSE;
          doublet_line_heights_get (doublet_article_view_get_heights (self->columns[self->next_column].view), self->next_line);
        }
    }
  self->next_column = 0;
  self->next_line = 0;
  return TRUE;
}

static guint32
get_cell_height (DoubletRowAligner *self,
                 guint              column,
                 guint32            row)
{
  guint32 first_line;
  guint32 end_line;
  guint32 sum = 0;

  get_cell_lines (self, column, row, &first_line, &end_line);
  for (guint32 line = first_line; line < end_line; line++)
    sum += get_line_height (self, column, line);
  return sum;
}

static void
finish_row (DoubletRowAligner *self,
            guint32            row)
{
  guint32 *of_columns = g_newa (guint32, self->rows->n_columns);
  guint32  height = 0;

  for (guint c = 0; c < self->rows->n_columns; c++)
    {
      of_columns[c] = get_cell_height (self, c, row);
      height = MAX (height, of_columns[c]);
    }
  self->heights[row] = height;
  for (guint c = 0; c < self->rows->n_columns; c++)
    {
      Column *column = &self->columns[c];

      if (column->owner[row] == NO_LINE)
        column->head += height;
      else
        column->padding[column->owner[row]] += height - of_columns[c];
    }
}

static void
apply_padding (DoubletRowAligner *self,
               guint32            row)
{
  for (guint c = 0; c < self->rows->n_columns; c++)
    {
      Column             *column = &self->columns[c];
      DoubletLineSpacing *spacing = doublet_article_view_get_spacing (column->view);
      guint32             line = column->owner[row];

      if (line == NO_LINE)
        doublet_line_spacing_set_head (spacing, column->head);
      else
        doublet_line_spacing_set_padding (spacing, line, column->padding[line]);
    }
}

static void
find_tops (DoubletRowAligner *self)
{
  for (guint32 row = 0; row < self->rows->n_rows; row++)
    {
      self->row_tops[row + 1] = self->row_tops[row] + self->heights[row];
      for (guint c = 0; c < self->rows->n_columns; c++)
        {
          guint32 top = self->row_tops[row];
          guint32 first_line;
          guint32 end_line;

          get_cell_lines (self, c, row, &first_line, &end_line);
          for (guint32 line = first_line; line < end_line; line++)
            {
              self->columns[c].tops[line] = top;
              top += get_line_height (self, c, line);
            }
        }
    }
}

/* Works for a while; whether all is done. */
static gboolean
work (DoubletRowAligner *self,
      gint64             microseconds)
{
  gint64  until = g_get_monotonic_time () + microseconds;
  guint32 n_rows = self->rows->n_rows;
  guint32 first = self->next_row;
  guint32 n_passed = 0;

  for (; n_passed < n_rows && self->n_left > 0; n_passed++)
    {
      if (self->heights[self->next_row] < 0)
        {
          if (!measure_row (self, until))
            break;
          finish_row (self, self->next_row);
          self->n_left--;
        }
      self->next_row = (self->next_row + 1) % n_rows;
    }
  for (guint32 i = 0; i < n_passed; i++)
    apply_padding (self, (first + i) % n_rows);
  return self->n_left == 0;
}

static void
finish (DoubletRowAligner *self)
{
  for (guint c = 0; c < self->rows->n_columns; c++)
    doublet_line_spacing_set_head (doublet_article_view_get_spacing (self->columns[c].view), self->columns[c].head);
  find_tops (self);
  self->done (self->user_data);
}

static gboolean
work_idle_cb (gpointer data)
{
  DoubletRowAligner *self = data;

  if (!work (self, IDLE_US))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

/**
 * doublet_row_aligner_start:
 * @self: an aligner whose views have a size
 * @first_row: what is seen, and done first
 *
 * Begins anew: width, font or notes have changed.  What fits into a moment is done at
 * once.
 */
void
doublet_row_aligner_start (DoubletRowAligner *self,
                           guint32            first_row)
{
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint c = 0; c < self->rows->n_columns; c++)
    {
      Column             *column = &self->columns[c];
      DoubletLineSpacing *spacing = doublet_article_view_get_spacing (column->view);
      guint32             row = 0;

      doublet_article_view_start_heights (column->view);
      if (column->n_lines > 0)
        memset (column->padding, 0, column->n_lines * sizeof *column->padding);
      column->head = 0;
      /* Only owners are padded, whatever was here before. */
      for (guint32 line = 0; line < column->n_lines; line++)
        {
          while (row < self->rows->n_rows && (column->owner[row] == NO_LINE || column->owner[row] < line))
            row++;
          if (row == self->rows->n_rows || column->owner[row] != line)
            doublet_line_spacing_set_padding (spacing, line, 0);
        }
    }
  for (guint32 row = 0; row < self->rows->n_rows; row++)
    self->heights[row] = -1;
  self->n_left = self->rows->n_rows;
  self->next_row = self->n_left > 0 ? MIN (first_row, self->n_left - 1) : 0;
  self->next_column = 0;
  self->next_line = 0;
  if (work (self, AT_ONCE_US))
    finish (self);
  else
    self->source = g_idle_add_full (IDLE_PRIORITY, work_idle_cb, self, NULL);
}

/**
 * doublet_row_aligner_prefer:
 * @self: an aligner
 * @row: a row
 *
 * A person looks at @row now: it is done next, if it is not done yet.
 */
void
doublet_row_aligner_prefer (DoubletRowAligner *self,
                            guint32            row)
{
  if (self->n_left == 0 || row >= self->rows->n_rows || self->heights[row] >= 0 || row == self->next_row)
    return;
  self->next_row = row;
  self->next_column = 0;
  self->next_line = 0;
}

/**
 * doublet_row_aligner_is_done:
 * @self: an aligner
 *
 * Returns: whether all rows are measured and padded; the views may still be busy
 *   laying themselves out
 */
gboolean
doublet_row_aligner_is_done (const DoubletRowAligner *self)
{
  return self->n_left == 0;
}

/**
 * doublet_row_aligner_get_heights:
 * @self: an aligner
 *
 * Returns: (transfer none): the height of each row in pixels, -1 if not known yet
 */
const gint32 *
doublet_row_aligner_get_heights (const DoubletRowAligner *self)
{
  return self->heights;
}

/**
 * doublet_row_aligner_get_end:
 * @self: an aligner that is done
 *
 * Returns: where the last row ends in every view; pixels
 */
guint32
doublet_row_aligner_get_end (const DoubletRowAligner *self)
{
  return self->row_tops[self->rows->n_rows];
}

/**
 * doublet_row_aligner_get_line_top:
 * @self: an aligner that is done
 * @column: a column
 * @line: a line of its text
 *
 * Returns: where the space of @line begins, when the view has laid it out
 */
guint32
doublet_row_aligner_get_line_top (const DoubletRowAligner *self,
                                  guint                    column,
                                  guint32                  line)
{
  return self->columns[column].tops[line];
}

/**
 * doublet_row_aligner_find_row:
 * @self: an aligner
 * @column: a column
 * @line: a line of its text
 *
 * Returns: the row that holds @line
 */
guint32
doublet_row_aligner_find_row (const DoubletRowAligner *self,
                              guint                    column,
                              guint32                  line)
{
  guint32                   n_lines;
  const DoubletDisplayLine *lines = doublet_display_text_get_lines (doublet_article_view_get_text (self->columns[column].view), &n_lines);

  return line < n_lines ? doublet_rows_find (self->rows, column, lines[line].block) : 0;
}

/**
 * doublet_row_aligner_find_first_line:
 * @self: an aligner
 * @column: a column that shows some text
 * @row: a row
 *
 * Returns: the first line of @row in @column; if it holds nothing there, that of the
 *   last row before it that does; if there is none, the first line
 */
guint32
doublet_row_aligner_find_first_line (const DoubletRowAligner *self,
                                     guint                    column,
                                     guint32                  row)
{
  guint32 owner = self->columns[column].owner[row];
  guint32 first_line;
  guint32 end_line;

  if (owner == NO_LINE)
    return 0;
  get_cell_lines (self, column, doublet_row_aligner_find_row (self, column, owner), &first_line, &end_line);
  return first_line;
}

/**
 * doublet_row_aligner_get_distance:
 * @self: an aligner
 * @from_row: a row
 * @to_row: a row
 *
 * Returns: pixels from the top of one to the top of the other, as far as heights are known
 */
int
doublet_row_aligner_get_distance (const DoubletRowAligner *self,
                                  guint32                  from_row,
                                  guint32                  to_row)
{
  int sum = 0;

  if (self->n_left == 0)
    return (int)self->row_tops[to_row] - (int)self->row_tops[from_row];
  for (guint32 row = MIN (from_row, to_row); row < MAX (from_row, to_row); row++)
    sum += MAX (self->heights[row], 0);
  return from_row <= to_row ? sum : -sum;
}
