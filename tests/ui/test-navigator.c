/* test-navigator.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "navigator.h"

#include <string.h>

#define BRIDGE "the swing span will be closed to road traffic from Monday while engineers replace the bearings"
#define EAST "we know what this means for people on the east bank said the woman who runs the works"
#define FERRY "ferries will run every ten minutes until midnight for the length of the works at the quay"

/* What a navigator told since it was last asked. */
typedef struct
{
  DoubletNavigator       *navigator;
  DoubletNavigatorAspects aspects;
} Fixture;

static void
changed_cb (DoubletNavigator *navigator,
            guint             aspects,
            Fixture          *fixture)
{
  fixture->aspects |= aspects;
}

static DoubletNavigatorAspects
take_aspects (Fixture *fixture)
{
  DoubletNavigatorAspects aspects = fixture->aspects;

  fixture->aspects = 0;
  return aspects;
}

static void
show (Fixture           *fixture,
      const char *const *texts)
{
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);

  doublet_navigator_set_collation (fixture->navigator, collation);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->navigator = doublet_navigator_new ();
  g_signal_connect (fixture->navigator, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->navigator);
}

static void
assert_columns (Fixture    *fixture,
                const char *expected)
{
  guint        n_columns;
  const guint *columns = doublet_navigator_get_columns (fixture->navigator, &n_columns);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_c (found, 'A' + (char)columns[i]);
  g_assert_cmpstr (found->str, ==, expected);
}

static const DoubletFinding *
get_finding (Fixture *fixture,
             guint    item)
{
  guint                       n_findings;
  const DoubletNavigatorItem *line = doublet_navigator_get_item (fixture->navigator, item);
  const DoubletFinding       *findings = doublet_collation_get_findings (doublet_navigator_get_collation (fixture->navigator), &n_findings);

  g_assert_nonnull (line);
  g_assert_cmpuint (line->finding, <, n_findings);
  return &findings[line->finding];
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  guint n_columns;

  doublet_navigator_step (fixture->navigator, 1);
  doublet_navigator_next_place (fixture->navigator);
  doublet_navigator_select (fixture->navigator, 3, 7);
  doublet_navigator_select_finding (fixture->navigator, 0, 0);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_SHARED);
  doublet_navigator_set_columns (fixture->navigator, (const guint[]){ 0, 1 }, 2);
  doublet_navigator_get_columns (fixture->navigator, &n_columns);

  g_assert_cmpuint (n_columns, ==, 0);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 0);
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), ==, DOUBLET_NO_ITEM);
  g_assert_cmpuint (doublet_navigator_count_items (fixture->navigator, DOUBLET_LENS_SHARED), ==, 0);
  g_assert_null (doublet_navigator_get_item (fixture->navigator, 0));
  g_assert_null (doublet_navigator_dup_alignment (fixture->navigator, 1));
  for (DoubletLens lens = 0; lens < DOUBLET_N_LENSES; lens++)
    g_assert_false (doublet_navigator_has_lens (fixture->navigator, lens));
}

typedef struct
{
  const char *name;
  const char *texts[7];
  DoubletLens lens;
  const char *columns;
} FirstCase;

static const FirstCase first_cases[] = {
  { "one", { BRIDGE }, DOUBLET_LENS_REPEATED, "A" },
  { "two drafts", { BRIDGE "\n" EAST, BRIDGE "\n" EAST " now" }, DOUBLET_LENS_DIFFERENCES, "AB" },
  { "a short piece inside a long one", { BRIDGE, BRIDGE "\n" EAST "\n" FERRY }, DOUBLET_LENS_DIFFERENCES, "AB" },
  { "two stories", { BRIDGE "\n" EAST " and much else of its own that nobody has ever seen anywhere", FERRY "\n one two three four five six seven " BRIDGE " eight nine ten eleven twelve" }, DOUBLET_LENS_SHARED, "AB" },
  { "nothing in common", { BRIDGE, EAST }, DOUBLET_LENS_SHARED, "AB" },
  { "three", { BRIDGE, BRIDGE, EAST }, DOUBLET_LENS_SHARED, "ABC" },
  { "four", { BRIDGE, BRIDGE, EAST, EAST }, DOUBLET_LENS_SHARED, "ABCD" },
  { "five", { BRIDGE, BRIDGE, EAST, EAST, FERRY }, DOUBLET_LENS_OVERVIEW, "CD" },
  { "empty ones", { "", "" }, DOUBLET_LENS_DIFFERENCES, "AB" },
};

