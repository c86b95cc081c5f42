/* palette.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Few hues part neighbours; the number is what tells passages apart. */
#define DOUBLET_N_HUES 4

typedef enum
{
  DOUBLET_PALETTE_LIGHT,
  DOUBLET_PALETTE_DARK,
  DOUBLET_PALETTE_LIGHT_CONTRAST,
  DOUBLET_PALETTE_DARK_CONTRAST,
  DOUBLET_N_PALETTES,
} DoubletPaletteKind;

/* A tint stands behind text; a sign is what a bar, a line or a chip is drawn with. */
typedef struct
{
  GdkRGBA tint;
  GdkRGBA sign;
} DoubletPaletteHue;

/*
 * Every colour with a meaning, for one style.  Text of the style's colour on any tint
 * has a contrast of 4.5 : 1 or more, a sign on the page or on its tint 3 : 1 or more.
 * Blue and orange, not red and green.
 */
typedef struct
{
  GdkRGBA           text; /* what the contrasts are reckoned with, not what text is drawn in */
  GdkRGBA           page;
  GdkRGBA           dim;
  GdkRGBA           line;
  GdkRGBA           hatch;
  DoubletPaletteHue deleted;
  DoubletPaletteHue inserted;
  DoubletPaletteHue moved;
  DoubletPaletteHue found;
  GdkRGBA           flag;
  DoubletPaletteHue passages[DOUBLET_N_HUES];
  GdkRGBA           selected[DOUBLET_N_HUES]; /* the tint of the selected passage */
} DoubletPalette;

const DoubletPalette *doublet_palette_get (DoubletPaletteKind kind);
const DoubletPalette *doublet_palette_for_widget (GtkWidget *widget);
double                doublet_palette_contrast (const GdkRGBA *first,
                                                const GdkRGBA *second);

G_END_DECLS
