/* sandbox.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean doublet_sandbox_limit (guint seconds,
                                gsize memory);
gboolean doublet_sandbox_lock (gboolean with_files);

G_END_DECLS
