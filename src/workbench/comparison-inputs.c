/* comparison-inputs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "comparison-private.h"

#include "file-input.h"

#include <glib/gstdio.h>

/* What is compared.  Every change here starts the work anew. */

static DoubletCompareItem *
get_item (DoubletComparison *self,
          guint              index)
{
  g_assert (index < self->items->len);

  return &g_array_index (self->items, DoubletCompareItem, index);
}

/**
 * doublet_comparison_get_n_inputs:
 * @self: a comparison
 *
 * Returns: the number of inputs, readable or not
 */
guint
doublet_comparison_get_n_inputs (DoubletComparison *self)
{
  return self->items->len;
}

/**
 * doublet_comparison_get_input:
 * @self: a comparison
 * @index: which one
 *
 * Returns: (transfer none): the input
 */
DoubletInput *
doublet_comparison_get_input (DoubletComparison *self,
                              guint              index)
{
  return get_item (self, index)->input;
}

/**
 * doublet_comparison_add:
 * @self: a comparison
 * @inputs: (array length=n_inputs): what is to be compared too
 * @n_inputs: how many
 *
 * Adds @inputs behind those that are there.
 */
void
doublet_comparison_add (DoubletComparison   *self,
                        DoubletInput *const *inputs,
                        guint                n_inputs)
{
  for (guint i = 0; i < n_inputs; i++)
    {
      DoubletCompareItem item = { .input = doublet_input_ref (inputs[i]) };

      g_array_append_val (self->items, item);
    }
  doublet_comparison_start (self, NULL);
}

/**
 * doublet_comparison_replace:
 * @self: a comparison
 * @index: which input
 * @input: what is to be read in its place
 */
void
doublet_comparison_replace (DoubletComparison *self,
                            guint              index,
                            DoubletInput      *input)
{
  DoubletCompareItem *item = get_item (self, index);

  doublet_input_ref (input);
  doublet_compare_item_clear (item);
  item->input = input;
  doublet_comparison_start (self, NULL);
}

/**
 * doublet_comparison_remove:
 * @self: a comparison
 * @index: which input
 */
void
doublet_comparison_remove (DoubletComparison *self,
                           guint              index)
{
  g_return_if_fail (index < self->items->len);

  g_array_remove_index (self->items, index);
  g_array_set_size (self->pairs, 0);
  doublet_comparison_start (self, NULL);
}

/**
 * doublet_comparison_swap:
 * @self: a comparison
 * @first: an input
 * @second: another one
 *
 * Lets each stand where the other stood.
 */
void
doublet_comparison_swap (DoubletComparison *self,
                         guint              first,
                         guint              second)
{
  DoubletCompareItem *x = get_item (self, first);
  DoubletCompareItem *y = get_item (self, second);
  DoubletCompareItem  item = *x;

  *x = *y;
  *y = item;
  g_array_set_size (self->pairs, 0);
  doublet_comparison_start (self, NULL);
}

/**
 * doublet_comparison_clear:
 * @self: a comparison
 *
 * Removes all inputs.
 */
void
doublet_comparison_clear (DoubletComparison *self)
{
  g_array_set_size (self->items, 0);
  g_array_set_size (self->pairs, 0);
  doublet_comparison_start (self, NULL);
}

/**
 * doublet_comparison_reload:
 * @self: a comparison
 *
 * Reads every input again.
 */
void
doublet_comparison_reload (DoubletComparison *self)
{
  for (guint i = 0; i < self->items->len; i++)
    doublet_compare_item_renew (get_item (self, i));
  if (self->boilerplate.input != NULL)
    doublet_compare_item_renew (&self->boilerplate);
  doublet_comparison_start (self, NULL);
}

/**
 * doublet_comparison_set_boilerplate:
 * @self: a comparison
 * @boilerplate: (nullable): a text; what stands in it is boilerplate
 */
void
doublet_comparison_set_boilerplate (DoubletComparison *self,
                                    DoubletInput      *boilerplate)
{
  if (self->boilerplate.input == boilerplate)
    return;
  if (boilerplate != NULL)
    doublet_input_ref (boilerplate);
  doublet_compare_item_clear (&self->boilerplate);
  self->boilerplate.input = boilerplate;
  doublet_comparison_start (self, NULL);
  g_object_notify (G_OBJECT (self), "boilerplate");
}

/**
 * doublet_comparison_get_boilerplate:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): what was set, readable or not
 */
DoubletInput *
doublet_comparison_get_boilerplate (DoubletComparison *self)
{
  return self->boilerplate.input;
}

static gboolean
is_same_file (GFile *first,
              GFile *second)
{
  const char *path = g_file_peek_path (first);
  const char *other_path = g_file_peek_path (second);
  GStatBuf    status, other;

  if (g_file_equal (first, second))
    return TRUE;
  return path != NULL && other_path != NULL && g_stat (path, &status) == 0 && g_stat (other_path, &other) == 0 &&
         status.st_dev == other.st_dev && status.st_ino == other.st_ino;
}

/**
 * doublet_comparison_reads_file:
 * @self: a comparison
 * @file: a file
 *
 * Tells whether @file is one of the inputs or the text of boilerplate, by whatever path,
 * so that nothing may be written over it.
 */
gboolean
doublet_comparison_reads_file (DoubletComparison *self,
                               GFile             *file)
{
  for (guint i = 0; i <= self->items->len; i++)
    {
      DoubletInput *input = i < self->items->len ? get_item (self, i)->input : self->boilerplate.input;
      g_autoptr (GFile) read = input != NULL ? doublet_file_input_dup_file (input) : NULL;

      if (read != NULL && is_same_file (read, file))
        return TRUE;
    }
  return FALSE;
}
