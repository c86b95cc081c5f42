/* stretch-ends.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "stretch-ends.h"

#include <stdlib.h>

/*
 * Where two stretches that say the same begin and end.  Pairs of sentences that are alike
 * by themselves say it only roughly: what was cut into sentences in another way is in no
 * pair, and a pair some sentences on may be alike by chance.  The
 * stretches as wholes tell better: an end stands where moving it makes them less alike.
 *
 * All constants were chosen among some 40 settings on the whole of PAN 2013's training
 * half, not blindly; they hold on either half of it: plagdet of translation chains .8784
 * to .8892, and .8848 to .8993.
 */

/* A pair at an end is dropped only with so many sentences: itself and three, no fewer,
 * that are like nothing; and only if the rest is more alike by so much, for single pairs
 * are more alike than stretches are. */
#define SHED_SENTENCES 4
#define SHED_GAIN 1.05

/* Sentences that are tried together at an end, on either side: one may have become two,
 * with one between that is like nothing.  And how many an end may move in all, twice what
 * may lie between two pairs. */
#define MAX_STEP 2
#define MAX_MOVE 8

static int
compare_by_x (const void *a,
              const void *b)
{
  const DoubletSentencePair *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->y < q->y ? -1 : p->y > q->y;
}

static int
compare_by_y (const void *a,
              const void *b)
{
  const DoubletSentencePair *p = a, *q = b;

  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return p->x < q->x ? -1 : p->x > q->x;
}

/**
 * doublet_sentence_pairs_sort:
 * @pairs: (array length=n): pairs of sentences of two articles
 * @n: how many
 * @by_y: whether the second sentences decide, else the first
 *
 * Pairs that were taken out of sorted ones mostly are in order.
 */
void
doublet_sentence_pairs_sort (DoubletSentencePair *pairs,
                             guint32              n,
                             gboolean             by_y)
{
  int (*compare) (const void *, const void *) = by_y ? compare_by_y : compare_by_x;

  for (guint32 i = 1; i < n; i++)
    if (compare (&pairs[i - 1], &pairs[i]) > 0)
      {
        qsort (pairs, n, sizeof *pairs, compare);
        return;
      }
}

/* The pairs of a cluster in the order in which an end would lose them, and where the other
 * side begins and ends without those before each. */
typedef struct
{
  const DoubletSentencePair *pairs;
  guint32                    n;
  gboolean                   of_y;
  gboolean                   at_end;
  DoubletRange              *others;
} Losing;

static const DoubletSentencePair *
get_pair (const Losing *self,
          guint32       i)
{
  return &self->pairs[self->at_end ? self->n - 1 - i : i];
}

static guint32
get_side (const DoubletSentencePair *pair,
          gboolean                   of_y)
{
  return of_y ? pair->y : pair->x;
}

static void
fill_others (Losing *self)
{
  DoubletRange range = { G_MAXUINT32, 0 };

  for (guint32 i = self->n; i-- > 0;)
    {
      guint32 other = get_side (get_pair (self, i), !self->of_y);

      range.start = MIN (range.start, other);
      range.end = MAX (range.end, other + 1);
      self->others[i] = range;
    }
}

static guint32
measure (DoubletRange range)
{
  return range.end - range.start;
}

/* Makes a stretch smaller, in the likeness too. */
static void
narrow (DoubletStretchLikeness *likeness,
        gboolean                is_y,
        DoubletRange           *range,
        DoubletRange            to)
{
  doublet_stretch_likeness_take (likeness, is_y, (DoubletRange){ range->start, to.start });
  doublet_stretch_likeness_take (likeness, is_y, (DoubletRange){ to.end, range->end });
  *range = to;
}

static void
widen (DoubletStretchLikeness *likeness,
       gboolean                is_y,
       DoubletRange           *range,
       DoubletRange            to)
{
  doublet_stretch_likeness_put (likeness, is_y, (DoubletRange){ to.start, range->start });
  doublet_stretch_likeness_put (likeness, is_y, (DoubletRange){ range->end, to.end });
  *range = to;
}

/* Drops pairs at one end as long as that helps. */
static void
shed_end (DoubletStretches       *self,
          DoubletStretchLikeness *likeness,
          const Losing           *losing)
{
  DoubletRange *here = losing->of_y ? &self->y : &self->x;
  DoubletRange *other = losing->of_y ? &self->x : &self->y;

  for (guint32 i = 1; i < losing->n; i++)
    {
      DoubletRange old_here = *here, old_other = *other;
      guint32      side = get_side (get_pair (losing, i), losing->of_y);
      DoubletRange new_here = *here, new_other = losing->others[i];
      double       cosine = doublet_stretch_likeness_get_cosine (likeness);

      if (side == get_side (get_pair (losing, i - 1), losing->of_y))
        continue;
      if (losing->at_end)
        new_here.end = side + 1;
      else
        new_here.start = side;
      if (measure (old_here) - measure (new_here) < SHED_SENTENCES && measure (old_other) - measure (new_other) < SHED_SENTENCES)
        return;

      narrow (likeness, losing->of_y, here, new_here);
      narrow (likeness, !losing->of_y, other, new_other);
      if (doublet_stretch_likeness_get_cosine (likeness) <= SHED_GAIN * cosine)
        {
          widen (likeness, losing->of_y, here, old_here);
          widen (likeness, !losing->of_y, other, old_other);
          return;
        }
    }
}

static gboolean
holds (DoubletRange range,
       guint32      sentence)
{
  return range.start <= sentence && sentence < range.end;
}

