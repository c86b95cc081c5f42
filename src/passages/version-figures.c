/* version-figures.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "version-figures.h"

/*
 * What two versions of one text have in common is told by what each has in common with the
 * representative: where both have the representative's words, they have each other's.  It
 * takes as many looks as they have edits, not words.
 */

/* Half-words: single words between edits are the same by chance; see chain.c. */
#define MIN_RUN_WEIGHT 4

/* Pairs of versions, each two of some 1,450: of more than that only those with the
 * representative are measured. */
#define MAX_PAIRS (1u << 20)

/* The weight of what is told apart before each place; NULL if there is nothing. */
typedef struct
{
  guint32 *quoted;
  guint32 *in_most;
  guint32 *boilerplate;
} Sums;

typedef struct
{
  const DoubletVersions *versions;
  Sums                   sums;
} Measurer;

static inline const DoubletExactRun *
get_runs (const DoubletVersions *self,
          guint32                article)
{
  return &g_array_index (self->runs, DoubletExactRun, self->runs_of[article].start);
}

static inline guint32
count_runs (const DoubletVersions *self,
            guint32                article)
{
  return self->runs_of[article].end - self->runs_of[article].start;
}

static gboolean
is_version (const DoubletVersions *self,
            guint32                article)
{
  return self->family_of[article] != DOUBLET_NO_FAMILY && count_runs (self, article) > 0;
}

/* In how many articles of a family each window of its representative stands. */
static guint32 *
count_windows (const DoubletVersions *self,
               guint32                family,
               guint32               *n_versions)
{
  const DoubletPassageText *text = self->text;
  guint32                   base = text->base[self->representatives[family]];
  guint32                   n = text->base[self->representatives[family] + 1] - base;
  guint32                  *counts = g_new0 (guint32, (gsize)n + 1);

  *n_versions = 1;
  counts[0] = 1;
  for (guint32 article = 0; article < text->n_articles; article++)
    {
      if (self->family_of[article] != family || !is_version (self, article))
        continue;
      ++*n_versions;
      for (guint32 i = 0; i < count_runs (self, article); i++)
        {
          DoubletExactRun run = get_runs (self, article)[i];

          if (run.length < text->min_tokens)
            continue;
          counts[run.x - base]++;
          /* Taking from one that is 0 is undone by the sum. */
          counts[run.x - base + run.length - text->min_tokens + 1]--;
        }
    }
  for (guint32 i = 0; i < n; i++)
    counts[i + 1] += counts[i];
  return counts;
}

/* Marks what of a run stands in most articles. */
static void
mark_run (const DoubletVersions *self,
          const guint32         *counts,
          guint32                base,
          DoubletExactRun        run,
          gint32                *changes)
{
  const DoubletPassageText *text = self->text;
  guint32                   n_windows = run.length >= text->min_tokens ? run.length - text->min_tokens + 1 : 0;
  guint32                   start = 0;

  for (guint32 i = 0; i <= n_windows; i++)
    {
      guint32 end = i + text->min_tokens - 1;

      if (i < n_windows && doublet_passages_is_most (counts[run.x - base + i], text->n_articles))
        continue;
      if (i > start && doublet_passage_text_weigh (text, run.y + start, run.y + end) >= text->min_weight)
        {
          changes[run.y + start]++;
          changes[run.y + end]--;
        }
      start = i + 1;
    }
}

/**
 * doublet_versions_count_in_most:
 * @self: families
 * @changes: (inout): for each place how much deeper it is in what stands in most articles
 *   than the one before
 *
 * Adds what stands in most articles since it is in most versions of one text.
 */
void
doublet_versions_count_in_most (const DoubletVersions *self,
                                gint32                *changes)
{
  const DoubletPassageText *text = self->text;

  for (guint32 family = 0; family < self->n_families; family++)
    {
      guint32             representative = self->representatives[family];
      guint32             base = text->base[representative];
      guint32             n_versions;
      g_autofree guint32 *counts = count_windows (self, family, &n_versions);

      if (!doublet_passages_is_most (n_versions, text->n_articles))
        continue;
      mark_run (self, counts, base, (DoubletExactRun){ base, base, text->base[representative + 1] - base }, changes);
      for (guint32 article = 0; article < text->n_articles; article++)
        for (guint32 i = 0; self->family_of[article] == family && is_version (self, article) && i < count_runs (self, article); i++)
          mark_run (self, counts, base, get_runs (self, article)[i], changes);
    }
}

