/* pdf-paragraphs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-paragraphs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * A printed page knows no paragraphs, only lines.  A new one begins where the eye sees
 * it: at a wider gap, in another size, at an indent, or where the first word of the
 * next line would still have fitted.  The last is what makes it work for ragged lines
 * as well: whoever filled the line would have put the word there.
 */

/* Sizes of letters differ from here on: 10 on 11 points is a difference, the half
 * points of justified headings are none. */
#define SAME_SIZE 1.08

/* From the size of most letters to that of the smallest heading. */
#define HEADING_SIZE 1.12

/* Longer than any heading. */
#define MAX_HEADING_BYTES 400
#define N_HEADING_LEVELS 6

/* A gap between paragraphs: lines of one have the same distance but for rounding and
 * for formulas. */
#define WIDE_GAP 1.2

/* In sizes of letters: from the least to the greatest indent of a first line. */
#define MIN_INDENT .7
#define MAX_INDENT 6.

/* What a space is wide, at least, in sizes. */
#define SPACE_WIDTH .2

/* Lines that stand in one column without a jump: its edges. */
typedef struct
{
  double left;
  double right;
} Column;

typedef struct
{
  const DoubletPdfLines *lines;
  DoubletArticleBuilder *builder;
  Column                *columns; /* for each line */
  double                 body_size;
  double                 pitch;         /* from line to line, in sizes */
  double                *page_pitches;  /* for each line: that of its page, or 0 */
  GArray                *heading_sizes; /* double, falling */
} Setting;

static const DoubletPdfLine *
get_line (const Setting *self,
          guint          i)
{
  return &g_array_index (self->lines->lines, DoubletPdfLine, i);
}

static gboolean
is_same_size (double a,
              double b)
{
  return MAX (a, b) <= MIN (a, b) * SAME_SIZE;
}

/* Whether @next stands below @line in the same column. */
static gboolean
follows_below (const DoubletPdfLine *line,
               const DoubletPdfLine *next)
{
  return line->page == next->page && next->base > line->base && next->top > line->top &&
         next->left < line->right && next->right > line->left;
}

static void
measure_columns (Setting *self)
{
  const guint n = self->lines->lines->len;

  for (guint start = 0, end; start < n; start = end)
    {
      Column column = { get_line (self, start)->left, get_line (self, start)->right };

      for (end = start + 1; end < n; end++)
        {
          const DoubletPdfLine *line = get_line (self, end);

          if (!follows_below (get_line (self, end - 1), line) || !is_same_size (line->size, get_line (self, start)->size))
            break;
          column.left = MIN (column.left, line->left);
          column.right = MAX (column.right, line->right);
        }
      for (guint i = start; i < end; i++)
        self->columns[i] = column;
    }
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

/* The lower third: among lines of paragraphs the gaps between these are few, in a list
 * of single lines many. */
static double
find_typical (GArray *values)
{
  if (values->len == 0)
    return 0;
  qsort (values->data, values->len, sizeof (double), compare_doubles);
  return g_array_index (values, double, values->len / 3);
}

static void
measure_pitches (Setting *self)
{
  const guint n = self->lines->lines->len;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint start = 0, end; start < n; start = end)
    {
      double pitch;

      g_array_set_size (here, 0);
      for (end = start + 1; end < n && get_line (self, end)->page == get_line (self, start)->page; end++)
        {
          const DoubletPdfLine *line = get_line (self, end - 1);
          const DoubletPdfLine *next = get_line (self, end);
          double                distance = (next->base - line->base) / MAX (line->size, 1);

          if (follows_below (line, next) && is_same_size (line->size, next->size) && distance < 4)
            {
              g_array_append_val (here, distance);
              g_array_append_val (all, distance);
            }
        }
      pitch = here->len >= 4 ? find_typical (here) : 0;
      for (guint i = start; i < end; i++)
        self->page_pitches[i] = pitch;
    }

  self->pitch = find_typical (all);
}

static double
round_size (double size)
{
  return round (size * 2) / 2;
}

typedef struct
{
  double size;
  gsize  n_bytes;
} SizeUse;

static int
compare_uses (const void *a,
              const void *b)
{
  return compare_doubles (&((const SizeUse *)a)->size, &((const SizeUse *)b)->size);
}

