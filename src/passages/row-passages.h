/* row-passages.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "candidates.h"
#include "periodic-runs.h"
#include "repeat-index.h"

G_BEGIN_DECLS

/*
 * The rows by unit.
 *
 * order lists the rows so that those of unit u are order[first[u]] to
 * order[first[u + 1]], exclusive, by start.  reference is the row whose start gives
 * the phase, the longest.  For each place, reach tells how far the rows there go and
 * short_row which short row goes furthest, plus one; both are NULL without rows.
 */
typedef struct
{
  const DoubletPeriodicRows *rows;
  guint32                   *order;     /* n_rows */
  guint32                   *first;     /* n_units + 1 */
  guint32                   *reference; /* n_units: a row */
  guint32                   *reach;
  guint32                   *short_row;
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

/* Whether a range lies in a row. */
static inline gboolean
doublet_row_index_has (const DoubletRowIndex *self,
                       DoubletRange           range)
{
  return self->reach != NULL && self->reach[range.start] >= range.end;
}

/* The short row that a range lies in, NULL if in none. */
static inline const DoubletRow *
doublet_row_index_get_short (const DoubletRowIndex *self,
                             DoubletRange           range)
{
  const DoubletRow *row;

  if (self->short_row == NULL || self->short_row[range.start] == 0)
    return NULL;
  row = &self->rows->rows[self->short_row[range.start] - 1];
  return row->end >= range.end ? row : NULL;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRowIndex, doublet_row_index_free)

G_END_DECLS
