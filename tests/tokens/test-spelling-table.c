/* test-spelling-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "form-hash.h"
#include "spelling-table.h"

#define N_SPELLINGS 200000

/* Bytes of few kinds, so that spellings come again, and of all lengths, for keys are
 * made differently of them. */
static GBytes *
new_spelling (GRand *rand)
{
  char  spelling[40];
  gsize n_bytes = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 5) : g_rand_int_range (rand, 0, sizeof spelling);
  guint n_kinds = g_rand_int_range (rand, 1, 4);

  for (gsize i = 0; i < n_bytes; i++)
    spelling[i] = "\1ab\377"[g_rand_int_range (rand, 0, n_kinds + 1)];
  return g_bytes_new (spelling, n_bytes);
}

static DoubletSpelling *
find_or_add (DoubletSpellingTable *table,
             const char           *bytes,
             gsize                 n_bytes,
             gboolean              is_mark)
{
  DoubletSpellingKey key = doublet_spelling_key_read_end (bytes, n_bytes, is_mark);

  return doublet_spelling_table_find_or_add (table, &key, bytes);
}

/* Beside a hash table of GLib's. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  GHashTable          *known[2]; /* words, marks */
  DoubletSpellingTable table;
  guint                n_known = 0;

  doublet_spelling_table_init (&table, 0);
  for (guint mark = 0; mark < 2; mark++)
    known[mark] = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);

  for (guint i = 0; i < N_SPELLINGS; i++)
    {
      g_autoptr (GBytes) bytes = new_spelling (rand);
      gboolean         mark = g_rand_int_range (rand, 0, 4) == 0;
      gsize            n_bytes;
      const char      *data = g_bytes_get_data (bytes, &n_bytes);
      DoubletSpelling *spelling = find_or_add (&table, data != NULL ? data : "", n_bytes, mark);
      gpointer         before;

      if (g_hash_table_lookup_extended (known[mark], bytes, NULL, &before))
        {
          g_assert_cmpuint (spelling->number, ==, GPOINTER_TO_UINT (before));
          g_assert_cmpuint (spelling->exact, ==, spelling->number * 3);
          continue;
        }
      g_assert_cmpuint (spelling->number, ==, n_known);
      g_assert_cmpuint (spelling->exact, ==, G_MAXUINT32);
      g_assert_cmpuint (spelling->normal, ==, G_MAXUINT32);
      spelling->exact = n_known * 3;
      g_hash_table_insert (known[mark], g_steal_pointer (&bytes), GUINT_TO_POINTER (n_known++));
    }

  g_assert_cmpuint (table.n_spellings, ==, n_known);
  g_hash_table_unref (known[FALSE]);
  g_hash_table_unref (known[TRUE]);
  doublet_spelling_table_clear (&table);
}

/* A key read where more bytes follow is that of the bytes alone, and of no others. */
static void
test_keys (void)
{
  const char text[] = "a word and what follows it for longer than a key";

  for (guint32 n_bytes = 0; n_bytes < 32; n_bytes++)
    for (guint mark = 0; mark < 2; mark++)
      {
        g_autofree char   *alone = g_memdup2 (text, MAX (n_bytes, 1));
        DoubletSpellingKey key = doublet_spelling_key_read (text, n_bytes, mark);
        DoubletSpellingKey same = doublet_spelling_key_read_end (alone, n_bytes, mark);
        DoubletSpellingKey mirrored = doublet_spelling_key_read (text, n_bytes, !mark);
        DoubletSpellingKey longer = doublet_spelling_key_read (text, n_bytes + 1, mark);

        g_assert_cmpuint (key.head, ==, same.head);
        g_assert_cmpuint (key.tail, ==, same.tail);
        g_assert_cmpuint (key.tail, !=, 0);
        g_assert_cmpuint (key.tail, !=, mirrored.tail);
        g_assert_true (key.head != longer.head || key.tail != longer.tail);
      }
}

/* Words made to fall on one slot: found all the same, and not by a search through all
 * of them. */
static void
test_hostile (void)
{
  const guint          n_words = 20000;
  DoubletSpellingTable table;
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 state = 1;

  doublet_spelling_table_init (&table, 0);
  while (words->len < n_words)
    {
      DoubletSpellingKey key;
      guint64            word;

      state = state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
      word = state ^ state >> 29;
      key = doublet_spelling_key_read_end ((const char *)&word, sizeof word, FALSE);
      if (doublet_spelling_key_hash (&key, DOUBLET_SPELLING_FACTOR) >> 54 == 0)
        g_array_append_val (words, word);
    }

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < words->len; i++)
      g_assert_cmpuint (find_or_add (&table, (const char *)&g_array_index (words, guint64, i), sizeof (guint64), FALSE)->number, ==, i);
  g_assert_cmpuint (table.factor, !=, DOUBLET_SPELLING_FACTOR);
  doublet_spelling_table_clear (&table);
}

/* The hash of a form is made of all its bytes and of no other. */
static void
test_form_hash (void)
{
  static const char *const forms[] = { "", "a", "ab", "the", "house", "eight888", "nine99999", "a form of more than sixteen bytes", "a form of more than seventee bytes" };
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *longer = g_strconcat (forms[i], "and more", NULL);
      guint64          hash = doublet_form_hash (longer, strlen (forms[i]));

      g_assert_cmpuint (doublet_form_hash (forms[i], strlen (forms[i])), ==, hash);
      g_assert_true (g_hash_table_add (hashes, g_memdup2 (&hash, sizeof hash)));
    }
}

/* All forms of one and two bytes and many of three: no two hashes are alike. */
static void
test_short_form_hash (void)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint n_bytes = 1; n_bytes <= 3; n_bytes++)
    for (guint32 i = 0; i < MIN (1u << 8 * n_bytes, 1u << 18); i++)
      {
        const char form[3] = { i, i >> 8, (i >> 16) + i };
        guint64    hash = doublet_form_hash (form, n_bytes);

        g_assert_true (g_hash_table_add (hashes, g_memdup2 (&hash, sizeof hash)));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling-table/random", test_random);
  g_test_add_func ("/spelling-table/keys", test_keys);
  g_test_add_func ("/spelling-table/hostile", test_hostile);
  g_test_add_func ("/form-hash/all-bytes", test_form_hash);
  g_test_add_func ("/form-hash/short", test_short_form_hash);
  return g_test_run ();
}
