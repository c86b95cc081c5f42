/* navigator-places.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "navigator-private.h"

/*
 * Which place of a finding is shown first, and in which columns.
 */

/* Where @article is shown, or DOUBLET_NO_ITEM. */
guint
doublet_navigator_find_column (DoubletNavigator *self,
                               guint             article)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == article)
      return i;
  return DOUBLET_NO_ITEM;
}

guint
doublet_navigator_find_best_place (DoubletNavigator     *self,
                                   const DoubletFinding *finding)
{
  for (guint c = 0; c < self->n_columns; c++)
    for (guint i = 0; i < finding->n_places; i++)
      {
        if (finding->places[i].article != self->columns[c])
          continue;
        if (self->lens == DOUBLET_LENS_REPEATED && finding->period == 0 &&
            (i + 1 == finding->n_places || finding->places[i + 1].article != self->columns[c]))
          break; /* once in this article only: no repeat here */
        return i;
      }
  return 0;
}

/* Whether a column other than @column shows a copy of @finding. */
static gboolean
has_copy_beside (DoubletNavigator     *self,
                 const DoubletFinding *finding,
                 guint                 column)
{
  for (guint32 i = 0; i < finding->n_places; i++)
    {
      guint other = doublet_navigator_find_column (self, finding->places[i].article);

      if (other != DOUBLET_NO_ITEM && other != column)
        return TRUE;
    }
  return FALSE;
}

/* The next article after that of @place which has a copy, or DOUBLET_NO_ITEM. */
static guint
find_other_article (const DoubletFinding *finding,
                    guint                 place)
{
  for (guint32 i = 1; i < finding->n_places; i++)
    {
      guint other = finding->places[(place + i) % finding->n_places].article;

      if (other != finding->places[place].article)
        return other;
    }
  return DOUBLET_NO_ITEM;
}

/* Puts an article into the last column, or into the first if the last is @kept. */
static void
turn_column (DoubletNavigator *self,
             guint             article,
             guint             kept)
{
  if (self->n_columns < 2)
    self->n_columns++;
  self->columns[kept == self->n_columns - 1 ? 0 : self->n_columns - 1] = article;
}

/*
 * A place in an article that no column shows: the last column turns to it.  What is
 * shared is seen with a copy beside it: another column turns to the next one.  If no
 * column shows any of it, the two take the first columns, in their order.
 *
 * Returns: whether the columns are others now
 */
gboolean
doublet_navigator_show_places (DoubletNavigator     *self,
                               const DoubletFinding *finding,
                               guint                 place)
{
  guint    article = finding->places[place].article;
  guint    other = find_other_article (finding, place);
  guint    column = doublet_navigator_find_column (self, article);
  gboolean wants_other = self->lens != DOUBLET_LENS_REPEATED && other != DOUBLET_NO_ITEM;
  guint    shown[DOUBLET_MAX_COLUMNS];
  guint    n_shown = self->n_columns;

  memcpy (shown, self->columns, sizeof shown);
  if (wants_other && column == DOUBLET_NO_ITEM && !has_copy_beside (self, finding, DOUBLET_NO_ITEM))
    {
      self->n_columns = MAX (self->n_columns, 2);
      self->columns[0] = MIN (article, other);
      self->columns[1] = MAX (article, other);
    }
  else
    {
      if (column == DOUBLET_NO_ITEM)
        {
          turn_column (self, article, DOUBLET_NO_ITEM);
          column = self->n_columns - 1;
        }
      if (wants_other && !has_copy_beside (self, finding, column))
        turn_column (self, other, column);
    }
  return n_shown != self->n_columns || memcmp (shown, self->columns, n_shown * sizeof *shown) != 0;
}
