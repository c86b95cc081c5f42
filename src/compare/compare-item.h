/* compare-item.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "input.h"
#include "tokenizer.h"

G_BEGIN_DECLS

/*
 * An input and what became of it: either article (then tokens) or reason, or nothing
 * as long as it was not read.  Plain data: its owner sees to it that one thread at a
 * time touches it.
 */
typedef struct
{
  DoubletInput   *input;   /* owned */
  DoubletArticle *article; /* owned, (nullable) */
  DoubletTokens  *tokens;  /* owned, (nullable) */
  char           *reason;  /* owned, (nullable): why it could not be read */
} DoubletCompareItem;

DoubletCompareItem *doublet_compare_items_copy (const DoubletCompareItem *items,
                                                guint                     n_items);
void                doublet_compare_item_copy (const DoubletCompareItem *item,
                                               DoubletCompareItem       *copy);
void                doublet_compare_items_free (DoubletCompareItem *items,
                                                guint               n_items);
void                doublet_compare_item_clear (DoubletCompareItem *item);
void                doublet_compare_item_keep (DoubletCompareItem       *self,
                                               const DoubletCompareItem *read,
                                               gboolean                  is_newest);
void                doublet_compare_item_renew (DoubletCompareItem *self);

G_END_DECLS
