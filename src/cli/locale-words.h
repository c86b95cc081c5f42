/* locale-words.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void doublet_locale_words_prepare (void);
void doublet_locale_words_take (char **word);

G_END_DECLS
