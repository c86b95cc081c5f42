/* test-stretches.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-finder.h"
#include "stretch-ends.h"

#include <math.h>
#include <string.h>

/* Where stretches of sentences that say the same begin and end.  Articles of numbers;
 * every number is its own stem. */

#define N_SYMBOLS 8192
#define MAX_SENTENCES 64
#define WORDS 20

typedef struct
{
  guint32 symbols[MAX_SENTENCES * WORDS];
  guint8  half_words[MAX_SENTENCES * WORDS];
  guint32 starts[MAX_SENTENCES];
  guint32 n;
  guint32 n_sentences;
  guint32 next_own; /* words that nothing else has */
} Article;

static guint64 hashes[N_SYMBOLS];

static const DoubletPassageOptions options = { 6, 2, 80 };

static void
set_hashes (void)
{
  for (guint64 i = 0; i < N_SYMBOLS; i++)
    {
      guint64 x = (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

      hashes[i] = x ^ (x >> 29);
    }
}

static DoubletSequence
to_sequence (const Article *article)
{
  return (DoubletSequence){ article->symbols, article->half_words, article->n, article->starts, article->n_sentences };
}

/* A sentence with some words of a stock, in the one article from the last to the first so
 * that no run is the same, and some of its own. */
static void
add_sentence (Article *article,
              guint32  first,
              guint32  n_of_stock,
              guint32  n_own,
              gboolean turned)
{
  article->starts[article->n_sentences++] = article->n;
  for (guint32 i = 0; i < n_of_stock + n_own; i++)
    {
      guint32 of_stock = first + (turned ? n_of_stock - 1 - i : i);

      article->symbols[article->n] = i < n_of_stock ? of_stock : article->next_own++;
      article->half_words[article->n++] = 2;
    }
}

static void
init_articles (Article articles[2])
{
  memset (articles, 0, 2 * sizeof *articles);
  articles[0].next_own = 2000;
  articles[1].next_own = 5000;
}

/* To both articles: the same sentence, so many words of it the same. */
static void
add_to_both (Article articles[2],
             guint32 stock,
             guint32 n_of_stock)
{
  add_sentence (&articles[0], stock * WORDS, n_of_stock, WORDS - n_of_stock, FALSE);
  add_sentence (&articles[1], stock * WORDS, n_of_stock, WORDS - n_of_stock, TRUE);
}

static DoubletPassages *
run (const Article articles[2])
{
  DoubletSequence sequences[] = { to_sequence (&articles[0]), to_sequence (&articles[1]) };

  return doublet_passage_finder_run (sequences, 2, hashes, hashes, &options, NULL);
}

/* Asserts one passage, of so many words from a place on in both articles. */
static void
assert_stretch (const Article articles[2],
                guint32       start,
                guint32       n_words)
{
  g_autoptr (DoubletPassages) passages = run (articles);

  g_assert_cmpuint (passages->n_passages, ==, 1);
  g_assert_cmpint (passages->passages[0].match, ==, DOUBLET_PASSAGE_REWORDED);
  g_assert_cmpuint (passages->passages[0].n_occurrences, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (passages->passages[0].occurrences[i].start, ==, start);
      g_assert_cmpuint (passages->passages[0].occurrences[i].end, ==, start + n_words);
    }
}

/* What is one sentence here and four there, each of them too little like it for a pair,
 * belongs to what follows or goes before; a sentence that has nothing of it does not. */
static void
test_extend (void)
{
  for (guint at_end = 0; at_end < 2; at_end++)
    {
      static Article articles[2];

      init_articles (articles);
      for (guint i = 0; i < 10; i++)
        add_to_both (articles, 0, 0);
      for (guint i = 0; i < 3; i++)
        {
          if (i == at_end * 2)
            {
              add_sentence (&articles[0], 6 * WORDS, 16, 4, FALSE);
              for (guint j = 0; j < 4; j++)
                add_sentence (&articles[1], 6 * WORDS + 4 * j, 4, 1, TRUE);
            }
          else
            {
              add_to_both (articles, 1 + i, 11);
            }
        }
      for (guint i = 0; i < 10; i++)
        add_to_both (articles, 0, 0);
      assert_stretch (articles, 10 * WORDS, 3 * WORDS);
    }
}

/* Two sentences that are alike some way behind the others are no end of these. */
static void
test_shed (void)
{
  static Article articles[2];

  init_articles (articles);
  for (guint i = 0; i < 10; i++)
    add_to_both (articles, 0, 0);
  for (guint i = 1; i < 7; i++)
    add_to_both (articles, i, 14);
  for (guint i = 0; i < 3; i++)
    add_to_both (articles, 0, 0);
  add_to_both (articles, 7, 9);
  for (guint i = 0; i < 10; i++)
    add_to_both (articles, 0, 0);
  assert_stretch (articles, 10 * WORDS, 6 * WORDS);
}

/* But with a sentence or two between, they are: writers put something in. */
static void
test_keep (void)
{
  static Article articles[2];

  init_articles (articles);
  for (guint i = 0; i < 10; i++)
    add_to_both (articles, 0, 0);
  for (guint i = 1; i < 4; i++)
    add_to_both (articles, i, 12);
  add_to_both (articles, 0, 0);
  add_to_both (articles, 4, 12);
  for (guint i = 0; i < 10; i++)
    add_to_both (articles, 0, 0);
  assert_stretch (articles, 10 * WORDS, 5 * WORDS);
}

/* Half a dozen words of its subject that a sentence has in common with another are
 * not enough, be the rest as short as it may; more are. */
static void
test_evidence (void)
{
  for (guint32 n = 4; n <= 10; n++)
    {
      static Article articles[2];

      init_articles (articles);
      for (guint i = 0; i < 10; i++)
        add_to_both (articles, 0, 0);
      for (guint i = 0; i < 2; i++)
        add_sentence (&articles[i], WORDS, n, 12 - n, i);

      {
        g_autoptr (DoubletPassages) passages = run (articles);

        g_assert_cmpuint (passages->n_passages, ==, n >= 7);
      }
    }
}

static double
measure_cosine (const DoubletSentenceWeights *weights,
                DoubletRange                  x,
                DoubletRange                  y,
                double                       *evidence)
{
  const DoubletSentenceIndex *index = weights->index;
  g_autofree double          *sums_x = g_new0 (double, index->n_terms);
  g_autofree double          *sums_y = g_new0 (double, index->n_terms);
  double                      norm_x = 0, norm_y = 0, dot = 0;

  for (guint32 s = 0; s < index->n_sentences; s++)
    for (guint32 i = 0; i < index->sentences[s].n_terms; i++)
      {
        DoubletTermCount term = index->sentence_terms[index->sentences[s].first_term + i];

        if (s >= x.start && s < x.end)
          sums_x[term.term] += term.count * weights->weights[term.term];
        if (s >= y.start && s < y.end)
          sums_y[term.term] += term.count * weights->weights[term.term];
      }
  *evidence = 0;
  for (guint32 i = 0; i < index->n_terms; i++)
    {
      norm_x += sums_x[i] * sums_x[i];
      norm_y += sums_y[i] * sums_y[i];
      dot += sums_x[i] * sums_y[i];
      if (sums_x[i] > 0 && sums_y[i] > 0)
        *evidence += weights->weights[i];
    }
  return norm_x > 0 && norm_y > 0 ? dot / sqrt (norm_x * norm_y) : 0;
}

/* Putting and taking away sentences gives what adding all up gives. */
static void
test_likeness (void)
{
  static Article articles[2];
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  DoubletSequence sequences[2];
  g_autoptr (DoubletPassageText) text = NULL;
  g_autoptr (DoubletSentenceIndex) index = NULL;
  DoubletSentenceWeights weights;
  DoubletStretchLikeness likeness;

  init_articles (articles);
  for (guint i = 0; i < 30; i++)
    add_to_both (articles, g_rand_int_range (random, 0, 12), g_rand_int_range (random, 0, WORDS));
  for (guint i = 0; i < 2; i++)
    sequences[i] = to_sequence (&articles[i]);
  text = doublet_passage_text_new (sequences, 2, hashes, 6, NULL);
  index = doublet_sentence_index_new (text, sequences, hashes, NULL);
  doublet_sentence_weights_init (&weights, index);
  doublet_sentence_weights_set_articles (&weights, 0, 1);
  doublet_stretch_likeness_init (&likeness, &weights);

  for (guint round = 0; round < 200; round++)
    {
      DoubletRange ranges[2];
      double       evidence;

      for (guint i = 0; i < 2; i++)
        {
          ranges[i].start = 30 * i + g_rand_int_range (random, 5, 15);
          ranges[i].end = ranges[i].start + g_rand_int_range (random, 1, 10);
        }
      doublet_stretch_likeness_set (&likeness, ranges[0], ranges[1]);
      for (guint i = 0; i < 2; i++)
        {
          guint32 more = g_rand_int_range (random, 0, 5);

          doublet_stretch_likeness_put (&likeness, i, (DoubletRange){ ranges[i].start - more, ranges[i].start });
          ranges[i].start -= more;
          doublet_stretch_likeness_take (&likeness, i, (DoubletRange){ ranges[i].end - 1, ranges[i].end });
          ranges[i].end--;
        }
      g_assert_cmpfloat (doublet_stretch_likeness_get_cosine (&likeness), ==, measure_cosine (&weights, ranges[0], ranges[1], &evidence));
      /* Twice: measuring leaves it as it was. */
      g_assert_cmpfloat (doublet_stretch_likeness_measure_evidence (&likeness), ==, evidence);
      g_assert_cmpfloat (doublet_stretch_likeness_measure_evidence (&likeness), ==, evidence);
    }
  doublet_stretch_likeness_clear (&likeness);
  doublet_sentence_weights_clear (&weights);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  set_hashes ();
  g_test_add_func ("/stretches/likeness", test_likeness);
  g_test_add_func ("/stretches/extend", test_extend);
  g_test_add_func ("/stretches/shed", test_shed);
  g_test_add_func ("/stretches/keep", test_keep);
  g_test_add_func ("/stretches/evidence", test_evidence);
  return g_test_run ();
}
