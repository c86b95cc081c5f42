/* palette.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "palette.h"

#include <math.h>

/*
 * One table for the whole window.  Which column of it holds is read off the resolved
 * text colour, so any theme is followed and no setting has to be asked.
 */
typedef struct
{
  guint32 tint;
  guint32 sign;
} HueSource;

typedef struct
{
  guint32   text;
  guint32   page;
  guint32   dim;
  guint32   line;
  guint32   hatch;
  HueSource deleted;
  HueSource inserted;
  HueSource moved;
  HueSource found;
  guint32   flag;
  HueSource passages[DOUBLET_N_HUES];
  guint32   selected[DOUBLET_N_HUES];
} Source;

static const Source sources[DOUBLET_N_PALETTES] = {
  [DOUBLET_PALETTE_LIGHT] = {
    .text = 0x1c1c1e,
    .page = 0xffffff,
    .dim = 0x5a5a60,
    .line = 0xdcdce0,
    .hatch = 0xcfcfd6,
    .deleted = { 0xffe3cc, 0xa84300 },
    .inserted = { 0xd5e6fb, 0x0b57a8 },
    .moved = { 0xe9def6, 0x6b3fa0 },
    .found = { 0xffe14d, 0x8a5a00 },
    .flag = 0xb5121b,
    .passages = { { 0xfff1b8, 0x7a5c00 }, { 0xd3efe6, 0x0d6e56 }, { 0xe3e4fb, 0x4648b5 }, { 0xfbdfea, 0xa02a62 } },
    .selected = { 0xffe07f, 0xa9e0cf, 0xcbcdf8, 0xf7c3d8 },
  },
  [DOUBLET_PALETTE_DARK] = {
    .text = 0xf2f2f2,
    .page = 0x1d1d20,
    .dim = 0xb8b8bf,
    .line = 0x3a3a40,
    .hatch = 0x45454d,
    .deleted = { 0x4d2c12, 0xffa35c },
    .inserted = { 0x16324f, 0x85bdfb },
    .moved = { 0x35264a, 0xc9a6f0 },
    .found = { 0x5c4a00, 0xffd84d },
    .flag = 0xff8a8f,
    .passages = { { 0x463a10, 0xf0cd5a }, { 0x123f34, 0x68d6b5 }, { 0x2b2c55, 0xaeb0ff }, { 0x4b1f33, 0xff9fc8 } },
    .selected = { 0x63520f, 0x15594a, 0x3d3f7a, 0x6a2b49 },
  },
  [DOUBLET_PALETTE_LIGHT_CONTRAST] = {
    .text = 0x000000,
    .page = 0xffffff,
    .dim = 0x333336,
    .line = 0x000000,
    .hatch = 0x6a6a70,
    .deleted = { 0xffe3cc, 0x7a3000 },
    .inserted = { 0xd5e6fb, 0x003d80 },
    .moved = { 0xe9def6, 0x4a2480 },
    .found = { 0xffe14d, 0x5c3c00 },
    .flag = 0x8c0008,
    .passages = { { 0xfff1b8, 0x523d00 }, { 0xd3efe6, 0x004a38 }, { 0xe3e4fb, 0x2a2c8c }, { 0xfbdfea, 0x7a1046 } },
    .selected = { 0xffd95c, 0x92d8c3, 0xb9bcf5, 0xf4b0cc },
  },
  [DOUBLET_PALETTE_DARK_CONTRAST] = {
    .text = 0xffffff,
    .page = 0x000000,
    .dim = 0xdcdce0,
    .line = 0xffffff,
    .hatch = 0x9a9aa2,
    .deleted = { 0x4d2c12, 0xffbf8c },
    .inserted = { 0x16324f, 0xb0d5ff },
    .moved = { 0x35264a, 0xdec8f8 },
    .found = { 0x5c4a00, 0xffe680 },
    .flag = 0xffb3b6,
    .passages = { { 0x463a10, 0xffe28a }, { 0x123f34, 0x95ecd1 }, { 0x2b2c55, 0xcccdff }, { 0x4b1f33, 0xffc2dd } },
    .selected = { 0x63520f, 0x15594a, 0x3d3f7a, 0x6a2b49 },
  },
};

static GdkRGBA
color_from (guint32 source)
{
  return (GdkRGBA){ (source >> 16) / 255.0f, ((source >> 8) & 0xff) / 255.0f, (source & 0xff) / 255.0f, 1.0f };
}

static DoubletPaletteHue
hue_from (HueSource source)
{
  return (DoubletPaletteHue){ color_from (source.tint), color_from (source.sign) };
}

/**
 * doublet_palette_get:
 * @kind: for which style
 *
 * Returns: (transfer none): the colours
 */
const DoubletPalette *
doublet_palette_get (DoubletPaletteKind kind)
{
  static DoubletPalette palettes[DOUBLET_N_PALETTES];
  static gsize          made = 0;

  g_return_val_if_fail (kind < DOUBLET_N_PALETTES, NULL);

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < DOUBLET_N_PALETTES; i++)
        {
          const Source *source = &sources[i];

          palettes[i] = (DoubletPalette){
            .text = color_from (source->text),
            .page = color_from (source->page),
            .dim = color_from (source->dim),
            .line = color_from (source->line),
            .hatch = color_from (source->hatch),
            .deleted = hue_from (source->deleted),
            .inserted = hue_from (source->inserted),
            .moved = hue_from (source->moved),
            .found = hue_from (source->found),
            .flag = color_from (source->flag),
          };
          for (guint hue = 0; hue < DOUBLET_N_HUES; hue++)
            {
              palettes[i].passages[hue] = hue_from (source->passages[hue]);
              palettes[i].selected[hue] = color_from (source->selected[hue]);
            }
        }
      g_once_init_leave (&made, 1);
    }
  return &palettes[kind];
}

/* Relative luminance, as WCAG 2.1 defines it. */
static double
luminance (const GdkRGBA *color)
{
  const double channels[] = { color->red, color->green, color->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double       sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    sum += weights[i] * (channels[i] <= 0.04045 ? channels[i] / 12.92 : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

/**
 * doublet_palette_contrast:
 * @first: an opaque colour
 * @second: another one
 *
 * Returns: the contrast of WCAG 2.1, 1 to 21
 */
double
doublet_palette_contrast (const GdkRGBA *first,
                          const GdkRGBA *second)
{
  double x = luminance (first);
  double y = luminance (second);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static gboolean
wants_contrast (GtkWidget *widget)
{
  g_autofree char *theme = NULL;

  g_object_get (gtk_widget_get_settings (widget), "gtk-theme-name", &theme, NULL);
  return theme != NULL && (strstr (theme, "HighContrast") != NULL || g_str_has_suffix (theme, "-hc") || strstr (theme, "-hc-") != NULL);
}

/**
 * doublet_palette_for_widget:
 * @widget: a widget
 *
 * Returns: (transfer none): the colours that suit the text colour of @widget
 */
const DoubletPalette *
doublet_palette_for_widget (GtkWidget *widget)
{
  gboolean contrast;
  GdkRGBA  text;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), doublet_palette_get (DOUBLET_PALETTE_LIGHT));

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  contrast = wants_contrast (widget);
  /* Whatever is nearer to white than to black, as the eye sees it, is light. */
  if (luminance (&text) > 0.18)
    return doublet_palette_get (contrast ? DOUBLET_PALETTE_DARK_CONTRAST : DOUBLET_PALETTE_DARK);
  return doublet_palette_get (contrast ? DOUBLET_PALETTE_LIGHT_CONTRAST : DOUBLET_PALETTE_LIGHT);
}
