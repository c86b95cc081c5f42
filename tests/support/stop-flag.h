/* stop-flag.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress.h"

G_BEGIN_DECLS

/* Somebody who may say at any time that the work is to stop: an int that becomes TRUE. */
static inline gboolean
stop_flag_is_set (gpointer flag)
{
  return g_atomic_int_get ((int *)flag);
}

/* For an initializer of a DoubletProgress. */
#define STOP_FLAG(flag) .is_cancelled = stop_flag_is_set, .cancellable = (flag)

G_END_DECLS
