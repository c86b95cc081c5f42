/* test-versions.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-finder.h"
#include "repeat-index.h"
#include "version-figures.h"

#include <string.h>

/* Versions of one text, and texts of their own, as numbers; all words are whole ones. */

#define N_SYMBOLS 4096
#define MAX_TOKENS 512

typedef struct
{
  guint32 symbols[MAX_TOKENS];
  guint8  half_words[MAX_TOKENS];
  guint32 n;
} Article;

static const DoubletPassageOptions options = { 6, 2, 80 };

static guint64 hashes[N_SYMBOLS];

static void
set_hashes (void)
{
  for (guint64 i = 0; i < N_SYMBOLS; i++)
    {
      guint64 x = (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

      x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      hashes[i] = x ^ (x >> 27);
    }
}

static void
add_word (Article *article,
          guint32  symbol)
{
  if (article->n == MAX_TOKENS)
    return;
  article->half_words[article->n] = 2;
  article->symbols[article->n++] = symbol;
}

static void
make_text (GRand   *random,
           Article *article,
           guint32  n)
{
  article->n = 0;
  for (guint32 i = 0; i < n; i++)
    add_word (article, g_rand_int_range (random, 0, N_SYMBOLS));
}

/* Of fifty words one is left out, has up to @most_added others before it, or is changed. */
static void
make_version (GRand         *random,
              const Article *text,
              guint32        most_added,
              Article       *article)
{
  article->n = 0;
  for (guint32 i = 0; i < text->n; i++)
    {
      guint32 what = g_rand_int_range (random, 0, 150);

      for (guint32 j = what == 1 ? g_rand_int_range (random, 1, most_added + 1) : 0; j > 0; j--)
        add_word (article, g_rand_int_range (random, 0, N_SYMBOLS));
      if (what == 2)
        add_word (article, g_rand_int_range (random, 0, N_SYMBOLS));
      else if (what > 0)
        add_word (article, text->symbols[i]);
    }
}

static Article *
make_articles (GRand  *random,
               guint32 n_words,
               guint32 most_added,
               guint   n_versions,
               guint   n_others)
{
  Article *articles = g_new0 (Article, n_versions + n_others);
  Article  text;

  make_text (random, &text, n_words);
  for (guint i = 0; i < n_versions; i++)
    make_version (random, &text, most_added, &articles[i]);
  for (guint i = 0; i < n_others; i++)
    make_text (random, &articles[n_versions + i], n_words);
  return articles;
}

static DoubletSequence *
make_sequences (const Article *articles,
                guint          n)
{
  DoubletSequence *sequences = g_new0 (DoubletSequence, n);

  for (guint i = 0; i < n; i++)
    sequences[i] = (DoubletSequence){ .symbols = articles[i].symbols, .half_words = articles[i].half_words, .n = articles[i].n };
  return sequences;
}

static void
check_version (const DoubletPassageText *text,
               const DoubletVersions    *versions,
               guint32                   article)
{
  guint32      representative = versions->representatives[versions->family_of[article]];
  DoubletRange of = versions->runs_of[article], parts = versions->parts_of[article];
  guint32      x = text->base[representative], y = text->base[article];

  if (article == representative)
    {
      g_assert_cmpuint (of.start, ==, of.end);
      return;
    }
  g_assert_cmpuint (of.start, <, of.end);
  for (guint32 i = of.start; i < of.end; i++)
    {
      const DoubletExactRun *run = &g_array_index (versions->runs, DoubletExactRun, i);

      g_assert_cmpuint (run->x, >=, x);
      g_assert_cmpuint (run->y, >=, y);
      x = run->x + run->length;
      y = run->y + run->length;
      g_assert_cmpmem (text->tokens + run->x, run->length * sizeof (guint32), text->tokens + run->y, run->length * sizeof (guint32));
      g_assert_true (doublet_versions_hold (versions, article, (DoubletRange){ run->y, y }));
    }
  g_assert_cmpuint (x, <=, text->base[representative + 1]);
  g_assert_cmpuint (y, <=, text->base[article + 1]);
  for (guint32 i = parts.start; i + 1 < parts.end; i++)
    g_assert_cmpuint (doublet_versions_get_part (versions, i).end, <=, doublet_versions_get_part (versions, i + 1).start);
}

static void
test_families (void)
{
  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint                       n_versions = 100, n_others = 10, n_found = 0;
      g_autofree Article         *articles = make_articles (random, 200, 5, n_versions, n_others);
      g_autofree DoubletSequence *sequences = make_sequences (articles, n_versions + n_others);
      g_autoptr (DoubletPassageText) text = doublet_passage_text_new (sequences, n_versions + n_others, hashes, options.min_words, NULL);
      g_autoptr (DoubletVersions) versions = doublet_versions_find (text, &options, NULL);

      g_assert_cmpuint (versions->n_families, ==, 1);
      for (guint i = 0; i < n_versions + n_others; i++)
        if (versions->family_of[i] != DOUBLET_NO_FAMILY)
          {
            g_assert_cmpuint (i, <, n_versions);
            check_version (text, versions, i);
            n_found++;
          }
      g_assert_cmpuint (n_found, >, n_versions * 9 / 10);
    }
}

