/* plain-words.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "token-scanner.h"

G_BEGIN_DECLS

const char *doublet_plain_words_add (DoubletTokenScanner *self,
                                     const char          *p,
                                     const char          *end,
                                     guint               *flags);

G_END_DECLS
