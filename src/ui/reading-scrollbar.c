/* reading-scrollbar.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reading-scrollbar.h"

struct _DoubletReadingScrollbar
{
  GtkWidget parent;

  /* children */
  GtkWidget *bar;

  /* owned */
  GtkAdjustment *own;
  GtkAdjustment *source; /* (nullable) */

  guint    idle;
  gboolean copying;
};

enum
{
  TOUCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DoubletReadingScrollbar, doublet_reading_scrollbar, GTK_TYPE_WIDGET)

static gboolean
copy_cb (gpointer data)
{
  DoubletReadingScrollbar *self = data;

  self->idle = 0;
  self->copying = TRUE;
  gtk_adjustment_configure (self->own,
                            gtk_adjustment_get_value (self->source),
                            gtk_adjustment_get_lower (self->source),
                            gtk_adjustment_get_upper (self->source),
                            gtk_adjustment_get_step_increment (self->source),
                            gtk_adjustment_get_page_increment (self->source),
                            gtk_adjustment_get_page_size (self->source));
  self->copying = FALSE;
  return G_SOURCE_REMOVE;
}

static void
source_changed_cb (DoubletReadingScrollbar *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, copy_cb, self, NULL);
}

static void
own_changed_cb (DoubletReadingScrollbar *self)
{
  if (!self->copying && self->source != NULL)
    gtk_adjustment_set_value (self->source, gtk_adjustment_get_value (self->own));
}

static gboolean
watch_event_cb (GtkEventControllerLegacy *controller,
                GdkEvent                 *event,
                DoubletReadingScrollbar  *self)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_SCROLL || type == GDK_TOUCH_BEGIN || type == GDK_KEY_PRESS)
    g_signal_emit (self, signals[TOUCHED], 0);
  return GDK_EVENT_PROPAGATE;
}

static void
doublet_reading_scrollbar_dispose (GObject *object)
{
  DoubletReadingScrollbar *self = DOUBLET_READING_SCROLLBAR (object);

  doublet_reading_scrollbar_set_source (self, NULL);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->own);
  G_OBJECT_CLASS (doublet_reading_scrollbar_parent_class)->dispose (object);
}

static void
doublet_reading_scrollbar_class_init (DoubletReadingScrollbarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = doublet_reading_scrollbar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "readingscrollbar");

  signals[TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
doublet_reading_scrollbar_init (DoubletReadingScrollbar *self)
{
  GtkEventController *watch = gtk_event_controller_legacy_new ();

  self->own = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->own);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect_swapped (self->own, "value-changed", G_CALLBACK (own_changed_cb), self);
  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  g_signal_connect (watch, "event", G_CALLBACK (watch_event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), watch);
}

/**
 * doublet_reading_scrollbar_new:
 *
 * Returns: (transfer floating): a scrollbar of nothing
 */
GtkWidget *
doublet_reading_scrollbar_new (void)
{
  return g_object_new (DOUBLET_TYPE_READING_SCROLLBAR, NULL);
}

/**
 * doublet_reading_scrollbar_set_source:
 * @self: a scrollbar
 * @source: (nullable) (transfer none): what it scrolls
 */
void
doublet_reading_scrollbar_set_source (DoubletReadingScrollbar *self,
                                      GtkAdjustment           *source)
{
  g_return_if_fail (DOUBLET_IS_READING_SCROLLBAR (self));

  if (self->source == source)
    return;
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_set_object (&self->source, source);
  if (source != NULL)
    {
      g_signal_connect_swapped (source, "changed", G_CALLBACK (source_changed_cb), self);
      g_signal_connect_swapped (source, "value-changed", G_CALLBACK (source_changed_cb), self);
      source_changed_cb (self);
    }
}
