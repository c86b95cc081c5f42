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

#define CHIP_RADIUS 4

/* A bar beside each line that holds some of the selected passage. */
static void
draw_bar (DoubletArticleView    *self,
          GtkSnapshot           *snapshot,
          const DoubletSeenLine *seen)
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
          doublet_article_view_fill (snapshot, 0, seen->top, DOUBLET_BAR_WIDTH, seen->bottom - seen->top, &self->palette->passages[doublet_hue_of_passage (mark->passage)].sign);
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
      /* A line ends before its last space, and from there the next end would be found. */
      at = next;
      while (gtk_text_iter_compare (&at, &until) < 0 && !gtk_text_view_starts_display_line (view, &at))
        if (!gtk_text_iter_forward_char (&at))
          return;
    }
}

static void
draw_frame (DoubletArticleView    *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *rect,
            const GdkRGBA         *color)
{
  graphene_rect_t around = GRAPHENE_RECT_INIT (rect->origin.x - 1, rect->origin.y - 1, rect->size.width + 2, rect->size.height + 2);

  doublet_article_view_frame_rounded (snapshot, &around, color);
}

/* Twice as strong as the frame of what differs, so not by its colour alone. */
static void
draw_flag (DoubletArticleView    *self,
           GtkSnapshot           *snapshot,
           const graphene_rect_t *rect,
           const GdkRGBA         *color)
{
  graphene_rect_t around = GRAPHENE_RECT_INIT (rect->origin.x - 2, rect->origin.y - 2, rect->size.width + 4, rect->size.height + 4);

  draw_frame (self, snapshot, rect, color);
  doublet_article_view_frame_rounded (snapshot, &around, color);
}

static void
draw_dots (DoubletArticleView    *self,
           GtkSnapshot           *snapshot,
           const graphene_rect_t *rect,
           const GdkRGBA         *color)
{
  float y = rect->origin.y + rect->size.height - 1;

  for (float x = rect->origin.x; x < rect->origin.x + rect->size.width - 1; x += 4)
    doublet_article_view_fill (snapshot, x, y, 2, 2, color);
}

static void
draw_found (DoubletArticleView    *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *rect,
            const GdkRGBA         *color)
{
  doublet_article_view_fill (snapshot, rect->origin.x, rect->origin.y - 1, rect->size.width, rect->size.height + 2, color);
}

/* Frames in the colour of flags around what is another figure, name, quotation or
 * negation in the copies of a passage, here or in its first copy. */
static void
draw_facts (DoubletArticleView *self,
            GtkSnapshot        *snapshot,
            const GdkRectangle *visible,
            const DoubletMark  *mark,
            guint32             start,
            guint32             end)
{
  const DoubletFinding *finding = &self->findings[mark->passage];

  for (guint32 i = 0; i < finding->n_facts; i++)
    {
      const DoubletFact *fact = &finding->facts[i];
      gboolean           is_reference = mark->place == finding->reference;
      guint32            fact_start = MAX (is_reference ? fact->reference_start : fact->here_start, start);
      guint32            fact_end = MIN (is_reference ? fact->reference_end : fact->here_end, end);

      if ((is_reference || fact->place == mark->place) && fact_start < fact_end)
        for_each_rect (self, snapshot, visible, fact_start, fact_end, draw_flag, &self->palette->flag);
    }
}

