/* clamped-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "clamped-text.h"

#include "accessible-name.h"

#define MAX_LINES 2

/* The natural width; what holds it is mostly wider. */
#define WIDTH_CHARS 28

struct _DoubletClampedText
{
  GtkWidget parent;

  /* owned */
  PangoLayout *layout;

  int natural_width; /* 0 if the font is new */
};

G_DEFINE_FINAL_TYPE (DoubletClampedText, doublet_clamped_text, GTK_TYPE_WIDGET)

static int
get_natural_width (DoubletClampedText *self)
{
  if (self->natural_width == 0)
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (pango_layout_get_context (self->layout), NULL, NULL);

      self->natural_width = MAX (PANGO_PIXELS_CEIL (WIDTH_CHARS * pango_font_metrics_get_approximate_char_width (metrics)), 1);
      pango_font_metrics_unref (metrics);
    }
  return self->natural_width;
}

static GtkSizeRequestMode
doublet_clamped_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
doublet_clamped_text_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  DoubletClampedText *self = DOUBLET_CLAMPED_TEXT (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = get_natural_width (self);
      return;
    }
  pango_layout_set_width (self->layout, PANGO_SCALE * (for_size > 0 ? for_size : get_natural_width (self)));
  pango_layout_get_pixel_size (self->layout, NULL, minimum);
  *natural = *minimum;
}

static void
doublet_clamped_text_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  DoubletClampedText *self = DOUBLET_CLAMPED_TEXT (widget);
  GdkRGBA             color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  pango_layout_set_width (self->layout, PANGO_SCALE * gtk_widget_get_width (widget));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
doublet_clamped_text_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  DoubletClampedText *self = DOUBLET_CLAMPED_TEXT (widget);

  GTK_WIDGET_CLASS (doublet_clamped_text_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (self->layout);
  self->natural_width = 0;
}

static void
doublet_clamped_text_finalize (GObject *object)
{
  DoubletClampedText *self = DOUBLET_CLAMPED_TEXT (object);

  g_clear_object (&self->layout);
  G_OBJECT_CLASS (doublet_clamped_text_parent_class)->finalize (object);
}

static void
doublet_clamped_text_class_init (DoubletClampedTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = doublet_clamped_text_finalize;
  widget_class->get_request_mode = doublet_clamped_text_get_request_mode;
  widget_class->measure = doublet_clamped_text_measure;
  widget_class->snapshot = doublet_clamped_text_snapshot;
  widget_class->css_changed = doublet_clamped_text_css_changed;
  gtk_widget_class_set_css_name (widget_class, "clampedtext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
doublet_clamped_text_init (DoubletClampedText *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->layout, -MAX_LINES);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

/**
 * doublet_clamped_text_new:
 * @css_class: how it looks
 *
 * Returns: an empty text
 */
GtkWidget *
doublet_clamped_text_new (const char *css_class)
{
  GtkWidget *self = g_object_new (DOUBLET_TYPE_CLAMPED_TEXT, NULL);

  gtk_widget_add_css_class (self, css_class);
  return self;
}

/**
 * doublet_clamped_text_set_text:
 * @self: a text
 * @text: its words; line breaks stay
 */
void
doublet_clamped_text_set_text (DoubletClampedText *self,
                               const char         *text)
{
  g_return_if_fail (DOUBLET_IS_CLAMPED_TEXT (self));
  g_return_if_fail (text != NULL);

  pango_layout_set_text (self->layout, text, -1);
  doublet_accessible_name_set (GTK_WIDGET (self), text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
