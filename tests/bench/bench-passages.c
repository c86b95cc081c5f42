/* bench-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-finder.h"

#include <math.h>
#include <stdlib.h>

/*
 * How long the passage finder takes for articles of made-up prose: words by Zipf's
 * law, passages planted between articles, half of them with a word in 25 changed.
 *
 * usage: bench-passages [ARTICLES [WORDS [PLANTED]]]
 */

enum
{
  N_SYMBOLS = 60000,
  N_ROUNDS = 7,
};

static guint32
draw_word (GRand *random)
{
  /* Of rank r about once in r: the inverse of the logarithmic sum. */
  return MIN (exp (g_rand_double (random) * log (N_SYMBOLS)), N_SYMBOLS - 1);
}

static void
plant (GRand           *random,
       DoubletSequence *articles,
       guint            n_articles)
{
  const DoubletSequence *from = &articles[g_rand_int_range (random, 0, n_articles)];
  const DoubletSequence *to = &articles[g_rand_int_range (random, 0, n_articles)];
  guint32                length = g_rand_int_range (random, 12, 120);
  gboolean               edited = g_rand_boolean (random);
  guint32                source, target;

  if (from->n <= length || to->n <= length)
    return;
  source = g_rand_int_range (random, 0, from->n - length);
  target = g_rand_int_range (random, 0, to->n - length);
  for (guint32 i = 0; i < length; i++)
    if (!edited || g_rand_int_range (random, 0, 25) > 0)
      ((guint32 *)to->symbols)[target + i] = from->symbols[source + i];
}

static int
compare_times (const void *a,
               const void *b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return x < y ? -1 : x > y;
}

int
main (int   argc,
      char *argv[])
{
  guint                 n_articles = argc > 1 ? MAX (1, atoi (argv[1])) : 1000;
  guint                 n_words = argc > 2 ? MAX (1, atoi (argv[2])) : 1140;
  guint                 n_planted = argc > 3 ? (guint)MAX (0, atoi (argv[3])) : 2 * n_articles;
  DoubletPassageOptions options = { 8, 2, 80 };
  GRand                *random = g_rand_new_with_seed (1);
  DoubletSequence      *articles = g_new (DoubletSequence, n_articles);
  guint64              *hashes = g_new (guint64, N_SYMBOLS);
  gint64                times[N_ROUNDS];

  for (guint64 i = 0; i < N_SYMBOLS; i++)
    hashes[i] = (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  for (guint i = 0; i < n_articles; i++)
    {
      guint32 *symbols = g_new (guint32, n_words);
      guint8  *half_words = g_new (guint8, n_words);

      for (guint j = 0; j < n_words; j++)
        {
          symbols[j] = draw_word (random);
          half_words[j] = 2;
        }
      articles[i] = (DoubletSequence){ symbols, half_words, n_words };
    }
  for (guint i = 0; i < n_planted; i++)
    plant (random, articles, n_articles);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (DoubletPassages) passages = doublet_passage_finder_run (articles, n_articles, hashes, NULL, &options, NULL);

      times[round] = g_get_monotonic_time () - start;
      if (round == 0)
        g_print ("%u articles of %u words: %u passages, %u pairs\n", n_articles, n_words, passages->n_passages, passages->n_pairs);
    }
  qsort (times, N_ROUNDS, sizeof *times, compare_times);
  g_print ("median %.1f ms, %.1f to %.1f\n", times[N_ROUNDS / 2] / 1e3, times[0] / 1e3, times[N_ROUNDS - 1] / 1e3);

  for (guint i = 0; i < n_articles; i++)
    {
      g_free ((gpointer)articles[i].symbols);
      g_free ((gpointer)articles[i].half_words);
    }
  g_free (articles);
  g_free (hashes);
  g_rand_free (random);
  return 0;
}
