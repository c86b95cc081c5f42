/* article-view-drawing.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

/*
 * What an article view draws around and behind its text.  All of it is found from the
 * lines that are seen, so a frame costs the same in a short article and in a long one.
 * Coordinates are those of the buffer, as the layer functions want them.
 */

/* Sizes beside the reading size, as in print: what the machine says is small. */
#define LABEL_SCALE 0.76

#define POINTS_PER_INCH 72

#define BAR_WIDTH 4
#define CHIP_RADIUS 4
#define CHIP_PADDING 4
#define HATCH_STEP 10
#define HATCH_WIDTH 1
#define PILL_PADDING 10
#define FRAME_WIDTH 1.25f

/* A column as wide as this many average characters is read with ease. */
#define MEASURE_CHARS 66

static int
measure_label (DoubletArticleView *self,
               const char         *words)
{
  int width;

  pango_layout_set_text (self->label, words, -1);
  pango_layout_get_pixel_size (self->label, &width, NULL);
  return width;
}

static int
measure_number (DoubletArticleView *self,
                guint               number)
{
  char digits[12] = "";

  for (guint n = 0; number > 0 || n < 2; number /= 10)
    digits[n++] = '0';
  return measure_label (self, digits);
}

/* The average width of a character of @view's font, in Pango units: of prose, where
 * narrow letters are frequent, which the font's own figure does not know. */
static int
measure_prose (GtkWidget *view)
{
  static const char prose[] = "the quick and the slow read alike in a line of this length, or so we are told";
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, prose);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (int)(sizeof prose - 1);
}

/* Takes the sizes of everything from the font; the font or the numbers changed. */
void
doublet_article_view_update_metrics (DoubletArticleView *self)
{
  GtkTextView          *view = GTK_TEXT_VIEW (self);
  PangoContext         *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics     *metrics = pango_context_get_metrics (context, font, NULL);
  int                   height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));
  guint                 n_blocks = 0;
  double                size;

  if (self->text != NULL)
    doublet_article_get_blocks (doublet_display_text_get_article (self->text), &n_blocks);

  size = pango_font_description_get_size (font);
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / POINTS_PER_INCH;
  pango_font_description_set_family (font, "Sans");
  pango_font_description_set_absolute_size (font, LABEL_SCALE * size);
  g_clear_object (&self->label);
  self->label = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_font_description (self->label, font);
  pango_layout_set_text (self->label, "0", -1);
  pango_layout_get_pixel_size (self->label, NULL, &self->label_height);

  self->number_width = measure_number (self, n_blocks);
  self->chip_width = self->n_findings > 0 ? measure_number (self, self->n_findings) + 2 * CHIP_PADDING : 0;
  self->measure = MEASURE_CHARS * measure_prose (GTK_WIDGET (self)) / PANGO_SCALE;
  self->metrics = (DoubletSpacingMetrics){
    .above = MAX (height * 2 / 5, 2),
    .below = MAX (height * 2 / 5, 2),
    .inside = height * 3 / 10,
    .note = self->label_height + 2,
  };
  gtk_text_view_set_pixels_above_lines (view, self->metrics.above);
  gtk_text_view_set_pixels_below_lines (view, self->metrics.below);
  gtk_text_view_set_pixels_inside_wrap (view, self->metrics.inside);
  if (self->text != NULL)
    doublet_line_spacing_set_metrics (&self->spacing, &self->metrics);
  self->metrics_known = TRUE;
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
}

/* A line that is seen, in the buffer's coordinates. */
typedef struct
{
  guint32                   index;
  const DoubletDisplayLine *line;
  int                       top; /* where its own space begins, without padding */
  int                       bottom;
} SeenLine;

static gboolean
see_line (DoubletArticleView *self,
          guint32             index,
          SeenLine           *seen)
{
  guint32                   n_lines;
  const DoubletDisplayLine *lines = doublet_display_text_get_lines (self->text, &n_lines);
  GtkTextIter               iter;
  int                       y;
  int                       height;

  if (index >= n_lines)
    return FALSE;
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, index);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  *seen = (SeenLine){
    .index = index,
    .line = &lines[index],
    .top = y + doublet_line_spacing_get_padding_above (&self->spacing, index),
    .bottom = y + height - doublet_line_spacing_get_padding_below (&self->spacing, index),
  };
  return TRUE;
}

static void
draw_words (DoubletArticleView *self,
            GtkSnapshot        *snapshot,
            const char         *words,
            int                 x,
            int                 y,
            const GdkRGBA      *color)
{
  pango_layout_set_text (self->label, words, -1);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, self->label, color);
  gtk_snapshot_restore (snapshot);
}

