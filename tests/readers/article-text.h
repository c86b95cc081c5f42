/* article-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "formats.h"

G_BEGIN_DECLS

char           *article_text_describe (const DoubletArticle *article);
DoubletArticle *article_text_load (DoubletLoadFunc load,
                                   GBytes         *bytes,
                                   DoubletTracked  tracked);
void            article_text_assert_sound (DoubletLoadFunc load,
                                           GBytes         *bytes);
void            article_text_assert_cuts (DoubletLoadFunc load,
                                          GBytes         *bytes);
void            article_text_assert_changes (DoubletLoadFunc load,
                                             GBytes         *bytes);
void            article_text_assert_hostile (DoubletLoadFunc load,
                                             GBytes         *bytes);

G_END_DECLS
