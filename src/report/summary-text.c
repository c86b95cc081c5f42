/* summary-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "summary-text.h"

#include "headline.h"
#include "visible-text.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* A short summary for a terminal: the articles, what was found in words, the longest
 * passages.  Nothing of an article can drive the terminal: see visible-text.c. */

#define MAX_PASSAGES 10
#define MAX_PLACES 4

/* So many facts of a passage are shown; JSON has them all. */
#define MAX_FACTS 4
#define MAX_PAIRS 20
#define EXCERPT_CHARS 72

static void
append_line (GString    *out,
             const char *indent,
             const char *text)
{
  g_autofree char *line = doublet_visible_text_dup_line (text);

  g_string_append (out, indent);
  g_string_append (out, line);
  g_string_append_c (out, '\n');
}

static void
append_articles (GString                *out,
                 const DoubletCollation *collation)
{
  guint                    n_unreadable;
  const DoubletUnreadable *unreadable = doublet_collation_get_unreadable (collation, &n_unreadable);

  for (guint i = 0; i < doublet_collation_get_n_articles (collation); i++)
    {
      const DoubletArticle *article = doublet_collation_get_article (collation, i);
      g_autofree char      *length = doublet_wording_length (collation, i);
      g_autofree char      *line = g_strdup_printf ("%s  %s, %s", doublet_collation_get_label (collation, i),
                                                    doublet_article_get_name (article), length);

      append_line (out, "", line);
      if (doublet_article_get_incomplete (article) != NULL)
        append_line (out, "   ", doublet_article_get_incomplete (article));
    }
  for (guint i = 0; i < n_unreadable; i++)
    {
      g_autofree char *line = g_strdup_printf ("–  %s: %s", unreadable[i].name, unreadable[i].reason);

      append_line (out, "", line);
    }
}

static void
append_boilerplate (GString                *out,
                    const DoubletCollation *collation)
{
  g_autofree char *sentence = doublet_wording_boilerplate_text (collation);

  if (sentence != NULL)
    append_line (out, "", sentence);
}

static void
append_headline (GString                *out,
                 const DoubletCollation *collation)
{
  g_autoptr (GPtrArray) phrases = doublet_headline_new (collation, NULL);

  g_string_append_c (out, '\n');
  for (guint i = 0; i < phrases->len; i++)
    {
      g_autofree char *text = doublet_phrase_to_text (phrases->pdata[i]);

      append_line (out, "", text);
    }
}

/* What of the share of an article is told apart. */
static void
append_details (GString                *out,
                const DoubletCollation *collation,
                guint                   of,
                guint                   in)
{
  DoubletPair      pair;
  g_autofree char *details = NULL;
  g_autofree char *line = NULL;

  doublet_collation_find_pair (collation, of, in, &pair);
  /* Said once, not of every pair. */
  pair.of_a.boilerplate = 0;
  details = doublet_wording_details (collation, &pair, "; ");
  if (details == NULL)
    return;
  /* Translators: the letter of an article, and what is said of its words: “A: 30 words inside quotation marks, 19 %
   * without quotations” */
  line = g_strdup_printf (_ ("%s: %s"), doublet_collation_get_label (collation, of), details);
  append_line (out, "   ", line);
}

/* Two articles that have nothing in common word for word. */
static void
append_reworded (GString                *out,
                 const DoubletCollation *collation,
                 const DoubletPair      *pair)
{
  g_autofree char *there = doublet_wording_percent (2 * (guint64)pair->reworded_of_a, doublet_collation_get_half_words (collation, pair->a));
  g_autofree char *back = doublet_wording_percent (2 * (guint64)pair->reworded_of_b, doublet_collation_get_half_words (collation, pair->b));
  const char      *a = doublet_collation_get_label (collation, pair->a);
  const char      *b = doublet_collation_get_label (collation, pair->b);
  g_autofree char *line = NULL;

  if (pair->reworded_of_a == 0 && pair->reworded_of_b == 0)
    return;
  /* Translators: letters of two articles, the share of the first that is in the second, and that of the second
   * in the first: “A, B: 12 % of A, 10 % of B, reworded” */
  line = g_strdup_printf (_ ("%s, %s: %s of %s, %s of %s, reworded"), a, b, there, a, back, b);
  append_line (out, "", line);
}

/* Of many articles, which belong together. */
static void
append_groups (GString                *out,
               const DoubletCollation *collation)
{
  g_autoptr (GArray) groups = NULL;
  gboolean is_first = TRUE;

  if (doublet_collation_get_n_articles (collation) < DOUBLET_GROUP_MIN_ARTICLES)
    return;

  groups = doublet_article_groups_new (collation);
  for (guint i = 0; i < groups->len; i++)
    {
      const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);
      g_autofree char           *line = doublet_wording_group (collation, group);

      if (group->n_articles < 2)
        continue;
      if (is_first)
        {
          g_string_append_c (out, '\n');
          append_line (out, "", _ ("Articles that belong together"));
        }
      is_first = FALSE;
      append_line (out, "", line);
    }
}

