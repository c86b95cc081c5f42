/* test-article-groups.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-groups.h"
#include "article-maker.h"

#define N_GRAPHS 3000
#define N_TRIALS 300
#define MAX_ARTICLES 12

typedef gboolean Relation[MAX_ARTICLES][MAX_ARTICLES];

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

/* How many groups five notices are that have a paragraph in common. */
static guint
count_groups (guint       n_words,
              const char *paragraph)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 5; i++)
    {
      GString *text = g_string_new (NULL);

      for (guint j = 0; j < n_words; j++)
        g_string_append_printf (text, "word%u%c ", j, 'a' + (int)i);
      g_string_append_printf (text, "\n%s", paragraph);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }
  g_ptr_array_add (texts, NULL);
  {
    g_autoptr (DoubletCollation) collation = make_collation ((const char *const *)texts->pdata, 0);
    g_autoptr (GArray) groups = doublet_article_groups_new (collation);
    guint n_pairs;

    doublet_collation_get_pairs (collation, &n_pairs);
    g_assert_cmpuint (n_pairs, ==, 10);
    return groups->len;
  }
}

/* A footer in all of them does not make five notices one family, however short they are;
 * a long paragraph does, or a notice that is the same. */
static void
test_footer (void)
{
  const char      *footer = "more of this on our pages tomorrow";
  g_autofree char *paragraph = g_strjoin (" ", footer, "one two three four five six seven eight nine ten", footer, "a b c d e f g h i j k l m n o p q r s t u v w x y z", footer, NULL);

  g_assert_cmpuint (count_groups (40, footer), ==, 5);
  g_assert_cmpuint (count_groups (13, footer), ==, 5);
  g_assert_cmpuint (count_groups (7, footer), ==, 5);
  g_assert_cmpuint (count_groups (1, footer), ==, 1);
  g_assert_cmpuint (count_groups (100, paragraph), ==, 1);
  g_assert_cmpuint (count_groups (400, paragraph), ==, 5);
}

/* A formula in two long texts does not make them one family. */
static void
test_formula (void)
{
  g_autoptr (GString) a = g_string_new ("the words of the blessing are the same\n");
  g_autoptr (GString) b = g_string_new ("the words of the blessing are the same\n");
  const char *texts[] = { NULL, NULL, NULL };

  for (guint i = 0; i < 100; i++)
    {
      g_string_append_printf (a, "a%u ", i);
      g_string_append_printf (b, "b%u ", i);
    }
  texts[0] = a->str;
  texts[1] = b->str;
  {
    g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
    g_autoptr (GArray) groups = doublet_article_groups_new (collation);
    guint n_pairs;

    doublet_collation_get_pairs (collation, &n_pairs);
    g_assert_cmpuint (n_pairs, ==, 1);
    g_assert_cmpuint (groups->len, ==, 2);
  }
}

static void
close_relation (Relation reached,
                guint    n)
{
  for (guint via = 0; via < n; via++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        reached[i][j] |= reached[i][via] && reached[via][j];
}

static gboolean
is_tied (const DoubletSharedWords *words,
         guint64                   whole)
{
  if (words->half_words > words->in_most && 10 * (words->half_words - words->in_most) >= whole)
    return TRUE;
  if (words->half_words == 0 || 5 * words->half_words < whole)
    return FALSE;
  return words->half_words >= 100 || 5 * words->half_words >= 4 * whole;
}

/* Shares around the threshold, each of them with exact arithmetic. */
static void
test_random_graphs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint trial = 0; trial < N_GRAPHS; trial++)
    {
      guint    n = g_rand_int_range (random, 1, MAX_ARTICLES + 1);
      guint    group_of[MAX_ARTICLES];
      guint64  half_words[MAX_ARTICLES];
      guint    n_groups, n_leaders = 0;
      Relation reached = { { FALSE } };
      g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (DoubletPair));

      for (guint i = 0; i < n; i++)
        {
          half_words[i] = g_rand_int_range (random, 0, 300);
          reached[i][i] = TRUE;
        }
      for (guint a = 0; a < n; a++)
        for (guint b = a + 1; b < n; b++)
          {
            DoubletPair pair = { .a = a, .b = b };

            if (g_rand_int_range (random, 0, 4) > 0)
              continue;
            pair.of_a.half_words = MIN (half_words[a], (guint64)g_rand_int_range (random, 0, trial % 2 ? 40 : 120));
            pair.of_b.half_words = MIN (half_words[b], (guint64)g_rand_int_range (random, 0, trial % 2 ? 40 : 120));
            pair.of_a.boilerplate = half_words[a];
            pair.of_a.in_most = g_rand_int_range (random, 0, pair.of_a.half_words + 1);
            pair.of_b.in_most = g_rand_int_range (random, 0, pair.of_b.half_words + 1);
            g_array_append_val (pairs, pair);
            reached[a][b] = is_tied (&pair.of_a, half_words[a]) || is_tied (&pair.of_b, half_words[b]);
            reached[b][a] = reached[a][b];
          }
      close_relation (reached, n);

      n_groups = doublet_article_groups_unite (n, half_words, (const DoubletPair *)(gpointer)pairs->data, pairs->len, group_of);
      for (guint i = 0; i < n; i++)
        {
          guint first = 0;

          while (!reached[i][first])
            first++;
          g_assert_cmpuint (group_of[i], ==, first);
          n_leaders += first == i;
        }
      g_assert_cmpuint (n_groups, ==, n_leaders);
    }
}

/* Every article once; the order of loading changes no more than numbers. */
static void
test_random_articles (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint trial = 0; trial < N_TRIALS; trial++)
    {
      guint n = g_rand_int_range (random, 1, 10);
      guint group_of[2][MAX_ARTICLES];
      guint n_passages[2][MAX_ARTICLES];
      g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (articles, make_random_article (random, "random.txt", 9, 3, 14));
      for (guint turned = 0; turned < 2; turned++)
        {
          DoubletArticle *order[MAX_ARTICLES];
          g_autoptr (DoubletCollation) collation = NULL;
          g_autoptr (GArray) groups = NULL;
          guint n_seen = 0;

          for (guint i = 0; i < n; i++)
            order[i] = g_ptr_array_index (articles, turned ? n - 1 - i : i);
          collation = collate (order, n, 0);
          groups = doublet_article_groups_new (collation);
          for (guint i = 0; i < groups->len; i++)
            {
              const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);

              n_seen += group->n_articles;
              g_assert_true (group->n_articles == 1 || group->n_passages > 0);
              for (guint j = 0; j < group->n_articles; j++)
                {
                  guint article = turned ? n - 1 - group->articles[j] : group->articles[j];

                  group_of[turned][article] = i;
                  n_passages[turned][article] = group->n_passages;
                }
            }
          g_assert_cmpuint (n_seen, ==, n);
        }
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (n_passages[0][i], ==, n_passages[1][i]);
          for (guint j = 0; j < n; j++)
            g_assert_true ((group_of[0][i] == group_of[0][j]) == (group_of[1][i] == group_of[1][j]));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-groups/by-hand", test_by_hand);
  g_test_add_func ("/article-groups/footer", test_footer);
  g_test_add_func ("/article-groups/formula", test_formula);
  g_test_add_func ("/article-groups/random-graphs", test_random_graphs);
  g_test_add_func ("/article-groups/random-articles", test_random_articles);

  return g_test_run ();
}
