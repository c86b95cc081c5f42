/* pdf-paragraphs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-paragraphs.h"

#include "pdf-hyphens.h"
#include "pdf-labels.h"
#include "pdf-measures.h"

#include <string.h>

/*
 * A printed page knows no paragraphs, only lines.  A new one begins where the eye sees
 * it: at a wider gap, in another size, at an indent, or where the first word of the
 * next line would still have fitted.  The last is what makes it work for ragged lines
 * as well: whoever filled the line would have put the word there.
 */

/* Longer than any heading. */
#define MAX_HEADING_BYTES 400

/* A gap between paragraphs: lines of one have the same distance but for rounding and
 * for formulas. */
#define WIDE_GAP 1.2

/* In sizes of letters: from the least to the greatest indent of a first line. */
#define MIN_INDENT .7
#define MAX_INDENT 6.

/* What a space is wide, at least, in sizes. */
#define SPACE_WIDTH .2

/* Points by which lines of an item may begin further left than its first. */
#define SAME_LEFT 2.

#define SOFT_HYPHEN "\u00ad"

typedef struct
{
  const DoubletPdfLines *lines;
  DoubletPdfMeasures     measures;
  DoubletPdfHyphens     *hyphens; /* owned */
  DoubletArticleBuilder *builder;
} Setting;

/* Lines first to end (half-open). */
typedef struct
{
  guint           first;
  guint           end;
  DoubletPdfLabel label;
} Paragraph;

static const DoubletPdfLine *
get_line (const Setting *self,
          guint          i)
{
  return doublet_pdf_lines_get (self->lines, i);
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

static gboolean
is_indented (const Setting *self,
             guint          i)
{
  const DoubletPdfLine *line = get_line (self, i);
  double                indent = line->left - self->measures.columns[i].left;

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
  return i + 1 == self->lines->lines->len || !doublet_pdf_follows_below (line, get_line (self, i + 1)) ||
         get_line (self, i + 1)->left < line->left - line->size * MIN_INDENT;
}

/* Whether the first word of line @i would still have fitted at the end of the line before. */
static gboolean
had_room (const Setting *self,
          guint          i)
{
  const DoubletPdfLine *line = get_line (self, i - 1);
  const DoubletPdfLine *next = get_line (self, i);
  double                room = self->measures.columns[i - 1].right - line->right;

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

/* Where something else than text of the article begins or ends. */
static gboolean
changes_place (const DoubletPdfLine *line,
               const DoubletPdfLine *next)
{
  return line->cell != next->cell || line->is_note != next->is_note || next->starts_note || line->is_aside != next->is_aside;
}

/* Numbers and dashes may be text, which goes on in the next line. */
static gboolean
begins_item (const Setting         *self,
             guint                  i,
             const DoubletPdfLabel *label)
{
  return label->kind == DOUBLET_PDF_BULLET ||
         (label->kind != DOUBLET_PDF_NO_LABEL && (is_stop (get_last (self, get_line (self, i - 1))) || had_room (self, i)));
}

/* @open is the paragraph that line @i may go on with. */
static gboolean
begins_paragraph (const Setting   *self,
                  const Paragraph *open,
                  guint            i)
{
  const DoubletPdfLine *line = get_line (self, i - 1);
  const DoubletPdfLine *next = get_line (self, i);
  DoubletPdfLabel       label = doublet_pdf_label_read (self->lines, next);
  double                pitch = self->measures.page_pitches[i] > 0 ? self->measures.page_pitches[i] : self->measures.pitch;

  if (changes_place (line, next) || !doublet_pdf_is_same_size (line->size, next->size) || begins_item (self, i, &label))
    return TRUE;
  if (!doublet_pdf_follows_below (line, next))
    return !goes_on_elsewhere (self, i);
  if (next->base - line->base > pitch * line->size * WIDE_GAP)
    return TRUE;
  if (next->cell > 0 || (is_hyphen (get_last (self, line)) && g_unichar_islower (get_first (self, next))))
    return FALSE;
  if (open->label.kind != DOUBLET_PDF_NO_LABEL && next->left > open->label.left - SAME_LEFT)
    return had_room (self, i);
  return begins_with_indent (self, i) || had_room (self, i);
}

static GArray *
find_paragraphs (const Setting *self)
{
  const guint n = self->lines->lines->len;
  GArray     *paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));

  for (guint start = 0; start < n; start = g_array_index (paragraphs, Paragraph, paragraphs->len - 1).end)
    {
      Paragraph paragraph = { start, start + 1, doublet_pdf_label_read (self->lines, get_line (self, start)) };

      while (paragraph.end < n && !begins_paragraph (self, &paragraph, paragraph.end))
        paragraph.end++;
      g_array_append_val (paragraphs, paragraph);
    }
  return paragraphs;
}

