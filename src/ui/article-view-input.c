/* article-view-input.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

/*
 * Clicks and keys that mean a mark, not the text.  The view's own gestures claim what
 * they see, so a click is watched, not taken: pressed and released at one place with
 * nothing selected.
 */

/* A hand trembles; pixels. */
#define CLICK_TOLERANCE 4

static guint32
byte_at (DoubletArticleView *self,
         double              x,
         double              y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter  iter;
  int          buffer_x;
  int          buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  return doublet_display_text_to_byte (self->text, gtk_text_iter_get_offset (&iter));
}

static gboolean
event_position (DoubletArticleView *self,
                GdkEvent           *event,
                double             *x,
                double             *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double     surface_x;
  double     surface_y;
  double     offset_x;
  double     offset_y;

  if (native == NULL || !gdk_event_get_position (event, &surface_x, &surface_y))
    return FALSE;
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), surface_x - offset_x, surface_y - offset_y, x, y);
}

static gboolean
watch_event_cb (GtkEventControllerLegacy *controller,
                GdkEvent                 *event,
                DoubletArticleView       *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double       x;
  double       y;

  if (self->text == NULL || (type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE))
    return GDK_EVENT_PROPAGATE;
  if (gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY || !event_position (self, event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_PRESS)
    {
      self->pressed = (gdk_event_get_modifier_state (event) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0;
      self->press_x = x;
      self->press_y = y;
    }
  else if (self->pressed)
    {
      self->pressed = FALSE;
      if (ABS (x - self->press_x) <= CLICK_TOLERANCE && ABS (y - self->press_y) <= CLICK_TOLERANCE && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
        g_signal_emit_by_name (self, "clicked", byte_at (self, x, y));
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DoubletArticleView    *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter    caret;
  guint32        byte;

  if (self->text == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter && key != GDK_KEY_space && key != GDK_KEY_KP_Space)
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  byte = doublet_display_text_to_byte (self->text, gtk_text_iter_get_offset (&caret));
  if (doublet_article_view_find_mark (self, byte) == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (self, "activated", byte);
  return GDK_EVENT_STOP;
}

void
doublet_article_view_add_input (DoubletArticleView *self)
{
  GtkEventController *clicks = gtk_event_controller_legacy_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (clicks, GTK_PHASE_CAPTURE);
  g_signal_connect (clicks, "event", G_CALLBACK (watch_event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), clicks);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
