/* test-verbatim-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-finder.h"

#include "stop-flag.h"
#include "passage-oracle.h"

#include <gio/gio.h>

#include <string.h>

/*
 * Random articles, against the definitions; in another order; and with others left
 * out.
 */

/* Results for the same articles in another order, under their old names. */
static void
check_order (const Case                  *c,
             const DoubletPassageOptions *options,
             const DoubletPassages       *passages,
             GRand                       *random)
{
  guint order[CASE_ARTICLES], names[CASE_ARTICLES];
  Case  other;

  for (guint i = 0; i < c->n_articles; i++)
    order[i] = names[i] = i;
  for (guint i = c->n_articles; i > 1; i--)
    {
      guint j = g_rand_int_range (random, 0, i), swap = order[j];

      order[j] = order[i - 1];
      order[i - 1] = swap;
    }
  case_copy (&other, c, order, c->n_articles);
  {
    g_autoptr (DoubletPassages) again = case_run (&other, options);
    g_autofree char *x = case_describe (passages, names);
    g_autofree char *y = case_describe (again, order);
    g_auto (GStrv) lines_x = g_strsplit (x, "\n", -1);
    g_auto (GStrv) lines_y = g_strsplit (y, "\n", -1);

    for (guint i = 0; lines_x[i] != NULL || lines_y[i] != NULL; i++)
      g_assert_cmpstr (lines_x[i], ==, lines_y[i]);
  }
  case_clear (&other);
}

/* Figures of the first articles do not change with those loaded beside them, but for what
 * is said of all articles. */
static void
check_fewer (const Case                  *c,
             const DoubletPassageOptions *options,
             const DoubletPassages       *passages)
{
  guint order[CASE_ARTICLES];
  Case  other;

  if (c->n_articles < 3)
    return;
  for (guint i = 0; i < c->n_articles; i++)
    order[i] = i;
  case_copy (&other, c, order, 2);
  {
    g_autoptr (DoubletPassages) fewer = case_run (&other, options);

    g_assert_cmpuint (fewer->later_half_words[0], ==, passages->later_half_words[0]);
    g_assert_cmpuint (fewer->later_half_words[1], ==, passages->later_half_words[1]);
    if (fewer->n_pairs > 0)
      {
        DoubletPairFigures pair = passages->pairs[0];

        pair.of_a.in_most = pair.of_b.in_most = 0;
        g_assert_cmpmem (fewer->pairs, sizeof pair, &pair, sizeof pair);
      }
    else if (passages->n_pairs > 0)
      g_assert_true (passages->pairs[0].a > 0 || passages->pairs[0].b > 1);
  }
  case_clear (&other);
}

/* Edited passages are alike enough, and add to the figures only. */
static void
check_edited (const DoubletPassages *verbatim,
              const DoubletPassages *edited,
              guint                  min_identical)
{
  for (guint32 i = 0; i < edited->n_passages; i++)
    for (guint32 j = 0; j < edited->passages[i].n_occurrences; j++)
      {
        const DoubletPassage    *passage = &edited->passages[i];
        const DoubletOccurrence *here = &passage->occurrences[j];

        if (passage->match == DOUBLET_PASSAGE_EDITED)
          g_assert_cmpuint (200 * here->identical_half_words, >=, min_identical * (passage->half_words + here->half_words));
      }
  for (guint32 i = 0; i < edited->n_sequences; i++)
    g_assert_cmpuint (edited->later_half_words[i], >=, verbatim->later_half_words[i]);
  g_assert_cmpuint (edited->n_pairs, ==, verbatim->n_pairs);
  for (guint32 i = 0; i < edited->n_pairs; i++)
    {
      g_assert_cmpuint (edited->pairs[i].of_a.half_words, >=, verbatim->pairs[i].of_a.half_words);
      g_assert_cmpuint (edited->pairs[i].of_b.half_words, >=, verbatim->pairs[i].of_b.half_words);
      g_assert_cmpuint (edited->pairs[i].longest_half_words, ==, verbatim->pairs[i].longest_half_words);
      g_assert_cmpuint (edited->pairs[i].n_passages + edited->pairs[i].n_boilerplate, >, 0);
    }
}

