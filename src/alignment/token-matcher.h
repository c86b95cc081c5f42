/* token-matcher.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

typedef struct _DoubletTokenMatcher DoubletTokenMatcher;

DoubletTokenMatcher *doublet_token_matcher_new (DoubletAlignmentJob *job);
void                 doublet_token_matcher_free (DoubletTokenMatcher *self);
void                 doublet_token_matcher_run (DoubletTokenMatcher *self,
                                                const DoubletBox    *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletTokenMatcher, doublet_token_matcher_free)

G_END_DECLS
