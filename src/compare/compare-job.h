/* compare-job.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compare.h"

G_BEGIN_DECLS

/*
 * An input and what became of it: either article (then tokens) or reason, or nothing
 * as long as it was not read.  Plain data: its owner sees to it that one thread at a
 * time touches it.
 */
typedef struct
{
  DoubletInput   *input;   /* owned */
  DoubletArticle *article; /* owned, (nullable) */
  DoubletTokens  *tokens;  /* owned, (nullable) */
  char           *reason;  /* owned, (nullable): why it could not be read */
} DoubletCompareItem;

/* Two inputs, by their place among the items, that are to be aligned beside those
 * with the base. */
typedef struct
{
  guint a;
  guint b;
} DoubletItemPair;

/*
 * All that one run of the work needs.  What was read already is not read again, and
 * with a known collation only alignments that it lacks are made.
 */
typedef struct
{
  DoubletCompareItem    *items; /* owned */
  guint                  n_items;
  DoubletOptions         options;
  guint                  base;  /* an item */
  DoubletItemPair       *pairs; /* owned, (nullable) */
  guint                  n_pairs;
  DoubletCollation      *known; /* owned, (nullable): the result for the same items and options */
  DoubletCompareListener listener;
} DoubletCompareJob;

DoubletCompareItem *doublet_compare_items_copy (const DoubletCompareItem *items,
                                                guint                     n_items);
void                doublet_compare_items_free (DoubletCompareItem *items,
                                                guint               n_items);
void                doublet_compare_item_clear (DoubletCompareItem *item);
void                doublet_compare_job_clear (DoubletCompareJob *self);
DoubletCollation   *doublet_compare_job_run (DoubletCompareJob *self,
                                             GCancellable      *cancellable,
                                             GError           **error);

G_END_DECLS
