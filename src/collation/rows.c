/* rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rows.h"

#include "correspondence.h"
#include "extra-rows.h"

#include <string.h>

/*
 * The first column's blocks, joined where one block of another column corresponds to
 * several of them, are the groups, and each group is a row.  A block of another column
 * belongs to the group that it corresponds to in place; the others are extra and stand
 * in rows of their own before the next group that their column reaches, which puts what
 * was removed before what was added.  Extra blocks of several columns that are alike
 * share a row (extra-rows.c).
 */
typedef struct
{
  guint                  n_columns;
  const DoubletTokens  **tokens;          /* by column */
  DoubletCorrespondence *correspondences; /* by column; that of the first is unused */
  guint32                n_groups;
  guint32               *group_of; /* by block of the first column */
  guint32              **row_of;   /* by column, then block: G_MAXUINT32 while unknown */
  GArray                *cells;    /* DoubletCell, row by row */
  gboolean               capped;
} Layout;

static void
find_groups (Layout *self)
{
  guint32 n_blocks = self->tokens[0]->n_blocks;
  guint32 group = 0;

  self->group_of = g_new (guint32, n_blocks);
  for (guint32 i = 0; i < n_blocks; i++)
    {
      gboolean joined = FALSE;

      for (guint c = 1; c < self->n_columns; c++)
        joined |= i > 0 && self->correspondences[c].joined[i - 1];
      if (i > 0 && !joined)
        group++;
      self->group_of[i] = group;
    }
  self->n_groups = n_blocks > 0 ? group + 1 : 0;
}

/* For each block of the column the group that it stands beside, or, in extra, the
 * group that it stands before. */
static void
assign_blocks (const Layout *self,
               guint         column,
               guint32      *group,
               gboolean     *extra)
{
  const DoubletCorrespondence *correspondence = &self->correspondences[column];
  guint32                      n_blocks = correspondence->n_other;
  guint32                      next = self->n_groups;
  guint32                      reached = 0;

  for (guint32 i = 0; i < n_blocks; i++)
    {
      guint32 partner = correspondence->other_partner[i];

      extra[i] = TRUE;
      /* Rows keep each article's order whatever the alignment says. */
      if (correspondence->other_fate[i] == DOUBLET_BLOCK_FATE_HERE && self->group_of[partner] >= reached)
        {
          reached = self->group_of[partner];
          group[i] = reached;
          extra[i] = FALSE;
        }
    }

  for (guint32 i = n_blocks; i-- > 0;)
    if (!extra[i])
      next = group[i];
    else
      group[i] = next;

  /* What stands between two blocks of one group cannot leave its row. */
  for (guint32 i = 1; i < n_blocks; i++)
    if (extra[i] && !extra[i - 1] && group[i] == group[i - 1])
      extra[i] = FALSE;
}

static void
start_row (Layout *self)
{
  DoubletCell empty = { .state = DOUBLET_CELL_ABSENT, .partner = G_MAXUINT32 };

  for (guint c = 0; c < self->n_columns; c++)
    g_array_append_val (self->cells, empty);
}

static guint32
count_rows (const Layout *self)
{
  return self->cells->len / self->n_columns;
}

static void
put_block (Layout *self,
           guint   column,
           guint32 block)
{
  guint32      row = count_rows (self) - 1;
  DoubletCell *cell = &g_array_index (self->cells, DoubletCell, row * self->n_columns + column);

  if (cell->first_block == cell->end_block)
    cell->first_block = block;
  cell->end_block = block + 1;
  self->row_of[column][block] = row;
}

/* The extra rows of one gap, from @row on; returns the first of a later one. */
static guint32
put_extra (Layout                 *self,
           const DoubletExtraRows *rows,
           guint32                 row,
           guint32                 gap)
{
  for (; row < rows->n_rows && rows->gaps[row] == gap; row++)
    {
      const guint32 *cells = &rows->cells[(gsize)row * self->n_columns];

      start_row (self);
      for (guint c = 1; c < self->n_columns; c++)
        if (cells[c] != G_MAXUINT32)
          put_block (self, c, cells[c]);
    }
  return row;
}

static void
put_group (Layout                   *self,
           guint32                   group,
           const DoubletExtraBlocks *blocks,
           guint32                  *next)
{
  start_row (self);
  while (next[0] < self->tokens[0]->n_blocks && self->group_of[next[0]] == group)
    put_block (self, 0, next[0]++);
  for (guint c = 1; c < self->n_columns; c++)
    {
      for (; next[c] < blocks[c].n_blocks && blocks[c].is_extra[next[c]]; next[c]++)
        ;
      while (next[c] < blocks[c].n_blocks && !blocks[c].is_extra[next[c]] && blocks[c].groups[next[c]] == group)
        put_block (self, c, next[c]++);
    }
}

