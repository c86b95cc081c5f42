/* article-view-places.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

/* Where things are in an article view: bytes, lines and pixels. */

/**
 * doublet_article_view_select:
 * @self: a view that shows a text
 * @start: bytes
 * @end: bytes
 *
 * Selects a range of the text; it does not scroll there.
 */
void
doublet_article_view_select (DoubletArticleView *self,
                             guint32             start,
                             guint32             end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter    from;
  GtkTextIter    to;

  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->text != NULL);

  gtk_text_buffer_get_iter_at_offset (buffer, &from, doublet_display_text_to_offset (self->text, start));
  gtk_text_buffer_get_iter_at_offset (buffer, &to, doublet_display_text_to_end_offset (self->text, end));
  gtk_text_buffer_select_range (buffer, &from, &to);
}

/**
 * doublet_article_view_get_spacing:
 * @self: a view that shows a text
 *
 * Returns: (transfer none): the space around its lines
 */
DoubletLineSpacing *
doublet_article_view_get_spacing (DoubletArticleView *self)
{
  return &self->spacing;
}

/**
 * doublet_article_view_get_heights:
 * @self: a view that shows a text
 *
 * Returns: (transfer none): what is known of the heights of its lines
 */
DoubletLineHeights *
doublet_article_view_get_heights (DoubletArticleView *self)
{
  return &self->heights;
}

/**
 * doublet_article_view_start_heights:
 * @self: a view that shows a text and has a size
 *
 * Forgets the heights of lines, and measures from now on for the size it has.
 */
void
doublet_article_view_start_heights (DoubletArticleView *self)
{
  doublet_line_heights_start (&self->heights, GTK_WIDGET (self), self->text_width, self->metrics.inside);
}

/**
 * doublet_article_view_get_line_y:
 * @self: a view that shows a text
 * @line: a line
 * @y: (out): where the line's own space begins, in the view's coordinates
 *
 * Returns: whether the view laid @line out already
 */
gboolean
doublet_article_view_get_line_y (DoubletArticleView *self,
                                 guint32             line,
                                 int                *y)
{
  GtkTextIter iter;
  int         height;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, line);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, y, &height);
  *y += doublet_line_spacing_get_padding_above (&self->spacing, line);
  return height > 0;
}

/**
 * doublet_article_view_get_line_at:
 * @self: a view that shows a text
 * @y: a place in the view's coordinates
 *
 * Returns: the line there
 */
guint32
doublet_article_view_get_line_at (DoubletArticleView *self,
                                  int                 y)
{
  GtkTextIter iter;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, y, NULL);
  return gtk_text_iter_get_line (&iter);
}
