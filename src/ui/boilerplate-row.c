/* boilerplate-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "boilerplate-row.h"

#include "accessible-name.h"
#include "file-input.h"
#include "open-dialog.h"
#include "option-settings.h"

#include <glib/gi18n-lib.h>

/* A name is shortened in its middle beyond this. */
#define NAME_WIDTH_CHARS 30

struct _DoubletBoilerplateRow
{
  GtkWidget parent;

  /* children */
  GtkWidget *line;
  GtkWidget *name;
  GtkWidget *choose;
  GtkWidget *clear;
  GtkWidget *problem;

  /* owned */
  DoubletComparison    *comparison;
  GtkFileChooserNative *dialog;
};

G_DEFINE_FINAL_TYPE (DoubletBoilerplateRow, doublet_boilerplate_row, GTK_TYPE_WIDGET)

static void
update (DoubletBoilerplateRow *self)
{
  DoubletInput     *input = doublet_comparison_get_boilerplate (self->comparison);
  DoubletCollation *collation = doublet_comparison_get_collation (self->comparison);
  const char       *name = input != NULL ? doublet_input_get_name (input) : NULL;
  const char       *problem = input != NULL && collation != NULL ? doublet_collation_get_boilerplate_problem (collation) : NULL;
  g_autofree char  *spoken = NULL;

  gtk_label_set_text (GTK_LABEL (self->name), name != NULL ? name : _ ("Choose a File…"));
  gtk_widget_set_visible (self->clear, input != NULL);
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (name != NULL)
    /* Translators: %s is the name of a file */
    spoken = g_strdup_printf (_ ("Boilerplate: %s. Choose another file"), name);
  doublet_accessible_name_set (self->choose, spoken != NULL ? spoken : _ ("Choose a file of boilerplate"));
}

static void
set_file (DoubletBoilerplateRow *self,
          GFile                 *file)
{
  g_autoptr (DoubletInput) input = file != NULL ? doublet_file_input_new (file) : NULL;

  doublet_comparison_set_boilerplate (self->comparison, input);
  doublet_option_settings_save_boilerplate (file);
  update (self);
}

static void
chosen_cb (GFile  **files,
           guint    n_files,
           gpointer user_data)
{
  set_file (user_data, files[0]);
}

static void
choose_cb (DoubletBoilerplateRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->dialog != NULL && gtk_native_dialog_get_visible (GTK_NATIVE_DIALOG (self->dialog)))
    return;
  g_clear_object (&self->dialog);
  self->dialog = doublet_open_dialog_show_boilerplate (GTK_WINDOW (root), chosen_cb, self);
}

static void
clear_cb (DoubletBoilerplateRow *self)
{
  set_file (self, NULL);
  gtk_widget_grab_focus (self->choose);
}

static void
doublet_boilerplate_row_dispose (GObject *object)
{
  DoubletBoilerplateRow *self = DOUBLET_BOILERPLATE_ROW (object);

  if (self->dialog != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->dialog));
  g_clear_object (&self->dialog);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_clear_object (&self->comparison);
  G_OBJECT_CLASS (doublet_boilerplate_row_parent_class)->dispose (object);
}

static void
doublet_boilerplate_row_class_init (DoubletBoilerplateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = doublet_boilerplate_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
doublet_boilerplate_row_init (DoubletBoilerplateRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), NAME_WIDTH_CHARS);
  self->choose = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->choose), self->name);
  gtk_widget_set_hexpand (self->choose, TRUE);
  gtk_widget_add_css_class (self->choose, "file");
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);

  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _ ("Use no boilerplate"));
  doublet_accessible_name_set (self->clear, _ ("Use no boilerplate"));
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->line), self->choose);
  gtk_box_append (GTK_BOX (self->line), self->clear);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), NAME_WIDTH_CHARS);
  gtk_widget_add_css_class (self->problem, "flag");
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
}

/**
 * doublet_boilerplate_row_new:
 * @comparison: whose boilerplate to show and change
 *
 * Returns: a row for the options
 */
GtkWidget *
doublet_boilerplate_row_new (DoubletComparison *comparison)
{
  DoubletBoilerplateRow *self = g_object_new (DOUBLET_TYPE_BOILERPLATE_ROW, NULL);

  self->comparison = g_object_ref (comparison);
  g_signal_connect_object (comparison, "notify::collation", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (comparison, "notify::boilerplate", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
