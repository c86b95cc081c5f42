/* pdf-columns.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-columns.h"

#include "pdf-gutters.h"
#include "pdf-tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * The order of reading.  poppler's own goes astray where a short line stands at the head
 * of a column, and where the wide spaces of a justified line look like a border.  So
 * the pieces of a page are put into rows, from top to bottom.  Where a gutter, which no
 * piece crosses, runs down several rows and parts running text, that is columns: the
 * left one is read first, each in the same way again.  Where it parts anything else that
 * is a table.  The pieces of any other row are one line.
 *
 * The search looks from each row at all below, so it is quadratic in the rows of one
 * page, of which there is a most.
 */

/* Two pieces stand in one row if this part of the lower one's height is common. */
#define SAME_ROW .5

/* More is no page of text, and the search would take too long. */
#define MAX_PIECES 2000

/* Of both sides together: less says nothing. */
#define MIN_ROWS 5

/* Columns beside each other. */
#define MAX_DEPTH 4

/* Of running text, in sizes of letters: how wide its lines are on average, and how far it
 * is from one to the next.  18 letters of 1/2; 1.2 is usual, 1.5 is wide. */
#define MIN_WIDTH 8.
#define MAX_PITCH 1.6

/* The part of its lines that fill, and that lie close. */
#define MIN_FILLED .5
#define MAX_PARTED .5
#define FULL_LINE .6
#define MIN_CLOSE .5

/* Text beside which a narrow column, of notes say, can stand. */
#define STRONG_LINES 4
#define STRONG_WIDTH 15.
#define STRONG_SHARE .7
#define BESIDE_WIDTH 4.

/* A jump down, in sizes, behind which one column alone does not go on. */
#define JUMP 2.2

typedef struct
{
  guint  n_rows;
  guint  n_filled;
  guint  n_close;
  guint  n_parted; /* in several pieces: a table, or further columns */
  double widths;   /* sum, in sizes */
} Side;

static int
compare_bases (const void *a,
               const void *b)
{
  const DoubletPdfLine *first = a;
  const DoubletPdfLine *second = b;

  if (first->base < second->base || first->base > second->base)
    return first->base < second->base ? -1 : 1;
  return (first->start > second->start) - (first->start < second->start);
}

static int
compare_places (const void *a,
                const void *b)
{
  const DoubletPdfLine *first = a;
  const DoubletPdfLine *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->left < second->left || first->left > second->left)
    return first->left < second->left ? -1 : 1;
  return (first->start > second->start) - (first->start < second->start);
}

static gboolean
shares_row (const DoubletPdfLine *first,
            const DoubletPdfLine *piece)
{
  double common = MIN (first->base, piece->base) - MAX (first->top, piece->top);
  double height = MIN (first->base - first->top, piece->base - piece->top);

  return common > height * SAME_ROW;
}

static void
sort_into_rows (DoubletPdfLine *pieces,
                guint           n)
{
  guint first = 0;
  guint row = 0;

  qsort (pieces, n, sizeof (DoubletPdfLine), compare_bases);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && !shares_row (&pieces[first], &pieces[i]))
        {
          first = i;
          row++;
        }
      pieces[i].row = row;
    }
  qsort (pieces, n, sizeof (DoubletPdfLine), compare_places);
}

/* Where the row of piece @i ends. */
static guint
find_row_end (const DoubletPdfLine *pieces,
              guint                 n,
              guint                 i)
{
  guint row = pieces[i].row;

  while (i < n && pieces[i].row == row)
    i++;
  return i;
}

/* How many pieces from the first on are parted by one gutter. */
static guint
measure_band (const DoubletPdfLine *pieces,
              guint                 n,
              DoubletPdfGutters    *band,
              DoubletPdfGutter     *gutter)
{
  DoubletPdfGutters gutters;
  guint             found = 0;

  doublet_pdf_gutters_init (&gutters);
  for (guint i = 0, end; i < n && gutters.n > 0; i = end)
    {
      const DoubletPdfGutter *widest;

      end = find_row_end (pieces, n, i);
      for (guint k = i; k < end; k++)
        doublet_pdf_gutters_subtract (&gutters, &pieces[k]);
      widest = doublet_pdf_gutters_find_widest (&gutters);
      if (widest == NULL && found > 0)
        break;
      if (widest != NULL)
        {
          *band = gutters;
          *gutter = *widest;
          found = end;
        }
    }
  return found;
}

