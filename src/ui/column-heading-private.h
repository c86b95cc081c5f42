/* column-heading-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "column-heading.h"

G_BEGIN_DECLS

struct _DoubletColumnHeading
{
  GtkWidget parent;

  /* children */
  GtkWidget *label;
  GtkWidget *title;
  GtkWidget *title_label;
  GtkWidget *info;
  GtkWidget *charset;
  GtkWidget *incomplete;
  GtkWidget *swap;
  GtkWidget *close;
  GtkWidget *rename_popover;
  GtkWidget *rename_entry;

  /* owned */
  DoubletNavigator   *navigator;
  DoubletComparison  *comparison;
  GSimpleActionGroup *actions;

  guint column;
};

gboolean doublet_column_heading_get_article (DoubletColumnHeading *self,
                                             guint                *article);
gboolean doublet_column_heading_get_input (DoubletColumnHeading *self,
                                           guint                *input);
void     doublet_column_heading_add_actions (DoubletColumnHeading *self);

G_END_DECLS
