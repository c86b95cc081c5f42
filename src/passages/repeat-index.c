/* repeat-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "repeat-index.h"

#include "periodic-runs.h"
#include "suffix-array.h"

#include <stdlib.h>
#include <string.h>

/*
 * Two ways to one end.  Of most texts it is enough to sort the places where repeats
 * begin: see repeat-starts.c.  Texts that consist of one sentence many times over, or
 * many articles that are nearly the same, have so many of those that the suffixes of
 * all that is repeated are sorted, in linear time whatever the text: see suffix-array.c.
 */

/* What sorting the starts may cost for each place of the text, above what any text may;
 * beyond that the suffix array takes less.  Of the 1 MB pair with 5 % of its words
 * changed 0.01 of the places are sorted and 0.9 tokens compared.  A k-gram that makes up
 * so much of the text stands in rows, mostly. */
#define SORTED_OF_PLACES 2
#define CLASS_OF_PLACES 16
#define COMPARED_PER_PLACE 8
#define BUDGET_OF_ANY 4096

/* Of so many places one lies in a row, or what might be one, at the most. */
#define ROWS_OF_PLACES 2

static gboolean
sort_starts (DoubletRepeatIndex    *self,
             DoubletRepeatIndexKind kind,
             const DoubletProgress *progress)
{
  guint32             n = self->text->n;
  DoubletStartsBudget budget = {
    .n_sorted = n / SORTED_OF_PLACES + BUDGET_OF_ANY,
    .n_of_class = n / CLASS_OF_PLACES + BUDGET_OF_ANY,
    .n_compared = (guint64)n * COMPARED_PER_PLACE + BUDGET_OF_ANY,
  };

  if (kind == DOUBLET_REPEAT_INDEX_OF_STARTS)
    budget = (DoubletStartsBudget){ G_MAXUINT64, G_MAXUINT64, G_MAXUINT64 };

  self->starts = doublet_repeat_starts_sort (self->text, self->kgrams, &budget, progress);
  if (self->starts == NULL)
    return FALSE;
  self->islands = doublet_islands_new (self->text, self->kgrams, DOUBLET_ISLANDS_OF_ROWS, progress);
  return self->islands != NULL &&
         (kind == DOUBLET_REPEAT_INDEX_OF_STARTS || self->islands->n <= n / ROWS_OF_PLACES + BUDGET_OF_ANY);
}

/* All suffixes are starts, with the separators' at the front. */
static void
take_starts (DoubletRepeatIndex *self,
             gint32             *suffixes,
             guint32            *lcp)
{
  const DoubletIslands *islands = self->islands;

  self->starts = g_new (DoubletRepeatStarts, 1);
  self->starts->n = islands->n;
  self->starts->places = (guint32 *)suffixes;
  self->starts->lcp = lcp;
  for (guint32 i = 0; i < islands->n; i++)
    self->starts->places[i] = G_MAXUINT32;
  for (guint32 i = 0; i < islands->n_islands; i++)
    for (guint32 j = 0; j < islands->list[i].length; j++)
      self->starts->places[self->ranks[islands->list[i].index + j]] = islands->list[i].place + j;
}

/* Rows need no more than the ranks, and what they need themselves is gone before the
 * common prefixes take its place. */
static gboolean
find_rows (DoubletRepeatIndex    *self,
           const DoubletProgress *progress)
{
  const DoubletIslands *islands = self->islands;
  g_autofree gint32    *suffixes = doublet_suffix_array_sort (islands->text, islands->n, islands->n_symbols, progress);

  if (suffixes == NULL)
    return FALSE;
  self->ranks = doublet_suffix_array_invert (suffixes, islands->n);
  g_clear_pointer (&suffixes, g_free);
  self->rows = doublet_periodic_runs_find (self->text, islands, self->ranks, progress);
  return self->rows != NULL;
}

static gboolean
list_starts (DoubletRepeatIndex    *self,
             const DoubletProgress *progress)
{
  const DoubletIslands *islands = self->islands;
  g_autofree gint32    *suffixes = doublet_suffix_array_invert (self->ranks, islands->n);
  guint32              *lcp = doublet_suffix_array_find_lcp (islands->text, suffixes, self->ranks, islands->n, progress);

  if (lcp == NULL)
    return FALSE;
  doublet_islands_forget_text (self->islands);
  take_starts (self, g_steal_pointer (&suffixes), lcp);
  return TRUE;
}

