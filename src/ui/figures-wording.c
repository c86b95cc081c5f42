/* figures-wording.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "figures-wording.h"

#include "marks.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* A number that stands out; all other words are escaped by printing them with this. */
static char *
bold (const char *text)
{
  return g_markup_printf_escaped ("<b>%s</b>", text);
}

static char *
bold_number (guint n)
{
  return g_strdup_printf ("<b>%u</b>", n);
}

/* "27 % of B is also in A (106 of 388 words)" */
static void
add_share (GPtrArray              *parts,
           const DoubletCollation *collation,
           guint                   of,
           guint                   in,
           gboolean                with_counts)
{
  guint64          whole = doublet_collation_get_half_words (collation, of);
  const char      *label_of = doublet_collation_get_label (collation, of);
  const char      *label_in = doublet_collation_get_label (collation, in);
  DoubletPair      pair;
  g_autofree char *percent = NULL;
  g_autofree char *share = NULL;
  g_autofree char *counts = NULL;

  doublet_collation_find_pair (collation, of, in, &pair);
  percent = doublet_wording_percent (pair.of_a.half_words, whole);
  share = bold (percent);
  if (!with_counts)
    {
      /* Translators: a share, and letters of articles: “26 % of A is also in B” */
      g_ptr_array_add (parts, g_strdup_printf (_ ("%s of %s is also in %s"), share, label_of, label_in));
      return;
    }

  gboolean in_characters = doublet_collation_counts_characters (collation, of);
  counts = doublet_wording_part (collation, of, in_characters ? pair.of_a.half_words : pair.words_of_a_in_b);
  /* Translators: a share, letters of articles, and how much that is:
   * “27 % of B is also in A (106 of 388 words)” */
  g_ptr_array_add (parts, g_strdup_printf (_ ("%s of %s is also in %s (%s)"), share, label_of, label_in, counts));
}

static void
add_escaped (GPtrArray *parts,
             char      *text) /* owned, (nullable) */
{
  if (text != NULL)
    g_ptr_array_add (parts, g_markup_escape_text (text, -1));
  g_free (text);
}

/* Shared passages that are boilerplate: listed, and not counted. */
static guint
count_boilerplate (DoubletNavigator *navigator,
                   gboolean          all_articles)
{
  guint                 n_findings, n_columns, n = 0;
  const DoubletFinding *findings = doublet_collation_get_findings (doublet_navigator_get_collation (navigator), &n_findings);
  const guint          *columns = doublet_navigator_get_columns (navigator, &n_columns);

  for (guint i = 0; i < n_findings; i++)
    if (findings[i].boilerplate && (findings[i].kind & DOUBLET_FINDING_SHARED) != 0)
      n += all_articles || doublet_marks_wants_finding (&findings[i], DOUBLET_MARKS_SHARED, columns, n_columns);
  return n;
}

static void
add_two_columns (GPtrArray        *parts,
                 DoubletNavigator *navigator,
                 guint             a,
                 guint             b)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  const char       *label_a = doublet_collation_get_label (collation, a);
  const char       *label_b = doublet_collation_get_label (collation, b);
  DoubletPair       pair;

  add_share (parts, collation, b, a, TRUE);
  doublet_collation_find_pair (collation, b, a, &pair);
  add_escaped (parts, doublet_wording_unquoted (collation, &pair));
  add_share (parts, collation, a, b, FALSE);
  if (!doublet_collation_find_pair (collation, a, b, &pair))
    {
      add_escaped (parts, doublet_wording_boilerplate (collation, &pair));
      return;
    }

  g_autofree char *longest = bold_number (pair.longest);
  guint            n_passages = doublet_navigator_count_in_scope (navigator, FALSE) - count_boilerplate (navigator, FALSE);
  guint            in_all = doublet_navigator_count_items (navigator, DOUBLET_LENS_SHARED) - count_boilerplate (navigator, TRUE);
  g_autofree char *count = bold_number (n_passages);

  /* Translators: the length of the longest passage that is the same word for word */
  g_ptr_array_add (parts, g_strdup_printf (_ ("longest run %s"), longest));
  if (in_all > n_passages)
    /* Translators: letters of articles, and numbers of passages: those of these two, and all */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s and %s share %s passage (%u in all)", "%s and %s share %s passages (%u in all)", n_passages), label_a, label_b, count, in_all));
  else
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s and %s share %s passage", "%s and %s share %s passages", n_passages), label_a, label_b, count));
  add_escaped (parts, doublet_wording_boilerplate (collation, &pair));
}

