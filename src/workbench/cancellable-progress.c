/* cancellable-progress.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cancellable-progress.h"

/* The layers below know no GIO; what they hand on is still what GIO can be woken by. */

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * doublet_cancellable_progress:
 * @cancellable: (nullable): who says when to stop
 *
 * Returns: a progress that asks @cancellable and tells nobody how far it is
 */
DoubletProgress
doublet_cancellable_progress (GCancellable *cancellable)
{
  return (DoubletProgress){ .is_cancelled = is_cancelled, .cancellable = cancellable };
}

/**
 * doublet_cancellable_progress_get:
 * @progress: (nullable): a progress, made by doublet_cancellable_progress() or not
 *
 * Returns: (transfer none) (nullable): the cancellable that it asks, if it asks one
 */
GCancellable *
doublet_cancellable_progress_get (const DoubletProgress *progress)
{
  return progress != NULL && progress->is_cancelled == is_cancelled ? progress->cancellable : NULL;
}
