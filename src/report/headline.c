/* headline.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "headline.h"

#include "edit-facts.h"
#include "wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What a reader should know who reads nothing else: how much two articles have in
 * common, or that they have nothing, or that they are the same; and what stands in one
 * article twice.  Where passages were not looked for: how much differs, and that.
 */

/* A repeat of so many words is named at the top of a comparison of several articles:
 * as in the window, shorter ones are mostly formulas. */
#define MIN_REPEAT_WORDS 20

/* Repeats of more articles than this are left to the table, and so are the differences of
 * more from the base to the texts. */
#define MAX_REPEATS 5
#define MAX_OTHERS 5

/**
 * doublet_headline_get_name:
 * @collation: a collation
 * @article: number of an article
 *
 * Returns: (transfer full): its name; with its letter if another one has the same
 */
char *
doublet_headline_get_name (const DoubletCollation *collation,
                           guint                   article)
{
  const char *name = doublet_article_get_name (doublet_collation_get_article (collation, article));

  for (guint i = 0; i < doublet_collation_get_n_articles (collation); i++)
    if (i != article && strcmp (name, doublet_article_get_name (doublet_collation_get_article (collation, i))) == 0)
      /* Translators: the name of a file, and the letter that tells it from another file of this name */
      return g_strdup_printf (_ ("%s (%s)"), name, doublet_collation_get_label (collation, article));
  return g_strdup (name);
}

/**
 * doublet_headline_get_title:
 * @collation: a collation
 *
 * Returns: (transfer full): a title for a comparison that was given none
 */
char *
doublet_headline_get_title (const DoubletCollation *collation)
{
  guint            n_articles = doublet_collation_get_n_articles (collation);
  g_autofree char *first = n_articles > 0 ? doublet_headline_get_name (collation, 0) : NULL;
  g_autofree char *second = n_articles > 1 ? doublet_headline_get_name (collation, 1) : NULL;

  if (n_articles == 1 && !doublet_collation_has_passages (collation))
    return g_steal_pointer (&first);
  if (n_articles == 1)
    /* Translators: the title of a report on one article, %s is its name */
    return g_strdup_printf (_ ("Repeated text in %s"), first);
  if (n_articles == 2)
    /* Translators: the title of a report, both are names of articles */
    return g_strdup_printf (_ ("%s and %s"), first, second);
  return g_strdup_printf (ngettext ("%u article compared", "%u articles compared", n_articles), n_articles);
}

/* "106 of 388 words" */
static char *
get_counts (const DoubletCollation *collation,
            const DoubletPair      *pair)
{
  gboolean in_characters = doublet_collation_counts_characters (collation, pair->a);

  return doublet_wording_part (collation, pair->a, in_characters ? (guint)pair->of_a.half_words : pair->words_of_a_in_b);
}

static void
set_share (DoubletPhrase          *phrase,
           const DoubletCollation *collation,
           const DoubletPair      *pair)
{
  doublet_phrase_set (phrase, "share", "b",
                      doublet_wording_percent (pair->of_a.half_words, doublet_collation_get_half_words (collation, pair->a)));
  doublet_phrase_set (phrase, "article", "bdi", doublet_headline_get_name (collation, pair->a));
  doublet_phrase_set (phrase, "count", "span", get_counts (collation, pair));
  doublet_phrase_set (phrase, "other", "bdi", doublet_headline_get_name (collation, pair->b));
  doublet_phrase_set (phrase, "back", "span",
                      doublet_wording_percent (pair->of_b.half_words, doublet_collation_get_half_words (collation, pair->b)));
  doublet_phrase_set (phrase, "longest", "b",
                      doublet_wording_amount (collation, pair->a, pair->longest_half_words));
}

static gboolean
has_changes (const DoubletAlignment *alignment)
{
  for (guint32 i = 0; i < alignment->n_segments; i++)
    if (alignment->segments[i].kind != DOUBLET_SEGMENT_SAME)
      return TRUE;
  return FALSE;
}

/* Whether the texts are the same, and if not, whether no word or mark differs. */
static gboolean
is_same (const DoubletCollation *collation,
         guint                   a,
         guint                   b,
         gboolean               *identical)
{
  g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, a, b);
  const char *text_a = doublet_article_get_text (doublet_collation_get_article (collation, a), NULL);
  const char *text_b = doublet_article_get_text (doublet_collation_get_article (collation, b), NULL);

  *identical = strcmp (text_a, text_b) == 0;
  return *identical || (alignment != NULL && !has_changes (alignment));
}

