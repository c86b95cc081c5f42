/* suffix-array.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress.h"

G_BEGIN_DECLS

/*
 * The suffixes of a text of integers in order.
 *
 * suffixes is a permutation of 0 to n exclusive, ranks its inverse; lcp[i] is how
 * many symbols the suffixes i - 1 and i of that order have in common, lcp[0] and
 * lcp[n] are 0 (so lcp has n + 1 entries).
 */
typedef struct
{
  guint32  n;
  gint32  *suffixes;
  gint32  *ranks;
  guint32 *lcp;
} DoubletSuffixArray;

DoubletSuffixArray *doublet_suffix_array_new (const guint32         *text,
                                              guint32                n,
                                              guint32                n_symbols,
                                              const DoubletProgress *progress);
void                doublet_suffix_array_free (DoubletSuffixArray *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletSuffixArray, doublet_suffix_array_free)

G_END_DECLS