static void
fill (GtkSnapshot   *snapshot,
      float          x,
      float          y,
      float          width,
      float          height,
      const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
fill_rounded (GtkSnapshot           *snapshot,
              const graphene_rect_t *rect,
              float                  radius,
              const GdkRGBA         *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
frame_rounded (GtkSnapshot           *snapshot,
               const graphene_rect_t *rect,
               const GdkRGBA         *color)
{
  const float    widths[4] = { FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH };
  const GdkRGBA  colors[4] = { *color, *color, *color, *color };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, 3);
  gtk_snapshot_append_border (snapshot, &rounded, widths, colors);
}

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
  words_width = measure_label (self, words);
  y = CLAMP ((from + to - self->label_height) / 2, top, bottom - self->label_height);
  x = (width - words_width) / 2;
  fill_rounded (snapshot, &GRAPHENE_RECT_INIT (x - PILL_PADDING, y, words_width + 2 * PILL_PADDING, self->label_height), self->label_height / 2.0f, &self->palette->page);
  draw_words (self, snapshot, words, x, y, &self->palette->dim);
}

static const DoubletCell *
get_cell (DoubletArticleView *self,
          guint32             row)
{
  return doublet_rows_get_cell (self->rows.rows, row, self->rows.column);
}

/* The rows from @row on that hold nothing here, the first of which begins at @y. */
static void
draw_absent_rows (DoubletArticleView *self,
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

static void
draw_hatching_after (DoubletArticleView *self,
                     GtkSnapshot        *snapshot,
                     const GdkRectangle *visible,
                     const SeenLine     *seen)
{
  guint32            row = doublet_rows_find (self->rows.rows, self->rows.column, seen->line->block);
  const DoubletCell *cell = get_cell (self, row);
  guint32            first_line;
  guint32            end_line;
  SeenLine           first;

  doublet_display_text_get_block_lines (self->text, cell->first_block, cell->end_block, &first_line, &end_line);
  if (seen->index + 1 == end_line && self->rows.heights[row] >= 0 && see_line (self, first_line, &first))
    draw_absent_rows (self, snapshot, visible, row + 1, first.top + self->rows.heights[row]);
}

static void
draw_tone (DoubletArticleView *self,
           GtkSnapshot        *snapshot,
           const SeenLine     *seen)
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
  fill (snapshot, 0, seen->top, width, seen->bottom - seen->top, &tint);
  fill (snapshot, 0, seen->top, BAR_WIDTH, seen->bottom - seen->top, &hue->sign);
}

/* A bar beside each line that holds some of the selected passage. */
static void
draw_bar (DoubletArticleView *self,
          GtkSnapshot        *snapshot,
          const SeenLine     *seen)
{
  if (self->selected == DOUBLET_NO_PASSAGE || self->marks == NULL)
    return;
  for (guint i = doublet_marks_find_first (self->marks, seen->line->first_byte); i < self->marks->len; i++)
    {
      const DoubletMark *mark = &g_array_index (self->marks, DoubletMark, i);

      if (mark->start >= seen->line->end_byte)
        return;
      if (mark->passage == self->selected)
        {
          fill (snapshot, 0, seen->top, BAR_WIDTH, seen->bottom - seen->top, &self->palette->passages[doublet_hue_of_passage (mark->passage)].sign);
          return;
        }
    }
}

typedef void (*RectFunc) (DoubletArticleView    *self,
                          GtkSnapshot           *snapshot,
                          const graphene_rect_t *rect,
                          const GdkRGBA         *color);

