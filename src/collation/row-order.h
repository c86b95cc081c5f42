/* row-order.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DoubletRowOrder DoubletRowOrder;

DoubletRowOrder *doublet_row_order_new (guint32               n_rows,
                                        const guint32 *const *columns,
                                        const guint32        *n_in_column,
                                        guint                 n_columns);
void             doublet_row_order_free (DoubletRowOrder *self);
gboolean         doublet_row_order_unite (DoubletRowOrder *self,
                                          guint32          row,
                                          guint32          other);
guint64          doublet_row_order_get_steps (const DoubletRowOrder *self);
guint32         *doublet_row_order_sort (const DoubletRowOrder *self,
                                         guint32               *n_sorted);
guint32          doublet_row_order_get_row (const DoubletRowOrder *self,
                                            guint                  column,
                                            guint32                cell);
guint32          doublet_row_order_get_cell (const DoubletRowOrder *self,
                                             guint32                row,
                                             guint                  column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRowOrder, doublet_row_order_free)

G_END_DECLS
