/* palette-sheet.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "palette.h"

G_BEGIN_DECLS

char *doublet_palette_sheet_new (DoubletPaletteKind kind);

G_END_DECLS
