/* coverage.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "coverage.h"

#include <stdlib.h>
#include <string.h>

/*
 * Runs of so many words that both articles have are found again here, two articles at a
 * time, by the hashes of their windows: the maximal repeats of all articles say the same,
 * but would have to be cut down to two.  Edited passages of two articles are the links
 * between them.
 */

/* A link and the articles of its sides, the lower number first. */
typedef struct
{
  guint32 a;
  guint32 b;
  guint32 link;
} LinkOfPair;

/* Hashes of windows and how often each comes, up to two: open addressing. */
typedef struct
{
  guint64 *hashes;
  guint8  *counts;
  gsize    mask;
} WindowSet;

struct _DoubletCoverage
{
  const DoubletPassageText *text;
  const DoubletLinks       *links;
  const DoubletVersions    *versions; /* (nullable) */
  LinkOfPair               *of_pairs; /* by a, then b */
  LinkOfPair                known_of; /* the articles asked about last, and the first link of theirs, or behind it */
  guint8                   *covered;  /* for each place */
  guint64                  *windows;  /* for each place the hash of the window that begins there */
};

static int
compare_links (const void *a,
               const void *b)
{
  const LinkOfPair *x = a, *y = b;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  if (x->b != y->b)
    return x->b < y->b ? -1 : 1;
  return x->link < y->link ? -1 : x->link > y->link;
}

/* Ranges of so many words by so many are compared word by word. */
#define MAX_COMPARED (1u << 14)

/**
 * doublet_coverage_new:
 * @text: the text
 * @links: ranges that are nearly the same
 * @versions: (nullable): articles that are
 *
 * Returns: (transfer full): a coverage, of no articles yet
 */
DoubletCoverage *
doublet_coverage_new (const DoubletPassageText *text,
                      const DoubletLinks       *links,
                      const DoubletVersions    *versions)
{
  DoubletCoverage *self = g_new0 (DoubletCoverage, 1);

  self->text = text;
  self->links = links;
  self->versions = versions;
  self->covered = g_new0 (guint8, MAX (text->n, 1));
  self->known_of = (LinkOfPair){ G_MAXUINT32, G_MAXUINT32, 0 };
  self->of_pairs = g_new (LinkOfPair, MAX (links->links->len, 1));
  for (guint i = 0; i < links->links->len; i++)
    {
      const DoubletLink *link = &g_array_index (links->links, DoubletLink, i);
      guint32            x = doublet_passage_text_get_article (text, link->x.start);
      guint32            y = doublet_passage_text_get_article (text, link->y.start);

      self->of_pairs[i] = (LinkOfPair){ MIN (x, y), MAX (x, y), i };
    }
  qsort (self->of_pairs, links->links->len, sizeof *self->of_pairs, compare_links);
  return self;
}

/**
 * doublet_coverage_free:
 * @self: (transfer full): a coverage
 */
void
doublet_coverage_free (DoubletCoverage *self)
{
  g_free (self->of_pairs);
  g_free (self->covered);
  g_free (self->windows);
  g_free (self);
}

static gsize
find_window (const WindowSet *set,
             guint64          hash)
{
  gsize slot = (hash ^ (hash >> 32)) & set->mask;

  while (set->hashes[slot] != 0 && set->hashes[slot] != hash)
    slot = (slot + 1) & set->mask;
  return slot;
}

/* Marks the places of an article whose windows come often enough in the set. */
static void
mark_article (DoubletCoverage *self,
              const WindowSet *set,
              guint8           least,
              guint32          article)
{
  const DoubletPassageText *text = self->text;
  guint32                   length = MAX (text->min_tokens, 1);
  guint32                   first = text->base[article], end = text->base[article + 1];
  guint32                   start = first, reach = first;

  for (guint32 i = first; i <= end; i++)
    {
      gboolean is_known = i + length <= end && set->counts[find_window (set, self->windows[i])] >= least;

      if (!is_known && i < end)
        continue;
      if (i > reach || i == end)
        {
          if (doublet_passage_text_weigh (text, start, reach) >= text->min_weight)
            memset (self->covered + start, TRUE, reach - start);
          start = i;
        }
      if (is_known)
        reach = i + length;
    }
}

