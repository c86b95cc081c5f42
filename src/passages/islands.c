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
            guint32                  *known,
            guint32                  *n_known,
            guint32                   start,
            guint32                   end,
            GArray                   *symbols,
            GArray                   *places)
{
  guint    n_before = symbols->len;
  guint32 *symbol_at, *place_at;

  if (doublet_passage_text_weigh (text, start, end) < text->min_weight)
    return;

  /* Most of two editions is islands: no call for each of their words. */
  g_array_set_size (symbols, n_before + (end - start) + 1);
  g_array_set_size (places, n_before + (end - start) + 1);
  symbol_at = &g_array_index (symbols, guint32, n_before);
  place_at = &g_array_index (places, guint32, n_before);

  for (guint32 i = start; i < end; i++)
    {
      guint32 *symbol = &known[text->tokens[i]];

      if (*symbol == 0)
        *symbol = ++*n_known;
      *symbol_at++ = *symbol;
      *place_at++ = i;
    }
  *symbol_at = 0;
  *place_at = G_MAXUINT32;
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
collect_islands (const DoubletPassageText  *text,
                 const DoubletKgramClasses *classes,
                 DoubletIslandsKind         kind,
                 guint32                   *n_known,
                 GArray                    *symbols,
                 GArray                    *places,
                 const DoubletProgress     *progress)
{
  g_autofree guint32 *known = g_new0 (guint32, MAX (text->n_tokens, 1));
  g_autofree guint8  *copies = g_new0 (guint8, (gsize)text->n / 8 + 1);
  const guint32      *next = classes->next;

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
              add_island (text, known, n_known, island_start, island_end, symbols, places);
              island_start = i;
            }
          island_end = i + text->min_tokens;
        }
      add_island (text, known, n_known, island_start, island_end, symbols, places);
    }
  return TRUE;
}

/* Separators get the lowest numbers, one each; the end of all gets 0. */
static void
number_symbols (GArray *symbols,
                GArray *places,
                guint32 n_separators)
{
  const guint32 nowhere = G_MAXUINT32;
  const guint32 end = 0;
  guint32       separator = 0;

  for (guint i = 0; i < symbols->len; i++)
    {
      guint32 *symbol = &g_array_index (symbols, guint32, i);

      *symbol = *symbol == 0 ? ++separator : *symbol + n_separators;
    }
  g_array_append_val (symbols, end);
  g_array_append_val (places, nowhere);
}

static guint32
count_separators (const GArray *symbols)
{
  guint32 n = 0;

  for (guint i = 0; i < symbols->len; i++)
    n += g_array_index (symbols, guint32, i) == 0;
  return n;
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
  g_autoptr (GArray) symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  DoubletIslands *islands;
  guint32         n_known = 0;
  guint32         n_separators;

  if (!collect_islands (text, classes, kind, &n_known, symbols, places, progress))
    return NULL;

  n_separators = count_separators (symbols);
  number_symbols (symbols, places, n_separators);

  islands = g_new0 (DoubletIslands, 1);
  islands->n = symbols->len;
  islands->n_symbols = 1 + n_separators + n_known;
  islands->text = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&symbols), FALSE);
  islands->places = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&places), FALSE);
  return islands;
}

/**
 * doublet_islands_free:
 * @self: (transfer full): islands
 */
void
doublet_islands_free (DoubletIslands *self)
{
  g_free (self->text);
  g_free (self->places);
  g_free (self);
}
