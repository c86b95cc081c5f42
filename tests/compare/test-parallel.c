/* test-parallel.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "parallel.h"

static void
count_cb (guint    index,
          gpointer data)
{
  gint *counts = data;

  g_atomic_int_inc (&counts[index]);
}

static void
test_each_once (void)
{
  for (guint n = 0; n < 200; n++)
    {
      g_autofree gint *counts = g_new0 (gint, n + 1);

      doublet_parallel_run (n, n % 3 == 0 ? 0 : G_MAXSIZE, count_cb, counts);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (counts[i], ==, 1);
      g_assert_cmpint (counts[n], ==, 0);
    }
}

static void
note_thread_cb (guint    index,
                gpointer data)
{
  GThread **threads = data;

  threads[index] = g_thread_self ();
}

/* No thread is begun for little work. */
static void
test_little (void)
{
  GThread *threads[50] = { NULL };

  doublet_parallel_run (G_N_ELEMENTS (threads), 1000, note_thread_cb, threads);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (threads[i] == g_thread_self ());
  doublet_parallel_run (2, G_MAXSIZE, note_thread_cb, threads);
  g_assert_true (threads[0] != g_thread_self ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/each-once", test_each_once);
  g_test_add_func ("/parallel/little", test_little);
  return g_test_run ();
}
