/* suffix-array.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress.h"

G_BEGIN_DECLS

gint32  *doublet_suffix_array_sort (const guint32         *text,
                                    guint32                n,
                                    guint32                n_symbols,
                                    const DoubletProgress *progress);
gint32  *doublet_suffix_array_invert (const gint32 *permutation,
                                      guint32       n);
guint32 *doublet_suffix_array_find_lcp (const guint32         *text,
                                        const gint32          *suffixes,
                                        const gint32          *ranks,
                                        guint32                n,
                                        const DoubletProgress *progress);

G_END_DECLS
