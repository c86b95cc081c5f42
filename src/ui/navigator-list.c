/* navigator-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "navigator-private.h"

/* What a person chose of the list: filter, order, scope. */

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