static guint32 *
sum_up (const DoubletMarkedPlaces *places,
        const DoubletPassageText  *text)
{
  guint32 *sums = NULL;
  guint32  place = 0;

  if (places->n == 0)
    return NULL;
  sums = g_new (guint32, (gsize)text->n + 1);
  sums[0] = 0;
  for (guint32 i = 0; i <= places->n; i++)
    {
      guint32 start = i < places->n ? places->ranges[i].start : text->n;
      guint32 end = i < places->n ? places->ranges[i].end : text->n;

      for (; place < start; place++)
        sums[place + 1] = sums[place];
      for (; place < end; place++)
        sums[place + 1] = sums[place] + doublet_passage_text_weigh (text, place, place + 1);
    }
  return sums;
}

static inline guint32
weigh_marked (const guint32 *sums,
              guint32        start,
              guint32        end)
{
  return sums != NULL ? sums[end] - sums[start] : 0;
}

static inline void
add_words (const Measurer     *self,
           guint32             start,
           guint32             end,
           DoubletSharedWords *words)
{
  guint32 boilerplate = weigh_marked (self->sums.boilerplate, start, end);

  words->half_words += doublet_passage_text_weigh (self->versions->text, start, end) - boilerplate;
  words->quoted += weigh_marked (self->sums.quoted, start, end);
  words->in_most += weigh_marked (self->sums.in_most, start, end);
  words->boilerplate += boilerplate;
}

/* Counts a run of two versions, x in the one and y in the other. */
static void
count_run (const Measurer     *self,
           DoubletExactRun     run,
           DoubletPairFigures *pair)
{
  const DoubletPassageText *text = self->versions->text;
  guint32                   weight = doublet_passage_text_weigh (text, run.x, run.x + run.length);

  if (weight < MIN_RUN_WEIGHT)
    return;
  add_words (self, run.x, run.x + run.length, &pair->of_a);
  add_words (self, run.y, run.y + run.length, &pair->of_b);
  if (weight >= text->min_weight && weigh_marked (self->sums.boilerplate, run.x, run.x + run.length) < weight)
    pair->longest_half_words = MAX (pair->longest_half_words, weight);
}

/* Adds a run behind the last one.  Between the two both versions may have the same words
 * where the representative has others. */
static void
add_run (const Measurer     *self,
         DoubletExactRun    *last,
         DoubletExactRun     run,
         DoubletPairFigures *pair)
{
  const guint32 *tokens = self->versions->text->tokens;

  while (last->length > 0 && last->x + last->length < run.x && last->y + last->length < run.y &&
         tokens[last->x + last->length] == tokens[last->y + last->length])
    last->length++;
  while (run.x > last->x + last->length && run.y > last->y + last->length && last->length > 0 &&
         tokens[run.x - 1] == tokens[run.y - 1])
    run = (DoubletExactRun){ run.x - 1, run.y - 1, run.length + 1 };
  if (last->length > 0 && last->x + last->length == run.x && last->y + last->length == run.y)
    {
      last->length += run.length;
      return;
    }
  count_run (self, *last, pair);
  *last = run;
}

/* Both lists of runs are gone through side by side, in the representative's order. */
static DoubletPairFigures
measure_pair (const Measurer *self,
              guint32         a,
              guint32         b)
{
  const DoubletVersions *versions = self->versions;
  const DoubletExactRun *runs_a = get_runs (versions, a), *runs_b = get_runs (versions, b);
  guint32                n_a = count_runs (versions, a), n_b = count_runs (versions, b);
  DoubletPairFigures     pair = { .a = a, .b = b };
  DoubletExactRun        last = { 0, 0, 0 };

  for (guint32 i = 0, j = 0; i < n_a && j < n_b;)
    {
      guint32 end_a = runs_a[i].x + runs_a[i].length, end_b = runs_b[j].x + runs_b[j].length;
      guint32 start = MAX (runs_a[i].x, runs_b[j].x), end = MIN (end_a, end_b);

      if (start < end)
        add_run (self, &last, (DoubletExactRun){ runs_a[i].y + (start - runs_a[i].x), runs_b[j].y + (start - runs_b[j].x), end - start }, &pair);
      i += end_a <= end_b;
      j += end_b <= end_a;
    }
  count_run (self, last, &pair);
  pair.n_passages = pair.of_a.half_words + pair.of_b.half_words > 0;
  pair.n_boilerplate = !pair.n_passages;
  return pair;
}

