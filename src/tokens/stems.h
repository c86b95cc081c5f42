/* stems.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "corpus.h"

G_BEGIN_DECLS

guint64 *doublet_stems_hash (const DoubletCorpus *corpus,
                             DoubletIgnore        ignore);

G_END_DECLS
