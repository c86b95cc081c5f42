/* display-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "display-text.h"

#include "character-picture.h"
#include "line-cutter.h"

#include <string.h>

/*
 * The two texts run side by side in runs.  In most runs each character of the buffer
 * stands for one character of the article (perhaps as a picture of it), so only the
 * run's beginning is kept; a unit is one character of the buffer that stands for any
 * number of bytes: a CR LF or a newline with an indentation (shown as one space), the
 * white space between two blocks (a newline), or nothing (the newline at a cut).
 *
 * Runs are in order on both sides.  No run is longer than a line, so finding a place
 * costs a binary search and a walk of at most DOUBLET_DISPLAY_LINE_LONGEST characters.
 */
typedef struct
{
  guint32 offset;
  guint32 byte;
  guint32 is_unit;
} Run;

struct _DoubletDisplayText
{
  DoubletArticle *article;
  const char     *source; /* the article's text */
  guint32         n_source_bytes;
  GString        *text;
  GArray         *runs;        /* Run */
  GArray         *lines;       /* DoubletDisplayLine */
  guint32        *block_lines; /* n_blocks + 1: the first line of each block */
  guint32         n_blocks;
  guint32         n_chars;
  guint32         end_byte; /* of the article: what comes from here on is not shown */
};

/* A paragraph longer than this is not left out as a whole where the text is cut. */
#define LONG_BLOCK (100 * 1000)

static void
add_run (DoubletDisplayText *self,
         gsize               byte,
         gboolean            is_unit)
{
  Run run = { self->n_chars, (guint32)byte, is_unit };

  g_array_append_val (self->runs, run);
}

/* The end of the white space at @p, or @p if it holds no newline or is a single one. */
static const char *
skip_line_break (const char *p,
                 const char *end)
{
  const char *q = p;
  gboolean    breaks = FALSE;

  while (q < end && (*q == ' ' || *q == '\t' || *q == '\n' || *q == '\r'))
    {
      breaks = breaks || *q == '\n' || *q == '\r';
      q++;
    }
  return breaks && q - p > 1 ? q : p;
}

/* Shows bytes @start to @end of the article. */
static void
add_text (DoubletDisplayText *self,
          gsize               start,
          gsize               end)
{
  const char *p = self->source + start;
  const char *last = self->source + end;
  gboolean    in_run = FALSE;

  while (p < last)
    {
      const char *after = (guchar)*p <= ' ' ? skip_line_break (p, last) : p;

      if (after != p)
        {
          add_run (self, p - self->source, TRUE);
          g_string_append_c (self->text, ' ');
          in_run = FALSE;
          p = after;
        }
      else
        {
          if (!in_run)
            add_run (self, p - self->source, FALSE);
          in_run = TRUE;
          if ((guchar)*p >= ' ' && (guchar)*p < 0x7f)
            g_string_append_c (self->text, *p);
          else
            g_string_append_unichar (self->text, doublet_character_picture (g_utf8_get_char (p)));
          p = g_utf8_next_char (p);
        }
      self->n_chars++;
    }
}

static guint8
describe_block (const DoubletDisplayText *self,
                guint32                   index,
                const DoubletBlock       *block)
{
  const char *title = doublet_article_get_title (self->article);
  gsize       length = block->end - block->start;
  gboolean    is_title = index == 0 && title != NULL && strlen (title) == length && memcmp (title, self->source + block->start, length) == 0;

  if (is_title || (index == 0 && block->kind == DOUBLET_BLOCK_HEADING))
    return DOUBLET_DISPLAY_LINE_TITLE;
  if (block->kind == DOUBLET_BLOCK_HEADING)
    return DOUBLET_DISPLAY_LINE_HEADING;
  return block->kind == DOUBLET_BLOCK_LIST_ITEM ? DOUBLET_DISPLAY_LINE_LIST_ITEM : 0;
}

static void
add_newline (DoubletDisplayText *self,
             gsize               byte)
{
  add_run (self, byte, TRUE);
  g_string_append_c (self->text, '\n');
  self->n_chars++;
}

static void
add_block (DoubletDisplayText *self,
           guint32             index,
           const DoubletBlock *block)
{
  guint8 kind = describe_block (self, index, block);
  gsize  start = block->start;

  self->block_lines[index] = self->lines->len;
  while (start < block->end && start < DOUBLET_DISPLAY_TEXT_LARGEST)
    {
      gsize              end = doublet_line_cutter_find_end (self->source, start, block->end);
      DoubletDisplayLine line = { .start = self->n_chars, .text_start = self->text->len, .first_byte = start, .end_byte = end, .block = index };

      if (start > block->start)
        {
          add_newline (self, start);
          line.start++;
          line.text_start++;
        }
      add_text (self, start, end);
      line.n_chars = self->n_chars - line.start;
      line.text_end = self->text->len;
      line.flags = kind | (start > block->start ? DOUBLET_DISPLAY_LINE_CONTINUES : 0) | (end < block->end ? DOUBLET_DISPLAY_LINE_CONTINUED : 0);
      g_array_append_val (self->lines, line);
      start = end;
    }
  self->end_byte = start;
}

