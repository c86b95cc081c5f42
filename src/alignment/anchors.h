/* anchors.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

/* Tokens a to a + n of a and b to b + n of b, equal by their normal symbols. */
typedef struct
{
  guint32 a;
  guint32 b;
  guint32 n;
} DoubletAnchor;

GArray *doublet_anchors_find (DoubletAlignmentJob *job,
                              const DoubletBox    *box,
                              guint32              n_gram);

G_END_DECLS
