/* export-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-dialog.h"

#include "accessible-name.h"
#include "export-job.h"
#include "settings.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DoubletReportFormat format;
  const char         *name;
  const char         *ending;
  const char         *mime_type;
} FormatChoice;

static const FormatChoice formats[] = {
  { DOUBLET_REPORT_HTML, N_ ("Report to read (HTML)"), "html", "text/html" },
  { DOUBLET_REPORT_TEXT, N_ ("Short summary (text)"), "txt", "text/plain" },
  { DOUBLET_REPORT_CSV, N_ ("Passages for a spreadsheet (CSV)"), "csv", "text/csv" },
  { DOUBLET_REPORT_JSON, N_ ("Data for other programs (JSON)"), "json", "application/json" },
};

/* A name that some file systems still take, with the ending. */
#define MAX_NAME_CHARS 80

struct _DoubletExportDialog
{
  GtkWindow parent;

  /* children */
  GtkWidget *format;
  GtkWidget *with_text;
  GtkWidget *content;
  GtkWidget *choose;

  /* owned */
  DoubletComparison    *comparison;
  DoubletCollation     *collation;
  DoubletToast         *toast;
  GtkFileChooserNative *chooser;

  gboolean incomplete;
};

G_DEFINE_FINAL_TYPE (DoubletExportDialog, doublet_export_dialog, GTK_TYPE_WINDOW)

/* What is needed when the writing is done; the dialog is gone by then. */
typedef struct
{
  GtkWindow    *parent; /* owned */
  DoubletToast *toast;  /* owned */
  GFile        *file;   /* owned */
} Done;

static void
free_done (gpointer data)
{
  Done *done = data;

  g_clear_object (&done->parent);
  g_clear_object (&done->toast);
  g_clear_object (&done->file);
  g_free (done);
}

static const FormatChoice *
get_choice (DoubletExportDialog *self)
{
  return &formats[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->format)) % G_N_ELEMENTS (formats)];
}

static void
update_content (DoubletExportDialog *self)
{
  DoubletReportFormat format = get_choice (self)->format;
  guint               n_articles = doublet_collation_get_n_articles (self->collation);
  gboolean            has_content = format != DOUBLET_REPORT_CSV || doublet_collation_has_passages (self->collation);
  g_autofree char    *text = NULL;

  gtk_widget_set_sensitive (self->choose, has_content);
  gtk_widget_set_visible (self->with_text, format == DOUBLET_REPORT_JSON);
  if (format == DOUBLET_REPORT_HTML || (format == DOUBLET_REPORT_JSON && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->with_text))))
    text = g_strdup_printf (ngettext ("Contains the full text of %u article.", "Contains the full text of %u articles.", n_articles), n_articles);
  else if (!has_content)
    text = doublet_wording_not_looked_for ();
  else if (format == DOUBLET_REPORT_CSV)
    text = g_strdup (_ ("Contains the text of the passages, and the names of the files without their folders."));
  else if (format == DOUBLET_REPORT_JSON)
    text = g_strdup (_ ("Contains figures and places, and the names of the files without their folders, but no text."));
  else
    text = g_strdup (_ ("Contains figures, and the names of the files without their folders."));
  gtk_label_set_text (GTK_LABEL (self->content), text);
}

static char *
strip_ending (const char *name)
{
  const char *dot = g_utf8_strrchr (name, -1, '.');

  return dot != NULL && dot > name ? g_strndup (name, dot - name) : g_strdup (name);
}

/* "release – story.html" */
static char *
propose_name (DoubletExportDialog *self)
{
  guint            n_articles = doublet_collation_get_n_articles (self->collation);
  g_autofree char *first = strip_ending (doublet_article_get_name (doublet_collation_get_article (self->collation, 0)));
  g_autofree char *stem = NULL;

  if (n_articles == 2)
    {
      g_autofree char *second = strip_ending (doublet_article_get_name (doublet_collation_get_article (self->collation, 1)));
      stem = g_strdup_printf ("%s – %s", first, second);
    }
  else if (n_articles > 2)
    /* Translators: the name of an article, and how many others a report is about: part of a file's name */
    stem = g_strdup_printf (_ ("%s and %u more"), first, n_articles - 1);
  else
    stem = g_steal_pointer (&first);

  if (g_utf8_strlen (stem, -1) > MAX_NAME_CHARS)
    {
      char *shorter = g_utf8_substring (stem, 0, MAX_NAME_CHARS);

      g_free (stem);
      stem = shorter;
    }
  g_strdelimit (stem, "/\\:*?\"<>|\n\r\t", ' ');
  return g_strdup_printf ("%s.%s", stem, get_choice (self)->ending);
}

