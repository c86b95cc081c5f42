/* reworded-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reworded-passages.h"

#include <stdlib.h>

/*
 * From stretches of two articles each to passages of any number of occurrences.
 *
 * Stretches are taken longest first.  The longer side, or the first in the order of
 * their contents, is a passage's reference; what any stretch puts beside the same range,
 * or nearly the same, is an occurrence.  A stretch whose sides both are occurrences of a
 * passage made before has nothing to add.
 */

/* Two ranges are the same occurrence if they have so much of the longer one in common. */
#define MIN_COMMON_PART .5

/* One side of a region. */
typedef struct
{
  DoubletRange range;
  guint32      region;
  gboolean     is_y;
} Side;

typedef struct
{
  const DoubletPassageText *text;
  DoubletRewordedPassages  *result;
  Side                     *sides; /* by start */
  guint32                  *reach; /* for each side: how far it and those before it go */
  guint32                   n_sides;
  guint8                   *done;   /* for each region */
  GArray                   *ranges; /* DoubletRange: of the passage at work */
} Grouper;

static int
compare_sides (const void *a,
               const void *b)
{
  const Side *x = a, *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  if (x->range.end != y->range.end)
    return x->range.end > y->range.end ? -1 : 1;
  if (x->region != y->region)
    return x->region < y->region ? -1 : 1;
  return x->is_y - y->is_y;
}

static int
compare_ranges (const void *a,
                const void *b)
{
  const DoubletRange *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

static const DoubletSentenceRegion *
get_region (const Grouper *self,
            guint32        region)
{
  return &g_array_index (self->result->regions->regions, DoubletSentenceRegion, region);
}

static DoubletRange
get_side (const Grouper *self,
          guint32        region,
          gboolean       is_y)
{
  const DoubletSentenceRegion *of = get_region (self, region);

  return doublet_sentence_index_get_range (self->result->index, is_y ? of->y : of->x);
}

static guint32
weigh (const Grouper *self,
       DoubletRange   range)
{
  return doublet_passage_text_weigh (self->text, range.start, range.end);
}

static gboolean
is_same (const Grouper *self,
         DoubletRange   a,
         DoubletRange   b)
{
  DoubletRange common = { MAX (a.start, b.start), MIN (a.end, b.end) };

  return common.start < common.end && weigh (self, common) >= MIN_COMMON_PART * MAX (weigh (self, a), weigh (self, b));
}

/* The first of the sides that may reach into a range. */
static guint32
find_first_side (const Grouper *self,
                 DoubletRange   range)
{
  guint32 low = 0, high = self->n_sides;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->reach[middle] <= range.start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_listed (const Grouper *self,
           DoubletRange   range)
{
  guint32 low = 0, high = self->ranges->len;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (g_array_index (self->ranges, DoubletRange, middle).start <= range.start)
        low = middle;
      else
        high = middle;
    }
  for (guint32 i = low; i < MIN (low + 2, self->ranges->len); i++)
    if (is_same (self, g_array_index (self->ranges, DoubletRange, i), range))
      return TRUE;
  return FALSE;
}

/* Ranges that overlap become one; nothing may overlap with the reference. */
static void
unite_ranges (Grouper     *self,
              DoubletRange reference)
{
  DoubletRange *ranges = (DoubletRange *)(gpointer)self->ranges->data;
  guint         n = 0;

  qsort (ranges, self->ranges->len, sizeof *ranges, compare_ranges);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      if (ranges[i].start < reference.end && ranges[i].end > reference.start)
        continue;
      if (n > 0 && ranges[i].start < ranges[n - 1].end)
        ranges[n - 1].end = MAX (ranges[n - 1].end, ranges[i].end);
      else
        ranges[n++] = ranges[i];
    }
  g_array_set_size (self->ranges, n);
  g_array_append_val (self->ranges, reference);
  qsort (self->ranges->data, self->ranges->len, sizeof (DoubletRange), compare_ranges);
}

/* What stands beside a range, or nearly that range, in any region. */
static void
list_counterparts (Grouper     *self,
                   DoubletRange reference)
{
  g_array_set_size (self->ranges, 0);
  for (guint32 i = find_first_side (self, reference); i < self->n_sides && self->sides[i].range.start < reference.end; i++)
    if (is_same (self, self->sides[i].range, reference))
      {
        DoubletRange other = get_side (self, self->sides[i].region, !self->sides[i].is_y);

        g_array_append_val (self->ranges, other);
        self->done[self->sides[i].region] = TRUE;
      }
  unite_ranges (self, reference);
}

/* Regions between two occurrences have nothing to add. */
static void
pass_over_known (Grouper *self)
{
  for (guint j = 0; j < self->ranges->len; j++)
    {
      DoubletRange range = g_array_index (self->ranges, DoubletRange, j);

      for (guint32 i = find_first_side (self, range); i < self->n_sides && self->sides[i].range.start < range.end; i++)
        if (!self->done[self->sides[i].region] && is_same (self, self->sides[i].range, range) &&
            is_listed (self, get_side (self, self->sides[i].region, !self->sides[i].is_y)))
          self->done[self->sides[i].region] = TRUE;
    }
}

