/* move-peek.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "move-peek.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The two ends of a move side by side, over the text and no part of it: what changed on
 * the way is seen without leaving the place.
 */

/* Of each end; beyond it one goes there. */
#define MAX_BYTES 8000

#define WIDTH_CHARS 38
#define MAX_HEIGHT 480

static guint16
channel (float value)
{
  return (guint16)(value * G_MAXUINT16);
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
mark_range (PangoAttrList           *list,
            const DoubletPaletteHue *hue,
            gboolean                 is_deleted,
            guint                    start,
            guint                    end)
{
  guint16 red = channel (hue->sign.red);
  guint16 green = channel (hue->sign.green);
  guint16 blue = channel (hue->sign.blue);

  add_attribute (list, pango_attr_background_new (channel (hue->tint.red), channel (hue->tint.green), channel (hue->tint.blue)), start, end);
  if (is_deleted)
    {
      add_attribute (list, pango_attr_strikethrough_new (TRUE), start, end);
      add_attribute (list, pango_attr_strikethrough_color_new (red, green, blue), start, end);
    }
  else
    {
      add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      add_attribute (list, pango_attr_underline_color_new (red, green, blue), start, end);
    }
}

/* The marks of the article's bytes @start to @end, as attributes of a text that begins
 * at @start. */
static PangoAttrList *
make_attributes (DoubletArticleView *view,
                 guint32             start,
                 guint32             end)
{
  PangoAttrList        *list = pango_attr_list_new ();
  const GArray         *marks = doublet_article_view_get_marks (view);
  const DoubletPalette *palette = doublet_palette_for_widget (GTK_WIDGET (view));

  for (guint i = doublet_marks_find_first (marks, start); marks != NULL && i < marks->len; i++)
    {
      const DoubletMark *mark = &g_array_index (marks, DoubletMark, i);

      if (mark->start >= end)
        break;
      if (mark->flags & (DOUBLET_MARK_DELETED | DOUBLET_MARK_INSERTED))
        {
          gboolean is_deleted = (mark->flags & DOUBLET_MARK_DELETED) != 0;

          mark_range (list, is_deleted ? &palette->deleted : &palette->inserted, is_deleted, MAX (mark->start, start) - start, MIN (mark->end, end) - start);
        }
    }
  return list;
}

static GtkWidget *
make_label (const DoubletMoveEnd *side)
{
  DoubletArticle     *article = doublet_display_text_get_article (doublet_article_view_get_text (side->view));
  guint               n_blocks;
  gsize               n_bytes;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);
  const char         *source = doublet_article_get_text (article, &n_bytes);
  guint32             start = blocks[side->first_block].start;
  guint32             end = blocks[side->end_block - 1].end;
  g_autofree char    *text = NULL;
  PangoAttrList      *attributes;
  GtkWidget          *label = gtk_label_new (NULL);

  if (end - start > MAX_BYTES)
    end = g_utf8_find_prev_char (source + start, source + start + MAX_BYTES) - source;
  text = g_strndup (source + start, end - start);
  /* Byte for byte, so that the marks keep their places. */
  for (char *p = text; *p != '\0'; p++)
    if ((guchar)*p < ' ')
      *p = ' ';
  attributes = make_attributes (side->view, start, end);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "move-peek-text");
  pango_attr_list_unref (attributes);
  return label;
}

/**
 * doublet_move_peek_new:
 * @first: the end in the base
 * @second: the end in the other article
 *
 * Returns: (transfer floating): a popover with both
 */
GtkWidget *
doublet_move_peek_new (const DoubletMoveEnd *first,
                       const DoubletMoveEnd *second)
{
  GtkWidget       *popover = gtk_popover_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget       *scrolled = gtk_scrolled_window_new ();
  GtkWidget       *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget       *title = NULL;
  g_autofree char *words = NULL;

  /* Translators: two paragraphs side by side: the letters of their articles and their numbers */
  words = g_strdup_printf (_ ("%s, paragraph %u beside %s, paragraph %u"), first->label, first->first_block + 1, second->label, second->first_block + 1);
  title = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "move-peek-title");

  gtk_box_append (GTK_BOX (sides), make_label (first));
  gtk_box_append (GTK_BOX (sides), make_label (second));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), sides);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (popover, "move-peek");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}
