/* repeat-occurrences.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "repeat-occurrences.h"

#include <stdlib.h>
#include <string.h>

/*
 * From intervals of starts to places.
 *
 * A sentence that stands thousands of times in a row shares a great many pieces with
 * every half of it that stands alone somewhere.  Each of those repeats has thousands
 * of occurrences in rows; but as long as all articles it stands in have such rows,
 * the rows relate these articles to each other already, and what lies in them is
 * covered.  Then the first and the last occurrence in each article's rows will do
 * until the repeat is known to become a passage, and few do.
 */

/* Occurrences that are kept in memory, and those that are looked at, in all.  From there
 * on the most frequent repeats are left out.  A thousand articles with planted passages
 * have 0.01 for each word; seventy versions of one long text, each with edits that do not
 * join, would have eight, and a place costs some 280 bytes until it is told. */
#define OCCURRENCES_AT_LEAST 2000000
#define OCCURRENCES_PER_WORD 1
#define MAX_OCCURRENCES 4000000
#define MAX_LOOKS ((guint64)1 << 27)

typedef struct
{
  guint32 stamp;
  guint32 first;
  guint32 last;
} InRows;

typedef struct
{
  const DoubletPassageText *text;
  const guint32            *starts; /* places where repeats begin, sorted */
  const DoubletRepeats     *repeats;
  DoubletCandidates        *candidates;
  guint32                  *row_of_unit; /* for each unit, the candidate that is its rows */
  InRows                   *in_rows;     /* for each article; valid if stamp is that of the repeat */
  guint32                   stamp;
  GArray                   *articles; /* guint32: those with in_rows */
  GArray                   *places;   /* guint32 */
  GArray                   *ranges;   /* DoubletRange */
} Lister;

/* Few enough to be sorted by inserting: two or three most of the time; and what so many
 * are sorted by at a time, when one pass over the counts costs less than comparing. */
#define MAX_INSERTED 16
#define DIGIT_BITS 8
#define MIN_COUNTED 48

static int
compare_places (const void *a,
                const void *b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* By the lowest digit first, as often as the greatest place has digits. */
static void
sort_by_digits (guint32 *places,
                guint32  n)
{
  g_autofree guint32 *other = g_new (guint32, n);
  guint32            *from = places, *to = other;
  guint32             greatest = 0;

  for (guint32 i = 0; i < n; i++)
    greatest |= places[i];
  for (guint shift = 0; shift < 32 && greatest >> shift > 0; shift += DIGIT_BITS)
    {
      guint32  ends[1 << DIGIT_BITS] = { 0 };
      guint32  sum = 0;
      guint32 *swapped = from;

      for (guint32 i = 0; i < n; i++)
        ends[(from[i] >> shift) & ((1 << DIGIT_BITS) - 1)]++;
      for (guint32 i = 0; i < 1 << DIGIT_BITS; i++)
        {
          guint32 count = ends[i];

          ends[i] = sum;
          sum += count;
        }
      for (guint32 i = 0; i < n; i++)
        to[ends[(from[i] >> shift) & ((1 << DIGIT_BITS) - 1)]++] = from[i];
      from = to;
      to = swapped;
    }
  if (from != places)
    memcpy (places, from, n * sizeof *places);
}

static void
sort_places (GArray *array)
{
  guint32 *places = (guint32 *)(gpointer)array->data;

  if (array->len >= MIN_COUNTED)
    {
      sort_by_digits (places, array->len);
      return;
    }
  if (array->len > MAX_INSERTED)
    {
      qsort (places, array->len, sizeof *places, compare_places);
      return;
    }
  for (guint i = 1; i < array->len; i++)
    {
      guint32 place = places[i];
      guint   j = i;

      for (; j > 0 && places[j - 1] > place; j--)
        places[j] = places[j - 1];
      places[j] = place;
    }
}

static void
lister_init (Lister                    *self,
             const DoubletPassageText  *text,
             const DoubletRepeatStarts *starts,
             const DoubletRepeats      *repeats,
             DoubletCandidates         *candidates)
{
  self->text = text;
  self->starts = starts->places;
  self->repeats = repeats;
  self->candidates = candidates;
  self->row_of_unit = g_new0 (guint32, MAX (repeats->rows->n_units, 1));
  for (guint32 i = 0; i < candidates->items->len; i++)
    if (doublet_candidates_get (candidates, i)->kind == DOUBLET_CANDIDATE_ROW)
      self->row_of_unit[doublet_candidates_get (candidates, i)->tag] = i;
  self->in_rows = g_new0 (InRows, MAX (text->n_articles, 1));
  self->stamp = 0;
  self->articles = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
}

static void
lister_clear (Lister *self)
{
  g_free (self->row_of_unit);
  g_free (self->in_rows);
  g_array_unref (self->articles);
  g_array_unref (self->places);
  g_array_unref (self->ranges);
}

static void
list_all (Lister              *self,
          const DoubletRepeat *repeat)
{
  g_array_set_size (self->places, 0);
  g_array_append_vals (self->places, self->starts + repeat->first, repeat->last - repeat->first + 1);
  sort_places (self->places);
}

static gboolean
has_rows (const Lister *self,
          guint32       unit,
          guint32       article)
{
  const DoubletCandidate *candidate = doublet_candidates_get (self->candidates, self->row_of_unit[unit]);
  const guint32          *slots = doublet_candidates_get_slots (self->candidates, candidate);
  guint32                 low = 0, high = candidate->n_slots;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (slots[middle] <= article)
        low = middle;
      else
        high = middle;
    }
  return slots[low] == article;
}

