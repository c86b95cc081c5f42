/* wording-figures.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wording.h"

#include <glib/gi18n-lib.h>

/* What is said of some of the words that articles share, of passages that are of a kind
 * of their own, and of articles that belong together.  Where there is nothing to say,
 * nothing is said: NULL. */

static void
add_owned (GPtrArray *list,
           char      *text)
{
  if (text != NULL)
    g_ptr_array_add (list, text);
}

static char *
join (GPtrArray  *list,
      const char *between)
{
  if (list->len == 0)
    return NULL;
  g_ptr_array_add (list, NULL);
  return g_strjoinv (between, (char **)list->pdata);
}

/**
 * doublet_wording_unquoted:
 * @collation: a collation
 * @pair: what an article, its a, has in common with another
 *
 * Returns: (transfer full) (nullable): what is left of the share if text inside
 *   quotation marks is not counted: "19 % without quotations"
 */
char *
doublet_wording_unquoted (const DoubletCollation *collation,
                          const DoubletPair      *pair)
{
  g_autofree char *percent = doublet_wording_percent (pair->of_a.half_words - pair->of_a.quoted, doublet_collation_get_half_words (collation, pair->a));

  if (pair->of_a.quoted == 0)
    return NULL;
  /* Translators: a share of which text inside quotation marks was taken out: “19 % without quotations” */
  return g_strdup_printf (_ ("%s without quotations"), percent);
}

/**
 * doublet_wording_in_most:
 * @collation: a collation
 * @pair: what an article, its a, has in common with another
 *
 * Returns: (transfer full) (nullable): how much of the article the two share with most of
 *   the others: "12 % in most articles"
 */
char *
doublet_wording_in_most (const DoubletCollation *collation,
                         const DoubletPair      *pair)
{
  g_autofree char *percent = doublet_wording_percent (pair->of_a.in_most, doublet_collation_get_half_words (collation, pair->a));

  if (pair->of_a.in_most == 0)
    return NULL;
  /* Translators: a share: what not only two articles have in common, but most of them: “12 % in most articles” */
  return g_strdup_printf (_ ("%s in most articles"), percent);
}

/**
 * doublet_wording_boilerplate:
 * @collation: a collation
 * @pair: what an article, its a, has in common with another
 *
 * Returns: (transfer full) (nullable): "12 words of boilerplate left out"
 */
char *
doublet_wording_boilerplate (const DoubletCollation *collation,
                             const DoubletPair      *pair)
{
  g_autofree char *amount = doublet_wording_amount (collation, pair->a, pair->of_a.boilerplate);

  if (pair->of_a.boilerplate == 0)
    return NULL;
  /* Translators: a length: “12 words of boilerplate left out”.  Boilerplate is text such as a footer that the
   * user has given in a file. */
  return g_strdup_printf (_ ("%s of boilerplate left out"), amount);
}

/**
 * doublet_wording_boilerplate_text:
 * @collation: a collation
 *
 * Returns: (transfer full) (nullable): which text was taken as boilerplate; none is where
 *   no passages are looked for
 */
char *
doublet_wording_boilerplate_text (const DoubletCollation *collation)
{
  guint64               half_words;
  const DoubletArticle *boilerplate = doublet_collation_get_boilerplate (collation, &half_words);
  guint                 n_words = doublet_words_from_halves (half_words);

  if (boilerplate == NULL || !doublet_collation_has_passages (collation))
    return NULL;
  /* Translators: the name of a file, and how long it is */
  return g_strdup_printf (ngettext ("What stands in %s (%u word) was taken as boilerplate and left out of the figures.",
                                    "What stands in %s (%u words) was taken as boilerplate and left out of the figures.", n_words),
                          doublet_article_get_name (boilerplate), n_words);
}

static char *
describe_quoted (const DoubletCollation *collation,
                 const DoubletPair      *pair)
{
  g_autofree char *amount = doublet_wording_amount (collation, pair->a, pair->of_a.quoted);
  g_autofree char *unquoted = doublet_wording_unquoted (collation, pair);

  if (unquoted == NULL)
    return NULL;
  /* Translators: a length, and what is left: “30 words inside quotation marks, 19 % without quotations” */
  return g_strdup_printf (_ ("%s inside quotation marks, %s"), amount, unquoted);
}

static char *
describe_in_most (const DoubletCollation *collation,
                  const DoubletPair      *pair)
{
  g_autofree char *amount = doublet_wording_amount (collation, pair->a, pair->of_a.in_most);

  /* Translators: a length: “40 words in most of the articles” */
  return pair->of_a.in_most > 0 ? g_strdup_printf (_ ("%s in most of the articles"), amount) : NULL;
}

