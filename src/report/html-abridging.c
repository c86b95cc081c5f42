/* html-abridging.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-abridging.h"

#include <stdlib.h>

/*
 * What of long texts is left out of the page, in two steps: rows in which nothing is
 * changed, but for those around a changed one; and if that is still too much, the end of
 * every section that has more than its share.  A section that needs less leaves the rest
 * of its share to the others.
 */

/* With more text than this only what is changed is shown, and of that no more than this:
 * a page of 11 MB took Chromium six seconds to open, and a page has three bytes for a
 * byte of text in which every line is changed. */
#define MAX_TEXT_BYTES (3 * 1024 * 1024)

/* The first row of a section is shown, however many sections there are, unless it is
 * longer than this: a paragraph of 5,000 words. */
#define MAX_FIRST_ROW_BYTES (32 * 1024)

/* So many rows before and after a changed one are shown where the rest is left out. */
#define CONTEXT_ROWS 1

static guint
get_article (const DoubletHtmlSection *self,
             guint                     column)
{
  return column == 0 ? self->a : self->b;
}

/* Marks that make a row worth showing: changes beside another article, repeats in one
 * alone. */
static GArray *
get_changes (const DoubletHtmlSection *self,
             const DoubletCollation   *collation,
             guint                     column)
{
  if (self->n_columns == 1)
    return doublet_marks_for_passages (collation, self->a, DOUBLET_MARKS_REPEATED, &self->a, 1);
  return doublet_marks_for_differences (collation, self->alignment, NULL, self->a, self->b, column == 1);
}

static void
show_around (DoubletHtmlSection *self,
             guint32             row)
{
  guint32 first = row > CONTEXT_ROWS ? row - CONTEXT_ROWS : 0;
  guint32 last = MIN (row + CONTEXT_ROWS, self->rows->n_rows - 1);

  for (guint32 i = first; i <= last; i++)
    self->is_shown[i] = TRUE;
}

/* Returns where the last of the blocks ends. */
static guint32
show_blocks (DoubletHtmlSection *self,
             guint               column,
             const DoubletBlock *blocks,
             guint32             first_block,
             guint32             last_block)
{
  guint32 first = doublet_rows_find (self->rows, column, first_block);
  guint32 last = doublet_rows_find (self->rows, column, last_block);

  for (guint32 row = first; row <= last && row < self->rows->n_rows; row++)
    show_around (self, row);
  return blocks[last_block].end;
}

static void
show_changed (DoubletHtmlSection     *self,
              const DoubletCollation *collation)
{
  if (self->n_columns > 1 && self->alignment == NULL)
    return;

  for (guint32 row = 0; row < self->rows->n_rows; row++)
    self->is_shown[row] = FALSE;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const DoubletArticle *article = doublet_collation_get_article (collation, get_article (self, column));
      guint                 n_blocks;
      const DoubletBlock   *blocks = doublet_article_get_blocks (article, &n_blocks);
      g_autoptr (GArray) marks = get_changes (self, collation, column);
      guint32 shown_until = 0; /* the end of the block of the last change */

      for (guint i = 0; i < marks->len; i++)
        {
          const DoubletMark *mark = &g_array_index (marks, DoubletMark, i);

          if (mark->end <= shown_until)
            continue;
          shown_until = show_blocks (self, column, blocks, doublet_article_find_block (article, mark->start), doublet_article_find_block (article, mark->end - 1));
        }
    }
}

/* Bytes of text in a row. */
static gsize
measure_row (const DoubletHtmlSection *self,
             const DoubletCollation   *collation,
             guint32                   row)
{
  gsize size = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const DoubletCell  *cell = doublet_rows_get_cell (self->rows, row, column);
      guint               n_blocks;
      const DoubletBlock *blocks = doublet_article_get_blocks (doublet_collation_get_article (collation, get_article (self, column)), &n_blocks);

      if (cell->first_block < cell->end_block)
        size += blocks[cell->end_block - 1].end - blocks[cell->first_block].start;
    }
  return size;
}

/* Bytes of text that are shown. */
static gsize
measure (const DoubletHtmlSection *self,
         const DoubletCollation   *collation)
{
  gsize size = 0;

  for (guint32 row = 0; row < self->rows->n_rows; row++)
    if (self->is_shown[row])
      size += measure_row (self, collation, row);
  return size;
}

static int
compare_sizes (const void *a,
               const void *b)
{
  gsize x = *(const gsize *)a, y = *(const gsize *)b;

  return x < y ? -1 : x > y;
}

/* The most that a section may have so that all have MAX_TEXT_BYTES together. */
static gsize
find_share (const gsize *sizes,
            guint        n)
{
  g_autofree gsize *sorted = g_memdup2 (sizes, n * sizeof *sizes);
  gsize             rest = MAX_TEXT_BYTES;

  qsort (sorted, n, sizeof *sorted, compare_sizes);
  for (guint i = 0; i < n; i++)
    {
      gsize share = rest / (n - i);

      if (sorted[i] > share)
        return share;
      rest -= sorted[i];
    }
  return G_MAXSIZE;
}

static void
cut (DoubletHtmlSection     *self,
     const DoubletCollation *collation,
     gsize                   share)
{
  gsize size = 0;

  for (guint32 row = 0; row < self->rows->n_rows; row++)
    {
      gsize of_row;

      if (!self->is_shown[row])
        continue;
      of_row = measure_row (self, collation, row);
      if (self->n_cut == 0 && (size + of_row <= share || (size == 0 && of_row <= MAX_FIRST_ROW_BYTES)))
        {
          size += of_row;
          continue;
        }
      if (self->n_cut++ == 0)
        self->end_row = row;
      self->is_shown[row] = FALSE;
    }
}

/**
 * doublet_html_abridge:
 * @report: a report that knows its sections
 *
 * Decides which rows of them are written.
 *
 * Returns: about how many bytes of the articles these have
 */
gsize
doublet_html_abridge (DoubletHtmlReport *report)
{
  g_autofree gsize *sizes = g_new0 (gsize, MAX (report->n_sections, 1));
  gsize             total = 0;
  gsize             share;

  for (guint i = 0; i < report->n_sections; i++)
    total += measure (&report->sections[i], report->collation);
  report->abridged = total > MAX_TEXT_BYTES;
  if (!report->abridged)
    return total;

  total = 0;
  for (guint i = 0; i < report->n_sections; i++)
    {
      show_changed (&report->sections[i], report->collation);
      sizes[i] = measure (&report->sections[i], report->collation);
      total += sizes[i];
    }
  report->cut = total > MAX_TEXT_BYTES;
  if (!report->cut)
    return total;

  share = find_share (sizes, report->n_sections);
  for (guint i = 0; i < report->n_sections; i++)
    if (sizes[i] > share)
      cut (&report->sections[i], report->collation, share);
  return MAX_TEXT_BYTES;
}