static void
fill_set (const DoubletCoverage *self,
          WindowSet             *set,
          guint32                article)
{
  const DoubletPassageText *text = self->text;
  guint32                   length = MAX (text->min_tokens, 1);

  for (guint32 i = text->base[article]; i + length <= text->base[article + 1]; i++)
    {
      gsize slot = find_window (set, self->windows[i]);

      set->hashes[slot] = self->windows[i];
      set->counts[slot] = MIN (set->counts[slot] + 1, 2);
    }
}

static void
mark_runs (DoubletCoverage *self,
           guint32          a,
           guint32          b)
{
  const DoubletPassageText *text = self->text;
  guint32                   n = MAX (text->base[a + 1] - text->base[a], text->base[b + 1] - text->base[b]);
  WindowSet                 set = { NULL, NULL, 1023 };

  while (set.mask / 2 < n)
    set.mask = set.mask * 2 + 1;
  set.hashes = g_new0 (guint64, set.mask + 1);
  set.counts = g_new0 (guint8, set.mask + 1);

  fill_set (self, &set, a);
  mark_article (self, &set, a == b ? 2 : 1, b);
  if (a != b)
    {
      memset (set.hashes, 0, sizeof (guint64) * (set.mask + 1));
      memset (set.counts, 0, set.mask + 1);
      fill_set (self, &set, b);
      mark_article (self, &set, 1, a);
    }
  g_free (set.hashes);
  g_free (set.counts);
}

