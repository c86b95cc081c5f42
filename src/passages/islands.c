/* islands.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "islands.h"

/*
 * Islands are made of k-grams that stand next to each other, or overlap, and each have
 * a copy: anywhere, for all repeats, or in their own article, for the rows alone: a
 * row's k-grams each stand again one unit further on or back.  What is left out cannot
 * lie in a repeat, or a row, that is heavy enough.
 *
 * A k-gram that was taken for another makes an island that yields nothing.
 */

/* Adds what stands from start to end as an island, unless it is too light. */
static void
add_island (const DoubletPassageText *text,
            guint32                   start,
            guint32                   end,
            DoubletIslands           *islands,
            GArray                   *list)
{
  DoubletIsland island = { start, islands->n, end - start };

  if (doublet_passage_text_weigh (text, start, end) < text->min_weight)
    return;
  g_array_append_val (list, island);
  islands->n += island.length + 1;
}

/* Whether a k-gram has a copy between it and the end of its article, or had one before
 * it: the bits tell which, and that of the copy found is set. */
static inline gboolean
has_near_copy (guint8        *bits,
               const guint32 *next,
               guint32        place,
               guint32        end)
{
  guint32  copy = next[place];
  gboolean is_copy = (bits[place >> 3] >> (place & 7)) & 1;

  if (copy <= place || copy >= end)
    return is_copy;
  bits[copy >> 3] |= 1 << (copy & 7);
  return TRUE;
}

static gboolean
list_islands (const DoubletPassageText  *text,
              const DoubletKgramClasses *classes,
              DoubletIslandsKind         kind,
              DoubletIslands            *islands,
              GArray                    *list,
              const DoubletProgress     *progress)
{
  g_autofree guint8 *copies = g_new0 (guint8, (gsize)text->n / 8 + 1);
  const guint32     *next = classes->next;

  for (guint32 article = 0; article < text->n_articles; article++)
    {
      guint32 end = text->base[article + 1];
      guint32 island_start = text->base[article];
      guint32 island_end = island_start;

      for (guint32 i = island_start; i < end; i++)
        {
          if (DOUBLET_PROGRESS_CHECK (progress, i))
            return FALSE;
          if (next[i] == i || (kind == DOUBLET_ISLANDS_OF_ROWS && !has_near_copy (copies, next, i, end)))
            continue;
          if (i > island_end)
            {
              add_island (text, island_start, island_end, islands, list);
              island_start = i;
            }
          island_end = i + text->min_tokens;
        }
      add_island (text, island_start, island_end, islands, list);
    }
  return TRUE;
}

/* Separators get the lowest numbers, one each; the end of all gets 0. */
static void
number_symbols (const DoubletPassageText *text,
                DoubletIslands           *islands)
{
  g_autofree guint32 *known = g_new0 (guint32, MAX (text->n_tokens, 1));
  guint32            *symbol_at;

  islands->n_symbols = 1 + islands->n_islands;
  islands->text = symbol_at = g_new (guint32, islands->n);
  for (guint32 i = 0; i < islands->n_islands; i++)
    {
      const DoubletIsland *island = &islands->list[i];

      for (guint32 j = 0; j < island->length; j++)
        {
          guint32 *symbol = &known[text->tokens[island->place + j]];

          if (*symbol == 0)
            *symbol = islands->n_symbols++;
          *symbol_at++ = *symbol;
        }
      *symbol_at++ = 1 + i;
    }
  *symbol_at = 0;
}

/**
 * doublet_islands_new:
 * @text: a text
 * @classes: its k-grams
 * @kind: what the islands are for
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): what may lie in a repeat of @text, or in a row; %NULL
 *   if cancelled
 */
DoubletIslands *
doublet_islands_new (const DoubletPassageText  *text,
                     const DoubletKgramClasses *classes,
                     DoubletIslandsKind         kind,
                     const DoubletProgress     *progress)
{
  g_autoptr (DoubletIslands) islands = g_new0 (DoubletIslands, 1);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (DoubletIsland));

  if (!list_islands (text, classes, kind, islands, list, progress))
    return NULL;

  islands->n++;
  islands->n_islands = list->len;
  islands->list = (DoubletIsland *)(gpointer)g_array_free (g_steal_pointer (&list), FALSE);
  number_symbols (text, islands);
  return g_steal_pointer (&islands);
}

/**
 * doublet_islands_free:
 * @self: (transfer full): islands
 */
void
doublet_islands_free (DoubletIslands *self)
{
  g_free (self->text);
  g_free (self->list);
  g_free (self);
}

/**
 * doublet_islands_forget_text:
 * @self: islands
 *
 * Frees what is needed only to sort them and to find rows.
 */
void
doublet_islands_forget_text (DoubletIslands *self)
{
  g_clear_pointer (&self->text, g_free);
}

/**
 * doublet_islands_find_place:
 * @self: islands
 * @place: a place of the text
 *
 * Returns: (nullable): the island that holds @place, %NULL if none does
 */
const DoubletIsland *
doublet_islands_find_place (const DoubletIslands *self,
                            guint32               place)
{
  guint32 low = 0, high = self->n_islands;

  while (low < high)
    {
      guint32              middle = low + (high - low) / 2;
      const DoubletIsland *island = &self->list[middle];

      if (place < island->place)
        high = middle;
      else if (place >= island->place + island->length)
        low = middle + 1;
      else
        return island;
    }
  return NULL;
}

/**
 * doublet_islands_find_index:
 * @self: islands, one at the least
 * @index: an index into their text, of no separator
 *
 * Returns: the island that holds it
 */
const DoubletIsland *
doublet_islands_find_index (const DoubletIslands *self,
                            guint32               index)
{
  guint32 low = 0, high = self->n_islands;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->list[middle].index <= index)
        low = middle;
      else
        high = middle;
    }
  return &self->list[low];
}
