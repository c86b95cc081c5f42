/* test-wording.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "wording.h"

#include <string.h>

static void
test_percent (void)
{
  static const struct
  {
    guint64     part;
    guint64     whole;
    const char *percent;
  } cases[] = {
    { 0, 0, "–" },
    { 0, 5, "0 %" },
    { 1, 1000, "< 1 %" },
    { 5, 1000, "1 %" },
    { 106, 388, "27 %" },
    { 1, 2, "50 %" },
    { 999, 1000, "> 99 %" },
    { 1000, 1000, "100 %" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *percent = doublet_wording_percent (cases[i].part, cases[i].whole);

      g_assert_cmpstr (percent, ==, cases[i].percent);
    }
}

static void
test_share (void)
{
  static const char *const texts[] = {
    "The harbour master closed the northern quay because of the storm.\n",
    "Word has come: the harbour master closed the northern quay because of the storm at noon.\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autofree char *a_in_b = doublet_wording_share (collation, 0, 1);
  g_autofree char *b_in_a = doublet_wording_share (collation, 1, 0);

  g_assert_cmpstr (a_in_b, ==, "100 %, 11 of 11 words");
  g_assert_cmpstr (b_in_a, ==, "69 %, 11 of 16 words");
}

static void
test_characters (void)
{
  static const char *const texts[] = {
    "港口管理局昨天夜里因为暴风雨关闭了北码头的入口。\n",
    "消息说,港口管理局昨天夜里因为暴风雨关闭了北码头的入口。\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autofree char      *length = doublet_wording_length (collation, 0);
  guint                 n;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);
  g_autofree char      *passage = NULL;

  g_assert_true (doublet_collation_counts_characters (collation, 0));
  g_assert_cmpstr (length, ==, "23 characters");
  g_assert_cmpuint (n, ==, 1);
  passage = doublet_wording_passage_length (collation, &findings[0]);
  g_assert_cmpstr (passage, ==, "23 characters");
}

static void
test_repeat (void)
{
  static const char *const texts[] = {
    "First of all.\nThe keeper of prints would miss the quiet.\nSecondly now.\nThe keeper of prints would miss the quiet.\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  guint                 n;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);
  g_autofree char      *sentence = NULL;
  g_autofree char      *place = NULL;

  g_assert_cmpuint (n, ==, 1);
  sentence = doublet_wording_repeat (collation, &findings[0], 0);
  g_assert_cmpstr (sentence, ==, "8 words stand twice in a.txt: paragraphs 2 and 4.");
  place = doublet_wording_place (collation, &findings[0].places[1]);
  g_assert_cmpstr (place, ==, "A, paragraph 4");
}

static void
test_settings (void)
{
  DoubletOptions   options;
  g_autofree char *general = NULL;
  g_autofree char *exact = NULL;

  doublet_options_init (&options);
  general = doublet_wording_settings (&options);
  g_assert_cmpstr (general, ==, "passages of 6 words or more, up to 2 changed words in a row, at least 80 % the same");
  doublet_options_apply_preset (&options, DOUBLET_PRESET_EXACT);
  exact = doublet_wording_settings (&options);
  g_assert_cmpstr (exact, ==, "passages of 8 words or more, word for word");
}

static void
test_excerpt (void)
{
  static const struct
  {
    const char *text;
    guint       max_chars;
    const char *excerpt;
  } cases[] = {
    { "short", 10, "short" },
    { "  two \n\t words  ", 20, "two words" },
    { "one two three four", 9, "one two …" },
    { "unbrokenunbroken", 8, "unbroken …" },
    { "ÄÖÜ äöü", 3, "ÄÖÜ …" },
    { "", 5, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DoubletArticle) article = make_article ("a", cases[i].text);
      g_autofree char *excerpt = doublet_wording_excerpt (article, 0, strlen (cases[i].text), cases[i].max_chars);

      g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
    }
}

static void
test_isolate (void)
{
  static const struct
  {
    const char *words;
    const char *isolated;
  } cases[] = {
    { "", "" },
    { "14 → 40", "14 → 40" },
    { "通车", "通车" },
    { "naïve ‘words’", "naïve ‘words’" },
    { "ארבעים", "\u2068ארבעים\u2069" },
    { "page ١٤", "\u2068page ١٤\u2069" },
    { "\u202etxt", "\u2068\u202etxt\u2069" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = doublet_wording_isolate (cases[i].words);

      g_assert_cmpstr (isolated, ==, cases[i].isolated);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/percent", test_percent);
  g_test_add_func ("/wording/share", test_share);
  g_test_add_func ("/wording/characters", test_characters);
  g_test_add_func ("/wording/repeat", test_repeat);
  g_test_add_func ("/wording/settings", test_settings);
  g_test_add_func ("/wording/excerpt", test_excerpt);
  g_test_add_func ("/wording/isolate", test_isolate);
  return g_test_run ();
}
