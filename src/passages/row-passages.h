/* row-passages.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "repeat-index.h"

G_BEGIN_DECLS

/*
 * The rows by unit.
 *
 * order lists the rows so that those of unit u are order[first[u]] to
 * order[first[u + 1]], exclusive, by start.  reference is the row whose start gives
 * the phase, the longest.
 */
typedef struct
{
  const DoubletPeriodicRows *rows;
  guint32                   *order;     /* n_rows */
  guint32                   *first;     /* n_units + 1 */
  guint32                   *reference; /* n_units: a row */
} DoubletRowIndex;

DoubletRowIndex *doublet_row_index_new (const DoubletPassageText  *text,
                                        const DoubletPeriodicRows *rows);
void             doublet_row_index_free (DoubletRowIndex *self);
void             doublet_row_passages_add (const DoubletRowIndex    *index,
                                           const DoubletPassageText *text,
                                           const DoubletRepeatIndex *copies,
                                           DoubletCandidates        *candidates);
void             doublet_row_passages_add_remainders (const DoubletRowIndex    *index,
                                                      const DoubletPassageText *text,
                                                      const guint8             *covered,
                                                      DoubletCandidates        *candidates);
guint32          doublet_row_passages_measure_common (const DoubletPassageText *text,
                                                      const DoubletRow         *a,
                                                      const DoubletRow         *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRowIndex, doublet_row_index_free)

G_END_DECLS
