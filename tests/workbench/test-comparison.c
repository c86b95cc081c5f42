/* test-comparison.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "comparison.h"

#include "file-input.h"

#include <glib/gstdio.h>
#include <string.h>

#define SENTENCE "The harbour master closed the northern quay because of the storm.\n"

/* Nothing here takes long; a test that hangs is to fail and not to wait. */
#define HANG_SECONDS 60

static DoubletInput *
make_input (const char *name,
            const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strdup (text), strlen (text));

  return doublet_input_new_for_bytes (bytes, name);
}

static void
add (DoubletComparison *comparison,
     const char        *name,
     const char        *text)
{
  g_autoptr (DoubletInput) input = make_input (name, text);

  doublet_comparison_add (comparison, &input, 1);
}

static gboolean
hang_cb (gpointer data)
{
  g_error ("the comparison hangs");
  return G_SOURCE_REMOVE;
}

static void
wait_until_done (DoubletComparison *comparison)
{
  guint guard = g_timeout_add_seconds (HANG_SECONDS, hang_cb, NULL);

  while (doublet_comparison_get_busy (comparison))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_add (void)
{
  g_autoptr (DoubletComparison) comparison = doublet_comparison_new ();
  DoubletCollation *collation;
  guint             n;

  g_assert_null (doublet_comparison_get_collation (comparison));
  add (comparison, "a", SENTENCE);
  add (comparison, "b", SENTENCE "And more.\n");
  add (comparison, "empty", "");
  g_assert_true (doublet_comparison_get_busy (comparison));
  wait_until_done (comparison);

  collation = doublet_comparison_get_collation (comparison);
  g_assert_cmpint (doublet_collation_get_stage (collation), ==, DOUBLET_STAGE_ALIGNED);
  g_assert_cmpuint (doublet_collation_get_n_articles (collation), ==, 2);
  doublet_collation_get_findings (collation, &n);
  g_assert_cmpuint (n, ==, 1);
  doublet_collation_get_unreadable (collation, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (doublet_comparison_get_n_inputs (comparison), ==, 3);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

/* A change of options reads nothing again and shows no half result in between. */
static void
test_options (void)
{
  g_autoptr (DoubletComparison) comparison = doublet_comparison_new ();
  DoubletOptions  options = *doublet_comparison_get_options (comparison);
  DoubletArticle *before;
  guint           n;
  guint           n_news = 0;

  add (comparison, "a", SENTENCE);
  add (comparison, "b", SENTENCE);
  wait_until_done (comparison);
  settle ();
  before = doublet_collation_get_article (doublet_comparison_get_collation (comparison), 0);

  g_signal_connect (comparison, "notify::collation", G_CALLBACK (count_cb), &n_news);
  options.min_words = 50;
  doublet_comparison_set_options (comparison, &options);
  wait_until_done (comparison);
  settle ();
  g_assert_cmpuint (n_news, >=, 1);
  g_assert_true (doublet_collation_get_article (doublet_comparison_get_collation (comparison), 0) == before);
  doublet_collation_get_findings (doublet_comparison_get_collation (comparison), &n);
  g_assert_cmpuint (n, ==, 0);

  n_news = 0;
  doublet_comparison_set_options (comparison, &options);
  g_assert_false (doublet_comparison_get_busy (comparison));
  g_assert_cmpuint (n_news, ==, 0);
}

static void
test_swap_and_remove (void)
{
  g_autoptr (DoubletComparison) comparison = doublet_comparison_new ();
  DoubletCollation *collation;

  add (comparison, "a", SENTENCE);
  add (comparison, "b", SENTENCE);
  add (comparison, "c", SENTENCE);
  doublet_comparison_swap (comparison, 0, 2);
  wait_until_done (comparison);
  collation = doublet_comparison_get_collation (comparison);
  g_assert_cmpstr (doublet_article_get_name (doublet_collation_get_article (collation, 0)), ==, "c");
  g_assert_cmpstr (doublet_article_get_name (doublet_collation_get_article (collation, 2)), ==, "a");

  doublet_comparison_remove (comparison, 0);
  wait_until_done (comparison);
  collation = doublet_comparison_get_collation (comparison);
  g_assert_cmpuint (doublet_collation_get_n_articles (collation), ==, 2);
  g_assert_cmpstr (doublet_article_get_name (doublet_collation_get_article (collation, 0)), ==, "b");

  doublet_comparison_clear (comparison);
  g_assert_false (doublet_comparison_get_busy (comparison));
  g_assert_null (doublet_comparison_get_collation (comparison));
}

static void
test_align (void)
{
  g_autoptr (DoubletComparison) comparison = doublet_comparison_new ();

  add (comparison, "a", SENTENCE);
  add (comparison, "b", SENTENCE "One.\n");
  add (comparison, "c", SENTENCE "Two.\n");
  wait_until_done (comparison);
  g_assert_false (doublet_collation_is_aligned (doublet_comparison_get_collation (comparison), 1, 2));
  doublet_comparison_align (comparison, 2, 1);
  wait_until_done (comparison);
  g_assert_true (doublet_collation_is_aligned (doublet_comparison_get_collation (comparison), 1, 2));
  g_assert_true (doublet_collation_is_aligned (doublet_comparison_get_collation (comparison), 0, 1));

  /* There already, or nonsense. */
  doublet_comparison_align (comparison, 1, 2);
  doublet_comparison_align (comparison, 1, 1);
  doublet_comparison_align (comparison, 1, 9);
  g_assert_false (doublet_comparison_get_busy (comparison));
}

static void
test_stop (void)
{
  g_autoptr (DoubletComparison) comparison = doublet_comparison_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "word%u ", i % 7919);
  add (comparison, "a", text->str);
  add (comparison, "b", text->str);
  doublet_comparison_stop (comparison);
  g_assert_false (doublet_comparison_get_busy (comparison));
  g_assert_true (doublet_comparison_get_stopped (comparison));
  settle ();

  /* What was stopped can be begun again. */
  doublet_comparison_reload (comparison);
  g_assert_false (doublet_comparison_get_stopped (comparison));
  wait_until_done (comparison);
  g_assert_cmpint (doublet_collation_get_stage (doublet_comparison_get_collation (comparison)), ==, DOUBLET_STAGE_ALIGNED);
}

/* Dropped in the middle of its work. */
static void
test_dispose (void)
{
  for (guint i = 0; i < 50; i++)
    {
      DoubletComparison *comparison = doublet_comparison_new ();

      add (comparison, "a", SENTENCE);
      add (comparison, "b", SENTENCE);
      if (i % 2 == 1)
        g_main_context_iteration (NULL, FALSE);
      g_assert_finalize_object (comparison);
    }
  settle ();
}

static void
test_charset (void)
{
  g_autoptr (DoubletComparison) comparison = doublet_comparison_new ();
  g_autoptr (DoubletInput) input = make_input ("a", "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0! Hello and goodbye.");
  g_autoptr (DoubletInput) decoded = doublet_input_with_charset (input, "WINDOWS-1251");

  doublet_comparison_add (comparison, &input, 1);
  doublet_comparison_replace (comparison, 0, decoded);
  wait_until_done (comparison);
  g_assert_true (g_str_has_prefix (doublet_article_get_text (doublet_collation_get_article (doublet_comparison_get_collation (comparison), 0), NULL), "Привет, мир!"));
}

static gboolean
reads (DoubletComparison *comparison,
       const char        *folder,
       const char        *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return doublet_comparison_reads_file (comparison, file);
}

/* By whatever path: nothing may be written over an article. */
static void
test_reads_file (void)
{
  g_autoptr (DoubletComparison) comparison = doublet_comparison_new ();
  g_autofree char *folder = g_dir_make_tmp ("doublet-comparison-XXXXXX", NULL);
  g_autofree char *article = g_build_filename (folder, "article.txt", NULL);
  g_autofree char *other = g_build_filename (folder, "other.txt", NULL);
  g_autofree char *link = g_build_filename (folder, "link.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (article);
  g_autoptr (GFile) other_file = g_file_new_for_path (other);
  g_autoptr (DoubletInput) input = doublet_file_input_new (file);
  g_autoptr (DoubletInput) boilerplate = doublet_file_input_new (other_file);
  g_autoptr (GFile) at_the_link = g_file_new_for_path (link);

  g_assert_true (g_file_set_contents (article, SENTENCE, -1, NULL));
  g_assert_true (g_file_set_contents (other, SENTENCE, -1, NULL));
  g_assert_true (g_file_make_symbolic_link (at_the_link, "article.txt", NULL, NULL));
  g_assert_false (reads (comparison, folder, "article.txt"));

  add (comparison, "not a file", SENTENCE);
  doublet_comparison_add (comparison, &input, 1);
  g_assert_true (reads (comparison, folder, "article.txt"));
  g_assert_true (reads (comparison, folder, "link.txt"));
  g_assert_false (reads (comparison, folder, "other.txt"));
  g_assert_false (reads (comparison, folder, "none.txt"));
  doublet_comparison_set_boilerplate (comparison, boilerplate);
  g_assert_true (reads (comparison, folder, "other.txt"));
  wait_until_done (comparison);
  settle ();

  g_remove (link);
  g_remove (other);
  g_remove (article);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/add", test_add);
  g_test_add_func ("/comparison/options", test_options);
  g_test_add_func ("/comparison/swap-and-remove", test_swap_and_remove);
  g_test_add_func ("/comparison/align", test_align);
  g_test_add_func ("/comparison/stop", test_stop);
  g_test_add_func ("/comparison/dispose", test_dispose);
  g_test_add_func ("/comparison/charset", test_charset);
  g_test_add_func ("/comparison/reads-file", test_reads_file);
  return g_test_run ();
}
