/* extra-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "extra-rows.h"

#include "collation-private.h"

#include <string.h>

/*
 * What the first column lacks but others share stands in one row.
 *
 * The extra blocks of a column between two that stand beside the first column are a run.
 * Where the column lacks blocks of the first as well, the run may stand before or behind
 * those, so it has a range of gaps to choose from.  Runs are placed one after the other,
 * those whose range ends first before the others: whatever two ranges have in common,
 * the second run sees what the first one chose.  A run is aligned with the rows so far by
 * the usual table of the heaviest common subsequence, a pair weighing the words that both
 * blocks have in common; what has no partner stands as far down as it can.  Of ranges
 * that end together the longer run comes first, then an order of content decides, so that
 * it does not matter which article was loaded first.
 */

/* Blocks share a row if at least this share of their words is common: two paragraphs
 * of which less is the same are read as two. */
#define MIN_COMMON_PERCENT 50

/* The table's size; beyond it the blocks simply stand in rows of their own. */
#define MAX_TABLE_CELLS 250000

/* Only the first words of a block are compared: enough to know it again. */
#define MAX_BLOCK_WORDS 400

typedef struct
{
  guint32 *words; /* sorted normal symbols */
  guint    n_words;
} Bag;

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

static int
compare_symbols (gconstpointer a,
                 gconstpointer b)
{
  guint32 x = *(const guint32 *)a;
  guint32 y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

static Bag
collect_words (const DoubletCorpusText *text,
               guint32                  block)
{
  guint32 start = text->block_first[block];
  guint32 end = MIN (text->block_first[block + 1], start + MAX_BLOCK_WORDS);
  Bag     bag = { g_new (guint32, end - start), 0 };

  for (guint32 i = start; i < end; i++)
    if (text->tokens[i].half_words > 0)
      bag.words[bag.n_words++] = text->normal[i];
  if (bag.n_words > 1)
    qsort (bag.words, bag.n_words, sizeof *bag.words, compare_symbols);
  return bag;
}

/* How many words both have in common; 0 if too few to share a row. */
static guint
weigh_pair (const Bag *a,
            const Bag *b)
{
  guint common = 0;

  for (guint i = 0, j = 0; i < a->n_words && j < b->n_words;)
    if (a->words[i] == b->words[j])
      common++, i++, j++;
    else if (a->words[i] < b->words[j])
      i++;
    else
      j++;

  return 200 * common >= MIN_COMMON_PERCENT * (a->n_words + b->n_words) ? common : 0;
}

/* Decides which row, if any, each block joins: partners[j] for block j. */
static void
align_blocks (const Bag *rows,
              guint      n_rows,
              const Bag *blocks,
              guint      n_blocks,
              guint     *partners)
{
  gsize             width = n_blocks + 1;
  g_autofree guint *weights = NULL;
  g_autofree guint *best = NULL;

  for (guint j = 0; j < n_blocks; j++)
    partners[j] = G_MAXUINT;
  if (n_rows == 0 || n_blocks == 0 || (guint64)n_rows * n_blocks > MAX_TABLE_CELLS)
    return;

  weights = g_new (guint, (gsize)n_rows * n_blocks);
  best = g_new0 (guint, (n_rows + 1) * width);
  for (guint i = n_rows; i-- > 0;)
    for (guint j = n_blocks; j-- > 0;)
      {
        guint weight = weights[i * n_blocks + j] = weigh_pair (&rows[i], &blocks[j]);
        guint without = MAX (best[(i + 1) * width + j], best[i * width + j + 1]);

        best[i * width + j] = weight > 0 ? MAX (without, weight + best[(i + 1) * width + j + 1]) : without;
      }

  for (guint i = 0, j = 0; i < n_rows && j < n_blocks;)
    {
      guint weight = weights[i * n_blocks + j];

      if (weight > 0 && best[i * width + j] == weight + best[(i + 1) * width + j + 1])
        partners[j++] = i++;
      else if (best[i * width + j] == best[(i + 1) * width + j])
        i++;
      else
        j++;
    }
}

/* An order of columns that does not depend on the order of loading: by the hashes of
 * the words, compared one by one. */
static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const DoubletCorpusText *texts = data;
  const guint             *x = a;
  const guint             *y = b;

  guint32 n = MIN (texts[*x].n_tokens, texts[*y].n_tokens);

  for (guint32 i = 0; i < n; i++)
    {
      guint64 hash_x = texts[*x].hashes[texts[*x].normal[i]];
      guint64 hash_y = texts[*y].hashes[texts[*y].normal[i]];

      if (hash_x != hash_y)
        return hash_x < hash_y ? -1 : 1;
    }
  if (texts[*x].n_tokens != texts[*y].n_tokens)
    return texts[*x].n_tokens < texts[*y].n_tokens ? -1 : 1;
  return *x < *y ? -1 : *x > *y;
}

