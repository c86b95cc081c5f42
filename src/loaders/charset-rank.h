/* charset-rank.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *doublet_charset_rank (const guint8 *sample,
                                  gsize         n_bytes,
                                  const char   *guess,
                                  gboolean     *flawless);

G_END_DECLS
