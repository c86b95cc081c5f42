/* token-flags.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "quotation-marks.h"
#include "token.h"

G_BEGIN_DECLS

void doublet_token_flags_set (DoubletToken         *tokens,
                              guint32               n_tokens,
                              const char           *text,
                              DoubletOpenQuotation *before);

G_END_DECLS
