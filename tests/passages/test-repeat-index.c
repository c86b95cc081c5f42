/* test-repeat-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-oracle.h"
#include "repeat-index.h"
#include "repeats.h"

/*
 * Both ways to find where repeats begin, against the definitions: all maximal repeats
 * with all their places, all copies of any range, all rows.
 */

static const DoubletRepeatIndexKind kinds[] = { DOUBLET_REPEAT_INDEX_OF_STARTS, DOUBLET_REPEAT_INDEX_OF_ALL, DOUBLET_REPEAT_INDEX_AUTOMATIC };

/* A repeat's length, then its places. */
static char *
describe (guint32       length,
          const GArray *places)
{
  GString *string = g_string_new (NULL);

  g_string_append_printf (string, "%u:", length);
  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (string, " %u", g_array_index (places, guint32, i));
  return g_string_free (string, FALSE);
}

static int
compare_places (const void *a,
                const void *b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

static void
add (GHashTable *set,
     guint32     length,
     GArray     *places)
{
  g_array_sort (places, compare_places);
  g_hash_table_add (set, describe (length, places));
}

static gboolean
has_left (const Oracle *oracle,
          guint32       place)
{
  return place > oracle->base[oracle->article[place]];
}

/* What two places have in common and cannot have one token earlier is a maximal repeat. */
static GHashTable *
list_true_repeats (const Oracle             *oracle,
                   const DoubletPassageText *text)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < oracle->n; i++)
    for (guint32 j = i + 1; j < oracle->n; j++)
      {
        g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
        guint32 length = oracle->common[i][j];

        if (length == 0 || doublet_passage_text_weigh (text, i, i + length) < text->min_weight)
          continue;
        if (has_left (oracle, i) && has_left (oracle, j) && oracle->token[i - 1] == oracle->token[j - 1])
          continue;
        for (guint32 k = 0; k < oracle->n; k++)
          if (k == i || oracle->common[i][k] >= length)
            g_array_append_val (places, k);
        add (set, length, places);
      }
  return set;
}

static GHashTable *
list_repeats (const DoubletRepeatIndex *index,
              const DoubletPassageText *text)
{
  g_autoptr (DoubletRepeats) repeats = doublet_repeats_find (text, index->starts, index->rows, NULL);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < repeats->repeats->len; i++)
    {
      const DoubletRepeat *repeat = &g_array_index (repeats->repeats, DoubletRepeat, i);
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_array_append_vals (places, index->starts->places + repeat->first, repeat->last - repeat->first + 1);
      add (set, repeat->length, places);
    }
  g_assert_cmpuint (g_hash_table_size (set), ==, repeats->repeats->len);
  return set;
}

static void
assert_same_sets (GHashTable *a,
                  GHashTable *b)
{
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (b, key))
      g_error ("missing: %s", (const char *)key);
  g_assert_cmpuint (g_hash_table_size (a), ==, g_hash_table_size (b));
}

/* What is less than a k-gram may be cut off. */
static void
check_starts (const Oracle             *oracle,
              const DoubletPassageText *text,
              const DoubletRepeatIndex *index)
{
  const DoubletRepeatStarts *starts = index->starts;

  g_assert_cmpuint (starts->lcp[0], ==, 0);
  g_assert_cmpuint (starts->lcp[starts->n], ==, 0);
  for (guint32 i = 1; i < starts->n; i++)
    {
      guint32 a = starts->places[i - 1], b = starts->places[i];

      if (a == G_MAXUINT32 || (starts->lcp[i] < text->min_tokens && oracle->common[a][b] < text->min_tokens))
        continue;
      g_assert_cmpuint (a, !=, b);
      g_assert_cmpuint (oracle->common[a][b], ==, starts->lcp[i]);
    }
}

/* Every range that may be a passage, in every tenth round; else some. */
static void
check_copies (const Oracle             *oracle,
              const DoubletPassageText *text,
              const DoubletRepeatIndex *index,
              guint                     step)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint count = 0;

  for (guint32 start = 0; start < oracle->n; start++)
    for (guint32 end = start + 1; end <= oracle->base[oracle->article[start] + 1]; end++)
      {
        guint n = 0;

        if (doublet_passage_text_weigh (text, start, end) < text->min_weight || ++count % step != 0)
          continue;
        doublet_repeat_index_list_copies (index, (DoubletRange){ start, end }, places);
        for (guint32 place = 0; place < oracle->n; place++)
          if (place == start || oracle->common[start][place] >= end - start)
            {
              g_assert_cmpuint (n, <, places->len);
              g_assert_cmpuint (g_array_index (places, guint32, n), ==, place);
              n++;
            }
        g_assert_cmpuint (n, ==, places->len);
      }
}

static void
check_rows (const DoubletPeriodicRows *rows,
            const DoubletPeriodicRows *others)
{
  g_assert_cmpuint (rows->n_rows, ==, others->n_rows);
  g_assert_cmpuint (rows->n_units, ==, others->n_units);
  for (guint32 i = 0; i < rows->n_rows; i++)
    {
      const DoubletRow *row = &rows->rows[i], *other = &others->rows[i];

      g_assert_cmpuint (row->start, ==, other->start);
      g_assert_cmpuint (row->end, ==, other->end);
      g_assert_cmpuint (row->period, ==, other->period);
      g_assert_cmpint (row->is_short, ==, other->is_short);
    }
}

