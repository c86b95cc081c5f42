/* order.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

gboolean doublet_order_settle (DoubletAlignmentJob *job);

G_END_DECLS
