/* boxed-types.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "boxed-types.h"

G_DEFINE_BOXED_TYPE (DoubletCollation, doublet_collation, doublet_collation_ref, doublet_collation_unref)
G_DEFINE_BOXED_TYPE (DoubletInput, doublet_input, doublet_input_ref, doublet_input_unref)
