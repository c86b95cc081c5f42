/* style-scheme.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOUBLET_TYPE_STYLE_SCHEME (doublet_style_scheme_get_type ())

/*
 * Light or dark, for all windows of a display: as the desktop says or as a person
 * chose.  Loads the style sheets and the palette that goes with the choice.
 *
 * Property: choice (string): "system", "light" or "dark"
 */
G_DECLARE_FINAL_TYPE (DoubletStyleScheme, doublet_style_scheme, DOUBLET, STYLE_SCHEME, GObject)

DoubletStyleScheme *doublet_style_scheme_new (GdkDisplay *display);

G_END_DECLS
