/* test-reworded-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-finder.h"
#include "sentence-pairs.h"
#include "sentence-search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Articles of numbers with sentences.  Every number is its own stem. */

#define N_ARTICLES 4
#define N_SYMBOLS 4096
#define MAX_SENTENCES 64

typedef struct
{
  guint32 symbols[4096];
  guint8  half_words[4096];
  guint32 starts[MAX_SENTENCES];
  guint32 n;
  guint32 n_sentences;
} Article;

static guint64 hashes[N_SYMBOLS];

static const DoubletPassageOptions options = { 6, 2, 80 };

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

static DoubletSequence
to_sequence (const Article *article)
{
  return (DoubletSequence){ article->symbols, article->half_words, article->n, article->starts, article->n_sentences };
}

/* A word of a text: a few are very frequent, most are rare. */
static guint32
random_word (GRand  *random,
             guint32 vocabulary)
{
  double x = g_rand_double (random);

  return (guint32)(x * x * x * vocabulary);
}

static void
add_sentence (Article       *article,
              const guint32 *symbols,
              guint32        n,
              guint8         half_words)
{
  article->starts[article->n_sentences++] = article->n;
  for (guint32 i = 0; i < n; i++)
    {
      article->symbols[article->n] = symbols[i];
      article->half_words[article->n++] = half_words;
    }
}

/* Sentences of their own, and sentences of a stock with some words others and the rest
 * in another order. */
static void
fill_article (GRand        *random,
              Article      *article,
              guint32       n_sentences,
              const guint32 stock[8][20],
              guint8        half_words)
{
  memset (article, 0, sizeof *article);
  for (guint32 i = 0; i < n_sentences; i++)
    {
      guint32 symbols[20];
      guint32 n = g_rand_int_range (random, 3, 21);

      if (g_rand_int_range (random, 0, 3) == 0)
        {
          memcpy (symbols, stock[g_rand_int_range (random, 0, 8)], sizeof symbols);
          n = 20;
          for (guint j = 0; j < 8; j++)
            {
              guint   a = g_rand_int_range (random, 0, 20), b = g_rand_int_range (random, 0, 20);
              guint32 symbol = symbols[a];

              symbols[a] = symbols[b];
              symbols[b] = symbol;
              if (j < 4)
                symbols[a] = random_word (random, 600);
            }
        }
      else
        {
          for (guint32 j = 0; j < n; j++)
            symbols[j] = random_word (random, 600);
        }
      add_sentence (article, symbols, n, half_words);
    }
}

/* What sentences of several articles are copied from. */
static void
fill_stock (GRand  *random,
            guint32 stock[8][20])
{
  for (guint i = 0; i < 8; i++)
    for (guint j = 0; j < 20; j++)
      stock[i][j] = random_word (random, 600);
}

static void
fill_articles (GRand   *random,
               Article *articles,
               guint    n_articles)
{
  guint32 stock[8][20];

  fill_stock (random, stock);
  for (guint i = 0; i < n_articles; i++)
    fill_article (random, &articles[i], g_rand_int_range (random, 1, MAX_SENTENCES), stock, g_rand_int_range (random, 0, 4) == 0 ? 1 : 2);
}

/* In how many sentences of an article a term is. */
static guint32
count_sentences_with (const DoubletSentenceIndex *index,
                      guint32                     article,
                      guint32                     term)
{
  guint32 n = 0;

  for (guint32 s = index->first_sentence[article]; s < index->first_sentence[article + 1]; s++)
    for (guint32 i = 0; i < index->sentences[s].n_terms; i++)
      n += index->sentence_terms[index->sentences[s].first_term + i].term == term;
  return n;
}

static double
get_weight (const DoubletSentenceIndex *index,
            guint32                     x,
            guint32                     y,
            guint32                     term)
{
  double n = index->first_sentence[x + 1] - index->first_sentence[x];
  double with = count_sentences_with (index, x, term);

  if (x != y)
    {
      n += index->first_sentence[y + 1] - index->first_sentence[y];
      with += count_sentences_with (index, y, term);
    }
  return floor (64 * log2 (n / with) + .5);
}

