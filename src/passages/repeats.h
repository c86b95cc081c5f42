/* repeats.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "repeat-starts.h"
#include "periodic-rows.h"

G_BEGIN_DECLS

/* Instead of a word: no occurrence begins in a row; they begin with several words. */
#define DOUBLET_WORD_NONE G_MAXUINT32
#define DOUBLET_WORD_MIXED (G_MAXUINT32 - 1)

/* A maximal repeat: the starts from first to last, inclusive, have length tokens in
 * common.  word is the word that those begin with that begin in a row. */
typedef struct
{
  guint32 first;
  guint32 last;
  guint32 length;
  guint32 word;
} DoubletRepeat;

/* Words of units are numbered through, those of unit u from first_word[u] on. */
typedef struct
{
  GArray                    *repeats; /* DoubletRepeat */
  const DoubletPeriodicRows *rows;
  guint32                   *first_word; /* for each unit, and one more */
} DoubletRepeats;

DoubletRepeats *doublet_repeats_find (const DoubletPassageText  *text,
                                      const DoubletRepeatStarts *starts,
                                      const DoubletPeriodicRows *rows,
                                      const DoubletProgress     *progress);
void            doublet_repeats_free (DoubletRepeats *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRepeats, doublet_repeats_free)

G_END_DECLS
