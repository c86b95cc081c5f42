/* csv.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

GBytes *doublet_csv_write (const DoubletCollation *collation);

G_END_DECLS
