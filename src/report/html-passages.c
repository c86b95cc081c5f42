/* html-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-links.h"
#include "left-out.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* The passages, longest first: how long, where, and how they read. */

/* A line names so many places; the rest are counted. */
#define MAX_PLACES 12

/* So many facts of a passage are shown; JSON has them all. */
#define MAX_FACTS 8

/* How much of a passage a line quotes, in characters; of an edited one the words
 * around its first edits, so that two or three of them fit. */
#define EXCERPT_CHARS 180
#define HEAD_CHARS 60
#define TAIL_CHARS 30
#define MAX_EDITS 4

/* A cut may be so much later than asked for, to come between two words. */
#define NEAR_BYTES 16

/* An article of a collation. */
typedef struct
{
  const DoubletCollation *collation;
  guint                   number;
  const DoubletArticle   *article;
} Source;

static Source
get_source (const DoubletHtmlReport *report,
            guint                    number)
{
  return (Source){ report->collation, number, doublet_collation_get_article (report->collation, number) };
}

/* The words of a range of an article as they stand, but for what is left out. */
static void
add_range (DoubletHtmlPage *page,
           const Source    *source,
           gsize            start,
           gsize            end)
{
  g_autofree char *text = doublet_left_out_dup_text (source->collation, source->number, start, end);

  doublet_html_add_text (page, text);
}

/* @offset moved by @n_chars characters, and on to a space if one is near. */
static gsize
move_chars (const DoubletArticle *article,
            gsize                 offset,
            int                   n_chars)
{
  const DoubletOffsetMap *map = doublet_article_get_offset_map (article);
  const char             *text = doublet_article_get_text (article, NULL);
  gsize                   chars = doublet_offset_map_to_chars (map, offset);
  gsize                   moved = n_chars < 0 ? chars - MIN (chars, (gsize)-n_chars) : MIN (chars + n_chars, map->n_chars);
  gsize                   at = doublet_offset_map_to_bytes (map, moved);
  gsize                   limit = n_chars < 0 ? offset : MIN (at + NEAR_BYTES, map->n_bytes);

  for (gsize space = at; space < limit && space < at + NEAR_BYTES; space++)
    if (g_ascii_isspace (text[space]))
      return space;
  return at;
}

/* Whether white space stands at @offset. */
static gboolean
has_space (const DoubletArticle *article,
           gsize                 offset)
{
  return offset < doublet_article_get_offset_map (article)->n_bytes && g_ascii_isspace (doublet_article_get_text (article, NULL)[offset]);
}

/* Unchanged words, shortened in the middle: their beginning follows the edit before
 * them, their end leads to the one behind. */
static void
add_unchanged (DoubletHtmlPage *page,
               const Source    *source,
               gsize            start,
               gsize            end,
               gboolean         is_last)
{
  gsize head = move_chars (source->article, start, HEAD_CHARS);
  gsize tail = is_last ? end : move_chars (source->article, end, -TAIL_CHARS);

  if (head >= tail)
    {
      add_range (page, source, start, end);
      return;
    }

  add_range (page, source, start, head);
  doublet_html_add_text (page, is_last ? " …" : " … ");
  if (!is_last)
    add_range (page, source, tail, end);
}

/* One change: words of the reference, and those of the copy with the white space that
 * parts them there from their neighbours. */
static void
add_edit (DoubletHtmlPage        *page,
          const Source           *before,
          const Source           *after,
          const DoubletPlaceEdit *edit)
{
  gboolean has_reference = edit->reference_start < edit->reference_end;

  if (has_reference)
    {
      doublet_html_open (page, "del", NULL);
      add_range (page, before, edit->reference_start, edit->reference_end);
      doublet_html_close (page, "del");
    }
  if (edit->here_start >= edit->here_end)
    return;

  if (edit->here_start > 0 && has_space (after->article, edit->here_start - 1) && (has_reference || edit->reference_start == 0 || !has_space (before->article, edit->reference_start - 1)))
    doublet_html_add_text (page, " ");
  doublet_html_open (page, "ins", NULL);
  add_range (page, after, edit->here_start, edit->here_end);
  doublet_html_close (page, "ins");
  if (!has_reference && has_space (after->article, edit->here_end) && !has_space (before->article, edit->reference_end))
    doublet_html_add_text (page, " ");
}

