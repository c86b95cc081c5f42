/* pdf-margins.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-margins.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * Running heads, running feet and page numbers are lines near the edge of the page
 * that come again at the same height, but for their figures.  Sorted by wording and
 * height they stand side by side.
 */

/* The part of the page's height at either edge in which they can stand: LaTeX leaves a
 * sixth free under the number of a page. */
#define MARGIN .2

/* On so many pages a line must stand. */
#define MIN_PAGES 3

/* In a shorter document two are enough, if the lines stand apart from the text and at the
 * same height exactly: heads of left and right pages take turns. */
#define SHORT_PAGES 6
#define EXACT_HEIGHT .6
#define APART 1.8 /* from one base to the next, in sizes */

/* Points by which the height of the same line may differ. */
#define SAME_HEIGHT 3

typedef struct
{
  const char *wording;
  double      base;
  guint       page;
  guint       line;
} MarginLine;

static gboolean
is_in_head (const DoubletPdfLine *line)
{
  return line->base < line->page_height * MARGIN;
}

static gboolean
is_in_foot (const DoubletPdfLine *line)
{
  return line->top > line->page_height * (1 - MARGIN);
}

/* Without figures, spaces and marks: "– 12 –" is the same as "– 13 –", and so is "xii"
 * if it stands alone. */
static char *
find_wording (const DoubletPdfLines *lines,
              const DoubletPdfLine  *line)
{
  GString    *wording = g_string_new (NULL);
  const char *end = lines->text->str + line->end;

  for (const char *at = lines->text->str + line->start; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalpha (c))
        g_string_append_unichar (wording, c);
    }
  if (strspn (wording->str, "ivxlc") == wording->len)
    g_string_truncate (wording, 0);
  return g_string_free (wording, FALSE);
}

static int
compare_margin_lines (const void *a,
                      const void *b)
{
  const MarginLine *first = a;
  const MarginLine *second = b;
  int               order = strcmp (first->wording, second->wording);

  if (order == 0)
    order = (first->base > second->base) - (first->base < second->base);
  if (order == 0)
    order = (first->line > second->line) - (first->line < second->line);
  return order;
}

static guint
count_pages (const DoubletPdfLines *lines)
{
  return lines->lines->len > 0 ? doublet_pdf_lines_get (lines, lines->lines->len - 1)->page + 1 : 0;
}

/* Whether there is white between line @i and the text beside it in the order of reading. */
static gboolean
stands_apart (const DoubletPdfLines *lines,
              guint                  i)
{
  const DoubletPdfLine *line = doublet_pdf_lines_get (lines, i);

  for (guint k = i > 0 ? i - 1 : 1; k < lines->lines->len && k <= i + 1; k += 2)
    {
      const DoubletPdfLine *other = doublet_pdf_lines_get (lines, k);

      if (other->page == line->page && fabs (other->base - line->base) < APART * line->size)
        return FALSE;
    }
  return TRUE;
}

/* How many lines from @start on say the same at the same height, and whether on enough
 * pages. */
static guint
measure_run (const DoubletPdfLines *lines,
             const GArray          *found,
             guint                  start,
             gboolean              *is_running)
{
  const MarginLine *first = &g_array_index (found, MarginLine, start);
  guint             low = first->page;
  guint             high = first->page;
  guint             n_changes = 1;
  guint             last = first->page;
  double            height = 0; /* by which they differ */
  gboolean          is_apart = TRUE;
  guint             i;

  for (i = start + 1; i < found->len; i++)
    {
      const MarginLine *line = &g_array_index (found, MarginLine, i);

      if (strcmp (line->wording, first->wording) != 0 ||
          line->base - g_array_index (found, MarginLine, i - 1).base > SAME_HEIGHT)
        break;
      low = MIN (low, line->page);
      high = MAX (high, line->page);
      n_changes += line->page != last ? 1 : 0;
      last = line->page;
      height = MAX (height, line->base - first->base);
    }
  for (guint k = start; k < i && i - start < MIN_PAGES; k++)
    is_apart = is_apart && stands_apart (lines, g_array_index (found, MarginLine, k).line);

  *is_running = n_changes >= MIN_PAGES && high - low + 1 >= MIN_PAGES;
  if (!*is_running && count_pages (lines) <= SHORT_PAGES)
    *is_running = n_changes == 2 && height < EXACT_HEIGHT && is_apart && i - start == 2;
  return i - start;
}