/* Calls @func for the part of a range on each line as the eye sees lines. */
static void
for_each_rect (DoubletArticleView *self,
               GtkSnapshot        *snapshot,
               const GdkRectangle *visible,
               guint32             start,
               guint32             end,
               RectFunc            func,
               const GdkRGBA      *color)
{
  GtkTextView   *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter    at;
  GtkTextIter    until;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, doublet_display_text_to_offset (self->text, start));
  gtk_text_buffer_get_iter_at_offset (buffer, &until, doublet_display_text_to_end_offset (self->text, end));
  while (gtk_text_iter_compare (&at, &until) < 0)
    {
      GtkTextIter  next = at;
      GtkTextIter  last;
      GdkRectangle from;
      GdkRectangle to;
      int          x0;
      int          x1;

      /* The next line as the eye sees it begins behind this one's last character. */
      if (!gtk_text_view_forward_display_line_end (view, &next) || gtk_text_iter_compare (&next, &until) > 0)
        next = until;
      if (gtk_text_iter_compare (&next, &at) <= 0)
        {
          if (!gtk_text_iter_forward_char (&at))
            return;
          continue;
        }
      last = next;
      gtk_text_iter_backward_char (&last);
      gtk_text_view_get_iter_location (view, &at, &from);
      gtk_text_view_get_iter_location (view, &last, &to);
      if (from.y > visible->y + visible->height)
        return;
      x0 = MIN (MIN (from.x, from.x + from.width), MIN (to.x, to.x + to.width));
      x1 = MAX (MAX (from.x, from.x + from.width), MAX (to.x, to.x + to.width));
      if (from.y + from.height >= visible->y)
        func (self, snapshot, &GRAPHENE_RECT_INIT (x0, from.y, x1 - x0, from.height), color);
      at = next;
    }
}

static void
draw_frame (DoubletArticleView    *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *rect,
            const GdkRGBA         *color)
{
  graphene_rect_t around = GRAPHENE_RECT_INIT (rect->origin.x - 1, rect->origin.y - 1, rect->size.width + 2, rect->size.height + 2);

  frame_rounded (snapshot, &around, color);
}

static void
draw_dots (DoubletArticleView    *self,
           GtkSnapshot           *snapshot,
           const graphene_rect_t *rect,
           const GdkRGBA         *color)
{
  float y = rect->origin.y + rect->size.height - 1;

  for (float x = rect->origin.x; x < rect->origin.x + rect->size.width - 1; x += 4)
    fill (snapshot, x, y, 2, 2, color);
}

static void
draw_found (DoubletArticleView    *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *rect,
            const GdkRGBA         *color)
{
  fill (snapshot, rect->origin.x, rect->origin.y - 1, rect->size.width, rect->size.height + 2, color);
}

/* What is drawn over the marks of a line: frames around what differs, dots. */
static void
draw_marks (DoubletArticleView *self,
            GtkSnapshot        *snapshot,
            const GdkRectangle *visible,
            const SeenLine     *seen)
{
  for (guint i = doublet_marks_find_first (self->marks, seen->line->first_byte); self->marks != NULL && i < self->marks->len; i++)
    {
      const DoubletMark *mark = &g_array_index (self->marks, DoubletMark, i);
      guint32            start = MAX (mark->start, seen->line->first_byte);
      guint32            end = MIN (mark->end, seen->line->end_byte);
      const GdkRGBA     *sign;

      if (mark->start >= seen->line->end_byte)
        return;
      if (mark->passage >= self->n_findings)
        continue;
      sign = &self->palette->passages[doublet_hue_of_passage (mark->passage)].sign;
      if (mark->flags & DOUBLET_MARK_DIFFERS)
        for_each_rect (self, snapshot, visible, start, end, draw_frame, sign);
      else if (self->findings[mark->passage].match == DOUBLET_PASSAGE_REWORDED)
        for_each_rect (self, snapshot, visible, start, end, draw_dots, sign);
    }
}

static void
draw_chip (DoubletArticleView *self,
           GtkSnapshot        *snapshot,
           guint32             passage,
           int                 y)
{
  const DoubletPaletteHue *hue = &self->palette->passages[doublet_hue_of_passage (passage)];
  gboolean                 selected = passage == self->selected;
  g_autofree char         *number = g_strdup_printf ("%u", passage + 1);
  int                      width = measure_label (self, number);
  int                      chip = MAX (width + 2 * CHIP_PADDING, self->label_height);
  int                      right = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - DOUBLET_GUTTER_GAP;

  fill_rounded (snapshot, &GRAPHENE_RECT_INIT (right - chip, y, chip, self->label_height), CHIP_RADIUS, selected ? &hue->sign : &hue->tint);
  draw_words (self, snapshot, number, right - chip + (chip - width) / 2, y, selected ? &self->palette->page : &hue->sign);
}

/* The numbers of the passages that begin in a line; @free is where the gutter is free
 * from, so that neighbours stand below each other. */
