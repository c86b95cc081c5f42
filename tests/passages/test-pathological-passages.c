/* test-pathological-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-cases.h"

/*
 * Texts that make naive ways hang, at full size.  Nothing is timed: the limit of the
 * whole program guards against hanging, and what is found must stay small.
 */

static const DoubletPassageOptions general = { 6, 2, 80 };

static guint64
count_occurrences (const DoubletPassages *passages)
{
  guint64 n = 0;

  for (guint32 i = 0; i < passages->n_passages; i++)
    n += passages->passages[i].n_occurrences;
  return n;
}

/* n words, word i being unit[i modulo the period]. */
static void
add_row (Case   *c,
         guint32 n,
         guint32 period)
{
  g_autofree guint32 *symbols = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    symbols[i] = i % period;
  case_add (c, symbols, NULL, n);
}

/* The same, with so many foreign words in it. */
static void
add_broken_row (Case   *c,
                guint32 n,
                guint32 period,
                guint32 n_foreign)
{
  g_autofree guint32 *symbols = g_new (guint32, n);
  GRand              *random = g_rand_new_with_seed (n_foreign);

  for (guint32 i = 0; i < n; i++)
    symbols[i] = i % period;
  for (guint32 i = 0; i < n_foreign; i++)
    symbols[g_rand_int_range (random, 0, n)] = 1000 + i;
  case_add (c, symbols, NULL, n);
  g_rand_free (random);
}

static void
add_random (Case   *c,
            guint32 n,
            guint32 n_symbols,
            guint32 seed)
{
  g_autofree guint32 *symbols = g_new (guint32, n);
  GRand              *random = g_rand_new_with_seed (seed);

  for (guint32 i = 0; i < n; i++)
    symbols[i] = g_rand_int_range (random, 0, n_symbols);
  case_add (c, symbols, NULL, n);
  g_rand_free (random);
}

static void
test_one_word (void)
{
  Case c;

  case_init (&c);
  add_row (&c, 200000, 1);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, ==, 1);
    g_assert_cmpuint (passages->passages[0].n_occurrences, ==, 1);
    g_assert_cmpuint (passages->passages[0].period, ==, 1);
    g_assert_cmpuint (passages->passages[0].times, ==, 200000);
    g_assert_cmpuint (passages->later_half_words[0], ==, 399998);
    g_assert_cmpint (passages->capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);
  }
  add_broken_row (&c, 199000, 1, 3);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, ==, 1);
    g_assert_cmpuint (passages->passages[0].n_occurrences, ==, 5);
    g_assert_cmpuint (passages->pairs[0].of_a.half_words, ==, 400000);
    g_assert_cmpuint (passages->pairs[0].of_b.half_words, ==, 2 * (199000 - 3));
    g_assert_cmpint (passages->capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);
  }
  /* Seven of them are no row, but stand in one. */
  case_clear (&c);
  case_init (&c);
  add_row (&c, 200000, 1);
  case_add_words (&c, "1-5 0 0 0 0 0 0 0 6-9");
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, ==, 2);
    g_assert_cmpuint (passages->passages[1].half_words, ==, 14);
    g_assert_cmpuint (passages->passages[1].n_occurrences, ==, 2);
    g_assert_cmpuint (passages->pairs[0].of_a.half_words, ==, 400000);
    g_assert_cmpuint (passages->pairs[0].of_b.half_words, ==, 14);
    g_assert_cmpuint (passages->pairs[0].longest_half_words, ==, 14);
  }
  case_clear (&c);
}

static void
test_two_words (void)
{
  Case c;

  case_init (&c);
  add_row (&c, 524288, 2);
  add_broken_row (&c, 524287, 2, 3);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, ==, 1);
    g_assert_cmpuint (passages->passages[0].n_occurrences, ==, 5);
    g_assert_cmpuint (passages->passages[0].period, ==, 2);
    g_assert_cmpuint (passages->passages[0].times, ==, 262144);
  }
  case_clear (&c);
}

static void
test_sentence (void)
{
  Case c;

  case_init (&c);
  add_row (&c, 40 * 4262, 40);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, ==, 1);
    g_assert_cmpuint (passages->passages[0].half_words, ==, 80);
    g_assert_cmpuint (passages->passages[0].n_occurrences, ==, 4262);
    g_assert_cmpuint (passages->passages[0].period, ==, 0);
    g_assert_cmpuint (passages->later_half_words[0], ==, 2 * 40 * 4261);
  }
  add_broken_row (&c, 40 * 4262, 40, 82);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, <, 200);
    g_assert_cmpuint (count_occurrences (passages), <, 200000);
    g_assert_cmpuint (passages->pairs[0].of_a.half_words, ==, 2 * 40 * 4262);
    g_assert_cmpint (passages->capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);
  }
  case_clear (&c);
}

static void
test_random (void)
{
  static const guint32 n_symbols[] = { 2, 4, 40, 60000, CASE_SYMBOLS };

  for (guint i = 0; i < G_N_ELEMENTS (n_symbols); i++)
    {
      Case c;

      case_init (&c);
      add_random (&c, i < 2 ? 100000 : 1000000, n_symbols[i], i);
      {
        g_autoptr (DoubletPassages) passages = case_run (&c, &general);

        g_assert_nonnull (passages);
        g_assert_cmpuint (count_occurrences (passages), <, 8000000);
      }
      case_clear (&c);
    }
}

