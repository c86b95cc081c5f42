/* test-vocabulary.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "vocabulary.h"

#include <string.h>

#define N_FORMS 200000

/* Bytes of few kinds, so that forms come again, and of all lengths, for the hash
 * treats them differently; NUL among them. */
static GBytes *
new_form (GRand *rand)
{
  char  form[40];
  gsize n_bytes = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 5) : g_rand_int_range (rand, 0, sizeof form);
  guint n_kinds = g_rand_int_range (rand, 1, 4);

  for (gsize i = 0; i < n_bytes; i++)
    form[i] = "\0ab\377"[g_rand_int_range (rand, 0, n_kinds + 1)];
  return g_bytes_new (form, n_bytes);
}

static guint32
intern (DoubletVocabulary *vocabulary,
        GBytes            *form)
{
  gsize       n_bytes;
  const char *bytes = g_bytes_get_data (form, &n_bytes);

  return doublet_vocabulary_intern (vocabulary, bytes != NULL ? bytes : "", n_bytes);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (DoubletVocabulary) vocabulary = doublet_vocabulary_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  g_autoptr (GHashTable) hashes = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < N_FORMS; i++)
    {
      GBytes  *form = new_form (rand);
      guint32  symbol = intern (vocabulary, form);
      gpointer before;

      if (g_hash_table_lookup_extended (known, form, NULL, &before))
        g_assert_cmpuint (symbol, ==, GPOINTER_TO_UINT (before));
      else
        g_assert_cmpuint (symbol, ==, g_hash_table_size (known));
      g_hash_table_replace (known, form, GUINT_TO_POINTER (symbol));
    }

  g_assert_cmpuint (doublet_vocabulary_get_n_symbols (vocabulary), ==, g_hash_table_size (known));
  for (guint32 i = 0; i < doublet_vocabulary_get_n_symbols (vocabulary); i++)
    g_hash_table_add (hashes, (gpointer)&doublet_vocabulary_get_hashes (vocabulary)[i]);
  g_assert_cmpuint (g_hash_table_size (hashes), ==, g_hash_table_size (known));
}

/* The hash of a form is the same in whatever order forms come. */
static void
test_order (void)
{
  static const char *forms[] = { "", "a", "ab", "the", "house", "eight888", "nine99999", "a form of more than sixteen bytes" };
  g_autoptr (DoubletVocabulary) forwards = doublet_vocabulary_new ();
  g_autoptr (DoubletVocabulary) backwards = doublet_vocabulary_new ();
  guint n = G_N_ELEMENTS (forms);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (doublet_vocabulary_intern (forwards, forms[i], strlen (forms[i])), ==, i);
      g_assert_cmpuint (doublet_vocabulary_intern (backwards, forms[n - 1 - i], strlen (forms[n - 1 - i])), ==, i);
    }
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (doublet_vocabulary_get_hashes (forwards)[i], ==, doublet_vocabulary_get_hashes (backwards)[n - 1 - i]);
}

static void
test_prepared (void)
{
  g_autoptr (DoubletVocabulary) vocabulary = doublet_vocabulary_new ();
  guint64 hash = doublet_vocabulary_prepare (vocabulary, "word of", 4, 4);

  g_assert_cmpuint (doublet_vocabulary_prepare (vocabulary, "word or more", 4, 12), ==, hash);
  g_assert_cmpuint (doublet_vocabulary_intern (vocabulary, "word", 4), ==, 0);
  g_assert_cmpuint (doublet_vocabulary_intern_prepared (vocabulary, "word", 4, hash), ==, 0);
  g_assert_cmpuint (doublet_vocabulary_get_hashes (vocabulary)[0], ==, hash);
}

/* All forms of one and two bytes and many of three: up to eight bytes the hash
 * alone decides. */
static void
test_short (void)
{
  g_autoptr (DoubletVocabulary) vocabulary = doublet_vocabulary_new ();
  guint32 n = 0;

  for (guint n_bytes = 1; n_bytes <= 3; n_bytes++)
    for (guint32 i = 0; i < MIN (1u << 8 * n_bytes, 1u << 18); i++)
      {
        const char form[3] = { i, i >> 8, (i >> 16) + i };

        g_assert_cmpuint (doublet_vocabulary_intern (vocabulary, form, n_bytes), ==, n++);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/random", test_random);
  g_test_add_func ("/vocabulary/order", test_order);
  g_test_add_func ("/vocabulary/prepared", test_prepared);
  g_test_add_func ("/vocabulary/short", test_short);
  return g_test_run ();
}
