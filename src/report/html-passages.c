/* html-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-links.h"
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

/* The words of a range of an article as they stand. */
static void
add_range (xmlNode              *parent,
           const DoubletArticle *article,
           gsize                 start,
           gsize                 end)
{
  doublet_html_add_text_len (parent, doublet_article_get_text (article, NULL) + start, end - start);
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
add_unchanged (xmlNode              *parent,
               const DoubletArticle *article,
               gsize                 start,
               gsize                 end,
               gboolean              is_last)
{
  gsize head = move_chars (article, start, HEAD_CHARS);
  gsize tail = is_last ? end : move_chars (article, end, -TAIL_CHARS);

  if (head >= tail)
    {
      add_range (parent, article, start, end);
      return;
    }

  add_range (parent, article, start, head);
  doublet_html_add_text (parent, is_last ? " …" : " … ");
  if (!is_last)
    add_range (parent, article, tail, end);
}

/* One change: words of the reference, and those of the copy with the white space that
 * parts them there from their neighbours. */
static void
add_edit (xmlNode                *parent,
          const DoubletArticle   *before,
          const DoubletArticle   *after,
          const DoubletPlaceEdit *edit)
{
  gboolean has_reference = edit->reference_start < edit->reference_end;

  if (has_reference)
    add_range (doublet_html_add (parent, "del", NULL), before, edit->reference_start, edit->reference_end);
  if (edit->here_start >= edit->here_end)
    return;

  if (edit->here_start > 0 && has_space (after, edit->here_start - 1) && (has_reference || edit->reference_start == 0 || !has_space (before, edit->reference_start - 1)))
    doublet_html_add_text (parent, " ");
  add_range (doublet_html_add (parent, "ins", NULL), after, edit->here_start, edit->here_end);
  if (!has_reference && has_space (after, edit->here_end) && !has_space (before, edit->reference_end))
    doublet_html_add_text (parent, " ");
}

/* The reference with the edits of one other copy. */
static void
add_edited (const DoubletHtmlReport *report,
            const DoubletFinding    *finding,
            const DoubletPlace      *copy,
            xmlNode                 *parent)
{
  const DoubletPlace   *reference = &finding->places[finding->reference];
  const DoubletArticle *before = doublet_collation_get_article (report->collation, reference->article);
  const DoubletArticle *after = doublet_collation_get_article (report->collation, copy->article);
  guint32               n_edits = MIN (copy->n_edits, MAX_EDITS);
  gsize                 at = reference->start;

  for (guint32 i = 0; i < n_edits; i++)
    {
      const DoubletPlaceEdit *edit = &copy->edits[i];

      if (at < edit->reference_start)
        add_unchanged (parent, before, at, edit->reference_start, FALSE);
      add_edit (parent, before, after, edit);
      at = MAX (at, edit->reference_end);
    }
  if (at < reference->end)
    add_unchanged (parent, before, at, reference->end, TRUE);
}

static void
write_text (const DoubletHtmlReport *report,
            const DoubletFinding    *finding,
            xmlNode                 *row)
{
  const DoubletPlace   *reference = &finding->places[finding->reference];
  const DoubletArticle *article = doublet_collation_get_article (report->collation, reference->article);
  xmlNode              *cell = doublet_html_add (row, "td", "quote");
  g_autofree char      *excerpt = NULL;

  doublet_html_set (cell, "dir", "auto");
  for (guint32 i = 0; i < finding->n_places; i++)
    if (finding->places[i].n_edits > 0)
      {
        add_edited (report, finding, &finding->places[i], cell);
        return;
      }

  excerpt = doublet_wording_excerpt (article, reference->start, reference->end, EXCERPT_CHARS);
  if (finding->match == DOUBLET_PASSAGE_REWORDED)
    {
      const DoubletPlace *other = &finding->places[finding->reference == 0 ? 1 : 0];
      g_autofree char    *reworded = doublet_wording_excerpt (doublet_collation_get_article (report->collation, other->article),
                                                              other->start, other->end, EXCERPT_CHARS);

      doublet_html_add_with_text (cell, "div", NULL, excerpt);
      doublet_html_add_with_text (cell, "div", "dim", reworded);
      return;
    }
  doublet_html_add_text (cell, excerpt);
}

/* Why the passage may be no more than it has to be. */
static void
write_remarks (const DoubletHtmlReport *report,
               const DoubletFinding    *finding,
               xmlNode                 *row)
{
  g_autofree char *remarks = doublet_wording_remarks (report->collation, finding);

  if (remarks != NULL)
    doublet_html_add_with_text (row->last, "span", "dim line", remarks);
}

/* What an editor has to know, below the text. */
static void
write_facts (const DoubletHtmlReport *report,
             const DoubletFinding    *finding,
             xmlNode                 *row)
{
  for (guint32 i = 0; i < MIN (finding->n_facts, MAX_FACTS); i++)
    {
      g_autofree char *fact = doublet_wording_fact (report->collation, finding, &finding->facts[i]);
      g_autofree char *line = g_strdup_printf ("⚑ %s", fact);

      doublet_html_add_with_text (row->last, "div", "warn", line);
    }
  if (finding->n_facts > MAX_FACTS)
    {
      guint            n = finding->n_facts - MAX_FACTS;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      doublet_html_add_with_text (row->last, "div", "warn", more);
    }
}

static void
write_places (const DoubletHtmlReport *report,
              guint32                  index,
              xmlNode                 *row)
{
  const DoubletFinding *finding = &report->findings[index];
  xmlNode              *list = doublet_html_add (doublet_html_add (row, "td", NULL), "ul", "places");

  for (guint32 i = 0; i < MIN (finding->n_places, MAX_PLACES); i++)
    {
      const DoubletPlace *place = &finding->places[i];
      g_autofree char    *words = doublet_wording_place (report->collation, place);
      g_autofree char    *id = doublet_html_dup_place_id (report, doublet_html_get_section_of (report, place->article), index, i);
      xmlNode            *item = doublet_html_add (list, "li", NULL);

      if (id != NULL)
        doublet_html_add_link (item, NULL, id, words);
      else
        doublet_html_add_text (item, words);
    }
  if (finding->n_places > MAX_PLACES)
    {
      guint            n = finding->n_places - MAX_PLACES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      doublet_html_add_with_text (list, "li", NULL, more);
    }
}

static void
write_passage (const DoubletHtmlReport *report,
               guint32                  index,
               xmlNode                 *body)
{
  const DoubletFinding *finding = &report->findings[index];
  g_autofree char      *id = doublet_html_dup_finding_id (index);
  g_autofree char      *class_name = doublet_html_dup_mark_class (report, G_MAXUINT, index);
  g_autofree char      *length = doublet_wording_passage_length (report->collation, finding);
  g_autofree char      *number = g_strdup_printf ("%u", index + 1);
  xmlNode              *row = doublet_html_add (body, "tr", NULL);
  xmlNode              *cell = doublet_html_add (row, "th", NULL);

  doublet_html_set (row, "id", id);
  doublet_html_set (cell, "scope", "row");
  doublet_html_add_with_text (doublet_html_add (cell, "mark", class_name), "span", "n", number);
  doublet_html_add_with_text (row, "td", NULL, length);
  write_remarks (report, finding, row);
  write_places (report, index, row);
  write_text (report, finding, row);
  write_facts (report, finding, row);
}

static void
write_table (const DoubletHtmlReport *report,
             xmlNode                 *parent)
{
  const char *const headers[] = {
    /* Translators: heads the column with the numbers of passages */
    _ ("Number"),
    _ ("Length"),
    _ ("Where"),
    _ ("Text"),
  };
  xmlNode *scroller = doublet_html_add (parent, "section", "scroll");
  xmlNode *table = doublet_html_add (scroller, "table", "list passages");
  xmlNode *row = doublet_html_add (doublet_html_add (table, "thead", NULL), "tr", NULL);
  xmlNode *body = doublet_html_add (table, "tbody", NULL);

  doublet_html_set (scroller, "tabindex", "0");
  doublet_html_set (scroller, "aria-label", _ ("The passages and where they stand"));
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      xmlNode *cell = doublet_html_add (row, "th", NULL);

      doublet_html_set (cell, "scope", "col");
      if (i == 0)
        doublet_html_add_with_text (cell, "span", "sr", headers[i]);
      else
        doublet_html_add_text (cell, headers[i]);
    }
  for (guint32 i = 0; i < MIN (report->n_findings, DOUBLET_HTML_MAX_PASSAGES); i++)
    write_passage (report, i, body);
}

/**
 * doublet_html_write_passages:
 * @report: a report
 * @parent: where to
 */
void
doublet_html_write_passages (const DoubletHtmlReport *report,
                             xmlNode                 *parent)
{
  xmlNode *section;

  if (report->n_findings == 0)
    return;

  section = doublet_html_add (parent, "section", NULL);
  doublet_html_set (section, "aria-labelledby", "passages");
  doublet_html_set (doublet_html_add_with_text (section, "h2", NULL, _ ("Passages")), "id", "passages");
  write_table (report, section);
  if (report->n_findings > DOUBLET_HTML_MAX_PASSAGES)
    {
      guint            n = report->n_findings - DOUBLET_HTML_MAX_PASSAGES;
      g_autofree char *more = g_strdup_printf (ngettext ("%u shorter passage is not in this table; it is marked in the texts.",
                                                         "%u shorter passages are not in this table; they are marked in the texts.", n),
                                               n);

      doublet_html_add_with_text (section, "p", "dim", more);
    }
}