static void
test_identical (void)
{
  Case c;

  case_init (&c);
  for (guint i = 0; i < 3; i++)
    add_random (&c, 200000, 20000, 7);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, ==, 1);
    g_assert_cmpuint (passages->passages[0].n_occurrences, ==, 3);
    g_assert_cmpuint (passages->passages[0].half_words, ==, 400000);
    g_assert_cmpuint (passages->n_pairs, ==, 3);
  }
  case_clear (&c);

  /* With repeats in them: the first tenth stands again at the end. */
  case_init (&c);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree guint32 *symbols = g_new (guint32, 220000);
      GRand              *random = g_rand_new_with_seed (8);

      for (guint32 j = 0; j < 220000; j++)
        symbols[j] = j < 200000 ? (guint32)g_rand_int_range (random, 0, 20000) : symbols[j - 200000];
      case_add (&c, symbols, NULL, 220000);
      g_rand_free (random);
    }
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, ==, 2);
    g_assert_cmpuint (passages->later_half_words[0], ==, 40000);
  }
  case_clear (&c);
}

/* Repeats within repeats, to any depth, with runs of exponents up to 3.6. */
static void
test_fibonacci (void)
{
  enum
  {
    N = 200000
  };
  g_autofree guint32 *symbols = g_new (guint32, N);
  guint32             known = 2, previous = 1;
  Case                c;

  symbols[0] = 0;
  symbols[1] = 1;
  while (known < N)
    {
      guint32 n = MIN (previous, N - known);

      for (guint32 i = 0; i < n; i++)
        symbols[known + i] = symbols[i];
      previous = known;
      known += n;
    }
  case_init (&c);
  case_add (&c, symbols, NULL, N);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    g_assert_cmpuint (passages->n_passages, <, 10000);
  }
  case_clear (&c);
}

/* Overlap-free: no row anywhere. */
static void
test_thue_morse (void)
{
  enum
  {
    N = 1 << 17
  };
  g_autofree guint32 *symbols = g_new (guint32, N);
  Case                c;

  symbols[0] = 0;
  for (guint32 n = 1; n < N; n *= 2)
    for (guint32 i = 0; i < n; i++)
      symbols[n + i] = 1 - symbols[i];
  case_init (&c);
  case_add (&c, symbols, NULL, N);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
    for (guint32 i = 0; i < passages->n_passages; i++)
      g_assert_cmpuint (passages->passages[i].period, ==, 0);
  }
  case_clear (&c);
}

/* Every 16 symbols of two once: as many shorter repeats as there can be. */
static void
test_de_bruijn (void)
{
  enum
  {
    ORDER = 16,
    N = 1 << ORDER
  };
  g_autofree guint32 *symbols = g_new (guint32, N);
  g_autofree guint8  *seen = g_new0 (guint8, N);
  guint32             word = 0;
  Case                c;

  /* Prefer one (Martin 1934). */
  for (guint32 i = 0; i < N; i++)
    {
      guint32 next = ((word << 1) | 1) & (N - 1);

      if (seen[next])
        next ^= 1;
      seen[next] = TRUE;
      word = next;
      symbols[i] = word & 1;
    }
  case_init (&c);
  case_add (&c, symbols, NULL, N);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    g_assert_nonnull (passages);
  }
  case_clear (&c);
}

/* The same sentence with another word changed, over and over: links all about. */
static void
test_versions (void)
{
  enum
  {
    LENGTH = 60,
    TIMES = 800
  };
  g_autofree guint32 *symbols = g_new (guint32, LENGTH * TIMES);
  GRand              *random = g_rand_new_with_seed (3);
  Case                c;

  for (guint32 i = 0; i < TIMES; i++)
    {
      for (guint32 j = 0; j < LENGTH; j++)
        symbols[i * LENGTH + j] = j;
      for (guint32 j = 0; j < 3; j++)
        symbols[i * LENGTH + g_rand_int_range (random, 0, LENGTH)] = 1000 + i * 3 + j;
    }
  case_init (&c);
  case_add (&c, symbols, NULL, LENGTH * TIMES);
  case_add (&c, symbols, NULL, LENGTH * TIMES / 2);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &general);

    case_assert_sane (&c, passages, 6);
  }
  case_clear (&c);
  g_rand_free (random);
}

/* Options that nobody needs, on texts of which everything repeats. */
static void
test_options (void)
{
  static const DoubletPassageOptions options[] = {
    { 1, 100000, 1 },
    { 1, 0, 0 },
    { 1000, 1000, 50 },
    { 50000, 2, 80 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      Case c;

      case_init (&c);
      add_row (&c, 20000, 1);
      add_broken_row (&c, 20000, 7, 20);
      add_random (&c, 20000, 300, 5);
      add_broken_row (&c, 120000, 1, 2);
      {
        g_autoptr (DoubletPassages) passages = case_run (&c, &options[i]);

        case_assert_sane (&c, passages, options[i].min_words);
      }
      case_clear (&c);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pathological-passages/one-word", test_one_word);
  g_test_add_func ("/pathological-passages/two-words", test_two_words);
  g_test_add_func ("/pathological-passages/sentence", test_sentence);
  g_test_add_func ("/pathological-passages/random", test_random);
  g_test_add_func ("/pathological-passages/identical", test_identical);
  g_test_add_func ("/pathological-passages/fibonacci", test_fibonacci);
  g_test_add_func ("/pathological-passages/thue-morse", test_thue_morse);
  g_test_add_func ("/pathological-passages/de-bruijn", test_de_bruijn);
  g_test_add_func ("/pathological-passages/versions", test_versions);
  g_test_add_func ("/pathological-passages/options", test_options);
  return g_test_run ();
}
