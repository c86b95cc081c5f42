/* form-hash.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 doublet_form_hash (const char *form,
                           gsize       n_bytes);

G_END_DECLS
