/* navigator.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "changes.h"
#include "collation.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_LENS_OVERVIEW, /* from three articles */
  DOUBLET_LENS_DIFFERENCES,
  DOUBLET_LENS_SHARED,
  DOUBLET_LENS_REPEATED,
  DOUBLET_N_LENSES,
} DoubletLens;

#define DOUBLET_MAX_COLUMNS 4
#define DOUBLET_NO_ITEM G_MAXUINT

/* The place that suits the columns best: see doublet_navigator_select(). */
#define DOUBLET_BEST_PLACE G_MAXUINT

/* The places of a change that is a move. */
#define DOUBLET_MOVE_PLACE_B 0
#define DOUBLET_MOVE_PLACE_A 1

/* A line of the list: in Differences a change between columns[0] and another
 * column, in the other lenses a finding. */
typedef struct
{
  guint         finding; /* index in the collation, or G_MAXUINT for a change */
  guint         column;  /* of a change: which column is its b */
  DoubletChange change;
} DoubletNavigatorItem;

typedef enum
{
  DOUBLET_NAVIGATOR_COLLATION = 1 << 0,
  DOUBLET_NAVIGATOR_LENS = 1 << 1,
  DOUBLET_NAVIGATOR_COLUMNS = 1 << 2,
  DOUBLET_NAVIGATOR_ITEMS = 1 << 3,     /* the list, its filter, order or scope */
  DOUBLET_NAVIGATOR_SELECTION = 1 << 4, /* item or place */
  DOUBLET_NAVIGATOR_ROWS = 1 << 5,      /* whether those of the columns are capped */
} DoubletNavigatorAspects;

typedef enum
{
  DOUBLET_ORDER_LONGEST,
  DOUBLET_ORDER_READING,
  DOUBLET_ORDER_MOST_PLACES,
} DoubletOrder;

#define DOUBLET_TYPE_NAVIGATOR (doublet_navigator_get_type ())

/*
 * What is shown and what is selected: lens, columns, the list's items and the
 * current one with its current place.  Every part of the window follows it and tells
 * it; no part knows another.  Main thread only.
 *
 * Signal "changed" (DoubletNavigatorAspects aspects): something of it is new.
 */
G_DECLARE_FINAL_TYPE (DoubletNavigator, doublet_navigator, DOUBLET, NAVIGATOR, GObject)

DoubletNavigator           *doublet_navigator_new (void);
void                        doublet_navigator_set_collation (DoubletNavigator *self,
                                                             DoubletCollation *collation);
guint                       doublet_navigator_foresee_columns (DoubletNavigator *self,
                                                               DoubletCollation *collation,
                                                               guint            *columns);
DoubletCollation           *doublet_navigator_get_collation (DoubletNavigator *self);
void                        doublet_navigator_choose_lens (DoubletNavigator *self,
                                                           DoubletLens       lens);
DoubletLens                 doublet_navigator_get_lens (DoubletNavigator *self);
gboolean                    doublet_navigator_has_lens (DoubletNavigator *self,
                                                        DoubletLens       lens);
guint                       doublet_navigator_count_items (DoubletNavigator *self,
                                                           DoubletLens       lens);
guint                       doublet_navigator_count_in_scope (DoubletNavigator *self,
                                                              gboolean          all_articles);
void                        doublet_navigator_set_columns (DoubletNavigator *self,
                                                           const guint      *columns,
                                                           guint             n_columns);
const guint                *doublet_navigator_get_columns (DoubletNavigator *self,
                                                           guint            *n_columns);
void                        doublet_navigator_set_rows_capped (DoubletNavigator *self,
                                                               gboolean          capped);
gboolean                    doublet_navigator_get_rows_capped (DoubletNavigator *self);
void                        doublet_navigator_set_filter (DoubletNavigator *self,
                                                          const char       *filter);
const char                 *doublet_navigator_get_filter (DoubletNavigator *self);
void                        doublet_navigator_set_order (DoubletNavigator *self,
                                                         DoubletOrder      order);
DoubletOrder                doublet_navigator_get_order (DoubletNavigator *self);
void                        doublet_navigator_set_all_articles (DoubletNavigator *self,
                                                                gboolean          all_articles);
gboolean                    doublet_navigator_get_all_articles (DoubletNavigator *self);
guint                       doublet_navigator_count_facts (DoubletNavigator *self,
                                                           gboolean          all_articles);
void                        doublet_navigator_set_facts_only (DoubletNavigator *self,
                                                              gboolean          facts_only);
gboolean                    doublet_navigator_get_facts_only (DoubletNavigator *self);
guint                       doublet_navigator_get_n_items (DoubletNavigator *self);
const DoubletNavigatorItem *doublet_navigator_get_item (DoubletNavigator *self,
                                                        guint             index);
guint                       doublet_navigator_get_n_places (DoubletNavigator *self,
                                                            guint             item);
guint                       doublet_navigator_get_selected (DoubletNavigator *self);
guint                       doublet_navigator_get_selected_place (DoubletNavigator *self);
void                        doublet_navigator_select (DoubletNavigator *self,
                                                      guint             item,
                                                      guint             place);
void                        doublet_navigator_select_finding (DoubletNavigator *self,
                                                              guint             finding,
                                                              guint             place);
void                        doublet_navigator_step (DoubletNavigator *self,
                                                    int               direction);
void                        doublet_navigator_next_place (DoubletNavigator *self);
DoubletAlignment           *doublet_navigator_dup_alignment (DoubletNavigator *self,
                                                             guint             column);
const GArray               *doublet_navigator_get_changes (DoubletNavigator *self,
                                                           guint             column);
const DoubletChangeFigures *doublet_navigator_get_change_figures (DoubletNavigator *self,
                                                                  guint             column);

G_END_DECLS
