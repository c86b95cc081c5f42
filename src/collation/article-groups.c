/* article-groups.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-groups.h"

#include "disjoint-sets.h"

/*
 * Which articles have one source: single linkage over containment, that is, the connected
 * parts of the graph in which two articles are tied if one holds enough of the other
 * (Broder, Glassman, Manasse, Zweig 1997, "Syntactic clustering of the Web").  Containment
 * and not resemblance, for a short notice made from a long release has one source with
 * it; single and not complete linkage, for two stories made from different halves of a
 * release have nothing in common but that.
 *
 * The threshold: articles of one kind that have nothing to do with each other share
 * formulas.  Of 120 pairs of addresses by heads of state the most alike had 2.5 % of one
 * in common, of 40 pairs of encyclopedia articles 0.5 %, of two books 0.1 %; revisions of
 * a licence had 90 % and more, rewritten ones 33 % and more, licences of other families
 * with the same legal formulas up to 17 %.  Ten percent is four times what chance gives
 * and a third of what a rewriting leaves.  Reworded words do not count: they are what one
 * author says of one matter on two occasions (up to 6 % of the same addresses).
 *
 * What stands in most of the articles may be their source or the footer of an agency.  Of
 * a short notice of two hundred words a footer of thirty is 15 %, so where nothing else
 * is in common twice as much is asked for, and more words than such a footer has; a
 * notice that is nearly all the same in most of them was not signed, but copied.
 */

static gboolean
holds_enough (const DoubletSharedWords *words,
              guint64                   whole)
{
  guint64 own = words->half_words - words->in_most;
  guint64 percent_of_whole = words->half_words * 100;

  if (own > 0 && own * 100 >= whole * DOUBLET_GROUP_MIN_PERCENT)
    return TRUE;
  if (words->half_words == 0 || percent_of_whole < whole * DOUBLET_GROUP_MIN_PERCENT_IN_MOST)
    return FALSE;
  return words->half_words >= 2 * DOUBLET_GROUP_MIN_WORDS_IN_MOST || percent_of_whole >= whole * DOUBLET_GROUP_NEARLY_ALL_PERCENT;
}

/**
 * doublet_article_groups_unite:
 * @n_articles: how many articles there are
 * @half_words: (array length=n_articles): how long each is
 * @pairs: (array length=n_pairs): what each two have in common
 * @n_pairs: how many pairs
 * @group_of: (out caller-allocates) (array length=n_articles): for each article the
 *   first article, by number, of the group it is in
 *
 * Returns: how many groups there are, with those of one article
 */
guint
doublet_article_groups_unite (guint              n_articles,
                              const guint64     *half_words,
                              const DoubletPair *pairs,
                              guint              n_pairs,
                              guint             *group_of)
{
  guint n_groups = 0;

  doublet_disjoint_sets_init (group_of, n_articles);
  for (guint i = 0; i < n_pairs; i++)
    if (holds_enough (&pairs[i].of_a, half_words[pairs[i].a]) || holds_enough (&pairs[i].of_b, half_words[pairs[i].b]))
      doublet_disjoint_sets_unite (group_of, pairs[i].a, pairs[i].b);
  for (guint i = 0; i < n_articles; i++)
    {
      group_of[i] = doublet_disjoint_sets_find (group_of, i);
      n_groups += group_of[i] == i;
    }
  return n_groups;
}

static void
clear_group (gpointer data)
{
  g_free (((DoubletArticleGroup *)data)->articles);
}

/* Adds the groups of one article, or those of more, in the order of their first articles,
 * and notes where each is. */
static void
collect (GArray      *groups,
         const guint *group_of,
         const guint *sizes,
         guint        n_articles,
         gboolean     alone,
         guint       *place_of)
{
  for (guint i = 0; i < n_articles; i++)
    {
      DoubletArticleGroup *group;
      guint                first = group_of[i];

      if ((sizes[first] == 1) != alone)
        continue;
      if (first == i)
        {
          DoubletArticleGroup empty = { .articles = g_new (guint, sizes[first]) };

          place_of[first] = groups->len;
          g_array_append_val (groups, empty);
        }
      group = &g_array_index (groups, DoubletArticleGroup, place_of[first]);
      group->articles[group->n_articles++] = i;
    }
}

static void
count_passage (GArray               *groups,
               const DoubletFinding *finding,
               guint                 number,
               const guint          *group_of,
               const guint          *place_of,
               guint                *n_here)
{
  guint last = G_MAXUINT;

  for (guint32 i = 0; i < finding->n_places; i++)
    {
      guint                article = finding->places[i].article;
      DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, place_of[group_of[article]]);

      /* Counted once, with its second article of the group. */
      if (article == last || ++n_here[group_of[article]] != 2)
        {
          last = article;
          continue;
        }
      last = article;
      group->n_passages++;
      if (finding->half_words > group->longest)
        {
          group->longest = finding->half_words;
          group->longest_finding = number;
        }
    }
  for (guint32 i = 0; i < finding->n_places; i++)
    n_here[group_of[finding->places[i].article]] = 0;
}

/**
 * doublet_article_groups_new:
 * @collation: a collation that knows its passages
 *
 * Finds out which articles belong together.  The order of loading has no part in it but
 * for numbers.
 *
 * Returns: (transfer full) (element-type DoubletArticleGroup): groups of two and more, by
 *   their first article; then every article that belongs to none, alone
 */
GArray *
doublet_article_groups_new (const DoubletCollation *collation)
{
  guint                 n_articles = doublet_collation_get_n_articles (collation);
  guint                 n_pairs;
  const DoubletPair    *pairs = doublet_collation_get_pairs (collation, &n_pairs);
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);
  g_autofree guint64   *half_words = g_new (guint64, MAX (n_articles, 1));
  g_autofree guint     *group_of = g_new (guint, MAX (n_articles, 1));
  g_autofree guint     *sizes = g_new0 (guint, MAX (n_articles, 1));
  g_autofree guint     *place_of = g_new0 (guint, MAX (n_articles, 1));
  g_autofree guint     *n_here = g_new0 (guint, MAX (n_articles, 1));
  GArray               *groups = g_array_new (FALSE, FALSE, sizeof (DoubletArticleGroup));

  g_array_set_clear_func (groups, clear_group);
  for (guint i = 0; i < n_articles; i++)
    half_words[i] = doublet_collation_get_half_words (collation, i);
  doublet_article_groups_unite (n_articles, half_words, pairs, n_pairs, group_of);
  for (guint i = 0; i < n_articles; i++)
    sizes[group_of[i]]++;

  collect (groups, group_of, sizes, n_articles, FALSE, place_of);
  collect (groups, group_of, sizes, n_articles, TRUE, place_of);
  for (guint i = 0; i < n_findings; i++)
    if (!findings[i].boilerplate)
      count_passage (groups, &findings[i], i, group_of, place_of, n_here);
  return groups;
}
