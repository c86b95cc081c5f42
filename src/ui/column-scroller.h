/* column-scroller.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "row-aligner.h"

G_BEGIN_DECLS

/*
 * Scrolls several article views as one.  While a view lays its text out, equal numbers
 * do not mean equal places, and a jump ends somewhere: so the others follow the row at
 * the top of the one that a person scrolls, and a jump is made again until it has come
 * to where it was meant.
 */
typedef struct _DoubletColumnScroller DoubletColumnScroller;

/* A place to jump to in each of some columns. */
typedef struct
{
  guint   column;
  guint32 byte;
} DoubletScrollTarget;

/* Who listens. */
typedef struct
{
  void (*busy_changed) (gboolean busy,
                        gpointer user_data); /* a jump takes long; it has arrived */
  void (*settled) (gpointer user_data);      /* all views have laid out all of their text */
  gpointer user_data;
} DoubletScrollListener;

DoubletColumnScroller *doublet_column_scroller_new (DoubletArticleView *const   *views,
                                                    guint                        n_views,
                                                    const DoubletScrollListener *listener);
void                   doublet_column_scroller_free (DoubletColumnScroller *self);
void                   doublet_column_scroller_set_aligner (DoubletColumnScroller *self,
                                                            DoubletRowAligner     *aligner);
void                   doublet_column_scroller_lead (DoubletColumnScroller *self,
                                                     guint                  column);
guint32                doublet_column_scroller_get_top_row (DoubletColumnScroller *self);
void                   doublet_column_scroller_jump (DoubletColumnScroller *self,
                                                     guint                  column,
                                                     guint32                byte);
void                   doublet_column_scroller_jump_pair (DoubletColumnScroller *self,
                                                          guint32                first_byte,
                                                          guint32                second_byte);
gboolean               doublet_column_scroller_shows (DoubletColumnScroller *self,
                                                      guint                  column,
                                                      guint32                byte);
void                   doublet_column_scroller_scroll_to (DoubletColumnScroller *self,
                                                          guint                  column,
                                                          double                 fraction);
void                   doublet_column_scroller_settle (DoubletColumnScroller *self);
gboolean               doublet_column_scroller_is_settled (DoubletColumnScroller *self);
gboolean               doublet_column_scroller_is_waiting (const DoubletColumnScroller *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletColumnScroller, doublet_column_scroller_free)

G_END_DECLS
