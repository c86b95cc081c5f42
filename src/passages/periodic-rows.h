/* periodic-rows.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passages.h"

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

/* Places from one note of the rows to the next: so many rows may begin between, mostly
 * none. */
#define DOUBLET_ROW_MAP_STEP 16

/* A row that goes further than all before it. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 row;
} DoubletFarRow;

/* All such rows, and how many of them begin at or before so many places: see periodic-rows.c. */
typedef struct
{
  DoubletFarRow *rows; /* (nullable) */
  guint32        n;
  guint32       *near; /* (nullable) */
} DoubletRowMap;

/* Sorted by start, then period.  Few rows overlap, and then by less than the sum of
 * their periods, or one lies inside the unit of the other. */
typedef struct
{
  DoubletRow   *rows;
  guint32       n_rows;
  guint32       n_units;
  DoubletRowMap all;
  DoubletRowMap short_ones;
} DoubletPeriodicRows;

DoubletPeriodicRows *doublet_periodic_rows_new (GArray *rows,
                                                guint32 n_units,
                                                guint32 n_places);
void                 doublet_periodic_rows_free (DoubletPeriodicRows *self);

/* Of the rows that hold @place the one that goes furthest; of those that end together, the
 * one that begins first; NULL if none holds it. */
static inline const DoubletFarRow *
doublet_row_map_find (const DoubletRowMap *self,
                      guint32              place)
{
  guint32 n;

  if (self->n == 0)
    return NULL;
  n = self->near[place / DOUBLET_ROW_MAP_STEP];
  while (n < self->n && self->rows[n].start <= place)
    n++;
  return n > 0 && self->rows[n - 1].end > place ? &self->rows[n - 1] : NULL;
}

static inline const DoubletRow *
doublet_periodic_rows_find (const DoubletPeriodicRows *self,
                            guint32                    place)
{
  const DoubletFarRow *far = doublet_row_map_find (&self->all, place);

  return far != NULL ? &self->rows[far->row] : NULL;
}

/* Whether a range lies in a row. */
static inline gboolean
doublet_periodic_rows_hold (const DoubletPeriodicRows *self,
                            DoubletRange               range)
{
  const DoubletFarRow *far = doublet_row_map_find (&self->all, range.start);

  return far != NULL && far->end >= range.end;
}

/* The short row that a range lies in, NULL if in none. */
static inline const DoubletRow *
doublet_periodic_rows_find_short (const DoubletPeriodicRows *self,
                                  DoubletRange               range)
{
  const DoubletFarRow *far = doublet_row_map_find (&self->short_ones, range.start);

  return far != NULL && far->end >= range.end ? &self->rows[far->row] : NULL;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletPeriodicRows, doublet_periodic_rows_free)

G_END_DECLS
