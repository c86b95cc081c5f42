/* test-rows-shared.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "rows.h"

/*
 * Articles that are parts of one long text, each paragraph perhaps with a word of its own.
 * If all are in its order, every paragraph of that text has exactly one row, which holds it
 * in all articles that have it, whatever the base lacks.  Whether they are or not, the rows
 * do not depend on the order of loading.
 */
#define N_PARAGRAPHS 10
#define N_WORDS 16
#define MAX_ARTICLES 5

typedef struct
{
  DoubletArticle *articles[MAX_ARTICLES];
  guint           numbers[MAX_ARTICLES][N_PARAGRAPHS]; /* of each block, in the long text */
  guint           n_articles;
} Family;

static void
family_init (Family *self,
             GRand  *random,
             guint   n_articles,
             guint   n_moves)
{
  self->n_articles = n_articles;
  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = 0;

      for (guint number = 0; number < N_PARAGRAPHS; number++)
        if (g_rand_boolean (random))
          self->numbers[i][n++] = number;
      for (guint move = 0; move < n_moves && n > 1; move++)
        {
          guint *one = &self->numbers[i][g_rand_int_range (random, 0, n)];
          guint *other = &self->numbers[i][g_rand_int_range (random, 0, n)];
          guint  number = *one;

          *one = *other;
          *other = number;
        }
      for (guint at = 0; at < n; at++)
        {
          guint number = self->numbers[i][at];
          guint other = g_rand_int_range (random, 0, 3 * N_WORDS);

          for (guint word = 0; word < N_WORDS; word++)
            g_string_append_printf (text, word == other ? "own%u%c%c " : "word%u%c%c ", word == other ? i : word, 'a' + number, 'k' + word);
          g_string_append (text, "ends.\n");
        }
      self->articles[i] = make_article ("part", text->str);
    }
}

static void
family_clear (Family *self)
{
  for (guint i = 0; i < self->n_articles; i++)
    doublet_article_unref (self->articles[i]);
}

/* For each row the paragraph that each article of the family has there, in the order of
 * the family: columns are those by order. */
static char *
describe (const Family *self,
          const guint  *order,
          guint32      *n_rows)
{
  DoubletArticle *articles[MAX_ARTICLES];
  guint           columns[MAX_ARTICLES];
  guint           column_of[MAX_ARTICLES];
  GString        *lines = g_string_new (NULL);
  g_autoptr (DoubletCollation) collation = NULL;
  g_autoptr (DoubletRows) rows = NULL;

  for (guint i = 0; i < self->n_articles; i++)
    {
      articles[i] = self->articles[order[i]];
      columns[i] = i;
      column_of[order[i]] = i;
    }
  collation = collate (articles, self->n_articles, 0);
  rows = doublet_rows_new (collation, columns, self->n_articles);

  for (guint32 row = 0; row < rows->n_rows; row++)
    {
      for (guint i = 0; i < self->n_articles; i++)
        {
          const DoubletCell *cell = doublet_rows_get_cell (rows, row, column_of[i]);

          g_assert_cmpuint (cell->end_block - cell->first_block, <=, 1);
          if (cell->first_block == cell->end_block)
            g_string_append (lines, " -");
          else
            g_string_append_printf (lines, " %u", self->numbers[i][cell->first_block]);
        }
      g_string_append_c (lines, '\n');
    }
  *n_rows = rows->n_rows;
  return g_string_free (lines, FALSE);
}

static guint
count_different (const Family *self)
{
  gboolean seen[N_PARAGRAPHS] = { FALSE };
  guint    n = 0;

  for (guint i = 0; i < self->n_articles; i++)
    {
      guint n_blocks;

      doublet_article_get_blocks (self->articles[i], &n_blocks);
      for (guint block = 0; block < n_blocks; block++)
        {
          n += !seen[self->numbers[i][block]];
          seen[self->numbers[i][block]] = TRUE;
        }
    }
  return n;
}

static void
check_orders (guint n_articles,
              guint n_moves)
{
  static const guint orders[][MAX_ARTICLES] = { { 0, 1, 2, 3, 4 }, { 0, 4, 3, 2, 1 }, { 0, 2, 4, 1, 3 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint round = 0; round < 400; round++)
    {
      Family           family = { { NULL } };
      guint32          n_rows;
      g_autofree char *expected = NULL;

      family_init (&family, random, n_articles, n_moves);
      expected = describe (&family, orders[0], &n_rows);
      if (n_moves == 0)
        g_assert_cmpuint (n_rows, ==, count_different (&family));
      for (guint i = 1; i < G_N_ELEMENTS (orders) && n_articles == MAX_ARTICLES; i++)
        {
          g_autofree char *lines = describe (&family, orders[i], &n_rows);

          g_assert_cmpstr (lines, ==, expected);
        }
      family_clear (&family);
    }
}

static void
test_three (void)
{
  check_orders (3, 0);
}

static void
test_five (void)
{
  check_orders (MAX_ARTICLES, 0);
}

static void
test_five_moved (void)
{
  check_orders (MAX_ARTICLES, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/shared/three", test_three);
  g_test_add_func ("/rows/shared/five", test_five);
  g_test_add_func ("/rows/shared/five-moved", test_five_moved);
  return g_test_run ();
}
