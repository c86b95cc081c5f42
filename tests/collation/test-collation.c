/* test-collation.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"

#include "stop-flag.h"
#include "collator.h"
#include "rows.h"

#include <gio/gio.h>

#include <string.h>

/* A paragraph of its own and a block of two that stands twice. */
#define OPENING "The museum on the hill opened its doors again last week.\n"
#define BLOCK                                                                            \
  "Workmen had spent three winters on the roof, and nobody in town believed the date.\n" \
  "The keeper of prints, who had slept in the building, said that she would miss the quiet.\n"
#define REPEATED OPENING BLOCK BLOCK

static void
test_repeat (void)
{
  static const char *const texts[] = { REPEATED, NULL };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  guint                 n;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (findings[0].kind, ==, DOUBLET_FINDING_REPEATED);
  g_assert_cmpint (findings[0].match, ==, DOUBLET_PASSAGE_VERBATIM);
  g_assert_cmpuint (findings[0].n_words, ==, 32);
  g_assert_cmpuint (findings[0].n_places, ==, 2);
  g_assert_cmpuint (findings[0].places[0].first_block, ==, 1);
  g_assert_cmpuint (findings[0].places[0].last_block, ==, 2);
  g_assert_cmpuint (findings[0].places[1].first_block, ==, 3);
  g_assert_cmpuint (findings[0].places[1].last_block, ==, 4);
  /* The full stop that both copies have is marked with them. */
  g_assert_cmpuint (findings[0].places[0].start, ==, strlen (OPENING));
  g_assert_cmpuint (findings[0].places[0].end, ==, strlen (OPENING BLOCK) - 1);
  g_assert_cmpuint (doublet_collation_get_repeats (collation, 0)->repeated_words, ==, 32);
  g_assert_cmpuint (doublet_collation_get_repeats (collation, 0)->n_passages, ==, 1);
}

/* What is loaded beside an article changes nothing of what it has inside. */
static void
test_repeat_beside_copy (void)
{
  static const char *const texts[][4] = {
    { REPEATED, REPEATED, NULL },
    { REPEATED, OPENING BLOCK "An evening of speeches followed, as it does.\n" BLOCK, NULL },
    { REPEATED, REPEATED, BLOCK, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DoubletCollation) collation = make_collation (texts[i], 0);
      guint                 n;
      const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);
      guint                 n_of_block = 0;

      for (guint j = 0; j < n; j++)
        if (findings[j].n_words == 32)
          {
            n_of_block++;
            g_assert_true (findings[j].kind & DOUBLET_FINDING_REPEATED);
          }
      g_assert_cmpuint (n_of_block, ==, 1);
      g_assert_cmpuint (doublet_collation_get_repeats (collation, 0)->repeated_words, ==, 32);
    }
}

