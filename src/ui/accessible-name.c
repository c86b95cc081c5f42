/* accessible-name.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "accessible-name.h"

/**
 * doublet_accessible_name_set:
 * @widget: a widget, with its label and mnemonic already
 * @name: what a screen reader calls it, without a mnemonic
 *
 * Before GTK 4.10 a widget with a mnemonic is called by its label's markup and by its
 * own name, one after the other; so the label is no longer named as what labels it.
 */
void
doublet_accessible_name_set (GtkWidget  *widget,
                             const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
