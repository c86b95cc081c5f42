/* pdf-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-notes.h"

#include "pdf-measures.h"

#include <string.h>

/*
 * A footnote is set in smaller letters at the foot of a page and begins with the mark
 * that stands raised in the text of that page.  In other formats the mark is no text,
 * and the note is read after the article; so here, where it would part a sentence that
 * runs over two pages.  What is raised and marks no note stays as it is.
 */

/* In sizes of the text.  10 points below 11 are usual, 8 below 10. */
#define NOTE_SIZE .95

/* Of figures, letters and signs: "12", "iv", "***". */
#define MAX_MARK_BYTES 9

typedef struct
{
  guint       line;
  const char *start; /* behind the first of the two characters that enclose it */
  gsize       n_bytes;
  gboolean    is_found;
} Mark;

static gboolean
is_at (const char *at,
       gunichar    mark)
{
  return g_utf8_get_char (at) == mark;
}

/* What is raised in line @i. */
static void
collect_marks (const DoubletPdfLines *lines,
               guint                  i,
               GArray                *marks)
{
  const DoubletPdfLine *line = doublet_pdf_lines_get (lines, i);
  const char           *end = lines->text->str + line->end;
  Mark                  mark = { .line = i };

  for (const char *at = lines->text->str + line->start; at < end; at = g_utf8_next_char (at))
    if (is_at (at, DOUBLET_PDF_RAISED))
      mark.start = at + DOUBLET_PDF_RAISED_BYTES;
    else if (is_at (at, DOUBLET_PDF_LOWERED) && mark.start != NULL)
      {
        mark.n_bytes = (gsize)(at - mark.start);
        if (mark.n_bytes > 0 && mark.n_bytes <= MAX_MARK_BYTES)
          g_array_append_val (marks, mark);
      }
}

/* How long @mark is at the head of line @i, with what encloses it; 0 if it is not there. */
static gsize
measure_label (const DoubletPdfLines *lines,
               guint                  i,
               const Mark            *mark)
{
  const DoubletPdfLine *line = doublet_pdf_lines_get (lines, i);
  const char           *start = lines->text->str + line->start;
  const char           *end = lines->text->str + line->end;
  const char           *at = start;
  gboolean              is_raised = is_at (at, DOUBLET_PDF_RAISED);

  if (is_raised)
    at += DOUBLET_PDF_RAISED_BYTES;
  if (mark->line == i || (gsize)(end - at) <= mark->n_bytes || memcmp (at, mark->start, mark->n_bytes) != 0)
    return 0;
  at += mark->n_bytes;
  if (is_raised && !is_at (at, DOUBLET_PDF_LOWERED))
    return 0;
  if (is_raised)
    at += DOUBLET_PDF_RAISED_BYTES;
  else if (g_ascii_isdigit (*at) == g_ascii_isdigit (at[-1]) && g_ascii_isalnum (*at))
    return 0; /* "12" is no note "1", "as" no note "a" */
  return (gsize)(at - start);
}

/* The note that begins with line @i takes its mark. */
static gboolean
begins_note (DoubletPdfLines *lines,
             guint            i,
             GArray          *marks)
{
  for (guint k = 0; k < marks->len; k++)
    {
      Mark *mark = &g_array_index (marks, Mark, k);
      gsize n_bytes = mark->is_found ? 0 : measure_label (lines, i, mark);

      if (n_bytes > 0)
        {
          mark->is_found = TRUE;
          doublet_pdf_lines_get (lines, i)->start += n_bytes;
          return TRUE;
        }
    }
  return FALSE;
}

/* Looks for the notes of one page, lines @start to @end. */
static void
find_notes (DoubletPdfLines          *lines,
            const DoubletPdfMeasures *measures,
            guint                     start,
            guint                     end,
            GArray                   *marks)
{
  gboolean in_note = FALSE;

  for (guint i = start; i < end; i++)
    collect_marks (lines, i, marks);

  for (guint i = start; i < end && marks->len > 0; i++)
    {
      DoubletPdfLine *line = doublet_pdf_lines_get (lines, i);
      gboolean        is_small = line->size < measures->body_size * NOTE_SIZE && line->cell == 0;

      in_note = in_note && is_small && doublet_pdf_follows_below (doublet_pdf_lines_get (lines, i - 1), line);
      line->starts_note = is_small && begins_note (lines, i, marks);
      line->is_note = line->starts_note || in_note;
      in_note = line->is_note;
    }
}

static void
append_resolved (GString    *out,
                 const char *start,
                 const char *end)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (!is_at (at, DOUBLET_PDF_RAISED) && !is_at (at, DOUBLET_PDF_LOWERED))
      g_string_append_len (out, at, g_utf8_skip[*(const guchar *)at]);
}

/* Appends what is left of line @i when the marks of notes are gone; @marks are sorted by
 * line, and @mark is the first that may stand in it. */
static guint
append_line (const DoubletPdfLines *lines,
             guint                  i,
             const GArray          *marks,
             guint                  mark,
             GString               *out)
{
  const DoubletPdfLine *line = doublet_pdf_lines_get (lines, i);
  const char           *at = lines->text->str + line->start;

  for (; mark < marks->len && g_array_index (marks, Mark, mark).line == i; mark++)
    {
      const Mark *found = &g_array_index (marks, Mark, mark);

      if (!found->is_found || found->start < at)
        continue;
      append_resolved (out, at, found->start);
      at = found->start + found->n_bytes;
    }
  append_resolved (out, at, lines->text->str + line->end);
  return mark;
}

/* The text without marks, and the notes behind all else. */
static void
rewrite (DoubletPdfLines *lines,
         const GArray    *marks)
{
  GString *text = g_string_sized_new (lines->text->len);
  GArray  *ordered = g_array_new (FALSE, FALSE, sizeof (DoubletPdfLine));
  guint    mark = 0;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      DoubletPdfLine *line = doublet_pdf_lines_get (lines, i);
      gsize           start = text->len;

      mark = append_line (lines, i, marks, mark, text);
      line->start = start;
      line->end = text->len;
    }

  for (guint notes = 0; notes < 2; notes++)
    for (guint i = 0; i < lines->lines->len; i++)
      {
        const DoubletPdfLine *line = doublet_pdf_lines_get (lines, i);

        if (line->is_note == (notes > 0) && line->end > line->start)
          g_array_append_val (ordered, *line);
      }

  g_string_free (lines->text, TRUE);
  g_array_unref (lines->lines);
  lines->text = text;
  lines->lines = ordered;
}

/**
 * doublet_pdf_notes_move:
 * @lines: the lines of a document, without those in its margins
 *
 * Puts the footnotes behind all else, and takes their marks out; those characters which
 * enclose what is raised are gone afterwards.
 */
void
doublet_pdf_notes_move (DoubletPdfLines *lines)
{
  g_auto (DoubletPdfMeasures) measures = { 0 };
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (Mark));
  const guint n = lines->lines->len;

  doublet_pdf_measures_init (&measures, lines);
  for (guint start = 0, end; start < n; start = end)
    {
      for (end = start; end < n && doublet_pdf_lines_get (lines, end)->page == doublet_pdf_lines_get (lines, start)->page;)
        end++;
      g_array_set_size (here, 0);
      find_notes (lines, &measures, start, end, here);
      if (here->len > 0)
        g_array_append_vals (marks, here->data, here->len);
    }
  rewrite (lines, marks);
}
