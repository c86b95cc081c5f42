/* move-peek.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-view.h"

G_BEGIN_DECLS

/* One end of a move; borrowed. */
typedef struct
{
  DoubletArticleView *view; /* for its text and its marks */
  const char         *label;
  guint32             first_block; /* half-open */
  guint32             end_block;
} DoubletMoveEnd;

GtkWidget *doublet_move_peek_new (const DoubletMoveEnd *first,
                                  const DoubletMoveEnd *second);

G_END_DECLS
