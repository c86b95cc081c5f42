/* test-matching.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "alignment-fixture.h"
#include "heaviest-chain.h"
#include "myers.h"
#include "token-matcher.h"

/* A text of @n words out of @n_different. */
static char *
make_words (GRand *rand,
            guint  n,
            guint  n_different)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "w%u ", g_rand_int_range (rand, 0, n_different));
  return g_string_free (out, FALSE);
}

/* Counts the matches of a job, which must rise and be of equal tokens. */
static guint32
count_matches (const DoubletAlignmentJob *job)
{
  guint32 n = 0;
  guint32 next = 0;

  for (guint32 i = 0; i < job->a->n_tokens; i++)
    {
      if (job->match[i] == DOUBLET_NO_MATCH)
        continue;
      g_assert_cmpuint (job->match[i], >=, next);
      g_assert_cmpuint (job->match[i], <, job->b->n_tokens);
      g_assert_cmpuint (job->a->exact[i], ==, job->b->exact[job->match[i]]);
      next = job->match[i] + 1;
      n++;
    }
  return n;
}

static void
test_myers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1986);

  for (guint round = 0; round < 6000; round++)
    {
      guint            longest = round % 10 == 0 ? 120 : 20;
      guint            n_different = g_rand_int_range (rand, 1, 12);
      g_autofree char *a = make_words (rand, g_rand_int_range (rand, 1, longest), n_different);
      g_autofree char *b = make_words (rand, g_rand_int_range (rand, 1, longest), n_different);
      g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
      g_autoptr (DoubletAlignmentJob) job = doublet_alignment_job_new (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      g_autoptr (DoubletMyers) myers = doublet_myers_new (job);
      DoubletBox whole = { 0, fixture->a.n_tokens, 0, fixture->b.n_tokens };

      doublet_myers_run (myers, &whole, TRUE);
      g_assert_cmpuint (count_matches (job), ==, alignment_fixture_count_common (fixture));
      g_assert_false (job->capped);
    }
}

/* What an article of 5 kB gets: exactly the longest. */
static void
test_kept (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1974);

  for (guint round = 0; round < 40; round++)
    {
      guint            n_different = g_rand_int_range (rand, 2, 600);
      g_autofree char *a = make_words (rand, g_rand_int_range (rand, 500, 1100), n_different);
      g_autofree char *b = make_words (rand, g_rand_int_range (rand, 500, 1100), n_different);
      g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
      g_autoptr (DoubletAlignment) alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);

      g_assert_cmpuint (alignment->kept, ==, alignment_fixture_count_common (fixture));
      g_assert_false (alignment->capped);
    }
}

/* Too long and too unlike for exactness: still a common subsequence, and it says so. */
static void
test_capped (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *a = make_words (rand, 6000, 2);
  g_autofree char *b = make_words (rand, 6000, 2);
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
  g_autoptr (DoubletAlignmentJob) job = doublet_alignment_job_new (&fixture->a, &fixture->b, &fixture->symbols, NULL);
  g_autoptr (DoubletTokenMatcher) matcher = doublet_token_matcher_new (job);
  DoubletBox whole = { 0, fixture->a.n_tokens, 0, fixture->b.n_tokens };
  guint32    common = alignment_fixture_count_common (fixture);

  doublet_token_matcher_run (matcher, &whole);
  g_assert_true (job->capped);
  g_assert_cmpuint (count_matches (job), <=, common);
  /* A search that goes 256 edits deep before it settles loses little. */
  g_assert_cmpuint (count_matches (job), >=, common * 9 / 10);
}

static guint64
weigh_heaviest (const DoubletChainItem *items,
                guint                   n)
{
  guint64 heaviest = 0;

  for (guint subset = 0; subset < 1u << n; subset++)
    {
      const DoubletChainItem *last = NULL;
      guint64                 weight = 0;
      gboolean                rises = TRUE;

      for (guint i = 0; i < n && rises; i++)
        if (subset & (1u << i))
          {
            rises = last == NULL || (items[i].a > last->a && items[i].b > last->b);
            last = &items[i];
            weight += items[i].weight;
          }
      if (rises)
        heaviest = MAX (heaviest, weight);
    }
  return heaviest;
}

static void
test_heaviest_chain (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1994);

  for (guint round = 0; round < 3000; round++)
    {
      guint               n = g_rand_int_range (rand, 0, 11);
      DoubletChainItem    items[11];
      g_autofree guint32 *chain = NULL;
      guint32             n_chain;
      guint32             a = 0;
      guint64             weight = 0;

      for (guint i = 0; i < n; i++)
        {
          a += g_rand_int_range (rand, 0, 3);
          items[i] = (DoubletChainItem){ a, g_rand_int_range (rand, 0, 10), g_rand_int_range (rand, 1, 6) };
        }
      chain = doublet_heaviest_chain (items, n, &n_chain);
      for (guint i = 0; i < n_chain; i++)
        {
          weight += items[chain[i]].weight;
          if (i > 0)
            g_assert_true (items[chain[i]].a > items[chain[i - 1]].a && items[chain[i]].b > items[chain[i - 1]].b);
        }
      g_assert_cmpuint (weight, ==, weigh_heaviest (items, n));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/myers", test_myers);
  g_test_add_func ("/matching/kept", test_kept);
  g_test_add_func ("/matching/capped", test_capped);
  g_test_add_func ("/matching/heaviest-chain", test_heaviest_chain);
  return g_test_run ();
}
