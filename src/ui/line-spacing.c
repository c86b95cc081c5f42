/* line-spacing.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-spacing.h"

/* One unit of the higher digit; pixels.  Columns seldom differ by more than 20 lines in
 * a row, so both digits together take some 50 tags. */
#define DIGIT 16

static const DoubletDisplayLine *
get_line (const DoubletLineSpacing *self,
          guint32                   line)
{
  guint32 n_lines;

  return &doublet_display_text_get_lines (self->text, &n_lines)[line];
}

/**
 * doublet_line_spacing_init:
 * @self: spacing
 * @buffer: a buffer that holds @text and outlives @self
 * @text: the text
 * @metrics: the natural space
 *
 * Sets the lines of @buffer in their natural space.
 */
void
doublet_line_spacing_init (DoubletLineSpacing          *self,
                           GtkTextBuffer               *buffer,
                           DoubletDisplayText          *text,
                           const DoubletSpacingMetrics *metrics)
{
  self->buffer = buffer;
  self->text = doublet_display_text_ref (text);
  self->above = g_hash_table_new (NULL, NULL);
  self->below = g_hash_table_new (NULL, NULL);
  self->first = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->last = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  doublet_display_text_get_lines (text, &self->n_lines);
  self->padding = g_new0 (guint32, self->n_lines);
  self->has_note = g_new0 (guint8, self->n_lines);
  self->touched = g_new0 (guint8, self->n_lines);
  self->head = 0;
  doublet_line_spacing_set_metrics (self, metrics);
}

/**
 * doublet_line_spacing_clear:
 * @self: spacing
 */
void
doublet_line_spacing_clear (DoubletLineSpacing *self)
{
  g_clear_pointer (&self->text, doublet_display_text_unref);
  g_clear_pointer (&self->above, g_hash_table_unref);
  g_clear_pointer (&self->below, g_hash_table_unref);
  g_clear_pointer (&self->padding, g_free);
  g_clear_pointer (&self->has_note, g_free);
  g_clear_pointer (&self->touched, g_free);
}

/**
 * doublet_line_spacing_get_natural_above:
 * @self: spacing
 * @line: a line
 *
 * Returns: pixels above @line without padding, with its note
 */
int
doublet_line_spacing_get_natural_above (const DoubletLineSpacing *self,
                                        guint32                   line)
{
  int note = self->has_note[line] ? self->metrics.note : 0;

  if (get_line (self, line)->flags & DOUBLET_DISPLAY_LINE_CONTINUES)
    return self->metrics.inside / 2 + note;
  return self->metrics.above + note;
}

/**
 * doublet_line_spacing_get_natural_below:
 * @self: spacing
 * @line: a line
 *
 * Returns: pixels below @line without padding
 */
int
doublet_line_spacing_get_natural_below (const DoubletLineSpacing *self,
                                        guint32                   line)
{
  if (get_line (self, line)->flags & DOUBLET_DISPLAY_LINE_CONTINUED)
    return self->metrics.inside - self->metrics.inside / 2;
  return self->metrics.below;
}

/**
 * doublet_line_spacing_get_padding_above:
 * @self: spacing
 * @line: a line
 *
 * Returns: pixels of padding above @line; they belong to the row before it
 */
int
doublet_line_spacing_get_padding_above (const DoubletLineSpacing *self,
                                        guint32                   line)
{
  return line == 0 ? self->head : self->padding[line - 1] % DIGIT;
}

/**
 * doublet_line_spacing_get_padding_below:
 * @self: spacing
 * @line: a line
 *
 * Returns: pixels of padding below @line, without what is above the next one
 */
int
doublet_line_spacing_get_padding_below (const DoubletLineSpacing *self,
                                        guint32                   line)
{
  if (line + 1 == self->n_lines)
    return self->padding[line];
  return self->padding[line] - self->padding[line] % DIGIT;
}

static GtkTextTag *
find_tag (DoubletLineSpacing *self,
          gboolean            is_above,
          guint32             line,
          int                 pixels)
{
  const char *property = is_above ? "pixels-above-lines" : "pixels-below-lines";
  GHashTable *tags = is_above ? self->above : self->below;
  GtkTextTag *tag = is_above ? self->first : self->last;

  if (is_above ? line == 0 : line + 1 == self->n_lines)
    {
      g_object_set (tag, property, pixels, NULL);
      return tag;
    }
  if (pixels == (is_above ? self->metrics.above : self->metrics.below))
    return NULL;
  tag = g_hash_table_lookup (tags, GINT_TO_POINTER (pixels));
  if (tag == NULL)
    {
      tag = gtk_text_buffer_create_tag (self->buffer, NULL, property, pixels, NULL);
      g_hash_table_insert (tags, GINT_TO_POINTER (pixels), tag);
    }
  return tag;
}

