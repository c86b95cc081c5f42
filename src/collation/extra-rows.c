/* extra-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "extra-rows.h"

#include "collation-private.h"
#include "row-order.h"

/*
 * What the first column lacks but others share stands in one row.
 *
 * At first every extra block has a row of its own.  Blocks of two columns that are alike
 * are pairs, and one pair after the other makes one row of two, if the order of every
 * column allows it (row-order.h).  Placing one column after the other instead would fix the
 * order of rows before it is known what a later column wants.
 *
 * Which pair comes first matters only where columns have an order of their own.  Pairs on
 * the heaviest chain of their two columns come before those that cross it, for a
 * paragraph that moved must not part all that it passed; then the heaviest, a pair that
 * third columns bear out weighing what they share with both as well (Notredame, Higgins,
 * Heringa 2000, "T-Coffee": the extended library).  All this looks at content only: the
 * columns are taken in an order of their words, so it does not matter which article was
 * loaded first.
 */

/* Rows that may be looked at to unite others; what is left then stays in rows of its
 * own.  A fifth of a second or so. */
#define MAX_STEPS 20000000

/* The part of a row's key that says where between two groups it is at first. */
#define FRACTION_BITS 32

#define NONE G_MAXUINT32

typedef struct
{
  guint    column;
  GArray  *extras; /* DoubletExtra */
  GArray  *rows;   /* guint32: of all its cells */
  guint32 *cells;  /* by extra: which cell it is */
} Column;

/* A row before any were united: that of a group, or that of an extra block. */
typedef struct
{
  guint64 key;
  guint   column; /* index into columns; 0 for a group */
  guint32 index;  /* the group, or the extra */
} FirstRow;

typedef struct
{
  guint    a_column; /* index into columns, less than that of b */
  guint    b_column;
  guint32  a; /* extras */
  guint32  b;
  gboolean is_on_chain;
  guint64  weight;
} Pair;

/* By extra: where the heaviest chain with another column leads to. */
typedef struct
{
  guint32 extra; /* or NONE */
  guint64 weight;
} Partner;

typedef struct
{
  const DoubletCorpusText  *texts;
  const DoubletExtraBlocks *blocks;
  guint                     n_columns;
  guint32                   n_groups;
  Column                   *columns; /* the first, then the others by content */
  DoubletRowOrder          *order;
  GArray                   *pairs;    /* Pair */
  Partner                 **partners; /* by column, then the other: by extra; NULL for the first and for none */
} Merge;

/*
 * doublet_corpus_texts_new:
 * @collation: a collation with passages
 * @columns: (array length=n_columns): articles
 * @n_columns: how many
 *
 * Returns: (transfer full) (array length=n_columns): their words
 */
DoubletCorpusText *
doublet_corpus_texts_new (const DoubletCollation *collation,
                          const guint            *columns,
                          guint                   n_columns)
{
  const DoubletCorpus *corpus = collation->index->corpus;
  DoubletCorpusText   *texts = g_new (DoubletCorpusText, n_columns);

  for (guint c = 0; c < n_columns; c++)
    {
      const DoubletCorpusArticle *article = &corpus->articles[columns[c]];

      texts[c] = (DoubletCorpusText){ article->normal, article->tokens->tokens, article->tokens->block_first, article->tokens->n_tokens, corpus->normal_hashes };
    }
  return texts;
}

/* An order of columns that does not depend on the order of loading: by the hashes of
 * the words, compared one by one. */
static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const DoubletCorpusText *texts = data;
  const DoubletCorpusText *x = &texts[((const Column *)a)->column];
  const DoubletCorpusText *y = &texts[((const Column *)b)->column];

  guint32 n = MIN (x->n_tokens, y->n_tokens);

  for (guint32 i = 0; i < n; i++)
    {
      guint64 hash_x = x->hashes[x->normal[i]];
      guint64 hash_y = y->hashes[y->normal[i]];

      if (hash_x != hash_y)
        return hash_x < hash_y ? -1 : 1;
    }
  if (x->n_tokens != y->n_tokens)
    return x->n_tokens < y->n_tokens ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* The extra blocks of a column between two that stand beside the first column are a run.
 * Where the column lacks blocks of the first as well, the run may stand before or behind
 * those, so it has a range of gaps to choose from.  Adds a row for each block, as far
 * down as it can be; those of one gap alternate as their places in their runs do, so that
 * rows that become one are near each other from the start. */
static void
append_runs (const Merge *self,
             guint        c,
             GArray      *rows)
{
  Column                   *column = &self->columns[c];
  const DoubletExtraBlocks *blocks = &self->blocks[column->column];
  guint32                   low = 0;

  for (guint32 i = 0; i < blocks->n_blocks;)
    {
      guint32 end = i, high = blocks->groups[i];

      for (; end < blocks->n_blocks && blocks->is_extra[end]; end++)
        ;
      for (guint32 block = i; block < end; block++)
        {
          guint64  fraction = ((guint64)(block - i + 1) << FRACTION_BITS) / (end - i + 1);
          FirstRow row = { (guint64)high << FRACTION_BITS | fraction, c, column->extras->len };

          doublet_extras_add (column->extras, &self->texts[column->column], block, low, high);
          g_array_append_val (rows, row);
        }
      if (end == i)
        {
          low = high + 1;
          end++;
        }
      i = end;
    }
}

