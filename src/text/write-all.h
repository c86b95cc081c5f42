/* write-all.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean doublet_write_all (int           fd,
                            gconstpointer data,
                            gsize         n_bytes);

G_END_DECLS
