/* free-tokens.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "similarity.h"

G_BEGIN_DECLS

/* Which tokens have no counterpart yet. */
typedef struct _DoubletFreeTokens DoubletFreeTokens;

DoubletFreeTokens *doublet_free_tokens_new (const DoubletAlignmentJob *job);
void               doublet_free_tokens_free (DoubletFreeTokens *self);
void               doublet_free_tokens_take (DoubletFreeTokens *self,
                                             const DoubletBox  *box);
gboolean           doublet_free_tokens_has_block (const DoubletFreeTokens *self,
                                                  gboolean                 of_a,
                                                  guint32                  block);
GArray            *doublet_free_tokens_find_pieces (const DoubletFreeTokens *self,
                                                    gboolean                 of_a,
                                                    guint32                  least_half_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletFreeTokens, doublet_free_tokens_free)

G_END_DECLS
