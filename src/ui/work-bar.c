/* work-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "work-bar.h"

#include "accessible-name.h"

#include <glib/gi18n-lib.h>

/* Work that is done sooner is not worth a flicker. */
#define PATIENCE_MS 250

struct _DoubletWorkBar
{
  GtkWidget parent;

  /* children */
  GtkWidget *box;
  GtkWidget *activity;
  GtkWidget *progress;

  /* owned */
  DoubletComparison *comparison;

  gboolean looking; /* folders are looked into */
  guint    timeout;
};

G_DEFINE_FINAL_TYPE (DoubletWorkBar, doublet_work_bar, GTK_TYPE_WIDGET)

static gboolean
show_cb (gpointer user_data)
{
  DoubletWorkBar *self = user_data;

  self->timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
busy_changed_cb (DoubletWorkBar *self)
{
  if (self->looking || doublet_comparison_get_busy (self->comparison))
    {
      if (self->timeout == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
        self->timeout = g_timeout_add (PATIENCE_MS, show_cb, self);
    }
  else
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
}

static void
progress_changed_cb (DoubletWorkBar *self)
{
  gboolean busy = doublet_comparison_get_busy (self->comparison);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), busy ? doublet_comparison_get_progress (self->comparison) : 0);
  gtk_label_set_text (GTK_LABEL (self->activity), busy || !self->looking ? doublet_comparison_get_activity (self->comparison) : _ ("Looking for articles…"));
}

static void
doublet_work_bar_dispose (GObject *object)
{
  DoubletWorkBar *self = DOUBLET_WORK_BAR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->comparison);
  G_OBJECT_CLASS (doublet_work_bar_parent_class)->dispose (object);
}

static void
doublet_work_bar_class_init (DoubletWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_work_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "workbar");
}

static void
doublet_work_bar_init (DoubletWorkBar *self)
{
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("_Stop"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->activity = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->progress, TRUE);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  doublet_accessible_name_set (self->progress, _ ("Progress of the comparison"));
  gtk_widget_set_tooltip_text (stop, _ ("Stop comparing (Escape)"));
  gtk_widget_add_css_class (stop, "small");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (stop), "win.stop");
  doublet_accessible_name_set (stop, _ ("Stop"));

  gtk_box_append (GTK_BOX (self->box), self->activity);
  gtk_box_append (GTK_BOX (self->box), self->progress);
  gtk_box_append (GTK_BOX (self->box), stop);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * doublet_work_bar_new:
 * @comparison: whose work to show
 *
 * Returns: a bar that is seen while there is work
 */
GtkWidget *
doublet_work_bar_new (DoubletComparison *comparison)
{
  DoubletWorkBar *self = g_object_new (DOUBLET_TYPE_WORK_BAR, NULL);

  self->comparison = g_object_ref (comparison);
  g_signal_connect_object (comparison, "notify::busy", G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (comparison, "notify::progress", G_CALLBACK (progress_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (comparison, "notify::activity", G_CALLBACK (progress_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * doublet_work_bar_set_looking:
 * @self: a bar
 * @looking: whether folders are looked into
 *
 * Shows this too, while the comparison has nothing to do.
 */
void
doublet_work_bar_set_looking (DoubletWorkBar *self,
                              gboolean        looking)
{
  g_return_if_fail (DOUBLET_IS_WORK_BAR (self));

  self->looking = looking;
  progress_changed_cb (self);
  busy_changed_cb (self);
}
