/* html-output.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-output.h"

#include "visible-text.h"

/*
 * Nearly all of a page is text of the articles, and nearly all of that can go out as it
 * is.  So it is copied in blocks, each of which is looked at as a whole while it is in a
 * register; only a block with something in it that may mean something else, or may not be
 * seen, is gone through byte by byte.
 */

/* What a page has without any text, mostly its style sheet. */
#define INITIAL_BYTES 16384

/* Bytes that are looked at together. */
#define BLOCK_BYTES 16

/* "&quot;" */
#define LONGEST_REFERENCE 6

typedef guint8 Block __attribute__ ((vector_size (BLOCK_BYTES)));

/* Which bytes cannot go out as they are, beside those of DoubletHtmlContext. */
#define UNSEEN (1 << 2) /* may be part of what cannot be seen: see doublet_visible_text_append() */

static const guint8 meanings[256] = {
  [0x00 ... 0x08] = UNSEEN,
  [0x0b ... 0x1f] = UNSEEN,
  ['"'] = DOUBLET_HTML_IN_VALUE,
  ['&'] = DOUBLET_HTML_IN_TEXT | DOUBLET_HTML_IN_VALUE,
  ['<'] = DOUBLET_HTML_IN_TEXT | DOUBLET_HTML_IN_VALUE,
  ['>'] = DOUBLET_HTML_IN_TEXT | DOUBLET_HTML_IN_VALUE,
  [0x7f ... 0xff] = UNSEEN,
};

void
doublet_html_output_init (DoubletHtmlOutput *self)
{
  self->n_bytes = 0;
  self->n_allocated = INITIAL_BYTES;
  self->data = g_malloc (self->n_allocated);
  self->visible = g_string_new (NULL);
}

/*
 * doublet_html_output_end:
 * @self: an output, which is cleared
 *
 * Returns: (transfer full): what was added
 */
GBytes *
doublet_html_output_end (DoubletHtmlOutput *self)
{
  GBytes *bytes = g_bytes_new_take (g_realloc (self->data, self->n_bytes), self->n_bytes);

  g_string_free (self->visible, TRUE);
  *self = (DoubletHtmlOutput){ 0 };
  return bytes;
}

void
doublet_html_output_grow (DoubletHtmlOutput *self,
                          gsize              n_bytes)
{
  self->n_allocated = MAX (2 * self->n_allocated, self->n_bytes + n_bytes);
  self->data = g_realloc (self->data, self->n_allocated);
}

static void
add_reference (DoubletHtmlOutput *self,
               char               c)
{
  switch (c)
    {
    case '&':
      doublet_html_output_add (self, "&amp;", 5);
      break;
    case '<':
      doublet_html_output_add (self, "&lt;", 4);
      break;
    case '>':
      doublet_html_output_add (self, "&gt;", 4);
      break;
    default:
      doublet_html_output_add (self, "&quot;", LONGEST_REFERENCE);
      break;
    }
}

/* Whether all of a block can go out.  Tabs are asked about again byte by byte. */
static inline gboolean
is_plain (Block  block,
          guint8 asked)
{
  const guint8 quotation_mark = (asked & DOUBLET_HTML_IN_VALUE) != 0 ? '"' : '&';
  Block        doubtful = (Block)(block == '&') | (Block)(block == '<') | (Block)(block == '>') | (Block)(block == quotation_mark);
  guint64      halves[BLOCK_BYTES / sizeof (guint64)];

  if (asked & UNSEEN)
    doubtful |= (Block)((block - 0x20) >= 0x7f - 0x20) & (Block)(block != '\n');
  memcpy (halves, &doubtful, sizeof halves);
  return (halves[0] | halves[1]) == 0;
}

static gboolean
is_continuation (char c)
{
  return ((guchar)c & 0xc0) == 0x80;
}

/* How many bytes a character has that is surely seen: letters of most scripts, and
 * typographic marks; 0 if it has to be asked about. */