static void
draw_chips (DoubletArticleView *self,
            GtkSnapshot        *snapshot,
            const SeenLine     *seen,
            int                *free)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  for (guint i = doublet_marks_find_first (self->marks, seen->line->first_byte); self->marks != NULL && i < self->marks->len; i++)
    {
      const DoubletMark *mark = &g_array_index (self->marks, DoubletMark, i);
      GtkTextIter        iter;
      GdkRectangle       place;

      if (mark->start >= seen->line->end_byte)
        return;
      if (!(mark->flags & DOUBLET_MARK_STARTS) || mark->passage >= self->n_findings || mark->start < seen->line->first_byte)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &iter, doublet_display_text_to_offset (self->text, mark->start));
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
      *free = MAX (*free, place.y + (place.height - self->label_height) / 2);
      draw_chip (self, snapshot, mark->passage, *free);
      *free += self->label_height + 1;
    }
}

static void
draw_number (DoubletArticleView *self,
             GtkSnapshot        *snapshot,
             const SeenLine     *seen)
{
  g_autofree char *number = NULL;
  int              gutter = DOUBLET_GUTTER_EDGE + self->number_width + DOUBLET_GUTTER_GAP + self->chip_width + DOUBLET_GUTTER_GAP;
  int              x = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - gutter + DOUBLET_GUTTER_EDGE;
  int              y = seen->top + doublet_line_spacing_get_natural_above (&self->spacing, seen->index);
  GtkTextIter      iter;
  GdkRectangle     place;

  if (seen->line->flags & DOUBLET_DISPLAY_LINE_CONTINUES)
    return;
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, seen->index);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
  y += MAX (place.height - self->label_height, 0) / 2;
  number = g_strdup_printf ("%u", seen->line->block + 1);
  draw_words (self, snapshot, number, x, y, &self->palette->dim);
}

static void
draw_note (DoubletArticleView *self,
           GtkSnapshot        *snapshot,
           const SeenLine     *seen)
{
  guint low = 0;
  guint high = self->notes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->notes, DoubletLineNote, middle).line < seen->index)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->notes->len && g_array_index (self->notes, DoubletLineNote, low).line == seen->index)
    {
      const DoubletLineNote   *note = &g_array_index (self->notes, DoubletLineNote, low);
      const DoubletPaletteHue *hue = note->tone == DOUBLET_LINE_MOVED ? &self->palette->moved
                                     : self->is_base                  ? &self->palette->deleted
                                                                      : &self->palette->inserted;

      draw_words (self, snapshot, note->words, gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)), seen->top + self->metrics.above, &hue->sign);
    }
}

static void
draw_hits (DoubletArticleView *self,
           GtkSnapshot        *snapshot,
           const GdkRectangle *visible,
           guint32             first_byte,
           guint32             end_byte)
{
  guint low = 0;
  guint high = self->hits != NULL ? self->hits->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->hits, DoubletByteRange, middle).end <= first_byte)
        low = middle + 1;
      else
        high = middle;
    }
  for (; self->hits != NULL && low < self->hits->len; low++)
    {
      const DoubletByteRange *hit = &g_array_index (self->hits, DoubletByteRange, low);

      if (hit->start >= end_byte)
        return;
      for_each_rect (self, snapshot, visible, hit->start, hit->end, draw_found, &self->palette->found.tint);
    }
}

/* Behind the text: tints of whole lines, hatching, what was found. */
void
doublet_article_view_draw_below (DoubletArticleView *self,
                                 GtkSnapshot        *snapshot)
{
  gboolean     rows = self->rows.rows != NULL && self->rows.rows->n_columns > 1 && self->rows.heights != NULL;
  GdkRectangle visible;
  SeenLine     seen;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (rows)
    draw_absent_rows (self, snapshot, &visible, 0, 0);
  for (guint32 i = doublet_article_view_get_line_at (self, visible.y); see_line (self, i, &seen); i++)
    {
      if (seen.top > visible.y + visible.height)
        break;
      draw_tone (self, snapshot, &seen);
      draw_bar (self, snapshot, &seen);
      draw_hits (self, snapshot, &visible, seen.line->first_byte, seen.line->end_byte);
      if (rows)
        draw_hatching_after (self, snapshot, &visible, &seen);
    }
}

/* Before the text: numbers, notes, frames. */
void
doublet_article_view_draw_above (DoubletArticleView *self,
                                 GtkSnapshot        *snapshot)
{
  GdkRectangle visible;
  SeenLine     seen;
  int          free = G_MININT;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  for (guint32 i = doublet_article_view_get_line_at (self, visible.y); see_line (self, i, &seen); i++)
    {
      if (seen.top > visible.y + visible.height)
        break;
      draw_number (self, snapshot, &seen);
      draw_note (self, snapshot, &seen);
      draw_chips (self, snapshot, &seen, &free);
      draw_marks (self, snapshot, &visible, &seen);
    }
}
