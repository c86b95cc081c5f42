/* signatures.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *doublet_signatures_find (const guint8 *bytes,
                                     gsize         n_bytes);
gboolean    doublet_signatures_is_encrypted (const guint8 *bytes,
                                             gsize         n_bytes);

G_END_DECLS
