/* disjoint-sets.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "disjoint-sets.h"

/*
 * What hangs together by pairs (union-find, Tarjan, van Leeuwen 1984, with paths halved): an
 * array in which every element leads to another one of its set, the smallest to itself.
 */

/*
 * doublet_disjoint_sets_init:
 * @parents: (out caller-allocates) (array length=n): where the sets are kept
 * @n: how many elements there are, each alone
 */
void
doublet_disjoint_sets_init (guint32 *parents,
                            guint32  n)
{
  for (guint32 i = 0; i < n; i++)
    parents[i] = i;
}

/*
 * doublet_disjoint_sets_find:
 * @parents: (inout): the sets
 * @element: an element
 *
 * Returns: the smallest element of its set
 */
guint32
doublet_disjoint_sets_find (guint32 *parents,
                            guint32  element)
{
  while (parents[element] != element)
    {
      parents[element] = parents[parents[element]];
      element = parents[element];
    }
  return element;
}

/*
 * doublet_disjoint_sets_unite:
 * @parents: (inout): the sets
 * @element: an element
 * @other: another one
 *
 * Makes one set of the sets of two elements.
 */
void
doublet_disjoint_sets_unite (guint32 *parents,
                             guint32  element,
                             guint32  other)
{
  guint32 a = doublet_disjoint_sets_find (parents, element);
  guint32 b = doublet_disjoint_sets_find (parents, other);

  parents[MAX (a, b)] = MIN (a, b);
}