/* Extra blocks of one column, and the gaps that they may stand in: gap g is that before
 * group g. */
typedef struct
{
  guint   column;
  guint32 start;
  guint32 end;
  guint32 low;
  guint32 high; /* included */
} Run;

static void
append_runs (GArray                   *runs,
             guint                     column,
             const DoubletExtraBlocks *blocks)
{
  guint32 low = 0;

  for (guint32 i = 0; i < blocks->n_blocks;)
    {
      Run run = { column, i, i, low, blocks->groups[i] };

      for (; run.end < blocks->n_blocks && blocks->is_extra[run.end]; run.end++)
        ;
      if (run.end > i)
        g_array_append_val (runs, run);
      else
        {
          run.end++;
          low = blocks->groups[i] + 1;
        }
      i = run.end;
    }
}

static int
compare_runs (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Run *x = a;
  const Run *y = b;
  guint32    n_x = x->end - x->start;
  guint32    n_y = y->end - y->start;

  if (x->high != y->high)
    return x->high < y->high ? -1 : 1;
  if (n_x != n_y)
    return n_x > n_y ? -1 : 1;
  return compare_columns (&x->column, &y->column, data);
}

static void
clear_row (gpointer data)
{
  DoubletExtraRow *row = data;

  g_free (row->cells);
  g_free (row->words);
}

static GArray *
get_gap (const GPtrArray *gaps,
         guint32          gap)
{
  return g_ptr_array_index (gaps, gap);
}

/* What a run is aligned with: the rows of its gaps, in order. */
typedef struct
{
  guint32  gap;
  guint    index;
  gboolean is_taken; /* by a block of this run */
} Place;

static void
collect_rows (const GPtrArray *gaps,
              const Run       *run,
              GArray          *places,
              GArray          *bags)
{
  for (guint32 gap = run->low; gap <= run->high; gap++)
    for (guint i = 0; i < get_gap (gaps, gap)->len; i++)
      {
        const DoubletExtraRow *row = &g_array_index (get_gap (gaps, gap), DoubletExtraRow, i);
        Place                  place = { gap, i, FALSE };
        Bag                    bag = { row->words, row->n_words };

        g_array_append_val (places, place);
        g_array_append_val (bags, bag);
      }
}

static void
insert_row (GPtrArray   *gaps,
            const Place *place,
            guint        n_columns,
            const Run   *run,
            guint32      block,
            const Bag   *bag)
{
  DoubletExtraRow row = { g_new (guint32, n_columns), bag->words, bag->n_words };

  memset (row.cells, 0xff, n_columns * sizeof *row.cells);
  row.cells[run->column] = block;
  g_array_insert_val (get_gap (gaps, place->gap), place->index, row);
}

/* Whether the row at @from can stand at @to instead: nothing says in which order it and
 * those between come. */
static gboolean
can_pass (const GArray *rows,
          guint         n_columns,
          guint         from,
          guint         to)
{
  const guint32 *cells = g_array_index (rows, DoubletExtraRow, from).cells;

  for (guint i = MIN (from + 1, to); i < MAX (from, to); i++)
    for (guint c = 1; c < n_columns; c++)
      if (cells[c] != G_MAXUINT32 && g_array_index (rows, DoubletExtraRow, i).cells[c] != G_MAXUINT32)
        return FALSE;
  return TRUE;
}

/* Moves the row at @from to before that at place, which becomes its own; places of
 * other rows that are still needed are before that. */
static void
move_row (GArray *rows,
          guint   from,
          Place  *place,
          GArray *places)
{
  DoubletExtraRow row = g_array_index (rows, DoubletExtraRow, from);
  DoubletExtraRow none = { NULL };

  /* Taken out first, its cells must not be freed. */
  g_array_index (rows, DoubletExtraRow, from) = none;
  g_array_remove_index (rows, from);
  if (from < place->index)
    {
      for (guint i = 0; i < places->len; i++)
        {
          Place *other = &g_array_index (places, Place, i);

          if (other->gap == place->gap && other->index > from && other->index < place->index)
            other->index--;
        }
      place->index--;
    }
  g_array_insert_val (rows, place->index, row);
}

static gboolean
is_taken (const GArray *places,
          guint32       gap,
          guint         index)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->gap == gap && place->index == index)
        return place->is_taken;
    }
  return FALSE;
}