static int
compare_first_rows (gconstpointer a,
                    gconstpointer b)
{
  const FirstRow *x = a;
  const FirstRow *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* The row of a group, in each column that has blocks beside it. */
static void
add_group (Merge   *self,
           guint32  group,
           guint32  row,
           guint32 *next)
{
  g_array_append_val (self->columns[0].rows, row);
  for (guint c = 1; c < self->n_columns; c++)
    {
      const DoubletExtraBlocks *blocks = &self->blocks[self->columns[c].column];
      gboolean                  has_any = FALSE;

      for (; next[c] < blocks->n_blocks && (blocks->is_extra[next[c]] || blocks->groups[next[c]] <= group); next[c]++)
        has_any |= !blocks->is_extra[next[c]];
      if (has_any)
        g_array_append_val (self->columns[c].rows, row);
    }
}

static void
make_first_rows (Merge *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FirstRow));
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autofree guint32 *next = g_new0 (guint32, self->n_columns);
  g_autofree guint32 *n_in_column = g_new (guint32, self->n_columns);

  for (guint32 group = 0; group < self->n_groups; group++)
    {
      FirstRow row = { (guint64)group << FRACTION_BITS | ((G_GUINT64_CONSTANT (1) << FRACTION_BITS) - 1), 0, group };

      g_array_append_val (rows, row);
    }
  for (guint c = 1; c < self->n_columns; c++)
    {
      append_runs (self, c, rows);
      self->columns[c].cells = g_new (guint32, self->columns[c].extras->len);
    }
  g_array_sort (rows, compare_first_rows);

  for (guint32 i = 0; i < rows->len; i++)
    {
      const FirstRow *row = &g_array_index (rows, FirstRow, i);
      Column         *column = &self->columns[row->column];

      if (row->column == 0)
        {
          add_group (self, row->index, i, next);
          continue;
        }
      column->cells[row->index] = column->rows->len;
      g_array_append_val (column->rows, i);
    }
  for (guint c = 0; c < self->n_columns; c++)
    {
      g_ptr_array_add (columns, self->columns[c].rows->data);
      n_in_column[c] = self->columns[c].rows->len;
    }
  self->order = doublet_row_order_new (rows->len, (const guint32 *const *)columns->pdata, n_in_column, self->n_columns);
}

static Partner *
new_partners (guint32 n)
{
  Partner *partners = g_new (Partner, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    partners[i] = (Partner){ NONE, 0 };
  return partners;
}

/* The pairs of two columns, and which of them are on the heaviest chain. */
static void
find_pairs (Merge    *self,
            guint     a,
            guint     b,
            gboolean *capped)
{
  g_autoptr (GArray) items = doublet_extra_pairs_find (self->columns[a].extras, self->columns[b].extras, self->texts[0].hashes, capped);
  guint32             n_chain;
  g_autofree guint32 *chain = doublet_heaviest_chain ((const DoubletChainItem *)(gpointer)items->data, items->len, &n_chain);
  Partner            *of_a = self->partners[a * self->n_columns + b] = new_partners (self->columns[a].extras->len);
  Partner            *of_b = self->partners[b * self->n_columns + a] = new_partners (self->columns[b].extras->len);

  for (guint32 i = 0, on_chain = 0; i < items->len; i++)
    {
      const DoubletChainItem *item = &g_array_index (items, DoubletChainItem, i);
      Pair                    pair = { a, b, item->a, item->b, on_chain < n_chain && chain[on_chain] == i, item->weight };

      if (pair.is_on_chain)
        {
          on_chain++;
          of_a[pair.a] = (Partner){ pair.b, pair.weight };
          of_b[pair.b] = (Partner){ pair.a, pair.weight };
        }
      g_array_append_val (self->pairs, pair);
    }
}

/* Adds what third columns share with both sides of a pair. */
static void
add_support (const Merge *self,
             Pair        *pair)
{
  for (guint c = 1; c < self->n_columns; c++)
    if (c != pair->a_column && c != pair->b_column)
      {
        Partner of_a = self->partners[pair->a_column * self->n_columns + c][pair->a];
        Partner of_b = self->partners[pair->b_column * self->n_columns + c][pair->b];

        if (of_a.extra != NONE && of_a.extra == of_b.extra)
          pair->weight += MIN (of_a.weight, of_b.weight);
      }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = a;
  const Pair *y = b;

  if (x->is_on_chain != y->is_on_chain)
    return x->is_on_chain ? -1 : 1;
  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->a_column != y->a_column)
    return x->a_column < y->a_column ? -1 : 1;
  if (x->b_column != y->b_column)
    return x->b_column < y->b_column ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static void
unite_pairs (Merge    *self,
             gboolean *capped)
{
  for (guint a = 1; a < self->n_columns; a++)
    for (guint b = a + 1; b < self->n_columns; b++)
      find_pairs (self, a, b, capped);
  for (guint i = 0; i < self->pairs->len; i++)
    add_support (self, &g_array_index (self->pairs, Pair, i));
  g_array_sort (self->pairs, compare_pairs);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      guint32     a = doublet_row_order_get_row (self->order, pair->a_column, self->columns[pair->a_column].cells[pair->a]);
      guint32     b = doublet_row_order_get_row (self->order, pair->b_column, self->columns[pair->b_column].cells[pair->b]);

      if (doublet_row_order_get_steps (self->order) > MAX_STEPS)
        {
          *capped = TRUE;
          return;
        }
      if (a != b)
        doublet_row_order_unite (self->order, a, b);
    }
}

