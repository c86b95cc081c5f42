/* article-groups.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-groups.h"

/* The first article of the group that @article is in (union-find). */
static guint
find_root (guint *roots,
           guint  article)
{
  while (roots[article] != article)
    {
      roots[article] = roots[roots[article]];
      article = roots[article];
    }
  return article;
}

static void
unite (guint *roots,
       guint  a,
       guint  b)
{
  guint root_a = find_root (roots, a);
  guint root_b = find_root (roots, b);

  /* The smaller number leads, so groups come in the order of their first article. */
  roots[MAX (root_a, root_b)] = MIN (root_a, root_b);
}

static void
clear_group (gpointer data)
{
  g_free (((DoubletArticleGroup *)data)->articles);
}

static void
collect (GArray      *groups,
         guint       *roots,
         const guint *sizes,
         guint        n_articles,
         gboolean     alone,
         guint       *group_of)
{
  for (guint i = 0; i < n_articles; i++)
    {
      guint root = find_root (roots, i);

      if ((sizes[root] == 1) != alone)
        continue;
      if (root == i)
        {
          DoubletArticleGroup group = { .articles = g_new (guint, sizes[root]) };

          group_of[root] = groups->len;
          g_array_append_val (groups, group);
        }

      DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, group_of[root]);
      group->articles[group->n_articles++] = i;
    }
}

static void
count_passages (GArray                 *groups,
                const DoubletCollation *collation,
                guint                  *roots,
                const guint            *group_of)
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  for (guint i = 0; i < n_findings; i++)
    {
      if ((findings[i].kind & DOUBLET_FINDING_SHARED) == 0)
        continue;

      DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, group_of[find_root (roots, findings[i].places[0].article)]);
      group->n_passages++;
      if (findings[i].half_words > group->longest)
        {
          group->longest = findings[i].half_words;
          group->longest_finding = i;
        }
    }
}

/**
 * doublet_article_groups_new:
 * @collation: a collation that knows its passages
 *
 * Returns: (transfer full): the groups
 */
GArray *
doublet_article_groups_new (const DoubletCollation *collation)
{
  guint                 n_articles = doublet_collation_get_n_articles (collation);
  g_autofree guint     *roots = g_new (guint, n_articles + 1);
  g_autofree guint     *sizes = g_new0 (guint, n_articles + 1);
  g_autofree guint     *group_of = g_new0 (guint, n_articles + 1);
  GArray               *groups = g_array_new (FALSE, FALSE, sizeof (DoubletArticleGroup));
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  g_array_set_clear_func (groups, clear_group);
  for (guint i = 0; i < n_articles; i++)
    roots[i] = i;
  for (guint i = 0; i < n_findings; i++)
    for (guint32 j = 1; j < findings[i].n_places; j++)
      if (findings[i].places[j].article != findings[i].places[j - 1].article)
        unite (roots, findings[i].places[j].article, findings[i].places[j - 1].article);
  for (guint i = 0; i < n_articles; i++)
    sizes[find_root (roots, i)]++;

  collect (groups, roots, sizes, n_articles, FALSE, group_of);
  collect (groups, roots, sizes, n_articles, TRUE, group_of);
  count_passages (groups, collation, roots, group_of);
  return groups;
}
