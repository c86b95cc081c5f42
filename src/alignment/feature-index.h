/* feature-index.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

/* A piece that shares features with the one asked for, and how many. */
typedef struct
{
  guint32 piece;
  guint32 n_shared;
} DoubletFeatureVote;

typedef struct _DoubletFeatureIndex DoubletFeatureIndex;

DoubletFeatureIndex *doublet_feature_index_new (const DoubletAlignmentJob *job,
                                                guint32                    n_tokens);
void                 doublet_feature_index_free (DoubletFeatureIndex *self);
void                 doublet_feature_index_add (DoubletFeatureIndex        *self,
                                                const DoubletAlignmentText *text,
                                                guint32                     start,
                                                guint32                     end);
const GArray        *doublet_feature_index_vote (DoubletFeatureIndex        *self,
                                                 const DoubletAlignmentText *text,
                                                 guint32                     start,
                                                 guint32                     end,
                                                 guint                       n_most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletFeatureIndex, doublet_feature_index_free)

G_END_DECLS
