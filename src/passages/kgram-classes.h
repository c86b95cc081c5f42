/* kgram-classes.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-text.h"

G_BEGIN_DECLS

/*
 * The k-grams of a text, k being the fewest tokens of a passage, by what they are:
 * next tells for each place where the same k-gram begins next, for the last such place
 * where it begins first.  A place is its own next if its k-gram stands nowhere else or
 * if none begins there.
 *
 * Now and then a k-gram is taken for another, never the other way round: who needs
 * to know looks at the tokens.
 */
typedef struct
{
  guint32 *next; /* as many as the text has places */
} DoubletKgramClasses;

DoubletKgramClasses *doublet_kgram_classes_new (const DoubletPassageText *text,
                                                const DoubletProgress    *progress);
void                 doublet_kgram_classes_free (DoubletKgramClasses *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletKgramClasses, doublet_kgram_classes_free)

G_END_DECLS
