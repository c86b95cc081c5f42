/* html-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-text.h"

#include "html-links.h"

/*
 * The text of a paragraph with its marks: <mark> around what belongs to a passage, with
 * the passage's number as a link to its next copy, and inside of it <del> and <ins>.
 *
 * Every occurrence has an id, so that links lead to it, also one that lies inside a
 * longer one and has no mark of its own: that one gets an empty element.
 */

typedef struct
{
  guint32 start;
  guint32 finding;
  guint32 place;
} Anchor;

static int
compare_anchors (gconstpointer a,
                 gconstpointer b)
{
  const Anchor *x = a;
  const Anchor *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->finding < y->finding ? -1 : x->finding > y->finding;
}

static GArray *
get_anchors (const DoubletHtmlReport *report,
             guint                    article)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint i = 0; i < report->n_findings; i++)
    for (guint32 j = 0; j < report->findings[i].n_places; j++)
      if (report->findings[i].places[j].article == article)
        {
          Anchor anchor = { report->findings[i].places[j].start, i, j };

          g_array_append_val (anchors, anchor);
        }
  g_array_sort (anchors, compare_anchors);
  return anchors;
}

/**
 * doublet_html_text_init:
 * @self: a text
 * @report: the report
 * @section: index of the section
 * @column: 0 for its a, 1 for its b
 */
void
doublet_html_text_init (DoubletHtmlText         *self,
                        const DoubletHtmlReport *report,
                        guint                    section,
                        guint                    column)
{
  const DoubletHtmlSection *where = &report->sections[section];

  self->report = report;
  self->section = section;
  self->column = column;
  self->article = column == 0 ? where->a : where->b;
  self->text = doublet_article_get_text (doublet_collation_get_article (report->collation, self->article), NULL);
  self->marks = doublet_html_section_get_marks (where, report->collation, column);
  self->anchors = get_anchors (report, self->article);
  self->next_mark = 0;
  self->next_anchor = 0;
}

void
doublet_html_text_clear (DoubletHtmlText *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->anchors, g_array_unref);
}

/* Text without further marks; @owner is the mark whose element carries its own id. */
static void
write_text (DoubletHtmlText   *self,
            DoubletHtmlPage   *page,
            guint32            start,
            guint32            end,
            const DoubletMark *owner)
{
  for (; self->next_anchor < self->anchors->len; self->next_anchor++)
    {
      const Anchor    *anchor = &g_array_index (self->anchors, Anchor, self->next_anchor);
      g_autofree char *id = NULL;

      if (anchor->start >= end)
        break;
      if (anchor->start < start || (owner != NULL && owner->passage == anchor->finding && owner->place == anchor->place))
        continue;
      id = doublet_html_dup_place_id (self->report, self->section, anchor->finding, anchor->place);
      if (id == NULL)
        continue;
      if (start < anchor->start)
        doublet_html_add_text_len (page, self->text + start, anchor->start - start);
      doublet_html_open (page, "span", NULL);
      doublet_html_set (page, "id", id);
      doublet_html_close (page, "span");
      start = anchor->start;
    }
  if (start < end)
    doublet_html_add_text_len (page, self->text + start, end - start);
}

/* A stretch with one set of flags; a cell that is marked as a whole marks nothing
 * inside. */