static void
open_report (gpointer user_data)
{
  Done            *done = user_data;
  g_autofree char *uri = g_file_get_uri (done->file);

  gtk_show_uri (done->parent, uri, GDK_CURRENT_TIME);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Done *done = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (done->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = NULL;

  if (doublet_export_job_run_finish (result, &error))
    {
      /* Translators: the name of a file */
      message = g_strdup_printf (_ ("%s was written"), shown);
      doublet_toast_show (done->toast, message, _ ("Open"), open_report, done, free_done);
      return;
    }
  /* Translators: the name of a file, and a sentence that says why */
  message = g_strdup_printf (_ ("%s could not be written: %s"), shown, error->message);
  doublet_toast_show (done->toast, message, NULL, NULL, NULL, NULL);
  free_done (done);
}

static void
remember_folder (GFile *file)
{
  GSettings *settings = doublet_settings_get ();
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (settings != NULL && folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);
      g_settings_set_string (settings, "export-folder", uri);
    }
}

static void
chooser_response_cb (DoubletExportDialog *self,
                     int                  response,
                     GtkNativeDialog     *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  gtk_native_dialog_hide (chooser);
  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;

  /* GTK asks before a file is replaced, but does not know what the file is. */
  if (doublet_comparison_reads_file (self->comparison, file))
    {
      gtk_label_set_text (GTK_LABEL (self->content), _ ("This file is one of those that are compared.  Choose another place."));
      return;
    }

  Done *done = g_new0 (Done, 1);
  done->parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  done->toast = g_object_ref (self->toast);
  done->file = g_object_ref (file);
  remember_folder (file);
  doublet_export_job_run_async (self->collation, get_choice (self)->format,
                                gtk_check_button_get_active (GTK_CHECK_BUTTON (self->with_text)), self->incomplete,
                                file, written_cb, done);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
set_folder (GtkFileChooser *chooser)
{
  GSettings       *settings = doublet_settings_get ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "export-folder") : NULL;

  if (uri != NULL && *uri != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uri);

      gtk_file_chooser_set_current_folder (chooser, folder, NULL);
    }
}

static void
choose_cb (DoubletExportDialog *self)
{
  const FormatChoice *choice = get_choice (self);
  g_autofree char    *name = propose_name (self);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Export the Comparison"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_filter_set_name (filter, _ (choice->name));
  gtk_file_filter_add_mime_type (filter, choice->mime_type);
  gtk_file_filter_add_suffix (filter, choice->ending);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  set_folder (GTK_FILE_CHOOSER (self->chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
doublet_export_dialog_dispose (GObject *object)
{
  DoubletExportDialog *self = DOUBLET_EXPORT_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->toast);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->collation, doublet_collation_unref);
  G_OBJECT_CLASS (doublet_export_dialog_parent_class)->dispose (object);
}

static void
doublet_export_dialog_class_init (DoubletExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_export_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_buttons (DoubletExportDialog *self)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  doublet_accessible_name_set (cancel, _ ("Cancel"));
  self->choose = gtk_button_new_with_mnemonic (_ ("Choose _Place…"));
  doublet_accessible_name_set (self->choose, _ ("Choose Place…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->choose, "suggested-action");
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), self->choose);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->choose);
  return bar;
}

static void
doublet_export_dialog_init (DoubletExportDialog *self)
{
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *names[G_N_ELEMENTS (formats) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    names[i] = _ (formats[i].name);
  self->format = gtk_drop_down_new_from_strings (names);
  doublet_accessible_name_set (self->format, _ ("Form of the report"));
  doublet_accessible_name_set (gtk_widget_get_first_child (self->format), _ ("Form of the report"));
  g_signal_connect_swapped (self->format, "notify::selected", G_CALLBACK (update_content), self);

  self->with_text = gtk_check_button_new_with_mnemonic (_ ("_With the articles’ texts"));
  doublet_accessible_name_set (self->with_text, _ ("With the articles’ texts"));
  g_signal_connect_swapped (self->with_text, "toggled", G_CALLBACK (update_content), self);

  self->content = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->content), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->content), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->content), 44);
  gtk_label_set_max_width_chars (GTK_LABEL (self->content), 44);

  gtk_widget_add_css_class (box, "dialog-body");
  gtk_box_append (GTK_BOX (box), self->format);
  gtk_box_append (GTK_BOX (box), self->with_text);
  gtk_box_append (GTK_BOX (box), self->content);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Export"));
  gtk_window_set_titlebar (GTK_WINDOW (self), make_buttons (self));
  gtk_window_set_resizable (GTK_WINDOW (self), FALSE);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * doublet_export_dialog_new:
 * @parent: the window whose comparison it is
 * @comparison: what to write
 * @toast: where to say how it went
 *
 * Returns: a dialog that writes the result that there is now
 */
GtkWidget *
doublet_export_dialog_new (GtkWindow         *parent,
                           DoubletComparison *comparison,
                           DoubletToast      *toast)
{
  DoubletExportDialog *self = g_object_new (DOUBLET_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->comparison = g_object_ref (comparison);
  self->collation = doublet_collation_ref (doublet_comparison_get_collation (comparison));
  self->incomplete = doublet_comparison_get_stopped (comparison);
  self->toast = g_object_ref (toast);
  update_content (self);
  return GTK_WIDGET (self);
}
