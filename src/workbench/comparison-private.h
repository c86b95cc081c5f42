/* comparison-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "comparison.h"

#include "compare-job.h"
#include "errand.h"

G_BEGIN_DECLS

/*
 * Every change cancels the job that runs and starts another.  A job owns copies of
 * the items, so two threads never touch the same ones; what it read is taken over when
 * it ends, even if it was cancelled, so that nothing is read twice.  News from a job
 * counts only as long as it is the one that we wait for.
 */
struct _DoubletComparison
{
  GObject parent_instance;

  /* Owned */
  GArray           *items; /* DoubletCompareItem */
  GArray           *pairs; /* DoubletItemPair: asked for beside those with the base */
  DoubletCollation *collation;
  DoubletErrand    *errand; /* the job that runs, NULL if none does */

  DoubletOptions     options;
  DoubletCompareItem boilerplate; /* without an input if there is none */
  gboolean           stopped;
  double             progress;
  char              *activity; /* a translated sentence: what is being done */
};

void doublet_comparison_start (DoubletComparison *self,
                               DoubletCollation  *known);

G_END_DECLS
