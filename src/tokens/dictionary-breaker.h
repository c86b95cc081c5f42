/* dictionary-breaker.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Words of the scripts that do not part them: Thai, Lao, Khmer, Burmese.  ICU
 * has dictionaries for them, and costs too much to be asked for anything else.
 */
typedef struct _DoubletDictionaryBreaker DoubletDictionaryBreaker;

DoubletDictionaryBreaker *doublet_dictionary_breaker_new (void);
void                      doublet_dictionary_breaker_free (DoubletDictionaryBreaker *self);
void                      doublet_dictionary_breaker_set_text (DoubletDictionaryBreaker *self,
                                                               const char               *text,
                                                               gsize                     n_bytes);
gsize                     doublet_dictionary_breaker_next (DoubletDictionaryBreaker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletDictionaryBreaker, doublet_dictionary_breaker_free)

G_END_DECLS