static guint32
find_unit (const Lister *self,
           guint32       word)
{
  guint32 low = 0, high = self->repeats->rows->n_units;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->repeats->first_word[middle] <= word)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Lists what lies in no row, and of what lies in rows the first and the last in each
 * article; gives up where an article has no such rows. */
static gboolean
list_some (Lister              *self,
           const DoubletRepeat *repeat)
{
  guint32 unit = find_unit (self, repeat->word);

  self->stamp++;
  g_array_set_size (self->places, 0);
  g_array_set_size (self->articles, 0);
  for (guint32 i = repeat->first; i <= repeat->last; i++)
    {
      guint32 place = self->starts[i];
      guint32 article = doublet_passage_text_get_article (self->text, place);
      InRows *in_rows = &self->in_rows[article];

      if (!doublet_periodic_rows_hold (self->repeats->rows, (DoubletRange){ place, place + repeat->length }))
        {
          if (!has_rows (self, unit, article))
            return FALSE;
          g_array_append_val (self->places, place);
          continue;
        }
      if (in_rows->stamp != self->stamp)
        {
          *in_rows = (InRows){ self->stamp, place, place };
          g_array_append_val (self->articles, article);
        }
      in_rows->first = MIN (in_rows->first, place);
      in_rows->last = MAX (in_rows->last, place);
    }
  for (guint i = 0; i < self->articles->len; i++)
    {
      const InRows *in_rows = &self->in_rows[g_array_index (self->articles, guint32, i)];

      g_array_append_val (self->places, in_rows->first);
      if (in_rows->last != in_rows->first)
        g_array_append_val (self->places, in_rows->last);
    }
  sort_places (self->places);
  return TRUE;
}

/* Returns whether the places listed are all. */
static gboolean
list_repeat (Lister              *self,
             const DoubletRepeat *repeat)
{
  if (repeat->word < DOUBLET_WORD_MIXED && list_some (self, repeat))
    return self->places->len == repeat->last - repeat->first + 1;
  list_all (self, repeat);
  return TRUE;
}

static const DoubletRange *
make_ranges (Lister *self,
             guint32 length)
{
  g_array_set_size (self->ranges, self->places->len);
  for (guint i = 0; i < self->places->len; i++)
    {
      guint32 place = g_array_index (self->places, guint32, i);

      g_array_index (self->ranges, DoubletRange, i) = (DoubletRange){ place, place + length };
    }
  return (const DoubletRange *)(gpointer)self->ranges->data;
}