/* The definition, word for word. */
static gboolean
is_pair (const DoubletSentenceIndex *index,
         guint32                     article_x,
         guint32                     x,
         guint32                     article_y,
         guint32                     y)
{
  const DoubletSentence *of_x = &index->sentences[x], *of_y = &index->sentences[y];
  guint32                n_x = index->first_sentence[article_x + 1] - index->first_sentence[article_x];
  guint32                n_y = index->first_sentence[article_y + 1] - index->first_sentence[article_y];
  guint32                common = 0, telling = 0;
  double                 dot = 0, norm_x = 0, norm_y = 0;
  double                 least = article_x == article_y ? DOUBLET_SENTENCE_MIN_COSINE_INSIDE : DOUBLET_SENTENCE_MIN_COSINE;

  for (guint32 j = 0; j < of_y->n_terms; j++)
    {
      DoubletTermCount term = index->sentence_terms[of_y->first_term + j];

      norm_y += pow (term.count * get_weight (index, article_x, article_y, term.term), 2);
    }
  for (guint32 i = 0; i < of_x->n_terms; i++)
    {
      DoubletTermCount term = index->sentence_terms[of_x->first_term + i];
      double           weight = get_weight (index, article_x, article_y, term.term);

      norm_x += pow (term.count * weight, 2);
      for (guint32 j = 0; j < of_y->n_terms; j++)
        if (index->sentence_terms[of_y->first_term + j].term == term.term)
          {
            common++;
            telling += count_sentences_with (index, article_x, term.term) <= CLAMP (n_x / 8, 4, 40) &&
                       count_sentences_with (index, article_y, term.term) <= CLAMP (n_y / 8, 4, 40);
            dot += term.count * weight * index->sentence_terms[of_y->first_term + j].count * weight;
          }
    }
  return telling >= DOUBLET_SENTENCE_MIN_TELLING && 2 * common >= DOUBLET_SENTENCE_MIN_DICE * (of_x->n_terms + of_y->n_terms) &&
         dot > 0 && dot >= least * sqrt (norm_x * norm_y);
}

static void
check_pairs (const Article *articles,
             guint          n_articles)
{
  DoubletSequence sequences[N_ARTICLES] = { { 0 } };
  g_autoptr (DoubletPassageText) text = NULL;
  g_autoptr (DoubletSentenceIndex) index = NULL;
  g_autoptr (GArray) pairs = NULL;
  DoubletPassagesCapped capped = DOUBLET_PASSAGES_CAPPED_NONE;
  guint                 n = 0;

  for (guint i = 0; i < n_articles; i++)
    sequences[i] = to_sequence (&articles[i]);
  text = doublet_passage_text_new (sequences, n_articles, hashes, 6, NULL);
  index = doublet_sentence_index_new (text, sequences, hashes, NULL);
  pairs = doublet_sentence_pairs_find (text, index, NULL, &capped, NULL);
  g_assert_cmpint (capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);

  for (guint32 a = 0; a < n_articles; a++)
    for (guint32 b = a; b < n_articles; b++)
      for (guint32 x = index->first_sentence[a]; x < index->first_sentence[a + 1]; x++)
        for (guint32 y = MAX (index->first_sentence[b], x + 1); y < index->first_sentence[b + 1]; y++)
          if (is_pair (index, a, x, b, y))
            {
              const DoubletSentencePair *pair = &g_array_index (pairs, DoubletSentencePair, n++);

              g_assert_cmpuint (n, <=, pairs->len);
              g_assert_cmpuint (pair->article_x, ==, a);
              g_assert_cmpuint (pair->article_y, ==, b);
              g_assert_cmpuint (pair->x, ==, x);
              g_assert_cmpuint (pair->y, ==, y);
            }
  g_assert_cmpuint (n, ==, pairs->len);
}

/* The inverted index finds what comparing all sentences with all finds. */
static void
test_pairs (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      Article articles[N_ARTICLES];
      guint   n_articles = g_rand_int_range (random, 1, N_ARTICLES + 1);

      fill_articles (random, articles, n_articles);
      check_pairs (articles, n_articles);
    }
}

