/* compare-job.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compare-item.h"
#include "compare.h"

G_BEGIN_DECLS

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
  DoubletCompareItem     boilerplate; /* without an input if there is none */
  guint                  base;        /* an item */
  DoubletItemPair       *pairs;       /* owned, (nullable) */
  guint                  n_pairs;
  DoubletCollation      *known; /* owned, (nullable): the result for the same items and options */
  DoubletCompareListener listener;
} DoubletCompareJob;

void              doublet_compare_job_clear (DoubletCompareJob *self);
DoubletCollation *doublet_compare_job_run (DoubletCompareJob     *self,
                                           const DoubletProgress *progress,
                                           GError               **error);

G_END_DECLS
