/* lens-switch.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lens-switch.h"

#include "accessible-name.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *button;
  GtkWidget *name;
  GtkWidget *count;
} LensButton;

struct _DoubletLensSwitch
{
  GtkWidget parent;

  /* children */
  GtkWidget *box;
  LensButton lenses[DOUBLET_N_LENSES];

  /* owned */
  DoubletNavigator *navigator;

  gboolean updating;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (DoubletLensSwitch, doublet_lens_switch, GTK_TYPE_WIDGET)

static const char *
get_explanation (DoubletLens lens)
{
  switch (lens)
    {
    case DOUBLET_LENS_OVERVIEW:
      return _ ("Which articles have what in common (Ctrl+1)");
    case DOUBLET_LENS_DIFFERENCES:
      return _ ("What was added, removed, changed and moved (Ctrl+2)");
    case DOUBLET_LENS_SHARED:
      return _ ("What stands in more than one article (Ctrl+3)");
    case DOUBLET_LENS_REPEATED:
      return _ ("What stands more than once in one article (Ctrl+4)");
    case DOUBLET_N_LENSES:
    default:
      return NULL;
    }
}

static const char *
get_reason (DoubletLens lens)
{
  switch (lens)
    {
    case DOUBLET_LENS_OVERVIEW:
      return _ ("The overview needs three articles");
    case DOUBLET_LENS_DIFFERENCES:
    case DOUBLET_LENS_SHARED:
      return _ ("This needs two articles");
    case DOUBLET_LENS_REPEATED:
      return _ ("This needs an article");
    case DOUBLET_N_LENSES:
    default:
      return NULL;
    }
}

/* By an attribute of the label: by CSS, what was chosen before the window is first drawn
 * stays bold in GTK 4.8 when it is chosen no more. */
static void
set_bold (GtkLabel *label,
          gboolean  bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

static void
update_button (DoubletLensSwitch *self,
               DoubletLens        lens)
{
  LensButton       *button = &self->lenses[lens];
  gboolean          has_lens = doublet_navigator_has_lens (self->navigator, lens);
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  gboolean          lacking = has_lens && lens != DOUBLET_LENS_DIFFERENCES && collation != NULL && !doublet_collation_has_passages (collation);
  gboolean          counted = has_lens && !lacking && lens != DOUBLET_LENS_OVERVIEW && collation != NULL &&
                     doublet_collation_get_stage (collation) >= (lens == DOUBLET_LENS_DIFFERENCES ? DOUBLET_STAGE_ALIGNED : DOUBLET_STAGE_PASSAGES);
  const char      *name = doublet_lens_get_name (lens);
  g_autofree char *not_looked_for = lacking ? doublet_wording_not_looked_for () : NULL;

  if (counted)
    {
      g_autofree char *count = g_strdup_printf ("%u", doublet_navigator_count_items (self->navigator, lens));
      g_autofree char *full = g_strdup_printf ("%s, %s", name, count);

      gtk_label_set_text (GTK_LABEL (button->count), count);
      doublet_accessible_name_set (button->button, full);
    }
  else
    doublet_accessible_name_set (button->button, name);

  gtk_widget_set_visible (button->count, counted && !self->narrow);
  gtk_widget_set_sensitive (button->button, has_lens);
  gtk_widget_set_tooltip_text (button->button, lacking ? not_looked_for : has_lens ? get_explanation (lens)
                                                                                   : get_reason (lens));
  set_bold (GTK_LABEL (button->name), doublet_navigator_get_lens (self->navigator) == lens);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button->button), doublet_navigator_get_lens (self->navigator) == lens);
}

static void
navigator_changed_cb (DoubletLensSwitch      *self,
                      DoubletNavigatorAspects aspects)
{
  if ((aspects & (DOUBLET_NAVIGATOR_COLLATION | DOUBLET_NAVIGATOR_LENS | DOUBLET_NAVIGATOR_COLUMNS)) == 0)
    return;

  self->updating = TRUE;
  for (DoubletLens lens = 0; lens < DOUBLET_N_LENSES; lens++)
    update_button (self, lens);
  self->updating = FALSE;
}

static void
toggled_cb (DoubletLensSwitch *self,
            GtkToggleButton   *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  for (DoubletLens lens = 0; lens < DOUBLET_N_LENSES; lens++)
    if (self->lenses[lens].button == GTK_WIDGET (button))
      doublet_navigator_choose_lens (self->navigator, lens);
}

static void
add_button (DoubletLensSwitch *self,
            DoubletLens        lens)
{
  LensButton *button = &self->lenses[lens];
  GtkWidget  *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  button->name = gtk_label_new (doublet_lens_get_name (lens));
  button->count = gtk_label_new (NULL);
  /* In a narrow window a beginning is better than no switch. */
  gtk_label_set_ellipsize (GTK_LABEL (button->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (button->name), 4);
  gtk_widget_add_css_class (button->count, "count");
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), button->name);
  gtk_box_append (GTK_BOX (content), button->count);

  button->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (button->button), content);
  if (lens > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button->button), GTK_TOGGLE_BUTTON (self->lenses[0].button));
  g_signal_connect_swapped (button->button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), button->button);
}

static void
doublet_lens_switch_dispose (GObject *object)
{
  DoubletLensSwitch *self = DOUBLET_LENS_SWITCH (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->navigator);
  G_OBJECT_CLASS (doublet_lens_switch_parent_class)->dispose (object);
}

static void
doublet_lens_switch_class_init (DoubletLensSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_lens_switch_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lensswitch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
doublet_lens_switch_init (DoubletLensSwitch *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->updating = TRUE;
  for (DoubletLens lens = 0; lens < DOUBLET_N_LENSES; lens++)
    add_button (self, lens);
  self->updating = FALSE;
  doublet_accessible_name_set (GTK_WIDGET (self), _ ("What to show"));
}

/**
 * doublet_lens_switch_new:
 * @navigator: what to follow and to tell
 *
 * Returns: a switch between the lenses
 */
GtkWidget *
doublet_lens_switch_new (DoubletNavigator *navigator)
{
  DoubletLensSwitch *self = g_object_new (DOUBLET_TYPE_LENS_SWITCH, NULL);

  self->navigator = g_object_ref (navigator);
  g_signal_connect_object (navigator, "changed", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  navigator_changed_cb (self, DOUBLET_NAVIGATOR_COLLATION);
  return GTK_WIDGET (self);
}

/**
 * doublet_lens_switch_set_narrow:
 * @self: a switch
 * @narrow: whether there is no room for counts
 */
void
doublet_lens_switch_set_narrow (DoubletLensSwitch *self,
                                gboolean           narrow)
{
  g_return_if_fail (DOUBLET_IS_LENS_SWITCH (self));

  self->narrow = narrow;
  navigator_changed_cb (self, DOUBLET_NAVIGATOR_COLLATION);
}

/**
 * doublet_lens_get_name:
 * @lens: a lens
 *
 * Returns: what people call it, translated
 */
const char *
doublet_lens_get_name (DoubletLens lens)
{
  switch (lens)
    {
    case DOUBLET_LENS_OVERVIEW:
      return _ ("Overview");
    case DOUBLET_LENS_DIFFERENCES:
      return _ ("Differences");
    case DOUBLET_LENS_SHARED:
      return _ ("Shared");
    case DOUBLET_LENS_REPEATED:
      return _ ("Repeated");
    case DOUBLET_N_LENSES:
    default:
      return "";
    }
}