/* Many sentences are whole copies, long and short ones, or differ in one word at the end. */
static void
fill_with_copies (GRand   *random,
                  Article *articles,
                  guint    n_articles)
{
  guint32 stock[8][20];

  fill_stock (random, stock);
  for (guint i = 0; i < n_articles; i++)
    {
      fill_article (random, &articles[i], g_rand_int_range (random, 0, 12), stock, 2);
      for (guint j = g_rand_int_range (random, 0, 16); j > 0; j--)
        {
          guint32 symbols[20];
          guint32 which = g_rand_int_range (random, 0, 8);

          memcpy (symbols, stock[which], sizeof symbols);
          if (g_rand_int_range (random, 0, 4) == 0)
            symbols[18] = random_word (random, 600);
          add_sentence (&articles[i], symbols, which < 2 ? 5 : 20, 2);
        }
    }
}

static gboolean
is_covered (DoubletCoverage            *coverage,
            const DoubletPassageText   *text,
            const DoubletSentenceIndex *index,
            guint32                     sentence)
{
  DoubletRange range = index->sentences[sentence].range;

  return doublet_coverage_weigh_rest (coverage, range) < DOUBLET_COVERAGE_MIN_REST * doublet_passage_text_weigh (text, range.start, range.end);
}

/* Two articles have all their pairs, or none, and then all of them are covered. */
static guint
check_left_out (const Article *articles,
                guint          n_articles)
{
  DoubletSequence sequences[N_ARTICLES] = { { 0 } };
  g_autoptr (DoubletPassageText) text = NULL;
  g_autoptr (DoubletSentenceIndex) index = NULL;
  g_autoptr (DoubletLinks) links = doublet_links_new ();
  g_autoptr (DoubletCoverage) coverage = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) some = NULL;
  DoubletPassagesCapped capped = DOUBLET_PASSAGES_CAPPED_NONE;
  guint                 n_left_out = 0, place = 0;

  for (guint i = 0; i < n_articles; i++)
    sequences[i] = to_sequence (&articles[i]);
  text = doublet_passage_text_new (sequences, n_articles, hashes, options.min_words, NULL);
  index = doublet_sentence_index_new (text, sequences, hashes, NULL);
  coverage = doublet_coverage_new (text, links, NULL);
  all = doublet_sentence_pairs_find (text, index, NULL, &capped, NULL);
  some = doublet_sentence_pairs_find (text, index, coverage, &capped, NULL);
  g_assert_cmpint (capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);

  for (guint first = 0, end; first < all->len; first = end)
    {
      const DoubletSentencePair *pairs = &g_array_index (all, DoubletSentencePair, first);
      gsize                      size;

      for (end = first + 1; end < all->len; end++)
        if (pairs[end - first].article_x != pairs->article_x || pairs[end - first].article_y != pairs->article_y)
          break;
      size = (end - first) * sizeof *pairs;
      if (place + (end - first) <= some->len &&
          memcmp (pairs, &g_array_index (some, DoubletSentencePair, place), size) == 0)
        {
          place += end - first;
          continue;
        }
      doublet_coverage_set_articles (coverage, index->article[pairs->article_x], index->article[pairs->article_y]);
      for (guint i = 0; i < end - first; i++)
        g_assert_true (is_covered (coverage, text, index, pairs[i].x) || is_covered (coverage, text, index, pairs[i].y));
      n_left_out++;
    }
  g_assert_cmpuint (place, ==, some->len);
  return n_left_out;
}

/* What is left out says nothing that passages of other kinds do not say. */
static void
test_left_out (void)
{
  guint n_left_out = 0;

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (5000 + seed);
      Article articles[N_ARTICLES];
      guint   n_articles = g_rand_int_range (random, 1, N_ARTICLES + 1);

      fill_with_copies (random, articles, n_articles);
      if (seed < 12)
        check_pairs (articles, n_articles);
      n_left_out += check_left_out (articles, n_articles);
    }
  g_assert_cmpuint (n_left_out, >, 0);
}

static DoubletPassages *
run (const Article *articles,
     guint          n_articles)
{
  DoubletSequence sequences[N_ARTICLES] = { { 0 } };

  for (guint i = 0; i < n_articles; i++)
    sequences[i] = to_sequence (&articles[i]);
  return doublet_passage_finder_run (sequences, n_articles, hashes, hashes, &options, NULL);
}