static void
put_rows (Layout                  *self,
          const DoubletCorpusText *texts)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autofree DoubletExtraBlocks *blocks = g_new0 (DoubletExtraBlocks, self->n_columns);
  g_autofree guint32            *next = g_new0 (guint32, self->n_columns);
  DoubletExtraRows               extra;
  guint32                        next_extra = 0;

  for (guint c = 1; c < self->n_columns; c++)
    {
      guint32   n_blocks = self->tokens[c]->n_blocks;
      guint32  *groups = g_new (guint32, n_blocks);
      gboolean *is_extra = g_new (gboolean, n_blocks);

      g_ptr_array_add (owned, groups);
      g_ptr_array_add (owned, is_extra);
      assign_blocks (self, c, groups, is_extra);
      blocks[c] = (DoubletExtraBlocks){ n_blocks, groups, is_extra };
    }
  doublet_extra_rows_init (&extra, texts, self->n_columns, blocks, self->n_groups);
  self->capped = extra.capped;

  for (guint32 group = 0; group <= self->n_groups; group++)
    {
      next_extra = put_extra (self, &extra, next_extra, group);
      if (group < self->n_groups)
        put_group (self, group, blocks, next);
    }
  doublet_extra_rows_clear (&extra);
}

static gboolean
is_empty (const DoubletCell *cell)
{
  return cell->first_block == cell->end_block;
}

/* Where a block of one side of a correspondence that moved stands on the other; the
 * row of it, or G_MAXUINT32. */
static guint32
find_moved (const Layout *self,
            guint         column,
            gboolean      in_first,
            guint32       block)
{
  const DoubletCorrespondence *correspondence = &self->correspondences[column];
  const DoubletBlockFate      *fate = in_first ? correspondence->first_fate : correspondence->other_fate;
  const guint32               *partner = in_first ? correspondence->first_partner : correspondence->other_partner;

  if (fate[block] != DOUBLET_BLOCK_FATE_MOVED)
    return G_MAXUINT32;
  return self->row_of[in_first ? column : 0][partner[block]];
}

/* The first cell of a row is read against each other column, which is where a move may
 * have gone. */
static void
set_states_of_base (Layout      *self,
                    DoubletCell *cells)
{
  DoubletCell *base = &cells[0];

  base->state = DOUBLET_CELL_ONLY_HERE;
  for (guint c = 1; c < self->n_columns; c++)
    {
      guint32 elsewhere;

      if (!is_empty (&cells[c]))
        {
          base->state = DOUBLET_CELL_TEXT;
          cells[c].state = DOUBLET_CELL_TEXT;
          continue;
        }
      elsewhere = find_moved (self, c, TRUE, base->first_block);
      if (elsewhere == G_MAXUINT32)
        continue;
      cells[c].state = DOUBLET_CELL_ELSEWHERE;
      cells[c].partner = elsewhere;
      if (base->state == DOUBLET_CELL_ONLY_HERE)
        {
          base->state = DOUBLET_CELL_MOVED;
          base->partner = elsewhere;
        }
    }
  if (self->n_columns == 1)
    base->state = DOUBLET_CELL_TEXT;
}

static void
set_states_of_extra (Layout      *self,
                     DoubletCell *cells)
{
  guint n_texts = 0;

  for (guint c = 1; c < self->n_columns; c++)
    n_texts += !is_empty (&cells[c]);
  for (guint c = 1; c < self->n_columns; c++)
    {
      guint32 elsewhere;

      if (is_empty (&cells[c]))
        continue;
      cells[c].state = n_texts > 1 ? DOUBLET_CELL_TEXT : DOUBLET_CELL_ONLY_HERE;
      elsewhere = find_moved (self, c, FALSE, cells[c].first_block);
      if (elsewhere == G_MAXUINT32)
        continue;
      cells[c].state = DOUBLET_CELL_MOVED;
      cells[c].partner = elsewhere;
      cells[0].state = DOUBLET_CELL_ELSEWHERE;
      cells[0].partner = elsewhere;
    }
}

/* An empty cell lies between the blocks around it, so that blocks can be looked up. */
static void
place_empty_cells (Layout *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      guint32 reached = 0;

      for (guint32 row = 0; row < count_rows (self); row++)
        {
          DoubletCell *cell = &g_array_index (self->cells, DoubletCell, row * self->n_columns + c);

          if (is_empty (cell))
            cell->first_block = cell->end_block = reached;
          else
            reached = cell->end_block;
        }
    }
}

