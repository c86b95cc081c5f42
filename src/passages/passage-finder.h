/* passage-finder.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passages.h"
#include "progress.h"

G_BEGIN_DECLS

DoubletPassages *doublet_passage_finder_run (const DoubletSequence       *sequences,
                                             guint                        n_sequences,
                                             const guint64               *symbol_hashes,
                                             const guint64               *stem_hashes,
                                             const DoubletPassageOptions *options,
                                             const DoubletProgress       *progress);

G_END_DECLS
