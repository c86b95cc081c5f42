/* vocabulary.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Forms of words to dense integers (symbols), from 0 in the order of their first
 * coming.  Two tokens are the same word if and only if their symbols are equal;
 * every later step sees nothing but symbols.
 *
 * Symbols depend on the order of loading; hashes do not (they are made of the
 * form alone), so whatever needs an order of its own uses the hash.
 */
typedef struct _DoubletVocabulary DoubletVocabulary;

DoubletVocabulary *doublet_vocabulary_new (void);
void               doublet_vocabulary_free (DoubletVocabulary *self);
guint32            doublet_vocabulary_intern (DoubletVocabulary *self,
                                              const char        *form,
                                              gsize              n_bytes);
guint64            doublet_vocabulary_prepare (const DoubletVocabulary *self,
                                               const char              *form,
                                               gsize                    n_bytes,
                                               gsize                    n_readable);
guint32            doublet_vocabulary_intern_prepared (DoubletVocabulary *self,
                                                       const char        *form,
                                                       gsize              n_bytes,
                                                       guint64            hash);
guint32            doublet_vocabulary_get_n_symbols (const DoubletVocabulary *self);
const guint64     *doublet_vocabulary_get_hashes (const DoubletVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletVocabulary, doublet_vocabulary_free)

G_END_DECLS