/* So few versions are looked at pair by pair. */
static void
test_few (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree Article         *articles = make_articles (random, 200, 5, 20, 20);
  g_autofree DoubletSequence *sequences = make_sequences (articles, 40);
  g_autoptr (DoubletPassageText) text = doublet_passage_text_new (sequences, 40, hashes, options.min_words, NULL);
  g_autoptr (DoubletVersions) versions = doublet_versions_find (text, &options, NULL);

  g_assert_cmpuint (versions->n_families, ==, 0);
  g_assert_cmpuint (versions->links->links->len, ==, 0);
  for (guint i = 0; i < 40; i++)
    g_assert_cmpuint (versions->family_of[i], ==, DOUBLET_NO_FAMILY);
}

/* The definition: once in each of several versions, and in their parts. */
static gboolean
is_of_versions (const DoubletVersions     *versions,
                const DoubletRepeatStarts *starts,
                const DoubletRepeat       *repeat)
{
  guint32 first = doublet_passage_text_get_article (versions->text, starts->places[repeat->first]);

  for (guint32 i = repeat->first; i <= repeat->last; i++)
    {
      guint32 place = starts->places[i];
      guint32 article = doublet_passage_text_get_article (versions->text, place);

      if (article != first && !doublet_versions_are_one (versions, article, first))
        return FALSE;
      if (!doublet_versions_hold (versions, article, (DoubletRange){ place, place + repeat->length }))
        return FALSE;
      for (guint32 j = repeat->first; j < i; j++)
        if (doublet_passage_text_get_article (versions->text, starts->places[j]) == article)
          return FALSE;
    }
  return TRUE;
}

static void
check_repeats (DoubletRepeatIndexKind kind)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint                       n = 80;
  guint                       n_marked = 0, n_others = 0;
  g_autofree Article         *articles = make_articles (random, 60, 5, 70, 10);
  g_autofree DoubletSequence *sequences = NULL;
  g_autoptr (DoubletPassageText) text = NULL;
  g_autoptr (DoubletVersions) versions = NULL;
  g_autoptr (DoubletRepeatIndex) index = NULL;
  g_autoptr (DoubletRepeats) repeats = NULL;
  g_autofree guint8 *marks = NULL;

  /* Some things stand in others as well, or twice in a version. */
  memcpy (articles[75].symbols, articles[3].symbols + 10, 20 * sizeof (guint32));
  memcpy (articles[5].symbols + 40, articles[5].symbols, 10 * sizeof (guint32));
  sequences = make_sequences (articles, n);
  text = doublet_passage_text_new (sequences, n, hashes, options.min_words, NULL);
  versions = doublet_versions_find (text, &options, NULL);
  g_assert_cmpuint (versions->n_families, ==, 1);
  index = doublet_repeat_index_new (text, kind, NULL);
  repeats = doublet_repeats_find (text, index->starts, index->rows, NULL);
  marks = doublet_versions_mark_repeats (versions, index->starts, repeats, NULL);
  for (guint i = 0; i < repeats->repeats->len; i++)
    {
      gboolean expected = is_of_versions (versions, index->starts, &g_array_index (repeats->repeats, DoubletRepeat, i));

      g_assert_cmpint (marks[i], ==, expected);
      n_marked += expected;
      n_others += !expected;
    }
  g_assert_cmpuint (n_marked, >, 0);
  g_assert_cmpuint (n_others, >, 0);
}

static void
test_repeats (void)
{
  check_repeats (DOUBLET_REPEAT_INDEX_OF_STARTS);
  check_repeats (DOUBLET_REPEAT_INDEX_OF_ALL);
}

/* What is told by way of the representative is what looking at both tells, but for a word
 * here and there. */
