/* row-order.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "row-order.h"

#include <string.h>

/*
 * In which order rows may stand: each column asks for its own rows in its own order, and
 * nothing else does.  That is a partial order (Lee, Grasso, Sharlow 2002, "Multiple sequence
 * alignment using partial order graphs"), so two rows can become one as long as there is no
 * way from the one to the other along the columns (Morgenstern, Dress, Werner 1996: a
 * consistent set of pairs), however many rows of others have to change places for it.
 *
 * One order that suits all is kept at all times.  A way between two rows leads through those
 * between them only, so to unite them these are looked through once: what can be reached
 * from the first goes behind the new row, the others before it (as in Pearce, Kelly 2006,
 * "A dynamic topological sort algorithm for directed acyclic graphs").
 */

/* A column has no cell in a row, or there is no such row. */
#define NONE G_MAXUINT32

struct _DoubletRowOrder
{
  guint     n_columns;
  guint32   n_rows;
  guint32  *n_in_column; /* by column */
  guint32 **rows_of;     /* by column, then cell: the row */
  guint32  *cells;       /* by row, then column: the cell, or NONE */
  guint32  *ranks;       /* by row: its place in order */
  guint32  *order;       /* rows, or NONE where one was united with another */
  guint8   *is_behind;   /* by row; all FALSE between calls */
  guint32  *behind;      /* room for rows */
  guint64   n_steps;
};

static guint32
get_cell (const DoubletRowOrder *self,
          guint32                row,
          guint                  column)
{
  return self->cells[(gsize)row * self->n_columns + column];
}

/* Which row a column comes to next when it leaves this one. */
static guint32
get_next (const DoubletRowOrder *self,
          guint32                row,
          guint                  column)
{
  guint32 cell = get_cell (self, row, column);

  return cell == NONE || cell + 1 == self->n_in_column[column] ? NONE : self->rows_of[column][cell + 1];
}

/*
 * doublet_row_order_new:
 * @n_rows: how many rows there are, numbered in an order that suits all columns
 * @columns: (array length=n_columns): for each column its rows, rising
 * @n_in_column: (array length=n_columns): how many those are
 * @n_columns: how many columns there are
 *
 * Returns: (transfer full): the order of these rows
 */
DoubletRowOrder *
doublet_row_order_new (guint32               n_rows,
                       const guint32 *const *columns,
                       const guint32        *n_in_column,
                       guint                 n_columns)
{
  DoubletRowOrder *self = g_new0 (DoubletRowOrder, 1);

  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->n_in_column = g_memdup2 (n_in_column, n_columns * sizeof *n_in_column);
  self->rows_of = g_new (guint32 *, n_columns);
  self->cells = g_new (guint32, (gsize)n_rows * n_columns);
  for (gsize i = 0; i < (gsize)n_rows * n_columns; i++)
    self->cells[i] = NONE;
  self->ranks = g_new (guint32, n_rows);
  self->order = g_new (guint32, n_rows);
  self->is_behind = g_new0 (guint8, n_rows);
  self->behind = g_new (guint32, n_rows);
  for (guint32 row = 0; row < n_rows; row++)
    self->ranks[row] = self->order[row] = row;
  for (guint c = 0; c < n_columns; c++)
    {
      self->rows_of[c] = g_memdup2 (columns[c], n_in_column[c] * sizeof *columns[c]);
      for (guint32 i = 0; i < n_in_column[c]; i++)
        {
          g_assert (i == 0 || columns[c][i - 1] < columns[c][i]);
          self->cells[(gsize)columns[c][i] * n_columns + c] = i;
        }
    }
  return self;
}

/*
 * doublet_row_order_free:
 * @self: (transfer full): an order of rows
 */
void
doublet_row_order_free (DoubletRowOrder *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    g_free (self->rows_of[c]);
  g_free (self->rows_of);
  g_free (self->n_in_column);
  g_free (self->cells);
  g_free (self->ranks);
  g_free (self->order);
  g_free (self->is_behind);
  g_free (self->behind);
  g_free (self);
}

/* Marks what can be reached from @first, as far as the place of @last. */
static void
mark_behind (DoubletRowOrder *self,
             guint32          first,
             guint32          last)
{
  guint32 end = self->ranks[last];

  self->is_behind[first] = TRUE;
  for (guint32 rank = self->ranks[first]; rank < end; rank++)
    {
      guint32 row = self->order[rank];

      if (row == NONE || !self->is_behind[row])
        continue;
      for (guint c = 0; c < self->n_columns; c++)
        {
          guint32 next = get_next (self, row, c);

          if (next != NONE && self->ranks[next] <= end)
            self->is_behind[next] = TRUE;
        }
    }
  self->n_steps += end - self->ranks[first];
}

/* What is not behind @first moves up, up to the place of @last; then comes @first, then
 * what is behind it.  Leaves a place empty where last is. */
static void
reorder (DoubletRowOrder *self,
         guint32          first,
         guint32          last)
{
  guint32 end = self->ranks[last];
  guint32 to = self->ranks[first];
  guint32 n_behind = 0;

  for (guint32 rank = to; rank < end; rank++)
    {
      guint32 row = self->order[rank];

      if (row == NONE)
        continue;
      if (self->is_behind[row])
        self->behind[n_behind++] = row;
      else
        {
          self->ranks[row] = to;
          self->order[to++] = row;
        }
    }
  for (guint32 i = 0; i < n_behind; i++)
    {
      self->ranks[self->behind[i]] = to;
      self->order[to++] = self->behind[i];
    }
  while (to <= end)
    self->order[to++] = NONE;
}

