/* prepared-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "prepared-text.h"

/* So many bytes go into a buffer at a time: some 2 ms. */
#define PIECE_BYTES (32 * 1024)

/**
 * doublet_prepared_text_new:
 * @text: what goes into the buffer
 *
 * Returns: (transfer full): a buffer with nothing in it yet
 */
DoubletPreparedText *
doublet_prepared_text_new (DoubletDisplayText *text)
{
  DoubletPreparedText *self = g_new0 (DoubletPreparedText, 1);

  self->text = doublet_display_text_ref (text);
  self->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  doublet_mark_tags_init (&self->tags, self->buffer);
  return self;
}

/**
 * doublet_prepared_text_free:
 * @self: (transfer full): a prepared text
 */
void
doublet_prepared_text_free (DoubletPreparedText *self)
{
  doublet_display_text_unref (self->text);
  g_object_unref (self->buffer);
  g_free (self);
}

/**
 * doublet_prepared_text_is_full:
 * @self: a prepared text
 *
 * Returns: whether the whole text is in the buffer
 */
gboolean
doublet_prepared_text_is_full (const DoubletPreparedText *self)
{
  guint32 n_lines;

  doublet_display_text_get_lines (self->text, &n_lines);
  return self->n_filled == n_lines;
}

static void
fill_piece (DoubletPreparedText *self)
{
  guint32                   n_lines;
  gsize                     n_bytes;
  const DoubletDisplayLine *lines = doublet_display_text_get_lines (self->text, &n_lines);
  const char               *text = doublet_display_text_get_text (self->text, &n_bytes);
  guint32                   first = self->n_filled;
  guint32                   start = lines[first].text_start;
  guint32                   last = first;
  gsize                     end;
  GtkTextIter               iter;

  while (last + 1 < n_lines && lines[last + 1].text_end - start <= PIECE_BYTES)
    last++;
  /* With the newline that leads to the next line. */
  end = last + 1 < n_lines ? lines[last + 1].text_start : n_bytes;
  gtk_text_buffer_get_end_iter (self->buffer, &iter);
  gtk_text_buffer_insert (self->buffer, &iter, text + start, (int)(end - start));
  doublet_mark_tags_apply_form (&self->tags, self->text, first, last + 1, &self->n_pictures);
  self->n_filled = last + 1;
}

/**
 * doublet_prepared_text_fill:
 * @self: a prepared text
 * @microseconds: how long it may take, about
 *
 * Puts more of the text into the buffer, at least one piece, from the beginning on.
 *
 * Returns: whether the whole text is in the buffer
 */
gboolean
doublet_prepared_text_fill (DoubletPreparedText *self,
                            gint64               microseconds)
{
  gint64 began = g_get_monotonic_time ();

  while (!doublet_prepared_text_is_full (self))
    {
      fill_piece (self);
      if (g_get_monotonic_time () - began > microseconds)
        break;
    }
  return doublet_prepared_text_is_full (self);
}
