/* test-samples.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "loader.h"

#include <string.h>

/*
 * The samples are what a new user sees first: they must go on showing what they
 * were written to show.
 */

static DoubletArticle *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  DoubletArticle *article = doublet_loader_load_path (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);
  g_assert_cmpstr (doublet_article_get_name (article), ==, name);
  g_assert_cmpstr (doublet_article_get_charset (article), ==, "UTF-8");
  g_assert_null (doublet_article_get_incomplete (article));
  return article;
}

static char *
dup_block (const DoubletArticle *article,
           guint                 index)
{
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);

  g_assert_cmpuint (index, <, n_blocks);
  return g_strndup (doublet_article_get_text (article, NULL) + blocks[index].start, blocks[index].end - blocks[index].start);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';

  return n;
}

static void
test_titles (void)
{
  static const struct
  {
    const char *name;
    const char *title;
    guint       n_blocks;
  } samples[] = {
    { "release.txt", "Ferry returns to Lake Verrow after eleven years", 12 },
    { "story.txt", "After eleven years, the lake is “a street again”", 10 },
    { "draft.txt", "The boat that would not be forgotten", 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (DoubletArticle) article = load (samples[i].name);
      guint n_blocks;

      doublet_article_get_blocks (article, &n_blocks);
      g_assert_cmpstr (doublet_article_get_title (article), ==, samples[i].title);
      g_assert_cmpuint (n_blocks, ==, samples[i].n_blocks);
    }
}

/* Paragraphs 2 to 6 of the draft stand again as 7 to 11. */
static void
test_repeated (void)
{
  g_autoptr (DoubletArticle) draft = load ("draft.txt");
  guint n_words = 0;

  for (guint i = 1; i < 6; i++)
    {
      g_autofree char *first = dup_block (draft, i);
      g_autofree char *second = dup_block (draft, i + 5);

      g_assert_cmpstr (first, ==, second);
      n_words += count_words (first);
    }

  g_assert_cmpuint (n_words, >=, 180);
  g_assert_cmpuint (n_words, <=, 280);
}

static void
test_shared (void)
{
  static const char *const verbatim[] = {
    "By road, round the northern end of the lake, the same journey takes 55 minutes in summer and, when the "
    "pass at Gaunt Hill is closed by snow, it cannot be made at all.",
    "“For eleven years the lake has been a wall between two towns that used to share a hospital, a school and "
    "a football club,” said Ingrid Halloway, managing director of Verrow Lake Transit.",
    "A single ticket costs 3.20 euros, and 1.60 euros for children and pensioners; holders of a regional "
    "monthly pass travel free.",
    "The first steamer on Lake Verrow, the Countess, was launched in 1887 and carried cattle, post and "
    "schoolchildren between the two shores.",
  };
  g_autoptr (DoubletArticle) release = load ("release.txt");
  g_autoptr (DoubletArticle) story = load ("story.txt");
  g_autoptr (DoubletArticle) draft = load ("draft.txt");
  const char *release_text = doublet_article_get_text (release, NULL);
  const char *story_text = doublet_article_get_text (story, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbatim); i++)
    {
      g_assert_nonnull (strstr (release_text, verbatim[i]));
      g_assert_nonnull (strstr (story_text, verbatim[i]));
    }

  g_assert_nonnull (strstr (release_text, "60 bicycles and 14 cars on each crossing"));
  g_assert_nonnull (strstr (story_text, "60 bicycles and 40 cars on each crossing"));
  g_assert_nonnull (strstr (release_text, "On the third of May it becomes a street again,"));
  g_assert_nonnull (strstr (doublet_article_get_text (draft, NULL), "On the third of May it becomes a street again,"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/samples/titles", test_titles);
  g_test_add_func ("/samples/repeated", test_repeated);
  g_test_add_func ("/samples/shared", test_shared);

  return g_test_run ();
}