/* Which row goes furthest from each place on, of all and of the short ones. */
static void
check_places (const Oracle              *oracle,
              const DoubletPeriodicRows *rows)
{
  for (guint32 place = 0; place < oracle->n; place++)
    {
      const DoubletRow *furthest = NULL, *shortest = NULL;

      for (guint32 i = 0; i < rows->n_rows; i++)
        {
          const DoubletRow *row = &rows->rows[i];

          if (row->start > place || row->end <= place)
            continue;
          if (furthest == NULL || row->end > furthest->end)
            furthest = row;
          if (row->is_short && (shortest == NULL || row->end > shortest->end))
            shortest = row;
        }
      g_assert_true (doublet_periodic_rows_find (rows, place) == furthest);
      g_assert_true (doublet_periodic_rows_find_short (rows, (DoubletRange){ place, place + 1 }) == shortest);
      if (furthest != NULL)
        {
          g_assert_true (doublet_periodic_rows_hold (rows, (DoubletRange){ place, furthest->end }));
          g_assert_false (doublet_periodic_rows_hold (rows, (DoubletRange){ place, furthest->end + 1 }));
        }
      else
        g_assert_false (doublet_periodic_rows_hold (rows, (DoubletRange){ place, place + 1 }));
    }
}

static void
check (const Case *c,
       guint32     min_words,
       guint       step)
{
  g_autofree Oracle *oracle = g_new (Oracle, 1);
  g_autoptr (DoubletPassageText) text = case_make_text (c, min_words);
  g_autoptr (GHashTable) truth = NULL;
  g_autoptr (GHashTable) first = NULL;
  g_autoptr (DoubletRepeatIndex) first_index = NULL;

  oracle_init (oracle, c, min_words);
  truth = list_true_repeats (oracle, text);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (DoubletRepeatIndex) index = doublet_repeat_index_new (text, kinds[i], NULL);
      GHashTable *found = list_repeats (index, text);

      check_starts (oracle, text, index);
      check_copies (oracle, text, index, step);
      check_places (oracle, index->rows);
      g_assert_cmpuint (index->rows->n_rows, ==, oracle->n_rows);
      if (index->rows->n_rows == 0)
        assert_same_sets (truth, found);
      if (i == 0)
        {
          first = found;
          first_index = g_steal_pointer (&index);
          continue;
        }
      check_rows (first_index->rows, index->rows);
      assert_same_sets (first, found);
      g_hash_table_unref (found);
    }
}

static void
run_random (guint32  seed,
            guint    n_rounds,
            gboolean with_rows)
{
  for (guint round = 0; round < n_rounds; round++)
    {
      GRand  *random = g_rand_new_with_seed (seed + round);
      guint32 min_words;
      Case    c;

      case_make_random (&c, random, with_rows, &min_words);
      if (g_test_verbose ())
        {
          g_autofree char *string = case_print (&c);

          g_printerr ("round %u, %u words\n%s", round, min_words, string);
        }
      check (&c, min_words, round % 10 == 0 ? 1 : 37);
      case_clear (&c);
      g_rand_free (random);
    }
}

static void
test_random_rows (void)
{
  run_random (3000000, 2000, TRUE);
}

static void
test_random_prose (void)
{
  run_random (4000000, 2000, FALSE);
}

/* Articles parted by bars. */
static void
check_words (const char *words,
             guint32     min_words)
{
  g_auto (GStrv) articles = g_strsplit (words, "|", -1);
  Case c;

  case_init (&c);
  for (guint i = 0; articles[i] != NULL; i++)
    case_add_words (&c, articles[i]);
  check (&c, min_words, 1);
  case_clear (&c);
}

/* What stands before a k-gram decides whether a repeat begins there. */
static void
test_left_neighbours (void)
{
  static const char *const cases[] = {
    /* None, at the beginning of both articles, of one, of none. */
    "1-8|1-8",
    "1-8|20 1-8",
    "20 1-8|20 1-8",
    "20 1-8|21 1-8",
    /* The last word of the article before is no neighbour, even if it is the same. */
    "20|1-8 20|1-8",
    "1-3 20|1-8 20|20 1-8",
    "7|1-8|7|1-8|7|1-8",
    /* Twice with the same one, and a third time with another, or with none. */
    "20 1-8 30 20 1-8 31 21 1-8",
    "20 1-8|20 1-8|1-8",
    "20 1-8 40 20 1-8|20 1-8 41",
    /* Three or four times, each time the same. */
    "20 1-8 30|20 1-8 31|20 1-8 32",
    "9 20 1-8 30|20 1-8 31|20 1-8 32|9 20 1-8 33",
    /* The k-gram at the end of an article, and going on elsewhere. */
    "20 1-4|21 1-4 5|22 1-5",
    "1-4|1-4|1-4",
    "1-12|3-12|5-12|1-9",
    /* One inside of the other. */
    "1-20|5-12|7-10|1-20",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint32 min_words = 1; min_words < 10; min_words++)
      check_words (cases[i], min_words);
}

