/* offset-map.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "offset-map.h"

#include "utf8.h"

/*
 * A checkpoint every so many bytes: 1.6 % of the text in memory, and a look-up
 * counts at most that many bytes, which is less than a cache miss or two.  ASCII
 * needs no checkpoints at all.
 */
#define DOUBLET_OFFSET_MAP_STEP 256

/* Every byte of UTF-8 begins a code point or continues one. */
static inline gboolean
begins_char (char byte)
{
  return (byte & 0xc0) != 0x80;
}

/**
 * doublet_offset_map_init:
 * @self: a map, on the stack or in a struct
 * @text: (transfer none): valid UTF-8; has to outlive @self
 * @n_bytes: its length
 * @n_chars: how many code points it has, or 0 if nobody has counted them
 *
 * Prepares @self.  Takes time in proportion to the text.
 */
void
doublet_offset_map_init (DoubletOffsetMap *self,
                         const char       *text,
                         gsize             n_bytes,
                         gsize             n_chars)
{
  gsize n_steps = n_bytes / DOUBLET_OFFSET_MAP_STEP + 1;

  *self = (DoubletOffsetMap){ .text = text, .n_bytes = n_bytes };
  self->n_chars = n_bytes;
  if (n_chars > 0 ? n_chars == n_bytes : doublet_utf8_is_ascii (text, n_bytes))
    return;

  n_chars = 0;
  self->chars_at = g_new (guint32, n_steps);
  for (gsize step = 0; step < n_steps; step++)
    {
      gsize start = step * DOUBLET_OFFSET_MAP_STEP;

      self->chars_at[step] = n_chars;
      n_chars += doublet_utf8_count_chars (text + start, MIN (DOUBLET_OFFSET_MAP_STEP, n_bytes - start));
    }
  self->n_chars = n_chars;
}

/**
 * doublet_offset_map_clear:
 * @self: a map
 *
 * Frees what @self holds, but not @self.
 */
void
doublet_offset_map_clear (DoubletOffsetMap *self)
{
  g_clear_pointer (&self->chars_at, g_free);
}

/**
 * doublet_offset_map_to_chars:
 * @self: a map
 * @byte_offset: an offset in bytes; what lies behind the text means its end
 *
 * Returns: how many code points begin before @byte_offset: its offset in code
 *   points if it is a border between two
 */
gsize
doublet_offset_map_to_chars (const DoubletOffsetMap *self,
                             gsize                   byte_offset)
{
  gsize step;

  byte_offset = MIN (byte_offset, self->n_bytes);
  if (self->chars_at == NULL)
    return byte_offset;

  step = byte_offset / DOUBLET_OFFSET_MAP_STEP;
  return self->chars_at[step] + doublet_utf8_count_chars (self->text + step * DOUBLET_OFFSET_MAP_STEP, byte_offset % DOUBLET_OFFSET_MAP_STEP);
}

/**
 * doublet_offset_map_to_bytes:
 * @self: a map
 * @char_offset: an offset in code points; what lies behind the text means its end
 *
 * Returns: where that code point begins, in bytes
 */
gsize
doublet_offset_map_to_bytes (const DoubletOffsetMap *self,
                             gsize                   char_offset)
{
  gsize low = 0;
  gsize high = self->n_bytes / DOUBLET_OFFSET_MAP_STEP + 1;
  gsize n_chars;
  gsize i;

  if (char_offset >= self->n_chars)
    return self->n_bytes;
  if (self->chars_at == NULL)
    return char_offset;

  /* The last checkpoint with at most so many code points before it. */
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (self->chars_at[middle] <= char_offset)
        low = middle;
      else
        high = middle;
    }

  n_chars = self->chars_at[low];
  for (i = low * DOUBLET_OFFSET_MAP_STEP;; i++)
    if (begins_char (self->text[i]) && n_chars++ == char_offset)
      return i;
}
