/* window-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "window.h"

#include "comparison.h"
#include "file-watch.h"
#include "find-bar.h"
#include "navigator.h"
#include "notice-bar.h"
#include "reading-view.h"
#include "toast.h"

G_BEGIN_DECLS

struct _DoubletWindow
{
  GtkApplicationWindow parent;

  /* template children */
  GtkWidget *header_bar;
  GtkWidget *add_button;
  GtkWidget *list_button;
  GtkWidget *add_label;
  GtkWidget *options_button;
  GtkWidget *options_icon;
  GtkWidget *options_label;
  GtkWidget *export_button;
  GtkWidget *find_button;
  GtkWidget *overlay;
  GtkWidget *bars;
  GtkWidget *pages;
  GtkWidget *paned;
  GtkWidget *main_box;
  GtkWidget *views;
  GtkWidget *bottom;

  /* other children */
  GtkWidget *toast;
  GtkWidget *repeat_bar;
  GtkWidget *changed_bar;
  GtkWidget *folder_bar;
  GtkWidget *size_bar;
  GtkWidget *nothing_bar;
  GtkWidget *lens_switch;
  GtkWidget *stepper;
  GtkWidget *list;
  GtkWidget *unreadable;
  GtkWidget *options_popover;
  GtkWidget *reading_view;
  GtkWidget *find_bar;
  GtkWidget *figures;
  GtkWidget *work_bar;

  /* owned */
  DoubletComparison    *comparison;
  DoubletNavigator     *navigator;
  DoubletFileWatch     *watch;
  GtkFileChooserNative *open_dialog;
  GCancellable         *listing; /* of the folders that are looked into now */
  GQueue                to_list; /* of GPtrArray of GFile: what comes after those */
  GtkWidget            *legend;
  GHashTable           *changed; /* of GFile: what other programs wrote since it was read */
  GHashTable           *recent;  /* URIs that are in the list of recent files already */

  double   text_scale;
  gboolean narrow;           /* no room for all words in the header bar */
  guint    pane_column;      /* the column that F6 went to last */
  guint64  announced;        /* fingerprint of the repeat that the bar tells of */
  guint64  announced_closed; /* that of the one a person has put away */
  guint    nothing_closed;   /* the lens whose notice a person has put away */
};

void doublet_window_class_install_actions (GtkWidgetClass *widget_class);
void doublet_window_add_keys (DoubletWindow *self);
void doublet_window_update_actions (DoubletWindow *self);

void     doublet_window_add_drop_target (DoubletWindow *self);
void     doublet_window_paste (DoubletWindow *self);
gboolean doublet_window_stop_listing (DoubletWindow *self);

void doublet_window_add_notices (DoubletWindow *self);
void doublet_window_update_notices (DoubletWindow *self);

G_END_DECLS
