/* chain.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chain.h"

#include "gap.h"

#include <stdlib.h>

/*
 * Joining: from each seed, the heaviest first, a chain of exact runs grows to both
 * sides over gaps of a few changed words, until none follows.  How much of it is the
 * same is asked only then: see links.c.
 *
 * Two articles at a time are looked at, so a link depends on nothing else; and which
 * of them is x was decided by their contents.
 *
 * Where the next run begins is chosen by comparing a few words at every offset
 * inside the gap.  A chain that comes to a seed of a heavier one ends there, so no
 * stretch is walked from many seeds.
 */

/* Words that a gap may have at the most, whatever the options say: at each step all
 * pairs of offsets are tried. */
#define MAX_GAP_WORDS 24

/* A run that does not hold a seed has two words or more: single words are the same
 * by chance. */
#define MIN_RUN_WEIGHT 4

/* A run behind a longer gap, of which little is changed, is no chance either if it has
 * three words. */
#define MIN_FAR_RUN_WEIGHT 6

/* How far runs are compared when one of them is to be chosen. */
#define MAX_COMPARED 32

/* Runs in sequence that hold no seed; a chain that goes further has lost its way. */
#define MAX_WITHOUT_SEED 32

typedef struct
{
  DoubletExactRun run;
  gboolean        used;
} Seed;

/* Two articles, or one and itself. */
typedef struct
{
  const DoubletPassageText *text;
  const DoubletProgress    *progress;
  guint32                   n_steps;
  guint32                   max_gap; /* half-words */
  guint32                   percent;
  gboolean                  same_article;
  guint32                   start_x, end_x, start_y, end_y;
  Seed                     *seeds;
  guint32                  *by_start; /* seeds in the order of where they begin */
  guint32                  *by_end;
  guint32                   n_seeds;
  GArray                   *left; /* DoubletExactRun, from the seed on outwards */
  GArray                   *right;
  GArray                   *runs;
  DoubletLinks             *links;
} Joiner;

typedef struct
{
  guint32 skip_x;
  guint32 skip_y;
  gint64  score;
} Step;

/* Which article a seed's sides lie in, and how heavy it is, so that sorting does
 * not look them up each time. */
typedef struct
{
  guint32         article_x;
  guint32         article_y;
  guint32         weight;
  DoubletExactRun run;
} SortedSeed;

