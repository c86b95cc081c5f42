/* html-section.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-section.h"

#include "edit-facts.h"

/* All of both texts in one row: for articles that were not aligned because somebody
 * stopped the work. */
static DoubletRows *
make_one_row (const DoubletCollation *collation,
              const guint            *columns,
              guint                   n_columns)
{
  DoubletRows *rows = g_new0 (DoubletRows, 1);

  rows->n_columns = n_columns;
  rows->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  rows->n_rows = 1;
  rows->cells = g_new0 (DoubletCell, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      DoubletCell *cell = &rows->cells[i];

      doublet_article_get_blocks (doublet_collation_get_article (collation, columns[i]), &cell->end_block);
      cell->state = DOUBLET_CELL_TEXT;
      cell->partner = G_MAXUINT32;
    }
  return rows;
}

static void
find_targets (DoubletHtmlSection *self)
{
  gsize n_cells = (gsize)self->rows->n_rows * self->n_columns;

  for (gsize i = 0; i < n_cells; i++)
    if (self->rows->cells[i].partner < self->rows->n_rows)
      self->is_target[self->rows->cells[i].partner] = TRUE;
}

static void
find_near (DoubletHtmlSection     *self,
           const DoubletCollation *collation)
{
  guint                 columns[] = { self->a, self->b };
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  if (doublet_collation_get_n_articles (collation) <= 2)
    return;

  self->is_near = g_malloc (n_findings);
  for (guint i = 0; i < n_findings; i++)
    self->is_near[i] = doublet_marks_wants_finding (&findings[i], DOUBLET_MARKS_BOTH, columns, self->n_columns);
}

/**
 * doublet_html_section_init:
 * @self: a section
 * @collation: a collation
 * @a: the base
 * @b: another article, or @a for one alone
 */
void
doublet_html_section_init (DoubletHtmlSection     *self,
                           const DoubletCollation *collation,
                           guint                   a,
                           guint                   b)
{
  guint columns[] = { a, b };

  self->a = a;
  self->b = b;
  self->n_columns = a == b ? 1 : 2;
  self->alignment = a == b ? NULL : doublet_collation_dup_alignment (collation, a, b);
  if (self->alignment != NULL)
    {
      self->facts = doublet_edit_facts_new (collation, self->alignment, a, b);
      doublet_changes_measure (collation, self->alignment, self->facts, a, b, &self->figures);
    }
  self->rows = doublet_rows_new (collation, columns, self->n_columns);
  if (self->rows == NULL)
    self->rows = make_one_row (collation, columns, self->n_columns);
  self->is_shown = g_malloc (self->rows->n_rows);
  for (guint32 row = 0; row < self->rows->n_rows; row++)
    self->is_shown[row] = TRUE;
  self->end_row = self->rows->n_rows;
  self->is_target = g_malloc0 (self->rows->n_rows);
  find_targets (self);
  find_near (self, collation);
}

void
doublet_html_section_clear (DoubletHtmlSection *self)
{
  g_clear_pointer (&self->alignment, doublet_alignment_unref);
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->rows, doublet_rows_free);
  g_clear_pointer (&self->is_shown, g_free);
  g_clear_pointer (&self->is_target, g_free);
  g_clear_pointer (&self->is_near, g_free);
}

static guint
get_article (const DoubletHtmlSection *self,
             guint                     column)
{
  return column == 0 ? self->a : self->b;
}

/**
 * doublet_html_section_shows:
 * @self: a section
 * @article: one of its articles
 * @block: a block of @article
 *
 * Returns: whether @block is written
 */
gboolean
doublet_html_section_shows (const DoubletHtmlSection *self,
                            guint                     article,
                            guint32                   block)
{
  guint32 row = doublet_rows_find (self->rows, article == self->a ? 0 : 1, block);

  return row < self->rows->n_rows && self->is_shown[row];
}

static void
append_without_overlap (GArray            *out,
                        const DoubletMark *mark,
                        const GArray      *others,
                        guint             *next)
{
  DoubletMark rest = *mark;

  while (*next < others->len && g_array_index (others, DoubletMark, *next).end <= rest.start)
    (*next)++;

  for (guint i = *next; i < others->len && rest.start < rest.end; i++)
    {
      const DoubletMark *other = &g_array_index (others, DoubletMark, i);
      DoubletMark        before = rest;

      if (other->start >= rest.end)
        break;
      before.end = other->start;
      if (before.start < before.end)
        {
          g_array_append_val (out, before);
          rest.flags &= ~DOUBLET_MARK_STARTS;
        }
      rest.start = MAX (rest.start, other->end);
    }
  if (rest.start < rest.end)
    g_array_append_val (out, rest);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const DoubletMark *x = a;
  const DoubletMark *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* The marks of passages that relate the articles side by side, and, where there are
 * none, those that relate one of them to an article elsewhere in the report: a longer
 * one of the second kind must not hide one of the first. */
static GArray *
get_passages (const DoubletHtmlSection *self,
              const DoubletCollation   *collation,
              guint                     article)
{
  guint   n_articles = doublet_collation_get_n_articles (collation);
  guint   columns[] = { self->a, self->b };
  GArray *marks = doublet_marks_for_passages (collation, article, DOUBLET_MARKS_BOTH, columns, self->n_columns);
  g_autoptr (GArray) others = NULL;
  g_autoptr (GArray) further = NULL;
  guint next = 0;

  if (n_articles <= 2)
    return marks;

  others = doublet_marks_for_passages (collation, article, DOUBLET_MARKS_BOTH, NULL, 0);
  further = g_array_new (FALSE, FALSE, sizeof (DoubletMark));
  for (guint i = 0; i < others->len; i++)
    append_without_overlap (further, &g_array_index (others, DoubletMark, i), marks, &next);
  g_array_append_vals (marks, further->data, further->len);
  g_array_sort (marks, compare_marks);
  return marks;
}

/**
 * doublet_html_section_get_marks:
 * @self: a section
 * @collation: its collation
 * @column: 0 for its a, 1 for its b
 *
 * Returns: (transfer full): an array of #DoubletMark: passages and differences
 */
GArray *
doublet_html_section_get_marks (const DoubletHtmlSection *self,
                                const DoubletCollation   *collation,
                                guint                     column)
{
  g_autoptr (GArray) passages = get_passages (self, collation, get_article (self, column));
  g_autoptr (GArray) differences = NULL;

  if (self->alignment == NULL)
    return g_steal_pointer (&passages);
  differences = doublet_marks_for_differences (collation, self->alignment, self->facts, self->a, self->b, column == 1);
  return doublet_marks_merge (passages, differences);
}
