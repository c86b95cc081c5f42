/* article-view-metrics.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

/* The sizes of an article view, all taken from its font. */

/* Sizes beside the reading size, as in print: what the machine says is small. */
#define LABEL_SCALE 0.76

#define POINTS_PER_INCH 72

/* A column as wide as this many average characters is read with ease. */
#define MEASURE_CHARS 66

static int
measure_number (DoubletArticleView *self,
                guint               number)
{
  char digits[12] = "";

  for (guint n = 0; number > 0 || n < 2; number /= 10)
    digits[n++] = '0';
  return doublet_article_view_measure_words (self, digits);
}

/* The average width of a character of @view's font, in Pango units: of prose, where
 * narrow letters are frequent, which the font's own figure does not know. */
static int
measure_prose (GtkWidget *view)
{
  static const char prose[] = "the quick and the slow read alike in a line of this length, or so we are told";
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, prose);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (int)(sizeof prose - 1);
}

/* Takes the sizes of everything from the font; the font or the numbers changed. */
void
doublet_article_view_update_metrics (DoubletArticleView *self)
{
  GtkTextView          *view = GTK_TEXT_VIEW (self);
  PangoContext         *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics     *metrics = pango_context_get_metrics (context, font, NULL);
  int                   height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));
  guint                 n_blocks = 0;
  double                size;

  if (self->text != NULL)
    doublet_article_get_blocks (doublet_display_text_get_article (self->text), &n_blocks);

  size = pango_font_description_get_size (font);
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / POINTS_PER_INCH;
  pango_font_description_set_family (font, "Sans");
  pango_font_description_set_absolute_size (font, LABEL_SCALE * size);
  g_clear_object (&self->label);
  self->label = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  /* Only where a width is set: words over a line have no more room than the column. */
  pango_layout_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  pango_layout_set_font_description (self->label, font);
  pango_layout_set_text (self->label, "0", -1);
  pango_layout_get_pixel_size (self->label, NULL, &self->label_height);

  self->number_width = measure_number (self, n_blocks);
  self->chip_width = self->n_findings > 0 ? measure_number (self, self->n_findings) + 2 * DOUBLET_CHIP_PADDING : 0;
  self->measure = MEASURE_CHARS * measure_prose (GTK_WIDGET (self)) / PANGO_SCALE;
  self->metrics = (DoubletSpacingMetrics){
    .above = MAX (height * 2 / 5, 2),
    .below = MAX (height * 2 / 5, 2),
    .inside = height * 3 / 10,
    .note = self->label_height + 2,
  };
  gtk_text_view_set_pixels_above_lines (view, self->metrics.above);
  gtk_text_view_set_pixels_below_lines (view, self->metrics.below);
  gtk_text_view_set_pixels_inside_wrap (view, self->metrics.inside);
  if (self->text != NULL)
    doublet_line_spacing_set_metrics (&self->spacing, &self->metrics);
  self->metrics_known = TRUE;
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
}
