/* pdf-measures.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-measures.h"

#include <math.h>
#include <stdlib.h>

/*
 * What the eye takes in before it reads: where the columns' edges are, how far it is
 * from line to line, which size is that of the text and which are those of headings.
 */

/* Sizes of letters differ from here on: 10 on 11 points is a difference, the half
 * points of justified headings are none. */
#define SAME_SIZE 1.08

/* From the size of most letters to that of the smallest heading. */
#define HEADING_SIZE 1.12

#define N_HEADING_LEVELS 6

/* Lines further apart than this, in sizes, are not of one paragraph anyway. */
#define MAX_DISTANCE 4

/* A page with fewer lines says nothing of its own. */
#define MIN_DISTANCES 4

/**
 * doublet_pdf_is_same_size:
 * @a: a size of letters
 * @b: another
 *
 * Returns: whether the eye takes them for the same
 */
gboolean
doublet_pdf_is_same_size (double a,
                          double b)
{
  return MAX (a, b) <= MIN (a, b) * SAME_SIZE;
}

/**
 * doublet_pdf_follows_below:
 * @line: a line
 * @next: the one that is read next
 *
 * Returns: whether it stands below @line in the same column
 */
gboolean
doublet_pdf_follows_below (const DoubletPdfLine *line,
                           const DoubletPdfLine *next)
{
  return line->page == next->page && line->cell == next->cell && line->is_aside == next->is_aside && next->base > line->base && next->top > line->top &&
         next->left < line->right && next->right > line->left;
}

static void
measure_columns (DoubletPdfMeasures *self)
{
  const guint n = self->lines->lines->len;

  for (guint start = 0, end; start < n; start = end)
    {
      DoubletPdfColumn column = { doublet_pdf_lines_get (self->lines, start)->left, doublet_pdf_lines_get (self->lines, start)->right };

      for (end = start + 1; end < n; end++)
        {
          const DoubletPdfLine *line = doublet_pdf_lines_get (self->lines, end);

          if (!doublet_pdf_follows_below (doublet_pdf_lines_get (self->lines, end - 1), line) || !doublet_pdf_is_same_size (line->size, doublet_pdf_lines_get (self->lines, start)->size))
            break;
          column.left = MIN (column.left, line->left);
          column.right = MAX (column.right, line->right);
        }
      for (guint i = start; i < end; i++)
        self->columns[i] = column;
    }
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

/* The lower third: among lines of paragraphs the gaps between these are few, in a list
 * of single lines many. */
static double
find_typical (GArray *values)
{
  if (values->len == 0)
    return 0;
  qsort (values->data, values->len, sizeof (double), compare_doubles);
  return g_array_index (values, double, values->len / 3);
}

static void
measure_pitches (DoubletPdfMeasures *self)
{
  const guint n = self->lines->lines->len;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint start = 0, end; start < n; start = end)
    {
      double pitch;

      g_array_set_size (here, 0);
      for (end = start + 1; end < n; end++)
        {
          const DoubletPdfLine *line = doublet_pdf_lines_get (self->lines, end - 1);
          const DoubletPdfLine *next = doublet_pdf_lines_get (self->lines, end);
          double                distance = (next->base - line->base) / MAX (line->size, 1);

          if (next->page != line->page)
            break;
          if (doublet_pdf_follows_below (line, next) && doublet_pdf_is_same_size (line->size, next->size) && distance < MAX_DISTANCE)
            {
              g_array_append_val (here, distance);
              g_array_append_val (all, distance);
            }
        }
      pitch = here->len >= MIN_DISTANCES ? find_typical (here) : 0;
      for (guint i = start; i < end; i++)
        self->page_pitches[i] = pitch;
    }

  self->pitch = find_typical (all);
}

static double
round_size (double size)
{
  return round (size * 2) / 2;
}

typedef struct
{
  double size;
  gsize  n_bytes;
} SizeUse;

static int
compare_uses (const void *a,
              const void *b)
{
  return compare_doubles (&((const SizeUse *)a)->size, &((const SizeUse *)b)->size);
}

/* The size of most of the text, and those above it. */
static void
measure_sizes (DoubletPdfMeasures *self)
{
  const guint         n = self->lines->lines->len;
  g_autofree SizeUse *uses = g_new (SizeUse, n + 1);
  gsize               most = 0;

  for (guint i = 0; i < n; i++)
    {
      const DoubletPdfLine *line = doublet_pdf_lines_get (self->lines, i);

      uses[i] = (SizeUse){ round_size (line->size), line->end - line->start };
    }
  qsort (uses, n, sizeof (SizeUse), compare_uses);

  for (guint start = 0, end; start < n; start = end)
    {
      gsize n_bytes = 0;

      for (end = start; end < n && compare_doubles (&uses[end].size, &uses[start].size) == 0; end++)
        n_bytes += uses[end].n_bytes;
      if (n_bytes > most)
        {
          most = n_bytes;
          self->body_size = uses[start].size;
        }
    }

  for (guint i = n; i > 0 && uses[i - 1].size >= self->body_size * HEADING_SIZE; i--)
    if (self->heading_sizes->len == 0 ||
        g_array_index (self->heading_sizes, double, self->heading_sizes->len - 1) > uses[i - 1].size)
      g_array_append_val (self->heading_sizes, uses[i - 1].size);
}

/**
 * doublet_pdf_measures_init:
 * @self: what becomes the measures
 * @lines: the lines of a document; borrowed
 */
void
doublet_pdf_measures_init (DoubletPdfMeasures    *self,
                           const DoubletPdfLines *lines)
{
  *self = (DoubletPdfMeasures){
    .lines = lines,
    .columns = g_new0 (DoubletPdfColumn, lines->lines->len + 1),
    .page_pitches = g_new0 (double, lines->lines->len + 1),
    .heading_sizes = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  measure_columns (self);
  measure_pitches (self);
  measure_sizes (self);
}

/**
 * doublet_pdf_measures_clear:
 * @self: measures
 */
void
doublet_pdf_measures_clear (DoubletPdfMeasures *self)
{
  g_free (self->columns);
  g_free (self->page_pitches);
  g_array_unref (self->heading_sizes);
}

/**
 * doublet_pdf_measures_find_heading_level:
 * @self: measures
 * @size: a size of letters
 *
 * Returns: the level of headings of this size, or 0 if it is that of text
 */
guint
doublet_pdf_measures_find_heading_level (const DoubletPdfMeasures *self,
                                         double                    size)
{
  guint level = 1;

  if (round_size (size) < self->body_size * HEADING_SIZE)
    return 0;
  while (level < N_HEADING_LEVELS && level < self->heading_sizes->len &&
         g_array_index (self->heading_sizes, double, level - 1) > round_size (size))
    level++;
  return level;
}
