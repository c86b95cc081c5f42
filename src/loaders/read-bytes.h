/* read-bytes.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress.h"

G_BEGIN_DECLS

/* Reads at most DOUBLET_LIMIT_PIECE_BYTES of @source into @piece: how many, 0 at the end,
 * -1 after an error. */
typedef gssize (*DoubletReadFunc) (gpointer               source,
                                   guint8                *piece,
                                   const DoubletProgress *progress,
                                   GError               **error);

GBytes *doublet_read_all (DoubletReadFunc        func,
                          gpointer               source,
                          gsize                  expected,
                          const DoubletProgress *progress,
                          GError               **error);
GBytes *doublet_read_descriptor (int                    fd,
                                 const DoubletProgress *progress,
                                 GError               **error);
GBytes *doublet_read_path (const char            *path,
                           const DoubletProgress *progress,
                           GError               **error);

G_END_DECLS