static void
write_span (DoubletHtmlText   *self,
            DoubletHtmlPage   *page,
            const DoubletMark *mark,
            guint32            start,
            guint32            end,
            DoubletCellState   state,
            const DoubletMark *owner)
{
  DoubletMarkFlags flags = mark->flags;
  const char      *fact = (flags & DOUBLET_MARK_FACT) != 0 ? "fact" : NULL;
  gboolean         only_here = (flags & DOUBLET_MARK_ONLY_HERE) != 0 && state != DOUBLET_CELL_ONLY_HERE;
  gboolean         moved = (flags & DOUBLET_MARK_MOVED) != 0 && state != DOUBLET_CELL_MOVED;
  const char      *element = NULL;
  const char      *class_name = NULL;

  if (flags & (DOUBLET_MARK_DELETED | DOUBLET_MARK_INSERTED))
    {
      element = (flags & DOUBLET_MARK_DELETED) != 0 ? "del" : "ins";
      class_name = fact;
    }
  else if (only_here)
    {
      element = self->column == 0 ? "del" : "ins";
    }
  else if (flags & DOUBLET_MARK_DIFFERS)
    {
      element = "span";
      class_name = "df";
    }

  if (moved)
    doublet_html_open (page, "span", "mv");
  if (element != NULL)
    doublet_html_open (page, element, class_name);
  write_text (self, page, start, end, owner);
  if (element != NULL)
    doublet_html_close (page, element);
  if (moved)
    doublet_html_close (page, "span");
}

static gboolean
continues (const DoubletMark *first,
           const DoubletMark *last,
           const DoubletMark *next)
{
  return next->start == last->end && next->passage == first->passage && next->place == first->place;
}

/* The marks from next_mark on that belong to one occurrence, up to @end; returns where
 * the text goes on. */
static guint32
write_passage (DoubletHtmlText *self,
               DoubletHtmlPage *page,
               guint32          start,
               guint32          end,
               DoubletCellState state)
{
  const DoubletMark  *first = &g_array_index (self->marks, DoubletMark, self->next_mark);
  const DoubletPlace *place = &self->report->findings[first->passage].places[first->place];
  const DoubletMark  *owner = NULL;
  const DoubletMark  *mark = first;
  guint32             until;

  doublet_html_open (page, "mark", doublet_html_get_mark_class (self->report, self->section, first->passage));
  if ((first->flags & DOUBLET_MARK_STARTS) && first->start >= start)
    {
      if (first->start == place->start)
        {
          g_autofree char *id = doublet_html_dup_place_id (self->report, self->section, first->passage, first->place);

          owner = first;
          if (id != NULL)
            doublet_html_set (page, "id", id);
        }
      doublet_html_add_mark_number (page, self->report, self->section, first->passage, first->place);
    }

  for (;;)
    {
      const DoubletMark *last = mark;

      until = MIN (mark->end, end);
      write_span (self, page, mark, MAX (mark->start, start), until, state, owner);
      if (mark->end > end || self->next_mark + 1 == self->marks->len)
        break;
      mark = &g_array_index (self->marks, DoubletMark, self->next_mark + 1);
      if (mark->start >= end || !continues (first, last, mark))
        break;
      self->next_mark++;
    }
  doublet_html_close (page, "mark");
  return until;
}

/**
 * doublet_html_text_write_block:
 * @self: a text
 * @page: a page in which the paragraph's element is open
 * @block: a block behind those that were written before
 * @state: of the cell that it stands in
 */
void
doublet_html_text_write_block (DoubletHtmlText    *self,
                               DoubletHtmlPage    *page,
                               const DoubletBlock *block,
                               DoubletCellState    state)
{
  guint32 at = block->start;

  for (; self->next_mark < self->marks->len; self->next_mark++)
    {
      const DoubletMark *mark = &g_array_index (self->marks, DoubletMark, self->next_mark);
      guint32            start = MAX (mark->start, at);

      if (mark->end <= at)
        continue;
      if (mark->start >= block->end)
        break;

      if (at < start)
        write_text (self, page, at, start, NULL);
      if (mark->passage != DOUBLET_NO_PASSAGE)
        {
          at = write_passage (self, page, start, block->end, state);
        }
      else
        {
          at = MIN (mark->end, block->end);
          write_span (self, page, mark, start, at, state, NULL);
        }
      /* What reaches into the next block comes again there. */
      if (g_array_index (self->marks, DoubletMark, self->next_mark).end > block->end)
        break;
    }
  if (at < block->end)
    write_text (self, page, at, block->end, NULL);
}