static gboolean
is_behind (const DoubletPdfLine   *piece,
           const DoubletPdfGutter *gutter)
{
  return piece->left >= gutter->high;
}

/* Where one column ended and the other goes on far below, something else has begun. */
static guint
cut_band (const DoubletPdfLine   *pieces,
          guint                   n,
          const DoubletPdfGutter *gutter)
{
  guint last[2] = { 0, 0 };
  guint both;

  for (guint i = 0; i < n; i++)
    last[is_behind (&pieces[i], gutter) ? 1 : 0] = i;
  both = MIN (last[0], last[1]);

  for (guint i = find_row_end (pieces, n, both); i > 0 && i < n; i++)
    if (pieces[i].base - pieces[i - 1].base > JUMP * pieces[i].size ||
        pieces[i].size > pieces[both].size * 1.2)
      return i;
  return n;
}

static void
measure_side (const DoubletPdfLine   *pieces,
              guint                   n,
              const DoubletPdfGutter *gutter,
              gboolean                behind,
              Side                   *side)
{
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  double last = -HUGE_VAL;

  *side = (Side){ 0 };
  for (guint i = 0; i < n; i++)
    if (is_behind (&pieces[i], gutter) == behind)
      {
        low = MIN (low, pieces[i].left);
        high = MAX (high, pieces[i].right);
      }

  for (guint i = 0, end; i < n; i = end)
    {
      double left = HUGE_VAL;
      double right = -HUGE_VAL;
      guint  n_pieces = 0;

      end = find_row_end (pieces, n, i);
      for (guint k = i; k < end; k++)
        if (is_behind (&pieces[k], gutter) == behind)
          {
            n_pieces++;
            left = MIN (left, pieces[k].left);
            right = MAX (right, pieces[k].right);
          }
      if (right < left)
        continue;
      side->n_rows++;
      side->n_parted += n_pieces > 1 ? 1 : 0;
      side->widths += (right - left) / MAX (pieces[i].size, 1);
      side->n_filled += right - left >= (high - low) * FULL_LINE ? 1 : 0;
      side->n_close += pieces[i].base - last <= MAX_PITCH * pieces[i].size ? 1 : 0;
      last = pieces[i].base;
    }
}

static gboolean
is_running_text (const Side *side)
{
  return side->n_rows >= 2 && side->widths >= side->n_rows * MIN_WIDTH && side->n_filled >= side->n_rows * MIN_FILLED &&
         side->n_close >= (side->n_rows - 1) * MIN_CLOSE;
}

static gboolean
is_strong_text (const Side *side)
{
  return side->n_rows >= STRONG_LINES && side->widths >= side->n_rows * STRONG_WIDTH &&
         side->n_filled >= side->n_rows * STRONG_SHARE && side->n_close >= (side->n_rows - 1) * STRONG_SHARE;
}

static gboolean
stands_beside (const Side *side)
{
  return side->n_rows >= 2 && side->widths >= side->n_rows * BESIDE_WIDTH && side->n_close >= (side->n_rows - 1) * MIN_CLOSE;
}

static gboolean parts_columns (const DoubletPdfLine   *pieces,
                               guint                   n,
                               const DoubletPdfGutter *gutter,
                               guint                   depth);

/* Whether one gutter parts most of the pieces of one side and they are no columns. */
static gboolean
holds_table (const DoubletPdfLine   *pieces,
             guint                   n,
             const DoubletPdfGutter *gutter,
             gboolean                behind,
             guint                   depth)
{
  g_autofree DoubletPdfLine *side = g_new (DoubletPdfLine, n);
  DoubletPdfGutters          band = { .n = 0 };
  DoubletPdfGutter           inner = { 0, 0 };
  guint                      n_side = 0;
  guint                      n_band;

  for (guint i = 0; i < n; i++)
    if (is_behind (&pieces[i], gutter) == behind)
      side[n_side++] = pieces[i];
  sort_into_rows (side, n_side);
  for (guint i = 0; i < n_side / 2; i = find_row_end (side, n_side, i))
    {
      n_band = measure_band (side + i, n_side - i, &band, &inner);
      n_band = n_band > 0 ? cut_band (side + i, n_band, &inner) : 0;
      if (n_band * 2 > n_side)
        return !parts_columns (side + i, n_band, &inner, depth + 1);
    }
  return FALSE;
}

/* Whether there is running text on both sides of a gutter.  A list on one side is none of
 * a table's halves. */