/* What is known of two versions in another way as well: the greater figure holds, for
 * neither tells of words that are not there. */
static DoubletPairFigures
unite (const DoubletPairFigures *a,
       const DoubletPairFigures *b)
{
  DoubletPairFigures pair = *a;

  if (b->of_a.half_words + b->of_a.boilerplate > a->of_a.half_words + a->of_a.boilerplate)
    pair.of_a = b->of_a;
  if (b->of_b.half_words + b->of_b.boilerplate > a->of_b.half_words + a->of_b.boilerplate)
    pair.of_b = b->of_b;
  pair.longest_half_words = MAX (a->longest_half_words, b->longest_half_words);
  pair.n_passages = MAX (a->n_passages, b->n_passages);
  pair.n_boilerplate = MAX (a->n_boilerplate, b->n_boilerplate);
  return pair;
}

/* How many pairs of versions there are. */
static guint64
count_pairs (const DoubletVersions *self)
{
  g_autofree guint32 *sizes = g_new0 (guint32, MAX (self->n_families, 1));
  guint64             n = 0;

  for (guint32 article = 0; article < self->text->n_articles; article++)
    if (is_version (self, article))
      n += sizes[self->family_of[article]]++;
  return n;
}

/**
 * doublet_versions_add_figures:
 * @self: families
 * @marks: what is told apart
 * @pairs: (array length=n_pairs): what two articles have in common, by articles
 * @n_pairs: (inout): how many pairs
 * @capped: (inout): what was not done in full
 *
 * Returns: (transfer full) (array length=n_pairs): the same with what each two versions of
 *   one text have in common
 */
DoubletPairFigures *
doublet_versions_add_figures (const DoubletVersions    *self,
                              const DoubletWordMarks   *marks,
                              const DoubletPairFigures *pairs,
                              guint32                  *n_pairs,
                              DoubletPassagesCapped    *capped)
{
  const DoubletPassageText *text = self->text;
  guint64                   n_added = count_pairs (self);
  GArray                   *all = g_array_sized_new (FALSE, FALSE, sizeof (DoubletPairFigures), (n_added > MAX_PAIRS ? 0 : n_added) + *n_pairs);
  Measurer                  measurer = { self, { sum_up (&marks->quoted, text), sum_up (&marks->in_most, text), sum_up (&marks->boilerplate, text) } };
  guint32                   next = 0;

  if (n_added > MAX_PAIRS)
    {
      *capped |= DOUBLET_PASSAGES_CAPPED_OCCURRENCES;
      g_array_append_vals (all, pairs, *n_pairs);
    }
  for (guint32 a = 0; a < text->n_articles && n_added <= MAX_PAIRS; a++)
    for (guint32 b = a + 1; b < text->n_articles && (self->family_of[a] != DOUBLET_NO_FAMILY || (next < *n_pairs && pairs[next].a == a)); b++)
      {
        gboolean           is_known = next < *n_pairs && pairs[next].a == a && pairs[next].b == b;
        DoubletPairFigures pair;

        /* Of the representative and a version all is known. */
        if (!doublet_versions_are_one (self, a, b) || !is_version (self, a) || !is_version (self, b))
          {
            if (is_known)
              g_array_append_val (all, pairs[next++]);
            continue;
          }
        pair = measure_pair (&measurer, a, b);
        if (is_known)
          pair = unite (&pair, &pairs[next++]);
        g_array_append_val (all, pair);
      }
  g_free (measurer.sums.quoted);
  g_free (measurer.sums.in_most);
  g_free (measurer.sums.boilerplate);
  *n_pairs = all->len;
  return (DoubletPairFigures *)(gpointer)g_array_free (all, FALSE);
}
