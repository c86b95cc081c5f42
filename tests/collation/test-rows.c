/* test-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "rows.h"

/* Rows as a line: a column's paragraphs from 1, "-" for none, a letter for the state. */
static char *
describe_rows (const DoubletRows *rows)
{
  static const char states[] = {
    [DOUBLET_CELL_TEXT] = 't',
    [DOUBLET_CELL_ONLY_HERE] = 'o',
    [DOUBLET_CELL_MOVED] = 'm',
    [DOUBLET_CELL_ABSENT] = 'a',
    [DOUBLET_CELL_ELSEWHERE] = 'e',
  };
  GString *line = g_string_new (NULL);

  for (guint32 row = 0; row < rows->n_rows; row++)
    {
      if (row > 0)
        g_string_append (line, " | ");
      for (guint c = 0; c < rows->n_columns; c++)
        {
          const DoubletCell *cell = doublet_rows_get_cell (rows, row, c);

          if (c > 0)
            g_string_append_c (line, ' ');
          for (guint32 block = cell->first_block; block < cell->end_block; block++)
            g_string_append_printf (line, "%u", block + 1);
          if (cell->first_block == cell->end_block)
            g_string_append_c (line, '-');
          g_string_append_c (line, states[cell->state]);
        }
    }
  return g_string_free (line, FALSE);
}

#define P1 "The bridge across the estuary will be closed for nine weeks from Monday.\n"
#define P2 "Ferries will run every ten minutes until midnight while the works go on.\n"
#define P3 "Shopkeepers on the quay have asked the council for a holiday from their rent.\n"
#define P4 "Nobody has yet explained why the bearings wore out in less than eleven years.\n"
#define P5 "A choir of schoolchildren sang at the barrier, and the mayor cut no ribbon.\n"

static const struct
{
  const char *name;
  const char *texts[4];
  const char *rows;
} cases[] = {
  { "same", { P1 P2, P1 P2 }, "1t 1t | 2t 2t" },
  { "added", { P1 P2, P1 P3 P2 }, "1t 1t | -a 2o | 2t 3t" },
  { "removed", { P1 P3 P2, P1 P2 }, "1t 1t | 2o -a | 3t 2t" },
  { "removed-before-added", { P1 P3 P2, P1 P4 P2 }, "1t 1t | 2o -a | -a 2o | 3t 3t" },
  { "moved", { P1 P2 P3 P4, P1 P3 P4 P2 }, "1t 1t | 2m -e | 3t 2t | 4t 3t | -e 4m" },
  { "one", { P1 P2 }, "1t | 2t" },
  { "three", { P1 P2, P1 P2 P3, P1 P3 P2 }, "1t 1t 1t | -a -a 2o | 2t 2t 3t | -a 3o -a" },
  { "others-share", { P1 P2, P1 P3 P2, P1 P3 P4 P2 }, "1t 1t 1t | -a 2t 2t | -a -a 3o | 2t 3t 4t" },
  { "empty-base", { "", P1 P2 }, "-a 1o | -a 2o" },
  { "empty-other", { P1 P2, "" }, "1o -a | 2o -a" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (DoubletCollation) collation = make_collation (cases[i].texts, 0);
  guint columns[] = { 0, 1, 2 };
  g_autoptr (DoubletRows) rows = doublet_rows_new (collation, columns, doublet_collation_get_n_articles (collation));
  g_autofree char *line = describe_rows (rows);

  g_assert_cmpstr (line, ==, cases[i].rows);
}

/* Each paragraph stands in exactly one row, in its article's order. */
static void
check_rows (const DoubletCollation *collation,
            const DoubletRows      *rows)
{
  for (guint c = 0; c < rows->n_columns; c++)
    {
      guint32 reached = 0;
      guint   n_blocks;

      doublet_article_get_blocks (doublet_collation_get_article (collation, rows->columns[c]), &n_blocks);
      for (guint32 row = 0; row < rows->n_rows; row++)
        {
          const DoubletCell *cell = doublet_rows_get_cell (rows, row, c);

          g_assert_cmpuint (cell->first_block, ==, reached);
          reached = cell->end_block;
          for (guint32 block = cell->first_block; block < cell->end_block; block++)
            g_assert_cmpuint (doublet_rows_find (rows, c, block), ==, row);
          if (cell->first_block == cell->end_block)
            g_assert_true (cell->state == DOUBLET_CELL_ABSENT || cell->state == DOUBLET_CELL_ELSEWHERE);
          else
            g_assert_true (cell->state != DOUBLET_CELL_ABSENT && cell->state != DOUBLET_CELL_ELSEWHERE);
          if (cell->state == DOUBLET_CELL_MOVED)
            g_assert_cmpuint (cell->partner, <, rows->n_rows);
        }
      g_assert_cmpuint (reached, ==, n_blocks);
      g_assert_cmpuint (doublet_rows_find (rows, c, n_blocks), ==, G_MAXUINT32);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 1500; round++)
    {
      DoubletArticle *articles[4];
      guint           columns[] = { 0, 1, 2, 3 };
      guint           n = 1 + round % 4;

      for (guint i = 0; i < n; i++)
        articles[i] = make_random_article (random, "r", 2 + round % 30, 8, 12);

      {
        g_autoptr (DoubletCollation) collation = collate (articles, n, 0);
        g_autoptr (DoubletRows) rows = doublet_rows_new (collation, columns, n);

        check_rows (collation, rows);
      }
      for (guint i = 0; i < n; i++)
        doublet_article_unref (articles[i]);
    }
}

static void
test_not_aligned (void)
{
  static const char *const texts[] = { P1, P2, P3, NULL };
  static const guint       columns[] = { 1, 2 };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);

  g_assert_null (doublet_rows_new (collation, columns, 2));
  g_assert_null (doublet_rows_new (collation, columns, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rows/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/rows/random", test_random);
  g_test_add_func ("/rows/not-aligned", test_not_aligned);
  return g_test_run ();
}