static void
make_passage (Grouper *self,
              guint32  region)
{
  DoubletRange           x = get_side (self, region, FALSE);
  DoubletRange           y = get_side (self, region, TRUE);
  guint32                weight_x = weigh (self, x), weight_y = weigh (self, y);
  gboolean               is_y = weight_x != weight_y ? weight_y > weight_x : doublet_passage_text_compare_content (self->text, y, x) < 0;
  DoubletRange           reference = is_y ? y : x;
  DoubletRewordedPassage passage = { self->result->ranges->len, 0, 0 };

  list_counterparts (self, reference);
  self->done[region] = TRUE;
  if (self->ranges->len < 2)
    return;
  pass_over_known (self);
  passage.n_ranges = self->ranges->len;
  while (g_array_index (self->ranges, DoubletRange, passage.reference).start != reference.start)
    passage.reference++;
  g_array_append_vals (self->result->ranges, self->ranges->data, self->ranges->len);
  g_array_append_val (self->result->passages, passage);
}

static int
compare_regions (const void *a,
                 const void *b,
                 void       *data)
{
  const Grouper               *self = data;
  guint32                      p = *(const guint32 *)a, q = *(const guint32 *)b;
  const DoubletSentenceRegion *x = get_region (self, p), *y = get_region (self, q);
  guint32                      weight_p = MAX (weigh (self, get_side (self, p, FALSE)), weigh (self, get_side (self, p, TRUE)));
  guint32                      weight_q = MAX (weigh (self, get_side (self, q, FALSE)), weigh (self, get_side (self, q, TRUE)));

  if (weight_p != weight_q)
    return weight_p > weight_q ? -1 : 1;
  if (x->x.start != y->x.start)
    return x->x.start < y->x.start ? -1 : 1;
  if (x->y.start != y->y.start)
    return x->y.start < y->y.start ? -1 : 1;
  return p < q ? -1 : p > q;
}

static void
group_regions (Grouper *self)
{
  guint32             n = self->result->regions->regions->len;
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1));

  self->n_sides = 2 * n;
  self->sides = g_new (Side, MAX (self->n_sides, 1));
  self->reach = g_new (guint32, MAX (self->n_sides, 1));
  self->done = g_new0 (guint8, MAX (n, 1));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  for (guint32 i = 0; i < n; i++)
    {
      order[i] = i;
      self->sides[2 * i] = (Side){ get_side (self, i, FALSE), i, FALSE };
      self->sides[2 * i + 1] = (Side){ get_side (self, i, TRUE), i, TRUE };
    }
  qsort (self->sides, self->n_sides, sizeof *self->sides, compare_sides);
  for (guint32 i = 0; i < self->n_sides; i++)
    self->reach[i] = MAX (self->sides[i].range.end, i > 0 ? self->reach[i - 1] : 0);
  g_qsort_with_data (order, n, sizeof *order, compare_regions, self);

  for (guint32 i = 0; i < n; i++)
    if (!self->done[order[i]])
      make_passage (self, order[i]);

  g_free (self->sides);
  g_free (self->reach);
  g_free (self->done);
  g_array_unref (self->ranges);
}

/**
 * doublet_reworded_passages_find:
 * @text: the text
 * @sequences: (array): the articles, with their sentences
 * @stem_hashes: for each symbol the hash of its stem
 * @links: the edited passages of two articles each
 * @versions: (nullable): articles that are nearly the same
 * @capped: (inout): what was not done in full
 * @progress: (nullable): to stop by
 *
 * Finds what says the same in other words and is in no passage of another kind.
 *
 * Returns: (transfer full) (nullable): the passages; %NULL if cancelled
 */
DoubletRewordedPassages *
doublet_reworded_passages_find (const DoubletPassageText *text,
                                const DoubletSequence    *sequences,
                                const guint64            *stem_hashes,
                                const DoubletLinks       *links,
                                const DoubletVersions    *versions,
                                DoubletPassagesCapped    *capped,
                                const DoubletProgress    *progress)
{
  g_autoptr (DoubletRewordedPassages) self = g_new0 (DoubletRewordedPassages, 1);
  g_autoptr (DoubletCoverage) coverage = NULL;
  g_autoptr (GArray) pairs = NULL;
  Grouper grouper = { .text = text, .result = self };

  self->passages = g_array_new (FALSE, FALSE, sizeof (DoubletRewordedPassage));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  self->index = doublet_sentence_index_new (text, sequences, stem_hashes, progress);
  if (self->index == NULL)
    return NULL;
  coverage = doublet_coverage_new (text, links, versions);
  pairs = doublet_sentence_pairs_find (text, self->index, coverage, capped, progress);
  if (pairs == NULL)
    return NULL;
  self->regions = doublet_sentence_regions_find (text, self->index, coverage, pairs, progress);
  if (self->regions == NULL)
    return NULL;
  group_regions (&grouper);
  return g_steal_pointer (&self);
}

