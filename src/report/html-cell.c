/* html-cell.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-cell.h"

#include "html-links.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row of the texts side by side: paragraphs with their numbers, and what is to be
 * said where one of the articles has none. */

static const char *const block_classes[] = {
  [DOUBLET_BLOCK_PARAGRAPH] = "para",
  [DOUBLET_BLOCK_HEADING] = "para h",
  [DOUBLET_BLOCK_LIST_ITEM] = "para li",
  [DOUBLET_BLOCK_QUOTATION] = "para bq",
  [DOUBLET_BLOCK_CAPTION] = "para cap",
  [DOUBLET_BLOCK_TABLE_CELL] = "para",
};

static const char *const cell_classes[] = {
  [DOUBLET_CELL_TEXT] = NULL,
  [DOUBLET_CELL_ONLY_HERE] = "only",
  [DOUBLET_CELL_MOVED] = "moved",
  [DOUBLET_CELL_ABSENT] = "absent",
  [DOUBLET_CELL_ELSEWHERE] = "absent",
};

static char *
dup_row_id (const DoubletHtmlText *text,
            guint32                row)
{
  const DoubletHtmlReport *report = text->report;

  return g_strdup_printf ("r%u-%s", row + 1, doublet_collation_get_label (report->collation, report->sections[text->section].b));
}

/* A language that has the form of a tag and so can stand in an attribute; browsers
 * choose letter forms and hyphens by it. */
static gboolean
is_language (const char *language)
{
  gsize n_letters = strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (n_letters < 2 || n_letters > 3 || strlen (language) > 35)
    return FALSE;
  for (const char *p = language + n_letters; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && (*p != '-' || !g_ascii_isalnum (p[1])))
      return FALSE;
  return language[n_letters] == '\0' || language[n_letters] == '-';
}

static void
add_note (DoubletHtmlPage *page,
          const char      *target,
          const char      *text)
{
  doublet_html_open (page, "p", "note");
  if (target != NULL)
    doublet_html_add_link (page, target, text);
  else
    doublet_html_add_text (page, text);
  doublet_html_close (page, "p");
}

/* The other place of a move: its article's label and paragraph, and the row to go to. */
static void
write_move (const DoubletHtmlText    *text,
            const DoubletHtmlSection *section,
            const DoubletCell        *cell,
            DoubletHtmlPage          *page)
{
  guint              other = 1 - text->column;
  const char        *label = doublet_collation_get_label (text->report->collation, other == 0 ? section->a : section->b);
  const DoubletCell *partner;
  g_autofree char   *id = NULL;
  g_autofree char   *note = NULL;

  if (cell->partner >= section->rows->n_rows)
    {
      add_note (page, NULL, _ ("moved"));
      return;
    }

  partner = doublet_rows_get_cell (section->rows, cell->partner, other);
  id = dup_row_id (text, cell->partner);
  if (text->column == 0)
    /* Translators: the letter of an article and the number of a paragraph */
    note = g_strdup_printf (_ ("moved to %s, paragraph %u"), label, partner->first_block + 1);
  else
    /* Translators: the letter of an article and the number of a paragraph */
    note = g_strdup_printf (_ ("moved here from %s, paragraph %u"), label, partner->first_block + 1);
  add_note (page, section->is_shown[cell->partner] ? id : NULL, note);
}

/* What stands in a cell without paragraphs. */
static void
write_absence (const DoubletHtmlText    *text,
               const DoubletHtmlSection *section,
               const DoubletCell        *cell,
               DoubletHtmlPage          *page)
{
  const char      *label = doublet_collation_get_label (text->report->collation, text->article);
  g_autofree char *note = NULL;
  g_autofree char *id = NULL;

  if (cell->state != DOUBLET_CELL_ELSEWHERE)
    {
      /* Translators: a paragraph that this article does not have; %s is its letter */
      note = g_strdup_printf (_ ("not in %s"), label);
      add_note (page, NULL, note);
      return;
    }

  /* Translators: a paragraph that this article has at another place; %s is its letter */
  note = g_strdup_printf (_ ("not here in %s"), label);
  if (cell->partner < section->rows->n_rows && section->is_shown[cell->partner])
    id = dup_row_id (text, cell->partner);
  add_note (page, id, note);
}

static void
write_block (DoubletHtmlText    *text,
             guint32             index,
             const DoubletBlock *block,
             DoubletCellState    state,
             DoubletHtmlPage    *page)
{
  doublet_html_open (page, "div", block_classes[block->kind]);
  doublet_html_open (page, "span", "no");
  doublet_html_add_number (page, index + 1);
  doublet_html_close (page, "span");
  doublet_html_add_text (page, " ");
  doublet_html_open (page, "p", NULL);
  doublet_html_set (page, "dir", "auto");
  doublet_html_text_write_block (text, page, block, state);
  doublet_html_close (page, "p");
  doublet_html_close (page, "div");
}

/* What stands in a cell that has paragraphs. */
static void
write_blocks (DoubletHtmlText          *text,
              const DoubletHtmlSection *section,
              const DoubletCell        *cell,
              DoubletHtmlPage          *page)
{
  DoubletArticle     *article = doublet_collation_get_article (text->report->collation, text->article);
  const char         *language = doublet_article_get_language (article);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);

  if (language != NULL && is_language (language))
    doublet_html_set (page, "lang", language);
  if (cell->state == DOUBLET_CELL_ONLY_HERE)
    {
      /* Translators: a paragraph that only this article has; %s is its letter */
      g_autofree char *note = g_strdup_printf (_ ("only in %s"), doublet_collation_get_label (text->report->collation, text->article));

      add_note (page, NULL, note);
    }
  else if (cell->state == DOUBLET_CELL_MOVED)
    {
      write_move (text, section, cell, page);
    }
  for (guint32 i = cell->first_block; i < cell->end_block && i < n_blocks; i++)
    write_block (text, i, &blocks[i], cell->state, page);
}

static void
write_cell (DoubletHtmlText *text,
            guint32          row,
            DoubletHtmlPage *page)
{
  const DoubletHtmlSection *section = &text->report->sections[text->section];
  const DoubletCell        *cell = doublet_rows_get_cell (section->rows, row, text->column);

  doublet_html_open (page, "td", cell_classes[cell->state]);
  /* Where rows are stacked, the style sheet names the article before its words. */
  doublet_html_set (page, "data-article", doublet_collation_get_label (text->report->collation, text->article));
  if (cell->first_block < cell->end_block)
    write_blocks (text, section, cell, page);
  else
    write_absence (text, section, cell, page);
  doublet_html_close (page, "td");
}

/**
 * doublet_html_write_row:
 * @texts: the texts of the section's columns
 * @row: a row behind those that were written before
 * @page: where to
 */
void
doublet_html_write_row (DoubletHtmlText *texts,
                        guint32          row,
                        DoubletHtmlPage *page)
{
  const DoubletHtmlSection *section = &texts[0].report->sections[texts[0].section];

  doublet_html_open (page, "tr", NULL);
  if (section->is_target[row])
    {
      g_autofree char *id = dup_row_id (&texts[0], row);

      doublet_html_set (page, "id", id);
    }
  for (guint column = 0; column < section->n_columns; column++)
    write_cell (&texts[column], row, page);
  doublet_html_close (page, "tr");
}
