/* test-texts.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tokenizer.h"

G_BEGIN_DECLS

DoubletArticle *test_texts_new_article (const char *text,
                                        gsize       n_bytes);
char           *test_texts_dup_random (GRand *rand,
                                       guint  n_chars);
void            test_texts_assert_tokens (const DoubletArticle *article,
                                          const DoubletTokens  *tokens);

G_END_DECLS
