/* row-aligner.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-view.h"

G_BEGIN_DECLS

/*
 * Keeps the rows of several article views level: measures every line, finds each row's
 * height, and pads the views so that all of them begin each row at the same place.
 * Rows that are seen come first; the rest is done in small pieces when there is
 * nothing else to do.
 */
typedef struct _DoubletRowAligner DoubletRowAligner;

typedef void (*DoubletRowAlignerFunc) (gpointer user_data);

DoubletRowAligner *doublet_row_aligner_new (const DoubletRows         *rows,
                                            DoubletArticleView *const *views,
                                            DoubletRowAlignerFunc      done,
                                            gpointer                   user_data);
void               doublet_row_aligner_free (DoubletRowAligner *self);
void               doublet_row_aligner_start (DoubletRowAligner *self,
                                              guint32            first_row);
void               doublet_row_aligner_prefer (DoubletRowAligner *self,
                                               guint32            row);
gboolean           doublet_row_aligner_is_done (const DoubletRowAligner *self);
const gint32      *doublet_row_aligner_get_heights (const DoubletRowAligner *self);
guint32            doublet_row_aligner_get_end (const DoubletRowAligner *self);
guint32            doublet_row_aligner_get_line_top (const DoubletRowAligner *self,
                                                     guint                    column,
                                                     guint32                  line);
guint32            doublet_row_aligner_find_row (const DoubletRowAligner *self,
                                                 guint                    column,
                                                 guint32                  line);
guint32            doublet_row_aligner_find_first_line (const DoubletRowAligner *self,
                                                        guint                    column,
                                                        guint32                  row);
int                doublet_row_aligner_get_distance (const DoubletRowAligner *self,
                                                     guint32                  from_row,
                                                     guint32                  to_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRowAligner, doublet_row_aligner_free)

G_END_DECLS
