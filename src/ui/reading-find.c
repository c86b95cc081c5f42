/* reading-find.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reading-view.h"

#include "reading-view-private.h"

#include "text-search.h"

/* Finding words in the columns: in reading order, row by row, and in a row from left to
 * right. */

static void
search (DoubletReadingView *self,
        const char         *text)
{
  g_free (self->found);
  self->found = g_strdup (text);
  self->hit_column = DOUBLET_MAX_COLUMNS;
  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    {
      DoubletDisplayText *shown = i < self->n_shown ? doublet_article_view_get_text (doublet_reading_view_get_text_view (self, i)) : NULL;

      g_clear_pointer (&self->hits[i], g_array_unref);
      if (shown != NULL)
        {
          gsize       n_bytes;
          const char *source = doublet_article_get_text (doublet_display_text_get_article (shown), &n_bytes);

          self->hits[i] = doublet_text_search_run (source, n_bytes, text);
          doublet_article_view_set_hits (doublet_reading_view_get_text_view (self, i), self->hits[i]);
        }
    }
}

static guint
count_hits (DoubletReadingView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_shown; i++)
    n += self->hits[i] != NULL ? self->hits[i]->len : 0;
  return n;
}

/* Where a hit comes in reading order. */
typedef struct
{
  guint32 row;
  guint   column;
  guint   index;
} HitOrder;

static int
compare_order (const HitOrder *first,
               const HitOrder *second)
{
  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static HitOrder
get_order (DoubletReadingView *self,
           guint               column,
           guint               index)
{
  DoubletDisplayText *text = doublet_article_view_get_text (doublet_reading_view_get_text_view (self, column));
  guint32             byte = g_array_index (self->hits[column], DoubletByteRange, index).start;
  guint32             line = doublet_display_text_find_line (text, doublet_display_text_to_offset (text, byte));

  return (HitOrder){ doublet_row_aligner_find_row (self->aligner, column, line), column, index };
}

/* The first hit of a column that comes behind @from, or their number. */
static guint
find_behind (DoubletReadingView *self,
             guint               column,
             const HitOrder     *from)
{
  guint low = 0;
  guint high = self->hits[column]->len;

  while (low < high)
    {
      guint    middle = low + (high - low) / 2;
      HitOrder order = get_order (self, column, middle);

      if (compare_order (&order, from) > 0)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* The nearest hit behind @from, or before it; around the end if there is none. */
static HitOrder
find_next (DoubletReadingView *self,
           const HitOrder     *from,
           gboolean            backward)
{
  HitOrder best = { 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < self->n_shown; i++)
    {
      guint    at;
      HitOrder order;

      if (self->hits[i] == NULL || self->hits[i]->len == 0)
        continue;
      at = find_behind (self, i, from);
      if (backward)
        {
          while (at > 0 && (order = get_order (self, i, at - 1), compare_order (&order, from) >= 0))
            at--;
          if (at == 0)
            continue;
          at--;
        }
      else if (at == self->hits[i]->len)
        {
          continue;
        }
      order = get_order (self, i, at);
      if (!found || (backward ? compare_order (&order, &best) > 0 : compare_order (&order, &best) < 0))
        best = order;
      found = TRUE;
    }
  if (!found)
    {
      for (guint i = 0; i < self->n_shown; i++)
        if (self->hits[i] != NULL && self->hits[i]->len > 0)
          {
            HitOrder order = get_order (self, i, backward ? self->hits[i]->len - 1 : 0);

            if (!found || (backward ? compare_order (&order, &best) > 0 : compare_order (&order, &best) < 0))
              best = order;
            found = TRUE;
          }
    }
  return best;
}

/**
 * doublet_reading_view_find:
 * @self: a view
 * @text: what to look for, capitals or not; "" for nothing any more
 * @direction: 1 for the next place, -1 for the one before, 0 for the one that is nearest
 *
 * Selects a place of @text in one of the columns and scrolls there; all other places
 * are shown too.
 *
 * Returns: how many places there are
 */
guint
doublet_reading_view_find (DoubletReadingView *self,
                           const char         *text,
                           int                 direction)
{
  HitOrder                from;
  HitOrder                next;
  const DoubletByteRange *hit;

  g_return_val_if_fail (DOUBLET_IS_READING_VIEW (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  if (self->n_shown == 0 || self->aligner == NULL)
    return 0;
  from = (HitOrder){ doublet_column_scroller_get_top_row (self->scroller), 0, 0 };
  if (self->found == NULL || !g_str_equal (self->found, text))
    search (self, text);
  if (count_hits (self) == 0)
    return 0;
  if (self->hit_column < self->n_shown)
    from = get_order (self, self->hit_column, self->hit);
  else
    from.row -= from.row > 0;
  if (self->hit_column < self->n_shown && direction == 0)
    next = from;
  else
    next = find_next (self, &from, direction < 0);

  self->hit_column = next.column;
  self->hit = next.index;
  hit = &g_array_index (self->hits[next.column], DoubletByteRange, next.index);
  doublet_article_view_select (doublet_reading_view_get_text_view (self, next.column), hit->start, hit->end);
  if (!doublet_column_scroller_shows (self->scroller, next.column, hit->start))
    doublet_column_scroller_jump (self->scroller, next.column, hit->start);
  return count_hits (self);
}