/* The first link of two articles, or where it would be. */
static guint32
find_first_link (const DoubletCoverage *self,
                 guint32                a,
                 guint32                b)
{
  LinkOfPair wanted = { MIN (a, b), MAX (a, b), 0 };
  guint32    low = 0, high = self->links->links->len;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (compare_links (&self->of_pairs[middle], &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_link_of (const DoubletCoverage *self,
            guint32                i,
            guint32                a,
            guint32                b)
{
  return i < self->links->links->len && self->of_pairs[i].a == MIN (a, b) && self->of_pairs[i].b == MAX (a, b);
}

static void
mark_version (DoubletCoverage *self,
              guint32          article)
{
  DoubletRange of = self->versions->parts_of[article];

  for (guint32 i = of.start; i < of.end; i++)
    {
      DoubletRange part = doublet_versions_get_part (self->versions, i);

      memset (self->covered + part.start, TRUE, part.end - part.start);
    }
}

/**
 * doublet_coverage_set_articles:
 * @self: a coverage
 * @a: an article
 * @b: another, or the same
 *
 * Finds what these two have in common.
 */
void
doublet_coverage_set_articles (DoubletCoverage *self,
                               guint32          a,
                               guint32          b)
{
  const DoubletPassageText *text = self->text;

  /* Often nobody asks. */
  if (self->windows == NULL)
    self->windows = doublet_passage_text_hash_windows (text);
  memset (self->covered + text->base[a], FALSE, text->base[a + 1] - text->base[a]);
  memset (self->covered + text->base[b], FALSE, text->base[b + 1] - text->base[b]);
  mark_runs (self, a, b);

  if (a != b && doublet_versions_are_one (self->versions, a, b))
    {
      mark_version (self, a);
      mark_version (self, b);
    }
  for (guint32 i = find_first_link (self, a, b); is_link_of (self, i, a, b); i++)
    {
      const DoubletLink *link = &g_array_index (self->links->links, DoubletLink, self->of_pairs[i].link);

      memset (self->covered + link->x.start, TRUE, link->x.end - link->x.start);
      memset (self->covered + link->y.start, TRUE, link->y.end - link->y.start);
    }
}

/**
 * doublet_coverage_weigh_rest:
 * @self: a coverage
 * @range: a range in one of the articles
 *
 * Returns: the weight, in half-words, of what is not covered there
 */
guint32
doublet_coverage_weigh_rest (const DoubletCoverage *self,
                             DoubletRange           range)
{
  guint32 rest = 0;

  for (guint32 i = range.start; i < range.end; i++)
    if (!self->covered[i])
      rest += self->text->sums[i + 1] - self->text->sums[i];
  return rest;
}

static guint32
weigh_common (const DoubletCoverage *self,
              DoubletRange           range,
              DoubletRange           other)
{
  DoubletRange common = { MAX (range.start, other.start), MIN (range.end, other.end) };

  return common.start < common.end ? doublet_passage_text_weigh (self->text, common.start, common.end) : 0;
}

/* What of a range is in the parts of an article that are a version. */
static guint32
weigh_version (const DoubletCoverage *self,
               guint32                article,
               DoubletRange           range)
{
  DoubletRange of = self->versions->parts_of[article];
  guint32      weight = 0;

  for (guint32 i = of.start; i < of.end; i++)
    weight += weigh_common (self, range, doublet_versions_get_part (self->versions, i));
  return weight;
}

/**
 * doublet_coverage_is_known:
 * @self: a coverage
 * @a: an article
 * @b: another, or the same
 * @range: a range of one of them
 *
 * Whether a single edited passage of the two articles covers @range: little work, and
 * the articles that were set stay so.
 *
 * Returns: %FALSE if not, or if more would have to be asked
 */
gboolean
doublet_coverage_is_known (DoubletCoverage *self,
                           guint32          a,
                           guint32          b,
                           DoubletRange     range)
{
  guint32 weight = doublet_passage_text_weigh (self->text, range.start, range.end);

  if (a != b && doublet_versions_are_one (self->versions, a, b) &&
      (weight - weigh_version (self, a, range) < DOUBLET_COVERAGE_MIN_REST * weight ||
       weight - weigh_version (self, b, range) < DOUBLET_COVERAGE_MIN_REST * weight))
    return TRUE;
  if (self->known_of.a != a || self->known_of.b != b)
    self->known_of = (LinkOfPair){ a, b, find_first_link (self, a, b) };
  for (guint32 i = self->known_of.link; is_link_of (self, i, a, b); i++)
    {
      const DoubletLink *link = &g_array_index (self->links->links, DoubletLink, self->of_pairs[i].link);

      if (weight - weigh_common (self, range, link->x) < DOUBLET_COVERAGE_MIN_REST * weight ||
          weight - weigh_common (self, range, link->y) < DOUBLET_COVERAGE_MIN_REST * weight)
        return TRUE;
    }
  return FALSE;
}

/**
 * doublet_coverage_is_alike:
 * @text: the text
 * @range: a range
 * @other: another, that has no place in common with it
 *
 * Whether the runs that the two have in common word for word cover @range already,
 * whatever else stands in their articles.
 *
 * Returns: %FALSE if not, or if they are long
 */
gboolean
doublet_coverage_is_alike (const DoubletPassageText *text,
                           DoubletRange              range,
                           DoubletRange              other)
{
  guint32             n = range.end - range.start, n_other = other.end - other.start;
  g_autofree guint32 *lengths = NULL; /* of the run that ends at each place of other */
  guint32             weight = doublet_passage_text_weigh (text, range.start, range.end);
  guint32             covered = 0, reach = range.start;

  if ((guint64)n * n_other > MAX_COMPARED)
    return FALSE;
  lengths = g_new0 (guint32, n_other + 1);
  for (guint32 i = range.start; i < range.end; i++)
    {
      guint32 longest = 0, start;

      for (guint32 j = n_other; j-- > 0;)
        {
          lengths[j + 1] = text->tokens[i] == text->tokens[other.start + j] ? lengths[j] + 1 : 0;
          longest = MAX (longest, lengths[j + 1]);
        }
      start = i + 1 - longest;
      if (doublet_passage_text_weigh (text, start, i + 1) < text->min_weight)
        continue;
      covered += doublet_passage_text_weigh (text, MAX (start, reach), i + 1);
      reach = i + 1;
    }
  return weight - covered < DOUBLET_COVERAGE_MIN_REST * weight;
}

/**
 * doublet_coverage_take:
 * @self: a coverage
 * @place: a place in one of the articles
 *
 * Covers @place.
 *
 * Returns: whether it was not covered before
 */
gboolean
doublet_coverage_take (DoubletCoverage *self,
                       guint32          place)
{
  gboolean is_new = !self->covered[place];

  self->covered[place] = TRUE;
  return is_new;
}