static void
set_states (Layout *self)
{
  for (guint32 row = 0; row < count_rows (self); row++)
    {
      DoubletCell *cells = &g_array_index (self->cells, DoubletCell, row * self->n_columns);

      if (is_empty (&cells[0]))
        set_states_of_extra (self, cells);
      else
        set_states_of_base (self, cells);
    }
}

static void
layout_init (Layout                  *self,
             const DoubletCollation  *collation,
             const guint             *columns,
             guint                    n_columns,
             const DoubletCorpusText *texts)
{
  self->n_columns = n_columns;
  self->tokens = g_new (const DoubletTokens *, n_columns);
  self->correspondences = g_new0 (DoubletCorrespondence, n_columns);
  self->row_of = g_new (guint32 *, n_columns);
  self->cells = g_array_new (FALSE, FALSE, sizeof (DoubletCell));
  for (guint c = 0; c < n_columns; c++)
    {
      self->tokens[c] = doublet_collation_get_tokens (collation, columns[c]);
      self->row_of[c] = g_new (guint32, self->tokens[c]->n_blocks);
    }
  for (guint c = 1; c < n_columns; c++)
    {
      g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, columns[0], columns[c]);

      doublet_correspondence_init (&self->correspondences[c], alignment, self->tokens[0], self->tokens[c]);
    }
}

static void
layout_clear (Layout *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      doublet_correspondence_clear (&self->correspondences[c]);
      g_free (self->row_of[c]);
    }
  g_free (self->tokens);
  g_free (self->correspondences);
  g_free (self->row_of);
  g_free (self->group_of);
}

static gboolean
can_lay_out (const DoubletCollation *collation,
             const guint            *columns,
             guint                   n_columns)
{
  if (n_columns == 0)
    return FALSE;
  for (guint c = 0; c < n_columns; c++)
    if (columns[c] >= doublet_collation_get_n_articles (collation) || doublet_collation_get_tokens (collation, columns[c]) == NULL || (c > 0 && !doublet_collation_is_aligned (collation, columns[0], columns[c])))
      return FALSE;
  return TRUE;
}

/**
 * doublet_rows_new:
 * @collation: a collation
 * @columns: (array length=n_columns): different articles; the first is what the others
 *   are read against
 * @n_columns: how many
 *
 * Returns: (transfer full) (nullable): the rows, NULL if @collation does not hold the
 *   alignments of the first column with all others (yet)
 */
DoubletRows *
doublet_rows_new (const DoubletCollation *collation,
                  const guint            *columns,
                  guint                   n_columns)
{
  g_autofree DoubletCorpusText *texts = NULL;
  Layout                        layout = { 0 };
  DoubletRows                  *self;

  if (!can_lay_out (collation, columns, n_columns))
    return NULL;

  texts = doublet_corpus_texts_new (collation, columns, n_columns);
  layout_init (&layout, collation, columns, n_columns, texts);
  find_groups (&layout);
  put_rows (&layout, texts);
  set_states (&layout);
  place_empty_cells (&layout);

  self = g_new0 (DoubletRows, 1);
  self->n_columns = n_columns;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_rows = count_rows (&layout);
  self->cells = (DoubletCell *)(gpointer)g_array_free (layout.cells, FALSE);
  self->capped = layout.capped;
  layout_clear (&layout);
  return self;
}

/**
 * doublet_rows_free:
 * @self: (transfer full): rows
 */
void
doublet_rows_free (DoubletRows *self)
{
  g_free (self->columns);
  g_free (self->cells);
  g_free (self);
}

/**
 * doublet_rows_get_cell:
 * @self: rows
 * @row: which row
 * @column: which column
 *
 * Returns: (transfer none): the cell
 */
const DoubletCell *
doublet_rows_get_cell (const DoubletRows *self,
                       guint32            row,
                       guint              column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return &self->cells[(gsize)row * self->n_columns + column];
}

/**
 * doublet_rows_find:
 * @self: rows
 * @column: which column
 * @block: a block of its article
 *
 * Returns: the row that @block stands in, or G_MAXUINT32 if there is no such block
 */
guint32
doublet_rows_find (const DoubletRows *self,
                   guint              column,
                   guint32            block)
{
  guint32 low = 0;
  guint32 high = self->n_rows;
  guint32 found = G_MAXUINT32;

  while (low < high)
    {
      guint32            middle = low + (high - low) / 2;
      const DoubletCell *cell = doublet_rows_get_cell (self, middle, column);

      if (cell->end_block > block)
        {
          found = middle;
          high = middle;
        }
      else
        low = middle + 1;
    }
  return found;
}
