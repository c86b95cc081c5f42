/* link-images.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "links.h"
#include "repeat-index.h"

G_BEGIN_DECLS

/* A range that is like a reference; same is the weight of the runs that both have.
 * An exact copy has no runs. */
typedef struct
{
  DoubletRange range;
  guint32      same;
  guint32      first_run;
  guint32      n_runs;
} DoubletLinkImage;

typedef struct _DoubletLinkImages DoubletLinkImages;

DoubletLinkImages     *doublet_link_images_new (const DoubletPassageText *text,
                                                const DoubletRepeatIndex *repeats,
                                                const DoubletLinks       *links,
                                                guint                     min_identical);
void                   doublet_link_images_free (DoubletLinkImages *self);
GArray                *doublet_link_images_find (DoubletLinkImages *self,
                                                 DoubletRange       reference);
const DoubletExactRun *doublet_link_images_get_runs (const DoubletLinkImages *self,
                                                     const DoubletLinkImage  *image);
guint64                doublet_link_images_get_n_steps (const DoubletLinkImages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletLinkImages, doublet_link_images_free)

G_END_DECLS
