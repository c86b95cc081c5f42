/* test-fingerprints.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "collator.h"

#include <string.h>

#define N_TRIALS 150
#define MAX_ARTICLES 6

static const char *const harbour =
  "The swing span will be closed to road traffic from Monday while engineers replace the bearings.\n"
  "Detours will add up to 14 minutes to a crossing at peak times, according to the authority’s own model.\n"
  "Ferries will run every ten minutes until midnight for the length of the works.\n"
  "Nobody had asked for the garden, and nobody knew who had planted it. One morning there were beans.\n";

static const char *const bridge =
  "Ferries will run every ten minutes until midnight for the length of the works.\n"
  "Drivers have until Sunday night. The swing span will be closed to road traffic from Monday while engineers replace the bearings.\n"
  "Detours will add up to 40 minutes to a crossing at peak times, according to the authority’s own model.\n"
  "Nobody had asked for the garden, and nobody knew who had planted it. One morning there were roses.\n";

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* The words of the longest copies, each version once: what a fingerprint is made of. */
static char *
dup_words (const DoubletCollation *collation,
           const DoubletFinding   *finding)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint32 i = 0; i < finding->n_places; i++)
    {
      const DoubletPlace  *place = &finding->places[i];
      const DoubletTokens *tokens = doublet_collation_get_tokens (collation, place->article);
      const char          *text = doublet_article_get_text (doublet_collation_get_article (collation, place->article), NULL);
      GString             *words = g_string_new (NULL);

      for (guint32 j = place->first_token; j < place->end_token; j++)
        if (tokens->tokens[j].kind < DOUBLET_TOKEN_PUNCTUATION)
          {
            g_autofree char *word = g_utf8_casefold (text + tokens->tokens[j].start, tokens->tokens[j].n_bytes);

            g_string_append_printf (words, "%s ", word);
          }
      g_ptr_array_add (versions, g_string_free (words, place->half_words != finding->places[finding->reference].half_words));
      if (versions->pdata[versions->len - 1] == NULL)
        g_ptr_array_set_size (versions, versions->len - 1);
    }
  g_ptr_array_sort (versions, compare_strings);
  for (guint i = 0; i < versions->len; i++)
    if (i == 0 || strcmp (versions->pdata[i], versions->pdata[i - 1]) != 0)
      g_string_append_printf (key, "%s/ ", (const char *)versions->pdata[i]);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* How many passages have each version among their longest copies. */
static GHashTable *
count_versions (const DoubletCollation *collation)
{
  GHashTable           *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                 n;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = dup_words (collation, &findings[i]);
      g_auto (GStrv) versions = g_strsplit (words, "/ ", -1);

      for (guint j = 0; versions[j][0] != '\0'; j++)
        g_hash_table_insert (counts, g_strdup (versions[j]), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, versions[j])) + 1));
    }
  return counts;
}

/* From words to fingerprint; 0 where another passage has a version of the same words, for
 * then one of them has to give way. */
static GHashTable *
list_fingerprints (const DoubletCollation *collation)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) counts = count_versions (collation);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint                 n;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);

  for (guint i = 0; i < n; i++)
    {
      char   *words = dup_words (collation, &findings[i]);
      guint64 fingerprint = findings[i].fingerprint;
      g_auto (GStrv) versions = g_strsplit (words, "/ ", -1);

      /* No two have the same. */
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&fingerprint, sizeof fingerprint)));
      for (guint j = 0; versions[j][0] != '\0'; j++)
        if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, versions[j])) > 1)
          fingerprint = 0;
      g_hash_table_insert (table, words, g_memdup2 (&fingerprint, sizeof fingerprint));
    }
  return table;
}

/* Passages of the same words have the same fingerprint; returns how many there are. */
static guint
assert_same (GHashTable *expected,
             GHashTable *table)
{
  GHashTableIter iter;
  gpointer       words, fingerprint;
  guint          n = 0;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &words, &fingerprint))
    {
      const guint64 *other = g_hash_table_lookup (expected, words);

      if (other == NULL || *other == 0 || *(guint64 *)fingerprint == 0)
        continue;
      g_assert_cmpuint (*(guint64 *)fingerprint, ==, *other);
      n++;
    }
  return n;
}

static GHashTable *
print_texts (const char *const    *texts,
             const DoubletOptions *options)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);
  g_autoptr (DoubletCollation) collation = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (articles, make_article ("text.txt", texts[i]));
  collation = doublet_collator_run ((DoubletArticle *const *)articles->pdata, articles->len, options, 0, NULL);
  return list_fingerprints (collation);
}

