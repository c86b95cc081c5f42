/* save-file.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * doublet_save_file:
 * @file: where to
 * @bytes: what
 * @overwrite: whether a file that is there may be replaced
 * @error: return location for an error: G_IO_ERROR_EXISTS if it may not
 *
 * Writes @bytes whole or leaves what was there as it was.
 *
 * Returns: whether @bytes are safely in @file
 */
gboolean doublet_save_file (GFile   *file,
                            GBytes  *bytes,
                            gboolean overwrite,
                            GError **error);

G_END_DECLS