static DoubletPhrase *
say_nothing_found (const DoubletCollation *collation)
{
  guint            k = doublet_collation_get_options (collation)->min_words;
  g_autofree char *sentence = NULL;

  switch (doublet_collation_get_n_articles (collation))
    {
    case 0:
      return doublet_phrase_new (_ ("No article could be read."));
    case 1:
      sentence = g_strdup_printf (ngettext ("No passage of %u or more words stands in it twice.",
                                            "No passage of %u or more words stands in it twice.", k),
                                  k);
      break;
    case 2:
      sentence = g_strdup_printf (ngettext ("No passage of %u or more words is in both.",
                                            "No passage of %u or more words is in both.", k),
                                  k);
      break;
    default:
      sentence = g_strdup_printf (ngettext ("No passage of %u or more words is in more than one of them.",
                                            "No passage of %u or more words is in more than one of them.", k),
                                  k);
      break;
    }
  return doublet_phrase_new (sentence);
}

/* Of two articles that are the same; NULL if they are not. */
static DoubletPhrase *
describe_sameness (const DoubletCollation *collation,
                   guint                   a,
                   guint                   b)
{
  DoubletPhrase *phrase;
  gboolean       identical;

  if (!is_same (collation, a, b, &identical))
    return NULL;
  phrase = identical
             ? doublet_phrase_new (_ ("{article} and {other} are identical."))
             : doublet_phrase_new (_ ("{article} and {other} are word for word the same; only spacing or typography differs."));
  doublet_phrase_set (phrase, "article", "bdi", doublet_headline_get_name (collation, a));
  doublet_phrase_set (phrase, "other", "bdi", doublet_headline_get_name (collation, b));
  return phrase;
}

static DoubletPhrase *
describe_pair (const DoubletCollation *collation)
{
  guint          base = doublet_collation_get_base (collation);
  guint          other = 1 - base;
  DoubletPhrase *phrase = describe_sameness (collation, base, other);
  DoubletPair    pair;

  if (phrase != NULL)
    return phrase;
  if (!doublet_collation_find_pair (collation, other, base, &pair))
    return say_nothing_found (collation);

  /* Translators: keep the names in braces: they become “27 %”, a file's name, “106 of 388 words”, the other
   * file's name, “26 %” and “45 words” */
  phrase = doublet_phrase_new (_ ("{share} of {article} ({count}) is also in {other}; {back} of that is in this one. The longest run is {longest}."));
  set_share (phrase, collation, &pair);
  return phrase;
}

/* Whether the part of x is larger than that of y. */
static gboolean
is_larger_share (const DoubletCollation *collation,
                 const DoubletPair      *x,
                 const DoubletPair      *y)
{
  return x->of_a.half_words * doublet_collation_get_half_words (collation, y->a) > y->of_a.half_words * doublet_collation_get_half_words (collation, x->a);
}

/* The largest share of one article in another; false if no two share words. */
static gboolean
find_largest_share (const DoubletCollation *collation,
                    DoubletPair            *most,
                    guint                  *n_with_words)
{
  guint              n_pairs;
  const DoubletPair *pairs = doublet_collation_get_pairs (collation, &n_pairs);

  for (guint i = 0; i < n_pairs; i++)
    for (guint turned = 0; turned < 2; turned++)
      {
        DoubletPair pair;

        if (!doublet_collation_find_pair (collation, turned ? pairs[i].b : pairs[i].a, turned ? pairs[i].a : pairs[i].b, &pair))
          continue;
        *n_with_words += !turned;
        if ((*n_with_words == 1 && turned == 0) || is_larger_share (collation, &pair, most))
          *most = pair;
      }
  return *n_with_words > 0;
}

static DoubletPhrase *
describe_many (const DoubletCollation *collation)
{
  DoubletPhrase *phrase;
  DoubletPair    most = { 0 };
  guint          n_with_words = 0;

  if (!find_largest_share (collation, &most, &n_with_words))
    return say_nothing_found (collation);

  /* Translators: keep the names in braces: they become “3 pairs of articles”, “27 %”, a file's name, “106 of 388
   * words”, another file's name and “45 words” */
  phrase = doublet_phrase_new (_ ("{pairs} have wording in common. The largest share: {share} of {article} ({count}) is also in {other}; the longest run there is {longest}."));
  doublet_phrase_set (phrase, "pairs", "b",
                      g_strdup_printf (ngettext ("%u pair of articles", "%u pairs of articles", n_with_words), n_with_words));
  set_share (phrase, collation, &most);
  return phrase;
}

