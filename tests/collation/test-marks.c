/* test-marks.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "collator.h"
#include "edit-facts.h"
#include "marks.h"

#include <string.h>

static void
check_order (const GArray *marks,
             gsize         n_bytes)
{
  guint32 reached = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const DoubletMark *mark = &g_array_index (marks, DoubletMark, i);

      g_assert_cmpuint (mark->start, >=, reached);
      g_assert_cmpuint (mark->end, >, mark->start);
      reached = mark->end;
    }
  g_assert_cmpuint (reached, <=, n_bytes);
}

/* The longest passage around each byte, by looking at all of them. */
static void
check_against_brute_force (const DoubletCollation *collation,
                           guint                   article,
                           const GArray           *marks,
                           const guint            *columns,
                           guint                   n_columns)
{
  gsize                 n_bytes;
  guint                 n;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);
  g_autofree guint32   *expected = NULL;
  guint                 at = 0;

  doublet_article_get_text (doublet_collation_get_article (collation, article), &n_bytes);
  expected = g_new (guint32, n_bytes + 1);
  memset (expected, 0xff, (n_bytes + 1) * sizeof *expected);
  for (guint i = n; i-- > 0;)
    if (doublet_marks_wants_finding (&findings[i], DOUBLET_MARKS_BOTH, columns, n_columns))
      for (guint j = 0; j < findings[i].n_places; j++)
        if (findings[i].places[j].article == article)
          for (guint32 k = findings[i].places[j].start; k < findings[i].places[j].end; k++)
            expected[k] = i;

  for (guint32 k = 0; k < n_bytes; k++)
    {
      const DoubletMark *mark;

      while (at < marks->len && g_array_index (marks, DoubletMark, at).end <= k)
        at++;
      mark = at < marks->len ? &g_array_index (marks, DoubletMark, at) : NULL;
      g_assert_cmpuint (mark != NULL && mark->start <= k ? mark->passage : DOUBLET_NO_PASSAGE, ==, expected[k]);
    }
}

static void
check_merged (const GArray *merged,
              const GArray *passages,
              const GArray *differences,
              gsize         n_bytes)
{
  const GArray *parts[] = { merged, passages, differences };
  guint         at[3] = { 0 };

  check_order (merged, n_bytes);
  for (guint32 k = 0; k < n_bytes; k++)
    {
      DoubletMarkFlags flags[3];

      for (guint i = 0; i < 3; i++)
        {
          while (at[i] < parts[i]->len && g_array_index (parts[i], DoubletMark, at[i]).end <= k)
            at[i]++;
          flags[i] = at[i] < parts[i]->len && g_array_index (parts[i], DoubletMark, at[i]).start <= k ? g_array_index (parts[i], DoubletMark, at[i]).flags : 0;
          flags[i] &= ~DOUBLET_MARK_STARTS;
        }
      g_assert_cmpint (flags[0], ==, flags[1] | flags[2]);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 1500; round++)
    {
      DoubletArticle *articles[2];
      guint           columns[] = { 0, 1 };

      for (guint i = 0; i < 2; i++)
        articles[i] = make_random_article (random, "r", 1 + round % 9, 4, 25);

      {
        g_autoptr (DoubletCollation) collation = collate (articles, 2, 0);
        g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
        g_autofree guint8 *facts = doublet_edit_facts_new (collation, alignment, 0, 1);

        for (guint i = 0; i < 2; i++)
          {
            g_autoptr (GArray) passages = doublet_marks_for_passages (collation, i, DOUBLET_MARKS_BOTH, columns, 2);
            g_autoptr (GArray) differences = doublet_marks_for_differences (collation, alignment, facts, 0, 1, i == 1);
            g_autoptr (GArray) merged = doublet_marks_merge (passages, differences);
            gsize n_bytes;

            doublet_article_get_text (articles[i], &n_bytes);
            check_order (passages, n_bytes);
            check_order (differences, n_bytes);
            check_merged (merged, passages, differences, n_bytes);
            check_against_brute_force (collation, i, passages, columns, 2);
          }
      }
      for (guint i = 0; i < 2; i++)
        doublet_article_unref (articles[i]);
    }
}

