/* test-phrase.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "phrase.h"

static void
test_table (void)
{
  static const struct
  {
    const char *sentence;
    const char *text;
  } cases[] = {
    { "", "" },
    { "nothing", "nothing" },
    { "{one}", "1" },
    { "{one} and {two}", "1 and {one}" },
    { "{two} before {one}", "{one} before 1" },
    { "{one}{one}", "11" },
    { "{three} is unknown", "{three} is unknown" },
    { "{one", "{one" },
    { "{", "{" },
    { "{{one}}", "{1}" },
    { "{} {on} {ones} }", "{} {on} {ones} }" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DoubletPhrase) phrase = doublet_phrase_new (cases[i].sentence);
      g_autofree char *text = NULL;

      doublet_phrase_set (phrase, "one", "b", g_strdup ("1"));
      /* What is put in is not looked at again. */
      doublet_phrase_set (phrase, "two", NULL, g_strdup ("{one}"));
      text = doublet_phrase_to_text (phrase);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_elements (void)
{
  g_autoptr (DoubletPhrase) phrase = doublet_phrase_new ("a {one} b");
  DoubletPhraseIter iter;
  DoubletPhraseRun  run;

  doublet_phrase_set (phrase, "one", "b", g_strdup ("1"));
  doublet_phrase_iter_init (&iter, phrase);
  g_assert_true (doublet_phrase_iter_next (&iter, &run));
  g_assert_null (run.element);
  g_assert_cmpuint (run.n_bytes, ==, 2);
  g_assert_true (doublet_phrase_iter_next (&iter, &run));
  g_assert_cmpstr (run.element, ==, "b");
  g_assert_cmpstr (run.text, ==, "1");
  g_assert_true (doublet_phrase_iter_next (&iter, &run));
  g_assert_null (run.element);
  g_assert_false (doublet_phrase_iter_next (&iter, &run));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/table", test_table);
  g_test_add_func ("/phrase/elements", test_elements);
  return g_test_run ();
}
