/* word-scanner.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "token.h"

G_BEGIN_DECLS

const char *doublet_word_scanner_find_end (const char       *p,
                                           const char       *end,
                                           DoubletTokenKind *kind);

G_END_DECLS
