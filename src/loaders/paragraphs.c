/* paragraphs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "paragraphs.h"

#include "list-marker.h"
#include "load-limits.h"
#include "load-error.h"
#include "utf8.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * The blocks of plain text.  Two habits are common: a paragraph is a line, with or
 * without blank lines between (word processors, web forms), or lines are wrapped by
 * hand and blank lines part the paragraphs (e-mail, wire copy, books of Project
 * Gutenberg).  Which one it is, the lengths of the lines tell.  The items of a list often
 * stand without blank lines between them in wrapped text as well.
 */

/* Lines of so many characters are taken for wrapped ones. */
#define MIN_WRAPPED_LINE 45
#define MAX_WRAPPED_LINE 90

/* One line, without the white space around it. */
typedef struct
{
  const char *start; /* equal to end in a blank line */
  const char *end;
  gsize       n_chars;
  gboolean    ends_paragraph; /* ended by U+2029 */
} Line;

/* The lines of a text that are not blank. */
typedef struct
{
  GArray *blocks;    /* DoubletBlock, one a line; its level tells whether a paragraph of wrapped text begins there */
  gsize   n_wrapped; /* of these, those of a wrapped line's length */
  gsize   n_gaps;    /* places with blank lines between others */
} Lines;

/* Unicode's White_Space; g_unichar_isspace() lacks VT and NEL. */
static gboolean
is_space (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');

  return c == 0x85 || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR ||
         c == 0x2028 || c == 0x2029;
}

/* As in UAX #14, which breaks lines after these whatever else holds. */
static gboolean
is_line_end (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Adds what is visible from start to end, which is @n_chars long, to the line. */
static void
add_visible (Line       *line,
             const char *start,
             const char *end,
             gsize       n_chars,
             gsize      *n_chars_before)
{
  if (line->start == NULL)
    {
      line->start = start;
      *n_chars_before = 0;
    }
  line->end = end;
  *n_chars_before += n_chars;
  line->n_chars = *n_chars_before;
}

static void
add_printable_ascii (Line       *line,
                     const char *start,
                     const char *end,
                     gsize      *n_chars_before)
{
  const char *first = start;
  const char *last = end;

  while (first < last && *first == ' ')
    first++;
  while (last > first && last[-1] == ' ')
    last--;

  *n_chars_before += first - start;
  if (first < last)
    add_visible (line, first, last, last - first, n_chars_before);
  *n_chars_before += end - last;
}

/* Reads the line at @p and returns where the next one begins. */
static const char *
read_line (const char *p,
           const char *limit,
           Line       *line)
{
  gsize n_chars = 0;

  line->start = line->end = NULL;
  line->n_chars = 0;
  line->ends_paragraph = FALSE;

  while (p < limit)
    {
      const char *next = doublet_utf8_skip_printable (p, limit);
      gunichar    c;

      if (next > p)
        {
          add_printable_ascii (line, p, next, &n_chars);
          p = next;
          continue;
        }

      c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);
      next = (guchar)*p < 0x80 ? p + 1 : g_utf8_next_char (p);
      if (is_line_end (c))
        {
          line->ends_paragraph = c == 0x2029;
          return c == '\r' && next < limit && *next == '\n' ? next + 1 : next;
        }
      if (is_space (c))
        n_chars++;
      else
        add_visible (line, p, next, 1, &n_chars);
      p = next;
    }

  return p;
}

static gboolean
is_blank (const Line *line)
{
  return line->start == line->end;
}

/* Where in a group of lines the paragraph of a wrapped text is. */
typedef enum
{
  GROUP_NONE, /* before its first line */
  GROUP_TEXT,
  GROUP_BEFORE_LIST, /* the last line ended with a colon */
  GROUP_LIST,
} Group;

/* Takes in the next line of a wrapped text; whether a paragraph begins with it.  A line
 * that begins with a dash may be the middle of a sentence: a list begins a group, or
 * stands behind a colon. */
