/* word-marks.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "word-marks.h"

#include "version-figures.h"

/*
 * Which words stand inside quotation marks and which are boilerplate, whoever made the
 * sequences knows.  Which stand in most of the articles follows from the repeats: every
 * run of words, with all the articles it stands in, lies in a maximal repeat that stands
 * in the same ones.
 */

/* The ranges of one kind of all sequences, as places. */
static GArray *
collect_ranges (const DoubletPassageText *text,
                const DoubletSequence    *sequences,
                gboolean                  boilerplate)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (DoubletRange));

  for (guint32 i = 0; i < text->n_articles; i++)
    {
      const DoubletRange *ranges = boilerplate ? sequences[i].boilerplate : sequences[i].quoted;
      guint32             n = boilerplate ? sequences[i].n_boilerplate : sequences[i].n_quoted;

      for (guint32 j = 0; j < n; j++)
        {
          DoubletRange range = { text->base[i] + ranges[j].start, text->base[i] + ranges[j].end };

          if (range.start < range.end)
            g_array_append_val (all, range);
        }
    }
  return all;
}

/* Puts what is left of @ranges without @others in their place; both are rising. */
static GArray *
subtract (GArray       *ranges,
          const GArray *others)
{
  GArray *rest;
  guint   j = 0;

  if (others->len == 0)
    return ranges;

  rest = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  for (guint i = 0; i < ranges->len; i++)
    {
      DoubletRange range = g_array_index (ranges, DoubletRange, i);

      while (j < others->len && g_array_index (others, DoubletRange, j).end <= range.start)
        j++;
      for (guint k = j; k < others->len && g_array_index (others, DoubletRange, k).start < range.end; k++)
        {
          DoubletRange other = g_array_index (others, DoubletRange, k);
          DoubletRange before = { range.start, other.start };

          if (before.start < before.end)
            g_array_append_val (rest, before);
          range.start = MAX (range.start, other.end);
        }
      if (range.start < range.end)
        g_array_append_val (rest, range);
    }
  g_array_unref (ranges);
  return rest;
}

/* How much deeper in repeats that stand in most articles each place is than the one
 * before it; NULL if there are none. */
static gint32 *
count_changes (const DoubletPassageText *text,
               const DoubletCandidates  *candidates,
               const DoubletVersions    *versions)
{
  gint32 *changes = NULL;

  if (versions != NULL)
    {
      changes = g_new0 (gint32, (gsize)text->n + 1);
      doublet_versions_count_in_most (versions, changes);
    }
  for (guint32 i = 0; i < candidates->items->len; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);
      const DoubletRange     *ranges = doublet_candidates_get_ranges (candidates, candidate);

      if (!doublet_passages_is_most (candidate->n_slots, text->n_articles))
        continue;
      if (changes == NULL)
        changes = g_new0 (gint32, (gsize)text->n + 1);
      for (guint32 j = 0; j < candidate->n_ranges; j++)
        {
          changes[ranges[j].start]++;
          changes[ranges[j].end]--;
        }
    }
  return changes;
}

static GArray *
find_in_most (const DoubletPassageText *text,
              const DoubletCandidates  *candidates,
              const DoubletVersions    *versions)
{
  GArray            *ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  g_autofree gint32 *changes = count_changes (text, candidates, versions);
  gint32             depth = 0;
  DoubletRange       range = { 0, 0 };

  for (guint32 i = 0; changes != NULL && i <= text->n; i++)
    {
      gboolean was_inside = depth > 0;

      depth += changes[i];
      if (!was_inside && depth > 0)
        range.start = i;
      if (was_inside && depth == 0)
        {
          range.end = i;
          g_array_append_val (ranges, range);
        }
    }
  return ranges;
}

static void
take_ranges (DoubletMarkedPlaces      *self,
             const DoubletPassageText *text,
             GArray                   *ranges)
{
  self->text = text;
  self->n = ranges->len;
  self->ranges = (DoubletRange *)(gpointer)g_array_free (ranges, FALSE);
  self->sums = g_new (guint32, (gsize)self->n + 1);
  self->sums[0] = 0;
  for (guint32 i = 0; i < self->n; i++)
    self->sums[i + 1] = self->sums[i] + doublet_passage_text_weigh (text, self->ranges[i].start, self->ranges[i].end);
}