/* Where passages were not looked for, differences are what there is to see. */
static void
test_first_lens_of_differences (Fixture      *fixture,
                                gconstpointer data)
{
  static const char *const texts[] = { BRIDGE, EAST, FERRY, BRIDGE, EAST, NULL };

  for (guint n = 1; n <= 5; n++)
    {
      g_autoptr (DoubletCollation) collation = make_differences (texts + 5 - n, 0);

      doublet_navigator_set_collation (fixture->navigator, NULL);
      doublet_navigator_set_collation (fixture->navigator, collation);
      g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, n == 1 ? DOUBLET_LENS_REPEATED : DOUBLET_LENS_DIFFERENCES);
      g_assert_cmpuint (doublet_navigator_count_items (fixture->navigator, DOUBLET_LENS_SHARED), ==, 0);
    }
}

static void
test_first_lens (Fixture      *fixture,
                 gconstpointer data)
{
  const FirstCase *first = data;

  show (fixture, first->texts);
  if (*first->texts[0] != '\0')
    g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, first->lens);
  assert_columns (fixture, first->columns);
  g_assert_cmpuint (take_aspects (fixture) & DOUBLET_NAVIGATOR_COLLATION, !=, 0);
}

static void
test_chosen_lens_stays (Fixture      *fixture,
                        gconstpointer data)
{
  const char *const two[] = { BRIDGE, BRIDGE, NULL };
  const char *const three[] = { BRIDGE, BRIDGE, EAST, NULL };
  const char *const one[] = { BRIDGE, NULL };

  show (fixture, two);
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_DIFFERENCES);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_OVERVIEW);
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_DIFFERENCES);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_REPEATED);
  show (fixture, three);
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_REPEATED);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_OVERVIEW);
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_OVERVIEW);

  /* What cannot be shown is not shown. */
  show (fixture, one);
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_REPEATED);
  doublet_navigator_set_collation (fixture->navigator, NULL);
  show (fixture, two);
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_DIFFERENCES);
}

/* The only lens of one article is no choice. */
static void
test_second_article_switches (Fixture      *fixture,
                              gconstpointer data)
{
  const char *const one[] = { BRIDGE, NULL };
  const char *const two[] = { BRIDGE, EAST, NULL };

  show (fixture, one);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_REPEATED);
  show (fixture, two);
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_SHARED);
}

static void
test_steps_and_places (Fixture      *fixture,
                       gconstpointer data)
{
  const char *const texts[] = { BRIDGE "\n" EAST "\nmuch else stands here and fills this paragraph", EAST "\nnothing like that\n" BRIDGE "\n" EAST, NULL };

  show (fixture, texts);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_SHARED);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 2);
  take_aspects (fixture);

  doublet_navigator_step (fixture->navigator, -1);
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), ==, 1);
  doublet_navigator_step (fixture->navigator, 1);
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), ==, 1);
  doublet_navigator_step (fixture->navigator, -1);
  doublet_navigator_step (fixture->navigator, -1);
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), ==, 0);
  g_assert_cmpuint (take_aspects (fixture), ==, DOUBLET_NAVIGATOR_SELECTION);

  /* Both paragraphs together stand twice, the second of them three times: round and round. */
  doublet_navigator_step (fixture->navigator, 1);
  g_assert_cmpuint (doublet_navigator_get_n_places (fixture->navigator, 0), ==, 2);
  g_assert_cmpuint (doublet_navigator_get_n_places (fixture->navigator, 1), ==, 3);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (doublet_navigator_get_selected_place (fixture->navigator), ==, i % 3);
      doublet_navigator_next_place (fixture->navigator);
    }
  g_assert_cmpuint (take_aspects (fixture), ==, DOUBLET_NAVIGATOR_SELECTION);

  doublet_navigator_select (fixture->navigator, DOUBLET_NO_ITEM, 0);
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), ==, DOUBLET_NO_ITEM);
  take_aspects (fixture);
  doublet_navigator_select (fixture->navigator, DOUBLET_NO_ITEM, 0);
  g_assert_cmpuint (take_aspects (fixture), ==, 0);
}

