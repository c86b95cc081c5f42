/* read-bytes.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress.h"

G_BEGIN_DECLS

GBytes *doublet_read_path (const char            *path,
                           const DoubletProgress *progress,
                           GError               **error);
GBytes *doublet_read_stream (GInputStream          *stream,
                             const DoubletProgress *progress,
                             GError               **error);

G_END_DECLS
