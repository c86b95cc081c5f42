/* repeat-index.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "islands.h"
#include "repeat-starts.h"
#include "periodic-rows.h"

G_BEGIN_DECLS

/*
 * What is asked to find repeats and their copies, and the rows.
 *
 * starts holds places where repeats begin, with all occurrences of each.  By which of two
 * ways they were found makes no difference to what they say: where k-grams is there, starts
 * are those places alone; else they are all that is repeated: islands tells what that is,
 * without its text, and starts[ranks[i]] is the place of index i of the islands.
 */
typedef struct
{
  const DoubletPassageText *text;
  DoubletPeriodicRows      *rows;
  DoubletRepeatStarts      *starts;
  DoubletKgramClasses      *kgrams;  /* (nullable) */
  DoubletIslands           *islands; /* (nullable) */
  gint32                   *ranks;   /* (nullable) */
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
void                doublet_repeat_index_list_copies (const DoubletRepeatIndex *self,
                                                      DoubletRange              range,
                                                      GArray                   *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRepeatIndex, doublet_repeat_index_free)

G_END_DECLS