static guint64
sum_up (const guint32 *counts,
        guint32        n)
{
  guint64 sum = 0;

  for (guint32 i = 0; i < n; i++)
    sum += counts[i];
  return sum;
}

/* The greatest count such that all counts up to it sum up to the budget at the most:
 * repeats of the same frequency go together, so that chance has no part in it. */
static guint32
find_limit (const guint32 *counts,
            guint32        n,
            guint64        budget)
{
  g_autofree guint32 *sorted = NULL;
  guint64             sum = sum_up (counts, n);

  if (sum <= budget)
    return G_MAXUINT32;

  sorted = g_memdup2 (counts, n * sizeof *counts);
  qsort (sorted, n, sizeof *sorted, compare_places);
  for (guint32 i = n; i-- > 0;)
    {
      sum -= sorted[i];
      if (sum <= budget && (i == 0 || sorted[i - 1] < sorted[i]))
        return sorted[i] - 1;
    }
  return 0;
}

/* Sets the counts of repeats that are to be left out to 0. */
static gboolean
apply_limit (guint32 *counts,
             guint32  n,
             guint64  budget)
{
  guint32  limit = find_limit (counts, n, budget);
  gboolean any = FALSE;

  for (guint32 i = 0; i < n; i++)
    if (counts[i] > limit)
      {
        counts[i] = 0;
        any = TRUE;
      }
  return any;
}

/* How many places of each repeat will be kept, 0 for none. */
static guint32 *
count_places (Lister                *self,
              const guint8          *to_leave_out,
              DoubletPassagesCapped *capped,
              const DoubletProgress *progress)
{
  guint32             n = self->repeats->repeats->len;
  guint64             budget = MIN (OCCURRENCES_AT_LEAST + (guint64)OCCURRENCES_PER_WORD * self->text->n, MAX_OCCURRENCES);
  g_autofree guint32 *counts = g_new (guint32, MAX (n, 1));
  gboolean            left_out;

  for (guint32 i = 0; i < n; i++)
    {
      const DoubletRepeat *repeat = &g_array_index (self->repeats->repeats, DoubletRepeat, i);

      counts[i] = to_leave_out == NULL || !to_leave_out[i] ? repeat->last - repeat->first + 1 : 0;
    }
  left_out = apply_limit (counts, n, MAX_LOOKS);
  if (find_limit (counts, n, budget) < G_MAXUINT32)
    {
      for (guint32 i = 0; i < n; i++)
        {
          const DoubletRepeat *repeat = &g_array_index (self->repeats->repeats, DoubletRepeat, i);

          if (doublet_progress_is_cancelled (progress))
            return NULL;
          if (counts[i] > 0 && repeat->word < DOUBLET_WORD_MIXED && list_some (self, repeat))
            counts[i] = self->places->len;
        }
      left_out |= apply_limit (counts, n, budget);
    }
  if (left_out)
    *capped |= DOUBLET_PASSAGES_CAPPED_OCCURRENCES;
  return g_steal_pointer (&counts);
}

/**
 * doublet_repeat_occurrences_exceed:
 * @text: a text
 * @starts: where repeats may begin, in the order of what follows
 * @repeats: its maximal repeats
 * @candidates: the rows
 * @progress: (nullable): to stop by
 *
 * Returns: whether repeats will have to be left out, since they have too many occurrences
 */
gboolean
doublet_repeat_occurrences_exceed (const DoubletPassageText  *text,
                                   const DoubletRepeatStarts *starts,
                                   const DoubletRepeats      *repeats,
                                   DoubletCandidates         *candidates,
                                   const DoubletProgress     *progress)
{
  DoubletPassagesCapped capped = DOUBLET_PASSAGES_CAPPED_NONE;
  Lister                self;

  lister_init (&self, text, starts, repeats, candidates);
  g_free (count_places (&self, NULL, &capped, progress));
  lister_clear (&self);
  return capped != DOUBLET_PASSAGES_CAPPED_NONE;
}

