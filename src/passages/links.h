/* links.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-text.h"

G_BEGIN_DECLS

/* The same words at x and at y. */
typedef struct
{
  guint32 x;
  guint32 y;
  guint32 length;
} DoubletExactRun;

/* Which side is the reference of the passage that a link makes. */
typedef enum
{
  DOUBLET_LINK_REFERENCE_OPEN, /* the longer, or the first by content */
  DOUBLET_LINK_REFERENCE_X,
  DOUBLET_LINK_REFERENCE_Y,
} DoubletLinkReference;

/*
 * Two ranges that are the same but for some words: exact runs in rising order of
 * both x and y, from the start of the first to the end of the last.  same is the
 * weight of the runs.
 */
typedef struct
{
  DoubletRange x;
  DoubletRange y;
  guint32      first_run;
  guint32      n_runs;
  guint32      same;
  gboolean     is_passage;
  guint        reference; /* DoubletLinkReference */
} DoubletLink;

/* The links of one article and another, or of an article and itself, stand together. */
typedef struct
{
  GArray *links; /* DoubletLink */
  GArray *runs;  /* DoubletExactRun */
} DoubletLinks;

DoubletLinks *doublet_links_new (void);
void          doublet_links_free (DoubletLinks *self);
void          doublet_links_add_chain (DoubletLinks             *self,
                                       const DoubletPassageText *text,
                                       const GArray             *chain,
                                       guint                     min_identical);

static inline const DoubletExactRun *
doublet_links_get_runs (const DoubletLinks *self,
                        const DoubletLink  *link)
{
  return &g_array_index (self->runs, DoubletExactRun, link->first_run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletLinks, doublet_links_free)

G_END_DECLS
