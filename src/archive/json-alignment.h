/* json-alignment.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"
#include "json-stream.h"

G_BEGIN_DECLS

void doublet_json_write_alignment (DoubletJsonStream      *stream,
                                   const DoubletCollation *collation,
                                   guint                   a,
                                   guint                   b);

G_END_DECLS
