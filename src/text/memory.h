/* memory.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void doublet_memory_prepare (void);
void doublet_memory_expect (gsize n_bytes);

G_END_DECLS