static void
forget_behind (DoubletRowOrder *self,
               guint32          start,
               guint32          end)
{
  for (guint32 rank = start; rank <= end; rank++)
    if (self->order[rank] != NONE)
      self->is_behind[self->order[rank]] = FALSE;
}

/*
 * doublet_row_order_unite:
 * @self: an order of rows
 * @row: a row
 * @other: another one
 *
 * Makes one row of two, if the columns allow it and both have cells in different columns.
 * The row is known by the smaller number from then on.
 *
 * Returns: whether they did
 */
gboolean
doublet_row_order_unite (DoubletRowOrder *self,
                         guint32          row,
                         guint32          other)
{
  guint32  first = self->ranks[row] < self->ranks[other] ? row : other;
  guint32  last = first == row ? other : row;
  guint32  start = self->ranks[first], end = self->ranks[last];
  guint32  kept = MIN (row, other), gone = MAX (row, other);
  gboolean can_unite = TRUE;

  for (guint c = 0; c < self->n_columns; c++)
    if (get_cell (self, row, c) != NONE && get_cell (self, other, c) != NONE)
      return FALSE;

  mark_behind (self, first, last);
  can_unite = !self->is_behind[last];
  if (can_unite)
    {
      reorder (self, first, last);
      forget_behind (self, start, end);
      self->ranks[kept] = self->ranks[first];
      self->order[self->ranks[kept]] = kept;
      for (guint c = 0; c < self->n_columns; c++)
        {
          guint32 cell = get_cell (self, gone, c);

          if (cell == NONE)
            continue;
          self->cells[(gsize)kept * self->n_columns + c] = cell;
          self->cells[(gsize)gone * self->n_columns + c] = NONE;
          self->rows_of[c][cell] = kept;
        }
    }
  else
    forget_behind (self, start, end);
  return can_unite;
}

/*
 * doublet_row_order_get_steps:
 * @self: an order of rows
 *
 * Returns: the work that was done so far: rows that were looked at
 */
guint64
doublet_row_order_get_steps (const DoubletRowOrder *self)
{
  return self->n_steps;
}

/*
 * doublet_row_order_get_row:
 * @self: an order of rows
 * @column: a column
 * @cell: one of its cells
 *
 * Returns: the row that the cell is in now
 */
guint32
doublet_row_order_get_row (const DoubletRowOrder *self,
                           guint                  column,
                           guint32                cell)
{
  return self->rows_of[column][cell];
}

/*
 * doublet_row_order_get_cell:
 * @self: an order of rows
 * @row: a row
 * @column: a column
 *
 * Returns: which of its cells the column has there, or G_MAXUINT32
 */
guint32
doublet_row_order_get_cell (const DoubletRowOrder *self,
                            guint32                row,
                            guint                  column)
{
  return get_cell (self, row, column);
}

/* The row that a column would have to place next, coming from its end, if the other
 * columns that have a cell in it have come to it as well. */
static guint32
get_ready_row (const DoubletRowOrder *self,
               const guint32         *left,
               guint                  column)
{
  guint32 row;

  if (left[column] == 0)
    return NONE;
  row = self->rows_of[column][left[column] - 1];
  for (guint c = 0; c < self->n_columns; c++)
    if (get_cell (self, row, c) != NONE && get_cell (self, row, c) + 1 != left[c])
      return NONE;
  return row;
}

/* Rows without the first column first, which puts them as far down as they can go; of
 * those one that the row @last shares a column with, so that what a column has in a row
 * stays together. */
static guint32
choose_row (const DoubletRowOrder *self,
            const guint32         *left,
            guint32                last)
{
  guint32 chosen = NONE;

  for (guint c = self->n_columns; c-- > 1;)
    {
      guint32 row = get_ready_row (self, left, c);

      if (row == NONE || get_cell (self, row, 0) != NONE)
        continue;
      if (last != NONE && get_cell (self, last, c) != NONE)
        return row;
      if (chosen == NONE)
        chosen = row;
    }
  for (guint c = 0; c < self->n_columns && chosen == NONE; c++)
    chosen = get_ready_row (self, left, c);
  return chosen;
}

/*
 * doublet_row_order_sort:
 * @self: an order of rows
 * @n_sorted: (out): how many rows there are now
 *
 * Puts the rows in one of the orders that suit all columns: rows without the first column
 * as far down as they can go.
 *
 * Returns: (transfer full) (array length=n_sorted): the rows
 */
guint32 *
doublet_row_order_sort (const DoubletRowOrder *self,
                        guint32               *n_sorted)
{
  g_autofree guint32 *left = g_memdup2 (self->n_in_column, self->n_columns * sizeof *left);
  guint32            *sorted = g_new (guint32, self->n_rows);
  guint32             n = self->n_rows;
  guint32             last = NONE;

  while ((last = choose_row (self, left, last)) != NONE)
    {
      sorted[--n] = last;
      for (guint c = 0; c < self->n_columns; c++)
        left[c] -= get_cell (self, last, c) != NONE;
    }
  *n_sorted = self->n_rows - n;
  if (n > 0)
    memmove (sorted, sorted + n, *n_sorted * sizeof *sorted);
  return sorted;
}
