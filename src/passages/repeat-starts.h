/* repeat-starts.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kgram-classes.h"

G_BEGIN_DECLS

/* What sorting may cost: places that have to be sorted, in all and of one k-gram, and
 * tokens compared with others. */
typedef struct
{
  guint64 n_sorted;
  guint64 n_of_class;
  guint64 n_compared;
} DoubletStartsBudget;

/*
 * Places where maximal repeats begin, sorted by what follows: those that begin with the
 * same k-gram stand together, in order.  lcp[i] tells how many tokens are the same from
 * the places i - 1 and i of that order on, inside their articles, and is 0 where another
 * k-gram begins; lcp[0] and lcp[n] are 0 (so lcp has n + 1 entries).
 *
 * Of a maximal repeat of k tokens or more all occurrences are among them.
 */
typedef struct
{
  guint32  n;
  guint32 *places;
  guint32 *lcp;
} DoubletRepeatStarts;

DoubletRepeatStarts *doublet_repeat_starts_sort (const DoubletPassageText  *text,
                                                 const DoubletKgramClasses *classes,
                                                 const DoubletStartsBudget *budget,
                                                 const DoubletProgress     *progress);
void                 doublet_repeat_starts_free (DoubletRepeatStarts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRepeatStarts, doublet_repeat_starts_free)

G_END_DECLS
