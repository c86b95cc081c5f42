/* link-images.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "link-images.h"

#include <stdlib.h>

/*
 * What stands beside a range.  Every link that touches the range, or an exact copy of
 * it, puts something beside it, its image: of the link's runs, what lies in the range
 * is carried over to the other side.  So a paragraph's image is found even if the
 * link joins two whole articles.
 */

/* Exact copies of a range beside which links are looked for. */
#define MAX_COPIES 64

/* One side of a link. */
typedef struct
{
  DoubletRange range;
  guint32      furthest; /* the greatest end of all sides so far, in the order of start */
  guint32      link;
  gboolean     is_y;
} Side;

struct _DoubletLinkImages
{
  const DoubletPassageText *text;
  const DoubletRepeatIndex *repeats;
  const DoubletLinks       *links;
  guint32                   percent;
  Side                     *sides;
  guint32                   n_sides;
  GArray                   *images; /* DoubletLinkImage */
  GArray                   *runs;   /* DoubletExactRun */
  GArray                   *copies; /* guint32 */
  guint64                   n_steps;
};

static inline guint32
weigh (const DoubletPassageText *text,
       DoubletRange              range)
{
  return doublet_passage_text_weigh (text, range.start, range.end);
}

static int
compare_sides (const void *a,
               const void *b)
{
  const Side *x = a, *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return x->link < y->link ? -1 : x->link > y->link;
}

static void
sort_sides (DoubletLinkImages *self)
{
  guint32 furthest = 0;

  self->n_sides = 2 * self->links->links->len;
  self->sides = g_new (Side, MAX (self->n_sides, 1));
  for (guint32 i = 0; i < self->links->links->len; i++)
    {
      const DoubletLink *link = &g_array_index (self->links->links, DoubletLink, i);

      self->sides[2 * i] = (Side){ link->x, 0, i, FALSE };
      self->sides[2 * i + 1] = (Side){ link->y, 0, i, TRUE };
    }
  qsort (self->sides, self->n_sides, sizeof (Side), compare_sides);
  for (guint32 i = 0; i < self->n_sides; i++)
    {
      furthest = MAX (furthest, self->sides[i].range.end);
      self->sides[i].furthest = furthest;
    }
}

/* What of a link's run lies beside the copy of the reference, x counted from the
 * reference's start. */
static gboolean
clip_run (const DoubletExactRun *run,
          gboolean               reference_is_y,
          DoubletRange           copy,
          DoubletExactRun       *clipped)
{
  guint32 x = reference_is_y ? run->y : run->x;
  guint32 y = reference_is_y ? run->x : run->y;
  guint32 start = MAX (x, copy.start);
  guint32 end = MIN (x + run->length, copy.end);

  if (start >= end)
    return FALSE;
  *clipped = (DoubletExactRun){ start - copy.start, y + (start - x), end - start };
  return TRUE;
}

/* Adds what a link puts beside a copy of the reference, if it is like enough. */
static void
add_image (DoubletLinkImages *self,
           const Side        *side,
           DoubletRange       copy)
{
  const DoubletLink     *link = &g_array_index (self->links->links, DoubletLink, side->link);
  const DoubletExactRun *runs = doublet_links_get_runs (self->links, link);
  DoubletLinkImage       image = { { 0, 0 }, 0, self->runs->len, 0 };
  guint32                low = 0, high = link->n_runs;

  /* The first run that ends after the copy begins. */
  while (low < high)
    {
      guint32                middle = low + (high - low) / 2;
      const DoubletExactRun *run = &runs[middle];

      if ((side->is_y ? run->y : run->x) + run->length <= copy.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint32 i = low; i < link->n_runs; i++)
    {
      DoubletExactRun clipped;

      self->n_steps++;
      if (!clip_run (&runs[i], side->is_y, copy, &clipped))
        break;
      if (image.n_runs == 0)
        image.range.start = clipped.y;
      image.range.end = clipped.y + clipped.length;
      image.same += doublet_passage_text_weigh (self->text, clipped.y, clipped.y + clipped.length);
      image.n_runs++;
      g_array_append_val (self->runs, clipped);
    }
  if (image.n_runs > 0 &&
      2 * (guint64)image.same * 100 >= self->percent * ((guint64)weigh (self->text, copy) + weigh (self->text, image.range)))
    g_array_append_val (self->images, image);
  else
    g_array_set_size (self->runs, image.first_run);
}

static void
find_images (DoubletLinkImages *self,
             DoubletRange       copy)
{
  guint32 low = 0, high = self->n_sides;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->sides[middle].range.start < copy.end)
        low = middle + 1;
      else
        high = middle;
    }
  while (low-- > 0 && self->sides[low].furthest > copy.start)
    {
      self->n_steps++;
      if (self->sides[low].range.end > copy.start)
        add_image (self, &self->sides[low], copy);
    }
}

/* Two links may put the same range beside the reference in two ways: that with the
 * fewest edits goes first. */
