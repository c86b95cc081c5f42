/* edited-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edited-passages.h"

#include "repeat-occurrences.h"

#include <stdlib.h>

/*
 * From links, which join two ranges each, to passages of any number of occurrences.
 *
 * Links are taken longest first.  The longer range of a link, or the first in the
 * order of their contents, is a passage's reference; whatever any link puts beside
 * that range, or beside an exact copy of it, is an occurrence if it is like enough to
 * all of the reference, and exact copies are occurrences too.  A link whose ranges
 * both lie in different occurrences of a passage made before has nothing to add.
 */

/* Links beside a reference, runs in them and passages looked at, in all; a second or
 * so.  Only articles that consist of one text a great many times over need more. */
#define MAX_STEPS ((guint64)1 << 26)

/* Exact copies of a reference beside which links are looked for. */
#define MAX_COPIES 64

/* One side of a link. */
typedef struct
{
  DoubletRange range;
  guint32      furthest; /* the greatest end of all sides so far, in the order of start */
  guint32      link;
  gboolean     is_y;
} Side;

/* A range beside the reference, with the runs (in Maker.runs) that both have; x is
 * in the reference, y here. */
typedef struct
{
  DoubletRange range;
  guint32      same;
  guint32      first_run;
  guint32      n_runs;
} Image;

typedef struct
{
  guint32 link;
  guint32 weight;
  gboolean reference_is_y;
} Order;

/* An occurrence of a passage that was made. */
typedef struct
{
  DoubletRange range;
  guint32      passage;
} Made;

typedef struct
{
  guint32 place;
  guint32 index;
  guint32 length;
} Island;

typedef struct
{
  DoubletEditedPassages    *result;
  const DoubletPassageText *text;
  const DoubletIslands     *islands;
  const DoubletSuffixArray *suffixes;
  DoubletLinks             *links;
  guint32                   percent;
  Side                     *sides;
  guint32                   n_sides;
  GArray                   *island_list; /* Island, by place */
  GArray                  **made;        /* of Made, for each article; (nullable) each */
  GArray                   *images;      /* Image */
  GArray                   *runs;        /* DoubletExactRun */
  GArray                   *copies;      /* guint32 */
  guint64                   n_steps;
} Maker;

/**
 * doublet_edited_passages_new:
 *
 * Returns: (transfer full): no passages
 */
DoubletEditedPassages *
doublet_edited_passages_new (void)
{
  DoubletEditedPassages *self = g_new0 (DoubletEditedPassages, 1);

  self->passages = g_array_new (FALSE, FALSE, sizeof (DoubletEditedPassage));
  self->occurrences = g_array_new (FALSE, FALSE, sizeof (DoubletEditedOccurrence));
  self->edits = g_array_new (FALSE, FALSE, sizeof (DoubletPassageEdit));
  return self;
}

/**
 * doublet_edited_passages_free:
 * @self: (transfer full): passages
 */
void
doublet_edited_passages_free (DoubletEditedPassages *self)
{
  g_array_unref (self->passages);
  g_array_unref (self->occurrences);
  g_array_unref (self->edits);
  g_free (self);
}

static inline guint32
weigh (const Maker *self,
       DoubletRange range)
{
  return doublet_passage_text_weigh (self->text, range.start, range.end);
}

