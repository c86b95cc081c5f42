/* figures-line.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "figures-line.h"

#include "accessible-name.h"
#include "figures-wording.h"
#include "incomplete-sign.h"
#include "item-wording.h"

#include <glib/gi18n-lib.h>

struct _DoubletFiguresLine
{
  GtkWidget parent;

  /* children */
  GtkWidget *figures;
  GtkWidget *facts;
  GtkWidget *incomplete;
  GtkWidget *status;

  /* owned */
  DoubletNavigator *navigator;

  gboolean stopped;
};

G_DEFINE_FINAL_TYPE (DoubletFiguresLine, doublet_figures_line, GTK_TYPE_WIDGET)

#define BETWEEN_PARTS "<span alpha='50%'>  ·  </span>"

/* What was not done in full, behind the figures, and why. */
static void
show_incomplete (DoubletFiguresLine *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  gboolean          rows_capped = doublet_navigator_get_rows_capped (self->navigator);
  g_auto (GStrv) capped = collation != NULL ? doublet_collation_dup_capped (collation) : NULL;
  gboolean in_figures = self->stopped || (capped != NULL && capped[0] != NULL);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autofree char *reason = NULL;
  g_autofree char *spoken = NULL;

  if (self->stopped)
    g_ptr_array_add (reasons, (gpointer)_ ("The comparison was stopped.  Ctrl+R compares again."));
  for (guint i = 0; capped != NULL && capped[i] != NULL; i++)
    g_ptr_array_add (reasons, capped[i]);
  if (rows_capped)
    g_ptr_array_add (reasons, (gpointer)_ ("So many paragraphs are alike that some which the first article lacks stand in rows of their own, though others share them."));
  if (reasons->len > 0)
    {
      g_ptr_array_add (reasons, NULL);
      reason = g_strjoinv ("\n", (char **)reasons->pdata);
      /* Translators: %s are sentences that say why */
      spoken = g_strdup_printf (in_figures ? _ ("These figures are incomplete: %s") : _ ("Not every row is complete: %s"), reason);
    }
  doublet_incomplete_sign_set_words (DOUBLET_INCOMPLETE_SIGN (self->incomplete), in_figures ? _ ("these figures are incomplete") : _ ("not every row is complete"));
  doublet_incomplete_sign_set_reason (DOUBLET_INCOMPLETE_SIGN (self->incomplete), reason, spoken);
}

static void
update_figures (DoubletFiguresLine *self)
{
  g_autoptr (GPtrArray) parts = doublet_figures_wording_new (self->navigator);
  g_autofree char *text = NULL;
  g_autofree char *details = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *facts = NULL;

  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (BETWEEN_PARTS, (char **)parts->pdata);
  gtk_label_set_markup (GTK_LABEL (self->figures), text);
  details = doublet_figures_wording_details (self->navigator);
  tooltip = g_strconcat (gtk_label_get_text (GTK_LABEL (self->figures)), details != NULL ? "\n" : "", details, NULL);
  gtk_widget_set_tooltip_text (self->figures, tooltip);

  facts = doublet_figures_wording_facts (self->navigator);
  gtk_label_set_markup (GTK_LABEL (self->facts), facts != NULL ? facts : "");
  gtk_widget_set_visible (self->facts, facts != NULL);

  show_incomplete (self);
}

static void
update_status (DoubletFiguresLine *self)
{
  g_autofree char *status = doublet_item_wording_status (self->navigator);

  gtk_label_set_text (GTK_LABEL (self->status), status);
  doublet_accessible_name_set (self->status, status);
}

static void
navigator_changed_cb (DoubletFiguresLine     *self,
                      DoubletNavigatorAspects aspects)
{
  if (aspects & (DOUBLET_NAVIGATOR_COLLATION | DOUBLET_NAVIGATOR_LENS | DOUBLET_NAVIGATOR_COLUMNS | DOUBLET_NAVIGATOR_ROWS))
    update_figures (self);
  update_status (self);
}

static void
doublet_figures_line_dispose (GObject *object)
{
  DoubletFiguresLine *self = DOUBLET_FIGURES_LINE (object);

  g_clear_pointer (&self->figures, gtk_widget_unparent);
  g_clear_pointer (&self->facts, gtk_widget_unparent);
  g_clear_pointer (&self->incomplete, gtk_widget_unparent);
  g_clear_pointer (&self->status, gtk_widget_unparent);
  g_clear_object (&self->navigator);
  G_OBJECT_CLASS (doublet_figures_line_parent_class)->dispose (object);
}

static void
doublet_figures_line_class_init (DoubletFiguresLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_figures_line_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figuresline");
}

static void
doublet_figures_line_init (DoubletFiguresLine *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 18);

  self->figures = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->figures), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->figures), 0);
  gtk_widget_set_parent (self->figures, GTK_WIDGET (self));

  self->facts = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->facts, "flag");
  gtk_widget_set_visible (self->facts, FALSE);
  gtk_widget_set_parent (self->facts, GTK_WIDGET (self));

  self->incomplete = doublet_incomplete_sign_new ("");
  gtk_widget_set_parent (self->incomplete, GTK_WIDGET (self));

  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->status), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->status), 1);
  gtk_widget_set_hexpand (self->status, TRUE);
  gtk_widget_add_css_class (self->status, "dim");
  gtk_widget_set_parent (self->status, GTK_WIDGET (self));
}

/**
 * doublet_figures_line_new:
 * @navigator: what to follow
 *
 * Returns: a line of figures
 */
GtkWidget *
doublet_figures_line_new (DoubletNavigator *navigator)
{
  DoubletFiguresLine *self = g_object_new (DOUBLET_TYPE_FIGURES_LINE, NULL);

  self->navigator = g_object_ref (navigator);
  g_signal_connect_object (navigator, "changed", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * doublet_figures_line_set_incomplete:
 * @self: a line
 * @incomplete: whether the work was stopped
 *
 * Says so behind the figures.
 */
void
doublet_figures_line_set_incomplete (DoubletFiguresLine *self,
                                     gboolean            incomplete)
{
  g_return_if_fail (DOUBLET_IS_FIGURES_LINE (self));

  self->stopped = incomplete;
  update_figures (self);
}