static int
compare_runs (const DoubletLinkImages *self,
              const DoubletLinkImage  *a,
              const DoubletLinkImage  *b)
{
  if (a->n_runs != b->n_runs)
    return a->n_runs < b->n_runs ? -1 : 1;
  for (guint32 i = 0; i < a->n_runs; i++)
    {
      const DoubletExactRun *x = &g_array_index (self->runs, DoubletExactRun, a->first_run + i);
      const DoubletExactRun *y = &g_array_index (self->runs, DoubletExactRun, b->first_run + i);

      if (x->x != y->x)
        return x->x < y->x ? -1 : 1;
      if (x->y != y->y)
        return x->y < y->y ? -1 : 1;
      if (x->length != y->length)
        return x->length < y->length ? -1 : 1;
    }
  return 0;
}

/* The reference first, then its copies, then what is most like it. */
static int
compare_images (const void *a,
                const void *b,
                void       *data)
{
  const DoubletLinkImages *self = data;
  const DoubletLinkImage  *x = a, *y = b;
  guint32                  weight_x = weigh (self->text, x->range), weight_y = weigh (self->text, y->range);
  int                      order;

  if ((x->n_runs == 0) != (y->n_runs == 0))
    return x->n_runs == 0 ? -1 : 1;
  if (x->same != y->same)
    return x->same > y->same ? -1 : 1;
  if (weight_x != weight_y)
    return weight_x < weight_y ? -1 : 1;
  order = doublet_passage_text_compare_place (self->text, x->range.start, y->range.start);
  if (order == 0)
    order = x->range.end < y->range.end ? -1 : x->range.end > y->range.end;
  return order != 0 ? order : compare_runs (self, x, y);
}

/* Leaves those images that have no word in common with a better one: at each step
 * the ranges that stand are kept sorted. */
static void
drop_overlapping (DoubletLinkImages *self,
                  DoubletRange       reference)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  guint n = 0;

  g_array_sort_with_data (self->images, compare_images, self);
  g_array_append_val (taken, reference);
  for (guint i = 0; i < self->images->len; i++)
    {
      DoubletLinkImage image = g_array_index (self->images, DoubletLinkImage, i);
      guint            low = 0, high = taken->len;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (taken, DoubletRange, middle).end <= image.range.start)
            low = middle + 1;
          else
            high = middle;
        }
      if (low < taken->len && g_array_index (taken, DoubletRange, low).start < image.range.end)
        continue;
      g_array_insert_val (taken, low, image.range);
      g_array_index (self->images, DoubletLinkImage, n++) = image;
    }
  g_array_set_size (self->images, n);
}

/**
 * doublet_link_images_new:
 * @text: a text
 * @repeats: where to look for copies
 * @links: ranges that are nearly the same
 * @min_identical: percent of the words that must be the same
 *
 * All arguments must outlive the result.
 *
 * Returns: (transfer full): @links made ready to be asked
 */
DoubletLinkImages *
doublet_link_images_new (const DoubletPassageText *text,
                         const DoubletRepeatIndex *repeats,
                         const DoubletLinks       *links,
                         guint                     min_identical)
{
  DoubletLinkImages *self = g_new0 (DoubletLinkImages, 1);

  self->text = text;
  self->repeats = repeats;
  self->links = links;
  self->percent = min_identical;
  self->images = g_array_new (FALSE, FALSE, sizeof (DoubletLinkImage));
  self->runs = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  self->copies = g_array_new (FALSE, FALSE, sizeof (guint32));
  sort_sides (self);
  return self;
}

/**
 * doublet_link_images_free:
 * @self: (transfer full): images
 */
void
doublet_link_images_free (DoubletLinkImages *self)
{
  g_free (self->sides);
  g_array_unref (self->images);
  g_array_unref (self->runs);
  g_array_unref (self->copies);
  g_free (self);
}

/**
 * doublet_link_images_find:
 * @self: images
 * @reference: a range
 *
 * Finds what is like @reference: its exact copies, and the images that are like
 * enough to all of it.  Of those that overlap the best is taken.
 *
 * Returns: (transfer none) (element-type DoubletLinkImage): the images, in no order,
 *   @reference not among them; valid until the next call
 */
GArray *
doublet_link_images_find (DoubletLinkImages *self,
                          DoubletRange       reference)
{
  guint32 length = reference.end - reference.start;

  g_array_set_size (self->images, 0);
  g_array_set_size (self->runs, 0);
  doublet_repeat_index_list_copies (self->repeats, reference, self->copies);
  for (guint i = 0; i < self->copies->len; i++)
    {
      guint32          place = g_array_index (self->copies, guint32, i);
      DoubletRange     copy = { place, place + length };
      DoubletLinkImage image = { copy, weigh (self->text, copy), 0, 0 };

      if (place != reference.start)
        g_array_append_val (self->images, image);
      if (i < MAX_COPIES || place == reference.start)
        find_images (self, copy);
    }
  drop_overlapping (self, reference);
  return self->images;
}

/**
 * doublet_link_images_get_runs:
 * @self: images
 * @image: one of those found last
 *
 * Returns: (transfer none): the runs that it has in common with the reference, x
 *   counted from the reference's start
 */
const DoubletExactRun *
doublet_link_images_get_runs (const DoubletLinkImages *self,
                              const DoubletLinkImage  *image)
{
  return &g_array_index (self->runs, DoubletExactRun, image->first_run);
}

/**
 * doublet_link_images_get_n_steps:
 * @self: images
 *
 * Returns: how much was looked at so far
 */
guint64
doublet_link_images_get_n_steps (const DoubletLinkImages *self)
{
  return self->n_steps;
}
