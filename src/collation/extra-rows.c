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
 * What the first column lacks but others share stands in one row.  Between two of its
 * blocks the extra blocks of the other columns are merged one column after the other:
 * each next column is aligned with the rows so far by the usual table of the heaviest
 * common subsequence, a pair weighing the words that both blocks have in common.  The
 * columns come in an order of their content, so that it does not matter which was
 * loaded first.
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

typedef struct
{
  GArray *cells; /* guint32, n_columns a row: a block or G_MAXUINT32 */
  GArray *bags;  /* Bag, a row: words of the first block that came into it */
  guint   n_columns;
} Rows;

static void
append_row (Rows          *rows,
            const guint32 *cells,
            Bag            bag)
{
  g_array_append_vals (rows->cells, cells, rows->n_columns);
  g_array_append_val (rows->bags, bag);
}

/* Merges one column's blocks into the rows so far. */
static void
merge_column (Rows                    *rows,
              const DoubletCorpusText *text,
              guint                    column,
              guint32                  start,
              guint32                  end)
{
  guint               n_blocks = end - start;
  guint               n_rows = rows->bags->len;
  g_autofree Bag     *bags = g_new (Bag, n_blocks);
  g_autofree guint   *partners = g_new (guint, n_blocks);
  g_autofree guint32 *cells = g_new (guint32, rows->n_columns);
  Rows                merged = { g_array_new (FALSE, FALSE, sizeof (guint32)), g_array_new (FALSE, FALSE, sizeof (Bag)), rows->n_columns };
  guint               row = 0;

  for (guint j = 0; j < n_blocks; j++)
    bags[j] = collect_words (text, start + j);
  align_blocks ((const Bag *)(gpointer)rows->bags->data, n_rows, bags, n_blocks, partners);

  for (guint j = 0; j <= n_blocks; j++)
    {
      guint until = j == n_blocks ? n_rows : partners[j] == G_MAXUINT ? row
                                                                      : partners[j];

      for (; row < until; row++)
        append_row (&merged, &g_array_index (rows->cells, guint32, row * rows->n_columns), g_array_index (rows->bags, Bag, row));
      if (j == n_blocks)
        break;
      memset (cells, 0xff, rows->n_columns * sizeof *cells);
      if (partners[j] != G_MAXUINT)
        {
          memcpy (cells, &g_array_index (rows->cells, guint32, row * rows->n_columns), rows->n_columns * sizeof *cells);
          g_free (bags[j].words);
          bags[j] = g_array_index (rows->bags, Bag, row++);
        }
      cells[column] = start + j;
      append_row (&merged, cells, bags[j]);
    }

  g_array_unref (rows->cells);
  g_array_unref (rows->bags);
  *rows = merged;
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

/*
 * doublet_extra_rows_new:
 * @texts: (array length=n_columns): the columns' words
 * @n_columns: how many
 * @starts: (array length=n_columns): the first extra block of each column; that of the
 *   first column is not looked at
 * @ends: (array length=n_columns): the end of its extra blocks
 *
 * Returns: (transfer full): guint32, @n_columns for each row: a block or G_MAXUINT32
 */
GArray *
doublet_extra_rows_new (const DoubletCorpusText *texts,
                        guint                    n_columns,
                        const guint32           *starts,
                        const guint32           *ends)
{
  Rows              rows = { g_array_new (FALSE, FALSE, sizeof (guint32)), g_array_new (FALSE, FALSE, sizeof (Bag)), n_columns };
  g_autofree guint *order = g_new (guint, n_columns);
  guint             n_order = 0;

  for (guint c = 1; c < n_columns; c++)
    if (starts[c] < ends[c])
      order[n_order++] = c;
  if (n_order > 1)
    g_qsort_with_data (order, n_order, sizeof *order, compare_columns, (gpointer)texts);

  for (guint i = 0; i < n_order; i++)
    merge_column (&rows, &texts[order[i]], order[i], starts[order[i]], ends[order[i]]);

  for (guint i = 0; i < rows.bags->len; i++)
    g_free (g_array_index (rows.bags, Bag, i).words);
  g_array_unref (rows.bags);
  return rows.cells;
}
