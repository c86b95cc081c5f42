/* test-json-writer.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "collator.h"
#include "json-pairs.h"
#include "json-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * tests/cli/test-json.py holds the JSON against its schema and its description; here
 * are the collations that the command line never writes, and what does not grow.
 */

static JsonNode *
write_and_read (const DoubletCollation *collation,
                DoubletJsonFlags        flags)
{
  g_autoptr (GBytes) bytes = doublet_json_write (collation, flags);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static guint
count (const JsonNode *root,
       const char     *list)
{
  return json_array_get_length (json_object_get_array_member (json_node_get_object ((JsonNode *)root), list));
}

/* Stopped before anything was compared. */
static void
test_texts_only (void)
{
  DoubletArticle                *articles[] = { make_article ("a", "Some words.\n"), make_article ("b", "Other words.\n") };
  static const guint             inputs[] = { 0, 2 };
  static const DoubletUnreadable unreadable[] = { { 1, "c.txt", "It is not there." } };
  const DoubletCollatorInput     input = { articles, NULL, inputs, 2, unreadable, 1, 0 };
  DoubletOptions                 options;
  g_autoptr (DoubletCollation) collation = NULL;
  g_autoptr (JsonNode) root = NULL;

  doublet_options_init (&options);
  collation = doublet_collator_take_texts (&input, &options);
  root = write_and_read (collation, DOUBLET_JSON_WITH_TEXT);
  g_assert_cmpuint (count (root, "articles"), ==, 2);
  g_assert_cmpuint (count (root, "unreadable"), ==, 1);
  g_assert_cmpuint (count (root, "passages"), ==, 0);
  g_assert_cmpuint (count (root, "alignments"), ==, 0);
  doublet_article_unref (articles[0]);
  doublet_article_unref (articles[1]);
}

static void
test_nothing (void)
{
  const DoubletCollatorInput input = { 0 };
  DoubletOptions             options;
  g_autoptr (DoubletCollation) collation = NULL;
  g_autoptr (JsonNode) root = NULL;

  doublet_options_init (&options);
  collation = doublet_collator_take_texts (&input, &options);
  root = write_and_read (collation, DOUBLET_JSON_NONE);
  g_assert_cmpuint (count (root, "articles"), ==, 0);
  g_assert_true (json_object_get_null_member (json_node_get_object (root), "base"));
}

/* A text without a single token still has all its characters in some segment. */
static void
test_blank (void)
{
  static const char *const texts[] = { "Some words.\n", "  \n \n", NULL };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autoptr (JsonNode) root = write_and_read (collation, DOUBLET_JSON_NONE);
  JsonArray *alignments = json_object_get_array_member (json_node_get_object (root), "alignments");
  JsonArray *segments = json_object_get_array_member (json_array_get_object_element (alignments, 0), "segments");
  guint      covered = 0;

  for (guint i = 0; i < json_array_get_length (segments); i++)
    {
      JsonObject *segment = json_array_get_object_element (segments, i);
      JsonArray  *range;

      if (json_object_get_null_member (segment, "b"))
        continue;
      range = json_object_get_array_member (segment, "b");
      g_assert_cmpint (json_array_get_int_element (range, 0), ==, covered);
      covered = json_array_get_int_element (range, 1);
    }
  g_assert_cmpuint (covered, ==, strlen (texts[1]));
}

/* Where the tile of each segment begins in @side. */
static void
check_tiles (JsonArray   *segments,
             const char  *side,
             const char  *text,
             const char **starts)
{
  for (guint i = 0; i < json_array_get_length (segments); i++)
    {
      JsonObject *segment = json_array_get_object_element (segments, i);
      JsonArray  *range;

      if (json_object_get_null_member (segment, side))
        continue;
      range = json_object_get_array_member (segment, side);
      g_assert_nonnull (*starts);
      g_assert_true (g_str_has_prefix (text + json_array_get_int_element (range, 0), *starts));
      starts++;
    }
  g_assert_null (*starts);
}

/* The number of a list is no token, and stands with what it numbers all the same. */
static void
test_numbers (void)
{
  static const char *const texts[] = {
    "a) Boats must carry a light at the bow.\n\nb) Nets are dried on the quay after dark only.\n\n"
    "c) The harbour master keeps the only key.\n",
    "a) Nets are dried on the quay after dark only.\n\nb) Boats must carry a light at the bow.\n\n"
    "c) The harbour master keeps the only key.\n",
    NULL
  };
  const char *a_starts[] = { "a) Boats", "b) Nets", "c) The", NULL };
  const char *b_starts[] = { "a) Nets", "b) Boats", "c) The", NULL };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  g_autoptr (JsonNode) root = write_and_read (collation, DOUBLET_JSON_NONE);
  JsonArray *alignments = json_object_get_array_member (json_node_get_object (root), "alignments");
  JsonArray *segments = json_object_get_array_member (json_array_get_object_element (alignments, 0), "segments");

  check_tiles (segments, "a", texts[0], a_starts);
  check_tiles (segments, "b", texts[1], b_starts);
}

/* So many pairs that only each article's nearest are listed. */
static void
test_many_pairs (void)
{
  enum
  {
    N = 210
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DoubletCollation) collation = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *pairs;
  guint      n_of_first = 0, n_of_last = 0;
  gboolean   has_nearest = FALSE;

  /* The last two have more in common than the others. */
  for (guint i = 0; i < N; i++)
    g_ptr_array_add (texts, g_strdup_printf ("Own%u word%u.\n\nThe notice under this text stands under all of the texts.\n%s", i, i,
                                             i + 2 < N ? "" : "\nOnly two of them end with a sentence of their own like this one here.\n"));
  g_ptr_array_add (texts, NULL);
  collation = make_collation ((const char *const *)texts->pdata, 0);
  root = write_and_read (collation, DOUBLET_JSON_NONE);
  pairs = json_object_get_array_member (json_node_get_object (root), "pairs");
  g_assert_cmpuint (json_array_get_length (pairs), <=, N * DOUBLET_JSON_NEAREST_ARTICLES);
  g_assert_cmpuint (json_array_get_length (pairs) + json_object_get_int_member (json_node_get_object (root), "pairs_left_out"), ==, N * (N - 1) / 2);
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      JsonObject *pair = json_array_get_object_element (pairs, i);
      const char *a = json_object_get_string_member (pair, "a"), *b = json_object_get_string_member (pair, "b");

      n_of_first += g_str_equal (a, "A");
      n_of_last += g_str_equal (b, doublet_collation_get_label (collation, N - 1));
      has_nearest |= g_str_equal (a, doublet_collation_get_label (collation, N - 2)) && g_str_equal (b, doublet_collation_get_label (collation, N - 1));
    }
  /* It is one of the first that all others have in common with. */
  g_assert_cmpuint (n_of_first, ==, N - 1);
  g_assert_cmpuint (n_of_last, >=, DOUBLET_JSON_NEAREST_ARTICLES);
  g_assert_true (has_nearest);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/texts-only", test_texts_only);
  g_test_add_func ("/json-writer/nothing", test_nothing);
  g_test_add_func ("/json-writer/blank", test_blank);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/many-pairs", test_many_pairs);
  return g_test_run ();
}
