/* compare-item.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compare-item.h"

/*
 * doublet_compare_item_clear:
 * @item: an item
 */
void
doublet_compare_item_clear (DoubletCompareItem *item)
{
  g_clear_pointer (&item->input, doublet_input_unref);
  g_clear_pointer (&item->article, doublet_article_unref);
  g_clear_pointer (&item->tokens, doublet_tokens_unref);
  g_clear_pointer (&item->reason, g_free);
}

/*
 * doublet_compare_item_copy:
 * @item: an item
 * @copy: (out caller-allocates): the same, with references of its own
 */
void
doublet_compare_item_copy (const DoubletCompareItem *item,
                           DoubletCompareItem       *copy)
{
  *copy = (DoubletCompareItem){
    .input = item->input != NULL ? doublet_input_ref (item->input) : NULL,
    .article = item->article != NULL ? doublet_article_ref (item->article) : NULL,
    .tokens = item->tokens != NULL ? doublet_tokens_ref (item->tokens) : NULL,
    .reason = g_strdup (item->reason),
  };
}

/*
 * doublet_compare_items_copy:
 * @items: (array length=n_items): items
 * @n_items: how many
 *
 * Returns: (transfer full): the same, with references of their own
 */
DoubletCompareItem *
doublet_compare_items_copy (const DoubletCompareItem *items,
                            guint                     n_items)
{
  DoubletCompareItem *copy = g_new0 (DoubletCompareItem, n_items);

  for (guint i = 0; i < n_items; i++)
    doublet_compare_item_copy (&items[i], &copy[i]);
  return copy;
}

/*
 * doublet_compare_items_free:
 * @items: (transfer full) (array length=n_items): items
 * @n_items: how many
 */
void
doublet_compare_items_free (DoubletCompareItem *items,
                            guint               n_items)
{
  for (guint i = 0; i < n_items; i++)
    doublet_compare_item_clear (&items[i]);
  g_free (items);
}

/*
 * doublet_compare_item_keep:
 * @self: an item
 * @read: the same input, as a job read it or not
 * @is_newest: whether no later job reads it too
 *
 * Takes over what was read.
 */
void
doublet_compare_item_keep (DoubletCompareItem       *self,
                           const DoubletCompareItem *read,
                           gboolean                  is_newest)
{
  DoubletCompareItem kept;

  /* Two jobs may have read the same: what the newest result holds counts. */
  if (!is_newest && (self->article != NULL || self->reason != NULL))
    return;
  if (read->article == NULL && read->reason == NULL)
    return;

  doublet_compare_item_copy (read, &kept);
  doublet_compare_item_clear (self);
  *self = kept;
}

/*
 * doublet_compare_item_renew:
 * @self: an item
 *
 * Forgets what was read.  The input becomes a new one, so that what an older job still
 * reads is not taken for it.
 */
void
doublet_compare_item_renew (DoubletCompareItem *self)
{
  DoubletInput *input = doublet_input_with_charset (self->input, doublet_input_get_charset (self->input));

  doublet_compare_item_clear (self);
  self->input = input;
}
