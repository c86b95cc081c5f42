/* article-view-clipboard.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

/*
 * What leaves an article view is the article's own text: the buffer holds spaces for
 * newlines and pictures for controls, so GTK's own copying is kept off both clipboards,
 * the one of Ctrl+C and the one of the middle button.
 */

/* The selection of a view, written out when somebody asks for it: a person who drags
 * over 5 MB moves it a hundred times. */
#define DOUBLET_TYPE_SELECTION_CONTENT (doublet_selection_content_get_type ())

G_DECLARE_FINAL_TYPE (DoubletSelectionContent, doublet_selection_content, DOUBLET, SELECTION_CONTENT, GdkContentProvider)

struct _DoubletSelectionContent
{
  GdkContentProvider parent;

  GWeakRef view;
};

G_DEFINE_FINAL_TYPE (DoubletSelectionContent, doublet_selection_content, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
doublet_selection_content_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new_for_gtype (G_TYPE_STRING);
}

static gboolean
doublet_selection_content_get_value (GdkContentProvider *provider,
                                     GValue             *value,
                                     GError            **error)
{
  DoubletSelectionContent *self = DOUBLET_SELECTION_CONTENT (provider);
  g_autoptr (DoubletArticleView) view = g_weak_ref_get (&self->view);
  char *text = view != NULL ? doublet_article_view_dup_selection (view) : NULL;

  if (!G_VALUE_HOLDS_STRING (value))
    {
      g_free (text);
      return GDK_CONTENT_PROVIDER_CLASS (doublet_selection_content_parent_class)->get_value (provider, value, error);
    }
  g_value_take_string (value, text != NULL ? text : g_strdup (""));
  return TRUE;
}

static void
doublet_selection_content_finalize (GObject *object)
{
  g_weak_ref_clear (&DOUBLET_SELECTION_CONTENT (object)->view);
  G_OBJECT_CLASS (doublet_selection_content_parent_class)->finalize (object);
}

static void
doublet_selection_content_class_init (DoubletSelectionContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = doublet_selection_content_finalize;
  provider_class->ref_formats = doublet_selection_content_ref_formats;
  provider_class->get_value = doublet_selection_content_get_value;
}

static void
doublet_selection_content_init (DoubletSelectionContent *self)
{
  g_weak_ref_init (&self->view, NULL);
}

/**
 * doublet_article_view_dup_selection:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the article's own text of what is selected
 */
char *
doublet_article_view_dup_selection (DoubletArticleView *self)
{
  GtkTextIter from;
  GtkTextIter to;
  const char *source;
  gsize       n_bytes;
  guint32     start;
  guint32     end;

  g_return_val_if_fail (DOUBLET_IS_ARTICLE_VIEW (self), NULL);

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &from, &to))
    return NULL;
  start = doublet_display_text_to_byte (self->text, gtk_text_iter_get_offset (&from));
  end = doublet_display_text_to_byte (self->text, gtk_text_iter_get_offset (&to));
  source = doublet_article_get_text (doublet_display_text_get_article (self->text), &n_bytes);
  return g_strndup (source + start, end - start);
}

/* Ctrl+C. */
void
doublet_article_view_copy_clipboard (GtkTextView *view)
{
  g_autofree char *selection = doublet_article_view_dup_selection (DOUBLET_ARTICLE_VIEW (view));

  if (selection != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), selection);
}

/* Takes the buffer off the primary clipboard, where GtkTextView has put it. */
void
doublet_article_view_keep_off_primary (DoubletArticleView *self)
{
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    gtk_text_buffer_remove_selection_clipboard (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), gtk_widget_get_primary_clipboard (GTK_WIDGET (self)));
}

/* Puts it there again, since GtkTextView is about to take it off itself. */
void
doublet_article_view_return_to_primary (DoubletArticleView *self)
{
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    gtk_text_buffer_add_selection_clipboard (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), gtk_widget_get_primary_clipboard (GTK_WIDGET (self)));
}

/* A person has selected something. */
void
doublet_article_view_selected_cb (DoubletArticleView *self)
{
  g_autoptr (DoubletSelectionContent) content = NULL;

  if (!gtk_widget_get_realized (GTK_WIDGET (self)) || !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  content = g_object_new (DOUBLET_TYPE_SELECTION_CONTENT, NULL);
  g_weak_ref_set (&content->view, self);
  gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), GDK_CONTENT_PROVIDER (content));
}