static gboolean
parts_columns (const DoubletPdfLine   *pieces,
               guint                   n,
               const DoubletPdfGutter *gutter,
               guint                   depth)
{
  Side  sides[2];
  guint n_tables = 0;

  measure_side (pieces, n, gutter, FALSE, &sides[0]);
  measure_side (pieces, n, gutter, TRUE, &sides[1]);
  if (sides[0].n_rows + sides[1].n_rows < MIN_ROWS || doublet_pdf_tables_has_steps (pieces, n, gutter))
    return FALSE;
  for (guint i = 0; i < 2 && depth < MAX_DEPTH; i++)
    n_tables += sides[i].n_parted > sides[i].n_rows * MAX_PARTED && holds_table (pieces, n, gutter, i > 0, depth) ? 1 : 0;
  if (n_tables == 2)
    return FALSE;
  return (is_running_text (&sides[0]) && is_running_text (&sides[1])) ||
         (is_strong_text (&sides[0]) && stands_beside (&sides[1])) || (is_strong_text (&sides[1]) && stands_beside (&sides[0]));
}

/* Puts the pieces left of the gutter first, in order; returns how many. */
static guint
part (DoubletPdfLine         *pieces,
      guint                   n,
      const DoubletPdfGutter *gutter)
{
  g_autofree DoubletPdfLine *right = g_new (DoubletPdfLine, n);
  guint                      n_left = 0;
  guint                      n_right = 0;

  for (guint i = 0; i < n; i++)
    if (is_behind (&pieces[i], gutter))
      right[n_right++] = pieces[i];
    else
      pieces[n_left++] = pieces[i];
  memcpy (pieces + n_left, right, n_right * sizeof (DoubletPdfLine));
  return n_left;
}

static void
order (const char     *text,
       DoubletPdfLine *pieces,
       guint           n,
       guint          *n_cells,
       guint           depth)
{
  sort_into_rows (pieces, n);

  for (guint i = 0; i < n;)
    {
      DoubletPdfGutters band = { .n = 0 };
      DoubletPdfGutter  gutter = { 0, 0 };
      guint             n_band = n <= MAX_PIECES ? measure_band (pieces + i, n - i, &band, &gutter) : 0;
      guint             n_columns = n_band > 0 && depth < MAX_DEPTH ? cut_band (pieces + i, n_band, &gutter) : 0;
      guint             end = find_row_end (pieces, n, i);

      if (n_columns > 0 && parts_columns (pieces + i, n_columns, &gutter, depth))
        {
          guint n_left = part (pieces + i, n_columns, &gutter);

          order (text, pieces + i, n_left, n_cells, depth + 1);
          order (text, pieces + i + n_left, n_columns - n_left, n_cells, depth + 1);
          i += n_columns;
          continue;
        }

      n_band = n_band > 0 ? doublet_pdf_tables_order (text, pieces + i, n_band, n_cells) : 0;
      if (n_band > 0)
        {
          i += n_band;
          continue;
        }

      for (guint k = i + 1; k < end; k++)
        pieces[k].joins = TRUE;
      i = end;
    }
}

/* What runs up or down the edge is read behind all else. */
static guint
put_asides_last (GArray *pieces)
{
  g_autoptr (GArray) asides = g_array_new (FALSE, FALSE, sizeof (DoubletPdfLine));
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const DoubletPdfLine piece = g_array_index (pieces, DoubletPdfLine, i);

      if (piece.is_aside)
        g_array_append_val (asides, piece);
      else
        g_array_index (pieces, DoubletPdfLine, n++) = piece;
    }
  g_array_set_size (pieces, n);
  if (asides->len > 0)
    g_array_append_vals (pieces, asides->data, asides->len);
  return n;
}

/**
 * doublet_pdf_columns_order:
 * @text: the text of all pieces
 * @pieces: (element-type DoubletPdfLine): the pieces of one page, in any order
 * @n_cells: how many cells there are in the document so far; it grows
 *
 * Puts the pieces of a page into the order in which they are read, and says which of
 * them go on with the line of the one before and which are cells of a table.
 */
void
doublet_pdf_columns_order (const char *text,
                           GArray     *pieces,
                           guint      *n_cells)
{
  guint n = put_asides_last (pieces);

  if (n > 0)
    order (text, &g_array_index (pieces, DoubletPdfLine, 0), n, n_cells, 0);
}
