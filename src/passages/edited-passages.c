/* edited-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edited-passages.h"

#include "link-images.h"

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
#define MAX_STEPS ((guint64)1 << 25)

typedef struct
{
  guint32  link;
  guint32  weight;
  gboolean reference_is_y;
  guint32  reference_rank; /* by content */
  guint32  other_rank;
} Order;

/* A range that some link has on a side. */
typedef struct
{
  DoubletRange range;
  guint32      side; /* two times its link, plus 1 for y */
} LinkSide;

/* An occurrence of a passage that was made. */
typedef struct
{
  DoubletRange range;
  guint32      passage;
} Made;

typedef struct
{
  DoubletEditedPassages    *result;
  const DoubletPassageText *text;
  DoubletLinks             *links;
  DoubletLinkImages        *images;
  GArray                  **made; /* of Made, for each article; (nullable) each */
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
  if (x->reference_rank != y->reference_rank)
    return x->reference_rank < y->reference_rank ? -1 : 1;
  if (x->other_rank != y->other_rank)
    return x->other_rank < y->other_rank ? -1 : 1;
  order = doublet_passage_text_compare_place (self->text, reference_x.start, reference_y.start);
  if (order == 0)
    order = doublet_passage_text_compare_place (self->text, other_x.start, other_y.start);
  return order;
}

static int
compare_ranges (const void *a,
                const void *b)
{
  const LinkSide *x = a, *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return x->range.end < y->range.end ? -1 : x->range.end > y->range.end;
}

static int
compare_contents (const void *a,
                  const void *b,
                  void       *data)
{
  const Maker    *self = data;
  const LinkSide *x = *(const LinkSide *const *)a, *y = *(const LinkSide *const *)b;

  return doublet_passage_text_compare_content (self->text, x->range, y->range);
}

/* The order of the contents of all sides, the same for equal ones.  Of articles that are
 * nearly the same most links join the same ranges, and to compare two means to read
 * hundreds of words: so each range is compared once. */
static guint32 *
rank_sides (Maker *self)
{
  guint32                     n = 2 * self->links->links->len;
  guint32                    *ranks = g_new (guint32, MAX (n, 1));
  g_autofree LinkSide        *sides = g_new (LinkSide, MAX (n, 1));
  g_autofree const LinkSide **distinct = g_new (const LinkSide *, MAX (n, 1));
  guint32                     n_distinct = 0;
  guint32                     rank = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const DoubletLink *link = &g_array_index (self->links->links, DoubletLink, i / 2);

      sides[i] = (LinkSide){ i % 2 == 0 ? link->x : link->y, i };
    }
  qsort (sides, n, sizeof *sides, compare_ranges);
  for (guint32 i = 0; i < n; i++)
    if (i == 0 || compare_ranges (&sides[i - 1], &sides[i]) != 0)
      distinct[n_distinct++] = &sides[i];
  g_qsort_with_data (distinct, n_distinct, sizeof *distinct, compare_contents, self);
  for (guint32 i = 0; i < n_distinct; i++)
    {
      if (i > 0 && compare_contents (&distinct[i - 1], &distinct[i], self) != 0)
        rank++;
      for (const LinkSide *side = distinct[i]; side < sides + n && compare_ranges (side, distinct[i]) == 0; side++)
        ranks[side->side] = rank;
    }
  return ranks;
}

static Order *
order_links (Maker *self)
{
  guint32             n = self->links->links->len;
  Order              *orders = g_new (Order, MAX (n, 1));
  g_autofree guint32 *ranks = rank_sides (self);

  for (guint32 i = 0; i < n; i++)
    {
      const DoubletLink *link = &g_array_index (self->links->links, DoubletLink, i);
      guint32            weight_x = weigh (self, link->x);
      guint32            weight_y = weigh (self, link->y);

      orders[i].link = i;
      orders[i].weight = MAX (weight_x, weight_y);
      orders[i].reference_is_y = weight_x != weight_y ? weight_y > weight_x : ranks[2 * i + 1] < ranks[2 * i];
      if (link->reference != DOUBLET_LINK_REFERENCE_OPEN)
        orders[i].reference_is_y = link->reference == DOUBLET_LINK_REFERENCE_Y;
      orders[i].reference_rank = ranks[2 * i + orders[i].reference_is_y];
      orders[i].other_rank = ranks[2 * i + !orders[i].reference_is_y];
    }
  g_qsort_with_data (orders, n, sizeof *orders, compare_orders, self);
  return orders;
}

static int
compare_image_starts (const void *a,
                      const void *b)
{
  const DoubletLinkImage *x = a, *y = b;

  return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

static void
add_edits (Maker                  *self,
           const DoubletLinkImage *image,
           DoubletRange            reference)
{
  const DoubletExactRun *runs = doublet_link_images_get_runs (self->images, image);
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
             GArray      *images,
             DoubletRange reference)
{
  DoubletEditedPassage passage = { self->result->occurrences->len, images->len, 0 };

  g_array_sort (images, compare_image_starts);
  for (guint i = 0; i < images->len; i++)
    {
      const DoubletLinkImage *image = &g_array_index (images, DoubletLinkImage, i);
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
  GArray  *images = doublet_link_images_find (self->images, reference);
  gboolean any = FALSE;

  for (guint i = 0; i < images->len; i++)
    any |= g_array_index (images, DoubletLinkImage, i).n_runs > 0;
  if (any)
    {
      DoubletLinkImage image = { reference, weigh (self, reference), 0, 0 };

      g_array_append_val (images, image);
      add_passage (self, images, reference);
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
      if (self->n_steps + doublet_link_images_get_n_steps (self->images) > MAX_STEPS)
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
 * @repeats: where to look for copies
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
                              const DoubletRepeatIndex *repeats,
                              DoubletLinks             *links,
                              guint                     min_identical,
                              DoubletPassagesCapped    *capped,
                              const DoubletProgress    *progress)
{
  Maker    maker = { 0 };
  gboolean done;

  maker.result = self;
  maker.text = text;
  maker.links = links;
  maker.images = doublet_link_images_new (text, repeats, links, min_identical);
  maker.made = g_new0 (GArray *, MAX (text->n_articles, 1));

  done = make_passages (&maker, capped, progress);

  for (guint32 i = 0; i < text->n_articles; i++)
    if (maker.made[i] != NULL)
      g_array_unref (maker.made[i]);
  g_free (maker.made);
  doublet_link_images_free (maker.images);
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