/* Of three or more articles, what each two have in common. */
static void
append_pairs (GString                *out,
              const DoubletCollation *collation)
{
  guint              n_pairs;
  const DoubletPair *pairs = doublet_collation_get_pairs (collation, &n_pairs);

  if (doublet_collation_get_n_articles (collation) < 3 || n_pairs == 0)
    return;

  g_string_append_c (out, '\n');
  for (guint i = 0; i < MIN (n_pairs, MAX_PAIRS); i++)
    {
      if (pairs[i].of_a.half_words == 0)
        {
          append_reworded (out, collation, &pairs[i]);
          continue;
        }

      const char      *a = doublet_collation_get_label (collation, pairs[i].a);
      const char      *b = doublet_collation_get_label (collation, pairs[i].b);
      g_autofree char *there = doublet_wording_percent (pairs[i].of_a.half_words, doublet_collation_get_half_words (collation, pairs[i].a));
      g_autofree char *back = doublet_wording_percent (pairs[i].of_b.half_words, doublet_collation_get_half_words (collation, pairs[i].b));
      g_autofree char *longest = doublet_wording_amount (collation, pairs[i].a, pairs[i].longest_half_words);
      /* Translators: letters of two articles, the share of the first in the second, that of the second in the
       * first, and a length: “A, B: 26 % of A, 27 % of B, longest run 45 words” */
      g_autofree char *line = g_strdup_printf (_ ("%s, %s: %s of %s, %s of %s, longest run %s"), a, b, there, a, back, b, longest);

      append_line (out, "", line);
      append_details (out, collation, pairs[i].a, pairs[i].b);
      append_details (out, collation, pairs[i].b, pairs[i].a);
    }
  if (n_pairs > MAX_PAIRS)
    append_line (out, "", "…");
}

static char *
join_places (const DoubletCollation *collation,
             const DoubletFinding   *finding)
{
  GString *places = g_string_new (NULL);

  for (guint32 i = 0; i < MIN (finding->n_places, MAX_PLACES); i++)
    {
      g_autofree char *place = doublet_wording_place (collation, &finding->places[i]);

      if (i > 0)
        g_string_append (places, "; ");
      g_string_append (places, place);
    }
  if (finding->n_places > MAX_PLACES)
    g_string_append (places, " …");
  return g_string_free (places, FALSE);
}

static void
append_passages (GString                *out,
                 const DoubletCollation *collation)
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  if (n_findings > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < MIN (n_findings, MAX_PASSAGES); i++)
    {
      const DoubletPlace *reference = &findings[i].places[findings[i].reference];
      g_autofree char    *length = doublet_wording_passage_length (collation, &findings[i]);
      g_autofree char    *remarks = doublet_wording_remarks (collation, &findings[i]);
      g_autofree char    *places = join_places (collation, &findings[i]);
      g_autofree char    *line = g_strdup_printf ("%u  %s: %s", i + 1, length, places);
      g_autofree char    *excerpt = doublet_wording_place_excerpt (collation, reference, EXCERPT_CHARS);

      append_line (out, "", line);
      append_line (out, "   ", excerpt);
      if (remarks != NULL)
        append_line (out, "   ", remarks);
      for (guint32 j = 0; j < MIN (findings[i].n_facts, MAX_FACTS); j++)
        {
          g_autofree char *fact = doublet_wording_fact (collation, &findings[i], &findings[i].facts[j]);

          append_line (out, "   ⚑ ", fact);
        }
      if (findings[i].n_facts > MAX_FACTS)
        {
          guint            n = findings[i].n_facts - MAX_FACTS;
          g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

          append_line (out, "   ⚑ ", more);
        }
    }
  if (n_findings > MAX_PASSAGES)
    {
      guint            n = n_findings - MAX_PASSAGES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u shorter passage", "and %u shorter passages", n), n);

      append_line (out, "", more);
    }
}

static void
append_incomplete (GString                    *out,
                   const DoubletCollation     *collation,
                   const DoubletReportOptions *options)
{
  g_auto (GStrv) capped = doublet_collation_dup_capped (collation);

  if (options->incomplete || (capped != NULL && capped[0] != NULL))
    {
      g_string_append_c (out, '\n');
      append_line (out, "", _ ("These figures are incomplete."));
    }
  if (options->incomplete)
    append_line (out, "", _ ("The comparison was stopped before it was finished."));
  for (guint i = 0; capped != NULL && capped[i] != NULL; i++)
    append_line (out, "", capped[i]);
}

/**
 * doublet_summary_write:
 * @collation: a collation
 * @options: how
 *
 * Returns: (transfer full): a summary in lines of text
 */
GBytes *
doublet_summary_write (const DoubletCollation     *collation,
                       const DoubletReportOptions *options)
{
  GString *out = g_string_new (NULL);

  if (options->title != NULL)
    {
      append_line (out, "", options->title);
      g_string_append_c (out, '\n');
    }
  append_articles (out, collation);
  append_boilerplate (out, collation);
  append_headline (out, collation);
  append_groups (out, collation);
  append_pairs (out, collation);
  append_passages (out, collation);
  append_incomplete (out, collation, options);
  return g_string_free_to_bytes (out);
}
