/* selection-events.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chain.h"
#include "relations.h"

G_BEGIN_DECLS

/* Events of links between two articles, in place of a candidate: a side of one, and
 * an exact run in one. */
#define DOUBLET_EVENT_LINK (G_MAXUINT32 - 1)
#define DOUBLET_EVENT_RUN G_MAXUINT32

/* A range that has a say in which passages are chosen. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 candidate; /* or DOUBLET_EVENT_LINK, DOUBLET_EVENT_RUN */
  guint32 index;     /* of the link, or of the relation if the candidate is split */
} DoubletSelectionEvent;

/* By where they start, then the longest first. */
typedef struct
{
  DoubletSelectionEvent *list;
  guint32                n;
} DoubletSelectionEvents;

DoubletSelectionEvents *doublet_selection_events_new (const DoubletPassageText *text,
                                                      const DoubletCandidates  *candidates,
                                                      const DoubletRelations   *relations,
                                                      const DoubletLinks       *links);
void                    doublet_selection_events_free (DoubletSelectionEvents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletSelectionEvents, doublet_selection_events_free)

G_END_DECLS