static char *
describe_reworded (const DoubletCollation *collation,
                   const DoubletPair      *pair)
{
  g_autofree char *amount = doublet_wording_amount (collation, pair->a, 2 * (guint64)pair->reworded_of_a);

  /* Translators: a length: “64 words, reworded” */
  return pair->reworded_of_a > 0 ? g_strdup_printf (_ ("%s, reworded"), amount) : NULL;
}

/**
 * doublet_wording_details:
 * @collation: a collation
 * @pair: what an article, its a, has in common with another
 * @between: what parts two details
 *
 * Returns: (transfer full) (nullable): all that is to be said of @pair beside the share
 *   and the longest run
 */
char *
doublet_wording_details (const DoubletCollation *collation,
                         const DoubletPair      *pair,
                         const char             *between)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);

  add_owned (details, describe_quoted (collation, pair));
  add_owned (details, describe_in_most (collation, pair));
  add_owned (details, doublet_wording_boilerplate (collation, pair));
  add_owned (details, describe_reworded (collation, pair));
  return join (details, between);
}

static gboolean
is_quotation (const DoubletFinding *finding)
{
  for (guint32 i = 0; i < finding->n_places; i++)
    if (!finding->places[i].in_quotes)
      return FALSE;
  return TRUE;
}

/**
 * doublet_wording_remarks:
 * @collation: a collation
 * @finding: one of its passages
 *
 * Returns: (transfer full) (nullable): why the passage may be no more than it has to be:
 *   "quotation · in 8 of 10 articles"
 */
char *
doublet_wording_remarks (const DoubletCollation *collation,
                         const DoubletFinding   *finding)
{
  guint n_articles = doublet_collation_get_n_articles (collation);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

  if (finding->boilerplate)
    g_ptr_array_add (remarks, g_strdup (_ ("boilerplate")));
  if (is_quotation (finding))
    /* Translators: of a passage: all of it stands inside quotation marks */
    g_ptr_array_add (remarks, g_strdup (_ ("quotation")));
  if (finding->in_most && finding->n_articles == n_articles)
    g_ptr_array_add (remarks, g_strdup_printf (ngettext ("in all %u articles", "in all %u articles", n_articles), n_articles));
  else if (finding->in_most)
    /* Translators: in how many articles a passage stands, of how many */
    g_ptr_array_add (remarks, g_strdup_printf (ngettext ("in %u of %u articles", "in %u of %u articles", n_articles), finding->n_articles, n_articles));
  return join (remarks, " · ");
}

/**
 * doublet_wording_letters:
 * @collation: a collation
 * @articles: (array length=n_articles): some of its articles
 * @n_articles: how many
 *
 * Returns: (transfer full): "A, C, F"
 */
char *
doublet_wording_letters (const DoubletCollation *collation,
                         const guint            *articles,
                         guint                   n_articles)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < n_articles; i++)
    g_string_append_printf (letters, "%s%s", i > 0 ? _ (", ") : "", doublet_collation_get_label (collation, articles[i]));
  return g_string_free (letters, FALSE);
}

/**
 * doublet_wording_group:
 * @collation: a collation
 * @group: articles of it that belong together
 *
 * Returns: (transfer full): "A, C, F: 9 passages, longest 112 words"
 */
char *
doublet_wording_group (const DoubletCollation    *collation,
                       const DoubletArticleGroup *group)
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);
  g_autofree char      *letters = doublet_wording_letters (collation, group->articles, group->n_articles);
  g_autofree char      *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", group->n_passages), group->n_passages);
  g_autofree char      *longest = NULL;

  /* Where passages are too many to be listed, articles may have so much in common unseen. */
  if (group->n_passages == 0)
    return g_steal_pointer (&letters);
  longest = doublet_wording_passage_length (collation, &findings[group->longest_finding]);
  /* Translators: letters of articles, how many passages they share, the length of the longest:
   * “A, C, F: 9 passages, longest 112 words” */
  return g_strdup_printf (_ ("%s: %s, longest %s"), letters, passages, longest);
}

/**
 * doublet_wording_grouping:
 *
 * Returns: (transfer full): by what articles belong together, for one who asks
 */
char *
doublet_wording_grouping (void)
{
  return g_strdup_printf (_ ("Articles are in one group, directly or by way of others, if at least %u %% of the words of one of them stand in the other. If these words stand in most of the articles, it takes %u %% and %u words, or %u %%. This shows common wording, not its source."),
                          DOUBLET_GROUP_MIN_PERCENT, DOUBLET_GROUP_MIN_PERCENT_IN_MOST, DOUBLET_GROUP_MIN_WORDS_IN_MOST, DOUBLET_GROUP_NEARLY_ALL_PERCENT);
}
