/* reading-column.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reading-column.h"

struct _DoubletReadingColumn
{
  GtkWidget parent;

  /* children */
  GtkWidget *box;

  /* borrowed, inside the box */
  GtkWidget          *top;
  GtkWidget          *heading; /* (nullable) */
  GtkWidget          *caption;
  GtkWidget          *remark;
  GtkWidget          *scrolled;
  DoubletArticleView *view;
};

enum
{
  TOUCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DoubletReadingColumn, doublet_reading_column, GTK_TYPE_WIDGET)

static gboolean
watch_event_cb (GtkEventControllerLegacy *controller,
                GdkEvent                 *event,
                DoubletReadingColumn     *self)
{
  switch ((int)gdk_event_get_event_type (event))
    {
    case GDK_SCROLL:
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
    case GDK_KEY_PRESS:
      g_signal_emit (self, signals[TOUCHED], 0);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
doublet_reading_column_dispose (GObject *object)
{
  DoubletReadingColumn *self = DOUBLET_READING_COLUMN (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (doublet_reading_column_parent_class)->dispose (object);
}

static void
doublet_reading_column_class_init (DoubletReadingColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_reading_column_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readingcolumn");

  signals[TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
doublet_reading_column_init (DoubletReadingColumn *self)
{
  GtkEventController *watch = gtk_event_controller_legacy_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->top, "reading-heading");
  self->caption = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->caption, "reading-caption");
  gtk_widget_set_hexpand (self->caption, TRUE);
  gtk_widget_set_visible (self->caption, FALSE);
  gtk_box_append (GTK_BOX (self->top), self->caption);

  self->view = DOUBLET_ARTICLE_VIEW (doublet_article_view_new ());
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_hexpand (self->scrolled, TRUE);

  gtk_box_append (GTK_BOX (self->box), self->top);
  gtk_box_append (GTK_BOX (self->box), self->scrolled);
  self->remark = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->remark, "reading-remark");
  gtk_label_set_wrap (GTK_LABEL (self->remark), TRUE);
  gtk_widget_set_visible (self->remark, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->remark);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  g_signal_connect (watch, "event", G_CALLBACK (watch_event_cb), self);
  gtk_widget_add_controller (self->scrolled, watch);
}

/**
 * doublet_reading_column_new:
 * @headings: keeps the headings of all columns at one height
 *
 * Returns: (transfer floating): an empty column
 */
GtkWidget *
doublet_reading_column_new (GtkSizeGroup *headings)
{
  DoubletReadingColumn *self = g_object_new (DOUBLET_TYPE_READING_COLUMN, NULL);

  gtk_size_group_add_widget (headings, self->top);
  return GTK_WIDGET (self);
}

/**
 * doublet_reading_column_set_heading:
 * @self: a column
 * @heading: (nullable): what stands over the text
 */
void
doublet_reading_column_set_heading (DoubletReadingColumn *self,
                                    GtkWidget            *heading)
{
  g_return_if_fail (DOUBLET_IS_READING_COLUMN (self));

  if (self->heading != NULL)
    gtk_box_remove (GTK_BOX (self->top), self->heading);
  self->heading = heading;
  if (heading != NULL)
    gtk_box_prepend (GTK_BOX (self->top), heading);
}

/**
 * doublet_reading_column_set_caption:
 * @self: a column
 * @caption: (nullable): words in place of the heading
 */
void
doublet_reading_column_set_caption (DoubletReadingColumn *self,
                                    const char           *caption)
{
  g_return_if_fail (DOUBLET_IS_READING_COLUMN (self));

  gtk_label_set_label (GTK_LABEL (self->caption), caption != NULL ? caption : "");
  gtk_widget_set_visible (self->caption, caption != NULL);
  if (self->heading != NULL)
    gtk_widget_set_visible (self->heading, caption == NULL);
}

/**
 * doublet_reading_column_set_remark:
 * @self: a column
 * @remark: (nullable): words at the foot of the text
 */
void
doublet_reading_column_set_remark (DoubletReadingColumn *self,
                                   const char           *remark)
{
  g_return_if_fail (DOUBLET_IS_READING_COLUMN (self));

  gtk_label_set_label (GTK_LABEL (self->remark), remark != NULL ? remark : "");
  gtk_widget_set_visible (self->remark, remark != NULL);
}

/**
 * doublet_reading_column_get_view:
 * @self: a column
 *
 * Returns: (transfer none): its text
 */
DoubletArticleView *
doublet_reading_column_get_view (DoubletReadingColumn *self)
{
  return self->view;
}

/**
 * doublet_reading_column_get_adjustment:
 * @self: a column
 *
 * Returns: (transfer none): where its text is scrolled to
 */
GtkAdjustment *
doublet_reading_column_get_adjustment (DoubletReadingColumn *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}
