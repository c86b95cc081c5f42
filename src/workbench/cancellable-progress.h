/* cancellable-progress.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "progress.h"

G_BEGIN_DECLS

DoubletProgress doublet_cancellable_progress (GCancellable *cancellable);
GCancellable   *doublet_cancellable_progress_get (const DoubletProgress *progress);

G_END_DECLS