/* The size of most of the text, and those above it. */
static void
measure_sizes (Setting *self)
{
  const guint         n = self->lines->lines->len;
  g_autofree SizeUse *uses = g_new (SizeUse, n + 1);
  gsize               most = 0;

  for (guint i = 0; i < n; i++)
    uses[i] = (SizeUse){ round_size (get_line (self, i)->size), get_line (self, i)->end - get_line (self, i)->start };
  qsort (uses, n, sizeof (SizeUse), compare_uses);

  for (guint start = 0, end; start < n; start = end)
    {
      gsize n_bytes = 0;

      for (end = start; end < n && compare_doubles (&uses[end].size, &uses[start].size) == 0; end++)
        n_bytes += uses[end].n_bytes;
      if (n_bytes > most)
        {
          most = n_bytes;
          self->body_size = uses[start].size;
        }
    }

  for (guint i = n; i > 0 && uses[i - 1].size >= self->body_size * HEADING_SIZE; i--)
    if (self->heading_sizes->len == 0 ||
        g_array_index (self->heading_sizes, double, self->heading_sizes->len - 1) > uses[i - 1].size)
      g_array_append_val (self->heading_sizes, uses[i - 1].size);
}

static guint
find_heading_level (const Setting *self,
                    double         size)
{
  guint level = 1;

  while (level < N_HEADING_LEVELS && level < self->heading_sizes->len &&
         g_array_index (self->heading_sizes, double, level - 1) > round_size (size))
    level++;
  return level;
}

static gunichar
get_first (const Setting        *self,
           const DoubletPdfLine *line)
{
  return g_utf8_get_char (self->lines->text->str + line->start);
}

/* The last character that says something: closing quotation marks and spaces do not. */
static gunichar
get_last (const Setting        *self,
          const DoubletPdfLine *line)
{
  const char *start = self->lines->text->str + line->start;
  const char *at = self->lines->text->str + line->end;

  while (at > start)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (!g_unichar_isspace (c) && c != '"' && c != '\'' && c != ')' && c != ']' &&
          g_unichar_type (c) != G_UNICODE_FINAL_PUNCTUATION)
        return c;
    }
  return ' ';
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xad || c == 0x2010;
}

static gboolean
is_stop (gunichar c)
{
  return c != 0 && (c < 0x80 ? strchr (".?!:;", (int)c) != NULL : c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x61f || c == 0x6d4);
}

/* The byte behind the bullet and the spaces that a line begins with, or its start. */
static gsize
find_behind_bullet (const Setting        *self,
                    const DoubletPdfLine *line)
{
  static const gunichar bullets[] = { 0x2022, 0x2023, 0x25aa, 0x25ab, 0x25cf, 0x25cb, 0x25a0, 0x25e6, 0x2043, 0x27a2, 0xf0b7, 0xf0a7, 0xf0d8, 0xb7 };
  const char           *at = self->lines->text->str + line->start;
  const char           *end = self->lines->text->str + line->end;
  gunichar              first = g_utf8_get_char (at);

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (first == bullets[i])
      {
        for (at = g_utf8_next_char (at); at < end && g_unichar_isspace (g_utf8_get_char (at));)
          at = g_utf8_next_char (at);
        return (gsize)(at - self->lines->text->str);
      }
  return line->start;
}

static gboolean
is_indented (const Setting *self,
             guint          i)
{
  const DoubletPdfLine *line = get_line (self, i);
  double                indent = line->left - self->columns[i].left;

  return indent > line->size * MIN_INDENT && indent < line->size * MAX_INDENT;
}

/* An indent of the first line alone; else the block stands further in as a whole, or
 * hangs from its first line. */
static gboolean
begins_with_indent (const Setting *self,
                    guint          i)
{
  const DoubletPdfLine *line = get_line (self, i);

  if (!is_indented (self, i) || get_line (self, i - 1)->left > line->left - line->size * MIN_INDENT)
    return FALSE;
  return i + 1 == self->lines->lines->len || !follows_below (line, get_line (self, i + 1)) ||
         get_line (self, i + 1)->left < line->left - line->size * MIN_INDENT;
}

/* Whether the first word of line @i would still have fitted at the end of the line before. */
static gboolean
had_room (const Setting *self,
          guint          i)
{
  const DoubletPdfLine *line = get_line (self, i - 1);
  const DoubletPdfLine *next = get_line (self, i);
  double                room = self->columns[i - 1].right - line->right;

  return room > next->first_word + line->size * (SPACE_WIDTH + MIN_INDENT);
}

