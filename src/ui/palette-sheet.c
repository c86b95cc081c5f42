/* palette-sheet.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "palette-sheet.h"

/*
 * The palette as named colours for the style sheet, so that every colour stands in one
 * table, whether it is drawn or styled.
 */

/* What only the sheet knows: surfaces around the texts, and what can be pressed. */
typedef struct
{
  const char *pane;
  const char *head;
  const char *accent;
  const char *on_accent;
} Surfaces;

static const Surfaces surfaces[DOUBLET_N_PALETTES] = {
  [DOUBLET_PALETTE_LIGHT] = { "#fafafa", "#ebebed", "#1c71d8", "#ffffff" },
  [DOUBLET_PALETTE_DARK] = { "#242428", "#303035", "#78aeed", "#10243d" },
  [DOUBLET_PALETTE_LIGHT_CONTRAST] = { "#ffffff", "#e6e6e6", "#0b4a9e", "#ffffff" },
  [DOUBLET_PALETTE_DARK_CONTRAST] = { "#000000", "#1a1a1a", "#a8d0ff", "#000000" },
};

static void
define (GString       *sheet,
        const char    *name,
        const GdkRGBA *color)
{
  g_autofree char *value = gdk_rgba_to_string (color);

  g_string_append_printf (sheet, "@define-color doublet_%s %s;\n", name, value);
}

static void
define_hue (GString                 *sheet,
            const char              *name,
            const DoubletPaletteHue *hue)
{
  g_autofree char *sign = g_strdup_printf ("%s_sign", name);

  define (sheet, name, &hue->tint);
  define (sheet, sign, &hue->sign);
}

/**
 * doublet_palette_sheet_new:
 * @kind: which palette
 *
 * Returns: (transfer full): a style sheet that names its colours
 */
char *
doublet_palette_sheet_new (DoubletPaletteKind kind)
{
  const DoubletPalette *palette = doublet_palette_get (kind);
  GString              *sheet = g_string_new (NULL);

  define (sheet, "text", &palette->text);
  define (sheet, "view", &palette->page);
  define (sheet, "dim", &palette->dim);
  define (sheet, "line", &palette->line);
  define (sheet, "hatch", &palette->hatch);
  define (sheet, "flag", &palette->flag);
  define_hue (sheet, "deleted", &palette->deleted);
  define_hue (sheet, "inserted", &palette->inserted);
  define_hue (sheet, "moved", &palette->moved);
  for (guint i = 0; i < DOUBLET_N_HUES; i++)
    {
      g_autofree char *name = g_strdup_printf ("passage_%u", i + 1);

      define_hue (sheet, name, &palette->passages[i]);
    }
  g_string_append_printf (sheet, "@define-color doublet_pane %s;\n", surfaces[kind].pane);
  g_string_append_printf (sheet, "@define-color doublet_head %s;\n", surfaces[kind].head);
  g_string_append_printf (sheet, "@define-color doublet_accent %s;\n", surfaces[kind].accent);
  g_string_append_printf (sheet, "@define-color doublet_on_accent %s;\n", surfaces[kind].on_accent);
  return g_string_free (sheet, FALSE);
}
