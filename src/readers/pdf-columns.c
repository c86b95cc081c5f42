/* pdf-columns.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-columns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * poppler's order of reading goes astray where a short line stands at the head of a
 * column: it takes it for a heading of both.  So the columns of running text are looked
 * for here: a gutter, which no line crosses, over as many rows as it lasts.  What
 * stands in no columns keeps poppler's order, and so do tables, whose pieces are short:
 * they are read row by row.
 */

/* Columns of running text have more lines and letters than the cells of a table. */
#define MIN_LINES 4
#define MIN_LETTERS 18

/* Of a gutter, in sizes of letters.  Spaces in a justified line are narrower. */
#define MIN_GUTTER .8

/* More is no page of text, and the search would take too long. */
#define MAX_LINES 2000

/* Gutters that are followed at once. */
#define MAX_GUTTERS 16

/* Columns beside each other. */
#define MAX_DEPTH 4

typedef struct
{
  double low;
  double high;
} Gutter;

typedef struct
{
  Gutter gutters[MAX_GUTTERS];
  guint  n;
} Gutters;

static int
compare_places (const void *a,
                const void *b)
{
  const DoubletPdfLine *first = a;
  const DoubletPdfLine *second = b;

  if (first->base < second->base || first->base > second->base)
    return first->base < second->base ? -1 : 1;
  return (first->start > second->start) - (first->start < second->start);
}

static void
add_gutter (Gutters      *self,
            const Gutter *gutter,
            double        min_width)
{
  if (self->n < MAX_GUTTERS && gutter->high - gutter->low >= min_width)
    self->gutters[self->n++] = *gutter;
}

/* Takes a line out of what is free. */
static void
subtract (Gutters              *self,
          const DoubletPdfLine *line)
{
  Gutters left = { .n = 0 };

  for (guint i = 0; i < self->n; i++)
    {
      const Gutter *whole = &self->gutters[i];
      const Gutter  before = { whole->low, MIN (whole->high, line->left) };
      const Gutter  behind = { MAX (whole->low, line->right), whole->high };

      /* A line that stands beside it leaves it as it is. */
      if (line->right <= whole->low || line->left >= whole->high)
        add_gutter (&left, whole, 0);
      else
        {
          add_gutter (&left, &before, line->size * MIN_GUTTER);
          add_gutter (&left, &behind, line->size * MIN_GUTTER);
        }
    }
  *self = left;
}

/* Whether there is running text on both sides of a gutter. */
static gboolean
parts_columns (const char           *text,
               const DoubletPdfLine *lines,
               guint                 n_lines,
               const Gutter         *gutter)
{
  guint n[2] = { 0, 0 };
  glong n_letters[2] = { 0, 0 };

  for (guint i = 0; i < n_lines; i++)
    {
      guint side = lines[i].left >= gutter->high ? 1 : 0;

      n[side]++;
      n_letters[side] += g_utf8_strlen (text + lines[i].start, (gssize)(lines[i].end - lines[i].start));
    }

  return n[0] >= MIN_LINES && n[1] >= MIN_LINES &&
         n_letters[0] >= (glong)n[0] * MIN_LETTERS && n_letters[1] >= (glong)n[1] * MIN_LETTERS;
}

/* Finds how many lines from the first on, which are sorted from top to bottom, are
 * parted by one gutter. */
static guint
measure_gutter (const char           *text,
                const DoubletPdfLine *lines,
                guint                 n_lines,
                Gutter               *gutter)
{
  Gutters gutters = { .gutters = { { -HUGE_VAL, HUGE_VAL } }, .n = 1 };
  double  low = HUGE_VAL;
  double  high = -HUGE_VAL;
  guint   found = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      const Gutter *widest = NULL;

      subtract (&gutters, &lines[i]);
      low = MIN (low, lines[i].left);
      high = MAX (high, lines[i].right);
      for (guint k = 0; k < gutters.n; k++)
        if (gutters.gutters[k].low > low && gutters.gutters[k].high < high &&
            (widest == NULL || gutters.gutters[k].high - gutters.gutters[k].low > widest->high - widest->low))
          widest = &gutters.gutters[k];

      if (widest == NULL && found > 0)
        break;
      if (widest != NULL)
        {
          *gutter = *widest;
          found = i + 1;
        }
    }
  return found >= 2 * MIN_LINES && parts_columns (text, lines, found, gutter) ? found : 0;
}

/* Puts the lines left of the gutter first, in order; returns how many. */
static guint
part (DoubletPdfLine *lines,
      guint           n_lines,
      const Gutter   *gutter)
{
  g_autofree DoubletPdfLine *right = g_new (DoubletPdfLine, n_lines);
  guint                      n_left = 0;
  guint                      n_right = 0;

  for (guint i = 0; i < n_lines; i++)
    if (lines[i].left >= gutter->high)
      right[n_right++] = lines[i];
    else
      lines[n_left++] = lines[i];
  memcpy (lines + n_left, right, n_right * sizeof (DoubletPdfLine));
  return n_left;
}

/* Returns whether there were columns. */
static gboolean
order_sorted (const char     *text,
              DoubletPdfLine *lines,
              guint           n_lines,
              guint           depth)
{
  gboolean found = FALSE;

  for (guint i = 0; i < n_lines && depth < MAX_DEPTH;)
    {
      Gutter gutter = { 0, 0 };
      guint  n = measure_gutter (text, lines + i, n_lines - i, &gutter);
      guint  n_left;

      if (n == 0)
        {
          i++;
          continue;
        }

      found = TRUE;
      n_left = part (lines + i, n, &gutter);
      order_sorted (text, lines + i, n_left, depth + 1);
      order_sorted (text, lines + i + n_left, n - n_left, depth + 1);
      i += n;
    }
  return found;
}

/**
 * doublet_pdf_columns_order:
 * @text: the text of all lines
 * @lines: the lines of one page in poppler's order
 * @n_lines: how many
 *
 * Puts the lines of a page with columns into the order in which they are read.
 */
void
doublet_pdf_columns_order (const char     *text,
                           DoubletPdfLine *lines,
                           guint           n_lines)
{
  g_autofree DoubletPdfLine *sorted = NULL;

  if (n_lines < 2 * MIN_LINES || n_lines > MAX_LINES)
    return;

  sorted = g_memdup2 (lines, n_lines * sizeof (DoubletPdfLine));
  qsort (sorted, n_lines, sizeof (DoubletPdfLine), compare_places);
  if (order_sorted (text, sorted, n_lines, 0))
    memcpy (lines, sorted, n_lines * sizeof (DoubletPdfLine));
}
