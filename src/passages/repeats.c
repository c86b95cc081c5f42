/* repeats.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "repeats.h"

#include <stdlib.h>

/*
 * Maximal repeats are the intervals of the suffix array that share a prefix which
 * can be made longer neither to the right (then they would not all be one interval
 * of that length) nor to the left (they would all follow the same symbol): Abouelhoda,
 * Kurtz and Ohlebusch, "Replacing suffix trees with enhanced suffix arrays", 2004.
 * One sweep over the LCP array with a stack finds them all, without looking at the
 * occurrences.
 *
 * A word repeated n times has n such intervals with n²/2 occurrences.  Where all of
 * them lie in rows of the same unit and begin with the same word of it, they say
 * nothing that the rows do not say; how far each place's row reaches travels with
 * the interval, so these are known without being listed.
 */

/* Occurrences to be listed in all, from which on the most frequent repeats are left
 * out: so many, and so many for each word of the text.  A thousand articles with
 * planted passages have 0.01 for each word; the limit is for the memory's sake. */
#define MAX_OCCURRENCES 4000000
#define MAX_OCCURRENCES_PER_WORD 8

#define LEFT_MIXED G_MAXUINT32
#define WORD_NONE G_MAXUINT32

/* What the suffixes of an interval have in common. */
typedef struct
{
  guint32 left;  /* the symbol before, or LEFT_MIXED */
  guint32 reach; /* how far each place's row goes on, at least */
  guint32 word;  /* which word of which rows' unit comes first; WORD_NONE if not one */
} Common;

typedef struct
{
  guint32 length;
  guint32 first;
  Common  common;
} Interval;

typedef struct
{
  guint32 first;
  guint32 last;
  guint32 length;
} Repeat;

typedef struct
{
  const DoubletPassageText *text;
  const DoubletIslands     *islands;
  const DoubletSuffixArray *suffixes;
  guint32                  *reach; /* (nullable) */
  guint32                  *word;  /* (nullable) */
  GArray                   *repeats;
} Finder;

/* For each place the row that goes furthest. */
static void
map_rows (Finder                    *self,
          const DoubletPeriodicRows *rows)
{
  guint32             n = self->islands->n;
  g_autofree guint32 *first_word = NULL; /* of each unit, when their words are numbered on */

  if (rows->n_rows == 0)
    return;

  first_word = g_new0 (guint32, (gsize)rows->n_units + 1);
  for (guint32 i = 0; i < rows->n_rows; i++)
    first_word[rows->rows[i].unit + 1] = rows->rows[i].period;
  for (guint32 i = 0; i < rows->n_units; i++)
    first_word[i + 1] += first_word[i];

  self->reach = g_new0 (guint32, n);
  self->word = g_new (guint32, n);
  for (guint32 i = 0; i < rows->n_rows; i++)
    {
      const DoubletRow *row = &rows->rows[i];
      guint32           length = row->end - row->start;
      guint32           word = row->period - row->phase;

      for (guint32 j = 0; j < length; j++)
        {
          if (word >= row->period)
            word -= row->period;
          if (self->reach[row->island_start + j] < length - j)
            {
              self->reach[row->island_start + j] = length - j;
              self->word[row->island_start + j] = first_word[row->unit] + word;
            }
          word++;
        }
    }
}

static inline Common
look_at (const Finder *self,
         guint32       suffix)
{
  Common common = { LEFT_MIXED, 0, WORD_NONE };

  if (suffix > 0)
    common.left = self->islands->text[suffix - 1];
  if (self->reach != NULL && self->reach[suffix] > 0)
    {
      common.reach = self->reach[suffix];
      common.word = self->word[suffix];
    }
  return common;
}

static inline void
merge (Common       *common,
       const Common *other)
{
  if (common->left != other->left)
    common->left = LEFT_MIXED;
  common->reach = MIN (common->reach, other->reach);
  if (common->word != other->word)
    common->word = WORD_NONE;
}

static inline void
add_repeat (Finder         *self,
            const Interval *interval,
            guint32         last)
{
  Repeat  repeat = { interval->first, last, interval->length };
  guint32 place;

  if (interval->common.left != LEFT_MIXED || interval->length < self->text->min_tokens)
    return;
  if (interval->common.word != WORD_NONE && interval->common.reach >= interval->length)
    return;
  place = self->islands->places[self->suffixes->suffixes[repeat.first]];
  if (doublet_passage_text_weigh (self->text, place, place + repeat.length) < self->text->min_weight)
    return;
  g_array_append_val (self->repeats, repeat);
}

static gboolean
sweep (Finder                *self,
       const DoubletProgress *progress)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Interval));
  const DoubletSuffixArray *suffixes = self->suffixes;
  Interval                  root = { 0, 0, { LEFT_MIXED, 0, WORD_NONE } };

  g_array_append_val (stack, root);
  for (guint32 i = 1; i <= suffixes->n; i++)
    {
      guint32   length = suffixes->lcp[i];
      Interval  next = { length, i - 1, look_at (self, suffixes->suffixes[i - 1]) };
      Interval *top = &g_array_index (stack, Interval, stack->len - 1);

      if (DOUBLET_PROGRESS_CHECK (progress, i))
        return FALSE;
      while (top->length > length)
        {
          merge (&top->common, &next.common);
          add_repeat (self, top, i - 1);
          next.first = top->first;
          next.common = top->common;
          g_array_set_size (stack, stack->len - 1);
          top = &g_array_index (stack, Interval, stack->len - 1);
        }
      if (top->length < length)
        g_array_append_val (stack, next);
      else
        merge (&top->common, &next.common);
    }
  return TRUE;
}