/* Which extra block each cell of a column is, or NONE for those beside a group. */
static guint32 *
list_blocks (const Column *column)
{
  guint32 *blocks = g_new (guint32, MAX (column->rows->len, 1));

  for (guint i = 0; i < column->rows->len; i++)
    blocks[i] = NONE;
  for (guint i = 0; i < column->extras->len; i++)
    blocks[column->cells[i]] = g_array_index (column->extras, DoubletExtra, i).block;
  return blocks;
}

static void
write_rows (const Merge      *self,
            DoubletExtraRows *rows)
{
  guint32             n_sorted;
  g_autofree guint32 *sorted = doublet_row_order_sort (self->order, &n_sorted);
  guint32             gap = 0;

  rows->n_rows = n_sorted - self->n_groups;
  rows->gaps = g_new (guint32, rows->n_rows);
  rows->cells = g_new (guint32, (gsize)rows->n_rows * self->n_columns);
  for (gsize i = 0; i < (gsize)rows->n_rows * self->n_columns; i++)
    rows->cells[i] = NONE;
  for (guint32 i = 0, row = 0; i < n_sorted; i++)
    if (doublet_row_order_get_cell (self->order, sorted[i], 0) != NONE)
      gap++;
    else
      rows->gaps[row++] = gap;

  for (guint c = 1; c < self->n_columns; c++)
    {
      const Column       *column = &self->columns[c];
      g_autofree guint32 *blocks = list_blocks (column);

      for (guint32 i = 0, row = 0; i < n_sorted; i++)
        {
          guint32 cell = doublet_row_order_get_cell (self->order, sorted[i], c);

          if (doublet_row_order_get_cell (self->order, sorted[i], 0) != NONE)
            continue;
          if (cell != NONE)
            rows->cells[(gsize)row * self->n_columns + column->column] = blocks[cell];
          row++;
        }
    }
}

static void
merge_init (Merge                    *self,
            const DoubletCorpusText  *texts,
            guint                     n_columns,
            const DoubletExtraBlocks *blocks,
            guint32                   n_groups)
{
  self->texts = texts;
  self->blocks = blocks;
  self->n_columns = n_columns;
  self->n_groups = n_groups;
  self->columns = g_new0 (Column, n_columns);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  self->partners = g_new0 (Partner *, (gsize)n_columns * n_columns);
  for (guint c = 0; c < n_columns; c++)
    {
      self->columns[c].column = c;
      self->columns[c].extras = doublet_extras_new ();
      self->columns[c].rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  g_qsort_with_data (self->columns + 1, n_columns - 1, sizeof *self->columns, compare_columns, (gpointer)texts);
  make_first_rows (self);
}

static void
merge_clear (Merge *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      g_array_unref (self->columns[c].extras);
      g_array_unref (self->columns[c].rows);
      g_free (self->columns[c].cells);
    }
  for (guint i = 0; i < self->n_columns * self->n_columns; i++)
    g_free (self->partners[i]);
  g_free (self->partners);
  g_free (self->columns);
  g_array_unref (self->pairs);
  doublet_row_order_free (self->order);
}

/*
 * doublet_extra_rows_init:
 * @self: to be filled; clear with doublet_extra_rows_clear()
 * @texts: (array length=n_columns): the columns' words
 * @n_columns: how many, at least one
 * @blocks: (array length=n_columns): where their blocks stand; that of the first column
 *   is not looked at
 * @n_groups: how many groups of blocks the first column has
 *
 * Puts every extra block in a row, with those of other columns that are like it.
 */
void
doublet_extra_rows_init (DoubletExtraRows         *self,
                         const DoubletCorpusText  *texts,
                         guint                     n_columns,
                         const DoubletExtraBlocks *blocks,
                         guint32                   n_groups)
{
  Merge merge = { 0 };

  self->capped = FALSE;
  merge_init (&merge, texts, n_columns, blocks, n_groups);
  unite_pairs (&merge, &self->capped);
  write_rows (&merge, self);
  merge_clear (&merge);
}

/*
 * doublet_extra_rows_clear:
 * @self: rows
 */
void
doublet_extra_rows_clear (DoubletExtraRows *self)
{
  g_free (self->gaps);
  g_free (self->cells);
}
