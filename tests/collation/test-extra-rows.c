/* test-extra-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "extra-rows.h"

#include <string.h>

/*
 * Columns are orders of a few paragraphs, all as long and with no word in common; those of
 * the first column are its groups.  Beside a group stands the paragraph that it is, as far
 * as a column has them in the order of the first.  The fewest rows that are possible are
 * known from looking at every way of reading the columns side by side.
 */
#define N_WORDS 8
#define MAX_PARAGRAPHS 8
#define MAX_COLUMNS 5
#define MAX_STATES 100000

typedef struct
{
  guint        n_columns;
  guint        n[MAX_COLUMNS];
  guint        numbers[MAX_COLUMNS][MAX_PARAGRAPHS];
  guint32      groups[MAX_COLUMNS][MAX_PARAGRAPHS];
  gboolean     is_extra[MAX_COLUMNS][MAX_PARAGRAPHS];
  guint32      normal[MAX_COLUMNS][MAX_PARAGRAPHS * N_WORDS];
  DoubletToken tokens[MAX_PARAGRAPHS * N_WORDS];
  guint32      block_first[MAX_PARAGRAPHS + 1];
  guint64      hashes[MAX_PARAGRAPHS * N_WORDS];
} Columns;

/* Which paragraphs of a column stand beside groups, and before which the others. */
static void
set_groups (Columns *self,
            guint    c)
{
  guint32 next = self->n[0];
  guint32 reached = 0;

  for (guint i = 0; i < self->n[c]; i++)
    {
      self->is_extra[c][i] = TRUE;
      for (guint32 group = reached; group < self->n[0] && self->is_extra[c][i]; group++)
        if (self->numbers[0][group] == self->numbers[c][i])
          {
            self->is_extra[c][i] = FALSE;
            self->groups[c][i] = group;
            reached = group + 1;
          }
    }
  for (guint i = self->n[c]; i-- > 0;)
    {
      if (!self->is_extra[c][i])
        next = self->groups[c][i];
      self->groups[c][i] = next;
    }
}

/* Each column has some of the paragraphs, of which some moved. */
static void
make_columns (Columns *self,
              GRand   *random,
              guint    n_columns,
              guint    n_paragraphs,
              guint    n_moves)
{
  self->n_columns = n_columns;
  for (guint i = 0; i < G_N_ELEMENTS (self->hashes); i++)
    self->hashes[i] = (guint64)g_rand_int (random) << 32 | g_rand_int (random);
  for (guint i = 0; i <= MAX_PARAGRAPHS; i++)
    self->block_first[i] = i * N_WORDS;
  memset (self->tokens, 0, sizeof self->tokens);
  for (guint i = 0; i < G_N_ELEMENTS (self->tokens); i++)
    self->tokens[i].half_words = 2;

  for (guint c = 0; c < n_columns; c++)
    {
      guint *numbers = self->numbers[c];
      guint  n = 0;

      for (guint number = 0; number < n_paragraphs; number++)
        if (g_rand_int_range (random, 0, 3) > 0)
          numbers[n++] = number;
      for (guint i = 0; i < n_moves && n > 1; i++)
        {
          guint from = g_rand_int_range (random, 0, n), to = g_rand_int_range (random, 0, n);
          guint number = numbers[from];

          memmove (numbers + from, numbers + from + 1, (n - from - 1) * sizeof *numbers);
          memmove (numbers + to + 1, numbers + to, (n - to - 1) * sizeof *numbers);
          numbers[to] = number;
        }
      self->n[c] = n;
      for (guint i = 0; i < n * N_WORDS; i++)
        self->normal[c][i] = numbers[i / N_WORDS] * N_WORDS + i % N_WORDS;
      if (c > 0)
        set_groups (self, c);
    }
}

static guint
count_states (const Columns *self)
{
  guint n = 1;

  for (guint c = 0; c < self->n_columns; c++)
    n *= self->n[c] + 1;
  return n;
}