static void
test_figures (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint                       n = 80;
  g_autofree Article         *articles = make_articles (random, 200, 5, n, 0);
  g_autofree DoubletSequence *sequences = make_sequences (articles, n);
  g_autoptr (DoubletPassageText) text = doublet_passage_text_new (sequences, n, hashes, options.min_words, NULL);
  g_autoptr (DoubletVersions) versions = doublet_versions_find (text, &options, NULL);
  g_autoptr (DoubletCandidates) candidates = doublet_candidates_new ();
  g_autoptr (DoubletWordMarks) marks = doublet_word_marks_new (text, sequences, candidates, versions, &options);
  g_autoptr (DoubletPassages) passages = doublet_passage_finder_run (sequences, n, hashes, NULL, &options, NULL);
  DoubletPassagesCapped          capped = DOUBLET_PASSAGES_CAPPED_NONE;
  guint32                        n_pairs = 0;
  g_autofree DoubletPairFigures *pairs = doublet_versions_add_figures (versions, marks, NULL, &n_pairs, &capped);
  guint64                        words = 0, expected_words = 0, in_most = 0, expected_in_most = 0;

  g_assert_cmpint (passages->capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);
  g_assert_cmpint (capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);
  g_assert_cmpuint (n_pairs, >, n * (n - 1) / 2 * 8 / 10);
  for (guint32 i = 0, j = 0; i < n_pairs; i++)
    {
      const DoubletPairFigures *pair = &pairs[i], *expected;

      while (passages->pairs[j].a != pair->a || passages->pairs[j].b != pair->b)
        g_assert_cmpuint (++j, <, passages->n_pairs);
      expected = &passages->pairs[j];
      g_assert_cmpuint (pair->of_a.half_words, ==, pair->of_b.half_words);
      g_assert_cmpuint (pair->longest_half_words, <=, expected->longest_half_words);
      g_assert_cmpuint (MAX (pair->of_a.half_words, expected->of_a.half_words) - MIN (pair->of_a.half_words, expected->of_a.half_words), <, 60);
      words += pair->of_a.half_words;
      expected_words += expected->of_a.half_words;
      in_most += pair->of_a.in_most;
      expected_in_most += expected->of_a.in_most;
    }
  g_assert_cmpuint (words * 100, >=, expected_words * 98);
  g_assert_cmpuint (words * 100, <=, expected_words * 102);
  g_assert_cmpuint (in_most * 100, >=, expected_in_most * 95);
  g_assert_cmpuint (in_most * 100, <=, expected_in_most * 105);
}

static guint32
find_most (const DoubletPassages *passages)
{
  guint32 most = 0;

  for (guint32 i = 0; i < passages->n_passages; i++)
    most = MAX (most, passages->passages[i].n_occurrences);
  return most;
}

static guint64
sum_up (const DoubletPassages *passages)
{
  guint64 sum = 0;

  for (guint32 i = 0; i < passages->n_pairs; i++)
    sum += passages->pairs[i].of_a.half_words + passages->pairs[i].of_b.half_words;
  return sum;
}

/* Far too many pairs to be looked at: one passage, said not to be all, in any order. */
static void
test_finder (void)
{
  enum
  {
    N = 700
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autofree Article         *articles = make_articles (random, 80, 1, N, 0);
  g_autofree Article         *turned = g_new (Article, N);
  g_autofree DoubletSequence *sequences = make_sequences (articles, N);
  g_autofree DoubletSequence *again = NULL;
  g_autoptr (DoubletPassages) passages = doublet_passage_finder_run (sequences, N, hashes, NULL, &options, NULL);
  g_autoptr (DoubletPassages) others = NULL;

  g_assert_true (passages->capped & DOUBLET_PASSAGES_CAPPED_JOINING);
  g_assert_cmpuint (find_most (passages), >, N * 9 / 10);
  g_assert_cmpuint (passages->n_passages, <, 100);
  g_assert_cmpuint (passages->n_pairs, ==, N * (N - 1) / 2);

  for (guint i = 0; i < N; i++)
    turned[i] = articles[N - 1 - i];
  again = make_sequences (turned, N);
  others = doublet_passage_finder_run (again, N, hashes, NULL, &options, NULL);
  g_assert_cmpuint (others->n_passages, ==, passages->n_passages);
  g_assert_cmpuint (find_most (others), ==, find_most (passages));
  g_assert_cmpuint (sum_up (others), ==, sum_up (passages));
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (others->later_half_words[i], ==, passages->later_half_words[N - 1 - i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  set_hashes ();

  g_test_add_func ("/versions/families", test_families);
  g_test_add_func ("/versions/few", test_few);
  g_test_add_func ("/versions/repeats", test_repeats);
  g_test_add_func ("/versions/figures", test_figures);
  g_test_add_func ("/versions/finder", test_finder);

  return g_test_run ();
}