/* One number is none of a list. */
static void
find_lists (GArray *paragraphs)
{
  for (guint i = 1; i < paragraphs->len; i++)
    {
      DoubletPdfLabel *label = &g_array_index (paragraphs, Paragraph, i - 1).label;
      DoubletPdfLabel *next = &g_array_index (paragraphs, Paragraph, i).label;

      if (doublet_pdf_label_continues (label, next))
        label->is_item = next->is_item = TRUE;
    }
}

/* Chinese and Japanese know no spaces, so none is put in at the end of a line. */
static gboolean
is_written_without_spaces (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return g_unichar_iswide (c) && script != G_UNICODE_SCRIPT_HANGUL;
}

/* "2019–" and "2024". */
static gboolean
is_range (gunichar before,
          gunichar last,
          gunichar next)
{
  return last == 0x2013 && g_unichar_isdigit (before) && g_unichar_isdigit (next);
}

/* Appends line @i from @start on, and what stands between it and the next one. */
static void
append_joined (const Setting *self,
               gsize          start,
               guint          i)
{
  const DoubletPdfLine *line = get_line (self, i);
  const DoubletPdfLine *next_line = get_line (self, i + 1);
  const char           *text = self->lines->text->str;
  const char           *first = text + start;
  const char           *end = text + line->end;
  const char           *last;
  gunichar              next = get_first (self, next_line);
  gunichar              before;

  while (end > first && g_ascii_isspace (end[-1]))
    end--;
  if (end == first)
    return;

  last = g_utf8_prev_char (end);
  before = last > first ? g_utf8_get_char (g_utf8_prev_char (last)) : ' ';
  if (is_hyphen (g_utf8_get_char (last)) && g_unichar_isalnum (before) && g_unichar_isalnum (next))
    {
      DoubletPdfHyphen hyphen = doublet_pdf_hyphens_judge (self->hyphens, first, last, text + next_line->start, text + next_line->end);

      if (hyphen == DOUBLET_PDF_HYPHEN_SOFT)
        {
          doublet_article_builder_append (self->builder, first, (gsize)(last - first));
          doublet_article_builder_append (self->builder, SOFT_HYPHEN, strlen (SOFT_HYPHEN));
          return;
        }
      doublet_article_builder_append (self->builder, first, (gsize)(end - first));
      if (hyphen == DOUBLET_PDF_HYPHEN_APART)
        doublet_article_builder_append_space (self->builder);
      return;
    }

  doublet_article_builder_append (self->builder, first, (gsize)(end - first));
  if (!is_range (before, g_utf8_get_char (last), next) &&
      !(is_written_without_spaces (g_utf8_get_char (last)) && is_written_without_spaces (next)))
    doublet_article_builder_append_space (self->builder);
}

static void
begin_block (const Setting   *self,
             const Paragraph *paragraph)
{
  const DoubletPdfLine *line = get_line (self, paragraph->first);
  gsize                 n_bytes = get_line (self, paragraph->end - 1)->end - line->start;
  guint                 level = doublet_pdf_measures_find_heading_level (&self->measures, line->size);

  if (line->cell > 0)
    doublet_article_builder_begin_block (self->builder, DOUBLET_BLOCK_TABLE_CELL, 0);
  else if (paragraph->label.is_item)
    doublet_article_builder_begin_block (self->builder, DOUBLET_BLOCK_LIST_ITEM, 1);
  else if (level > 0 && n_bytes <= MAX_HEADING_BYTES && !line->is_note && !line->is_aside)
    doublet_article_builder_begin_block (self->builder, DOUBLET_BLOCK_HEADING, level);
  else
    doublet_article_builder_begin_block (self->builder, DOUBLET_BLOCK_PARAGRAPH, 0);
}

static void
build_paragraph (const Setting   *self,
                 const Paragraph *paragraph)
{
  gsize start = paragraph->label.is_item ? paragraph->label.end : get_line (self, paragraph->first)->start;
  guint i;

  begin_block (self, paragraph);
  for (i = paragraph->first; i + 1 < paragraph->end; i++)
    append_joined (self, i == paragraph->first ? start : get_line (self, i)->start, i);
  start = i == paragraph->first ? start : get_line (self, i)->start;
  doublet_article_builder_append (self->builder, self->lines->text->str + start, get_line (self, i)->end - start);
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
  Setting self = { .lines = lines, .builder = builder, .hyphens = doublet_pdf_hyphens_new (lines) };
  g_autoptr (GArray) paragraphs = NULL;

  doublet_pdf_measures_init (&self.measures, lines);
  paragraphs = find_paragraphs (&self);
  find_lists (paragraphs);
  for (guint i = 0; i < paragraphs->len; i++)
    build_paragraph (&self, &g_array_index (paragraphs, Paragraph, i));
  doublet_pdf_measures_clear (&self.measures);
  doublet_pdf_hyphens_free (self.hyphens);
}
