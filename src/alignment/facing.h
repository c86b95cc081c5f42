/* facing.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "token-matcher.h"

G_BEGIN_DECLS

void doublet_facing_pair_alike (DoubletAlignmentJob *job,
                                DoubletTokenMatcher *matcher);
void doublet_facing_pair_leftovers (DoubletAlignmentJob *job,
                                    DoubletTokenMatcher *matcher);

G_END_DECLS
