/* overview-strip.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "overview-strip.h"

#include "palette.h"

#include <math.h>

/*
 * There may be far more marks than pixels: they are sorted into rows of pixels once for
 * each height, the lowest rank winning, and what is drawn are stretches of equal rows.
 */

#define STRIP_WIDTH 16
#define LETTER_GAP 3
#define END_GAP 4
#define MARK_LOWEST 3
#define HANDLE_BORDER 2
#define HANDLE_LOWEST 12

/* What one row of pixels shows: indices of marks plus one, 0 for nothing. */
typedef struct
{
  guint32 left;
  guint32 right;
} PixelRow;

struct _DoubletOverviewStrip
{
  GtkWidget parent;

  PangoLayout   *letter;     /* owned */
  GArray        *marks;      /* owned, DoubletStripMark */
  GtkAdjustment *adjustment; /* owned, (nullable) */
  GArray        *pixels;     /* owned, PixelRow */
  gboolean       pixels_known;
  double         length;
};

enum
{
  JUMP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DoubletOverviewStrip, doublet_overview_strip, GTK_TYPE_WIDGET)

static int
get_letter_height (DoubletOverviewStrip *self)
{
  int height;

  pango_layout_get_pixel_size (self->letter, NULL, &height);
  return height + 2 * LETTER_GAP;
}

static int
get_bar_height (DoubletOverviewStrip *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - get_letter_height (self) - END_GAP, 1);
}

static void
take_pixel (DoubletOverviewStrip *self,
            guint32              *pixel,
            guint                 index)
{
  if (*pixel == 0 || g_array_index (self->marks, DoubletStripMark, index).rank < g_array_index (self->marks, DoubletStripMark, *pixel - 1).rank)
    *pixel = index + 1;
}

static void
sort_into_pixels (DoubletOverviewStrip *self)
{
  int height = get_bar_height (self);

  if (self->pixels_known && (int)self->pixels->len == height)
    return;
  g_array_set_size (self->pixels, 0);
  g_array_set_size (self->pixels, height);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const DoubletStripMark *mark = &g_array_index (self->marks, DoubletStripMark, i);
      int                     top = CLAMP ((int)(mark->top * height), 0, MAX (height - MARK_LOWEST, 0));
      int                     bottom = CLAMP ((int)ceilf (mark->bottom * height), MIN (top + MARK_LOWEST, height), height);

      for (int y = top; y < bottom; y++)
        {
          PixelRow *row = &g_array_index (self->pixels, PixelRow, y);

          if (mark->side != DOUBLET_STRIP_RIGHT)
            take_pixel (self, &row->left, i);
          if (mark->side != DOUBLET_STRIP_LEFT)
            take_pixel (self, &row->right, i);
        }
    }
  self->pixels_known = TRUE;
}

static guint32
get_pixel (DoubletOverviewStrip *self,
           int                   y,
           gboolean              is_left)
{
  const PixelRow *row = &g_array_index (self->pixels, PixelRow, y);

  return is_left ? row->left : row->right;
}

static void
draw_side (DoubletOverviewStrip *self,
           GtkSnapshot          *snapshot,
           gboolean              is_left,
           int                   x,
           int                   width,
           int                   top)
{
  int height = self->pixels->len;

  for (int y = 0; y < height;)
    {
      guint32 mark = get_pixel (self, y, is_left);
      int     end = y + 1;

      while (end < height && get_pixel (self, end, is_left) == mark)
        end++;
      if (mark > 0)
        gtk_snapshot_append_color (snapshot, &g_array_index (self->marks, DoubletStripMark, mark - 1).color, &GRAPHENE_RECT_INIT (x, top + y, width, end - y));
      y = end;
    }
}

static void
draw_handle (DoubletOverviewStrip *self,
             GtkSnapshot          *snapshot,
             const DoubletPalette *palette,
             int                   top)
{
  const float    widths[4] = { HANDLE_BORDER, HANDLE_BORDER, HANDLE_BORDER, HANDLE_BORDER };
  const GdkRGBA  colors[4] = { palette->dim, palette->dim, palette->dim, palette->dim };
  int            height = get_bar_height (self);
  double         upper = self->length > 0 ? self->length : gtk_adjustment_get_upper (self->adjustment);
  double         page = gtk_adjustment_get_page_size (self->adjustment);
  double         from;
  double         size;
  GskRoundedRect frame;

  if (upper <= 0 || page >= upper)
    return;
  size = MAX (page / upper * height, HANDLE_LOWEST);
  from = CLAMP (gtk_adjustment_get_value (self->adjustment) / upper * height, 0, MAX (height - size, 0));
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (0, top + from, gtk_widget_get_width (GTK_WIDGET (self)), size), 4);
  gtk_snapshot_append_border (snapshot, &frame, widths, colors);
}

