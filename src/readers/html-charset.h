/* html-charset.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *doublet_html_dup_charset (const guint8 *bytes,
                                gsize         n_bytes);

G_END_DECLS