/* As the scopes say it, article by article. */
static gboolean
is_wanted (const DoubletFinding *finding,
           DoubletMarksScope     scope,
           const guint          *columns,
           guint                 n_columns)
{
  guint    n_with = 0;
  gboolean repeated = FALSE;

  for (guint c = 0; c < n_columns; c++)
    {
      guint n_places = 0;

      for (guint32 i = 0; i < finding->n_places; i++)
        n_places += finding->places[i].article == columns[c];
      n_with += n_places > 0;
      repeated |= n_places > 1 || (n_places == 1 && finding->period > 0);
    }
  return (scope != DOUBLET_MARKS_SHARED && repeated) || (scope != DOUBLET_MARKS_REPEATED && n_with > 1);
}

static void
test_wanted (void)
{
  static const guint all[] = { 2, 0, 3, 1 };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint round = 0; round < 200; round++)
    {
      DoubletArticle *articles[G_N_ELEMENTS (all)];
      g_autoptr (DoubletCollation) collation = NULL;
      const DoubletFinding *findings;
      guint                 n_findings;

      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        articles[i] = make_random_article (random, "r", 1 + round % 9, 4, 25);
      collation = collate (articles, G_N_ELEMENTS (all), 0);
      findings = doublet_collation_get_findings (collation, &n_findings);
      for (guint i = 0; i < n_findings; i++)
        for (DoubletMarksScope scope = DOUBLET_MARKS_SHARED; scope <= DOUBLET_MARKS_BOTH; scope++)
          {
            for (guint n = 0; n <= G_N_ELEMENTS (all); n++)
              g_assert_cmpint (doublet_marks_wants_finding (&findings[i], scope, all, n), ==, is_wanted (&findings[i], scope, all, n));
            g_assert_cmpint (doublet_marks_wants_finding (&findings[i], scope, NULL, 0), ==, is_wanted (&findings[i], scope, all, G_N_ELEMENTS (all)));
          }
      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        doublet_article_unref (articles[i]);
    }
}

/* Each occurrence that is seen at all has exactly one span that carries its number. */
static void
test_starts (void)
{
  static const char *const texts[] = {
    "The detour adds up to fourteen minutes to a crossing at peak times, by the authority’s own model.\n",
    "Note. The detour adds up to forty minutes to a crossing at peak times, by the authority’s own model.\n",
    NULL,
  };
  static const guint columns[] = { 0, 1 };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autoptr (GArray) marks = doublet_marks_for_passages (collation, 1, DOUBLET_MARKS_SHARED, columns, 2);
  guint n_starts = 0;
  guint n_differs = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const DoubletMark *mark = &g_array_index (marks, DoubletMark, i);

      n_starts += (mark->flags & DOUBLET_MARK_STARTS) != 0;
      if (mark->flags & DOUBLET_MARK_DIFFERS)
        {
          n_differs++;
          g_assert_cmpint (strncmp (texts[1] + mark->start, "forty", mark->end - mark->start), ==, 0);
        }
    }
  g_assert_cmpuint (n_starts, ==, 1);
  /* The reference differs nowhere from itself. */
  g_assert_cmpuint (n_differs, <=, 1);
}