static void
doublet_overview_strip_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  DoubletOverviewStrip *self = DOUBLET_OVERVIEW_STRIP (widget);
  const DoubletPalette *palette = doublet_palette_for_widget (widget);
  int                   width = gtk_widget_get_width (widget);
  int                   top = get_letter_height (self);
  int                   inner = width - 2 * HANDLE_BORDER;
  GdkRGBA               ground = palette->text;
  GskRoundedRect        bar;
  int                   letter_width;

  pango_layout_get_pixel_size (self->letter, &letter_width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - letter_width) / 2, LETTER_GAP));
  gtk_snapshot_append_layout (snapshot, self->letter, &palette->dim);
  gtk_snapshot_restore (snapshot);

  sort_into_pixels (self);
  ground.alpha = 0.07f;
  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (HANDLE_BORDER, top, inner, get_bar_height (self)), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &ground, &bar.bounds);
  draw_side (self, snapshot, TRUE, HANDLE_BORDER, inner / 2, top);
  draw_side (self, snapshot, FALSE, HANDLE_BORDER + inner / 2, inner - inner / 2, top);
  gtk_snapshot_pop (snapshot);
  if (self->adjustment != NULL)
    draw_handle (self, snapshot, palette, top);
}

static void
doublet_overview_strip_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  DoubletOverviewStrip *self = DOUBLET_OVERVIEW_STRIP (widget);
  int                   letter_width;

  pango_layout_get_pixel_size (self->letter, &letter_width, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (STRIP_WIDTH + 2 * HANDLE_BORDER, letter_width);
  else
    *minimum = *natural = get_letter_height (self) + END_GAP;
}

static void
jump_to (DoubletOverviewStrip *self,
         double                y)
{
  double fraction = (y - get_letter_height (self)) / get_bar_height (self);

  g_signal_emit (self, signals[JUMP], 0, CLAMP (fraction, 0, 1));
}

static void
drag_begin_cb (GtkGestureDrag       *gesture,
               double                x,
               double                y,
               DoubletOverviewStrip *self)
{
  jump_to (self, y);
}

static void
drag_update_cb (GtkGestureDrag       *gesture,
                double                offset_x,
                double                offset_y,
                DoubletOverviewStrip *self)
{
  double x;
  double y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    jump_to (self, y + offset_y);
}

static void
doublet_overview_strip_css_changed (GtkWidget         *widget,
                                    GtkCssStyleChange *change)
{
  DoubletOverviewStrip *self = DOUBLET_OVERVIEW_STRIP (widget);

  GTK_WIDGET_CLASS (doublet_overview_strip_parent_class)->css_changed (widget, change);
  if (self->letter != NULL)
    pango_layout_context_changed (self->letter);
  gtk_widget_queue_resize (widget);
}

static void
doublet_overview_strip_dispose (GObject *object)
{
  DoubletOverviewStrip *self = DOUBLET_OVERVIEW_STRIP (object);

  doublet_overview_strip_set_adjustment (self, NULL);
  g_clear_object (&self->letter);
  G_OBJECT_CLASS (doublet_overview_strip_parent_class)->dispose (object);
}

static void
doublet_overview_strip_finalize (GObject *object)
{
  DoubletOverviewStrip *self = DOUBLET_OVERVIEW_STRIP (object);

  g_array_unref (self->marks);
  g_array_unref (self->pixels);
  G_OBJECT_CLASS (doublet_overview_strip_parent_class)->finalize (object);
}

static void
doublet_overview_strip_class_init (DoubletOverviewStripClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = doublet_overview_strip_dispose;
  object_class->finalize = doublet_overview_strip_finalize;
  widget_class->snapshot = doublet_overview_strip_snapshot;
  widget_class->measure = doublet_overview_strip_measure;
  widget_class->css_changed = doublet_overview_strip_css_changed;
  gtk_widget_class_set_css_name (widget_class, "overviewstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  signals[JUMP] = g_signal_new ("jump", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
doublet_overview_strip_init (DoubletOverviewStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->marks = g_array_new (FALSE, FALSE, sizeof (DoubletStripMark));
  self->pixels = g_array_new (FALSE, TRUE, sizeof (PixelRow));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * doublet_overview_strip_new:
 * @letter: what the article is called in short
 * @name: what a screen reader says
 *
 * Returns: (transfer floating): a strip without marks
 */
GtkWidget *
doublet_overview_strip_new (const char *letter,
                            const char *name)
{
  DoubletOverviewStrip *self = g_object_new (DOUBLET_TYPE_OVERVIEW_STRIP, NULL);

  self->letter = gtk_widget_create_pango_layout (GTK_WIDGET (self), letter);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * doublet_overview_strip_set_marks:
 * @self: a strip
 * @marks: (transfer full): an array of #DoubletStripMark
 * @length: the height that they are fractions of, in the adjustment's units; 0 if that
 *   is not known yet
 */
void
doublet_overview_strip_set_marks (DoubletOverviewStrip *self,
                                  GArray               *marks,
                                  double                length)
{
  g_return_if_fail (DOUBLET_IS_OVERVIEW_STRIP (self));
  g_return_if_fail (marks != NULL);

  g_array_unref (self->marks);
  self->marks = marks;
  self->length = length;
  self->pixels_known = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * doublet_overview_strip_set_adjustment:
 * @self: a strip
 * @adjustment: (nullable) (transfer none): where the view of the article is
 */
void
doublet_overview_strip_set_adjustment (DoubletOverviewStrip *self,
                                       GtkAdjustment        *adjustment)
{
  g_return_if_fail (DOUBLET_IS_OVERVIEW_STRIP (self));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, gtk_widget_queue_draw, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    {
      g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
    }
}