static int
compare_counts (const void *a,
                const void *b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* How many occurrences a repeat may have so that all together are not too many. */
static guint32
limit_occurrences (const Finder *self)
{
  guint64             budget = MAX_OCCURRENCES + (guint64)MAX_OCCURRENCES_PER_WORD * self->text->n;
  guint32             n = self->repeats->len;
  g_autofree guint32 *counts = g_new (guint32, MAX (n, 1));
  guint64             sum = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const Repeat *repeat = &g_array_index (self->repeats, Repeat, i);

      counts[i] = repeat->last - repeat->first + 1;
      sum += counts[i];
    }
  if (sum <= budget)
    return G_MAXUINT32;

  qsort (counts, n, sizeof *counts, compare_counts);
  for (guint32 i = n; i-- > 0;)
    {
      /* All of the same frequency go together, so that chance has no part in it. */
      sum -= counts[i];
      if (sum <= budget && (i == 0 || counts[i - 1] < counts[i]))
        return counts[i] - 1;
    }
  return 0;
}

static void
list_repeat (const Finder      *self,
             const Repeat      *repeat,
             GArray            *ranges,
             guint32           *places,
             DoubletCandidates *candidates)
{
  guint32             n = repeat->last - repeat->first + 1;
  const DoubletRange *list;

  for (guint32 i = 0; i < n; i++)
    places[i] = self->islands->places[self->suffixes->suffixes[repeat->first + i]];
  doublet_repeats_sort_places (places, n);

  /* Nothing but overlapping copies in one article: no two of them are two places. */
  if (places[n - 1] < places[0] + repeat->length)
    return;

  g_array_set_size (ranges, n);
  for (guint32 i = 0; i < n; i++)
    g_array_index (ranges, DoubletRange, i) = (DoubletRange){ places[i], places[i] + repeat->length };
  list = (const DoubletRange *)(gpointer)ranges->data;
  doublet_candidates_add (candidates, self->text, DOUBLET_CANDIDATE_VERBATIM, 0, list, n);
}

static gboolean
list_repeats (const Finder          *self,
              DoubletCandidates     *candidates,
              DoubletPassagesCapped *capped,
              const DoubletProgress *progress)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  g_autofree guint32 *places = g_new (guint32, self->islands->n);
  guint32             limit = limit_occurrences (self);
  guint64             done = 0;

  for (guint32 i = 0; i < self->repeats->len; i++)
    {
      const Repeat *repeat = &g_array_index (self->repeats, Repeat, i);
      guint32       n = repeat->last - repeat->first + 1;

      done += n;
      if (done > DOUBLET_PROGRESS_MASK)
        {
          done = 0;
          if (doublet_progress_is_cancelled (progress))
            return FALSE;
        }
      if (n > limit)
        *capped |= DOUBLET_PASSAGES_CAPPED_OCCURRENCES;
      else
        list_repeat (self, repeat, ranges, places, candidates);
    }
  return TRUE;
}

/**
 * doublet_repeats_find:
 * @text: a text
 * @islands: what may lie in a repeat of it
 * @suffixes: the suffixes of @islands in order
 * @rows: the rows in it
 * @candidates: where to add what is found
 * @capped: set if repeats had to be left out
 * @progress: (nullable): to stop by
 *
 * Finds all maximal repeats that are heavy enough, with all their occurrences, but
 * those that lie wholly in rows of one unit and begin with one word of it.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
doublet_repeats_find (const DoubletPassageText  *text,
                      const DoubletIslands      *islands,
                      const DoubletSuffixArray  *suffixes,
                      const DoubletPeriodicRows *rows,
                      DoubletCandidates         *candidates,
                      DoubletPassagesCapped     *capped,
                      const DoubletProgress     *progress)
{
  g_autoptr (GArray) repeats = g_array_new (FALSE, FALSE, sizeof (Repeat));
  Finder   self = { text, islands, suffixes, NULL, NULL, repeats };
  gboolean done;

  map_rows (&self, rows);
  done = sweep (&self, progress);
  g_free (self.reach);
  g_free (self.word);
  return done && list_repeats (&self, candidates, capped, progress);
}

/**
 * doublet_repeats_list_copies:
 * @islands: what may lie in a repeat
 * @suffixes: their suffixes in order
 * @place: an index into @islands
 * @length: a length
 * @places: (element-type guint32): where to add to
 *
 * Adds the places of all copies of what stands at @place, itself among them, sorted.
 */
void
doublet_repeats_list_copies (const DoubletIslands     *islands,
                             const DoubletSuffixArray *suffixes,
                             guint32                   place,
                             guint32                   length,
                             GArray                   *places)
{
  guint32 first = suffixes->ranks[place];
  guint32 last = first;

  while (suffixes->lcp[first] >= length)
    first--;
  while (suffixes->lcp[last + 1] >= length)
    last++;
  for (guint32 i = first; i <= last; i++)
    g_array_append_val (places, islands->places[suffixes->suffixes[i]]);
  doublet_repeats_sort_places ((guint32 *)(gpointer)places->data, places->len);
}

/**
 * doublet_repeats_sort_places:
 * @places: (array length=n): places
 * @n: how many there are
 *
 * Sorts @places.
 */
void
doublet_repeats_sort_places (guint32 *places,
                             guint32  n)
{
  /* Two or three most of the time. */
  if (n > 16)
    {
      qsort (places, n, sizeof *places, compare_counts);
      return;
    }
  for (guint32 i = 1; i < n; i++)
    {
      guint32 place = places[i];
      guint32 j = i;

      for (; j > 0 && places[j - 1] > place; j--)
        places[j] = places[j - 1];
      places[j] = place;
    }
}