/* K-grams that overlap their own copies. */
static void
test_overlaps (void)
{
  static const char *const cases[] = {
    "1 1 1 1 1 1 1 1 1 1 1 1",
    "1 1 1 1 1|1 1 1 1|1 1 1 1 1 1 1",
    "1 2 1 2 1 2 1 2 1|2 1 2 1 2",
    "1 2 3 1 2 3 1 2|3 1 2 3",
    "1 2 3 1 2 3 1 2 4 1 2 3 1 2 3 1 2 5",
    "1-6 1-6|1-6",
    "1-6 1-6 1-6|1-6 1-6",
    "1-6 1-6 1-5|20 1-6 1-6 1-5",
    "9 1-6 1-6 1-6 8 9 1-6 1-6 1-6 8",
    "1 1 2 1 1 2 1 1 1 2 1 1 2 1 1",
    "1 2 2 1 2 1 1 2 2 1 1 2 1 2 2 1|1 2 2 1 2 1 1 2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint32 min_words = 1; min_words < 8; min_words++)
      check_words (cases[i], min_words);
}

/* Which way is taken, and that what is left of a budget is not below nothing. */
static void
test_ways (void)
{
  enum
  {
    N = 40000
  };
  g_autofree guint32 *symbols = g_new (guint32, N);
  GRand              *random = g_rand_new_with_seed (5);
  Case                c;

  case_init (&c);
  for (guint32 i = 0; i < N; i++)
    symbols[i] = g_rand_int_range (random, 0, 5000);
  case_add (&c, symbols, NULL, N);
  for (guint32 i = 0; i < N; i += 20)
    symbols[i] = g_rand_int_range (random, 0, 5000);
  case_add (&c, symbols, NULL, N);
  {
    g_autoptr (DoubletPassageText) text = case_make_text (&c, 6);
    g_autoptr (DoubletRepeatIndex) index = doublet_repeat_index_new (text, DOUBLET_REPEAT_INDEX_AUTOMATIC, NULL);

    g_assert_nonnull (index->kgrams);
    g_assert_cmpuint (index->starts->n, <, N / 8);
    g_assert_null (index->islands);
  }
  case_clear (&c);

  /* Nothing but one word; nothing but eight editions with many edits. */
  for (guint i = 0; i < 2; i++)
    {
      case_init (&c);
      for (guint j = 0; j < 8; j++)
        {
          for (guint32 k = 0; k < N; k++)
            symbols[k] = i == 0 ? 7 : g_rand_int_range (random, 0, 8) == 0 ? 5000 + j * N + k
                                                                           : k % 4999;
          case_add (&c, symbols, NULL, N);
        }
      {
        g_autoptr (DoubletPassageText) text = case_make_text (&c, 6);
        g_autoptr (DoubletRepeatIndex) index = doublet_repeat_index_new (text, DOUBLET_REPEAT_INDEX_AUTOMATIC, NULL);

        g_assert_null (index->kgrams);
        g_assert_cmpuint (index->starts->n, ==, index->islands->n);
      }
      case_clear (&c);
    }
  g_rand_free (random);
}

/* Inside of long repeats there are short ones: two editions of a text with refrains are
 * compared over all of their length once, not for each refrain. */
static void
test_refrains (void)
{
  enum
  {
    N = 60000
  };
  g_autofree guint32 *symbols = g_new (guint32, N);
  GRand              *random = g_rand_new_with_seed (6);
  Case                c;

  case_init (&c);
  for (guint32 i = 0; i < N; i++)
    symbols[i] = i % 100 < 10 ? i % 100 : (guint32)g_rand_int_range (random, 100, 1000000);
  case_add (&c, symbols, NULL, N);
  case_add (&c, symbols, NULL, N);
  {
    g_autoptr (DoubletPassageText) text = case_make_text (&c, 6);
    g_autoptr (DoubletRepeatIndex) index = doublet_repeat_index_new (text, DOUBLET_REPEAT_INDEX_AUTOMATIC, NULL);
    g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));

    g_assert_nonnull (index->kgrams);
    doublet_repeat_index_list_copies (index, (DoubletRange){ 100, 110 }, places);
    g_assert_cmpuint (places->len, ==, 2 * N / 100);
    doublet_repeat_index_list_copies (index, (DoubletRange){ 100, 111 }, places);
    g_assert_cmpuint (places->len, ==, 2);
  }
  case_clear (&c);
  g_rand_free (random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repeat-index/left-neighbours", test_left_neighbours);
  g_test_add_func ("/repeat-index/overlaps", test_overlaps);
  g_test_add_func ("/repeat-index/ways", test_ways);
  g_test_add_func ("/repeat-index/refrains", test_refrains);
  g_test_add_func ("/repeat-index/random-prose", test_random_prose);
  g_test_add_func ("/repeat-index/random-rows", test_random_rows);
  return g_test_run ();
}
