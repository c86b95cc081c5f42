/* article-view-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

#include <glib/gi18n-lib.h>

/*
 * The buttons beside the words over moved paragraphs: children that lie over the text,
 * real ones, since what is drawn can be reached neither by keyboard nor by a screen
 * reader.
 */

/* A text with more moves than this leads to them through the list. */
#define MAX_BUTTONS 200

#define BUTTON_GAP 8

static void
popup_cb (GtkMenuButton *button,
          gpointer       data)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (button), DOUBLET_TYPE_ARTICLE_VIEW);

  if (view != NULL)
    g_signal_emit_by_name (view, "compare", button, GPOINTER_TO_UINT (data));
}

/* The button number @index, put at its place.  GTK 4.8 cannot take a child from over the
 * text again, so buttons are hidden and used anew. */
static void
place_button (DoubletArticleView    *self,
              guint                  index,
              const DoubletLineNote *note,
              int                    x,
              int                    y)
{
  GtkTextView     *view = GTK_TEXT_VIEW (self);
  g_autofree char *name = NULL;
  GtkWidget       *button;

  if (index < self->buttons->len)
    {
      button = self->buttons->pdata[index];
      gtk_text_view_move_overlay (view, button, x, y);
      gtk_widget_set_visible (button, TRUE);
    }
  else
    {
      button = gtk_menu_button_new ();
      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (_ ("Compare here")));
      gtk_widget_add_css_class (button, "compare-here");
      gtk_widget_set_cursor_from_name (button, "default");
      gtk_text_view_add_overlay (view, button, x, y);
      g_ptr_array_add (self->buttons, button);
    }
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_cb, GUINT_TO_POINTER (note->line), NULL);
  /* Translators: what a screen reader says: the words over a moved paragraph */
  name = g_strdup_printf (_ ("Compare here: %s"), note->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * doublet_article_view_hide_buttons:
 * @self: a view
 *
 * The text is about to be laid out anew: no button knows its place any more.
 */
void
doublet_article_view_hide_buttons (DoubletArticleView *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_visible (self->buttons->pdata[i], FALSE);
  self->buttons_placed = FALSE;
}

/**
 * doublet_article_view_get_note_room:
 * @self: a view
 * @note: words over a line of it
 *
 * Returns: how wide @note may be, so that its button has room beside it; in pixels
 */
int
doublet_article_view_get_note_room (DoubletArticleView    *self,
                                    const DoubletLineNote *note)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int          room = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);

  if (note->tone == DOUBLET_LINE_MOVED)
    room -= BUTTON_GAP + self->button_width;
  return MAX (room, 0);
}

/* How wide a button is, it knows itself: the first ones are placed once more. */
static gboolean
measure_button (DoubletArticleView *self)
{
  int width;

  if (self->button_width > 0 || self->buttons->len == 0)
    return FALSE;
  gtk_widget_measure (self->buttons->pdata[0], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  self->button_width = width;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return width > 0;
}

/**
 * doublet_article_view_place_buttons:
 * @self: a view that has settled
 *
 * Puts the buttons where their words are.
 */
void
doublet_article_view_place_buttons (DoubletArticleView *self)
{
  int   left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  guint n = 0;

  /* Those that are there know their places: they go when the layout begins anew. */
  if (self->buttons_placed)
    return;
  self->buttons_placed = TRUE;
  for (guint i = 0; i < self->notes->len && n < MAX_BUTTONS; i++)
    {
      const DoubletLineNote *note = &g_array_index (self->notes, DoubletLineNote, i);
      int                    width;
      int                    y;

      if (note->tone != DOUBLET_LINE_MOVED || !doublet_article_view_get_line_y (self, note->line, &y))
        continue;
      pango_layout_set_text (self->label, note->words, -1);
      pango_layout_get_pixel_size (self->label, &width, NULL);
      place_button (self, n++, note, left + MIN (width, doublet_article_view_get_note_room (self, note)) + BUTTON_GAP, y + self->metrics.above - 1);
    }
  if (measure_button (self))
    {
      self->buttons_placed = FALSE;
      doublet_article_view_place_buttons (self);
    }
}