/* How many rows there have to be but for those of groups. */
static guint
count_fewest (const Columns *self)
{
  guint              n_states = count_states (self);
  g_autofree guint8 *fewest = g_new (guint8, n_states);

  /* A state is how far each column was read, the first the slowest digit. */
  memset (fewest, 0xff, n_states);
  fewest[0] = 0;
  for (guint state = 0; state < n_states; state++)
    {
      guint at[MAX_COLUMNS] = { 0 }, step[MAX_COLUMNS] = { 0 };

      if (fewest[state] == 0xff)
        continue;
      for (guint c = self->n_columns, rest = state, size = 1; c-- > 0; rest /= self->n[c] + 1)
        {
          at[c] = rest % (self->n[c] + 1);
          step[c] = size;
          size *= self->n[c] + 1;
        }

      /* All that stand beside the next group have to come with it. */
      if (at[0] < self->n[0])
        {
          guint    to = state + step[0];
          gboolean can = TRUE;

          for (guint c = 1; c < self->n_columns; c++)
            for (guint i = 0; i < self->n[c]; i++)
              if (!self->is_extra[c][i] && self->groups[c][i] == at[0])
                {
                  can &= i == at[c];
                  to += step[c];
                }
          if (can)
            fewest[to] = MIN (fewest[to], fewest[state]);
        }
      for (guint set = 2; set < 1u << self->n_columns; set += 2)
        {
          guint to = state, number = G_MAXUINT;

          for (guint c = 1; c < self->n_columns && to != G_MAXUINT; c++)
            if (set & 1u << c)
              {
                if (at[c] == self->n[c] || !self->is_extra[c][at[c]] || (number != G_MAXUINT && self->numbers[c][at[c]] != number))
                  to = G_MAXUINT;
                else
                  {
                    number = self->numbers[c][at[c]];
                    to += step[c];
                  }
              }
          if (to != G_MAXUINT)
            fewest[to] = MIN (fewest[to], fewest[state] + 1);
        }
    }
  return fewest[n_states - 1];
}

/* Every extra paragraph has one row, in the order of its column, in a gap that its
 * neighbours leave it, with none that it is not like. */
static void
check_rows (const Columns          *self,
            const DoubletExtraRows *rows)
{
  guint reached[MAX_COLUMNS] = { 0 };

  for (guint32 row = 0; row < rows->n_rows; row++)
    {
      const guint32 *cells = &rows->cells[row * self->n_columns];
      guint          number = G_MAXUINT;

      g_assert_cmpuint (rows->gaps[row], <=, self->n[0]);
      g_assert_true (row == 0 || rows->gaps[row - 1] <= rows->gaps[row]);
      g_assert_cmpuint (cells[0], ==, G_MAXUINT32);
      for (guint c = 1; c < self->n_columns; c++)
        {
          if (cells[c] == G_MAXUINT32)
            continue;
          for (; reached[c] < cells[c]; reached[c]++)
            g_assert_true (!self->is_extra[c][reached[c]] && self->groups[c][reached[c]] < rows->gaps[row]);
          g_assert_true (reached[c] == cells[c] && self->is_extra[c][cells[c]]);
          g_assert_cmpuint (rows->gaps[row], <=, self->groups[c][cells[c]]);
          reached[c]++;
          g_assert_true (number == G_MAXUINT || self->numbers[c][cells[c]] == number);
          number = self->numbers[c][cells[c]];
        }
      g_assert_cmpuint (number, !=, G_MAXUINT);
    }
  for (guint c = 1; c < self->n_columns; c++)
    for (; reached[c] < self->n[c]; reached[c]++)
      g_assert_false (self->is_extra[c][reached[c]]);
}

static guint
count_rows (const Columns *self)
{
  DoubletCorpusText  texts[MAX_COLUMNS];
  DoubletExtraBlocks blocks[MAX_COLUMNS];
  DoubletExtraRows   rows;
  guint              n_rows;

  for (guint c = 0; c < self->n_columns; c++)
    {
      texts[c] = (DoubletCorpusText){ self->normal[c], self->tokens, self->block_first, self->n[c] * N_WORDS, self->hashes };
      blocks[c] = (DoubletExtraBlocks){ self->n[c], self->groups[c], self->is_extra[c] };
    }
  doublet_extra_rows_init (&rows, texts, self->n_columns, blocks, self->n[0]);
  check_rows (self, &rows);
  g_assert_false (rows.capped);
  n_rows = rows.n_rows;
  doublet_extra_rows_clear (&rows);
  return n_rows;
}

typedef struct
{
  const char *name;
  guint       n_columns;
  guint       n_moves;
  guint       n_more; /* rows beyond the fewest in a thousand rounds, of some four thousand */
} Kind;

static const Kind kinds[] = {
  { "in-order", 5, 0, 0 },
  { "three-moved", 3, 2, 0 },
  { "four-moved-once", 4, 1, 9 },
  { "four-moved", 4, 3, 11 },
  { "five-moved-once", 5, 1, 15 },
  { "five-moved", 5, 2, 30 },
};