/**
 * doublet_word_marks_new:
 * @text: the text
 * @sequences: (array): the articles, with what is known of their words
 * @candidates: what repeats, chosen or not
 * @versions: (nullable): articles whose repeats are not among @candidates
 * @options: what counts as a passage
 *
 * Returns: (transfer full): what figures tell apart
 */
DoubletWordMarks *
doublet_word_marks_new (const DoubletPassageText    *text,
                        const DoubletSequence       *sequences,
                        const DoubletCandidates     *candidates,
                        const DoubletVersions       *versions,
                        const DoubletPassageOptions *options)
{
  DoubletWordMarks *self = g_new0 (DoubletWordMarks, 1);
  GArray           *boilerplate = collect_ranges (text, sequences, TRUE);

  self->max_gap = 2 * options->max_gap;
  self->min_identical = options->min_identical;
  take_ranges (&self->quoted, text, subtract (collect_ranges (text, sequences, FALSE), boilerplate));
  take_ranges (&self->in_most, text, subtract (find_in_most (text, candidates, versions), boilerplate));
  take_ranges (&self->boilerplate, text, boilerplate);
  return self;
}

static void
clear_places (DoubletMarkedPlaces *self)
{
  g_free (self->ranges);
  g_free (self->sums);
}

/**
 * doublet_word_marks_free:
 * @self: (transfer full): marks
 */
void
doublet_word_marks_free (DoubletWordMarks *self)
{
  clear_places (&self->quoted);
  clear_places (&self->in_most);
  clear_places (&self->boilerplate);
  g_free (self);
}

/* The first range that ends behind a place. */
static guint32
find_range (const DoubletMarkedPlaces *self,
            guint32                    place)
{
  guint32 low = 0, high = self->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->ranges[middle].end <= place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The weight of all that is marked before a place. */
static guint32
weigh_before (const DoubletMarkedPlaces *self,
              guint32                    place)
{
  guint32 i = find_range (self, place);

  if (i == self->n || self->ranges[i].start >= place)
    return self->sums[i];
  return self->sums[i] + doublet_passage_text_weigh (self->text, self->ranges[i].start, place);
}

/**
 * doublet_marked_places_weigh:
 * @self: marked places
 * @range: a range
 *
 * Returns: the weight, in half-words, of what is marked in @range
 */
guint32
doublet_marked_places_weigh (const DoubletMarkedPlaces *self,
                             DoubletRange               range)
{
  return self->n > 0 ? weigh_before (self, range.end) - weigh_before (self, range.start) : 0;
}

/**
 * doublet_word_marks_is_boilerplate:
 * @self: marks
 * @range: a range
 *
 * Returns: whether @range is boilerplate but for what an edited passage may change: so
 *   many words in a row, and so many of all
 */
gboolean
doublet_word_marks_is_boilerplate (const DoubletWordMarks *self,
                                   DoubletRange            range)
{
  const DoubletMarkedPlaces *places = &self->boilerplate;
  guint64                    whole = doublet_passage_text_weigh (places->text, range.start, range.end);
  guint32                    at = range.start;

  if (places->n == 0 || doublet_marked_places_weigh (places, range) * (guint64)100 < whole * self->min_identical)
    return FALSE;
  for (guint32 i = find_range (places, range.start); at < range.end; i++)
    {
      guint32 start = i < places->n ? CLAMP (places->ranges[i].start, at, range.end) : range.end;

      if (doublet_passage_text_weigh (places->text, at, start) > self->max_gap)
        return FALSE;
      at = i < places->n ? MAX (start, places->ranges[i].end) : range.end;
    }
  return TRUE;
}

/**
 * doublet_word_marks_is_all_boilerplate:
 * @self: marks
 * @ranges: (array length=n_ranges): ranges
 * @n_ranges: how many
 *
 * Returns: whether each of @ranges is boilerplate
 */
gboolean
doublet_word_marks_is_all_boilerplate (const DoubletWordMarks *self,
                                       const DoubletRange     *ranges,
                                       guint32                 n_ranges)
{
  if (self->boilerplate.n == 0)
    return FALSE;
  for (guint32 i = 0; i < n_ranges; i++)
    if (!doublet_word_marks_is_boilerplate (self, ranges[i]))
      return FALSE;
  return TRUE;
}