/* The reference with the edits of one other copy. */
static void
add_edited (const DoubletHtmlReport *report,
            const DoubletFinding    *finding,
            const DoubletPlace      *copy,
            DoubletHtmlPage         *page)
{
  const DoubletPlace *reference = &finding->places[finding->reference];
  Source              before = get_source (report, reference->article);
  Source              after = get_source (report, copy->article);
  guint32             n_edits = MIN (copy->n_edits, MAX_EDITS);
  gsize               at = reference->start;

  for (guint32 i = 0; i < n_edits; i++)
    {
      const DoubletPlaceEdit *edit = &copy->edits[i];

      if (at < edit->reference_start)
        add_unchanged (page, &before, at, edit->reference_start, FALSE);
      add_edit (page, &before, &after, edit);
      at = MAX (at, edit->reference_end);
    }
  if (at < reference->end)
    add_unchanged (page, &before, at, reference->end, TRUE);
}

static void
write_text (const DoubletHtmlReport *report,
            const DoubletFinding    *finding,
            DoubletHtmlPage         *page)
{
  const DoubletPlace *reference = &finding->places[finding->reference];
  g_autofree char    *excerpt = NULL;

  for (guint32 i = 0; i < finding->n_places; i++)
    if (finding->places[i].n_edits > 0)
      {
        add_edited (report, finding, &finding->places[i], page);
        return;
      }

  excerpt = doublet_wording_place_excerpt (report->collation, reference, EXCERPT_CHARS);
  if (finding->match == DOUBLET_PASSAGE_REWORDED)
    {
      const DoubletPlace *other = &finding->places[finding->reference == 0 ? 1 : 0];
      g_autofree char    *reworded = doublet_wording_place_excerpt (report->collation, other, EXCERPT_CHARS);

      doublet_html_add (page, "div", NULL, excerpt);
      doublet_html_add (page, "div", "dim", reworded);
      return;
    }
  doublet_html_add_text (page, excerpt);
}

/* Why the passage may be no more than it has to be. */
static void
write_remarks (const DoubletHtmlReport *report,
               const DoubletFinding    *finding,
               DoubletHtmlPage         *page)
{
  g_autofree char *remarks = doublet_wording_remarks (report->collation, finding);

  if (remarks != NULL)
    doublet_html_add (page, "span", "dim line", remarks);
}

/* What an editor has to know, below the text. */
static void
write_facts (const DoubletHtmlReport *report,
             const DoubletFinding    *finding,
             DoubletHtmlPage         *page)
{
  for (guint32 i = 0; i < MIN (finding->n_facts, MAX_FACTS); i++)
    {
      g_autofree char *fact = doublet_wording_fact (report->collation, finding, &finding->facts[i]);
      g_autofree char *line = g_strdup_printf ("⚑ %s", fact);

      doublet_html_add (page, "div", "warn", line);
    }
  if (finding->n_facts > MAX_FACTS)
    {
      guint            n = finding->n_facts - MAX_FACTS;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      doublet_html_add (page, "div", "warn", more);
    }
}