static void
test_place_in_hidden_article (Fixture      *fixture,
                              gconstpointer data)
{
  const char *const texts[] = { BRIDGE " a b c", EAST " d e f", BRIDGE " g h i", FERRY " j", FERRY " k", BRIDGE " l", NULL };

  show (fixture, texts);
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_OVERVIEW);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 2);

  /* Of more articles than there is room for, the two that have the most in common. */
  assert_columns (fixture, "DE");
  doublet_navigator_set_columns (fixture->navigator, (const guint[]){ 0, 1 }, 2);

  /* The overview's lines lead to the texts, with both articles of the passage. */
  for (guint i = 0; i < 2; i++)
    if (get_finding (fixture, i)->n_places == 2)
      {
        doublet_navigator_select (fixture->navigator, i, DOUBLET_BEST_PLACE);
        break;
      }
  assert_columns (fixture, "DE");
  g_assert_cmpuint (doublet_navigator_get_lens (fixture->navigator), ==, DOUBLET_LENS_SHARED);
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), ==, 0);

  /* The next copy is in an article that is not shown: a column turns to it. */
  doublet_navigator_set_columns (fixture->navigator, (const guint[]){ 0, 2 }, 2);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 1);
  doublet_navigator_step (fixture->navigator, 1);
  doublet_navigator_next_place (fixture->navigator);
  assert_columns (fixture, "AC");
  doublet_navigator_next_place (fixture->navigator);
  assert_columns (fixture, "AF");
  doublet_navigator_next_place (fixture->navigator);
  assert_columns (fixture, "AF");
}

static void
test_selection_survives (Fixture      *fixture,
                         gconstpointer data)
{
  const char *const texts[] = { EAST "\n" FERRY " one\n" BRIDGE "\n" BRIDGE, EAST "\n" FERRY " two\nsomething\n" BRIDGE, NULL };
  const char *const more[] = { EAST "\n" FERRY " one\n" BRIDGE "\n" BRIDGE, EAST "\n" FERRY " two\nsomething\n" BRIDGE, "and " EAST " a\n" EAST " b\n" BRIDGE " c", NULL };
  guint64           fingerprint;

  show (fixture, texts);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_SHARED);
  for (guint i = 0; i < doublet_navigator_get_n_items (fixture->navigator); i++)
    if (get_finding (fixture, i)->kind & DOUBLET_FINDING_REPEATED)
      doublet_navigator_select (fixture->navigator, i, DOUBLET_BEST_PLACE);
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), !=, DOUBLET_NO_ITEM);
  fingerprint = get_finding (fixture, doublet_navigator_get_selected (fixture->navigator))->fingerprint;

  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_REPEATED);
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), ==, 0);
  g_assert_true (get_finding (fixture, 0)->fingerprint == fingerprint);

  /* To the differences and back, whether or not there is one at that place. */
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_DIFFERENCES);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_SHARED);
  g_assert_true (get_finding (fixture, doublet_navigator_get_selected (fixture->navigator))->fingerprint == fingerprint);

  /* Another order, a filter that it passes, a collation in which it has another number. */
  doublet_navigator_set_order (fixture->navigator, DOUBLET_ORDER_READING);
  g_assert_true (get_finding (fixture, doublet_navigator_get_selected (fixture->navigator))->fingerprint == fingerprint);
  doublet_navigator_set_filter (fixture->navigator, "SWING span");
  g_assert_true (get_finding (fixture, doublet_navigator_get_selected (fixture->navigator))->fingerprint == fingerprint);
  doublet_navigator_set_filter (fixture->navigator, "no such words");
  g_assert_cmpuint (doublet_navigator_get_selected (fixture->navigator), ==, DOUBLET_NO_ITEM);
  doublet_navigator_set_filter (fixture->navigator, "");
  g_assert_true (get_finding (fixture, doublet_navigator_get_selected (fixture->navigator))->fingerprint == fingerprint);
  show (fixture, more);
  g_assert_true (get_finding (fixture, doublet_navigator_get_selected (fixture->navigator))->fingerprint == fingerprint);
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  const char *const texts[] = { "Der Fluß steigt seit heute früh um acht Uhr\nstetig an und niemand weiß warum.\n" BRIDGE, "x " BRIDGE "\nDer Fluß steigt seit heute früh um acht Uhr\nstetig an", NULL };

  show (fixture, texts);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_SHARED);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 2);
  doublet_navigator_set_filter (fixture->navigator, "FLUSS  ");
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 1);
  doublet_navigator_set_filter (fixture->navigator, "fru\xcc\x88h");
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 1);
  doublet_navigator_set_filter (fixture->navigator, "no such words");
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 0);
  g_assert_cmpuint (doublet_navigator_count_in_scope (fixture->navigator, FALSE), ==, 2);
  doublet_navigator_set_filter (fixture->navigator, "\xff\xfe");
  g_assert_cmpuint (doublet_navigator_count_items (fixture->navigator, DOUBLET_LENS_SHARED), ==, 2);
}

