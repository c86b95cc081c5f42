/* repeat-index.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "islands.h"
#include "repeat-starts.h"
#include "suffix-array.h"

G_BEGIN_DECLS

/* Where an island stands in the text and among the islands. */
typedef struct
{
  guint32 place;
  guint32 index;
  guint32 length;
} DoubletIsland;

/*
 * What is asked to find repeats, their copies, and rows.
 *
 * starts holds places where repeats begin, with all occurrences of each.  islands is
 * what rows lie in and ranks their suffixes' order.  By which of two ways they were
 * found makes no difference to what they say: where k-grams is there, starts are
 * those places alone and islands hold rows only; else both hold all that is repeated,
 * starts[ranks[i]] is the place of index i of islands, and list tells the islands
 * apart, by place.
 */
typedef struct
{
  const DoubletPassageText *text;
  DoubletKgramClasses      *kgrams; /* (nullable) */
  DoubletRepeatStarts      *starts;
  DoubletIslands           *islands; /* (nullable): until they are forgotten */
  gint32                   *ranks;
  GArray                   *list; /* (nullable): DoubletIsland */
} DoubletRepeatIndex;

typedef enum
{
  DOUBLET_REPEAT_INDEX_AUTOMATIC,
  DOUBLET_REPEAT_INDEX_OF_STARTS,
  DOUBLET_REPEAT_INDEX_OF_ALL,
} DoubletRepeatIndexKind;

DoubletRepeatIndex *doublet_repeat_index_new (const DoubletPassageText *text,
                                              DoubletRepeatIndexKind    kind,
                                              const DoubletProgress    *progress);
void                doublet_repeat_index_free (DoubletRepeatIndex *self);
void                doublet_repeat_index_forget_islands (DoubletRepeatIndex *self);
void                doublet_repeat_index_list_copies (const DoubletRepeatIndex *self,
                                                      DoubletRange              range,
                                                      GArray                   *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRepeatIndex, doublet_repeat_index_free)

G_END_DECLS
