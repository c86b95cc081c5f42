/* bit-lcs.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Told of each pair of @a's token @x and @b's token @y, the last first. */
typedef void (*DoubletMatchFunc) (guint32  x,
                                  guint32  y,
                                  gpointer user_data);

gboolean doublet_bit_lcs_fits (guint32 n_a,
                               guint32 n_b);
void     doublet_bit_lcs_run (const guint32   *a,
                              guint32          n_a,
                              const guint32   *b,
                              guint32          n_b,
                              DoubletMatchFunc func,
                              gpointer         user_data);

G_END_DECLS
