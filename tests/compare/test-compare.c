/* test-compare.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compare.h"

#include "load-error.h"
#include "stop-flag.h"

#include <string.h>

#define SENTENCE "The harbour master closed the northern quay because of the storm.\n"

static DoubletInput *
make_input (const char *name,
            const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return doublet_input_new_for_bytes (bytes, name);
}

typedef struct
{
  guint  n_published;
  guint  n_progress;
  double fraction;
  int   *stop; /* (nullable): set by what is published first */
} Heard;

static void
progress_cb (const DoubletWorkReport *report,
             gpointer                 user_data)
{
  Heard           *heard = user_data;
  g_autofree char *sentence = doublet_work_report_dup_sentence (report);

  g_assert_cmpfloat (report->fraction, >=, heard->fraction);
  g_assert_cmpfloat (report->fraction, <=, 1);
  g_assert_cmpuint (report->n_done, <=, report->n_pieces);
  /* An article that is not read yet is named, and nothing else is. */
  g_assert_true ((report->activity == DOUBLET_ACTIVITY_LOADING && report->n_done < report->n_pieces) == (report->name != NULL));
  if (report->name != NULL)
    g_assert_nonnull (strstr (sentence, report->name));
  heard->n_progress++;
  heard->fraction = report->fraction;
}

static void
publish_cb (DoubletCollation *collation,
            gpointer          user_data)
{
  Heard *heard = user_data;

  g_assert_cmpint (doublet_collation_get_stage (collation), ==, heard->n_published == 0 ? DOUBLET_STAGE_TEXTS : DOUBLET_STAGE_PASSAGES);
  heard->n_published++;
  if (heard->stop != NULL)
    g_atomic_int_set (heard->stop, TRUE);
}

static void
test_unreadable (void)
{
  DoubletInput *inputs[] = {
    make_input ("empty.txt", ""),
    make_input ("one.txt", SENTENCE),
    make_input ("two.txt", "They wrote: " SENTENCE),
  };
  DoubletOptions         options;
  Heard                  heard = { 0 };
  DoubletCompareListener listener = { progress_cb, publish_cb, &heard };
  g_autoptr (DoubletInput) missing_input = doublet_input_new_for_path ("/nowhere/at/all.txt");
  DoubletInput *all[] = { inputs[0], inputs[1], missing_input, inputs[2] };
  g_autoptr (DoubletCollation) collation = NULL;
  const DoubletUnreadable *unreadable;
  guint                    n;
  DoubletPair              pair;

  doublet_options_init (&options);
  /* The base cannot be read: the first that can takes its place. */
  collation = doublet_compare_run (all, 4, &options, 0, NULL, &listener, NULL, NULL);

  g_assert_cmpuint (doublet_collation_get_n_articles (collation), ==, 2);
  g_assert_cmpuint (doublet_collation_get_base (collation), ==, 0);
  g_assert_cmpuint (doublet_collation_get_input (collation, 0), ==, 1);
  g_assert_cmpuint (doublet_collation_get_input (collation, 1), ==, 3);
  g_assert_cmpint (doublet_collation_get_stage (collation), ==, DOUBLET_STAGE_ALIGNED);
  g_assert_true (doublet_collation_find_pair (collation, 0, 1, &pair));
  g_assert_cmpuint (pair.words_of_a_in_b, ==, 11);

  unreadable = doublet_collation_get_unreadable (collation, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (unreadable[0].input, ==, 0);
  g_assert_cmpstr (unreadable[0].name, ==, "empty.txt");
  g_assert_cmpuint (unreadable[1].input, ==, 2);
  g_assert_cmpstr (unreadable[1].name, ==, "all.txt");
  g_assert_nonnull (unreadable[1].reason);

  g_assert_cmpuint (heard.n_published, ==, 2);
  g_assert_cmpuint (heard.n_progress, >, 4);
  g_assert_cmpfloat (heard.fraction, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    doublet_input_unref (inputs[i]);
}

static void
test_cancelled (void)
{
  g_autoptr (DoubletInput) input = make_input ("one.txt", SENTENCE);
  int                   stop = FALSE;
  const DoubletProgress progress = { STOP_FLAG (&stop) };
  g_autoptr (GError) error = NULL;
  Heard                  heard = { .stop = &stop };
  DoubletCompareListener listener = { progress_cb, publish_cb, &heard };
  DoubletOptions         options;

  doublet_options_init (&options);
  g_assert_null (doublet_compare_run (&input, 1, &options, 0, NULL, &listener, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  g_assert_cmpuint (heard.n_published, ==, 1);
}

static void
test_names (void)
{
  g_autoptr (DoubletInput) input = make_input ("one.txt", SENTENCE);
  g_autoptr (DoubletInput) renamed = doublet_input_with_name (input, "Ein Brief");
  g_autoptr (DoubletInput) decoded = doublet_input_with_charset (renamed, "KOI8-R");
  DoubletOptions options;
  g_autoptr (DoubletCollation) collation = NULL;

  g_assert_cmpstr (doublet_input_get_name (input), ==, "one.txt");
  g_assert_cmpstr (doublet_input_get_name (decoded), ==, "Ein Brief");
  g_assert_cmpstr (doublet_input_get_charset (decoded), ==, "KOI8-R");
  g_assert_null (doublet_input_get_charset (input));

  doublet_options_init (&options);
  collation = doublet_compare_run (&decoded, 1, &options, 0, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (doublet_article_get_name (doublet_collation_get_article (collation, 0)), ==, "Ein Brief");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/unreadable", test_unreadable);
  g_test_add_func ("/compare/cancelled", test_cancelled);
  g_test_add_func ("/compare/names", test_names);
  return g_test_run ();
}
