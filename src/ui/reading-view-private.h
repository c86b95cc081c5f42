/* reading-view-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "column-scroller.h"
#include "overview-strip.h"
#include "reading-column.h"
#include "reading-scrollbar.h"
#include "reading-view.h"
#include "row-aligner.h"
#include "text-preparation.h"

G_BEGIN_DECLS

struct _DoubletReadingView
{
  GtkWidget parent;

  /* children */
  GtkWidget *box;

  /* borrowed, inside the box */
  GtkWidget *columns_box;
  GtkWidget *columns[DOUBLET_MAX_COLUMNS];
  GtkWidget *scrollbar;
  GtkWidget *strips_box;
  GtkWidget *strips[DOUBLET_MAX_COLUMNS]; /* (nullable) */
  GtkWidget *busy;

  /* owned */
  DoubletNavigator       *navigator;
  DoubletCollation       *collation; /* what the views' marks refer to */
  GtkSizeGroup           *headings;
  GdkFrameClock          *frame_clock; /* while realized */
  DoubletRows            *rows;
  DoubletRowAligner      *aligner;
  DoubletColumnScroller  *scroller;
  DoubletTextPreparation *preparation; /* (nullable): of long texts that come, or were not needed */
  char                   *absent[DOUBLET_MAX_COLUMNS];
  char                   *elsewhere[DOUBLET_MAX_COLUMNS];
  char                   *status;
  char                   *found;                     /* (nullable): what hits are of */
  GArray                 *hits[DOUBLET_MAX_COLUMNS]; /* DoubletByteRange */

  DoubletReadingReadyFunc ready; /* told when they can be shown */
  gpointer                ready_data;

  gulong   layout_handler;
  guint    articles[DOUBLET_MAX_COLUMNS];
  guint    n_shown;
  gboolean is_twin; /* the second column is the first one's article again */
  gboolean needs_layout;
  gboolean goes_to_selection; /* as soon as there is a layout */
  gboolean by_hand;           /* the selection is made in the text itself */
  guint    hit_column;        /* the current hit */
  guint    hit;
};

DoubletArticleView   *doublet_reading_view_get_text_view (DoubletReadingView *self,
                                                          guint               column);
guint32               doublet_reading_view_get_selected_passage (DoubletReadingView *self);
void                  doublet_reading_view_renew_columns (DoubletReadingView *self);
void                  doublet_reading_view_drop_layout (DoubletReadingView *self);
void                  doublet_reading_view_want_layout (DoubletReadingView *self);
void                  doublet_reading_view_layout_cb (DoubletReadingView *self);
void                  doublet_reading_view_set_notes (DoubletReadingView *self);
void                  doublet_reading_view_set_marks (DoubletReadingView *self);
const DoubletFinding *doublet_reading_view_get_twin_finding (DoubletReadingView *self);
void                  doublet_reading_view_renew_strips (DoubletReadingView *self);
void                  doublet_reading_view_set_status (DoubletReadingView *self,
                                                       guint               column,
                                                       const char         *status);
void                  doublet_reading_view_go_to_selection (DoubletReadingView *self);
void                  doublet_reading_view_clicked_cb (DoubletArticleView *view,
                                                       guint               byte,
                                                       DoubletReadingView *self);
void                  doublet_reading_view_activated_cb (DoubletArticleView *view,
                                                         guint               byte,
                                                         DoubletReadingView *self);
void                  doublet_reading_view_compare_cb (DoubletArticleView *view,
                                                       GtkMenuButton      *button,
                                                       guint               line,
                                                       DoubletReadingView *self);
void                  doublet_reading_view_caret_moved_cb (DoubletArticleView *view,
                                                           guint               byte,
                                                           DoubletReadingView *self);

G_END_DECLS