static int
compare_strings (const void *a,
                 const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
join_sorted (GPtrArray  *strings,
             const char *separator)
{
  g_ptr_array_sort (strings, compare_strings);
  g_ptr_array_add (strings, NULL);
  return g_strjoinv (separator, (char **)strings->pdata);
}

/* Reworded passages and the figures of pairs, in an order of their own, with articles
 * called by names. */
static char *
describe (const DoubletPassages *passages,
          const guint           *names)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < passages->n_passages; i++)
    {
      const DoubletPassage *passage = &passages->passages[i];
      g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

      if (passage->match != DOUBLET_PASSAGE_REWORDED)
        continue;
      g_assert_cmpuint (passage->n_occurrences, >=, 2);
      for (guint32 j = 0; j < passage->n_occurrences; j++)
        {
          const DoubletOccurrence *occurrence = &passage->occurrences[j];

          g_assert_cmpuint (occurrence->start, <, occurrence->end);
          g_assert_cmpuint (occurrence->n_edits, ==, 0);
          g_assert_cmpuint (occurrence->identical_half_words, <=, occurrence->half_words);
          if (j > 0 && occurrence[-1].article == occurrence->article)
            g_assert_cmpuint (occurrence[-1].end, <=, occurrence->start);
          g_ptr_array_add (places, g_strdup_printf ("%u:%u-%u", names[occurrence->article], occurrence->start, occurrence->end));
        }
      g_ptr_array_add (lines, join_sorted (places, " "));
    }
  for (guint32 i = 0; i < passages->n_pairs; i++)
    {
      const DoubletPairFigures *pair = &passages->pairs[i];
      gboolean                  turned = names[pair->a] > names[pair->b];
      guint64                   of_a = pair->reworded_half_words_of_a, of_b = pair->reworded_half_words_of_b;

      g_ptr_array_add (lines, g_strdup_printf ("%u and %u: %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
                                               names[turned ? pair->b : pair->a], names[turned ? pair->a : pair->b],
                                               turned ? of_b : of_a, turned ? of_a : of_b));
    }
  return join_sorted (lines, "\n");
}

/* Which article was loaded first changes nothing. */
static void
test_order (void)
{
  guint n_reworded = 0;

  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (1000 + seed);
      static const guint as_is[N_ARTICLES] = { 0, 1, 2, 3 };
      static const guint turned[N_ARTICLES] = { 2, 0, 3, 1 };
      Article            articles[N_ARTICLES];
      Article            others[N_ARTICLES];

      fill_articles (random, articles, N_ARTICLES);
      for (guint i = 0; i < N_ARTICLES; i++)
        others[i] = articles[turned[i]];

      {
        g_autoptr (DoubletPassages) first = run (articles, N_ARTICLES);
        g_autoptr (DoubletPassages) second = run (others, N_ARTICLES);
        g_autofree char *described_first = describe (first, as_is);
        g_autofree char *described_second = describe (second, turned);

        g_assert_cmpstr (described_first, ==, described_second);
        for (guint32 i = 0; i < first->n_passages; i++)
          n_reworded += first->passages[i].match == DOUBLET_PASSAGE_REWORDED;
      }
    }
  g_assert_cmpuint (n_reworded, >, 100);
}

/* What two articles have in common does not depend on a third. */
static void
test_others (void)
{
  for (guint32 seed = 0; seed < 30; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (2000 + seed);
      Article articles[N_ARTICLES];

      fill_articles (random, articles, N_ARTICLES);
      {
        g_autoptr (DoubletPassages) two = run (articles, 2);
        g_autoptr (DoubletPassages) all = run (articles, N_ARTICLES);

        for (guint32 i = 0; i < all->n_pairs; i++)
          if (all->pairs[i].a == 0 && all->pairs[i].b == 1)
            {
              g_assert_cmpuint (two->n_pairs, ==, 1);
              g_assert_cmpuint (all->pairs[i].reworded_half_words_of_a, ==, two->pairs[0].reworded_half_words_of_a);
              g_assert_cmpuint (all->pairs[i].reworded_half_words_of_b, ==, two->pairs[0].reworded_half_words_of_b);
            }
      }
    }
}

