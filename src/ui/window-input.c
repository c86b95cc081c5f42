/* window-input.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-private.h"

#include "file-input.h"
#include "folder-listing.h"
#include "pasted-text.h"
#include "work-bar.h"

#include <glib/gi18n-lib.h>

/*
 * How articles come into the window: files, folders, drops, the clipboard.
 */

/* What is still to be looked into, behind what is looked into now. */
static void list_next (DoubletWindow *self);

static gboolean
is_remote_page (GFile *file)
{
  return g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https");
}

static void
say (DoubletWindow *self,
     const char    *sentences)
{
  doublet_toast_show (DOUBLET_TOAST (self->toast), sentences, NULL, NULL, NULL, NULL);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DoubletWindow) self = user_data;
  g_autoptr (DoubletFolderListing) listing = doublet_folder_listing_run_finish (result, NULL);

  g_clear_object (&self->listing);
  /* The window may be closed meanwhile. */
  if (self->comparison == NULL)
    return;

  if (listing != NULL)
    {
      g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_input_unref);
      g_autofree char *sentences = doublet_folder_listing_describe (listing);

      for (guint i = 0; i < listing->files->len; i++)
        g_ptr_array_add (inputs, doublet_file_input_new (g_ptr_array_index (listing->files, i)));
      if (sentences != NULL)
        doublet_notice_bar_show (DOUBLET_NOTICE_BAR (self->folder_bar), sentences, NULL, NULL, NULL);
      else
        doublet_notice_bar_hide (DOUBLET_NOTICE_BAR (self->folder_bar));
      if (inputs->len > 0)
        doublet_comparison_add (self->comparison, (DoubletInput *const *)inputs->pdata, inputs->len);
    }
  list_next (self);
}

/* One after the other, so that articles come in the order in which they were asked for. */
static void
list_next (DoubletWindow *self)
{
  g_autoptr (GPtrArray) files = g_queue_pop_head (&self->to_list);

  doublet_work_bar_set_looking (DOUBLET_WORK_BAR (self->work_bar), files != NULL);
  if (files == NULL)
    return;
  self->listing = g_cancellable_new ();
  doublet_folder_listing_run_async ((GFile *const *)files->pdata, files->len, self->listing, listed_cb, g_object_ref (self));
}

/**
 * doublet_window_open:
 * @self: a window
 * @files: files and folders
 * @n_files: how many
 *
 * Adds articles to the comparison, those of folders too.  They are there a moment later.
 */
void
doublet_window_open (DoubletWindow *self,
                     GFile        **files,
                     guint          n_files)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (DOUBLET_IS_WINDOW (self));

  for (guint i = 0; i < n_files; i++)
    if (!is_remote_page (files[i]))
      g_ptr_array_add (wanted, g_object_ref (files[i]));

  if (wanted->len < n_files)
    say (self, _ ("Doublet fetches nothing from the network.  Save the page, and open the file."));
  if (wanted->len == 0)
    return;
  g_queue_push_tail (&self->to_list, g_steal_pointer (&wanted));
  if (self->listing == NULL)
    list_next (self);
}

/**
 * doublet_window_stop_listing:
 * @self: a window
 *
 * Looks into no more folders.
 *
 * Returns: whether there were any
 */
gboolean
doublet_window_stop_listing (DoubletWindow *self)
{
  g_queue_clear_full (&self->to_list, (GDestroyNotify)g_ptr_array_unref);
  if (self->listing == NULL)
    return FALSE;
  g_cancellable_cancel (self->listing);
  return TRUE;
}

static gboolean
add_bytes (DoubletWindow *self,
           GBytes        *bytes,
           const char    *text,
           gboolean       is_page)
{
  g_autofree char *name = doublet_pasted_text_make_name (text);

  if (name == NULL)
    return FALSE;

  g_autoptr (DoubletInput) input = doublet_input_new_for_bytes (bytes, name);
  if (is_page)
    {
      /* A selection is no page, and says nothing true about its character set. */
      g_autoptr (DoubletInput) decoded = doublet_input_with_charset (input, "UTF-8");
      g_autoptr (DoubletInput) whole = doublet_input_with_whole_page (decoded, TRUE);

      doublet_comparison_add (self->comparison, &whole, 1);
    }
  else
    doublet_comparison_add (self->comparison, &input, 1);
  return TRUE;
}