static void
test_scope (Fixture      *fixture,
            gconstpointer data)
{
  const char *const texts[] = { BRIDGE " a", BRIDGE " b", EAST " c", EAST " d", FERRY " " FERRY, NULL };

  show (fixture, texts);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_SHARED);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 1);
  g_assert_cmpuint (doublet_navigator_count_in_scope (fixture->navigator, TRUE), ==, 2);
  g_assert_cmpuint (doublet_navigator_count_items (fixture->navigator, DOUBLET_LENS_SHARED), ==, 2);
  doublet_navigator_set_all_articles (fixture->navigator, TRUE);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 2);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_REPEATED);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 1);
  doublet_navigator_select (fixture->navigator, 0, DOUBLET_BEST_PLACE);
  assert_columns (fixture, "CE");
}

static void
test_rows_capped (Fixture      *fixture,
                  gconstpointer data)
{
  g_assert_false (doublet_navigator_get_rows_capped (fixture->navigator));
  doublet_navigator_set_rows_capped (fixture->navigator, TRUE);
  g_assert_cmpuint (take_aspects (fixture), ==, DOUBLET_NAVIGATOR_ROWS);
  doublet_navigator_set_rows_capped (fixture->navigator, TRUE);
  g_assert_cmpuint (take_aspects (fixture), ==, 0);
  g_assert_true (doublet_navigator_get_rows_capped (fixture->navigator));
}

static void
test_columns (Fixture      *fixture,
              gconstpointer data)
{
  const char *const three[] = { BRIDGE " a", EAST " b", FERRY " c", NULL };
  const char *const two[] = { BRIDGE " a", FERRY " c", NULL };
  const char *const six[] = { BRIDGE, EAST, FERRY, BRIDGE, EAST, FERRY, NULL };

  show (fixture, three);
  assert_columns (fixture, "ABC");
  take_aspects (fixture);
  doublet_navigator_set_columns (fixture->navigator, (const guint[]){ 2, 2, 9, 0, 2 }, 5);
  assert_columns (fixture, "CA");
  g_assert_cmpuint (take_aspects (fixture) & DOUBLET_NAVIGATOR_COLUMNS, !=, 0);
  doublet_navigator_set_columns (fixture->navigator, (const guint[]){ 2, 0 }, 2);
  g_assert_cmpuint (take_aspects (fixture), ==, 0);
  doublet_navigator_set_columns (fixture->navigator, (const guint[]){ 9 }, 1);
  assert_columns (fixture, "CA");

  /* As many articles: the columns stay.  Others: what a person chose stays if it can. */
  show (fixture, three);
  assert_columns (fixture, "CA");
  show (fixture, six);
  assert_columns (fixture, "CA");
  show (fixture, two);
  assert_columns (fixture, "AB");
}

