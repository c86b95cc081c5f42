/* test-article-groups.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-groups.h"
#include "article-maker.h"

#define N_TRIALS 300
#define MAX_ARTICLES 9

static void
test_by_hand (void)
{
  const char *const texts[] = {
    "one two three four five six seven eight",
    "nothing of that kind is in here at all",
    "say one two three four five six seven eight nine\nten eleven twelve thirteen fourteen fifteen sixteen",
    "ten eleven twelve thirteen fourteen fifteen sixteen",
    NULL
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autoptr (GArray) groups = doublet_article_groups_new (collation);

  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 0).n_articles, ==, 3);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 0).articles[0], ==, 0);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 0).articles[1], ==, 2);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 0).articles[2], ==, 3);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 0).n_passages, ==, 2);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 0).longest, ==, 16);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 1).n_articles, ==, 1);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 1).articles[0], ==, 1);
  g_assert_cmpuint (g_array_index (groups, DoubletArticleGroup, 1).n_passages, ==, 0);
}

/* Which articles can be reached from which, one passage after another. */
static void
reach (const DoubletCollation *collation,
       guint                   n_articles,
       gboolean                reached[MAX_ARTICLES][MAX_ARTICLES])
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  for (guint i = 0; i < n_articles; i++)
    for (guint j = 0; j < n_articles; j++)
      reached[i][j] = i == j;
  for (guint f = 0; f < n_findings; f++)
    for (guint32 i = 0; i < findings[f].n_places; i++)
      for (guint32 j = 0; j < findings[f].n_places; j++)
        reached[findings[f].places[i].article][findings[f].places[j].article] = TRUE;
  for (guint via = 0; via < n_articles; via++)
    for (guint i = 0; i < n_articles; i++)
      for (guint j = 0; j < n_articles; j++)
        reached[i][j] |= reached[i][via] && reached[via][j];
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint trial = 0; trial < N_TRIALS; trial++)
    {
      guint    n_articles = g_rand_int_range (random, 1, MAX_ARTICLES + 1);
      guint    group_of[MAX_ARTICLES];
      guint    n_seen = 0;
      gboolean reached[MAX_ARTICLES][MAX_ARTICLES];
      g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);
      g_autoptr (DoubletCollation) collation = NULL;
      g_autoptr (GArray) groups = NULL;

      for (guint i = 0; i < n_articles; i++)
        g_ptr_array_add (articles, make_random_article (random, "random.txt", 5, 3, 12));
      collation = collate ((DoubletArticle *const *)articles->pdata, articles->len, 0);
      groups = doublet_article_groups_new (collation);
      reach (collation, n_articles, reached);

      for (guint i = 0; i < groups->len; i++)
        {
          const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);

          n_seen += group->n_articles;
          for (guint j = 0; j < group->n_articles; j++)
            group_of[group->articles[j]] = i;
        }
      g_assert_cmpuint (n_seen, ==, n_articles);
      for (guint i = 0; i < n_articles; i++)
        for (guint j = 0; j < n_articles; j++)
          g_assert_true ((group_of[i] == group_of[j]) == reached[i][j]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-groups/by-hand", test_by_hand);
  g_test_add_func ("/article-groups/random", test_random);

  return g_test_run ();
}