/**
 * doublet_repeat_index_new:
 * @text: a text; must outlive the index
 * @kind: in which way; all but automatic is for tests
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): the rows of @text, and an index of its repeats; %NULL
 *   if cancelled
 */
DoubletRepeatIndex *
doublet_repeat_index_new (const DoubletPassageText *text,
                          DoubletRepeatIndexKind    kind,
                          const DoubletProgress    *progress)
{
  g_autoptr (DoubletRepeatIndex) self = g_new0 (DoubletRepeatIndex, 1);

  self->text = text;
  self->kgrams = doublet_kgram_classes_new (text, progress);
  if (self->kgrams == NULL)
    return NULL;

  if (kind == DOUBLET_REPEAT_INDEX_OF_ALL || !sort_starts (self, kind, progress))
    {
      if (doublet_progress_is_cancelled (progress))
        return NULL;
      g_clear_pointer (&self->starts, doublet_repeat_starts_free);
      g_clear_pointer (&self->islands, doublet_islands_free);
      self->islands = doublet_islands_new (text, self->kgrams, DOUBLET_ISLANDS_OF_REPEATS, progress);
      if (self->islands == NULL)
        return NULL;
      g_clear_pointer (&self->kgrams, doublet_kgram_classes_free);
    }
  if (!find_rows (self, progress))
    return NULL;
  if (self->kgrams == NULL)
    return list_starts (self, progress) ? g_steal_pointer (&self) : NULL;
  g_clear_pointer (&self->islands, doublet_islands_free);
  g_clear_pointer (&self->ranks, g_free);
  return g_steal_pointer (&self);
}

/**
 * doublet_repeat_index_free:
 * @self: (transfer full): an index
 */
void
doublet_repeat_index_free (DoubletRepeatIndex *self)
{
  g_clear_pointer (&self->kgrams, doublet_kgram_classes_free);
  g_clear_pointer (&self->starts, doublet_repeat_starts_free);
  g_clear_pointer (&self->islands, doublet_islands_free);
  g_clear_pointer (&self->rows, doublet_periodic_rows_free);
  g_free (self->ranks);
  g_free (self);
}

static int
compare_places (const void *a,
                const void *b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

static void
list_by_kgram (const DoubletRepeatIndex *self,
               DoubletRange              range,
               GArray                   *places)
{
  const DoubletPassageText *text = self->text;
  guint32                   length = range.end - range.start;
  guint32                   place = range.start;

  do
    {
      if (place == range.start ||
          (length <= text->n - place &&
           memcmp (text->tokens + place, text->tokens + range.start, length * sizeof *text->tokens) == 0 &&
           place + length <= text->base[doublet_passage_text_get_article (text, place) + 1]))
        g_array_append_val (places, place);
      place = self->kgrams->next[place];
    }
  while (place != range.start);
}

static void
list_by_suffix (const DoubletRepeatIndex *self,
                DoubletRange              range,
                GArray                   *places)
{
  const guint32       *lcp = self->starts->lcp;
  guint32              length = range.end - range.start;
  const DoubletIsland *island = doublet_islands_find_place (self->islands, range.start);
  guint32              first, last;

  if (island == NULL || range.end > island->place + island->length)
    {
      g_array_append_val (places, range.start);
      return;
    }
  first = last = self->ranks[island->index + range.start - island->place];
  while (lcp[first] >= length)
    first--;
  while (lcp[last + 1] >= length)
    last++;
  g_array_append_vals (places, self->starts->places + first, last - first + 1);
}

/**
 * doublet_repeat_index_list_copies:
 * @self: an index
 * @range: a range of a passage's weight or more
 * @places: (element-type guint32): where to put them; what it held is gone
 *
 * Lists where all copies of what stands in @range begin, itself among them, sorted.
 */
void
doublet_repeat_index_list_copies (const DoubletRepeatIndex *self,
                                  DoubletRange              range,
                                  GArray                   *places)
{
  g_array_set_size (places, 0);
  if (self->kgrams != NULL)
    list_by_kgram (self, range, places);
  else
    list_by_suffix (self, range, places);
  if (places->len > 1)
    qsort (places->data, places->len, sizeof (guint32), compare_places);
}
