/* boilerplate.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compared-tokens.h"
#include "passages.h"
#include "progress.h"

G_BEGIN_DECLS

/* What a reader knows as boilerplate: the words of a text of theirs, such as the footer
 * of an agency.  Plain data, read only once made. */
typedef struct _DoubletBoilerplate DoubletBoilerplate;

DoubletBoilerplate *doublet_boilerplate_new (DoubletArticle              *article,
                                             DoubletTokens               *tokens,
                                             const DoubletCorpusOptions  *options,
                                             const DoubletPassageOptions *passages,
                                             const DoubletProgress       *progress);
void                doublet_boilerplate_free (DoubletBoilerplate *self);
GArray             *doublet_boilerplate_find (const DoubletBoilerplate    *self,
                                              const DoubletComparedTokens *compared,
                                              const guint64               *normal_hashes,
                                              const DoubletProgress       *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletBoilerplate, doublet_boilerplate_free)

G_END_DECLS