/* What is drawn over the marks of a line: frames around what differs, dots. */
static void
draw_marks (DoubletArticleView    *self,
            GtkSnapshot           *snapshot,
            const GdkRectangle    *visible,
            const DoubletSeenLine *seen)
{
  for (guint i = doublet_marks_find_first (self->marks, seen->line->first_byte); self->marks != NULL && i < self->marks->len; i++)
    {
      const DoubletMark *mark = &g_array_index (self->marks, DoubletMark, i);
      guint32            start = MAX (mark->start, seen->line->first_byte);
      guint32            end = MIN (mark->end, seen->line->end_byte);
      const GdkRGBA     *sign;

      if (mark->start >= seen->line->end_byte)
        return;
      if (mark->flags & DOUBLET_MARK_FACT)
        for_each_rect (self, snapshot, visible, start, end, draw_flag, &self->palette->flag);
      if (mark->passage >= self->n_findings)
        continue;
      sign = &self->palette->passages[doublet_hue_of_passage (mark->passage)].sign;
      if (mark->flags & DOUBLET_MARK_DIFFERS)
        for_each_rect (self, snapshot, visible, start, end, draw_frame, sign);
      else if (self->findings[mark->passage].match == DOUBLET_PASSAGE_REWORDED)
        for_each_rect (self, snapshot, visible, start, end, draw_dots, sign);
      draw_facts (self, snapshot, visible, mark, start, end);
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
  int                      width = doublet_article_view_measure_words (self, number);
  int                      chip = MAX (width + 2 * DOUBLET_CHIP_PADDING, self->label_height);
  int                      right = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - DOUBLET_GUTTER_GAP;

  doublet_article_view_fill_rounded (snapshot, &GRAPHENE_RECT_INIT (right - chip, y, chip, self->label_height), CHIP_RADIUS, selected ? &hue->sign : &hue->tint);
  doublet_article_view_draw_words (self, snapshot, number, right - chip + (chip - width) / 2, y, selected ? &self->palette->page : &hue->sign);
}

/* The numbers of the passages that begin in a line; @free is where the gutter is free
 * from, so that neighbours stand below each other. */
static void
draw_chips (DoubletArticleView    *self,
            GtkSnapshot           *snapshot,
            const DoubletSeenLine *seen,
            int                   *free)
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
draw_number (DoubletArticleView    *self,
             GtkSnapshot           *snapshot,
             const DoubletSeenLine *seen)
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
  doublet_article_view_draw_words (self, snapshot, number, x, y, &self->palette->dim);
}

static void
draw_note (DoubletArticleView    *self,
           GtkSnapshot           *snapshot,
           const DoubletSeenLine *seen)
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

      pango_layout_set_width (self->label, doublet_article_view_get_note_room (self, note) * PANGO_SCALE);
      doublet_article_view_draw_words (self, snapshot, note->words, gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)), seen->top + self->metrics.above, &hue->sign);
      pango_layout_set_width (self->label, -1);
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
  gboolean        rows = self->rows.rows != NULL && self->rows.rows->n_columns > 1 && self->rows.heights != NULL;
  GdkRectangle    visible;
  DoubletSeenLine seen;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (rows)
    doublet_article_view_draw_absent_rows (self, snapshot, &visible, 0, 0);
  for (guint32 i = doublet_article_view_get_line_at (self, visible.y); doublet_article_view_see_line (self, i, &seen); i++)
    {
      if (seen.top > visible.y + visible.height)
        break;
      doublet_article_view_draw_tone (self, snapshot, &seen);
      draw_bar (self, snapshot, &seen);
      draw_hits (self, snapshot, &visible, seen.line->first_byte, seen.line->end_byte);
      if (rows)
        doublet_article_view_draw_hatching_after (self, snapshot, &visible, &seen);
    }
}

/* Before the text: numbers, notes, frames. */
void
doublet_article_view_draw_above (DoubletArticleView *self,
                                 GtkSnapshot        *snapshot)
{
  GdkRectangle    visible;
  DoubletSeenLine seen;
  int             free = G_MININT;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  for (guint32 i = doublet_article_view_get_line_at (self, visible.y); doublet_article_view_see_line (self, i, &seen); i++)
    {
      if (seen.top > visible.y + visible.height)
        break;
      draw_number (self, snapshot, &seen);
      draw_note (self, snapshot, &seen);
      draw_chips (self, snapshot, &seen, &free);
      draw_marks (self, snapshot, &visible, &seen);
    }
}
