/* line-heights.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-heights.h"

#include "mark-tags.h"

/*
 * What GtkTextView does with a line is done here with an own layout: the same font,
 * width and attributes give the same height to the pixel.  Colours and lines under or
 * through the text have no part in it, so marks may change freely.
 */

static PangoAttrList *
attributes_for (double scale)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_scale_new (scale));
  pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  return list;
}

/**
 * doublet_line_heights_init:
 * @self: heights
 * @text: the text
 *
 * Makes @self ready for @text; nothing is known yet.
 */
void
doublet_line_heights_init (DoubletLineHeights *self,
                           DoubletDisplayText *text)
{
  self->text = doublet_display_text_ref (text);
  self->layout = NULL;
  self->title = attributes_for (DOUBLET_TITLE_SCALE);
  self->heading = attributes_for (DOUBLET_HEADING_SCALE);
  doublet_display_text_get_lines (text, &self->n_lines);
  self->heights = g_new (gint32, self->n_lines);
  for (guint32 i = 0; i < self->n_lines; i++)
    self->heights[i] = -1;
}

/**
 * doublet_line_heights_clear:
 * @self: heights
 */
void
doublet_line_heights_clear (DoubletLineHeights *self)
{
  g_clear_pointer (&self->text, doublet_display_text_unref);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->title, pango_attr_list_unref);
  g_clear_pointer (&self->heading, pango_attr_list_unref);
  g_clear_pointer (&self->heights, g_free);
}

/**
 * doublet_line_heights_start:
 * @self: heights
 * @view: the text view, for its font
 * @text_width: pixels from margin to margin
 * @inside: pixels between the lines of a paragraph
 *
 * Forgets all heights: from now on lines are so wide.
 */
void
doublet_line_heights_start (DoubletLineHeights *self,
                            GtkWidget          *view,
                            int                 text_width,
                            int                 inside)
{
  g_clear_object (&self->layout);
  self->layout = pango_layout_new (gtk_widget_get_pango_context (view));
  /* The text view keeps a pixel for its caret. */
  pango_layout_set_width (self->layout, MAX (text_width - 1, 1) * PANGO_SCALE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (self->layout, inside * PANGO_SCALE);
  for (guint32 i = 0; i < self->n_lines; i++)
    self->heights[i] = -1;
}

/**
 * doublet_line_heights_get:
 * @self: heights that were started
 * @line: a line
 *
 * Measures @line, if that was not done yet.
 *
 * Returns: pixels, without the space around the line
 */
int
doublet_line_heights_get (DoubletLineHeights *self,
                          guint32             line)
{
  g_return_val_if_fail (line < self->n_lines, 0);

  if (self->heights[line] < 0)
    {
      guint32                   n_lines;
      gsize                     n_bytes;
      const DoubletDisplayLine *shown = &doublet_display_text_get_lines (self->text, &n_lines)[line];
      const char               *text = doublet_display_text_get_text (self->text, &n_bytes);
      PangoRectangle            extents;

      pango_layout_set_attributes (self->layout, shown->flags & DOUBLET_DISPLAY_LINE_TITLE     ? self->title
                                                 : shown->flags & DOUBLET_DISPLAY_LINE_HEADING ? self->heading
                                                                                               : NULL);
      pango_layout_set_text (self->layout, text + shown->text_start, shown->text_end - shown->text_start);
      pango_layout_get_extents (self->layout, NULL, &extents);
      self->heights[line] = PANGO_PIXELS (extents.height);
    }
  return self->heights[line];
}
