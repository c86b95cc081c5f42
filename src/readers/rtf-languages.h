/* rtf-languages.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What Windows' numbers of languages mean. */
const char *doublet_rtf_languages_find (guint number);

G_END_DECLS
