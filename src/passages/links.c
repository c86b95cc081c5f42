/* links.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "links.h"

/*
 * From a chain of exact runs to links.  How much of two ranges is the same is asked of
 * the whole chain: asked while it grows, 7 same + 2 changed + 8 same words would not
 * join from the left, for 7 of 9 is too little.  A chain that is too different is cut
 * at the gap with the most words, and each part is asked again.
 */

/* Half-words: two words. */
#define MIN_END_WEIGHT 4

typedef struct
{
  DoubletLinks             *links;
  const DoubletPassageText *text;
  const DoubletExactRun    *chain;
} Cutter;

/* What some runs of a chain, and all from the first to the last of them, weigh. */
typedef struct
{
  guint32 heaviest;
  guint32 same;
  guint64 all; /* both sides */
} Measure;

/**
 * doublet_links_new:
 *
 * Returns: (transfer full): no links
 */
DoubletLinks *
doublet_links_new (void)
{
  DoubletLinks *self = g_new0 (DoubletLinks, 1);

  self->links = g_array_new (FALSE, FALSE, sizeof (DoubletLink));
  self->runs = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  return self;
}

/**
 * doublet_links_free:
 * @self: (transfer full): links
 */
void
doublet_links_free (DoubletLinks *self)
{
  g_array_unref (self->links);
  g_array_unref (self->runs);
  g_free (self);
}

static guint32
weigh_run (const Cutter *self,
           guint32       i)
{
  return doublet_passage_text_weigh (self->text, self->chain[i].x, self->chain[i].x + self->chain[i].length);
}

/* The weight of what is changed between a run and the next. */
static guint32
weigh_gap (const Cutter *self,
           guint32       i)
{
  const DoubletExactRun *run = &self->chain[i];

  return doublet_passage_text_weigh (self->text, run[0].x + run[0].length, run[1].x) +
         doublet_passage_text_weigh (self->text, run[0].y + run[0].length, run[1].y);
}

/* The gap with the most changed words; of several, the one nearest to the middle, so
 * that a long chain falls apart quickly. */
static guint32
find_weakest (const Cutter *self,
              guint32       first,
              guint32       last)
{
  guint32 best = first;
  guint32 heaviest = 0;
  guint32 nearest = 0;

  for (guint32 i = first; i < last; i++)
    {
      guint32 weight = weigh_gap (self, i);
      guint32 near = MIN (i - first, last - 1 - i);

      if (i == first || weight > heaviest || (weight == heaviest && near > nearest))
        {
          best = i;
          heaviest = weight;
          nearest = near;
        }
    }
  return best;
}

static void
add_link (const Cutter *self,
          guint32       first,
          guint32       last,
          guint32       same)
{
  const DoubletExactRun *runs = self->chain;
  DoubletLink            link;

  link.x = (DoubletRange){ runs[first].x, runs[last].x + runs[last].length };
  link.y = (DoubletRange){ runs[first].y, runs[last].y + runs[last].length };
  link.first_run = self->links->runs->len;
  link.n_runs = last - first + 1;
  link.same = same;
  link.is_passage = FALSE;
  link.reference = DOUBLET_LINK_REFERENCE_OPEN;
  g_array_append_vals (self->links->runs, runs + first, link.n_runs);
  g_array_append_val (self->links->links, link);
}

static Measure
measure_part (const Cutter *self,
              guint32       first,
              guint32       last)
{
  const DoubletExactRun *runs = self->chain;
  Measure                measure = { 0, 0, 0 };

  for (guint32 i = first; i <= last; i++)
    {
      guint32 weight = weigh_run (self, i);

      measure.same += weight;
      measure.heaviest = MAX (measure.heaviest, weight);
    }
  measure.all = (guint64)doublet_passage_text_weigh (self->text, runs[first].x, runs[last].x + runs[last].length) +
                doublet_passage_text_weigh (self->text, runs[first].y, runs[last].y + runs[last].length);
  return measure;
}

/* A part neither begins nor ends with a single word, which is the same by chance; those
 * inside are the same for standing between others in their places. */
static DoubletRange
trim_part (const Cutter *self,
           DoubletRange  part)
{
  guint32 least = MIN (MIN_END_WEIGHT, self->text->min_weight);

  while (part.start < part.end && weigh_run (self, part.start) < least)
    part.start++;
  while (part.start < part.end && weigh_run (self, part.end) < least)
    part.end--;
  return part;
}

/**
 * doublet_links_add_chain:
 * @self: links
 * @text: the text
 * @chain: (element-type DoubletExactRun): runs in rising order of both sides, one or more
 * @min_identical: percent of the words that must be the same
 *
 * Makes a link of @chain, or links of those parts of it that are alike enough and
 * hold a run that is a passage by itself; a single run makes none.
 */
void
doublet_links_add_chain (DoubletLinks             *self,
                         const DoubletPassageText *text,
                         const GArray             *chain,
                         guint                     min_identical)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  Cutter       cutter = { self, text, (const DoubletExactRun *)(gpointer)chain->data };
  DoubletRange part = { 0, chain->len - 1 };

  g_array_append_val (parts, part);
  while (parts->len > 0)
    {
      Measure      measure;
      DoubletRange left, right;

      part = trim_part (&cutter, g_array_index (parts, DoubletRange, parts->len - 1));
      g_array_set_size (parts, parts->len - 1);
      if (part.start == part.end)
        continue;
      measure = measure_part (&cutter, part.start, part.end);
      if (measure.heaviest < text->min_weight)
        continue;
      if (2 * (guint64)measure.same * 100 >= min_identical * measure.all)
        {
          add_link (&cutter, part.start, part.end, measure.same);
          continue;
        }

      left = (DoubletRange){ part.start, find_weakest (&cutter, part.start, part.end) };
      right = (DoubletRange){ left.end + 1, part.end };
      g_array_append_val (parts, right);
      g_array_append_val (parts, left);
    }
}