/**
 * doublet_repeat_occurrences_add:
 * @text: a text
 * @starts: where repeats may begin, in the order of what follows
 * @repeats: its maximal repeats
 * @left_out: (nullable): for each of them whether it is not to be added
 * @candidates: where to add to; has the rows already
 * @capped: set if repeats had to be left out
 * @progress: (nullable): to stop by
 *
 * Adds the repeats with their occurrences; with some of them only, where the rest
 * would have no say in what becomes a passage.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
doublet_repeat_occurrences_add (const DoubletPassageText  *text,
                                const DoubletRepeatStarts *starts,
                                const DoubletRepeats      *repeats,
                                const guint8              *left_out,
                                DoubletCandidates         *candidates,
                                DoubletPassagesCapped     *capped,
                                const DoubletProgress     *progress)
{
  Lister              self;
  g_autofree guint32 *counts = NULL;
  guint32             i = 0;

  lister_init (&self, text, starts, repeats, candidates);
  counts = count_places (&self, left_out, capped, progress);
  if (counts != NULL)
    doublet_candidates_reserve (candidates, sum_up (counts, repeats->repeats->len));
  for (; counts != NULL && i < repeats->repeats->len; i++)
    {
      const DoubletRepeat *repeat = &g_array_index (repeats->repeats, DoubletRepeat, i);
      const DoubletRange  *ranges;
      gboolean             all;

      if (doublet_progress_is_cancelled (progress))
        break;
      if (counts[i] == 0)
        continue;
      all = list_repeat (&self, repeat);
      ranges = make_ranges (&self, repeat->length);
      /* Nothing but overlapping copies in one article: no two of them are two places. */
      if (ranges[self.ranges->len - 1].start < ranges[0].end)
        continue;
      doublet_candidates_add (candidates, text, DOUBLET_CANDIDATE_VERBATIM, i, ranges, self.ranges->len);
      doublet_candidates_get (candidates, candidates->items->len - 1)->partial = !all;
    }
  lister_clear (&self);
  return counts != NULL && i == repeats->repeats->len;
}

/**
 * doublet_repeat_occurrences_complete:
 * @text: the text
 * @starts: where repeats may begin, in the order of what follows
 * @repeats: its maximal repeats
 * @candidates: the candidates, those to be kept marked
 * @capped: set if there are too many occurrences
 * @progress: (nullable): to stop by
 *
 * Gives those repeats that are kept all their occurrences.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
doublet_repeat_occurrences_complete (const DoubletPassageText  *text,
                                     const DoubletRepeatStarts *starts,
                                     const DoubletRepeats      *repeats,
                                     DoubletCandidates         *candidates,
                                     DoubletPassagesCapped     *capped,
                                     const DoubletProgress     *progress)
{
  guint32             n = candidates->items->len;
  g_autofree guint32 *counts = g_new0 (guint32, MAX (n, 1));
  Lister              self;

  for (guint32 i = 0; i < n; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);

      if (candidate->kept && candidate->partial)
        {
          const DoubletRepeat *repeat = &g_array_index (repeats->repeats, DoubletRepeat, candidate->tag);

          counts[i] = repeat->last - repeat->first + 1;
        }
    }
  if (apply_limit (counts, n, MAX_OCCURRENCES))
    *capped |= DOUBLET_PASSAGES_CAPPED_OCCURRENCES;

  lister_init (&self, text, starts, repeats, candidates);
  for (guint32 i = 0; i < n; i++)
    {
      DoubletCandidate    *candidate = doublet_candidates_get (candidates, i);
      const DoubletRepeat *repeat;

      if (counts[i] == 0)
        continue;
      if (doublet_progress_is_cancelled (progress))
        break;
      repeat = &g_array_index (repeats->repeats, DoubletRepeat, candidate->tag);
      list_all (&self, repeat);
      doublet_candidates_set_ranges (candidates, text, candidate, make_ranges (&self, repeat->length), self.places->len);
    }
  lister_clear (&self);
  return !doublet_progress_is_cancelled (progress);
}