static void
add_shared (GPtrArray        *parts,
            DoubletNavigator *navigator)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);

  if (n_columns == 2)
    {
      add_two_columns (parts, navigator, columns[0], columns[1]);
      return;
    }
  for (guint i = 1; i < n_columns; i++)
    add_share (parts, collation, columns[i], columns[0], TRUE);
}

static void
add_differences (GPtrArray        *parts,
                 DoubletNavigator *navigator)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);

  for (guint i = 1; i < n_columns; i++)
    {
      const DoubletChangeFigures *figures = doublet_navigator_get_change_figures (navigator, i);
      const char                 *label_a = doublet_collation_get_label (collation, columns[0]);
      const char                 *label_b = doublet_collation_get_label (collation, columns[i]);

      if (figures == NULL)
        continue;

      gboolean         in_characters = doublet_collation_counts_characters (collation, columns[0]);
      guint            n_only_a = in_characters ? figures->half_words_only_a : figures->words_only_a;
      g_autofree char *only_a = bold_number (n_only_a);
      g_autofree char *only_b = bold_number (in_characters ? figures->half_words_only_b : figures->words_only_b);
      g_autofree char *places = bold_number (figures->n_places);
      g_autofree char *moved = bold_number (figures->n_moved);

      if (in_characters)
        /* Translators: a number, and the letter of an article */
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s character only in %s", "%s characters only in %s", n_only_a), only_a, label_a));
      else
        /* Translators: a number, and the letter of an article */
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s word only in %s", "%s words only in %s", n_only_a), only_a, label_a));
      /* Translators: follows “12 words only in A” */
      g_ptr_array_add (parts, g_strdup_printf (_ ("%s only in %s"), only_b, label_b));
      g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s changed place", "%s changed places", figures->n_places), places));
      if (figures->n_moved > 0)
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s paragraph moved", "%s paragraphs moved", figures->n_moved), moved));
    }
}

static void
add_repeats (GPtrArray        *parts,
             DoubletNavigator *navigator)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      const DoubletRepeats *repeats = doublet_collation_get_repeats (collation, columns[i]);
      gboolean              in_characters = doublet_collation_counts_characters (collation, columns[i]);
      guint                 repeated = in_characters ? repeats->repeated_half_words : repeats->repeated_words;
      g_autofree char      *part = doublet_wording_part (collation, columns[i], repeated);
      g_autofree char      *count = bold (part);

      if (n_columns == 1)
        /* Translators: a part of an article: “278 of 556 words” */
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s stand in a second or later copy"), count));
      else
        /* Translators: the letter of an article, and a part of it: “278 of 556 words” */
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s: %s stand in a second or later copy"), doublet_collation_get_label (collation, columns[i]), count));
      if (n_columns == 1 && repeats->n_passages > 0)
        {
          g_autofree char *passages = bold_number (repeats->n_passages);
          g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s passage stands more than once", "%s passages stand more than once", repeats->n_passages), passages));
        }
    }
}

static void
add_overview (GPtrArray        *parts,
              DoubletNavigator *navigator)
{
  DoubletCollation  *collation = doublet_navigator_get_collation (navigator);
  guint              n_articles = doublet_collation_get_n_articles (collation);
  guint              n_passages = doublet_navigator_count_items (navigator, DOUBLET_LENS_SHARED) - count_boilerplate (navigator, TRUE);
  guint              n_pairs = 0, n_all_pairs;
  const DoubletPair *all_pairs;
  g_autofree char   *articles = bold_number (n_articles);
  g_autofree char   *passages = bold_number (n_passages);

  /* Word for word: what is only reworded, the matrix tells. */
  all_pairs = doublet_collation_get_pairs (collation, &n_all_pairs);
  for (guint i = 0; i < n_all_pairs; i++)
    n_pairs += all_pairs[i].of_a.half_words > 0;

  g_autofree char *pairs = bold_number (n_pairs);
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s article", "%s articles", n_articles), articles));
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s shared passage", "%s shared passages", n_passages), passages));
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s pair has wording in common", "%s pairs have wording in common", n_pairs), pairs));
}