static void
test_differences (void)
{
  static const char *const texts[] = {
    "The bridge will be closed for nine weeks from Monday.\nA paragraph which nobody else has printed so far.\n",
    "The bridge will be closed for ten weeks from Monday.\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
  g_autofree guint8 *facts = doublet_edit_facts_new (collation, alignment, 0, 1);
  g_autoptr (GArray) a = doublet_marks_for_differences (collation, alignment, facts, 0, 1, FALSE);
  g_autoptr (GArray) b = doublet_marks_for_differences (collation, alignment, facts, 0, 1, TRUE);
  const DoubletMark *mark;

  g_assert_cmpuint (a->len, ==, 2);
  mark = &g_array_index (a, DoubletMark, 0);
  g_assert_cmpint (mark->flags, ==, DOUBLET_MARK_DELETED);
  g_assert_cmpint (strncmp (texts[0] + mark->start, "nine", mark->end - mark->start), ==, 0);
  mark = &g_array_index (a, DoubletMark, 1);
  g_assert_cmpint (mark->flags, ==, DOUBLET_MARK_ONLY_HERE);
  g_assert_cmpuint (mark->end, ==, strlen (texts[0]) - 1);
  g_assert_cmpuint (b->len, ==, 1);
  mark = &g_array_index (b, DoubletMark, 0);
  g_assert_cmpint (mark->flags, ==, DOUBLET_MARK_INSERTED);
  g_assert_cmpint (strncmp (texts[1] + mark->start, "ten", mark->end - mark->start), ==, 0);
}

/* Each edit has its own facts, also behind segments that stand on one side only. */
static void
test_facts (void)
{
  static const char *const texts[] = {
    "A paragraph that nobody else has printed so far in the town.\nIt was closed for 14 days, slowly.\nThe fee is 20 cents.\n",
    "It was closed for 40 days, quickly.\nAnother one that is nowhere else, and which is long enough.\nThe fee is 20 euros.\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
  g_autofree guint8 *facts = doublet_edit_facts_new (collation, alignment, 0, 1);

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GArray) marks = doublet_marks_for_differences (collation, alignment, facts, 0, 1, side == 1);
      g_autoptr (GArray) plain = doublet_marks_for_differences (collation, alignment, NULL, 0, 1, side == 1);

      g_assert_cmpuint (marks->len, ==, 4);
      g_assert_cmpuint (plain->len, ==, marks->len);
      for (guint i = 0; i < marks->len; i++)
        {
          const DoubletMark *mark = &g_array_index (marks, DoubletMark, i);
          g_autofree char   *words = g_strndup (texts[side] + mark->start, mark->end - mark->start);
          gboolean           is_figure = strcmp (words, side == 0 ? "14" : "40") == 0;

          g_assert_cmpint ((mark->flags & DOUBLET_MARK_FACT) != 0, ==, is_figure);
          g_assert_cmpint (g_array_index (plain, DoubletMark, i).flags, ==, mark->flags & ~DOUBLET_MARK_FACT);
        }
    }
}

/* Quotations that are left out are not marked as if they were the same. */
static void
test_left_out (void)
{
  const char *const texts[] = {
    "The baker was angry and told the council: \u201cNobody walks around the bay\u201d, and then she left for good.",
    "The baker was angry and told the council: \u201cI have had enough of you\u201d, and then she left for good.",
    NULL
  };
  const guint    columns[] = { 0, 1 };
  DoubletOptions options;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);
  g_autoptr (DoubletCollation) collation = NULL;

  doublet_options_init (&options);
  options.ignore |= DOUBLET_IGNORE_QUOTATIONS;
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (articles, make_article ("text.txt", texts[i]));
  collation = doublet_collator_run ((DoubletArticle *const *)articles->pdata, 2, &options, 0, NULL);
  for (guint article = 0; article < 2; article++)
    {
      g_autoptr (GArray) marks = doublet_marks_for_passages (collation, article, DOUBLET_MARKS_SHARED, columns, 2);
      g_autoptr (GString) marked = g_string_new (NULL);
      const char *text = doublet_article_get_text (doublet_collation_get_article (collation, article), NULL);

      check_order (marks, strlen (text));
      for (guint i = 0; i < marks->len; i++)
        {
          const DoubletMark *mark = &g_array_index (marks, DoubletMark, i);

          g_assert_cmpint ((mark->flags & DOUBLET_MARK_STARTS) != 0, ==, i == 0);
          g_string_append_len (marked, text + mark->start, mark->end - mark->start);
          g_string_append_c (marked, '|');
        }
      g_assert_cmpstr (marked->str, ==, "The baker was angry and told the council: \u201c|\u201d, and then she left for good.|");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/random", test_random);
  g_test_add_func ("/marks/wanted", test_wanted);
  g_test_add_func ("/marks/starts", test_starts);
  g_test_add_func ("/marks/differences", test_differences);
  g_test_add_func ("/marks/facts", test_facts);
  g_test_add_func ("/marks/left-out", test_left_out);
  return g_test_run ();
}