/* Keeps the pairs that are still in the stretches. */
static guint32
keep_inside (const DoubletStretches *self,
             DoubletSentencePair    *pairs,
             guint32                 n)
{
  guint32 n_kept = 0;

  for (guint32 i = 0; i < n; i++)
    if (holds (self->x, pairs[i].x) && holds (self->y, pairs[i].y))
      pairs[n_kept++] = pairs[i];
  return n_kept;
}

/**
 * doublet_stretch_ends_shed:
 * @self: two stretches, from the first to the last of @pairs
 * @likeness: theirs
 * @pairs: (array length=n_pairs): pairs of sentences that are alike
 * @n_pairs: how many
 *
 * Drops pairs at the ends that do not belong to the others, with what lies between.
 */
void
doublet_stretch_ends_shed (DoubletStretches          *self,
                           DoubletStretchLikeness    *likeness,
                           const DoubletSentencePair *pairs,
                           guint32                    n_pairs)
{
  g_autofree DoubletSentencePair *left = g_memdup2 (pairs, sizeof *left * n_pairs);
  g_autofree DoubletRange        *others = g_new (DoubletRange, MAX (n_pairs, 1));

  for (guint end = 0; end < 4; end++)
    {
      Losing losing = { left, 0, end >= 2, end % 2, others };

      losing.n = n_pairs = keep_inside (self, left, n_pairs);
      if (end % 2 == 0)
        doublet_sentence_pairs_sort (left, n_pairs, end == 2);
      fill_others (&losing);
      shed_end (self, likeness, &losing);
    }
}

/* Where the sentences end that may be taken at an end, at the most. */
static guint32
find_limit (guint32            from,
            guint32            border,
            gboolean           at_end,
            DoubletMayTakeFunc may_take,
            gpointer           data)
{
  guint32 n = 0;

  while (n < MAX_MOVE && from != border && may_take (at_end ? from : from - 1, data))
    {
      from = at_end ? from + 1 : from - 1;
      n++;
    }
  return from;
}

static DoubletRange
get_step (DoubletRange range,
          gboolean     at_end,
          guint32      n)
{
  return at_end ? (DoubletRange){ range.end, range.end + n } : (DoubletRange){ range.start - n, range.start };
}

static void
move_end (DoubletRange *range,
          gboolean      at_end,
          guint32       n)
{
  if (at_end)
    range->end += n;
  else
    range->start -= n;
}

/* What may be added at an end: the last sentence that may be, and in what steps. */
typedef struct
{
  guint32 limit_x;
  guint32 limit_y;
  guint32 best_x;
  guint32 best_y;
} End;

/* Tries all steps at an end; returns the cosine with the best of them. */
static double
try_steps (const DoubletStretches *self,
           DoubletStretchLikeness *likeness,
           gboolean                at_end,
           End                    *end)
{
  guint32 room_x = at_end ? end->limit_x - self->x.end : self->x.start - end->limit_x;
  guint32 room_y = at_end ? end->limit_y - self->y.end : self->y.start - end->limit_y;
  double  best = doublet_stretch_likeness_get_cosine (likeness);

  end->best_x = end->best_y = 0;
  for (guint32 n_x = 0; n_x <= MIN (MAX_STEP, room_x); n_x++)
    for (guint32 n_y = 0; n_y <= MIN (MAX_STEP, room_y); n_y++)
      {
        DoubletRange step_x = get_step (self->x, at_end, n_x);
        DoubletRange step_y = get_step (self->y, at_end, n_y);
        double       cosine;

        doublet_stretch_likeness_put (likeness, FALSE, step_x);
        doublet_stretch_likeness_put (likeness, TRUE, step_y);
        cosine = doublet_stretch_likeness_get_cosine (likeness);
        if (cosine > best)
          {
            best = cosine;
            end->best_x = n_x;
            end->best_y = n_y;
          }
        doublet_stretch_likeness_take (likeness, FALSE, step_x);
        doublet_stretch_likeness_take (likeness, TRUE, step_y);
      }
  return best;
}

static void
take_step (DoubletStretches       *self,
           DoubletStretchLikeness *likeness,
           gboolean                at_end,
           const End              *end)
{
  doublet_stretch_likeness_put (likeness, FALSE, get_step (self->x, at_end, end->best_x));
  doublet_stretch_likeness_put (likeness, TRUE, get_step (self->y, at_end, end->best_y));
  move_end (&self->x, at_end, end->best_x);
  move_end (&self->y, at_end, end->best_y);
}

/**
 * doublet_stretch_ends_extend:
 * @self: two stretches
 * @likeness: theirs
 * @sentences_x: from where to where the first may go
 * @sentences_y: the second; what lies between the two belongs to one of these
 * @may_take: (scope call): whether a sentence may be added
 * @data: for @may_take
 *
 * Adds sentences at the ends as long as that makes the stretches more alike.
 */
void
doublet_stretch_ends_extend (DoubletStretches       *self,
                             DoubletStretchLikeness *likeness,
                             DoubletRange            sentences_x,
                             DoubletRange            sentences_y,
                             DoubletMayTakeFunc      may_take,
                             gpointer                data)
{
  End    ends[2];
  double cosines[2];

  for (guint i = 0; i < 2; i++)
    {
      ends[i].limit_x = find_limit (i ? self->x.end : self->x.start, i ? sentences_x.end : sentences_x.start, i, may_take, data);
      ends[i].limit_y = find_limit (i ? self->y.end : self->y.start, i ? sentences_y.end : sentences_y.start, i, may_take, data);
    }
  do
    {
      guint better;

      for (guint i = 0; i < 2; i++)
        cosines[i] = try_steps (self, likeness, i, &ends[i]);
      better = cosines[1] > cosines[0];
      if (ends[better].best_x + ends[better].best_y == 0)
        break;
      take_step (self, likeness, better, &ends[better]);
    }
  while (TRUE);
}
