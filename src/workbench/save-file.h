/* save-file.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean doublet_save_file (GFile   *file,
                            GBytes  *bytes,
                            gboolean overwrite,
                            GError **error);

G_END_DECLS
