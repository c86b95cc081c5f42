/* disjoint-sets.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void    doublet_disjoint_sets_init (guint32 *parents,
                                    guint32  n);
guint32 doublet_disjoint_sets_find (guint32 *parents,
                                    guint32  element);
void    doublet_disjoint_sets_unite (guint32 *parents,
                                     guint32  element,
                                     guint32  other);

G_END_DECLS
