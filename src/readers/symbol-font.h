/* symbol-font.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar doublet_symbol_font_map (const char *font,
                                  guint       code);

G_END_DECLS