static void
test_differences (Fixture      *fixture,
                  gconstpointer data)
{
  const char *const texts[] = { BRIDGE "\n" EAST "\n" FERRY "\nThe end comes at last.", FERRY "\n" BRIDGE " really\n" EAST "\nThe end comes at last.", BRIDGE "\n" EAST "\n" FERRY "\nThe end comes very late.", NULL };
  guint             n_items;
  guint32           reached = 0;
  gboolean          has_move = FALSE;
  g_autoptr (DoubletAlignment) alignment = NULL;
  const guint          swapped[] = { 2, 0 };
  DoubletNavigatorItem item;

  show (fixture, texts);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_DIFFERENCES);
  n_items = doublet_navigator_get_n_items (fixture->navigator);
  g_assert_cmpuint (n_items, >=, 3);
  for (guint i = 0; i < n_items; i++)
    {
      item = *doublet_navigator_get_item (fixture->navigator, i);
      g_assert_cmpuint (item.finding, ==, DOUBLET_NO_ITEM);
      g_assert_cmpuint (item.column, >=, 1);
      g_assert_cmpuint (item.column, <=, 2);
      has_move |= item.change.kind == DOUBLET_CHANGE_MOVED;
      g_assert_cmpuint (doublet_navigator_get_n_places (fixture->navigator, i), ==, item.change.kind == DOUBLET_CHANGE_MOVED ? 2 : 1);
      if (item.change.kind != DOUBLET_CHANGE_MOVED)
        {
          g_assert_cmpuint (item.change.a_start, >=, reached);
          reached = item.change.a_start;
        }
    }
  g_assert_true (has_move);
  g_assert_nonnull (doublet_navigator_get_change_figures (fixture->navigator, 1));
  g_assert_null (doublet_navigator_get_change_figures (fixture->navigator, 0));
  g_assert_null (doublet_navigator_get_change_figures (fixture->navigator, 3));

  /* The same change stays selected while the columns stay. */
  doublet_navigator_select (fixture->navigator, 1, DOUBLET_BEST_PLACE);
  item = *doublet_navigator_get_item (fixture->navigator, 1);
  doublet_navigator_set_order (fixture->navigator, DOUBLET_ORDER_LONGEST);
  g_assert_cmpint (memcmp (&item, doublet_navigator_get_item (fixture->navigator, doublet_navigator_get_selected (fixture->navigator)), sizeof item), ==, 0);

  /* A pair that nobody aligned yet has no changes; the list waits. */
  doublet_navigator_set_columns (fixture->navigator, swapped, 2);
  alignment = doublet_navigator_dup_alignment (fixture->navigator, 1);
  if (alignment == NULL)
    g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 0);
}

/* Whatever is done in whatever order: nothing is out of bounds. */
static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (GPtrArray) collations = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_collation_unref);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);

      for (guint j = 0; j < i % 7 + 1; j++)
        g_ptr_array_add (articles, make_random_article (random, "random.txt", 3, 12, 20));
      g_ptr_array_add (collations, collate ((DoubletArticle *const *)articles->pdata, articles->len, 0));
    }

  for (guint i = 0; i < 20000; i++)
    {
      guint columns[3] = { g_rand_int_range (random, 0, 8), g_rand_int_range (random, 0, 8), g_rand_int_range (random, 0, 8) };
      guint n_columns;
      guint selected;

      switch (g_rand_int_range (random, 0, 12))
        {
        case 0:
          doublet_navigator_set_collation (fixture->navigator, g_ptr_array_index (collations, g_rand_int_range (random, 0, collations->len)));
          break;
        case 1:
          if (g_rand_int_range (random, 0, 20) == 0)
            doublet_navigator_set_collation (fixture->navigator, NULL);
          break;
        case 2:
          doublet_navigator_choose_lens (fixture->navigator, g_rand_int_range (random, 0, DOUBLET_N_LENSES));
          break;
        case 3:
          doublet_navigator_set_columns (fixture->navigator, columns, g_rand_int_range (random, 1, 4));
          break;
        case 4:
          doublet_navigator_set_filter (fixture->navigator, g_rand_boolean (random) ? "w1 w2" : "");
          break;
        case 5:
          doublet_navigator_set_order (fixture->navigator, g_rand_int_range (random, 0, 3));
          break;
        case 6:
          doublet_navigator_set_all_articles (fixture->navigator, g_rand_boolean (random));
          break;
        case 7:
          doublet_navigator_select_finding (fixture->navigator, g_rand_int_range (random, 0, 30), g_rand_int_range (random, 0, 5));
          break;
        case 8:
          doublet_navigator_select (fixture->navigator, g_rand_int_range (random, 0, 30), DOUBLET_BEST_PLACE);
          break;
        case 9:
          doublet_navigator_step (fixture->navigator, g_rand_boolean (random) ? 1 : -1);
          break;
        default:
          doublet_navigator_next_place (fixture->navigator);
          break;
        }

      selected = doublet_navigator_get_selected (fixture->navigator);
      doublet_navigator_get_columns (fixture->navigator, &n_columns);
      g_assert_cmpuint (n_columns, <=, DOUBLET_MAX_COLUMNS);
      if (selected != DOUBLET_NO_ITEM)
        {
          g_assert_cmpuint (selected, <, doublet_navigator_get_n_items (fixture->navigator));
          g_assert_cmpuint (doublet_navigator_get_selected_place (fixture->navigator), <, doublet_navigator_get_n_places (fixture->navigator, selected));
        }
      if (doublet_navigator_get_collation (fixture->navigator) != NULL)
        g_assert_true (doublet_navigator_has_lens (fixture->navigator, doublet_navigator_get_lens (fixture->navigator)));
    }
}