static inline int
compare_two (guint32 a,
             guint32 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_seeds (const void *a,
               const void *b)
{
  const SortedSeed *x = a, *y = b;

  if (x->article_x != y->article_x)
    return compare_two (x->article_x, y->article_x);
  if (x->article_y != y->article_y)
    return compare_two (x->article_y, y->article_y);
  if (x->weight != y->weight)
    return compare_two (y->weight, x->weight);
  if (x->run.x != y->run.x)
    return compare_two (x->run.x, y->run.x);
  return compare_two (x->run.y, y->run.y);
}

static int
compare_starts (const void *a,
                const void *b,
                void       *data)
{
  const Seed            *seeds = data;
  const DoubletExactRun *x = &seeds[*(const guint32 *)a].run;
  const DoubletExactRun *y = &seeds[*(const guint32 *)b].run;

  return x->x != y->x ? compare_two (x->x, y->x) : compare_two (x->y, y->y);
}

static int
compare_ends (const void *a,
              const void *b,
              void       *data)
{
  const Seed            *seeds = data;
  const DoubletExactRun *x = &seeds[*(const guint32 *)a].run;
  const DoubletExactRun *y = &seeds[*(const guint32 *)b].run;

  return x->x + x->length != y->x + y->length ? compare_two (x->x + x->length, y->x + y->length)
                                              : compare_two (x->y + x->length, y->y + y->length);
}

/* The seed that a run is, or is the rest of: they begin or end together. */
static Seed *
find_seed (Joiner                *self,
           const DoubletExactRun *run,
           gboolean               by_end)
{
  const guint32 *order = by_end ? self->by_end : self->by_start;
  guint32        x = by_end ? run->x + run->length : run->x;
  guint32        y = by_end ? run->y + run->length : run->y;
  guint32        low = 0, high = self->n_seeds;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      Seed   *seed = &self->seeds[order[middle]];
      guint32 seed_x = by_end ? seed->run.x + seed->run.length : seed->run.x;
      guint32 seed_y = by_end ? seed->run.y + seed->run.length : seed->run.y;

      if (seed_x == x && seed_y == y)
        return seed;
      if (seed_x < x || (seed_x == x && seed_y < y))
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* How many words are the same from x and y on, to the right or to the left (then
 * before x and y); limits are where each side ends. */
static inline guint32
compare_on (const Joiner *self,
            guint32       x,
            guint32       y,
            guint32       limit_x,
            guint32       limit_y,
            gboolean      to_right,
            guint32       most)
{
  const guint32 *tokens = self->text->tokens;
  guint32        room_x = to_right ? limit_x - x : x - limit_x;
  guint32        room_y = to_right ? limit_y - y : y - limit_y;
  guint32        n = MIN (most, MIN (room_x, room_y));
  guint32        length = 0;

  if (to_right)
    while (length < n && tokens[x + length] == tokens[y + length])
      length++;
  else
    while (length < n && tokens[x - length - 1] == tokens[y - length - 1])
      length++;
  return length;
}

static inline guint32
weigh_on (const Joiner *self,
          guint32       place,
          guint32       length,
          gboolean      to_right)
{
  return to_right ? doublet_passage_text_weigh (self->text, place, place + length)
                  : doublet_passage_text_weigh (self->text, place - length, place);
}

/* How many words may be skipped from a place on. */
static guint32
measure_gap (const Joiner *self,
             guint32       place,
             guint32       limit,
             gboolean      to_right)
{
  guint32 room = to_right ? limit - place : place - limit;
  guint32 most = MIN (room, 2 * self->max_gap);
  guint32 length = 0;

  while (length < most && weigh_on (self, place, length + 1, to_right) <= self->max_gap)
    length++;
  return length;
}

/* Whether a is the better step.  The run counts, less what is skipped; a change of
 * as many words on both sides goes before one of more on one side. */
static gboolean
is_better (const Step *a,
           const Step *b)
{
  guint32 difference_a = MAX (a->skip_x, a->skip_y) - MIN (a->skip_x, a->skip_y);
  guint32 difference_b = MAX (b->skip_x, b->skip_y) - MIN (b->skip_x, b->skip_y);

  if (a->score != b->score)
    return a->score > b->score;
  if (MAX (a->skip_x, a->skip_y) != MAX (b->skip_x, b->skip_y))
    return MAX (a->skip_x, a->skip_y) < MAX (b->skip_x, b->skip_y);
  if (difference_a != difference_b)
    return difference_a < difference_b;
  return a->skip_x < b->skip_x;
}

/* Scores a step over so much on either side; returns the weight of the run behind it, 0 if
 * there is none: most offsets are that. */
static inline guint32
score_step (const Joiner *self,
            guint32       x,
            guint32       y,
            guint32       limit_x,
            guint32       limit_y,
            gboolean      to_right,
            Step         *step)
{
  guint32 from_x = to_right ? x + step->skip_x : x - step->skip_x;
  guint32 from_y = to_right ? y + step->skip_y : y - step->skip_y;
  guint32 length = compare_on (self, from_x, from_y, limit_x, limit_y, to_right, MAX_COMPARED);
  guint32 weight;

  if (length == 0)
    return 0;
  weight = weigh_on (self, from_x, length, to_right);
  step->score = (gint64)weight - weigh_on (self, x, step->skip_x, to_right) - weigh_on (self, y, step->skip_y, to_right);
  return weight;
}

/* Looks for the run that follows on the place where the chain ends. */
static gboolean
find_step (const Joiner *self,
           guint32       x,
           guint32       y,
           guint32       limit_x,
           guint32       limit_y,
           gboolean      to_right,
           Step         *best)
{
  guint32  gap_x = measure_gap (self, x, limit_x, to_right);
  guint32  gap_y = measure_gap (self, y, limit_y, to_right);
  gboolean found = FALSE;

  for (guint32 skip_x = 0; skip_x <= gap_x; skip_x++)
    for (guint32 skip_y = 0; skip_y <= gap_y; skip_y++)
      {
        Step step = { skip_x, skip_y, 0 };

        if (score_step (self, x, y, limit_x, limit_y, to_right, &step) < MIN_RUN_WEIGHT)
          continue;
        if (!found || is_better (&step, best))
          *best = step;
        found = TRUE;
      }
  return found;
}

/* Looks for the run that follows on a longer gap in which words have changed places, or
 * some are the same. */
static gboolean
find_far_step (const Joiner *self,
               guint32       x,
               guint32       y,
               guint32       limit_x,
               guint32       limit_y,
               gboolean      to_right,
               Step         *best)
{
  guint32  room_x = MIN (to_right ? limit_x - x : x - limit_x, DOUBLET_GAP_MAX_WORDS);
  guint32  room_y = MIN (to_right ? limit_y - y : y - limit_y, DOUBLET_GAP_MAX_WORDS);
  gboolean found = FALSE;

  if (self->max_gap == 0)
    return FALSE;
  for (guint32 skip_x = 1; skip_x <= room_x; skip_x++)
    for (guint32 skip_y = 1; skip_y <= room_y; skip_y++)
      {
        guint32      from_x = to_right ? x + skip_x : x - skip_x;
        guint32      from_y = to_right ? y + skip_y : y - skip_y;
        DoubletRange gap_x = { MIN (x, from_x), MAX (x, from_x) }, gap_y = { MIN (y, from_y), MAX (y, from_y) };
        Step         step = { skip_x, skip_y, 0 };

        if (score_step (self, x, y, limit_x, limit_y, to_right, &step) < MIN_FAR_RUN_WEIGHT || !(doublet_gap_has_stones (self->text, gap_x, gap_y, self->max_gap) ||
                                                                                                 doublet_gap_is_reordered (self->text, gap_x, gap_y, self->max_gap)))
          continue;
        if (!found || is_better (&step, best))
          *best = step;
        found = TRUE;
      }
  return found;
}

/* Appends to runs the words that are the same in their places in a gap, from (x, y) on. */
static void
append_stones (const Joiner *self,
               guint32       x,
               guint32       y,
               const Step   *step,
               gboolean      to_right,
               GArray       *runs)
{
  const guint32 *tokens = self->text->tokens;

  for (guint32 i = 0, n; step->skip_x == step->skip_y && i < step->skip_x; i += MAX (n, 1))
    {
      for (n = 0; i + n < step->skip_x; n++)
        if (to_right ? tokens[x + i + n] != tokens[y + i + n] : tokens[x - i - n - 1] != tokens[y - i - n - 1])
          break;
      if (n > 0)
        {
          DoubletExactRun run = { to_right ? x + i : x - i - n, to_right ? y + i : y - i - n, n };

          g_array_append_val (runs, run);
        }
    }
}

/* Appends to runs what follows on (x, y).  Stops short when cancelled. */
static void
grow (Joiner  *self,
      guint32  x,
      guint32  y,
      guint32  limit_x,
      guint32  limit_y,
      gboolean to_right,
      GArray  *runs)
{
  guint without_seed = 0;
  Step  step = { 0 };

  while (without_seed < MAX_WITHOUT_SEED && (find_step (self, x, y, limit_x, limit_y, to_right, &step) ||
                                             find_far_step (self, x, y, limit_x, limit_y, to_right, &step)))
    {
      DoubletExactRun run;
      Seed           *seed;

      if (DOUBLET_PROGRESS_CHECK (self->progress, self->n_steps++))
        return;
      append_stones (self, x, y, &step, to_right, runs);
      x = to_right ? x + step.skip_x : x - step.skip_x;
      y = to_right ? y + step.skip_y : y - step.skip_y;
      run.length = compare_on (self, x, y, limit_x, limit_y, to_right, G_MAXUINT32);
      run.x = to_right ? x : x - run.length;
      run.y = to_right ? y : y - run.length;

      seed = find_seed (self, &run, to_right);
      if (seed != NULL && seed->used)
        return;
      if (seed != NULL)
        seed->used = TRUE;
      without_seed = seed != NULL ? 0 : without_seed + 1;

      g_array_append_val (runs, run);
      x = to_right ? x + run.length : run.x;
      y = to_right ? y + run.length : run.y;
    }
}

static void
grow_chain (Joiner *self,
            Seed   *seed)
{
  DoubletExactRun run = seed->run;
  guint32         left_x = run.x, left_y = run.y;
  guint32         right_x = run.x + run.length, right_y = run.y + run.length;

  seed->used = TRUE;
  g_array_set_size (self->left, 0);
  g_array_set_size (self->right, 0);
  g_array_set_size (self->runs, 0);

  /* In one article, the two sides must not run into each other. */
  grow (self, right_x, right_y, self->same_article ? left_y : self->end_x, self->end_y, TRUE, self->right);
  if (self->right->len > 0)
    {
      const DoubletExactRun *last = &g_array_index (self->right, DoubletExactRun, self->right->len - 1);

      right_x = last->x + last->length;
    }
  grow (self, left_x, left_y, self->start_x, self->same_article ? right_x : self->start_y, FALSE, self->left);

  for (guint i = self->left->len; i-- > 0;)
    g_array_append_val (self->runs, g_array_index (self->left, DoubletExactRun, i));
  g_array_append_val (self->runs, run);
  g_array_append_vals (self->runs, self->right->data, self->right->len);
  doublet_links_add_chain (self->links, self->text, self->runs, self->percent);
}

/* Joins the seeds of two articles. */
static gboolean
join_scope (Joiner           *self,
            const SortedSeed *seeds,
            guint32           n_seeds)
{
  const DoubletPassageText *text = self->text;

  self->same_article = seeds->article_x == seeds->article_y;
  self->start_x = text->base[seeds->article_x];
  self->end_x = text->base[seeds->article_x + 1];
  self->start_y = text->base[seeds->article_y];
  self->end_y = text->base[seeds->article_y + 1];
  self->n_seeds = n_seeds;
  for (guint32 i = 0; i < n_seeds; i++)
    {
      self->seeds[i] = (Seed){ seeds[i].run, FALSE };
      self->by_start[i] = self->by_end[i] = i;
    }
  g_qsort_with_data (self->by_start, n_seeds, sizeof *self->by_start, compare_starts, self->seeds);
  g_qsort_with_data (self->by_end, n_seeds, sizeof *self->by_end, compare_ends, self->seeds);

  for (guint32 i = 0; i < n_seeds; i++)
    {
      if (doublet_progress_is_cancelled (self->progress))
        return FALSE;
      if (!self->seeds[i].used)
        grow_chain (self, &self->seeds[i]);
    }
  return TRUE;
}

static SortedSeed *
sort_seeds (const DoubletPassageText *text,
            const GArray             *seeds)
{
  SortedSeed *sorted = g_new (SortedSeed, MAX (seeds->len, 1));

  for (guint i = 0; i < seeds->len; i++)
    {
      DoubletExactRun run = g_array_index (seeds, DoubletExactRun, i);

      sorted[i].article_x = doublet_passage_text_get_article (text, run.x);
      sorted[i].article_y = doublet_passage_text_get_article (text, run.y);
      sorted[i].weight = doublet_passage_text_weigh (text, run.x, run.x + run.length);
      sorted[i].run = run;
    }
  qsort (sorted, seeds->len, sizeof *sorted, compare_seeds);
  return sorted;
}

/**
 * doublet_chain_join:
 * @text: the text
 * @options: how much may be changed
 * @seeds: (element-type DoubletExactRun): exact runs to start from
 * @links: where to add to
 * @progress: (nullable): to stop by
 *
 * Joins exact runs over small gaps to ranges that are nearly the same.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
doublet_chain_join (const DoubletPassageText    *text,
                    const DoubletPassageOptions *options,
                    GArray                      *seeds,
                    DoubletLinks                *links,
                    const DoubletProgress       *progress)
{
  g_autofree SortedSeed *sorted = sort_seeds (text, seeds);
  g_autofree Seed       *scope_seeds = g_new (Seed, MAX (seeds->len, 1));
  g_autofree guint32    *by_start = g_new (guint32, MAX (seeds->len, 1));
  g_autofree guint32    *by_end = g_new (guint32, MAX (seeds->len, 1));
  Joiner                 self = { 0 };
  gboolean               done = TRUE;

  self.text = text;
  self.progress = progress;
  self.max_gap = 2 * MIN (options->max_gap, MAX_GAP_WORDS);
  self.percent = options->min_identical;
  self.seeds = scope_seeds;
  self.by_start = by_start;
  self.by_end = by_end;
  self.left = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  self.right = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  self.runs = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  self.links = links;

  for (guint32 i = 0, j; i < seeds->len && done; i = j)
    {
      for (j = i + 1; j < seeds->len; j++)
        if (sorted[j].article_x != sorted[i].article_x || sorted[j].article_y != sorted[i].article_y)
          break;
      done = join_scope (&self, sorted + i, j - i);
    }

  g_array_unref (self.left);
  g_array_unref (self.right);
  g_array_unref (self.runs);
  return done;
}
