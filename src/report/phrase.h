/* phrase.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A translated sentence with named parts: "{share} of {article} is also in {other}."
 * The page puts each part in an element of its own, a terminal shows the text alone,
 * and a translation may have the parts in any order.
 */
typedef struct _DoubletPhrase DoubletPhrase;

/* A stretch of a phrase: text of the sentence, or a part of it. */
typedef struct
{
  const char *element; /* (nullable): of HTML, for a part */
  const char *text;
  gsize       n_bytes;
} DoubletPhraseRun;

/* Borrows the phrase. */
typedef struct
{
  const DoubletPhrase *phrase;
  const char          *at;
} DoubletPhraseIter;

DoubletPhrase *doublet_phrase_new (const char *sentence);
void           doublet_phrase_free (DoubletPhrase *self);
void           doublet_phrase_set (DoubletPhrase *self,
                                   const char    *name,
                                   const char    *element,
                                   char          *text);
char          *doublet_phrase_to_text (const DoubletPhrase *self);
void           doublet_phrase_iter_init (DoubletPhraseIter   *iter,
                                         const DoubletPhrase *phrase);
gboolean       doublet_phrase_iter_next (DoubletPhraseIter *iter,
                                         DoubletPhraseRun  *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletPhrase, doublet_phrase_free)

G_END_DECLS