/* Whether at least the beginning of @block is shown. */
static gboolean
fits (const DoubletBlock *block)
{
  return block->end <= DOUBLET_DISPLAY_TEXT_LARGEST ||
         (block->start < DOUBLET_DISPLAY_TEXT_LARGEST && block->end - block->start > LONG_BLOCK);
}

/**
 * doublet_display_text_new:
 * @article: an article
 *
 * Lays @article out as lines of a text buffer, its first %DOUBLET_DISPLAY_TEXT_MB MB at
 * most.
 *
 * Returns: (transfer full): the text
 */
DoubletDisplayText *
doublet_display_text_new (DoubletArticle *article)
{
  DoubletDisplayText *self;
  const DoubletBlock *blocks;
  guint               n_blocks;
  gsize               n_bytes;

  g_return_val_if_fail (article != NULL, NULL);

  self = g_atomic_rc_box_new0 (DoubletDisplayText);
  self->article = doublet_article_ref (article);
  self->source = doublet_article_get_text (article, &n_bytes);
  self->n_source_bytes = n_bytes;
  blocks = doublet_article_get_blocks (article, &n_blocks);
  self->n_blocks = n_blocks;
  self->text = g_string_sized_new (n_bytes + 1);
  self->runs = g_array_sized_new (FALSE, FALSE, sizeof (Run), 2 * (gsize)n_blocks + 1);
  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (DoubletDisplayLine), n_blocks);
  self->block_lines = g_new (guint32, (gsize)n_blocks + 1);

  for (guint i = 0; i < n_blocks; i++)
    {
      if (!fits (&blocks[i]))
        {
          for (; i < n_blocks; i++)
            self->block_lines[i] = self->lines->len;
          break;
        }
      if (i > 0)
        add_newline (self, blocks[i - 1].end);
      add_block (self, i, &blocks[i]);
    }
  self->block_lines[n_blocks] = self->lines->len;
  return self;
}

/**
 * doublet_display_text_ref:
 * @self: a display text
 *
 * Returns: (transfer full): @self
 */
