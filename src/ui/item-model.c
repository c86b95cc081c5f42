/* item-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "item-model.h"

struct _DoubletItemModel
{
  GObject parent;

  guint n_items;
};

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return DOUBLET_ITEM_MODEL (model)->n_items;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return position < DOUBLET_ITEM_MODEL (model)->n_items ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DoubletItemModel, doublet_item_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
doublet_item_model_class_init (DoubletItemModelClass *klass)
{
}

static void
doublet_item_model_init (DoubletItemModel *self)
{
}

/**
 * doublet_item_model_new:
 *
 * Returns: (transfer full): an empty model
 */
DoubletItemModel *
doublet_item_model_new (void)
{
  return g_object_new (DOUBLET_TYPE_ITEM_MODEL, NULL);
}

/**
 * doublet_item_model_renew:
 * @self: a model
 * @n_items: how many lines there are now
 *
 * All lines are new ones.
 */
void
doublet_item_model_renew (DoubletItemModel *self,
                          guint             n_items)
{
  g_return_if_fail (DOUBLET_IS_ITEM_MODEL (self));

  guint n_before = self->n_items;

  self->n_items = n_items;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, n_items);
}
