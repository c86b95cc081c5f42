/* article-view-shapes.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

/* What all drawing in an article view is made of. */

#define FRAME_WIDTH 1.25f

int
doublet_article_view_measure_words (DoubletArticleView *self,
                                    const char         *words)
{
  int width;

  pango_layout_set_text (self->label, words, -1);
  pango_layout_get_pixel_size (self->label, &width, NULL);
  return width;
}

gboolean
doublet_article_view_see_line (DoubletArticleView *self,
                               guint32             index,
                               DoubletSeenLine    *seen)
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
  *seen = (DoubletSeenLine){
    .index = index,
    .line = &lines[index],
    .top = y + doublet_line_spacing_get_padding_above (&self->spacing, index),
    .bottom = y + height - doublet_line_spacing_get_padding_below (&self->spacing, index),
  };
  return TRUE;
}

void
doublet_article_view_draw_words (DoubletArticleView *self,
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

void
doublet_article_view_fill (GtkSnapshot   *snapshot,
                           float          x,
                           float          y,
                           float          width,
                           float          height,
                           const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

void
doublet_article_view_fill_rounded (GtkSnapshot           *snapshot,
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

void
doublet_article_view_frame_rounded (GtkSnapshot           *snapshot,
                                    const graphene_rect_t *rect,
                                    const GdkRGBA         *color)
{
  const float    widths[4] = { FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH };
  const GdkRGBA  colors[4] = { *color, *color, *color, *color };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, 3);
  gtk_snapshot_append_border (snapshot, &rounded, widths, colors);
}