/**
 * doublet_figures_wording_details:
 * @navigator: what is shown
 *
 * Returns: (transfer full) (nullable): what else is to be said of the shares of the
 *   columns, a line for each
 */
char *
doublet_figures_wording_details (DoubletNavigator *navigator)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (collation == NULL || doublet_collation_get_stage (collation) < DOUBLET_STAGE_PASSAGES || doublet_navigator_get_lens (navigator) != DOUBLET_LENS_SHARED || n_columns < 2)
    return NULL;
  for (guint i = 0; i < n_columns; i++)
    {
      guint            other = i > 0 ? 0 : 1;
      DoubletPair      pair;
      g_autofree char *details = NULL;

      /* The base beside several others has a share in each. */
      if (i == 0 && n_columns > 2)
        continue;
      doublet_collation_find_pair (collation, columns[i], columns[other], &pair);
      details = doublet_wording_details (collation, &pair, "; ");
      if (details != NULL)
        /* Translators: letters of articles, and what is said of the words of the first that are in the second: “B
         * in A: 30 words inside quotation marks, 19 % without quotations” */
        g_string_append_printf (lines, _ ("%s in %s: %s"), doublet_collation_get_label (collation, columns[i]), doublet_collation_get_label (collation, columns[other]), details);
      if (details != NULL)
        g_string_append_c (lines, '\n');
    }
  if (lines->len == 0)
    return NULL;
  g_string_truncate (lines, lines->len - 1);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * doublet_figures_wording_new:
 * @navigator: what is shown
 *
 * Returns: (transfer full) (element-type utf8): the figures that go with what is
 *   shown, each as markup; none while they are not known
 */
GPtrArray *
doublet_figures_wording_new (DoubletNavigator *navigator)
{
  GPtrArray        *parts = g_ptr_array_new_with_free_func (g_free);
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);

  if (collation == NULL || doublet_collation_get_stage (collation) < DOUBLET_STAGE_PASSAGES || doublet_collation_get_n_articles (collation) == 0)
    return parts;

  if (doublet_navigator_get_lens (navigator) != DOUBLET_LENS_DIFFERENCES && !doublet_collation_has_passages (collation))
    {
      add_escaped (parts, doublet_wording_not_looked_for ());
      return parts;
    }

  switch (doublet_navigator_get_lens (navigator))
    {
    case DOUBLET_LENS_OVERVIEW:
      add_overview (parts, navigator);
      break;
    case DOUBLET_LENS_DIFFERENCES:
      add_differences (parts, navigator);
      break;
    case DOUBLET_LENS_REPEATED:
      add_repeats (parts, navigator);
      break;
    case DOUBLET_LENS_SHARED:
    case DOUBLET_N_LENSES:
    default:
      add_shared (parts, navigator);
      break;
    }
  return parts;
}

/**
 * doublet_figures_wording_facts:
 * @navigator: what is shown
 *
 * Returns: (transfer full) (nullable): in how many facts the columns differ, as markup;
 *   %NULL if in none
 */
char *
doublet_figures_wording_facts (DoubletNavigator *navigator)
{
  guint            n_facts = doublet_navigator_count_facts (navigator, FALSE);
  g_autofree char *count = bold_number (n_facts);

  if (n_facts == 0 || doublet_navigator_get_lens (navigator) == DOUBLET_LENS_OVERVIEW)
    return NULL;
  /* Translators: in how many figures, names, quotations or negations articles differ */
  return g_strdup_printf (ngettext ("⚑ %s changed fact", "⚑ %s changed facts", n_facts), count);
}