/* Of the share that was named, what stands inside quotation marks or in most articles. */
static DoubletPhrase *
describe_details (const DoubletCollation *collation)
{
  guint            base = doublet_collation_get_base (collation);
  guint            n_with_words = 0;
  DoubletPair      pair = { 0 };
  DoubletPhrase   *phrase;
  g_autofree char *details = NULL;

  if (doublet_collation_get_n_articles (collation) == 2)
    doublet_collation_find_pair (collation, 1 - base, base, &pair);
  else
    find_largest_share (collation, &pair, &n_with_words);
  /* These have sentences of their own. */
  pair.reworded_of_a = 0;
  pair.of_a.boilerplate = 0;
  details = doublet_wording_details (collation, &pair, "; ");
  if (details == NULL)
    return NULL;
  /* Translators: keep the names in braces: they become “30 words inside quotation marks, 19 % without quotations; 40
   * words in most of the articles” and a file's name */
  phrase = doublet_phrase_new (_ ("Of this share of {article}: {details}."));
  doublet_phrase_set (phrase, "article", "bdi", doublet_headline_get_name (collation, pair.a));
  doublet_phrase_set (phrase, "details", "span", g_steal_pointer (&details));
  return phrase;
}

/* The longest passage that stands in @article more than once. */
static const DoubletFinding *
find_repeat (const DoubletCollation *collation,
             guint                   article)
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  if (doublet_collation_get_repeats (collation, article)->n_passages == 0)
    return NULL;

  for (guint i = 0; i < n_findings; i++)
    {
      guint n_here = 0;

      if (findings[i].match == DOUBLET_PASSAGE_REWORDED || findings[i].boilerplate || ((findings[i].kind & DOUBLET_FINDING_REPEATED) == 0 && findings[i].period == 0))
        continue;
      for (guint32 j = 0; j < findings[i].n_places; j++)
        n_here += findings[i].places[j].article == article;
      if (n_here > 1 || (n_here == 1 && findings[i].period > 0))
        return &findings[i];
    }
  return NULL;
}

/* What the others have of the base in other words, or the second of two articles. */
static DoubletPhrase *
describe_reworded (const DoubletCollation *collation)
{
  guint          base = doublet_collation_get_base (collation);
  guint          other = base == 0 ? 1 : 0;
  DoubletPair    pair;
  DoubletPhrase *phrase;

  doublet_collation_find_pair (collation, other, base, &pair);
  if (pair.reworded_of_a == 0)
    return NULL;
  /* Translators: keep the names in braces: they become “64 words”, a file's name and the other file's name */
  phrase = doublet_phrase_new (_ ("Besides, {count} of {article} say in other words what is in {other}."));
  doublet_phrase_set (phrase, "count", "b",
                      doublet_wording_amount (collation, other, 2 * (guint64)pair.reworded_of_a));
  doublet_phrase_set (phrase, "article", "bdi", doublet_headline_get_name (collation, other));
  doublet_phrase_set (phrase, "other", "bdi", doublet_headline_get_name (collation, base));
  return phrase;
}

/* What of the second of two articles was not counted. */
static DoubletPhrase *
describe_boilerplate (const DoubletCollation *collation)
{
  guint          base = doublet_collation_get_base (collation);
  DoubletPair    pair;
  DoubletPhrase *phrase;

  doublet_collation_find_pair (collation, 1 - base, base, &pair);
  if (pair.of_a.boilerplate == 0)
    return NULL;
  /* Translators: keep the names in braces: they become “12 words” and a file's name */
  phrase = doublet_phrase_new (_ ("{count} of {article} that are in both are boilerplate and were left out."));
  doublet_phrase_set (phrase, "count", "span", doublet_wording_amount (collation, pair.a, pair.of_a.boilerplate));
  doublet_phrase_set (phrase, "article", "bdi", doublet_headline_get_name (collation, pair.a));
  return phrase;
}

static gboolean
measure (const DoubletCollation *collation,
         guint                   a,
         guint                   b,
         DoubletChangeFigures   *figures)
{
  g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, a, b);
  g_autofree guint8 *facts = NULL;

  if (alignment == NULL)
    return FALSE;
  facts = doublet_edit_facts_new (collation, alignment, a, b);
  doublet_changes_measure (collation, alignment, facts, a, b, figures);
  return TRUE;
}

/* How two articles differ, that they do not, or that nobody knows. */
static DoubletPhrase *
describe_difference (const DoubletCollation     *collation,
                     guint                       a,
                     guint                       b,
                     const DoubletChangeFigures *known) /* (nullable) */
{
  DoubletPhrase       *phrase = describe_sameness (collation, a, b);
  g_autofree char     *places = NULL;
  g_autofree char     *facts = NULL;
  DoubletChangeFigures figures;

  if (phrase != NULL)
    return phrase;
  if (known != NULL)
    figures = *known;
  else if (!measure (collation, a, b, &figures))
    return doublet_phrase_new (_ ("These two were not aligned: the comparison was stopped before."));

  /* Translators: between the parts of a list */
  places = doublet_change_figures_describe (&figures, collation, a, b, _ (", "));
  facts = doublet_change_figures_describe_facts (&figures);
  /* Translators: keep the names in braces: they become files' names and “12 words only in A, 9 changed places” */
  phrase = doublet_phrase_new (_ ("{article} and {other} differ: {figures}."));
  doublet_phrase_set (phrase, "article", "bdi", doublet_headline_get_name (collation, a));
  doublet_phrase_set (phrase, "other", "bdi", doublet_headline_get_name (collation, b));
  doublet_phrase_set (phrase, "figures", "span", g_strjoin (_ (", "), places, facts, NULL));
  return phrase;
}