DoubletDisplayText *
doublet_display_text_ref (DoubletDisplayText *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_display_text (gpointer data)
{
  DoubletDisplayText *self = data;

  doublet_article_unref (self->article);
  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_array_unref (self->lines);
  g_free (self->block_lines);
}

/**
 * doublet_display_text_unref:
 * @self: (transfer full): a display text
 */
void
doublet_display_text_unref (DoubletDisplayText *self)
{
  g_atomic_rc_box_release_full (self, clear_display_text);
}

/**
 * doublet_display_text_get_article:
 * @self: a display text
 *
 * Returns: (transfer none): the article that is shown
 */
DoubletArticle *
doublet_display_text_get_article (const DoubletDisplayText *self)
{
  return self->article;
}

/**
 * doublet_display_text_get_end_byte:
 * @self: a display text
 *
 * Returns: the byte of the article behind the last one that is shown
 */
guint32
doublet_display_text_get_end_byte (const DoubletDisplayText *self)
{
  return self->end_byte;
}

/**
 * doublet_display_text_is_cut:
 * @self: a display text
 *
 * Returns: whether the article goes on behind what is shown
 */
gboolean
doublet_display_text_is_cut (const DoubletDisplayText *self)
{
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (self->article, &n_blocks);

  return n_blocks > 0 && self->end_byte < blocks[n_blocks - 1].end;
}

/**
 * doublet_display_text_get_text:
 * @self: a display text
 * @n_bytes: (out): its length
 *
 * Returns: (transfer none): what goes into the buffer: UTF-8, without NUL
 */
const char *
doublet_display_text_get_text (const DoubletDisplayText *self,
                               gsize                    *n_bytes)
{
  *n_bytes = self->text->len;
  return self->text->str;
}

/**
 * doublet_display_text_get_lines:
 * @self: a display text
 * @n_lines: (out): how many there are
 *
 * Returns: (transfer none): the lines of the buffer
 */
const DoubletDisplayLine *
doublet_display_text_get_lines (const DoubletDisplayText *self,
                                guint32                  *n_lines)
{
  *n_lines = self->lines->len;
  return (const DoubletDisplayLine *)(gpointer)self->lines->data;
}

/**
 * doublet_display_text_get_block_lines:
 * @self: a display text
 * @first_block: a block
 * @end_block: the block behind the last one
 * @first_line: (out): their first line
 * @end_line: (out): the line behind their last one
 *
 * Tells which lines show some blocks.
 */
void
doublet_display_text_get_block_lines (const DoubletDisplayText *self,
                                      guint32                   first_block,
                                      guint32                   end_block,
                                      guint32                  *first_line,
                                      guint32                  *end_line)
{
  g_return_if_fail (first_block <= end_block && end_block <= self->n_blocks);

  *first_line = self->block_lines[first_block];
  *end_line = self->block_lines[end_block];
}

/**
 * doublet_display_text_find_line:
 * @self: a display text with at least one line
 * @offset: an offset of the buffer
 *
 * Returns: the line that holds @offset; its newline belongs to it
 */
guint32
doublet_display_text_find_line (const DoubletDisplayText *self,
                                guint32                   offset)
{
  guint32 low = 0;
  guint32 high = self->lines->len;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (g_array_index (self->lines, DoubletDisplayLine, middle).start <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The last run that begins at or before @at. */
static guint32
find_run (const DoubletDisplayText *self,
          guint32                   at,
          gboolean                  in_bytes)
{
  guint32 low = 0;
  guint32 high = self->runs->len;

  while (high - low > 1)
    {
      guint32    middle = low + (high - low) / 2;
      const Run *run = &g_array_index (self->runs, Run, middle);

      if ((in_bytes ? run->byte : run->offset) <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static guint32
offset_of_run_end (const DoubletDisplayText *self,
                   guint32                   index)
{
  return index + 1 < self->runs->len ? g_array_index (self->runs, Run, index + 1).offset : self->n_chars;
}

/* The text is known to be UTF-8, so its characters are its bytes that begin one: a loop
 * that compilers make many at a time, unlike g_utf8_strlen(). */
static guint32
count_chars (const char *text,
             guint32     n_bytes)
{
  guint32 n = 0;

  for (guint32 i = 0; i < n_bytes; i++)
    n += ((guchar)text[i] & 0xc0) != 0x80;
  return n;
}

/**
 * doublet_display_text_to_offset:
 * @self: a display text
 * @byte: a byte of the article, where a character begins, or its end
 *
 * Tells where @byte is in the buffer.  White space between blocks is the end of the
 * block before it; at a cut, the line after it is meant.
 *
 * Returns: an offset
 */
guint32
doublet_display_text_to_offset (const DoubletDisplayText *self,
                                guint32                   byte)
{
  guint32    index;
  guint32    end;
  const Run *run;

  if (self->runs->len == 0 || byte < g_array_index (self->runs, Run, 0).byte)
    return 0;
  if (byte >= self->end_byte)
    return self->n_chars;
  index = find_run (self, byte, TRUE);
  run = &g_array_index (self->runs, Run, index);
  if (run->is_unit)
    return run->offset;
  end = offset_of_run_end (self, index);
  byte = MIN (byte, self->n_source_bytes);
  return MIN (end, run->offset + count_chars (self->source + run->byte, byte - run->byte));
}

/**
 * doublet_display_text_to_end_offset:
 * @self: a display text
 * @byte: the byte behind the last one of a range
 *
 * As doublet_display_text_to_offset(), but at a cut, and where two blocks touch, the
 * line before it is meant: a range that ends there holds no newline.
 *
 * Returns: an offset
 */
guint32
doublet_display_text_to_end_offset (const DoubletDisplayText *self,
                                    guint32                   byte)
{
  guint32 offset = doublet_display_text_to_offset (self, byte);

  if (offset > 0 && self->lines->len > 0)
    {
      guint32                   index = doublet_display_text_find_line (self, offset);
      const DoubletDisplayLine *line = &g_array_index (self->lines, DoubletDisplayLine, index);

      if (offset == line->start && line[-1].end_byte == byte)
        return offset - 1;
    }
  return offset;
}

/**
 * doublet_display_text_to_byte:
 * @self: a display text
 * @offset: an offset of the buffer
 *
 * Tells what stands at @offset.  The end of a line is the end of what the line shows.
 *
 * Returns: a byte of the article
 */
guint32
doublet_display_text_to_byte (const DoubletDisplayText *self,
                              guint32                   offset)
{
  const Run *run;

  if (self->runs->len == 0)
    return 0;
  if (offset >= self->n_chars)
    return g_array_index (self->lines, DoubletDisplayLine, self->lines->len - 1).end_byte;
  run = &g_array_index (self->runs, Run, find_run (self, offset, FALSE));
  return g_utf8_offset_to_pointer (self->source + run->byte, offset - run->offset) - self->source;
}