static void
write_places (const DoubletHtmlReport *report,
              guint32                  index,
              DoubletHtmlPage         *page)
{
  const DoubletFinding *finding = &report->findings[index];

  doublet_html_open (page, "ul", "places");
  for (guint32 i = 0; i < MIN (finding->n_places, MAX_PLACES); i++)
    {
      const DoubletPlace *place = &finding->places[i];
      g_autofree char    *words = doublet_wording_place (report->collation, place);
      g_autofree char    *id = doublet_html_dup_place_id (report, doublet_html_get_section_of (report, place->article), index, i);

      doublet_html_open (page, "li", NULL);
      if (id != NULL)
        doublet_html_add_link (page, id, words);
      else
        doublet_html_add_text (page, words);
      doublet_html_close (page, "li");
    }
  if (finding->n_places > MAX_PLACES)
    {
      guint            n = finding->n_places - MAX_PLACES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      doublet_html_add (page, "li", NULL, more);
    }
  doublet_html_close (page, "ul");
}

static void
write_passage (const DoubletHtmlReport *report,
               guint32                  index,
               DoubletHtmlPage         *page)
{
  const DoubletFinding *finding = &report->findings[index];
  g_autofree char      *id = doublet_html_dup_finding_id (index);
  g_autofree char      *length = doublet_wording_passage_length (report->collation, finding);

  doublet_html_open (page, "tr", NULL);
  doublet_html_set (page, "id", id);
  doublet_html_open (page, "th", NULL);
  doublet_html_set (page, "scope", "row");
  doublet_html_open (page, "mark", doublet_html_get_mark_class (report, G_MAXUINT, index));
  doublet_html_open (page, "span", "n");
  doublet_html_add_number (page, index + 1);
  doublet_html_close (page, "span");
  doublet_html_close (page, "mark");
  doublet_html_close (page, "th");

  doublet_html_open (page, "td", NULL);
  doublet_html_add_text (page, length);
  write_remarks (report, finding, page);
  doublet_html_close (page, "td");
  doublet_html_open (page, "td", NULL);
  write_places (report, index, page);
  doublet_html_close (page, "td");
  doublet_html_open (page, "td", "quote");
  doublet_html_set (page, "dir", "auto");
  write_text (report, finding, page);
  write_facts (report, finding, page);
  doublet_html_close (page, "td");
  doublet_html_close (page, "tr");
}

static void
write_table (const DoubletHtmlReport *report,
             DoubletHtmlPage         *page)
{
  const char *const headers[] = {
    /* Translators: heads the column with the numbers of passages */
    _ ("Number"),
    _ ("Length"),
    _ ("Where"),
    _ ("Text"),
  };

  doublet_html_open_wide_table (page, "list passages", _ ("The passages and where they stand"));
  doublet_html_open (page, "thead", NULL);
  doublet_html_open (page, "tr", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      doublet_html_open (page, "th", NULL);
      doublet_html_set (page, "scope", "col");
      if (i == 0)
        doublet_html_add (page, "span", "sr", headers[i]);
      else
        doublet_html_add_text (page, headers[i]);
      doublet_html_close (page, "th");
    }
  doublet_html_close (page, "tr");
  doublet_html_close (page, "thead");

  doublet_html_open (page, "tbody", NULL);
  for (guint32 i = 0; i < MIN (report->n_findings, DOUBLET_HTML_MAX_PASSAGES); i++)
    write_passage (report, i, page);
  doublet_html_close (page, "tbody");
  doublet_html_close_wide_table (page);
}

/**
 * doublet_html_write_passages:
 * @report: a report
 * @page: where to
 */
void
doublet_html_write_passages (const DoubletHtmlReport *report,
                             DoubletHtmlPage         *page)
{
  if (report->n_findings == 0)
    return;

  doublet_html_open_section (page, NULL, "passages", _ ("Passages"));
  write_table (report, page);
  if (report->n_findings > DOUBLET_HTML_MAX_PASSAGES)
    {
      guint            n = report->n_findings - DOUBLET_HTML_MAX_PASSAGES;
      g_autofree char *more = g_strdup_printf (ngettext ("%u shorter passage is not in this table; it is marked in the texts.",
                                                         "%u shorter passages are not in this table; they are marked in the texts.", n),
                                               n);

      doublet_html_add (page, "p", "dim", more);
    }
  doublet_html_close (page, "section");
}