/* Quotation marks anywhere; now and then some of the words are boilerplate. */
static void
mark_words (Case  *c,
            GRand *random)
{
  gboolean with_boilerplate = g_rand_int_range (random, 0, 3) == 0;
  gboolean is_stock[32];

  for (guint i = 0; i < G_N_ELEMENTS (is_stock); i++)
    is_stock[i] = with_boilerplate && g_rand_int_range (random, 0, 3) > 0;
  for (guint i = 0; i < c->n_articles; i++)
    {
      CaseArticle *article = &c->articles[i];
      guint32      at = 0;

      for (guint32 j = 0; j < article->n; j++)
        {
          DoubletRange stock = { j, j + 1 };
          guint32      length = g_rand_int_range (random, 1, 12);
          DoubletRange quoted = { j, MIN (article->n, j + length) };

          if (is_stock[article->symbols[j] % G_N_ELEMENTS (is_stock)])
            g_array_append_val (article->boilerplate, stock);
          if (j < at || g_rand_int_range (random, 0, 10) > 0)
            continue;
          g_array_append_val (article->quoted, quoted);
          at = quoted.end;
        }
    }
}

static void
check_case (const Case *c,
            guint32     min_words,
            GRand      *random)
{
  DoubletPassageOptions verbatim = { min_words, 0, 80 };
  DoubletPassageOptions edited = { min_words, g_rand_int_range (random, 1, 4), g_rand_int_range (random, 50, 100) };
  g_autofree Oracle    *oracle = g_new (Oracle, 1);
  g_autoptr (DoubletPassages) passages = case_run (c, &verbatim);
  g_autoptr (DoubletPassages) with_edits = case_run (c, &edited);

  oracle_init (oracle, c, min_words);
  case_assert_sane (c, passages, min_words);
  g_assert_cmpint (passages->capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);
  oracle_check_coverage (oracle, passages, TRUE);
  oracle_check_boilerplate (oracle, passages);
  oracle_check_later (oracle, passages);
  oracle_check_pairs (oracle, passages);
  if (oracle->n_rows == 0)
    oracle_check_selection (oracle, passages);
  check_order (c, &verbatim, passages, random);
  check_fewer (c, &verbatim, passages);

  case_assert_sane (c, with_edits, min_words);
  oracle_check_coverage (oracle, with_edits, FALSE);
  check_edited (passages, with_edits, edited.min_identical);
  check_order (c, &edited, with_edits, random);
  check_fewer (c, &edited, with_edits);
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
      mark_words (&c, random);
      if (g_test_verbose ())
        {
          g_autofree char *text = case_print (&c);

          g_printerr ("round %u, %u words\n%s", round, min_words, text);
        }
      check_case (&c, min_words, random);
      case_clear (&c);
      g_rand_free (random);
    }
}

static void
test_random_rows (void)
{
  run_random (1000000, 2000, TRUE);
}

#define VERSION_WORDS 40

/* Many articles that are nearly the same: what relates two of them is found without
 * looking at each two for each repeat. */
static void
make_versions (Case    *c,
               GRand   *random,
               guint32 *min_words)
{
  guint   n_articles = g_rand_int_range (random, 4, CASE_ARTICLES + 1);
  guint32 n_symbols = g_rand_int_range (random, 0, 3) == 0 ? 5 : 60;
  guint32 n_edits = g_rand_int_range (random, 0, 5);
  guint32 base[VERSION_WORDS];

  case_init (c);
  *min_words = g_rand_int_range (random, 1, 6);
  for (guint i = 0; i < VERSION_WORDS; i++)
    base[i] = g_rand_int_range (random, 0, n_symbols);
  for (guint i = 0; i < n_articles; i++)
    {
      guint32 start = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, 0, VERSION_WORDS / 4) : 0;
      guint32 end = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, VERSION_WORDS / 2, VERSION_WORDS) : VERSION_WORDS;
      guint32 symbols[VERSION_WORDS];

      memcpy (symbols, base, sizeof base);
      for (guint j = 0; j < n_edits; j++)
        symbols[g_rand_int_range (random, 0, VERSION_WORDS)] = g_rand_int_range (random, 0, 70);
      /* Of articles that are equal word for word each may stand for the other. */
      symbols[g_rand_int_range (random, 0, VERSION_WORDS)] = 100 + i;
      case_add (c, symbols + start, NULL, end - start);
    }
}

static void
test_random_versions (void)
{
  for (guint round = 0; round < 1500; round++)
    {
      GRand  *random = g_rand_new_with_seed (5000000 + round);
      guint32 min_words;
      Case    c;

      make_versions (&c, random, &min_words);
      check_case (&c, min_words, random);
      case_clear (&c);
      g_rand_free (random);
    }
}

