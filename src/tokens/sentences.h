/* sentences.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tokenizer.h"

G_BEGIN_DECLS

GArray *doublet_sentences_find (const DoubletTokens *tokens);

G_END_DECLS
