/* neighbour-groups.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-text.h"

G_BEGIN_DECLS

/* Ranges by the token beside them: group_of tells the group of each, and n_pairs how
 * many two of them are in different groups.  The border of an article is unlike all
 * else, so a range there is a group of its own. */
typedef struct
{
  GArray *group_of; /* guint32 */
  GArray *sizes;    /* guint32: of each group */
  guint64 n_pairs;
} DoubletNeighbourSide;

/*
 * The occurrences of a repeat by the tokens before and after them.
 *
 * Two occurrences in different groups on both sides are a pair that cannot be made
 * longer; for any other two there are longer ones that hold them.  chosen is the side
 * with fewer pairs in different groups; order lists the ranges by their group on that
 * side, those of group i from bounds[i] to bounds[i + 1], exclusive.  All is valid for
 * the ranges that were set last.
 */
typedef struct
{
  const DoubletPassageText *text;
  DoubletNeighbourSide      before;
  DoubletNeighbourSide      after;
  DoubletNeighbourSide     *chosen;
  GArray                   *order;  /* guint32: indices of ranges */
  GArray                   *bounds; /* guint32: one more than there are groups */
  guint32                  *group_of_token;
  guint32                  *stamps; /* for each token, when its group was set */
  guint32                   stamp;
} DoubletNeighbourGroups;

DoubletNeighbourGroups *doublet_neighbour_groups_new (const DoubletPassageText *text);
void                    doublet_neighbour_groups_free (DoubletNeighbourGroups *self);
void                    doublet_neighbour_groups_set (DoubletNeighbourGroups *self,
                                                      const DoubletRange     *ranges,
                                                      guint32                 n_ranges);

static inline guint32
doublet_neighbour_side_get_group (const DoubletNeighbourSide *self,
                                  guint32                     range)
{
  return g_array_index (self->group_of, guint32, range);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletNeighbourGroups, doublet_neighbour_groups_free)

G_END_DECLS
