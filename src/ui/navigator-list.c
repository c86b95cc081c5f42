/* navigator-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "navigator-items.h"
#include "navigator-private.h"

/* The list: what stands in it, how much there is, and what a person chose of it: filter,
 * order, scope. */

static DoubletItemsRequest
request_for (DoubletNavigator *self,
             DoubletLens       lens)
{
  return (DoubletItemsRequest){
    .collation = self->collation,
    .columns = self->columns,
    .n_columns = self->n_columns,
    .changes = self->changes,
    .lens = lens,
    .order = self->orders[lens],
    .filter = self->filter,
    .all_articles = self->all_articles,
    .facts_only = self->facts_only,
  };
}

void
doublet_navigator_renew_changes (DoubletNavigator *self)
{
  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    {
      g_clear_pointer (&self->changes[i], g_array_unref);
      self->figures[i] = (DoubletChangeFigures){ 0 };
    }

  for (guint i = 1; i < self->n_columns; i++)
    {
      g_autoptr (DoubletAlignment) alignment = doublet_navigator_dup_alignment (self, i);

      if (alignment != NULL)
        self->changes[i] = doublet_changes_new (self->collation, alignment, self->columns[0], self->columns[i], &self->figures[i]);
    }
}

DoubletNavigatorAspects
doublet_navigator_renew_items (DoubletNavigator *self)
{
  guint               selected = self->selected;
  guint               place = self->place;
  DoubletItemsRequest request = request_for (self, self->lens);

  g_array_unref (self->items);
  self->items = doublet_navigator_items_new (&request);
  doublet_navigator_restore_selection (self);
  return DOUBLET_NAVIGATOR_ITEMS |
         (selected != self->selected || place != self->place ? DOUBLET_NAVIGATOR_SELECTION : 0);
}

/**
 * doublet_navigator_count_items:
 * @self: a navigator
 * @lens: a lens
 *
 * Returns: how much there is to see in @lens, whatever filter and scope say: changes
 *   between the columns, or passages of all articles
 */
guint
doublet_navigator_count_items (DoubletNavigator *self,
                               DoubletLens       lens)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);
  g_return_val_if_fail (lens < DOUBLET_N_LENSES, 0);

  DoubletItemsRequest request = request_for (self, lens);
  request.all_articles = TRUE;
  request.facts_only = FALSE;
  return doublet_navigator_items_count (&request);
}

/**
 * doublet_navigator_count_in_scope:
 * @self: a navigator
 * @all_articles: of all articles, else of these columns
 *
 * Returns: how many lines the list of this lens would have without a filter
 */
guint
doublet_navigator_count_in_scope (DoubletNavigator *self,
                                  gboolean          all_articles)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);

  DoubletItemsRequest request = request_for (self, self->lens);
  request.all_articles = all_articles;
  request.facts_only = FALSE;
  return doublet_navigator_items_count (&request);
}

/**
 * doublet_navigator_count_facts:
 * @self: a navigator
 * @all_articles: of all articles, else of these columns
 *
 * Returns: in how many facts the copies of this lens' passages differ; or, in
 *   Differences, how many the changes change
 */
guint
doublet_navigator_count_facts (DoubletNavigator *self,
                               gboolean          all_articles)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);

  if (self->lens == DOUBLET_LENS_DIFFERENCES)
    {
      guint n_facts = 0;

      for (guint i = 1; i < self->n_columns; i++)
        n_facts += self->figures[i].n_facts;
      return n_facts;
    }

  DoubletItemsRequest request = request_for (self, self->lens);
  request.all_articles = all_articles;
  request.facts_only = FALSE;
  return doublet_navigator_items_count_facts (&request);
}

/**
 * doublet_navigator_get_n_items:
 * @self: a navigator
 *
 * Returns: how many lines the list has
 */
guint
doublet_navigator_get_n_items (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);

  return self->items->len;
}

/**
 * doublet_navigator_get_item:
 * @self: a navigator
 * @index: a line
 *
 * Returns: (nullable) (transfer none): the line, until the items change
 */
const DoubletNavigatorItem *
doublet_navigator_get_item (DoubletNavigator *self,
                            guint             index)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  return index < self->items->len ? &g_array_index (self->items, DoubletNavigatorItem, index) : NULL;
}

