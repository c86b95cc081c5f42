/* item-model.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "navigator.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_ITEM_MODEL (doublet_item_model_get_type ())

/*
 * The navigator's list as a list model.  Its items are bare objects: which line one
 * is, is its position, so thousands of lines cost nothing until they are seen.
 */
G_DECLARE_FINAL_TYPE (DoubletItemModel, doublet_item_model, DOUBLET, ITEM_MODEL, GObject)

DoubletItemModel *doublet_item_model_new (void);
void              doublet_item_model_renew (DoubletItemModel *self,
                                            guint             n_items);

G_END_DECLS
