/* periodic-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "periodic-rows.h"

/*
 * Which row goes furthest from a place on is asked of every start of a repeat.  A row that
 * ends no later than one that began before it is never the answer; the others rise in both
 * start and end, so it is the last of them that begins at or before the place, if it has
 * not ended.  Two numbers for each place would answer at once, and be a good part of all
 * memory where the text is one row.
 */

static void
map_rows (DoubletRowMap    *self,
          const DoubletRow *rows,
          guint32           n_rows,
          guint32           n_places,
          gboolean          short_only)
{
  guint32 n_steps = n_places / DOUBLET_ROW_MAP_STEP + 1;
  guint32 end = 0;
  guint32 n = 0;

  self->rows = g_new (DoubletFarRow, n_rows);
  for (guint32 i = 0; i < n_rows; i++)
    if (rows[i].end > end && (rows[i].is_short || !short_only))
      {
        end = rows[i].end;
        self->rows[self->n++] = (DoubletFarRow){ rows[i].start, end, i };
      }

  self->near = g_new (guint32, n_steps);
  for (guint32 i = 0; i < n_steps; i++)
    {
      while (n < self->n && self->rows[n].start <= i * DOUBLET_ROW_MAP_STEP)
        n++;
      self->near[i] = n;
    }
}

/**
 * doublet_periodic_rows_new:
 * @rows: (transfer full) (element-type DoubletRow): sorted by start, then period
 * @n_units: how many different units they have
 * @n_places: how many places the text has
 *
 * Returns: (transfer full): the rows, so that a place is found in them
 */
DoubletPeriodicRows *
doublet_periodic_rows_new (GArray *rows,
                           guint32 n_units,
                           guint32 n_places)
{
  DoubletPeriodicRows *self = g_new0 (DoubletPeriodicRows, 1);

  self->n_units = n_units;
  self->n_rows = rows->len;
  self->rows = (DoubletRow *)(gpointer)g_array_free (rows, FALSE);
  if (self->n_rows > 0)
    {
      map_rows (&self->all, self->rows, self->n_rows, n_places, FALSE);
      map_rows (&self->short_ones, self->rows, self->n_rows, n_places, TRUE);
    }
  return self;
}

/**
 * doublet_periodic_rows_free:
 * @self: (transfer full): rows
 */
void
doublet_periodic_rows_free (DoubletPeriodicRows *self)
{
  g_free (self->rows);
  g_free (self->all.rows);
  g_free (self->all.near);
  g_free (self->short_ones.rows);
  g_free (self->short_ones.near);
  g_free (self);
}
