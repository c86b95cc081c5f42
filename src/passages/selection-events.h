/* selection-events.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chain.h"
#include "relations.h"

G_BEGIN_DECLS

/* A side of a link, in place of a candidate. */
#define DOUBLET_EVENT_LINK G_MAXUINT32

/* A range that has a say in which passages are chosen. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 candidate; /* or DOUBLET_EVENT_LINK */
  guint32 index;     /* of the link, or of the relation if the candidate is split */
} DoubletSelectionEvent;

/* A side of an exact run of a link between two articles. */
typedef struct
{
  guint32 end;
  guint32 other; /* the article of the other side */
} DoubletRunEvent;

/*
 * list has n events by where they start, then the longest first.
 *
 * runs are apart, by where they start and in no order else: of articles that are nearly
 * the same there are ten times as many as of all others, and they count words only.
 */
typedef struct
{
  DoubletSelectionEvent *list;
  DoubletRunEvent       *runs;     /* (nullable) */
  guint32               *runs_end; /* (nullable): for each place, where those in runs end that start there */
  guint32                n;
} DoubletSelectionEvents;

DoubletSelectionEvents *doublet_selection_events_new (const DoubletPassageText *text,
                                                      const DoubletCandidates  *candidates,
                                                      const DoubletRelations   *relations,
                                                      const DoubletLinks       *links);
void                    doublet_selection_events_free (DoubletSelectionEvents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletSelectionEvents, doublet_selection_events_free)

G_END_DECLS