/* One stretch in other words in four articles is one passage of four occurrences. */
static void
test_group (void)
{
  static const guint32 factors[N_ARTICLES] = { 1, 5, 7, 11 };
  static Article       articles[N_ARTICLES];

  memset (articles, 0, sizeof articles);
  for (guint32 i = 0; i < N_ARTICLES; i++)
    for (guint32 sentence = 0; sentence < 6; sentence++)
      {
        guint32 symbols[20];

        /* In every article the same twelve rare words of each sentence, turned, and eight
         * of its own. */
        for (guint32 j = 0; j < 20; j++)
          symbols[j] = j % 5 < 3 ? 1 + sentence * 20 + (j / 5 * 3 + j % 5) * factors[i] % 12 : 1000 + i * 200 + sentence * 20 + j;
        add_sentence (&articles[i], symbols, 20, 2);
      }

  {
    g_autoptr (DoubletPassages) passages = run (articles, N_ARTICLES);

    g_assert_cmpuint (passages->n_passages, ==, 1);
    g_assert_cmpint (passages->passages[0].match, ==, DOUBLET_PASSAGE_REWORDED);
    g_assert_cmpuint (passages->passages[0].n_occurrences, ==, N_ARTICLES);
    g_assert_cmpuint (passages->n_pairs, ==, N_ARTICLES * (N_ARTICLES - 1) / 2);
    for (guint32 i = 0; i < N_ARTICLES; i++)
      {
        g_assert_cmpuint (passages->passages[0].occurrences[i].start, ==, 0);
        g_assert_cmpuint (passages->passages[0].occurrences[i].end, ==, 120);
      }
    for (guint32 i = 0; i < passages->n_pairs; i++)
      {
        g_assert_cmpuint (passages->pairs[i].of_a.half_words, ==, 0);
        g_assert_cmpuint (passages->pairs[i].reworded_half_words_of_a, ==, 240);
        g_assert_cmpuint (passages->pairs[i].reworded_half_words_of_b, ==, 240);
      }
  }
}

/* What is the same word for word is left to verbatim passages. */
static void
test_verbatim (void)
{
  static Article articles[2];
  guint32        symbols[20];

  memset (articles, 0, sizeof articles);
  for (guint32 sentence = 0; sentence < 10; sentence++)
    {
      for (guint32 j = 0; j < 20; j++)
        symbols[j] = 1 + sentence * 20 + j;
      add_sentence (&articles[0], symbols, 20, 2);
      add_sentence (&articles[1], symbols, 20, 2);
    }

  {
    g_autoptr (DoubletPassages) passages = run (articles, 2);

    g_assert_cmpuint (passages->n_passages, ==, 1);
    g_assert_cmpint (passages->passages[0].match, ==, DOUBLET_PASSAGE_VERBATIM);
    g_assert_cmpuint (passages->pairs[0].reworded_half_words_of_a, ==, 0);
  }
}

/* Nothing but one word, sentences of one word, no words, no sentence at all. */
static void
test_degenerate (void)
{
  static Article articles[N_ARTICLES];
  guint32        symbols[20] = { 0 };

  memset (articles, 0, sizeof articles);
  for (guint32 i = 0; i < MAX_SENTENCES; i++)
    add_sentence (&articles[0], symbols, 20, 2);
  for (guint32 i = 0; i < MAX_SENTENCES; i++)
    {
      symbols[0] = i;
      add_sentence (&articles[1], symbols, 1, 1);
    }
  for (guint32 i = 0; i < MAX_SENTENCES; i++)
    add_sentence (&articles[2], symbols, 20, 0);

  {
    g_autoptr (DoubletPassages) passages = run (articles, N_ARTICLES);

    for (guint32 i = 0; i < passages->n_passages; i++)
      g_assert_cmpint (passages->passages[i].match, !=, DOUBLET_PASSAGE_REWORDED);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  set_hashes ();
  g_test_add_func ("/reworded-passages/pairs", test_pairs);
  g_test_add_func ("/reworded-passages/left-out", test_left_out);
  g_test_add_func ("/reworded-passages/order", test_order);
  g_test_add_func ("/reworded-passages/others", test_others);
  g_test_add_func ("/reworded-passages/group", test_group);
  g_test_add_func ("/reworded-passages/verbatim", test_verbatim);
  g_test_add_func ("/reworded-passages/degenerate", test_degenerate);
  return g_test_run ();
}