static gboolean
is_outermost (const DoubletPdfLines *lines,
              guint                  i)
{
  const DoubletPdfLine *line = &g_array_index (lines->lines, DoubletPdfLine, i);

  /* Both come first or last in the order of reading; a footnote comes between. */
  return i == 0 || i + 1 == lines->lines->len ||
         g_array_index (lines->lines, DoubletPdfLine, i - 1).page != line->page ||
         g_array_index (lines->lines, DoubletPdfLine, i + 1).page != line->page;
}

/* The number of its page, alone on its line. */
static gboolean
is_page_number (const DoubletPdfLines *lines,
                const DoubletPdfLine  *line)
{
  g_autofree char *text = g_strndup (lines->text->str + line->start, line->end - line->start);
  char            *end;
  guint64          number;

  g_strstrip (text);
  number = g_ascii_strtoull (text, &end, 10);
  return g_ascii_isdigit (*text) && *end == '\0' && number == line->page + 1;
}

/* What has lines of the text between it and the edge is none: a sentence can come again
 * as well. */
static void
keep_inner (const DoubletPdfLines *lines,
            gboolean              *dropped)
{
  const GArray *all = lines->lines;

  for (guint start = 0, end; start < all->len; start = end)
    {
      const guint page = g_array_index (all, DoubletPdfLine, start).page;
      double      top = HUGE_VAL;
      double      base = -HUGE_VAL;

      for (end = start; end < all->len && g_array_index (all, DoubletPdfLine, end).page == page; end++)
        if (!dropped[end])
          {
            top = MIN (top, g_array_index (all, DoubletPdfLine, end).top);
            base = MAX (base, g_array_index (all, DoubletPdfLine, end).base);
          }

      for (guint i = start; i < end; i++)
        {
          const DoubletPdfLine *line = &g_array_index (all, DoubletPdfLine, i);

          dropped[i] = dropped[i] && ((is_in_head (line) && line->top < top) || (is_in_foot (line) && line->base > base));
        }
    }
}

static void
take_out (DoubletPdfLines *lines,
          const gboolean  *dropped)
{
  guint n_kept = 0;

  for (guint i = 0; i < lines->lines->len; i++)
    if (!dropped[i])
      g_array_index (lines->lines, DoubletPdfLine, n_kept++) = g_array_index (lines->lines, DoubletPdfLine, i);
  g_array_set_size (lines->lines, n_kept);
}

/**
 * doublet_pdf_margins_drop:
 * @lines: all lines of a document
 *
 * Takes out running heads, running feet and page numbers.
 */
void
doublet_pdf_margins_drop (DoubletPdfLines *lines)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MarginLine));
  g_autoptr (GPtrArray) wordings = g_ptr_array_new_with_free_func (g_free);
  g_autofree gboolean *dropped = g_new0 (gboolean, lines->lines->len + 1);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const DoubletPdfLine *line = &g_array_index (lines->lines, DoubletPdfLine, i);
      MarginLine            margin_line = { .base = line->base, .page = line->page, .line = i };

      if (!is_in_head (line) && !is_in_foot (line))
        continue;
      dropped[i] = is_outermost (lines, i) && is_page_number (lines, line);
      margin_line.wording = find_wording (lines, line);
      g_ptr_array_add (wordings, (gpointer)margin_line.wording);
      g_array_append_val (found, margin_line);
    }

  if (found->len > 0)
    qsort (found->data, found->len, sizeof (MarginLine), compare_margin_lines);
  for (guint i = 0; i < found->len;)
    {
      gboolean is_running;
      guint    n = measure_run (lines, found, i, &is_running);

      for (guint k = i; k < i + n && is_running; k++)
        dropped[g_array_index (found, MarginLine, k).line] = TRUE;
      i += n;
    }

  keep_inner (lines, dropped);
  take_out (lines, dropped);
}
