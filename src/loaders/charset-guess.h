/* charset-guess.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        doublet_charset_guess_prepare (void);
const char *doublet_charset_guess_wide (const guint8 *bytes,
                                        gsize         n_bytes);
const char *doublet_charset_guess_escaped (const guint8 *bytes,
                                           gsize         n_bytes);
const char *doublet_charset_guess_statistical (const guint8 *bytes,
                                               gsize         n_bytes);

G_END_DECLS
