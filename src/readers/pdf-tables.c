/* pdf-tables.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-tables.h"

#include <math.h>
#include <stdlib.h>

/*
 * A table is read row by row, each cell as a whole.  One printed row is a row of the
 * table, unless wide gaps show that several printed rows are: a table with room around
 * its cells, in which text goes on.
 */

/* What a gap that parts rows of a table has more of white, in sizes of letters, than that
 * between lines of one cell. */
#define WIDE_GAP .2

/* Of so many printed rows one must follow a gap, if gaps are to part the rows. */
#define MAX_LINES_FOR_GAPS 4

/* From line to line within a cell, in sizes of letters, at most. */
#define MAX_PITCH 1.6

/* What stands alone and so far below, in sizes, belongs to the table no more. */
#define JUMP 3.

/* A table whose rows have this many lines on average is columns of text. */
#define MAX_ROW_LINES 5

/* Pieces begin or end at the same place if no more points lie between. */
#define SAME_PLACE .7

/* So many rows are a table even if their pieces do not begin at the same place. */
#define MIN_ROWS 4

/* Bullets and numbers before items have no more characters, and stand no further off, in
 * sizes of letters. */
#define LABEL_CHARS 4
#define LABEL_GAP 3.5

/* A row that was printed: pieces start to end. */
typedef struct
{
  guint  start;
  guint  end;
  double base;
  double size;
  double white;     /* above it */
  guint  n_columns; /* that it has something in */
  guint  group;     /* the row of the table */
} Row;

static GArray *
find_rows (const DoubletPdfLine *pieces,
           guint                 n)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  double  base = -HUGE_VAL;

  for (guint i = 0, end; i < n; i = end)
    {
      Row    row = { .start = i, .base = pieces[i].base, .size = pieces[i].size };
      double top = HUGE_VAL;

      for (end = i; end < n && pieces[end].row == pieces[i].row; end++)
        top = MIN (top, pieces[end].top);
      row.end = end;
      row.white = i > 0 ? top - base : 0;
      for (guint k = i; k < end; k++)
        base = MAX (base, pieces[k].base);
      g_array_append_val (rows, row);
    }
  return rows;
}

static const Row *
get_row (const GArray *rows,
         guint         i)
{
  return &g_array_index (rows, Row, i);
}

/* What is white between the lines of one cell. */
static double
find_leading (const GArray *rows)
{
  double leading = HUGE_VAL;

  for (guint i = 1; i < rows->len; i++)
    leading = MIN (leading, get_row (rows, i)->white);
  return rows->len > 1 ? MAX (leading, 0) : 0;
}

static gboolean
is_after_gap (const GArray *rows,
              guint         i,
              double        leading)
{
  return get_row (rows, i)->white > leading + get_row (rows, i)->size * WIDE_GAP;
}

/**
 * doublet_pdf_tables_has_steps:
 * @pieces: pieces of a page, row by row
 * @n_pieces: how many
 * @gutter: what parts them all
 *
 * Tells whether both sides of @gutter go down in the same steps of a few lines, as the
 * cells of a table do.
 */
gboolean
doublet_pdf_tables_has_steps (const DoubletPdfLine   *pieces,
                              guint                   n_pieces,
                              const DoubletPdfGutter *gutter)
{
  g_autoptr (GArray) rows = find_rows (pieces, n_pieces);
  double leading = find_leading (rows);
  guint  n_steps = 0;
  guint  n_level = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = get_row (rows, i);

      if (i > 0 && !is_after_gap (rows, i, leading))
        continue;
      n_steps++;
      n_level += pieces[row->start].left < gutter->low && pieces[row->end - 1].left >= gutter->high ? 1 : 0;
    }
  return n_steps >= 3 && n_level * 5 >= n_steps * 4 && rows->len <= n_steps * MAX_ROW_LINES;
}

static guint
find_column (const DoubletPdfGutters *gutters,
             const DoubletPdfLine    *piece)
{
  guint column = 0;

  while (column < gutters->n && piece->left >= gutters->gutters[column].high)
    column++;
  return column;
}

static void
count_columns (const DoubletPdfLine    *pieces,
               const DoubletPdfGutters *gutters,
               GArray                  *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      row->n_columns = 0;
      for (guint k = row->start; k < row->end; k++)
        if (k == row->start || find_column (gutters, &pieces[k]) != find_column (gutters, &pieces[k - 1]))
          row->n_columns++;
    }
}

/* Up to the last row with several cells and the lines that go on with it. */
static void
cut_rows (GArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      if (i > 0 && get_row (rows, i)->base - get_row (rows, i - 1)->base > JUMP * get_row (rows, i)->size)
        break;
      if (get_row (rows, i)->n_columns > 1)
        n = i + 1;
      else if (n == i && i > 0 && get_row (rows, i)->base - get_row (rows, i - 1)->base <= get_row (rows, i)->size * MAX_PITCH)
        n = i + 1;
    }
  g_array_set_size (rows, n);
}

static gboolean
measure_gutters (const DoubletPdfLine *pieces,
                 const GArray         *rows,
                 DoubletPdfGutters    *gutters)
{
  doublet_pdf_gutters_init (gutters);
  for (guint i = 0; i < rows->len; i++)
    for (guint k = get_row (rows, i)->start; k < get_row (rows, i)->end; k++)
      doublet_pdf_gutters_subtract (gutters, &pieces[k]);
  doublet_pdf_gutters_keep_inner (gutters);
  return gutters->n > 0;
}