static void
test_random_prose (void)
{
  run_random (2000000, 2000, FALSE);
}

/* Cases with nothing in them, or nothing to be found. */
static void
test_nothing (void)
{
  DoubletPassageOptions options = { 6, 2, 80 };
  Case                  c;
  static const guint8   weightless[20];
  static const guint32  same[20];

  for (guint i = 0; i < 6; i++)
    {
      case_init (&c);
      options.min_words = 6;
      switch (i)
        {
        case 0:
          break;
        case 1:
          case_add_words (&c, "");
          break;
        case 2:
          case_add_words (&c, "");
          case_add_words (&c, "1-5");
          case_add_words (&c, "");
          case_add_words (&c, "1-5");
          break;
        case 3:
          case_add (&c, same, weightless, G_N_ELEMENTS (same));
          case_add (&c, same, weightless, G_N_ELEMENTS (same));
          options.min_words = 0;
          break;
        case 4:
          case_add_words (&c, "1-90");
          case_add_words (&c, "1-90");
          options.min_words = G_MAXUINT;
          break;
        default:
          case_add_words (&c, "1-90");
          break;
        }
      {
        g_autoptr (DoubletPassages) passages = case_run (&c, &options);

        case_assert_sane (&c, passages, 1);
        g_assert_cmpuint (passages->n_passages, ==, 0);
        g_assert_cmpuint (passages->n_pairs, ==, 0);
      }
      case_clear (&c);
    }
}

static void
test_cancelled (void)
{
  int                   stop = FALSE;
  DoubletProgress       progress = { STOP_FLAG (&stop) };
  DoubletPassageOptions options = { 6, 2, 80 };

  stop = TRUE;
  g_assert_null (doublet_passage_finder_run (NULL, 0, NULL, NULL, &options, &progress));
}

typedef struct
{
  int   *flag;
  double at;
  double last;
} Stop;

static void
stop_cb (double   fraction,
         gpointer user_data)
{
  Stop *stop = user_data;

  g_assert_cmpfloat (fraction, >=, stop->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  stop->last = fraction;
  if (fraction >= stop->at)
    *stop->flag = TRUE;
}

/* Stopped after each step in turn: nothing, and nothing is lost. */
static void
test_stopped (void)
{
  DoubletPassageOptions options = { 6, 2, 80 };
  enum
  {
    N = 40000
  };
  g_autofree guint32 *symbols = g_new (guint32, N);
  g_autofree guint64 *hashes = g_new (guint64, N);
  g_autofree guint8  *half_words = g_new (guint8, N);
  DoubletSequence     sequences[2] = { { symbols, half_words, N }, { symbols, half_words, N / 2 } };

  for (guint32 i = 0; i < N; i++)
    {
      symbols[i] = i % 500 == 3 ? i : i % 1000;
      hashes[i] = (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      half_words[i] = 2;
    }
  for (guint i = 0; i < 10; i++)
    {
      int             flag = FALSE;
      Stop            stop = { &flag, i / 10.0, 0.0 };
      DoubletProgress progress = { STOP_FLAG (&flag), .func = stop_cb, .user_data = &stop };
      g_autoptr (DoubletPassages) passages = doublet_passage_finder_run (sequences, 2, hashes, NULL, &options, &progress);

      if (stop.last < 0.95)
        g_assert_null (passages);
    }
}

static void
test_reference_count (void)
{
  DoubletPassageOptions options = { 6, 2, 80 };
  Case                  c;

  case_init (&c);
  case_add_words (&c, "1-9 1-9");
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &options);
    g_autoptr (DoubletPassages) again = doublet_passages_ref (passages);

    g_assert_true (again == passages);
    g_assert_cmpuint (again->n_passages, ==, 1);
  }
  case_clear (&c);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbatim-passages/nothing", test_nothing);
  g_test_add_func ("/verbatim-passages/cancelled", test_cancelled);
  g_test_add_func ("/verbatim-passages/stopped", test_stopped);
  g_test_add_func ("/verbatim-passages/reference-count", test_reference_count);
  g_test_add_func ("/verbatim-passages/random-prose", test_random_prose);
  g_test_add_func ("/verbatim-passages/random-rows", test_random_rows);
  g_test_add_func ("/verbatim-passages/random-versions", test_random_versions);
  return g_test_run ();
}
