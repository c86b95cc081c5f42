/* pdf-gutters.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-gutters.h"

#include <math.h>

/* The least width, in sizes of letters.  Spaces in most justified lines are narrower. */
#define MIN_WIDTH .8

/**
 * doublet_pdf_gutters_init:
 * @self: what becomes the gutters of no rows: everything is free
 */
void
doublet_pdf_gutters_init (DoubletPdfGutters *self)
{
  *self = (DoubletPdfGutters){
    .gutters = { { -HUGE_VAL, HUGE_VAL } },
    .n = 1,
    .low = HUGE_VAL,
    .high = -HUGE_VAL,
  };
}

static void
add_gutter (DoubletPdfGutters *self,
            double             low,
            double             high,
            double             min_width)
{
  if (self->n < DOUBLET_PDF_MAX_GUTTERS && high - low >= min_width)
    self->gutters[self->n++] = (DoubletPdfGutter){ low, high };
}

/**
 * doublet_pdf_gutters_subtract:
 * @self: gutters
 * @piece: a piece of a line
 *
 * Takes a piece out of what is free.
 */
void
doublet_pdf_gutters_subtract (DoubletPdfGutters    *self,
                              const DoubletPdfLine *piece)
{
  DoubletPdfGutters left = { .n = 0, .low = MIN (self->low, piece->left), .high = MAX (self->high, piece->right) };

  for (guint i = 0; i < self->n; i++)
    {
      const DoubletPdfGutter *whole = &self->gutters[i];

      /* A piece that stands beside it leaves it as it is. */
      if (piece->right <= whole->low || piece->left >= whole->high)
        add_gutter (&left, whole->low, whole->high, 0);
      else
        {
          add_gutter (&left, whole->low, MIN (whole->high, piece->left), piece->size * MIN_WIDTH);
          add_gutter (&left, MAX (whole->low, piece->right), whole->high, piece->size * MIN_WIDTH);
        }
    }
  *self = left;
}

static gboolean
is_inner (const DoubletPdfGutters *self,
          const DoubletPdfGutter  *gutter)
{
  return gutter->low >= self->low && gutter->high <= self->high;
}

/**
 * doublet_pdf_gutters_find_widest:
 * @self: gutters
 *
 * Returns: (transfer none) (nullable): the widest with something on both sides
 */
const DoubletPdfGutter *
doublet_pdf_gutters_find_widest (const DoubletPdfGutters *self)
{
  const DoubletPdfGutter *widest = NULL;

  for (guint i = 0; i < self->n; i++)
    {
      const DoubletPdfGutter *gutter = &self->gutters[i];

      if (is_inner (self, gutter) && (widest == NULL || gutter->high - gutter->low > widest->high - widest->low))
        widest = gutter;
    }
  return widest;
}

/**
 * doublet_pdf_gutters_keep_inner:
 * @self: gutters
 *
 * Forgets what lies outside of the rows.
 */
void
doublet_pdf_gutters_keep_inner (DoubletPdfGutters *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (is_inner (self, &self->gutters[i]))
      self->gutters[n++] = self->gutters[i];
  self->n = n;
}
