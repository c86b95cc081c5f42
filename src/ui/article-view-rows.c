/* article-view-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

/* What an article view draws of its rows: whole lines in a tint, hatching where other
 * columns have something. */

#define HATCH_STEP 10
#define HATCH_WIDTH 1
#define PILL_PADDING 10

/* Slanting lines over @area; they keep their places when the view scrolls. */
static void
hatch (GtkSnapshot           *snapshot,
       const graphene_rect_t *area,
       const GdkRGBA         *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);
  double   x0 = area->origin.x;
  double   y0 = area->origin.y;
  double   x1 = x0 + area->size.width;
  double   y1 = y0 + area->size.height;
  double   step = HATCH_STEP * G_SQRT2;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, HATCH_WIDTH);
  for (double sum = step * (int)((x0 + y0) / step - 1); sum < x1 + y1 + step; sum += step)
    {
      cairo_move_to (cr, sum - y0 + 2, y0 - 2);
      cairo_line_to (cr, sum - y1 - 2, y1 + 2);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_absent (DoubletArticleView *self,
             GtkSnapshot        *snapshot,
             const GdkRectangle *visible,
             int                 top,
             int                 bottom,
             DoubletCellState    state)
{
  const char *words = state == DOUBLET_CELL_ELSEWHERE ? self->rows.elsewhere : self->rows.absent;
  int         width = gtk_widget_get_width (GTK_WIDGET (self));
  int         from = MAX (top, visible->y);
  int         to = MIN (bottom, visible->y + visible->height);
  int         words_width;
  int         y;
  int         x;

  if (from >= to)
    return;
  hatch (snapshot, &GRAPHENE_RECT_INIT (0, from, width, to - from), &self->palette->hatch);
  if (words == NULL || bottom - top < self->label_height)
    return;
  /* In the middle of what is seen, as long as there is room. */
  words_width = doublet_article_view_measure_words (self, words);
  y = CLAMP ((from + to - self->label_height) / 2, top, bottom - self->label_height);
  x = (width - words_width) / 2;
  doublet_article_view_fill_rounded (snapshot, &GRAPHENE_RECT_INIT (x - PILL_PADDING, y, words_width + 2 * PILL_PADDING, self->label_height), self->label_height / 2.0f, &self->palette->page);
  doublet_article_view_draw_words (self, snapshot, words, x, y, &self->palette->dim);
}

static const DoubletCell *
get_cell (DoubletArticleView *self,
          guint32             row)
{
  return doublet_rows_get_cell (self->rows.rows, row, self->rows.column);
}

/* The rows from @row on that hold nothing here, the first of which begins at @y. */
void
doublet_article_view_draw_absent_rows (DoubletArticleView *self,
                                       GtkSnapshot        *snapshot,
                                       const GdkRectangle *visible,
                                       guint32             row,
                                       int                 y)
{
  guint32 n_rows = self->rows.rows->n_rows;

  while (row < n_rows && y < visible->y + visible->height)
    {
      const DoubletCell *cell = get_cell (self, row);
      DoubletCellState   state = cell->state;
      int                top = y;

      if (cell->first_block != cell->end_block)
        return;
      /* Neighbours that say the same are one. */
      for (; row < n_rows; row++)
        {
          cell = get_cell (self, row);
          if (cell->first_block != cell->end_block || cell->state != state)
            break;
          y += MAX (self->rows.heights[row], 0);
        }
      draw_absent (self, snapshot, visible, top, y, state);
    }
}

void
doublet_article_view_draw_hatching_after (DoubletArticleView    *self,
                                          GtkSnapshot           *snapshot,
                                          const GdkRectangle    *visible,
                                          const DoubletSeenLine *seen)
{
  guint32            row = doublet_rows_find (self->rows.rows, self->rows.column, seen->line->block);
  const DoubletCell *cell = get_cell (self, row);
  guint32            first_line;
  guint32            end_line;
  DoubletSeenLine    first;

  doublet_display_text_get_block_lines (self->text, cell->first_block, cell->end_block, &first_line, &end_line);
  if (seen->index + 1 == end_line && self->rows.heights[row] >= 0 && doublet_article_view_see_line (self, first_line, &first))
    doublet_article_view_draw_absent_rows (self, snapshot, visible, row + 1, first.top + self->rows.heights[row]);
}

void
doublet_article_view_draw_tone (DoubletArticleView    *self,
                                GtkSnapshot           *snapshot,
                                const DoubletSeenLine *seen)
{
  DoubletLineTone          tone = self->line_tones != NULL ? self->line_tones[seen->index] : DOUBLET_LINE_PLAIN;
  const DoubletPaletteHue *hue = &self->palette->moved;
  int                      width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA                  tint;

  if (tone == DOUBLET_LINE_PLAIN)
    return;
  if (tone == DOUBLET_LINE_ONLY_HERE)
    hue = self->is_base ? &self->palette->deleted : &self->palette->inserted;
  tint = hue->tint;
  tint.alpha = 0.4f;
  doublet_article_view_fill (snapshot, 0, seen->top, width, seen->bottom - seen->top, &tint);
  doublet_article_view_fill (snapshot, 0, seen->top, DOUBLET_BAR_WIDTH, seen->bottom - seen->top, &hue->sign);
}
