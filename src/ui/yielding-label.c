/* yielding-label.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "yielding-label.h"

struct _DoubletYieldingLabel
{
  GtkWidget parent;

  /* children */
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (DoubletYieldingLabel, doublet_yielding_label, GTK_TYPE_WIDGET)

static void
doublet_yielding_label_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  DoubletYieldingLabel *self = DOUBLET_YIELDING_LABEL (widget);

  gtk_widget_measure (self->label, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
doublet_yielding_label_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  DoubletYieldingLabel *self = DOUBLET_YIELDING_LABEL (widget);
  int                   minimum;

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->label, width >= minimum);
  if (width >= minimum)
    gtk_widget_allocate (self->label, width, height, baseline, NULL);
}

static void
doublet_yielding_label_dispose (GObject *object)
{
  DoubletYieldingLabel *self = DOUBLET_YIELDING_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (doublet_yielding_label_parent_class)->dispose (object);
}

static void
doublet_yielding_label_class_init (DoubletYieldingLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_yielding_label_dispose;
  widget_class->measure = doublet_yielding_label_measure;
  widget_class->size_allocate = doublet_yielding_label_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "yieldinglabel");
}

static void
doublet_yielding_label_init (DoubletYieldingLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * doublet_yielding_label_new:
 * @min_chars: how many characters of average width must have room for the beginning to
 *   be shown
 *
 * Returns: an empty label
 */
GtkWidget *
doublet_yielding_label_new (guint min_chars)
{
  DoubletYieldingLabel *self = g_object_new (DOUBLET_TYPE_YIELDING_LABEL, NULL);

  gtk_label_set_width_chars (GTK_LABEL (self->label), min_chars);
  return GTK_WIDGET (self);
}

/**
 * doublet_yielding_label_set_text:
 * @self: a label
 * @text: its words
 */
void
doublet_yielding_label_set_text (DoubletYieldingLabel *self,
                                 const char           *text)
{
  g_return_if_fail (DOUBLET_IS_YIELDING_LABEL (self));

  gtk_label_set_text (GTK_LABEL (self->label), text);
}