static gsize
measure_seen (const char *p,
              const char *end)
{
  guint8 first = p[0], second, third;

  /* U+00A0 to U+07FF; those below are control characters. */
  if (first >= 0xc2 && first <= 0xdf)
    return end - p >= 2 && is_continuation (p[1]) && (first > 0xc2 || (guchar)p[1] >= 0xa0) ? 2 : 0;
  if (end - p < 3 || !is_continuation (p[1]) || !is_continuation (p[2]))
    return 0;
  second = p[1];
  third = p[2];
  /* U+2028 to U+202E and U+2066 to U+2069 act. */
  if (first == 0xe2)
    return (second == 0x80 && third >= 0xa8 && third <= 0xae) || (second == 0x81 && third >= 0xa6 && third <= 0xa9) ? 0 : 3;
  /* U+1000 to U+CFFF; before them are forms that are too long, behind them surrogates. */
  return first == 0xe1 || (first >= 0xe3 && first <= 0xec) ? 3 : 0;
}

static inline gboolean
copy_block (char       *out,
            const char *p,
            guint8      asked)
{
  Block block;

  memcpy (&block, p, sizeof block);
  if (!is_plain (block, asked))
    return FALSE;
  memcpy (out, &block, sizeof block);
  return TRUE;
}

/* Copies blocks as long as they are plain.  The last one may begin within the one before it,
 * so that no byte is left over. */
static const char *
add_blocks (DoubletHtmlOutput *self,
            const char        *p,
            const char        *end,
            guint8             asked)
{
  const char *start = p;
  char       *out = self->data + self->n_bytes;

  while (end - p >= BLOCK_BYTES && copy_block (out, p, asked))
    {
      p += BLOCK_BYTES;
      out += BLOCK_BYTES;
    }
  if (p < end && end - p < BLOCK_BYTES && end - start >= BLOCK_BYTES && copy_block (out - (p - (end - BLOCK_BYTES)), end - BLOCK_BYTES, asked))
    {
      out += end - p;
      p = end;
    }
  self->n_bytes = out - self->data;
  return p;
}

/* The same byte by byte, with characters that are surely seen. */
static const char *
add_bytes (DoubletHtmlOutput *self,
           const char        *p,
           const char        *end,
           const char        *end_of_text,
           guint8             asked)
{
  char *out = self->data + self->n_bytes;

  while (p < end)
    {
      guint8 meaning = meanings[(guchar)*p] & asked;
      gsize  n_bytes = 0;

      if (meaning == 0)
        {
          *out++ = *p++;
          continue;
        }
      if (meaning & UNSEEN)
        n_bytes = measure_seen (p, end_of_text);
      if (n_bytes == 0)
        break;
      for (; n_bytes > 0; n_bytes--)
        *out++ = *p++;
    }
  self->n_bytes = out - self->data;
  return p;
}

/* Adds up to the first character that may not be seen, if that is asked for; returns where
 * that is. */
static const char *
add_escaped (DoubletHtmlOutput *self,
             const char        *p,
             const char        *end,
             guint8             asked)
{
  doublet_html_output_reserve (self, end - p);
  while (p < end)
    {
      const char *stop;

      p = add_blocks (self, p, end, asked);
      stop = end - p > BLOCK_BYTES ? p + BLOCK_BYTES : end;
      p = add_bytes (self, p, stop, end, asked);
      if (p >= stop)
        continue;
      if (meanings[(guchar)*p] & asked & UNSEEN)
        return p;
      add_reference (self, *p++);
      doublet_html_output_reserve (self, end - p);
    }
  return end;
}

/*
 * doublet_html_output_add_text:
 * @self: an output
 * @text: any bytes
 * @n_bytes: how many
 * @context: where it stands
 *
 * Adds a text as it may be seen, whatever is in it.
 */
void
doublet_html_output_add_text (DoubletHtmlOutput *self,
                              const char        *text,
                              gsize              n_bytes,
                              DoubletHtmlContext context)
{
  const char *end = text + n_bytes;
  const char *rest = add_escaped (self, text, end, (guint8)context | UNSEEN);

  if (rest == end)
    return;
  g_string_truncate (self->visible, 0);
  doublet_visible_text_append (self->visible, rest, end - rest);
  add_escaped (self, self->visible->str, self->visible->str + self->visible->len, context);
}
