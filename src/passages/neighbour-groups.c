/* neighbour-groups.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neighbour-groups.h"

/*
 * Of three hundred articles that are nearly the same, a repeat stands in most, and of
 * each two occurrences all but a few have the same word before them: there are tens of
 * thousands of pairs, but only some hundred that cannot be made longer.  Those are found
 * without looking at the others when the occurrences are sorted by that word.
 */

static void
side_init (DoubletNeighbourSide *self)
{
  self->group_of = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->sizes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_pairs = 0;
}

static void
side_clear (DoubletNeighbourSide *self)
{
  g_array_unref (self->group_of);
  g_array_unref (self->sizes);
}

/**
 * doublet_neighbour_groups_new:
 * @text: the text; must outlive the groups
 *
 * Returns: (transfer full): groups of nothing yet
 */
DoubletNeighbourGroups *
doublet_neighbour_groups_new (const DoubletPassageText *text)
{
  DoubletNeighbourGroups *self = g_new0 (DoubletNeighbourGroups, 1);

  self->text = text;
  side_init (&self->before);
  side_init (&self->after);
  self->chosen = &self->after;
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->bounds = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->group_of_token = g_new (guint32, MAX (text->n_tokens, 1));
  self->stamps = g_new0 (guint32, MAX (text->n_tokens, 1));
  return self;
}

/**
 * doublet_neighbour_groups_free:
 * @self: (transfer full): groups
 */
void
doublet_neighbour_groups_free (DoubletNeighbourGroups *self)
{
  side_clear (&self->before);
  side_clear (&self->after);
  g_array_unref (self->order);
  g_array_unref (self->bounds);
  g_free (self->group_of_token);
  g_free (self->stamps);
  g_free (self);
}

static inline guint32
add_group (DoubletNeighbourSide *side)
{
  const guint32 empty = 0;

  g_array_append_val (side->sizes, empty);
  return side->sizes->len - 1;
}

/* Puts a range beside which @token stands, or the border of an article if @is_border. */
static inline void
put (DoubletNeighbourGroups *self,
     DoubletNeighbourSide   *side,
     guint32                 range,
     gboolean                is_border,
     guint32                 token,
     guint32                 stamp)
{
  guint32 group;

  if (is_border)
    group = add_group (side);
  else
    {
      if (self->stamps[token] != stamp)
        {
          self->stamps[token] = stamp;
          self->group_of_token[token] = add_group (side);
        }
      group = self->group_of_token[token];
    }
  g_array_index (side->group_of, guint32, range) = group;
  g_array_index (side->sizes, guint32, group)++;
}

static void
set_side (DoubletNeighbourGroups *self,
          DoubletNeighbourSide   *side,
          const DoubletRange     *ranges,
          guint32                 n_ranges,
          gboolean                after)
{
  const DoubletPassageText *text = self->text;

  /* So seldom that it does not matter. */
  if (++self->stamp == 0)
    {
      self->stamp = 1;
      for (guint32 i = 0; i < text->n_tokens; i++)
        self->stamps[i] = 0;
    }
  g_array_set_size (side->group_of, n_ranges);
  g_array_set_size (side->sizes, 0);
  side->n_pairs = (guint64)n_ranges * n_ranges;
  for (guint32 i = 0; i < n_ranges; i++)
    {
      guint32  place = after ? ranges[i].end : ranges[i].start;
      gboolean is_border = doublet_passage_text_is_border (text, place);

      put (self, side, i, is_border, is_border ? 0 : text->tokens[after ? place : place - 1], self->stamp);
    }
  for (guint32 i = 0; i < side->sizes->len; i++)
    {
      guint64 size = g_array_index (side->sizes, guint32, i);

      side->n_pairs -= size * size;
    }
  side->n_pairs /= 2;
}

static void
sort_by_group (DoubletNeighbourGroups *self,
               guint32                 n_ranges)
{
  const DoubletNeighbourSide *side = self->chosen;
  guint32                     sum = 0;

  /* bounds[i] is where the next of group i goes; when all are placed, it is where those
   * of the next group begin. */
  g_array_set_size (self->order, n_ranges);
  g_array_set_size (self->bounds, side->sizes->len + 1);
  for (guint32 i = 0; i < side->sizes->len; i++)
    {
      g_array_index (self->bounds, guint32, i + 1) = sum;
      sum += g_array_index (side->sizes, guint32, i);
    }
  g_array_index (self->bounds, guint32, 0) = 0;
  for (guint32 i = 0; i < n_ranges; i++)
    g_array_index (self->order, guint32, g_array_index (self->bounds, guint32, doublet_neighbour_side_get_group (side, i) + 1)++) = i;
}

/**
 * doublet_neighbour_groups_set:
 * @self: groups
 * @ranges: (array length=n_ranges): occurrences of one repeat, sorted by start
 * @n_ranges: how many there are
 *
 * Groups @ranges by their neighbours on both sides.
 */
void
doublet_neighbour_groups_set (DoubletNeighbourGroups *self,
                              const DoubletRange     *ranges,
                              guint32                 n_ranges)
{
  set_side (self, &self->before, ranges, n_ranges, FALSE);
  set_side (self, &self->after, ranges, n_ranges, TRUE);
  self->chosen = self->before.n_pairs < self->after.n_pairs ? &self->before : &self->after;
  sort_by_group (self, n_ranges);
}