static gboolean
update_group (Group      *group,
              const Line *line)
{
  Group    before = *group;
  gboolean is_item = before != GROUP_TEXT && !is_blank (line) &&
                     doublet_list_marker_read (line->start, line->end).shape != DOUBLET_LIST_MARKER_NONE;

  if (is_blank (line) || line->ends_paragraph)
    *group = GROUP_NONE;
  else if (is_item)
    *group = GROUP_LIST;
  else if (before != GROUP_LIST)
    *group = line->end[-1] == ':' ? GROUP_BEFORE_LIST : GROUP_TEXT;

  return !is_blank (line) && (before == GROUP_NONE || is_item);
}

/* FALSE if it was cancelled. */
static gboolean
read_lines (const char            *text,
            gsize                  n_bytes,
            gsize                  n_most,
            Lines                 *lines,
            const DoubletProgress *progress)
{
  const char *p = text;
  const char *limit = text + n_bytes;
  Group       group = GROUP_NONE;
  gboolean    has_gap = FALSE;
  guint       round = 0;
  Line        line;

  while (p < limit && lines->blocks->len <= n_most)
    {
      gboolean     begins;
      DoubletBlock block = { 0 };

      if (DOUBLET_PROGRESS_CHECK (progress, round++))
        return FALSE;

      p = read_line (p, limit, &line);
      begins = update_group (&group, &line);
      if (is_blank (&line))
        {
          has_gap = lines->blocks->len > 0;
          continue;
        }

      block = (DoubletBlock){ line.start - text, line.end - text, DOUBLET_BLOCK_PARAGRAPH, begins };
      g_array_append_val (lines->blocks, block);
      lines->n_wrapped += line.n_chars >= MIN_WRAPPED_LINE && line.n_chars <= MAX_WRAPPED_LINE;
      lines->n_gaps += has_gap;
      has_gap = FALSE;
    }

  return TRUE;
}

static gboolean
is_wrapped (const Lines *lines)
{
  return lines->n_gaps > 0 && lines->n_wrapped * 2 > lines->blocks->len;
}

/* Makes blocks of lines: each is one, unless they are @wrapped.  Returns how many. */
static guint
make_blocks (GArray  *lines,
             gboolean wrapped)
{
  DoubletBlock *blocks = &g_array_index (lines, DoubletBlock, 0);
  guint         n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      if (!wrapped || blocks[i].level > 0)
        blocks[n++] = blocks[i];
      else
        blocks[n - 1].end = blocks[i].end;
      blocks[n - 1].level = 0;
    }
  return n;
}

/**
 * doublet_paragraphs_find:
 * @text: valid UTF-8
 * @n_bytes: its length, below 2^32
 * @blocks: (out) (transfer full) (nullable): the blocks, in order; NULL if there are none
 * @n_blocks: (out): their number
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Finds the paragraphs of plain text.  If there are blank lines and most other lines
 * are 45 to 90 characters long, paragraphs are what blank lines part; else each line
 * that is not blank is one.
 *
 * Returns: whether it is done: FALSE if it was cancelled or there are too many
 */
gboolean
doublet_paragraphs_find (const char            *text,
                         gsize                  n_bytes,
                         DoubletBlock         **blocks,
                         guint                 *n_blocks,
                         const DoubletProgress *progress,
                         GError               **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (DoubletBlock));
  Lines lines = { .blocks = found };
  guint n;

  *blocks = NULL;
  *n_blocks = 0;

  /* Among more lines than so many not half can have a wrapped line's length. */
  if (!read_lines (text, n_bytes, MAX (DOUBLET_LIMIT_ARTICLE_BLOCKS, 2 * n_bytes / MIN_WRAPPED_LINE), &lines, progress))
    {
      doublet_load_error_set_cancelled (error);
      return FALSE;
    }

  n = make_blocks (found, is_wrapped (&lines));
  if (n > DOUBLET_LIMIT_ARTICLE_BLOCKS)
    {
      g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                   /* Translators: %d is a number, such as 2 */
                   _ ("It has more than %d million paragraphs, which is the most that Doublet reads."),
                   DOUBLET_LIMIT_ARTICLE_MILLION_BLOCKS);
      return FALSE;
    }

  if (n > 0)
    *blocks = g_memdup2 (found->data, n * sizeof (DoubletBlock));
  *n_blocks = n;
  return TRUE;
}