static inline gboolean
holds (DoubletRange outer,
       DoubletRange inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
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
sort_sides (Maker *self)
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

static int
compare_orders (const void *a,
                const void *b,
                void       *data)
{
  const Maker       *self = data;
  const Order       *x = a, *y = b;
  const DoubletLink *link_x = &g_array_index (self->links->links, DoubletLink, x->link);
  const DoubletLink *link_y = &g_array_index (self->links->links, DoubletLink, y->link);
  DoubletRange       reference_x = x->reference_is_y ? link_x->y : link_x->x;
  DoubletRange       reference_y = y->reference_is_y ? link_y->y : link_y->x;
  DoubletRange       other_x = x->reference_is_y ? link_x->x : link_x->y;
  DoubletRange       other_y = y->reference_is_y ? link_y->x : link_y->y;
  int                order;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (link_x->same != link_y->same)
    return link_x->same > link_y->same ? -1 : 1;
  order = doublet_passage_text_compare_content (self->text, reference_x, reference_y);
  if (order == 0)
    order = doublet_passage_text_compare_content (self->text, other_x, other_y);
  if (order == 0)
    order = doublet_passage_text_compare_place (self->text, reference_x.start, reference_y.start);
  if (order == 0)
    order = doublet_passage_text_compare_place (self->text, other_x.start, other_y.start);
  return order;
}

static Order *
order_links (Maker *self)
{
  guint32 n = self->links->links->len;
  Order  *orders = g_new (Order, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    {
      const DoubletLink *link = &g_array_index (self->links->links, DoubletLink, i);
      guint32            weight_x = weigh (self, link->x);
      guint32            weight_y = weigh (self, link->y);

      orders[i].link = i;
      orders[i].weight = MAX (weight_x, weight_y);
      orders[i].reference_is_y = weight_x != weight_y ? weight_y > weight_x
                                                      : doublet_passage_text_compare_content (self->text, link->y, link->x) < 0;
    }
  g_qsort_with_data (orders, n, sizeof *orders, compare_orders, self);
  return orders;
}

static void
list_islands (Maker *self)
{
  const guint32 *places = self->islands->places;

  self->island_list = g_array_new (FALSE, FALSE, sizeof (Island));
  for (guint32 i = 0, j; i < self->islands->n; i = j + 1)
    {
      Island island = { places[i], i, 0 };

      for (j = i; places[j] != G_MAXUINT32; j++)
        ;
      island.length = j - i;
      if (island.length > 0)
        g_array_append_val (self->island_list, island);
    }
}

/* Lists where the range stands again word for word, itself among them. */
static void
find_copies (Maker       *self,
             DoubletRange range)
{
  guint low = 0, high = self->island_list->len;

  g_array_set_size (self->copies, 0);
  while (low < high)
    {
      guint         middle = low + (high - low) / 2;
      const Island *island = &g_array_index (self->island_list, Island, middle);

      if (range.start < island->place)
        high = middle;
      else if (range.start >= island->place + island->length)
        low = middle + 1;
      else
        {
          if (range.end <= island->place + island->length)
            doublet_repeat_occurrences_list_copies (self->islands, self->suffixes, island->index + range.start - island->place, range.end - range.start, self->copies);
          break;
        }
    }
  if (self->copies->len == 0)
    g_array_append_val (self->copies, range.start);
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
add_image (Maker       *self,
           const Side  *side,
           DoubletRange copy)
{
  const DoubletLink     *link = &g_array_index (self->links->links, DoubletLink, side->link);
  const DoubletExactRun *runs = doublet_links_get_runs (self->links, link);
  Image                  image = { { 0, 0 }, 0, self->runs->len, 0 };
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
      2 * (guint64)image.same * 100 >= self->percent * ((guint64)weigh (self, copy) + weigh (self, image.range)))
    g_array_append_val (self->images, image);
  else
    g_array_set_size (self->runs, image.first_run);
}

static void
find_images (Maker       *self,
             DoubletRange copy)
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
compare_runs (const Maker *self,
              const Image *a,
              const Image *b)
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
  const Maker *self = data;
  const Image *x = a, *y = b;
  guint32      weight_x = weigh (self, x->range), weight_y = weigh (self, y->range);
  int          order;

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

static int
compare_image_starts (const void *a,
                      const void *b)
{
  const Image *x = a, *y = b;

  return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

/* Leaves those images that have no word in common with a better one: at each step
 * the ranges that stand are kept sorted. */
static void
drop_overlapping (Maker       *self,
                  DoubletRange reference)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  guint n = 0;

  g_qsort_with_data (self->images->data, self->images->len, sizeof (Image), compare_images, self);
  g_array_append_val (taken, reference);
  for (guint i = 0; i < self->images->len; i++)
    {
      Image image = g_array_index (self->images, Image, i);
      guint low = 0, high = taken->len;

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
      g_array_index (self->images, Image, n++) = image;
    }
  g_array_set_size (self->images, n);
}

static void
add_edits (Maker        *self,
           const Image  *image,
           DoubletRange  reference)
{
  const DoubletExactRun *runs = &g_array_index (self->runs, DoubletExactRun, image->first_run);
  guint32                x = reference.start;
  guint32                y = image->range.start;

  for (guint32 i = 0; i <= image->n_runs && image->n_runs > 0; i++)
    {
      gboolean           last = i == image->n_runs;
      guint32            next_x = last ? reference.end : reference.start + runs[i].x;
      guint32            next_y = last ? image->range.end : runs[i].y;
      DoubletPassageEdit edit = { DOUBLET_EDIT_CHANGED, x, next_x, y, next_y };

      if (x == next_x)
        edit.kind = DOUBLET_EDIT_ADDED;
      else if (y == next_y)
        edit.kind = DOUBLET_EDIT_REMOVED;
      if (x < next_x || y < next_y)
        g_array_append_val (self->result->edits, edit);
      x = last ? next_x : next_x + runs[i].length;
      y = last ? next_y : next_y + runs[i].length;
    }
}

static void
add_passage (Maker       *self,
             DoubletRange reference)
{
  DoubletEditedPassage passage = { self->result->occurrences->len, self->images->len, 0 };

  qsort (self->images->data, self->images->len, sizeof (Image), compare_image_starts);
  for (guint i = 0; i < self->images->len; i++)
    {
      const Image            *image = &g_array_index (self->images, Image, i);
      DoubletEditedOccurrence occurrence = { image->range, image->same, self->result->edits->len, 0 };
      guint32                 article = doublet_passage_text_get_article (self->text, image->range.start);
      Made                    made = { image->range, self->result->passages->len };

      add_edits (self, image, reference);
      occurrence.n_edits = self->result->edits->len - occurrence.first_edit;
      if (image->range.start == reference.start)
        passage.reference = i;
      g_array_append_val (self->result->occurrences, occurrence);
      if (self->made[article] == NULL)
        self->made[article] = g_array_new (FALSE, FALSE, sizeof (Made));
      g_array_append_val (self->made[article], made);
    }
  g_array_append_val (self->result->passages, passage);
}

/* Whether both ranges lie in different occurrences of a passage that was made. */
static gboolean
is_known (Maker       *self,
          DoubletRange a,
          DoubletRange b)
{
  const GArray *made = self->made[doublet_passage_text_get_article (self->text, a.start)];

  for (guint i = 0; made != NULL && i < made->len; i++)
    {
      const Made                    *here = &g_array_index (made, Made, i);
      const DoubletEditedPassage    *passage = &g_array_index (self->result->passages, DoubletEditedPassage, here->passage);
      const DoubletEditedOccurrence *list = &g_array_index (self->result->occurrences, DoubletEditedOccurrence, passage->first_occurrence);
      guint32                        low = 0, high = passage->n_occurrences;

      self->n_steps++;
      if (!holds (here->range, a))
        continue;
      while (high - low > 1)
        {
          guint32 middle = low + (high - low) / 2;

          if (list[middle].range.start <= b.start)
            low = middle;
          else
            high = middle;
        }
      if (holds (list[low].range, b) && list[low].range.start != here->range.start)
        return TRUE;
    }
  return FALSE;
}

static void
make_passage (Maker       *self,
              DoubletRange reference)
{
  guint32  length = reference.end - reference.start;
  gboolean any = FALSE;

  g_array_set_size (self->images, 0);
  g_array_set_size (self->runs, 0);
  find_copies (self, reference);
  for (guint i = 0; i < self->copies->len; i++)
    {
      guint32      place = g_array_index (self->copies, guint32, i);
      DoubletRange copy = { place, place + length };
      Image        image = { copy, weigh (self, copy), 0, 0 };

      if (place != reference.start)
        g_array_append_val (self->images, image);
      if (i < MAX_COPIES || place == reference.start)
        find_images (self, copy);
    }
  drop_overlapping (self, reference);
  for (guint i = 0; i < self->images->len; i++)
    any |= g_array_index (self->images, Image, i).n_runs > 0;
  if (any)
    {
      Image image = { reference, weigh (self, reference), 0, 0 };

      g_array_append_val (self->images, image);
      add_passage (self, reference);
    }
}

static gboolean
make_passages (Maker                 *self,
               DoubletPassagesCapped *capped,
               const DoubletProgress *progress)
{
  g_autofree Order *orders = order_links (self);

  for (guint32 i = 0; i < self->links->links->len; i++)
    {
      DoubletLink *link = &g_array_index (self->links->links, DoubletLink, orders[i].link);
      DoubletRange reference = orders[i].reference_is_y ? link->y : link->x;
      DoubletRange other = orders[i].reference_is_y ? link->x : link->y;

      if (doublet_progress_is_cancelled (progress))
        return FALSE;
      if (self->n_steps > MAX_STEPS)
        {
          *capped |= DOUBLET_PASSAGES_CAPPED_JOINING;
          break;
        }
      link->is_passage = is_known (self, reference, other);
      if (!link->is_passage)
        {
          make_passage (self, reference);
          link->is_passage = is_known (self, reference, other);
        }
    }
  return TRUE;
}

/**
 * doublet_edited_passages_find:
 * @self: where to add to
 * @text: the text
 * @islands: what may lie in a repeat of it
 * @suffixes: the suffixes of @islands in order
 * @links: ranges that are nearly the same; it is noted which of them are in a passage
 * @min_identical: percent of the words that must be the same
 * @capped: set if not all links could be looked at
 * @progress: (nullable): to stop by
 *
 * Makes passages of links.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
doublet_edited_passages_find (DoubletEditedPassages    *self,
                              const DoubletPassageText *text,
                              const DoubletIslands     *islands,
                              const DoubletSuffixArray *suffixes,
                              DoubletLinks             *links,
                              guint                     min_identical,
                              DoubletPassagesCapped    *capped,
                              const DoubletProgress    *progress)
{
  Maker    maker = { 0 };
  gboolean done;

  maker.result = self;
  maker.text = text;
  maker.islands = islands;
  maker.suffixes = suffixes;
  maker.links = links;
  maker.percent = min_identical;
  maker.made = g_new0 (GArray *, MAX (text->n_articles, 1));
  maker.images = g_array_new (FALSE, FALSE, sizeof (Image));
  maker.runs = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  maker.copies = g_array_new (FALSE, FALSE, sizeof (guint32));
  sort_sides (&maker);
  list_islands (&maker);

  done = make_passages (&maker, capped, progress);

  for (guint32 i = 0; i < text->n_articles; i++)
    if (maker.made[i] != NULL)
      g_array_unref (maker.made[i]);
  g_free (maker.made);
  g_free (maker.sides);
  g_array_unref (maker.island_list);
  g_array_unref (maker.images);
  g_array_unref (maker.runs);
  g_array_unref (maker.copies);
  return done;
}

/**
 * doublet_edited_passages_add:
 * @self: edited passages
 * @text: the text
 * @candidates: where to add to
 *
 * Adds the passages to what is chosen from.
 */
void
doublet_edited_passages_add (const DoubletEditedPassages *self,
                             const DoubletPassageText    *text,
                             DoubletCandidates           *candidates)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));

  for (guint32 i = 0; i < self->passages->len; i++)
    {
      const DoubletEditedPassage *passage = &g_array_index (self->passages, DoubletEditedPassage, i);

      g_array_set_size (ranges, 0);
      for (guint32 j = 0; j < passage->n_occurrences; j++)
        g_array_append_val (ranges, g_array_index (self->occurrences, DoubletEditedOccurrence, passage->first_occurrence + j).range);
      doublet_candidates_add (candidates, text, DOUBLET_CANDIDATE_EDITED, i,
                              (const DoubletRange *)(gpointer)ranges->data, ranges->len);
    }
}
