/* periodic-runs.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "islands.h"

G_BEGIN_DECLS

/*
 * A row: a range of places in which a unit of period words comes more than twice,
 * as far as it reaches on both sides.  The unit is no row itself.
 *
 * phase is how far from start the unit begins in its canonical rotation; rows whose
 * units are the same but for the rotation have the same unit number.  A row is
 * short if its unit is too light to be a passage.
 */
typedef struct
{
  guint32  start;
  guint32  end;
  guint32  island_start; /* start, as an index into the islands */
  guint32  period;
  guint32  phase;
  guint32  unit;
  gboolean is_short;
} DoubletRow;

/* Sorted by start, then period.  Few rows overlap, and then by less than the sum of
 * their periods, or one lies inside the unit of the other. */
typedef struct
{
  DoubletRow *rows;
  guint32     n_rows;
  guint32     n_units;
} DoubletPeriodicRows;

DoubletPeriodicRows *doublet_periodic_runs_find (const DoubletPassageText *text,
                                                 const DoubletIslands     *islands,
                                                 const gint32             *ranks,
                                                 const DoubletProgress    *progress);
void                 doublet_periodic_rows_free (DoubletPeriodicRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletPeriodicRows, doublet_periodic_rows_free)

G_END_DECLS
