/* parallel.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "parallel.h"

typedef struct
{
  DoubletParallelFunc func;
  gpointer            data;
} Work;

static void
run_one (gpointer item,
         gpointer user_data)
{
  const Work *work = user_data;

  work->func (GPOINTER_TO_UINT (item) - 1, work->data);
}

/*
 * doublet_parallel_run:
 * @n: how many pieces
 * @n_bytes: of how much text in all, or anything from %DOUBLET_PARALLEL_BYTES on if that
 *   is not known
 * @func: does one of them
 * @data: passed to @func
 *
 * Does all pieces, as many at a time as there are processors, and returns when the
 * last is done; where there is little to do, one after the other in this thread.  @func
 * finds its own way to put results where they belong.
 */
void
doublet_parallel_run (guint               n,
                      gsize               n_bytes,
                      DoubletParallelFunc func,
                      gpointer            data)
{
  Work         work = { func, data };
  GThreadPool *pool;

  if (n <= 1 || n_bytes < DOUBLET_PARALLEL_BYTES)
    {
      for (guint i = 0; i < n; i++)
        func (i, data);
      return;
    }

  pool = g_thread_pool_new (run_one, &work, (int)MIN (n, g_get_num_processors ()), FALSE, NULL);
  for (guint i = 0; i < n; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}
