/* test-suffix-array.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "suffix-array.h"

/* Against the definition: each suffix is greater than the one before, and the common
 * prefix is what it is said to be. */
static void
check (const guint32 *text,
       guint32        n,
       guint32        n_symbols)
{
  g_autofree gint32  *suffixes = doublet_suffix_array_sort (text, n, n_symbols, NULL);
  g_autofree gint32  *ranks = doublet_suffix_array_invert (suffixes, n);
  g_autofree gint32  *again = doublet_suffix_array_invert (ranks, n);
  g_autofree guint32 *lcp = doublet_suffix_array_find_lcp (text, suffixes, ranks, n, NULL);
  g_autofree guint8  *seen = g_new0 (guint8, n);

  g_assert_cmpmem (suffixes, n * sizeof *suffixes, again, n * sizeof *again);
  g_assert_cmpuint (lcp[0], ==, 0);
  g_assert_cmpuint (lcp[n], ==, 0);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 a, b, common = 0;

      b = suffixes[i];
      g_assert_cmpuint (b, <, n);
      g_assert_false (seen[b]);
      seen[b] = TRUE;
      g_assert_cmpint (ranks[b], ==, i);
      if (i == 0)
        continue;
      a = suffixes[i - 1];
      while (text[a + common] == text[b + common])
        common++;
      g_assert_cmpuint (text[a + common], <, text[b + common]);
      g_assert_cmpuint (lcp[i], ==, common);
    }
}

static void
test_random (void)
{
  GRand *random = g_rand_new_with_seed (20220401);

  for (guint round = 0; round < 3000; round++)
    {
      guint32 n = g_rand_int_range (random, 1, 200);
      guint32 n_symbols = g_rand_int_range (random, 2, 8);
      guint32 text[200];

      for (guint32 i = 0; i + 1 < n; i++)
        text[i] = g_rand_int_range (random, 1, n_symbols);
      text[n - 1] = 0;
      check (text, n, n_symbols);
    }
  g_rand_free (random);
}

static void
test_shapes (void)
{
  enum
  {
    N = 3000
  };
  g_autofree guint32 *text = g_new (guint32, N);

  for (guint shape = 0; shape < 5; shape++)
    {
      for (guint32 i = 0; i + 1 < N; i++)
        switch (shape)
          {
          case 0:
            text[i] = 1;
            break;
          case 1:
            text[i] = 1 + i % 2;
            break;
          case 2:
            text[i] = N - i;
            break;
          case 3:
            text[i] = i + 1;
            break;
          default:
            /* Thue-Morse */
            text[i] = 1 + (guint)__builtin_popcount (i) % 2;
            break;
          }
      text[N - 1] = 0;
      check (text, N, N + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suffix-array/random", test_random);
  g_test_add_func ("/suffix-array/shapes", test_shapes);
  return g_test_run ();
}
