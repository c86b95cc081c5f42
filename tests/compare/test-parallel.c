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

      doublet_parallel_run (n, count_cb, counts);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (counts[i], ==, 1);
      g_assert_cmpint (counts[n], ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/each-once", test_each_once);
  return g_test_run ();
}