/* How many of many articles differ from the base. */
static DoubletPhrase *
count_different (const DoubletCollation *collation)
{
  guint          base = doublet_collation_get_base (collation);
  guint          n_articles = doublet_collation_get_n_articles (collation);
  guint          n_different = 0;
  DoubletPhrase *phrase;
  gboolean       identical;

  for (guint i = 0; i < n_articles; i++)
    n_different += i != base && !is_same (collation, base, i, &identical);
  /* Translators: keep the names in braces: they become “12 of 14 articles” and a file's name */
  phrase = n_different == 0 ? doublet_phrase_new (_ ("None of the others differs from {article}."))
                            : doublet_phrase_new (ngettext ("{count} differs from {article}.", "{count} differ from {article}.", n_different));
  doublet_phrase_set (phrase, "count", "b",
                      g_strdup_printf (ngettext ("%u of %u article", "%u of %u articles", n_articles - 1), n_different, n_articles - 1));
  doublet_phrase_set (phrase, "article", "bdi", doublet_headline_get_name (collation, base));
  return phrase;
}

/* What there is to say where only differences were looked for. */
static void
add_differences (GPtrArray                         *phrases,
                 const DoubletCollation            *collation,
                 const DoubletChangeFigures *const *known) /* (nullable) */
{
  guint            base = doublet_collation_get_base (collation);
  guint            n_articles = doublet_collation_get_n_articles (collation);
  g_autofree char *not_looked_for = doublet_wording_not_looked_for ();

  if (n_articles > 1 + MAX_OTHERS)
    g_ptr_array_add (phrases, count_different (collation));
  else
    for (guint i = 0; i < n_articles; i++)
      if (i != base)
        g_ptr_array_add (phrases, describe_difference (collation, base, i, known != NULL ? known[i] : NULL));
  if (n_articles > 0)
    g_ptr_array_add (phrases, doublet_phrase_new (not_looked_for));
}

static guint64
get_n_words (const DoubletFinding *finding)
{
  return finding->period > 0 ? (guint64)finding->period * finding->times : finding->n_words;
}

static void
add_phrase (GPtrArray     *phrases,
            DoubletPhrase *phrase)
{
  if (phrase != NULL)
    g_ptr_array_add (phrases, phrase);
}

/* What the articles share, and what is repeated inside one. */
static void
add_passages (GPtrArray              *phrases,
              const DoubletCollation *collation)
{
  guint n_articles = doublet_collation_get_n_articles (collation);

  if (n_articles == 2)
    g_ptr_array_add (phrases, describe_pair (collation));
  else if (n_articles > 2)
    g_ptr_array_add (phrases, describe_many (collation));
  if (n_articles > 1)
    add_phrase (phrases, describe_details (collation));
  if (n_articles == 2)
    {
      add_phrase (phrases, describe_reworded (collation));
      add_phrase (phrases, describe_boilerplate (collation));
    }

  for (guint i = 0; i < n_articles && phrases->len < 1 + MAX_REPEATS; i++)
    {
      const DoubletFinding *repeat = find_repeat (collation, i);

      if (repeat != NULL && (n_articles == 1 || get_n_words (repeat) >= MIN_REPEAT_WORDS))
        {
          DoubletPhrase *phrase = doublet_phrase_new ("{repeat}");

          doublet_phrase_set (phrase, "repeat", NULL, doublet_wording_repeat (collation, repeat, i));
          g_ptr_array_add (phrases, phrase);
        }
    }
}

/**
 * doublet_headline_new:
 * @collation: a collation
 * @known: (nullable): for each article the figures of its differences from the base, with
 *   %NULL where nobody measured them yet; to measure them costs as much as all else here
 *
 * Returns: (transfer full) (element-type DoubletPhrase): the most important sentence,
 *   then those on what is repeated inside an article
 */
GPtrArray *
doublet_headline_new (const DoubletCollation            *collation,
                      const DoubletChangeFigures *const *known)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_phrase_free);

  if (doublet_collation_has_passages (collation))
    add_passages (phrases, collation);
  else
    add_differences (phrases, collation, known);
  if (phrases->len == 0)
    g_ptr_array_add (phrases, say_nothing_found (collation));
  return phrases;
}
