/* stems.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compared-tokens.h"

G_BEGIN_DECLS

guint64 *doublet_stems_hash (const DoubletCorpus         *corpus,
                             const DoubletComparedTokens *compared);

G_END_DECLS