static void
test_fewest (gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (31);
  guint n_more = 0, n_rows = 0, n_rounds = 0;

  while (n_rounds < 1000)
    {
      Columns columns;
      guint   fewest, n;

      make_columns (&columns, random, kind->n_columns, 2 + n_rounds % (MAX_PARAGRAPHS - 1), kind->n_moves);
      if (count_states (&columns) > MAX_STATES)
        continue;
      fewest = count_fewest (&columns);
      n = count_rows (&columns);
      g_assert_cmpuint (n, >=, fewest);
      n_more += n - fewest;
      n_rows += fewest;
      n_rounds++;
    }
  g_test_message ("%u rows more than the %u that have to be", n_more, n_rows);
  g_assert_cmpuint (n_more, <=, kind->n_more);
}

#define N_MANY 3000

/* Beside an empty one three long columns, of which the last has an order of its own. */
static void
lay_out_many (guint (*get_number) (guint block, gboolean is_last),
              DoubletExtraRows *rows)
{
  g_autofree guint32      *block_first = g_new (guint32, N_MANY + 1);
  g_autofree DoubletToken *tokens = g_new0 (DoubletToken, N_MANY * N_WORDS);
  g_autofree guint64      *hashes = g_new (guint64, N_MANY * N_WORDS);
  g_autofree guint32      *normal = g_new (guint32, N_MANY * N_WORDS * 2);
  g_autofree guint32      *groups = g_new0 (guint32, N_MANY);
  g_autofree gboolean     *is_extra = g_new (gboolean, N_MANY);
  DoubletCorpusText        texts[4];
  DoubletExtraBlocks       blocks[4] = { { 0 } };

  for (guint i = 0; i < N_MANY * N_WORDS; i++)
    {
      tokens[i].half_words = 2;
      hashes[i] = i * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      normal[i] = get_number (i / N_WORDS, FALSE) * N_WORDS + i % N_WORDS;
      normal[N_MANY * N_WORDS + i] = get_number (i / N_WORDS, TRUE) * N_WORDS + i % N_WORDS;
    }
  for (guint i = 0; i <= N_MANY; i++)
    block_first[i] = i * N_WORDS;
  for (guint i = 0; i < N_MANY; i++)
    is_extra[i] = TRUE;
  for (guint c = 0; c < 4; c++)
    {
      texts[c] = (DoubletCorpusText){ c == 3 ? normal + N_MANY * N_WORDS : normal, tokens, block_first, c == 0 ? 0 : N_MANY * N_WORDS, hashes };
      if (c > 0)
        blocks[c] = (DoubletExtraBlocks){ N_MANY, groups, is_extra };
    }

  doublet_extra_rows_init (rows, texts, 4, blocks, 0);
  for (guint c = 1; c < 4; c++)
    for (guint32 row = 0, next = 0; row < rows->n_rows || next < N_MANY; row++)
      if (rows->cells[row * 4 + c] != G_MAXUINT32)
        g_assert_cmpuint (rows->cells[row * 4 + c], ==, next++);
}

static guint
get_same (guint    block,
          gboolean is_last)
{
  return 0;
}

static guint
get_own (guint    block,
         gboolean is_last)
{
  return block;
}

static guint
get_reversed (guint    block,
              gboolean is_last)
{
  return is_last ? N_MANY - 1 - block : block;
}

/* In three places of the last column stands what the others have elsewhere. */
static guint
get_exchanged (guint    block,
               gboolean is_last)
{
  return is_last ? (block + N_MANY / 3) % N_MANY : block;
}

static void
test_many (void)
{
  DoubletExtraRows rows;

  lay_out_many (get_own, &rows);
  g_assert_cmpuint (rows.n_rows, ==, N_MANY);
  g_assert_false (rows.capped);
  doublet_extra_rows_clear (&rows);

  lay_out_many (get_reversed, &rows);
  g_assert_cmpuint (rows.n_rows, ==, 2 * N_MANY - 1);
  doublet_extra_rows_clear (&rows);

  lay_out_many (get_exchanged, &rows);
  g_assert_cmpuint (rows.n_rows, ==, N_MANY + N_MANY / 3);
  doublet_extra_rows_clear (&rows);

  /* Nine million pairs: no row is found, and that is said. */
  lay_out_many (get_same, &rows);
  g_assert_true (rows.capped);
  doublet_extra_rows_clear (&rows);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extra-rows/%s", kinds[i].name);

      g_test_add_data_func (path, &kinds[i], test_fewest);
    }
  g_test_add_func ("/extra-rows/many", test_many);
  return g_test_run ();
}
