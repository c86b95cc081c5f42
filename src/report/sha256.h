/* sha256.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *doublet_sha256_dup_hex (const char *data,
                              gsize       n_bytes);
char *doublet_sha256_dup_base64 (const char *data,
                                 gsize       n_bytes);

G_END_DECLS