/**
 * doublet_navigator_dup_alignment:
 * @self: a navigator
 * @column: a column
 *
 * Returns: (nullable) (transfer full): the alignment of the first column with
 *   @column; %NULL if there is none (yet)
 */
DoubletAlignment *
doublet_navigator_dup_alignment (DoubletNavigator *self,
                                 guint             column)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  if (self->collation == NULL || column == 0 || column >= self->n_columns ||
      !doublet_collation_is_aligned (self->collation, self->columns[0], self->columns[column]))
    return NULL;
  return doublet_collation_dup_alignment (self->collation, self->columns[0], self->columns[column]);
}

/**
 * doublet_navigator_get_changes:
 * @self: a navigator
 * @column: a column
 *
 * Returns: (nullable) (transfer none) (element-type DoubletChange): the differences
 *   between the first column and @column, until they change; %NULL if they are not
 *   aligned (yet)
 */
const GArray *
doublet_navigator_get_changes (DoubletNavigator *self,
                               guint             column)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  return column < self->n_columns ? self->changes[column] : NULL;
}

/**
 * doublet_navigator_get_change_figures:
 * @self: a navigator
 * @column: a column
 *
 * Returns: (nullable) (transfer none): the figures of the differences between the
 *   first column and @column; %NULL if they are not aligned (yet)
 */
const DoubletChangeFigures *
doublet_navigator_get_change_figures (DoubletNavigator *self,
                                      guint             column)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  return column < DOUBLET_MAX_COLUMNS && self->changes[column] != NULL ? &self->figures[column] : NULL;
}

/**
 * doublet_navigator_set_filter:
 * @self: a navigator
 * @filter: words as typed; "" for all
 *
 * Lists only what holds @filter, capitals or not.
 */
void
doublet_navigator_set_filter (DoubletNavigator *self,
                              const char       *filter)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));
  g_return_if_fail (filter != NULL);

  if (g_str_equal (self->filter, filter))
    return;

  g_free (self->filter);
  self->filter = g_strdup (filter);
  doublet_navigator_emit_changed (self, doublet_navigator_renew_items (self));
}

/**
 * doublet_navigator_get_filter:
 * @self: a navigator
 *
 * Returns: (transfer none): the filter as typed
 */
const char *
doublet_navigator_get_filter (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), "");

  return self->filter;
}

/**
 * doublet_navigator_set_order:
 * @self: a navigator
 * @order: an order
 *
 * Orders the list of this lens; every lens remembers its own.
 */
void
doublet_navigator_set_order (DoubletNavigator *self,
                             DoubletOrder      order)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  if (self->orders[self->lens] == order)
    return;
  self->orders[self->lens] = order;
  doublet_navigator_emit_changed (self, doublet_navigator_renew_items (self));
}

/**
 * doublet_navigator_get_order:
 * @self: a navigator
 *
 * Returns: the order of this lens' list
 */
DoubletOrder
doublet_navigator_get_order (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), DOUBLET_ORDER_LONGEST);

  return self->orders[self->lens];
}

/**
 * doublet_navigator_set_all_articles:
 * @self: a navigator
 * @all_articles: whether passages of all articles are listed, or those of the columns
 */
void
doublet_navigator_set_all_articles (DoubletNavigator *self,
                                    gboolean          all_articles)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  if (self->all_articles == all_articles)
    return;
  self->all_articles = all_articles;
  doublet_navigator_emit_changed (self, doublet_navigator_renew_items (self));
}

/**
 * doublet_navigator_get_all_articles:
 * @self: a navigator
 *
 * Returns: whether passages of all articles are listed
 */
gboolean
doublet_navigator_get_all_articles (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), FALSE);

  return self->all_articles;
}

/**
 * doublet_navigator_set_facts_only:
 * @self: a navigator
 * @facts_only: whether only what differs in a fact is listed
 */
void
doublet_navigator_set_facts_only (DoubletNavigator *self,
                                  gboolean          facts_only)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  if (self->facts_only == facts_only)
    return;
  self->facts_only = facts_only;
  doublet_navigator_emit_changed (self, doublet_navigator_renew_items (self));
}

/**
 * doublet_navigator_get_facts_only:
 * @self: a navigator
 *
 * Returns: whether only what differs in a fact is listed
 */
gboolean
doublet_navigator_get_facts_only (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), FALSE);

  return self->facts_only;
}
