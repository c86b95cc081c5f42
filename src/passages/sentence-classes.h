/* sentence-classes.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sentence-index.h"

G_BEGIN_DECLS

/*
 * Sentences that are the same word for word, and of whose terms the same are marked, as
 * one class: what is to be known of two of them is known of all.  A footer under a
 * thousand articles is one class.
 *
 * Classes are numbered by their first sentences, so they do not depend on the order of
 * loading, and the members of each are rising.
 */
typedef struct
{
  guint32  n;
  guint32 *of_sentence; /* for each sentence its class */
  guint32 *first;       /* n + 1: where the members of each begin */
  guint32 *members;     /* sentences */
} DoubletSentenceClasses;

DoubletSentenceClasses *doublet_sentence_classes_new (const DoubletPassageText   *text,
                                                      const DoubletSentenceIndex *index,
                                                      const guint8               *marks);
void                    doublet_sentence_classes_free (DoubletSentenceClasses *self);

static inline guint32
doublet_sentence_classes_get_first (const DoubletSentenceClasses *self,
                                    guint32                       which)
{
  return self->members[self->first[which]];
}

static inline guint32
doublet_sentence_classes_get_size (const DoubletSentenceClasses *self,
                                   guint32                       which)
{
  return self->first[which + 1] - self->first[which];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletSentenceClasses, doublet_sentence_classes_free)

G_END_DECLS
