/* islands.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kgram-classes.h"

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_ISLANDS_OF_REPEATS,
  DOUBLET_ISLANDS_OF_ROWS,
} DoubletIslandsKind;

/* Where an island stands in the text and among the islands. */
typedef struct
{
  guint32 place;
  guint32 index;
  guint32 length;
} DoubletIsland;

/*
 * What is left of the text when every word that cannot lie in a repeat, or not in a row,
 * is gone: islands of words, each ended by a separator that is like nothing else, the whole
 * ended by a 0 that is below all.
 *
 * text has n entries, from 0 to n_symbols exclusive; list tells where each island stood,
 * in order.  Left and right neighbours of a repeat, or a row, that were the same are the
 * same still, so the maximal repeats, or the rows, are those of the whole text.
 */
typedef struct
{
  guint32        n;
  guint32        n_symbols;
  guint32       *text; /* (nullable): until it is forgotten */
  DoubletIsland *list;
  guint32        n_islands;
} DoubletIslands;

DoubletIslands      *doublet_islands_new (const DoubletPassageText  *text,
                                          const DoubletKgramClasses *classes,
                                          DoubletIslandsKind         kind,
                                          const DoubletProgress     *progress);
void                 doublet_islands_free (DoubletIslands *self);
void                 doublet_islands_forget_text (DoubletIslands *self);
const DoubletIsland *doublet_islands_find_place (const DoubletIslands *self,
                                                 guint32               place);
const DoubletIsland *doublet_islands_find_index (const DoubletIslands *self,
                                                 guint32               index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletIslands, doublet_islands_free)

G_END_DECLS
