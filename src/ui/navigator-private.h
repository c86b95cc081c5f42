/* navigator-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "navigator.h"

G_BEGIN_DECLS

/* A place in the text, for looking whether something else stands there. */
typedef struct
{
  gboolean valid;
  guint    article;
  guint32  start; /* bytes */
  guint32  end;
} DoubletAnchor;

struct _DoubletNavigator
{
  GObject parent;

  /* owned */
  DoubletCollation    *collation;
  GArray              *items;
  GArray              *changes[DOUBLET_MAX_COLUMNS]; /* columns[0] with this one; NULL if not aligned */
  DoubletChangeFigures figures[DOUBLET_MAX_COLUMNS];
  char                *filter;

  DoubletLens  lens;
  gboolean     lens_chosen;      /* by a person: never switched again */
  guint        settled_articles; /* with how many articles the lens was last decided; 0 for not yet */
  DoubletOrder orders[DOUBLET_N_LENSES];
  guint        columns[DOUBLET_MAX_COLUMNS];
  guint        n_columns;
  gboolean     columns_chosen;
  gboolean     rows_capped;
  gboolean     all_articles;
  gboolean     facts_only;

  guint                selected;
  guint                place;
  DoubletNavigatorItem selected_item; /* as it was when it was selected */
  guint                kept_finding;  /* the finding selected last, or DOUBLET_NO_ITEM */
  guint64              kept_fingerprint;
  DoubletAnchor        anchor;
};

/* navigator.c */
void doublet_navigator_emit_changed (DoubletNavigator       *self,
                                     DoubletNavigatorAspects aspects);

/* navigator-list.c */
void                    doublet_navigator_renew_changes (DoubletNavigator *self);
DoubletNavigatorAspects doublet_navigator_renew_items (DoubletNavigator *self);

/* navigator-selection.c */
const DoubletFinding *doublet_navigator_get_finding (DoubletNavigator *self,
                                                     guint             finding);
void                  doublet_navigator_restore_selection (DoubletNavigator *self);
void                  doublet_navigator_find_kept_finding (DoubletNavigator *self);
gboolean              doublet_navigator_is_anchored (DoubletNavigator       *self,
                                                     const DoubletCollation *previous);

/* navigator-places.c */
guint    doublet_navigator_find_column (DoubletNavigator *self,
                                        guint             article);
guint    doublet_navigator_find_best_place (DoubletNavigator     *self,
                                            const DoubletFinding *finding);
gboolean doublet_navigator_show_places (DoubletNavigator     *self,
                                        const DoubletFinding *finding,
                                        guint                 place);

G_END_DECLS