static void
remove_tags (DoubletLineSpacing *self,
             GHashTable         *tags,
             const GtkTextIter  *iter)
{
  g_autoptr (GSList) at = gtk_text_iter_get_tags (iter);

  for (GSList *l = at; l != NULL; l = l->next)
    {
      GtkTextIter end = *iter;
      gint        pixels = 0;

      g_object_get (l->data, tags == self->above ? "pixels-above-lines" : "pixels-below-lines", &pixels, NULL);
      gtk_text_iter_forward_char (&end);
      if (g_hash_table_lookup (tags, GINT_TO_POINTER (pixels)) == l->data)
        gtk_text_buffer_remove_tag (self->buffer, l->data, iter, &end);
    }
}

static void
renew_line (DoubletLineSpacing *self,
            guint32             line)
{
  int         above = doublet_line_spacing_get_natural_above (self, line) + doublet_line_spacing_get_padding_above (self, line);
  int         below = doublet_line_spacing_get_natural_below (self, line) + doublet_line_spacing_get_padding_below (self, line);
  GtkTextTag *tag_above = find_tag (self, TRUE, line, above);
  GtkTextTag *tag_below = find_tag (self, FALSE, line, below);
  GtkTextIter start;
  GtkTextIter end;

  if (tag_above == NULL && tag_below == NULL && !self->touched[line])
    return;
  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  if (self->touched[line])
    {
      remove_tags (self, self->above, &start);
      remove_tags (self, self->below, &start);
    }
  end = start;
  gtk_text_iter_forward_char (&end);
  if (tag_above != NULL)
    gtk_text_buffer_apply_tag (self->buffer, tag_above, &start, &end);
  if (tag_below != NULL)
    gtk_text_buffer_apply_tag (self->buffer, tag_below, &start, &end);
  self->touched[line] = tag_above != NULL || tag_below != NULL;
}

/**
 * doublet_line_spacing_set_metrics:
 * @self: spacing
 * @metrics: the natural space; the view's own space above and below is the same
 *
 * The reading size changed.
 */
void
doublet_line_spacing_set_metrics (DoubletLineSpacing          *self,
                                  const DoubletSpacingMetrics *metrics)
{
  self->metrics = *metrics;
  for (guint32 i = 0; i < self->n_lines; i++)
    renew_line (self, i);
}

/**
 * doublet_line_spacing_set_note:
 * @self: spacing
 * @line: a line
 * @has_note: whether words stand over it
 */
void
doublet_line_spacing_set_note (DoubletLineSpacing *self,
                               guint32             line,
                               gboolean            has_note)
{
  if (self->has_note[line] == has_note)
    return;
  self->has_note[line] = has_note;
  renew_line (self, line);
}

/**
 * doublet_line_spacing_set_padding:
 * @self: spacing
 * @line: a line
 * @padding: pixels below it
 *
 * Returns: whether anything changed
 */
gboolean
doublet_line_spacing_set_padding (DoubletLineSpacing *self,
                                  guint32             line,
                                  guint32             padding)
{
  if (self->padding[line] == padding)
    return FALSE;
  self->padding[line] = padding;
  renew_line (self, line);
  if (line + 1 < self->n_lines)
    renew_line (self, line + 1);
  return TRUE;
}

/**
 * doublet_line_spacing_set_head:
 * @self: spacing
 * @padding: pixels above the first line
 *
 * Returns: whether anything changed
 */
gboolean
doublet_line_spacing_set_head (DoubletLineSpacing *self,
                               guint32             padding)
{
  if (self->head == padding || self->n_lines == 0)
    return FALSE;
  self->head = padding;
  renew_line (self, 0);
  return TRUE;
}

/**
 * doublet_line_spacing_count_tags:
 * @self: spacing
 *
 * Returns: how many tags the buffer has for it
 */
guint
doublet_line_spacing_count_tags (const DoubletLineSpacing *self)
{
  return 2 + g_hash_table_size (self->above) + g_hash_table_size (self->below);
}