/**
 * doublet_reworded_passages_free:
 * @self: (transfer full): passages
 */
void
doublet_reworded_passages_free (DoubletRewordedPassages *self)
{
  g_array_unref (self->passages);
  g_array_unref (self->ranges);
  g_clear_pointer (&self->regions, doublet_sentence_regions_free);
  g_clear_pointer (&self->index, doublet_sentence_index_free);
  g_free (self);
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

static guint32 *
dup_sorted (const DoubletPassageText *text,
            DoubletRange              range)
{
  guint32 *tokens = g_memdup2 (text->tokens + range.start, sizeof (guint32) * (range.end - range.start));

  qsort (tokens, range.end - range.start, sizeof *tokens, compare_numbers);
  return tokens;
}

/**
 * doublet_reworded_passages_weigh_same:
 * @text: the text
 * @reference: a range
 * @range: another
 *
 * Returns: the weight, in half-words, of the words of @range that @reference has as well,
 *   in whatever order
 */
guint32
doublet_reworded_passages_weigh_same (const DoubletPassageText *text,
                                      DoubletRange              reference,
                                      DoubletRange              range)
{
  g_autofree guint32 *there = dup_sorted (text, reference);
  guint32             n_there = reference.end - reference.start;
  g_autofree guint8  *used = g_new0 (guint8, n_there);
  guint32             same = 0;

  for (guint32 i = range.start; i < range.end; i++)
    {
      guint32 low = 0, high = n_there;

      while (low < high)
        {
          guint32 middle = low + (high - low) / 2;

          if (there[middle] < text->tokens[i] || (there[middle] == text->tokens[i] && used[middle]))
            low = middle + 1;
          else
            high = middle;
        }
      if (low < n_there && there[low] == text->tokens[i])
        {
          used[low] = TRUE;
          same += doublet_passage_text_weigh (text, i, i + 1);
        }
    }
  return same;
}

static int
compare_pairs (const void *a,
               const void *b)
{
  const DoubletPairFigures *x = a, *y = b;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static void
add_words (DoubletSharedWords       *self,
           const DoubletSharedWords *other)
{
  self->half_words += other->half_words;
  self->quoted += other->quoted;
  self->in_most += other->in_most;
  self->boilerplate += other->boilerplate;
}

/**
 * doublet_reworded_passages_add_figures:
 * @self: passages
 * @pairs: (array length=n_pairs): what two articles have in common word for word, by
 *   articles
 * @n_pairs: (inout): how many pairs
 *
 * Returns: (transfer full) (array length=n_pairs): the same with what two articles have
 *   in other words, and with the pairs that have nothing else in common
 */
DoubletPairFigures *
doublet_reworded_passages_add_figures (const DoubletRewordedPassages *self,
                                       const DoubletPairFigures      *pairs,
                                       guint32                       *n_pairs)
{
  GArray *shares = self->regions->shares;
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (DoubletPairFigures), *n_pairs + shares->len);
  guint   n = 0;

  g_array_append_vals (all, pairs, *n_pairs);
  for (guint i = 0; i < shares->len; i++)
    {
      const DoubletRewordedShare *share = &g_array_index (shares, DoubletRewordedShare, i);
      guint32                     x = self->index->article[share->article_x], y = self->index->article[share->article_y];
      DoubletPairFigures          pair = {
                 .a = MIN (x, y),
                 .b = MAX (x, y),
                 .reworded_half_words_of_a = x < y ? share->half_words_of_x : share->half_words_of_y,
                 .reworded_half_words_of_b = x < y ? share->half_words_of_y : share->half_words_of_x,
      };

      g_array_append_val (all, pair);
    }

  if (all->len > 1)
    qsort (all->data, all->len, sizeof (DoubletPairFigures), compare_pairs);
  for (guint i = 0; i < all->len; i++)
    {
      DoubletPairFigures *pair = &g_array_index (all, DoubletPairFigures, i);
      DoubletPairFigures *last = n > 0 ? &g_array_index (all, DoubletPairFigures, n - 1) : NULL;

      if (last == NULL || compare_pairs (last, pair) != 0)
        {
          g_array_index (all, DoubletPairFigures, n++) = *pair;
          continue;
        }
      /* One of the two is of words, the other of reworded ones. */
      add_words (&last->of_a, &pair->of_a);
      add_words (&last->of_b, &pair->of_b);
      last->longest_half_words += pair->longest_half_words;
      last->n_passages += pair->n_passages;
      last->n_boilerplate += pair->n_boilerplate;
      last->reworded_half_words_of_a += pair->reworded_half_words_of_a;
      last->reworded_half_words_of_b += pair->reworded_half_words_of_b;
    }
  *n_pairs = n;
  return (DoubletPairFigures *)(gpointer)g_array_free (all, FALSE);
}
