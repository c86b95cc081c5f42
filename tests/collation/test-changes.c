/* test-changes.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "changes.h"

#define HEAD "The bridge is closed\n"
#define P1 "Ferries will run every ten minutes until midnight while the works go on.\n"
#define P2 "Shopkeepers on the quay have asked the council for a holiday from their rent.\n"
#define P3 "Nobody has yet explained why the bearings wore out in less than eleven years.\n"

static const struct
{
  const char          *name;
  const char          *texts[3];
  const char          *changes;
  DoubletChangeFigures figures;
} cases[] = {
  { "none", { HEAD P1, HEAD P1 }, "", { 0, 0, 0, 0 } },
  { "figure",
    { HEAD "The detour takes 14 minutes at the worst of times, they say.\n", HEAD "The detour takes 40 minutes at the worst of times, they say.\n" },
    "Changed: 14 → 40",
    { 1, 1, 1, 0 } },
  { "comma",
    { HEAD "The detour takes long at the worst of times they say.\n", HEAD "The detour takes long at the worst of times, they say.\n" },
    "Punctuation added",
    { 0, 0, 1, 0 } },
  { "headline", { "The bridge is closed\n" P1, "The bridge is closed tonight\n" P1 }, "Added: 1 word", { 0, 1, 1, 0 } },
  { "only-b", { HEAD P1, HEAD P1 P2 }, "Only in B: paragraph 3", { 0, 14, 1, 0 } },
  { "only-a", { HEAD P2 P1, HEAD P1 }, "Only in A: paragraph 2", { 14, 0, 1, 0 } },
  { "moved", { HEAD P1 P2 P3, HEAD P2 P3 P1 }, "Moved", { 0, 0, 0, 1 } },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (DoubletCollation) collation = make_collation (cases[i].texts, 0);
  g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
  DoubletChangeFigures figures;
  g_autoptr (GArray) changes = doublet_changes_new (collation, alignment, 0, 1, &figures);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint j = 0; j < changes->len; j++)
    {
      g_autofree char *line = doublet_change_describe (&g_array_index (changes, DoubletChange, j), collation, 0, 1);

      g_string_append_printf (lines, "%s%s", j > 0 ? "\n" : "", line);
    }
  g_assert_cmpstr (lines->str, ==, cases[i].changes);
  g_assert_cmpuint (figures.words_only_a, ==, cases[i].figures.words_only_a);
  g_assert_cmpuint (figures.words_only_b, ==, cases[i].figures.words_only_b);
  g_assert_cmpuint (figures.n_places, ==, cases[i].figures.n_places);
  g_assert_cmpuint (figures.n_moved, ==, cases[i].figures.n_moved);
}

static void
test_headline (void)
{
  static const char *const texts[] = { "Bridge to close for repairs\n" P1, "Nine weeks without the bridge\n" P1, NULL };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
  g_autoptr (GArray) changes = doublet_changes_new (collation, alignment, 0, 1, NULL);

  g_assert_cmpuint (changes->len, >=, 1);
  for (guint i = 0; i < changes->len; i++)
    g_assert_true (g_array_index (changes, DoubletChange, i).headline);
}

/* A first paragraph that ends with a stop is no headline. */
static void
test_no_headline (void)
{
  static const char *const texts[] = { P1 " Nobody knows why.\n", P1 " Nobody asks why.\n", NULL };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
  g_autoptr (GArray) changes = doublet_changes_new (collation, alignment, 0, 1, NULL);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_false (g_array_index (changes, DoubletChange, 0).headline);
}

typedef struct
{
  const char *before;
  const char *after;
  const char *changes;
} CharacterCase;

/* Writing without spaces is compared by characters, and what is shown are words. */
static const CharacterCase character_cases[] = {
  { "工程总造价为十四亿元，比原定计划提前完工。", "工程总造价为四十亿元，比原定计划提前完工。", "Changed: 十四 → 四十" },
  { "大桥将于六月通车，全部工程历时三年。", "大桥将于六月开通，全部工程历时三年。", "Changed: 通车 → 开通" },
  { "市长星期二宣布，大桥将于六月开放。", "市长星期三宣布，大桥将于八月开放。", "Changed: 二 → 三|Changed: 六 → 八" },
  { "他们昨天到了北京的新机场。", "他们昨天都到了北京的老机场。", "Added: 1 character|Changed: 新 → 老" },
  { "橋は六月に開通する予定です。", "橋が六月に開通する予定です。", "Changed: は → が" },
  { "הגשר ייסגר ביום שני הקרוב לתנועה.", "הגשר ייסגר ביום שלישי הקרוב לתנועה.", "Changed: \u2068שני\u2069 → \u2068שלישי\u2069" },
  { "สะพานจะปิดในเดือนมีนาคม.", "สะพานจะเปิดในเดือนมีนาคม.", "Changed: ปิด → เปิด" },
};

static void
test_characters (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (character_cases); i++)
    {
      const char *const texts[] = { character_cases[i].before, character_cases[i].after, NULL };
      g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
      g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
      g_autoptr (GArray) changes = doublet_changes_new (collation, alignment, 0, 1, NULL);
      g_autoptr (GString) lines = g_string_new (NULL);

      for (guint j = 0; j < changes->len; j++)
        {
          g_autofree char *line = doublet_change_describe (&g_array_index (changes, DoubletChange, j), collation, 0, 1);

          g_string_append_printf (lines, "%s%s", j > 0 ? "|" : "", line);
        }
      g_assert_cmpstr (lines->str, ==, character_cases[i].changes);
    }
}

