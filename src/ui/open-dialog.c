/* open-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "open-dialog.h"

#include "formats.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DoubletFilesFunc func;
  gpointer         user_data;
} Callback;

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Callback *callback = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      guint n_files = g_list_model_get_n_items (chosen);
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < n_files; i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      if (n_files > 0)
        callback->func ((GFile **)files->pdata, n_files, callback->user_data);
    }
  gtk_native_dialog_hide (dialog);
}

static void
add_format (GtkFileFilter       *filter,
            const DoubletFormat *format)
{
  for (const char *const *mime_type = format->mime_types; *mime_type != NULL; mime_type++)
    gtk_file_filter_add_mime_type (filter, *mime_type);
  for (const char *const *ending = format->endings; *ending != NULL; ending++)
    gtk_file_filter_add_suffix (filter, *ending + 1);
}

static void
take_filter (GtkFileChooser *chooser,
             const char     *name,
             GtkFileFilter  *filter)
{
  gtk_file_filter_set_name (filter, name);
  gtk_file_chooser_add_filter (chooser, filter);
  g_object_unref (filter);
}

/* All articles, each kind of them, and whatever there is. */
static void
add_filters (GtkFileChooser *chooser)
{
  GtkFileFilter       *articles = gtk_file_filter_new ();
  GtkFileFilter       *all = gtk_file_filter_new ();
  guint                n_formats;
  const DoubletFormat *formats = doublet_formats_get_all (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    if (doublet_format_is_readable (&formats[i]))
      add_format (articles, &formats[i]);
  take_filter (chooser, _ ("All articles"), articles);

  for (guint i = 0; i < n_formats; i++)
    if (doublet_format_is_readable (&formats[i]))
      {
        GtkFileFilter *filter = gtk_file_filter_new ();

        add_format (filter, &formats[i]);
        take_filter (chooser, doublet_format_get_name (&formats[i]), filter);
      }

  gtk_file_filter_add_pattern (all, "*");
  take_filter (chooser, _ ("All files"), all);
}

static void
free_callback (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

static GtkFileChooserNative *
show (GtkFileChooserNative *dialog,
      DoubletFilesFunc      func,
      gpointer              user_data)
{
  Callback *callback = g_new (Callback, 1);

  *callback = (Callback){ func, user_data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), callback, free_callback, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  return dialog;
}

/**
 * doublet_open_dialog_show_boilerplate:
 * @parent: the window that asks
 * @func: called if a file was chosen
 * @user_data: for @func
 *
 * Asks for one file, of the kinds that articles are.
 *
 * Returns: (transfer full): the dialog; it is to be kept until it is hidden
 */
GtkFileChooserNative *
doublet_open_dialog_show_boilerplate (GtkWindow       *parent,
                                      DoubletFilesFunc func,
                                      gpointer         user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Choose Boilerplate"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  add_filters (GTK_FILE_CHOOSER (dialog));
  return show (dialog, func, user_data);
}

/**
 * doublet_open_dialog_show:
 * @parent: the window that asks
 * @folders: whether whole folders are asked for, not files
 * @func: called if some were chosen
 * @user_data: for @func
 *
 * Asks for files or folders, several at once.
 *
 * Returns: (transfer full): the dialog; it is to be kept until it is hidden
 */
GtkFileChooserNative *
doublet_open_dialog_show (GtkWindow       *parent,
                          gboolean         folders,
                          DoubletFilesFunc func,
                          gpointer         user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (folders ? _ ("Add Folder") : _ ("Open Articles"), parent,
                                                              folders ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              folders ? _ ("_Add") : _ ("_Open"), _ ("_Cancel"));

  if (!folders)
    add_filters (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  return show (dialog, func, user_data);
}
