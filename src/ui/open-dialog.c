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

static GtkFileFilter *
make_articles_filter (void)
{
  GtkFileFilter       *filter = gtk_file_filter_new ();
  guint                n_formats;
  const DoubletFormat *formats = doublet_formats_get_all (&n_formats);

  gtk_file_filter_set_name (filter, _ ("Articles"));
  for (guint i = 0; i < n_formats; i++)
    {
      if (!doublet_format_is_readable (&formats[i]))
        continue;
      for (guint j = 0; formats[i].mime_types != NULL && formats[i].mime_types[j] != NULL; j++)
        gtk_file_filter_add_mime_type (filter, formats[i].mime_types[j]);
      for (guint j = 0; formats[i].endings != NULL && formats[i].endings[j] != NULL; j++)
        gtk_file_filter_add_suffix (filter, formats[i].endings[j] + 1);
    }
  return filter;
}

static void
free_callback (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

/**
 * doublet_open_dialog_show:
 * @parent: the window that asks
 * @func: called if files were chosen
 * @user_data: for @func
 *
 * Asks for files, several at once.
 *
 * Returns: (transfer full): the dialog; it is to be kept until it is hidden
 */
GtkFileChooserNative *
doublet_open_dialog_show (GtkWindow       *parent,
                          DoubletFilesFunc func,
                          gpointer         user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open Articles"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) articles = make_articles_filter ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Callback *callback = g_new (Callback, 1);

  *callback = (Callback){ func, user_data };
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), articles);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), callback, free_callback, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  return dialog;
}
