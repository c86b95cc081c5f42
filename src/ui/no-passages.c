/* no-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "no-passages.h"

#include "wording.h"

#include <glib/gi18n-lib.h>

/* Characters: the list beside the texts is no wider. */
#define SENTENCE_CHARS 32

/**
 * doublet_no_passages_new:
 *
 * Returns: what stands where passages would, if nobody looked for any: that it is so, and
 *   a button that changes it
 */
GtkWidget *
doublet_no_passages_new (void)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *sentence = doublet_wording_not_looked_for ();
  GtkWidget       *label = gtk_label_new (sentence);
  GtkWidget       *button = gtk_button_new_with_label (_ ("Look for Passages"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), SENTENCE_CHARS);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.look-for-passages");
  gtk_widget_add_css_class (box, "no-passages");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}
