/* navigator-items.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "navigator.h"

G_BEGIN_DECLS

/* What decides which lines the list has and how they are ordered; borrowed. */
typedef struct
{
  const DoubletCollation *collation;
  const guint            *columns;
  guint                   n_columns;
  GArray *const          *changes; /* of DoubletChange, by column; NULL where not aligned */
  DoubletLens             lens;
  DoubletOrder            order;
  const char             *filter; /* as typed; "" for all */
  gboolean                all_articles;
  gboolean                facts_only; /* those in which a fact differs */
} DoubletItemsRequest;

GArray *doublet_navigator_items_new (const DoubletItemsRequest *request);
guint   doublet_navigator_items_count (const DoubletItemsRequest *request);
guint   doublet_navigator_items_count_facts (const DoubletItemsRequest *request);

G_END_DECLS