static void
test_share (void)
{
  static const char *const texts[] = {
    "Tonight.\nThe harbour master closed the northern quay because of the storm.\n",
    "A report. The harbour master closed the northern quay because of the storm. More follows here.\n",
    "Nothing of this kind stands in the third one.\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  DoubletPair pair;

  g_assert_true (doublet_collation_find_pair (collation, 1, 0, &pair));
  g_assert_cmpuint (pair.a, ==, 1);
  g_assert_cmpuint (pair.words_of_a_in_b, ==, 11);
  g_assert_cmpuint (pair.words_of_b_in_a, ==, 11);
  g_assert_cmpuint (pair.longest, ==, 11);
  g_assert_cmpuint (pair.n_passages, ==, 1);
  g_assert_false (doublet_collation_find_pair (collation, 0, 2, &pair));
  g_assert_cmpuint (pair.words_of_a_in_b, ==, 0);
  g_assert_cmpint (doublet_collation_get_stage (collation), ==, DOUBLET_STAGE_ALIGNED);
  g_assert_true (doublet_collation_is_aligned (collation, 2, 0));
  g_assert_false (doublet_collation_is_aligned (collation, 1, 2));
}

static void
test_inside (void)
{
  static const char *const texts[] = {
    "One two three four five six seven eight nine ten eleven twelve.\n",
    "One two three four five six seven eight nine ten eleven twelve.\n",
    "Quite other words, then three four five six seven eight nine, and no more.\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  guint                 n;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (findings[0].n_words, ==, 12);
  g_assert_cmpuint (findings[1].n_words, ==, 7);
  g_assert_cmpuint (findings[1].n_places, ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (findings[1].places[i].n_inside, ==, 1);
      g_assert_cmpuint (findings[1].places[i].inside[0], ==, 0);
    }
  g_assert_cmpuint (findings[1].places[2].n_inside, ==, 0);
}

static void
test_labels (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (DoubletCollation) collation = NULL;

  for (guint i = 0; i < 30; i++)
    g_ptr_array_add (texts, (gpointer) "Word.\n");
  g_ptr_array_add (texts, NULL);
  collation = make_collation ((const char *const *)texts->pdata, 0);

  g_assert_cmpstr (doublet_collation_get_label (collation, 0), ==, "A");
  g_assert_cmpstr (doublet_collation_get_label (collation, 25), ==, "Z");
  g_assert_cmpstr (doublet_collation_get_label (collation, 26), ==, "AA");
  g_assert_cmpstr (doublet_collation_get_label (collation, 29), ==, "AD");
}

static void
test_nothing (void)
{
  static const char *const none[] = { NULL };
  static const char *const empty[] = { "", "Some words stand here alone.\n", NULL };
  guint                    n;

  g_autoptr (DoubletCollation) of_none = make_collation (none, 0);
  g_autoptr (DoubletCollation) of_empty = make_collation (empty, 0);

  g_assert_cmpuint (doublet_collation_get_n_articles (of_none), ==, 0);
  g_assert_cmpint (doublet_collation_get_stage (of_none), ==, DOUBLET_STAGE_ALIGNED);
  doublet_collation_get_findings (of_empty, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (doublet_collation_get_n_words (of_empty, 0), ==, 0);
}

/* A place as a line that does not tell in which order articles were loaded. */
static void
append_place (GPtrArray              *lines,
              const DoubletCollation *collation,
              const DoubletFinding   *finding,
              const DoubletPlace     *place)
{
  DoubletArticle *article = doublet_collation_get_article (collation, place->article);

  g_ptr_array_add (lines, g_strdup_printf ("%016" G_GINT64_MODIFIER "x %u %d %s %u-%u %u/%u %u edits",
                                           finding->fingerprint, finding->n_places, finding->match,
                                           doublet_article_get_name (article), place->start, place->end,
                                           place->n_identical, place->n_words, place->n_edits));
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
describe (const DoubletCollation *collation)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint                 n;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);
  const DoubletPair    *pairs;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < findings[i].n_places; j++)
      append_place (lines, collation, &findings[i], &findings[i].places[j]);

  pairs = doublet_collation_get_pairs (collation, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *a = doublet_article_get_name (doublet_collation_get_article (collation, pairs[i].a));
      const char *b = doublet_article_get_name (doublet_collation_get_article (collation, pairs[i].b));

      g_ptr_array_add (lines, g_strdup_printf ("%s in %s: %u", a, b, pairs[i].words_of_a_in_b));
      g_ptr_array_add (lines, g_strdup_printf ("%s in %s: %u", b, a, pairs[i].words_of_b_in_a));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

static void
test_order_of_loading (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 400; round++)
    {
      DoubletArticle  *articles[3];
      DoubletArticle  *turned[3];
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;

      for (guint i = 0; i < 3; i++)
        {
          const char name[] = { 'a' + i, '\0' };

          articles[i] = make_random_article (random, name, 2 + round % 7, 4, 20);
        }
      for (guint i = 0; i < 3; i++)
        turned[i] = articles[(i + 1 + round % 2) % 3];

      {
        g_autoptr (DoubletCollation) one = collate (articles, 3, 0);
        g_autoptr (DoubletCollation) two = collate (turned, 3, 0);

        expected = describe (one);
        found = describe (two);
      }
      g_assert_cmpstr (expected, ==, found);
      for (guint i = 0; i < 3; i++)
        doublet_article_unref (articles[i]);
    }
}

static void
check_same_alignment (const DoubletAlignment *x,
                      const DoubletAlignment *y)
{
  g_assert_cmpuint (x->n_segments, ==, y->n_segments);
  g_assert_cmpuint (x->n_moves, ==, y->n_moves);
  for (guint32 i = 0; i < x->n_segments; i++)
    {
      const DoubletSegment *p = &x->segments[i];
      const DoubletSegment *q = &y->segments[i];

      g_assert_cmpint (p->kind, ==, q->kind);
      g_assert_cmpuint (p->a_start, ==, q->a_start);
      g_assert_cmpuint (p->a_end, ==, q->a_end);
      g_assert_cmpuint (p->b_start, ==, q->b_start);
      g_assert_cmpuint (p->b_end, ==, q->b_end);
      g_assert_cmpuint (p->move, ==, q->move);
      g_assert_cmpmem (p->edits, p->n_edits * sizeof *p->edits, q->edits, q->n_edits * sizeof *q->edits);
    }
}

static void
check_same_rows (const DoubletCollation *x,
                 const DoubletCollation *y)
{
  static const guint columns[] = { 0, 1, 2 };
  g_autoptr (DoubletRows) of_x = doublet_rows_new (x, columns, G_N_ELEMENTS (columns));
  g_autoptr (DoubletRows) of_y = doublet_rows_new (y, columns, G_N_ELEMENTS (columns));

  g_assert_cmpmem (of_x->cells, of_x->n_rows * of_x->n_columns * sizeof *of_x->cells,
                   of_y->cells, of_y->n_rows * of_y->n_columns * sizeof *of_y->cells);
}

/* Without passages there is nothing of them, and all else is as with them. */
static void
test_differences_only (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint round = 0; round < 60; round++)
    {
      DoubletArticle *articles[3];
      DoubletOptions  options;
      g_autoptr (DoubletCollation) all = NULL;
      g_autoptr (DoubletCollation) differences = NULL;
      guint n;

      for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
        articles[i] = round == 0 ? make_article ("a", REPEATED) : make_random_article (rand, "a", 4, 8, 12);
      doublet_options_init (&options);
      options.ignore = round % 32;
      all = doublet_collator_run (articles, G_N_ELEMENTS (articles), &options, 0, NULL);
      options.passages = FALSE;
      differences = doublet_collator_run (articles, G_N_ELEMENTS (articles), &options, 0, NULL);

      g_assert_true (doublet_collation_has_passages (all));
      g_assert_false (doublet_collation_has_passages (differences));
      g_assert_cmpint (doublet_collation_get_stage (differences), ==, DOUBLET_STAGE_ALIGNED);
      doublet_collation_get_findings (differences, &n);
      g_assert_cmpuint (n, ==, 0);
      doublet_collation_get_pairs (differences, &n);
      g_assert_cmpuint (n, ==, 0);
      for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
        {
          g_assert_cmpuint (doublet_collation_get_repeats (differences, i)->n_passages, ==, 0);
          g_assert_cmpuint (doublet_collation_get_half_words (differences, i), ==, doublet_collation_get_half_words (all, i));
        }
      for (guint i = 1; i < G_N_ELEMENTS (articles); i++)
        {
          g_autoptr (DoubletAlignment) x = doublet_collation_dup_alignment (all, 0, i);
          g_autoptr (DoubletAlignment) y = doublet_collation_dup_alignment (differences, 0, i);

          check_same_alignment (x, y);
        }
      check_same_rows (all, differences);
      for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
        doublet_article_unref (articles[i]);
    }
}

static void
test_cancelled (void)
{
  int stop = FALSE;
  g_autoptr (DoubletArticle) article = make_article ("a", REPEATED);
  DoubletProgress progress = { STOP_FLAG (&stop) };
  DoubletOptions  options;

  doublet_options_init (&options);
  stop = TRUE;
  g_assert_null (doublet_collator_run (&article, 1, &options, 0, &progress));
  options.passages = FALSE;
  g_assert_null (doublet_collator_run (&article, 1, &options, 0, &progress));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collation/repeat", test_repeat);
  g_test_add_func ("/collation/repeat-beside-copy", test_repeat_beside_copy);
  g_test_add_func ("/collation/share", test_share);
  g_test_add_func ("/collation/inside", test_inside);
  g_test_add_func ("/collation/labels", test_labels);
  g_test_add_func ("/collation/nothing", test_nothing);
  g_test_add_func ("/collation/order-of-loading", test_order_of_loading);
  g_test_add_func ("/collation/differences-only", test_differences_only);
  g_test_add_func ("/collation/cancelled", test_cancelled);
  return g_test_run ();
}
