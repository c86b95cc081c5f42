/* io-errors.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "load-error.h"

G_BEGIN_DECLS

void doublet_load_error_set_from_io (GError      **error,
                                     const GError *io_error);

G_END_DECLS
