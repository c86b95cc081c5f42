/* boxed-types.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "collation.h"
#include "input.h"

G_BEGIN_DECLS

/* What is counted below, as properties and signals want it. */
#define DOUBLET_TYPE_COLLATION (doublet_collation_get_type ())
#define DOUBLET_TYPE_INPUT (doublet_input_get_type ())

GType doublet_collation_get_type (void) G_GNUC_CONST;
GType doublet_input_get_type (void) G_GNUC_CONST;

G_END_DECLS