/* Bullets and numbers stand apart from the items of a list. */
static gboolean
is_label_column (const char              *text,
                 const DoubletPdfLine    *pieces,
                 const GArray            *rows,
                 const DoubletPdfGutters *gutters)
{
  if (gutters->n != 1 || gutters->gutters[0].high - gutters->gutters[0].low > LABEL_GAP * get_row (rows, 0)->size)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const DoubletPdfLine *piece = &pieces[get_row (rows, i)->start];

      if (piece->left < gutters->gutters[0].low &&
          g_utf8_strlen (text + piece->start, (gssize)(piece->end - piece->start)) > LABEL_CHARS)
        return FALSE;
    }
  return TRUE;
}

/* The wide spaces of justified lines can stand below each other by chance; but these lines
 * end at the same place, and what stands behind the spaces begins anywhere. */
static gboolean
is_table (const DoubletPdfLine *pieces,
          const GArray         *rows)
{
  guint  n_rows = 0;
  guint  n_level = 0;
  guint  n_flush = 0;
  double left = -HUGE_VAL;
  double right = -HUGE_VAL;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = get_row (rows, i);

      if (row->n_columns < 2)
        continue;
      n_rows++;
      n_level += fabs (pieces[row->start + 1].left - left) < SAME_PLACE ? 1 : 0;
      n_flush += fabs (pieces[row->end - 1].right - right) < SAME_PLACE ? 1 : 0;
      left = pieces[row->start + 1].left;
      right = pieces[row->end - 1].right;
    }
  if (n_rows < 2)
    return FALSE;
  if (n_flush + 1 == n_rows)
    return n_rows >= MIN_ROWS && n_level * 2 >= n_rows;
  return n_rows >= MIN_ROWS || n_level + 1 == n_rows;
}

/* Which printed rows make a row of the table. */
static void
group_rows (GArray *rows,
            guint   n_columns)
{
  const double leading = find_leading (rows);
  guint        n_gaps = 0;
  guint        group = 0;

  for (guint i = 1; i < rows->len; i++)
    n_gaps += is_after_gap (rows, i, leading) ? 1 : 0;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      if (i > 0 && (is_after_gap (rows, i, leading) || (n_gaps * MAX_LINES_FOR_GAPS < rows->len && row->n_columns > (n_columns + 1) / 2)))
        group++;
      row->group = group;
    }
}

typedef struct
{
  DoubletPdfLine piece;
  guint          group;
  guint          column;
} Cell;

static int
compare_cells (const void *a,
               const void *b)
{
  const Cell *first = a;
  const Cell *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  if (first->piece.row != second->piece.row)
    return first->piece.row < second->piece.row ? -1 : 1;
  return (first->piece.left > second->piece.left) - (first->piece.left < second->piece.left);
}

static void
put_in_order (DoubletPdfLine          *pieces,
              const GArray            *rows,
              const DoubletPdfGutters *gutters,
              guint                   *n_cells)
{
  const guint      n = get_row (rows, rows->len - 1)->end;
  g_autofree Cell *cells = g_new (Cell, n);

  for (guint i = 0; i < rows->len; i++)
    for (guint k = get_row (rows, i)->start; k < get_row (rows, i)->end; k++)
      cells[k] = (Cell){ pieces[k], get_row (rows, i)->group, find_column (gutters, &pieces[k]) };
  qsort (cells, n, sizeof (Cell), compare_cells);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_new = i == 0 || cells[i].group != cells[i - 1].group || cells[i].column != cells[i - 1].column;

      *n_cells += is_new ? 1 : 0;
      pieces[i] = cells[i].piece;
      pieces[i].cell = *n_cells;
      pieces[i].joins = !is_new && cells[i].piece.row == cells[i - 1].piece.row;
    }
}

/**
 * doublet_pdf_tables_order:
 * @text: the text of all pieces
 * @pieces: pieces of a page, row by row
 * @n_pieces: how many: those that a gutter parts
 * @n_cells: how many cells there are in the document so far; it grows
 *
 * Puts the pieces of a table into the order in which they are read, if the first of them
 * are one.
 *
 * Returns: how many these are, or 0
 */
guint
doublet_pdf_tables_order (const char     *text,
                          DoubletPdfLine *pieces,
                          guint           n_pieces,
                          guint          *n_cells)
{
  g_autoptr (GArray) rows = find_rows (pieces, n_pieces);
  DoubletPdfGutters gutters;

  if (!measure_gutters (pieces, rows, &gutters))
    return 0;
  count_columns (pieces, &gutters, rows);
  if (get_row (rows, 0)->n_columns < 2)
    return 0;
  cut_rows (rows);
  if (!measure_gutters (pieces, rows, &gutters))
    return 0;
  count_columns (pieces, &gutters, rows);
  if (!is_table (pieces, rows) || is_label_column (text, pieces, rows, &gutters))
    return 0;

  group_rows (rows, gutters.n + 1);
  put_in_order (pieces, rows, &gutters, n_cells);
  return get_row (rows, rows->len - 1)->end;
}