typedef struct
{
  const char *before;
  const char *after;
  const char *facts; /* (nullable) */
} FactCase;

static const FactCase fact_cases[] = {
  { "It will take 14 weeks to build.", "It will take 40 weeks to build.", "Figure differs" },
  { "They say that Anna Lind knew of it.", "They say that Anna Lund knew of it.", "Name differs" },
  { "He said “we waited too long” to us.", "He said “we waited much long” to us.", "Quotation differs" },
  { "The mayor will pay for the bridge.", "The mayor will not pay for the bridge.", "Negation differs" },
  { "The mayor did pay for the bridge.", "The mayor didn’t pay for the bridge.", "Negation differs" },
  { "On the day 14 Lind was seen there.", "On the day 40 Lund was seen there.", "Figure differs · Name differs" },
  { "Die Stadt will eine Brücke bauen.", "Die Stadt will keine Brücke bauen.", "Negation differs" },
  { "Nobody knows who was seen there.", "Everybody knows who was seen there.", "Negation differs" },
  { "工程总造价为十四亿元，比原定计划提前完工。", "工程总造价为四十亿元，比原定计划提前完工。", "Figure differs" },
  { "大桥将于六月通车，全部工程历时三年。", "大桥将于六月开通，全部工程历时三年。", NULL },
  { "The tall bridge is closed now.", "The long bridge is closed now.", NULL },
  { "The bridge is closed in May.", "The bridge is closed in May 1998.", NULL },             /* added, not another one */
  { "The boat that would not be forgotten", "Ferry returns to the lake after years", NULL }, /* another headline */
  { "We saw the Bridge close there.", "We saw the bridge close there.", NULL },
};

static void
test_facts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fact_cases); i++)
    for (guint turned = 0; turned < 2; turned++)
      {
        const char *const texts[] = { turned ? fact_cases[i].after : fact_cases[i].before, turned ? fact_cases[i].before : fact_cases[i].after, NULL };
        g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
        g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
        DoubletChangeFigures figures;
        g_autoptr (GArray) changes = doublet_changes_new (collation, alignment, 0, 1, &figures);
        g_autofree char *facts = NULL;

        g_assert_cmpuint (changes->len, ==, 1);
        facts = doublet_change_describe_facts (&g_array_index (changes, DoubletChange, 0));
        g_assert_cmpstr (facts, ==, fact_cases[i].facts);
        g_assert_cmpuint (figures.n_facts > 0, ==, facts != NULL);
      }
}

/* What is put for a whole long sentence is no changed fact. */
static void
test_rewritten (void)
{
  g_autoptr (GString) before = g_string_new ("So");
  g_autoptr (GString) after = g_string_new ("So");

  for (guint i = 0; i < 80; i++)
    {
      g_string_append_printf (before, " %u", i);
      g_string_append_printf (after, " %u", i + 1000);
    }
  {
    const char *const texts[] = { before->str, after->str, NULL };
    g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
    g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, 0, 1);
    DoubletChangeFigures figures;
    g_autoptr (GArray) changes = doublet_changes_new (collation, alignment, 0, 1, &figures);

    g_assert_cmpuint (changes->len, >, 0);
    g_assert_cmpuint (figures.n_facts, ==, 0);
  }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);

  for (guint round = 0; round < 1000; round++)
    {
      DoubletArticle *articles[2];

      for (guint i = 0; i < 2; i++)
        articles[i] = make_random_article (random, "r", 2 + round % 20, 6, 12);

      {
        g_autoptr (DoubletCollation) collation = collate (articles, 2, 0);
        g_autoptr (DoubletAlignment) there = doublet_collation_dup_alignment (collation, 0, 1);
        g_autoptr (DoubletAlignment) back = doublet_collation_dup_alignment (collation, 1, 0);
        DoubletChangeFigures figures;
        DoubletChangeFigures mirrored;
        g_autoptr (GArray) changes = doublet_changes_new (collation, there, 0, 1, &figures);
        g_autoptr (GArray) changes_back = doublet_changes_new (collation, back, 1, 0, &mirrored);

        g_assert_cmpuint (changes->len, ==, changes_back->len);
        g_assert_cmpuint (figures.words_only_a, ==, mirrored.words_only_b);
        g_assert_cmpuint (figures.words_only_b, ==, mirrored.words_only_a);
        g_assert_cmpuint (figures.n_places, ==, mirrored.n_places);
        g_assert_cmpuint (figures.n_moved, ==, mirrored.n_moved);
      }
      for (guint i = 0; i < 2; i++)
        doublet_article_unref (articles[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/changes/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/changes/headline-rewritten", test_headline);
  g_test_add_func ("/changes/no-headline", test_no_headline);
  g_test_add_func ("/changes/characters", test_characters);
  g_test_add_func ("/changes/facts", test_facts);
  g_test_add_func ("/changes/rewritten", test_rewritten);
  g_test_add_func ("/changes/random", test_random);
  return g_test_run ();
}