static void
test_facts (Fixture      *fixture,
            gconstpointer data)
{
  const char *const texts[] = { BRIDGE "\nthe works will cost 14 million euros and the state will pay for half of them", "the works will cost 40 million euros and the state will pay for half of them\nand nothing else is new but this line of its own\n" BRIDGE, NULL };

  show (fixture, texts);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_SHARED);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 2);
  g_assert_cmpuint (doublet_navigator_count_facts (fixture->navigator, FALSE), ==, 1);
  g_assert_false (doublet_navigator_get_facts_only (fixture->navigator));

  doublet_navigator_set_facts_only (fixture->navigator, TRUE);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 1);
  g_assert_cmpuint (get_finding (fixture, 0)->n_facts, ==, 1);
  g_assert_cmpuint (doublet_navigator_count_in_scope (fixture->navigator, FALSE), ==, 2);

  /* Of the changes it is one too: the paragraph moved, and the figure was changed on the way. */
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_DIFFERENCES);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 1);
  g_assert_cmpuint (doublet_navigator_get_item (fixture->navigator, 0)->change.facts, ==, 1 << DOUBLET_FACT_FIGURE);
  g_assert_cmpuint (doublet_navigator_count_facts (fixture->navigator, FALSE), ==, 1);
  doublet_navigator_choose_lens (fixture->navigator, DOUBLET_LENS_REPEATED);
  g_assert_cmpuint (doublet_navigator_get_n_items (fixture->navigator), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/navigator/empty", Fixture, NULL, set_up, test_empty, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (first_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/navigator/first-lens/%s", first_cases[i].name);

      g_test_add (path, Fixture, &first_cases[i], set_up, test_first_lens, tear_down);
    }
  g_test_add ("/navigator/first-lens-of-differences", Fixture, NULL, set_up, test_first_lens_of_differences, tear_down);
  g_test_add ("/navigator/chosen-lens-stays", Fixture, NULL, set_up, test_chosen_lens_stays, tear_down);
  g_test_add ("/navigator/second-article-switches", Fixture, NULL, set_up, test_second_article_switches, tear_down);
  g_test_add ("/navigator/steps-and-places", Fixture, NULL, set_up, test_steps_and_places, tear_down);
  g_test_add ("/navigator/place-in-hidden-article", Fixture, NULL, set_up, test_place_in_hidden_article, tear_down);
  g_test_add ("/navigator/selection-survives", Fixture, NULL, set_up, test_selection_survives, tear_down);
  g_test_add ("/navigator/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/navigator/facts", Fixture, NULL, set_up, test_facts, tear_down);
  g_test_add ("/navigator/scope", Fixture, NULL, set_up, test_scope, tear_down);
  g_test_add ("/navigator/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/navigator/rows-capped", Fixture, NULL, set_up, test_rows_capped, tear_down);
  g_test_add ("/navigator/differences", Fixture, NULL, set_up, test_differences, tear_down);
  g_test_add ("/navigator/random", Fixture, NULL, set_up, test_random, tear_down);

  return g_test_run ();
}
