/* window-input.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-private.h"

#include "wording.h"

#include <glib/gi18n-lib.h>

/*
 * How articles come into the window: files, folders, drops, the clipboard.
 */

/* A folder gives so many files at the most: it may be the wrong one. */
#define MAX_FILES_OF_FOLDER 200

/* A pasted text is called by its first words. */
#define MAX_NAME_CHARS 40

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = g_file_get_basename (*(GFile *const *)a);
  g_autofree char *second = g_file_get_basename (*(GFile *const *)b);

  return strcmp (first, second);
}

/* The visible files of a folder, by name, without what lies in folders inside it. */
static void
add_folder (GPtrArray *files,
            GFile     *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
                                                                    G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile     *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && !g_file_info_get_is_hidden (info))
      g_ptr_array_add (found, g_object_ref (child));

  g_ptr_array_sort (found, compare_names);
  for (guint i = 0; i < MIN (found->len, MAX_FILES_OF_FOLDER); i++)
    g_ptr_array_add (files, g_object_ref (g_ptr_array_index (found, i)));
}

/**
 * doublet_window_open:
 * @self: a window
 * @files: files and folders
 * @n_files: how many
 *
 * Adds articles to the comparison.
 */
void
doublet_window_open (DoubletWindow *self,
                     GFile        **files,
                     guint          n_files)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_input_unref);

  g_return_if_fail (DOUBLET_IS_WINDOW (self));

  for (guint i = 0; i < n_files; i++)
    if (g_file_query_file_type (files[i], G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
      add_folder (all, files[i]);
    else
      g_ptr_array_add (all, g_object_ref (files[i]));

  if (all->len == 0)
    {
      doublet_toast_show (DOUBLET_TOAST (self->toast), _ ("There are no files in this folder"), NULL, NULL, NULL, NULL);
      return;
    }
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (inputs, doublet_input_new_for_file (g_ptr_array_index (all, i)));
  doublet_comparison_add (self->comparison, (DoubletInput *const *)inputs->pdata, inputs->len);
}

/* The first words of a text, as its name. */
static char *
make_name (const char *text)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint n_chars = 0;

  for (const char *at = text; *at != '\0' && n_chars < MAX_NAME_CHARS; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          if (c == '\n' && name->len > 0)
            break;
          if (name->len > 0 && name->str[name->len - 1] != ' ')
            g_string_append_c (name, ' ');
          continue;
        }
      if (!g_unichar_isprint (c))
        continue;
      g_string_append_unichar (name, c);
      n_chars++;
    }
  if (n_chars == MAX_NAME_CHARS)
    g_string_append (name, "…");
  return g_strchomp (g_string_free (g_steal_pointer (&name), FALSE));
}

static gboolean
add_text (DoubletWindow *self,
          const char    *text)
{
  g_autofree char *name = text != NULL ? make_name (text) : NULL;

  if (name == NULL || *name == '\0')
    {
      doublet_toast_show (DOUBLET_TOAST (self->toast), _ ("There is no text to paste"), NULL, NULL, NULL, NULL);
      return FALSE;
    }

  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DoubletInput) input = doublet_input_new_for_bytes (bytes, name);
  doublet_comparison_add (self->comparison, &input, 1);
  return TRUE;
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
  else if (G_VALUE_HOLDS_STRING (value))
    return add_text (self, g_value_get_string (value));
  else
    return FALSE;
  return TRUE;
}

/**
 * doublet_window_add_drop_target:
 * @self: a window
 *
 * Lets files and text be dropped anywhere in it.
 */
void
doublet_window_add_drop_target (DoubletWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType          types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

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

/**
 * doublet_window_paste:
 * @self: a window
 *
 * Makes articles of what is in the clipboard: files, or a text.
 */
void
doublet_window_paste (DoubletWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  g_return_if_fail (DOUBLET_IS_WINDOW (self));

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST) ||
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_pasted_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_pasted_cb, g_object_ref (self));
}