/* From the foot of a column or page to the head of the next. */
static gboolean
goes_on_elsewhere (const Setting *self,
                   guint          i)
{
  gunichar last = get_last (self, get_line (self, i - 1));
  gunichar first = get_first (self, get_line (self, i));

  if (is_stop (last))
    return FALSE;
  return g_unichar_islower (first) || is_hyphen (last) || (!had_room (self, i) && !is_indented (self, i));
}

static gboolean
begins_paragraph (const Setting *self,
                  guint          i)
{
  const DoubletPdfLine *line = get_line (self, i - 1);
  const DoubletPdfLine *next = get_line (self, i);
  double                pitch = self->page_pitches[i] > 0 ? self->page_pitches[i] : self->pitch;

  if (!is_same_size (line->size, next->size) || find_behind_bullet (self, next) > next->start)
    return TRUE;
  if (!follows_below (line, next))
    return !goes_on_elsewhere (self, i);
  if (next->base - line->base > pitch * line->size * WIDE_GAP)
    return TRUE;
  if (is_hyphen (get_last (self, line)) && g_unichar_islower (get_first (self, next)))
    return FALSE;
  return begins_with_indent (self, i) || had_room (self, i);
}

/* Chinese and Japanese know no spaces, so none is put in at the end of a line. */
static gboolean
is_written_without_spaces (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return g_unichar_iswide (c) && script != G_UNICODE_SCRIPT_HANGUL;
}

/* Appends a line; returns whether the next one goes on without a space. */
static gboolean
append_line (const Setting *self,
             gsize          start,
             guint          i,
             gboolean       has_next)
{
  const DoubletPdfLine *line = get_line (self, i);
  const char           *text = self->lines->text->str;
  gsize                 end = line->end;
  const char           *last;

  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  if (end == start)
    return FALSE;

  last = g_utf8_prev_char (text + end);
  if (has_next && last > text + start && is_hyphen (g_utf8_get_char (last)) &&
      g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (last))) &&
      g_unichar_islower (get_first (self, get_line (self, i + 1))))
    {
      doublet_article_builder_append (self->builder, text + start, (gsize)(last - text) - start);
      return TRUE;
    }

  doublet_article_builder_append (self->builder, text + start, end - start);
  return has_next && is_written_without_spaces (g_utf8_get_char (last)) &&
         is_written_without_spaces (get_first (self, get_line (self, i + 1)));
}

static void
build_paragraph (const Setting *self,
                 guint          first,
                 guint          end)
{
  const DoubletPdfLine *line = get_line (self, first);
  gsize                 start = find_behind_bullet (self, line);
  gsize                 n_bytes = get_line (self, end - 1)->end - line->start;

  if (start > line->start)
    doublet_article_builder_begin_block (self->builder, DOUBLET_BLOCK_LIST_ITEM, 1);
  else if (round_size (line->size) >= self->body_size * HEADING_SIZE && n_bytes <= MAX_HEADING_BYTES)
    doublet_article_builder_begin_block (self->builder, DOUBLET_BLOCK_HEADING, find_heading_level (self, line->size));
  else
    doublet_article_builder_begin_block (self->builder, DOUBLET_BLOCK_PARAGRAPH, 0);

  for (guint i = first; i < end; i++)
    {
      if (!append_line (self, i == first ? start : get_line (self, i)->start, i, i + 1 < end))
        doublet_article_builder_append_space (self->builder);
    }
  doublet_article_builder_end_block (self->builder);
}

/**
 * doublet_pdf_paragraphs_build:
 * @lines: the lines of a document, without those in its margins
 * @builder: where the paragraphs go
 */
void
doublet_pdf_paragraphs_build (const DoubletPdfLines *lines,
                              DoubletArticleBuilder *builder)
{
  const guint        n = lines->lines->len;
  g_autofree Column *columns = g_new0 (Column, n + 1);
  g_autofree double *page_pitches = g_new0 (double, n + 1);
  g_autoptr (GArray) heading_sizes = g_array_new (FALSE, FALSE, sizeof (double));
  Setting self = {
    .lines = lines,
    .builder = builder,
    .columns = columns,
    .page_pitches = page_pitches,
    .heading_sizes = heading_sizes,
  };

  measure_columns (&self);
  measure_pitches (&self);
  measure_sizes (&self);

  for (guint start = 0, end; start < n; start = end)
    {
      for (end = start + 1; end < n && !begins_paragraph (&self, end); end++)
        ;
      build_paragraph (&self, start, end);
    }
}
