/* correspondence.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

/* Where a block of a column stands in the order of the first column. */
typedef enum
{
  DOUBLET_BLOCK_FATE_ONLY,  /* the other article lacks it */
  DOUBLET_BLOCK_FATE_HERE,  /* corresponds to something in place */
  DOUBLET_BLOCK_FATE_MOVED, /* corresponds to something elsewhere */
} DoubletBlockFate;

/*
 * How one column corresponds to the first: for each block its fate and the block of
 * the other side that it corresponds to (its first, if there are several).
 * joined[i] of the first column: block i cannot be parted from block i + 1, since
 * both correspond to one block.
 */
typedef struct
{
  guint32           n_first;
  guint32           n_other;
  DoubletBlockFate *first_fate;
  DoubletBlockFate *other_fate;
  guint32          *first_partner; /* block of the other, or G_MAXUINT32 */
  guint32          *other_partner; /* block of the first, or G_MAXUINT32 */
  gboolean         *joined;        /* n_first */
} DoubletCorrespondence;

void doublet_correspondence_init (DoubletCorrespondence  *self,
                                  const DoubletAlignment *alignment,
                                  const DoubletTokens    *first,
                                  const DoubletTokens    *other);
void doublet_correspondence_clear (DoubletCorrespondence *self);

G_END_DECLS