static char *
replace (const char *text,
         const char *what,
         const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (with, parts);
}

static void
test_texts (void)
{
  g_autofree char  *elsewhere = replace (bridge, "Drivers have until Sunday night.", "Since Friday, all is different: drivers have until Sunday.");
  g_autofree char  *spaced = replace (bridge, " ", " \t  ");
  g_autofree char  *shouted = g_utf8_strup (bridge, -1);
  g_autofree char  *unpunctuated = replace (bridge, ",", "");
  g_autofree char  *straight = replace (bridge, "’", "'");
  const char *const variants[][5] = {
    { harbour, bridge, NULL },
    { bridge, harbour, NULL },
    { harbour, elsewhere, NULL },
    { harbour, spaced, NULL },
    { harbour, shouted, NULL },
    { harbour, unpunctuated, NULL },
    { harbour, straight, NULL },
    { "Another text about another thing, of no importance here.", harbour, bridge, NULL },
    { bridge, bridge, harbour, harbour, NULL },
  };
  DoubletOptions options;

  doublet_options_init (&options);
  {
    g_autoptr (GHashTable) expected = print_texts (variants[0], &options);

    g_assert_cmpuint (g_hash_table_size (expected), ==, 3);
    for (guint i = 1; i < G_N_ELEMENTS (variants); i++)
      {
        g_autoptr (GHashTable) table = print_texts (variants[i], &options);

        g_assert_cmpuint (assert_same (expected, table), >=, i == 6 ? 2 : 3);
      }
  }
}

/* Options that leave the passages as they are. */
static void
test_options (void)
{
  const char *const texts[] = { harbour, bridge, NULL };
  DoubletOptions    normal;
  DoubletOptions    others[7];

  doublet_options_init (&normal);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = normal;
  others[0].min_words = 4;
  others[1].max_gap = 1;
  others[2].min_identical = 70;
  others[3].reworded = FALSE;
  others[4].typography = TRUE;
  others[5].ignore = DOUBLET_IGNORE_NONE;
  others[6].ignore |= DOUBLET_IGNORE_DIACRITICS | DOUBLET_IGNORE_NUMBERS;
  {
    g_autoptr (GHashTable) expected = print_texts (texts, &normal);

    for (guint i = 0; i < G_N_ELEMENTS (others); i++)
      {
        g_autoptr (GHashTable) table = print_texts (texts, &others[i]);

        g_assert_cmpuint (assert_same (expected, table), ==, 3);
      }
  }
}

static GHashTable *
print_articles (GPtrArray            *articles,
                guint                 n,
                gboolean              turned,
                const DoubletOptions *options)
{
  DoubletArticle *order[MAX_ARTICLES];
  g_autoptr (DoubletCollation) collation = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = g_ptr_array_index (articles, turned ? n - 1 - i : i);
  collation = doublet_collator_run (order, n, options, 0, NULL);
  return list_fingerprints (collation);
}

/* Few words, so that passages are everywhere and inside each other. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);
  guint n_same = 0;

  for (guint trial = 0; trial < N_TRIALS; trial++)
    {
      guint n = g_rand_int_range (random, 2, MAX_ARTICLES + 1);
      g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);
      DoubletOptions options;
      DoubletOptions other;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (articles, make_random_article (random, "random.txt", 2 + trial % 9, 4, 25));
      doublet_options_init (&options);
      options.min_words = g_rand_int_range (random, 3, 7);
      other = options;
      other.ignore = trial % 2 == 0 ? DOUBLET_IGNORE_NONE : DOUBLET_IGNORE_DEFAULT | DOUBLET_IGNORE_NUMBERS;
      other.max_gap = g_rand_int_range (random, 0, 4);
      {
        g_autoptr (GHashTable) expected = print_articles (articles, n, FALSE, &options);
        g_autoptr (GHashTable) turned = print_articles (articles, n, TRUE, &options);
        g_autoptr (GHashTable) fewer = print_articles (articles, n - 1, FALSE, &options);
        g_autoptr (GHashTable) otherwise = print_articles (articles, n, FALSE, &other);

        g_assert_cmpuint (g_hash_table_size (turned), ==, g_hash_table_size (expected));
        n_same += assert_same (expected, turned) + assert_same (expected, fewer) + assert_same (expected, otherwise);
      }
    }
  g_assert_cmpuint (n_same, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fingerprints/texts", test_texts);
  g_test_add_func ("/fingerprints/options", test_options);
  g_test_add_func ("/fingerprints/random", test_random);

  return g_test_run ();
}