/* Looks in one gap for a row that can stand at place. */
static gboolean
adopt_row_of_gap (GArray    *rows,
                  guint      n_columns,
                  const Run *run,
                  guint32    block,
                  const Bag *bag,
                  Place     *place,
                  GArray    *places)
{
  if ((guint64)rows->len * (run->end - run->start) > MAX_TABLE_CELLS)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      DoubletExtraRow *row = &g_array_index (rows, DoubletExtraRow, i);
      Bag              other = { row->words, row->n_words };

      if (row->cells[run->column] != G_MAXUINT32 || is_taken (places, place->gap, i) || weigh_pair (&other, bag) == 0 || !can_pass (rows, n_columns, i, place->index))
        continue;
      row->cells[run->column] = block;
      move_row (rows, i, place, places);
      return TRUE;
    }
  return FALSE;
}

/* Looks for a row that the table had to pass over for its order alone, at place or at the
 * end of a gap before it, but not before gap lowest; FALSE if there is none. */
static gboolean
adopt_row (GPtrArray *gaps,
           guint      n_columns,
           const Run *run,
           guint32    block,
           const Bag *bag,
           Place     *place,
           GArray    *places,
           guint32    lowest)
{
  Place here = *place;

  while (!adopt_row_of_gap (get_gap (gaps, here.gap), n_columns, run, block, bag, &here, places))
    {
      if (here.gap == lowest)
        return FALSE;
      here.gap--;
      here.index = get_gap (gaps, here.gap)->len;
    }
  *place = here;
  return TRUE;
}

/* The gap of the block before, which no block behind it may come before. */
static guint32
find_lowest_gap (const Run    *run,
                 const guint  *partners,
                 const GArray *places,
                 guint         i,
                 guint32       highest)
{
  if ((guint64)places->len * (run->end - run->start) > MAX_TABLE_CELLS)
    return highest;
  while (i-- > 0)
    if (partners[i] != G_MAXUINT)
      return g_array_index (places, Place, partners[i]).gap;
  return run->low;
}

static void
place_run (GPtrArray               *gaps,
           guint                    n_columns,
           const Run               *run,
           const DoubletCorpusText *text)
{
  guint             n_blocks = run->end - run->start;
  g_autofree Bag   *bags = g_new (Bag, n_blocks);
  g_autofree guint *partners = g_new (guint, n_blocks);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) row_bags = g_array_new (FALSE, FALSE, sizeof (Bag));
  Place place = { run->high, get_gap (gaps, run->high)->len, FALSE };

  for (guint i = 0; i < n_blocks; i++)
    bags[i] = collect_words (text, run->start + i);
  collect_rows (gaps, run, places, row_bags);
  align_blocks ((const Bag *)(gpointer)row_bags->data, row_bags->len, bags, n_blocks, partners);

  for (guint i = 0; i < n_blocks; i++)
    if (partners[i] != G_MAXUINT)
      g_array_index (places, Place, partners[i]).is_taken = TRUE;

  /* From the end, so that no place that is still needed changes. */
  for (guint i = n_blocks; i-- > 0;)
    if (partners[i] != G_MAXUINT)
      {
        place = g_array_index (places, Place, partners[i]);
        g_array_index (get_gap (gaps, place.gap), DoubletExtraRow, place.index).cells[run->column] = run->start + i;
        g_free (bags[i].words);
      }
    else if (adopt_row (gaps, n_columns, run, run->start + i, &bags[i], &place, places, find_lowest_gap (run, partners, places, i, place.gap)))
      g_free (bags[i].words);
    else
      insert_row (gaps, &place, n_columns, run, run->start + i, &bags[i]);
}

/*
 * doublet_extra_rows_new:
 * @texts: (array length=n_columns): the columns' words
 * @n_columns: how many
 * @blocks: (array length=n_columns): where their blocks stand; that of the first column
 *   is not looked at
 * @n_groups: how many groups of blocks the first column has
 *
 * Returns: (transfer full): for each gap, that before each group and that at the end, an
 *   array of #DoubletExtraRow
 */
GPtrArray *
doublet_extra_rows_new (const DoubletCorpusText  *texts,
                        guint                     n_columns,
                        const DoubletExtraBlocks *blocks,
                        guint32                   n_groups)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint32 gap = 0; gap <= n_groups; gap++)
    {
      GArray *rows = g_array_new (FALSE, FALSE, sizeof (DoubletExtraRow));

      g_array_set_clear_func (rows, clear_row);
      g_ptr_array_add (gaps, rows);
    }

  for (guint c = 1; c < n_columns; c++)
    append_runs (runs, c, &blocks[c]);
  g_array_sort_with_data (runs, compare_runs, (gpointer)texts);
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

      place_run (gaps, n_columns, run, &texts[run->column]);
    }
  return gaps;
}
