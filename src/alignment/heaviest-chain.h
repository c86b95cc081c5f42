/* heaviest-chain.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in a that corresponds to a place in b, and what it is worth. */
typedef struct
{
  guint32 a;
  guint32 b;
  guint64 weight;
} DoubletChainItem;

guint32 *doublet_heaviest_chain (const DoubletChainItem *items,
                                 guint32                 n_items,
                                 guint32                *n_chain);

G_END_DECLS