static gboolean
add_text (DoubletWindow *self,
          const char    *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text != NULL ? text : "", text != NULL ? strlen (text) : 0);

  if (text != NULL && add_bytes (self, bytes, text, FALSE))
    return TRUE;
  say (self, _ ("There is no text to paste"));
  return FALSE;
}

static gboolean
add_page (DoubletWindow *self,
          GBytes        *bytes)
{
  g_autoptr (GBytes) page = doublet_pasted_page_clean (bytes);
  g_autofree char *words = page != NULL ? doublet_pasted_page_get_words (page) : NULL;

  return words != NULL && add_bytes (self, page, words, TRUE);
}

static void
add_file_list (DoubletWindow *self,
               GdkFileList   *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (GSList *file = files; file != NULL; file = file->next)
    g_ptr_array_add (array, file->data);
  if (array->len > 0)
    doublet_window_open (self, (GFile **)array->pdata, array->len);
}

static gboolean
drop_cb (DoubletWindow *self,
         const GValue  *value,
         double         x,
         double         y)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    add_file_list (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, DOUBLET_TYPE_PASTED_PAGE))
    return add_page (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS_STRING (value))
    return add_text (self, g_value_get_string (value));
  else
    return FALSE;
  return TRUE;
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GdkContentDeserializer *deserializer = user_data;
  GError                 *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      gdk_content_deserializer_return_error (deserializer, error);
      return;
    }
  g_value_take_boxed (gdk_content_deserializer_get_value (deserializer), g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source)));
  gdk_content_deserializer_return_success (deserializer);
}

static void
read_page (GdkContentDeserializer *deserializer)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (memory, gdk_content_deserializer_get_input_stream (deserializer), G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                gdk_content_deserializer_get_priority (deserializer), gdk_content_deserializer_get_cancellable (deserializer),
                                page_read_cb, deserializer);
}

/* How GTK makes a page of what other programs give as one, pasted or dropped. */
static void
register_page (void)
{
  static gboolean is_registered = FALSE;

  if (!is_registered)
    gdk_content_register_deserializer ("text/html", DOUBLET_TYPE_PASTED_PAGE, read_page, NULL, NULL);
  is_registered = TRUE;
}

/**
 * doublet_window_add_drop_target:
 * @self: a window
 *
 * Lets files and folders, pieces of web pages and text be dropped anywhere in it.
 */
void
doublet_window_add_drop_target (DoubletWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType          types[] = { GDK_TYPE_FILE_LIST, DOUBLET_TYPE_PASTED_PAGE, G_TYPE_STRING };

  register_page ();
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
text_pasted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DoubletWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  add_text (self, text);
}

static void
files_pasted_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DoubletWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    add_file_list (self, g_value_get_boxed (value));
}

static void
page_pasted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DoubletWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  /* A page of pictures only may have words beside it still. */
  if (value == NULL || !G_VALUE_HOLDS (value, DOUBLET_TYPE_PASTED_PAGE) || !add_page (self, g_value_get_boxed (value)))
    gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), NULL, text_pasted_cb, g_object_ref (self));
}

/**
 * doublet_window_paste:
 * @self: a window
 *
 * Makes articles of what is in the clipboard: files, a piece of a web page, or a text.
 */
void
doublet_window_paste (DoubletWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  g_return_if_fail (DOUBLET_IS_WINDOW (self));

  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_pasted_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, DOUBLET_TYPE_PASTED_PAGE))
    gdk_clipboard_read_value_async (clipboard, DOUBLET_TYPE_PASTED_PAGE, G_PRIORITY_DEFAULT, NULL, page_pasted_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_pasted_cb, g_object_ref (self));
}
