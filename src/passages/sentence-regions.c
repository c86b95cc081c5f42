/* sentence-regions.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence-regions.h"

#include "stretch-ends.h"

#include <stdlib.h>

/*
 * From pairs of sentences that are alike to stretches (Sanchez-Perez, Sidorov and
 * Gelbukh 2014): pairs are put together whose sentences follow on each other, over a few
 * that are like nothing, on the one side and on the other in turn until neither falls
 * apart; and if the two stretches as wholes are not alike, again with smaller gaps.
 *
 * A text and a summary of it go together over much larger gaps: one stretch is then many
 * times the other.
 *
 * Two articles are looked at at a time, so that nothing depends on what else is loaded.
 * First all pairs are taken, to see whether there is anything; then only those that are
 * not in passages of other kinds already.
 *
 * What is not from the paper was chosen among some 35 settings by the score on every
 * sixth pair of PAN 2013's training half.
 */

/* Sentences between two pairs; the first from the paper, the second, on the side of what
 * is summed up, was 24 there, on both sides; this finds more of what is summed up and
 * joins less that is not (PAN 2013's training half). */
#define MAX_GAP 4
#define MAX_GAP_OF_SUMMARY 32

/* Of two stretches as wholes; from the paper. */
#define MIN_COSINE .34

/* One side is so many times the other if one sums up the other; from the paper. */
#define SUMMARY_RATIO 3

/* Half-words: a sentence of twelve words.  With less more is found by chance; with this
 * there are 23 claims in the 1,000 pairs without a case in PAN 2013's training half. */
#define MIN_WEIGHT 24

/* Two stretches have telling terms in common that weigh as much as so many which both
 * articles have in one sentence each: the words of one subject meet in two sentences by
 * chance, the fewer the more there are of them.  With 4 to 8, tried on
 * all of PAN 2013's training half, plagdet rises on either half of it up to here: claims
 * where nothing was planted become a third (some 23 to 8 in the 1,000 pairs without a
 * case), and nearly the same is found. */
#define MIN_EVIDENCE 7

/* Pairs that hang together so far, from first to last, exclusive. */
typedef struct
{
  guint32  first;
  guint32  last;
  guint    gap_x;
  guint    gap_y;
  gboolean by_y;
  gboolean is_whole; /* on the other side */
} Cluster;

typedef struct
{
  const DoubletPassageText   *text;
  const DoubletSentenceIndex *index;
  DoubletSentenceWeights      weights; /* of the two articles at work */
  DoubletCoverage            *coverage;
  gboolean                    uses_coverage;
  DoubletStretchLikeness      likeness;
  GArray                     *stack; /* Cluster */
  GArray                     *found; /* DoubletSentenceRegion, of the two articles at work */
  DoubletSentenceRegions     *result;
} Finder;

static guint32
weigh (const Finder *self,
       DoubletRange  sentences)
{
  DoubletRange range = doublet_sentence_index_get_range (self->index, sentences);

  return doublet_passage_text_weigh (self->text, range.start, range.end);
}

static gboolean
is_long_enough (const Finder *self,
                DoubletRange  sentences)
{
  guint32 weight = weigh (self, sentences);

  if (weight < MIN_WEIGHT)
    return FALSE;
  if (!self->uses_coverage)
    return TRUE;

  {
    guint32 rest = doublet_coverage_weigh_rest (self->coverage, doublet_sentence_index_get_range (self->index, sentences));

    return rest >= MIN_WEIGHT / 2 && rest >= DOUBLET_COVERAGE_MIN_REST * weight;
  }
}

/* The next gap to try. */
static guint
narrow (guint gap)
{
  return gap > MAX_GAP ? MAX (gap / 2, MAX_GAP) : MAX (gap, 1) - 1;
}

static gboolean
is_covered (const Finder *self,
            guint32       sentence)
{
  DoubletRange range = self->index->sentences[sentence].range;

  return doublet_coverage_weigh_rest (self->coverage, range) < DOUBLET_COVERAGE_MIN_REST * doublet_passage_text_weigh (self->text, range.start, range.end);
}

static DoubletRange
get_sentences (const Finder *self,
               guint32       article)
{
  return (DoubletRange){ self->index->first_sentence[article], self->index->first_sentence[article + 1] };
}

/* Whether two stretches have enough telling terms in common. */
static gboolean
is_evident (const Finder *self)
{
  DoubletRange x = get_sentences (self, self->weights.x), y = get_sentences (self, self->weights.y);
  guint32      n = x.end - x.start + (self->weights.x == self->weights.y ? 0 : y.end - y.start);

  return doublet_stretch_likeness_measure_evidence (&self->likeness) >= MIN_EVIDENCE * doublet_sentence_weights_weigh_term (2, n);
}

static gboolean
may_take_cb (guint32  sentence,
             gpointer data)
{
  const Finder *self = data;

  return !self->uses_coverage || !is_covered (self, sentence);
}

/* Moves the ends to where the stretches are most alike. */
static void
settle_ends (Finder                    *self,
             DoubletStretches          *stretches,
             const DoubletSentencePair *pairs,
             guint32                    n_pairs,
             gboolean                   is_close)
{
  DoubletRange x = get_sentences (self, self->weights.x), y = get_sentences (self, self->weights.y);

  if (is_close)
    doublet_stretch_ends_shed (stretches, &self->likeness, pairs, n_pairs);
  if (self->weights.x == self->weights.y)
    x.end = y.start = stretches->x.end + (stretches->y.start - stretches->x.end) / 2;
  doublet_stretch_ends_extend (stretches, &self->likeness, x, y, may_take_cb, self);
}

/* Whether no gap between the pairs of a cluster is one that only a summary may have. */
static gboolean
is_close (const DoubletSentencePair *pairs,
          const Cluster             *cluster)
{
  gboolean by_y = cluster->gap_y > MAX_GAP;

  if (!by_y && cluster->gap_x <= MAX_GAP)
    return TRUE;
  for (guint32 i = cluster->first + 1; i < cluster->last; i++)
    if ((by_y ? pairs[i].y - pairs[i - 1].y : pairs[i].x - pairs[i - 1].x) > MAX_GAP + 1)
      return FALSE;
  return TRUE;
}

static void
add_region (Finder              *self,
            DoubletStretches     stretches,
            DoubletSentencePair *pairs,
            const Cluster       *cluster)
{
  DoubletSentenceRegion region = { .article_x = self->weights.x, .article_y = self->weights.y };

  if (cluster->gap_x > MAX_GAP || cluster->gap_y > MAX_GAP)
    doublet_sentence_pairs_sort (pairs + cluster->first, cluster->last - cluster->first, cluster->gap_y > MAX_GAP);
  settle_ends (self, &stretches, pairs + cluster->first, cluster->last - cluster->first, is_close (pairs, cluster));
  region.x = stretches.x;
  region.y = stretches.y;
  if (is_long_enough (self, region.x) && is_long_enough (self, region.y) && is_evident (self))
    g_array_append_val (self->found, region);
}

/* A cluster whole on both sides becomes a region, or is taken apart with smaller gaps. */
static void
settle_cluster (Finder              *self,
                DoubletSentencePair *pairs,
                Cluster              cluster)
{
  DoubletStretches stretches = { { G_MAXUINT32, 0 }, { G_MAXUINT32, 0 } };

  for (guint32 i = cluster.first; i < cluster.last; i++)
    {
      stretches.x.start = MIN (stretches.x.start, pairs[i].x);
      stretches.x.end = MAX (stretches.x.end, pairs[i].x + 1);
      stretches.y.start = MIN (stretches.y.start, pairs[i].y);
      stretches.y.end = MAX (stretches.y.end, pairs[i].y + 1);
    }
  if (stretches.x.end <= stretches.y.start || self->weights.x != self->weights.y)
    {
      doublet_stretch_likeness_set (&self->likeness, stretches.x, stretches.y);
      if (doublet_stretch_likeness_get_cosine (&self->likeness) >= MIN_COSINE)
        {
          add_region (self, stretches, pairs, &cluster);
          return;
        }
    }
  if (cluster.gap_x > 0 || cluster.gap_y > 0)
    {
      cluster.gap_x = narrow (cluster.gap_x);
      cluster.gap_y = narrow (cluster.gap_y);
      cluster.by_y = FALSE;
      cluster.is_whole = FALSE;
      g_array_append_val (self->stack, cluster);
    }
}

/* Parts a cluster where too many sentences follow that are in no pair. */
static gboolean
part_cluster (Finder                    *self,
              const DoubletSentencePair *pairs,
              const Cluster             *cluster)
{
  guint32 first = cluster->first;
  guint   gap = cluster->by_y ? cluster->gap_y : cluster->gap_x;

  for (guint32 i = cluster->first + 1; i <= cluster->last; i++)
    {
      Cluster part = { first, i, cluster->gap_x, cluster->gap_y, !cluster->by_y, FALSE };

      if (i < cluster->last && (cluster->by_y ? pairs[i].y - pairs[i - 1].y : pairs[i].x - pairs[i - 1].x) <= gap + 1)
        continue;
      if (i == cluster->last && first == cluster->first)
        return FALSE;
      g_array_append_val (self->stack, part);
      first = i;
    }
  return TRUE;
}

static void
cluster_pairs (Finder              *self,
               DoubletSentencePair *pairs,
               guint32              n,
               guint                gap_x,
               guint                gap_y)
{
  Cluster cluster = { 0, n, gap_x, gap_y, FALSE, FALSE };

  g_array_set_size (self->found, 0);
  if (n > 0)
    g_array_append_val (self->stack, cluster);
  while (self->stack->len > 0)
    {
      cluster = g_array_index (self->stack, Cluster, self->stack->len - 1);
      g_array_set_size (self->stack, self->stack->len - 1);
      doublet_sentence_pairs_sort (pairs + cluster.first, cluster.last - cluster.first, cluster.by_y);
      if (part_cluster (self, pairs, &cluster))
        continue;
      if (cluster.is_whole)
        {
          settle_cluster (self, pairs, cluster);
          continue;
        }
      cluster.by_y = !cluster.by_y;
      cluster.is_whole = TRUE;
      g_array_append_val (self->stack, cluster);
    }
}

/* Whether the regions of the one side are many times those of the other. */
static gboolean
is_summary (const Finder *self,
            gboolean      by_y)
{
  guint64 weight_x = 0, weight_y = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const DoubletSentenceRegion *region = &g_array_index (self->found, DoubletSentenceRegion, i);

      weight_x += weigh (self, region->x);
      weight_y += weigh (self, region->y);
    }
  if (by_y)
    return weight_y > 0 && weight_x >= SUMMARY_RATIO * weight_y;
  return weight_x > 0 && weight_y >= SUMMARY_RATIO * weight_x;
}

/* Of the pairs drops those that are in passages of other kinds. */
static guint32
drop_covered (const Finder        *self,
              DoubletSentencePair *pairs,
              guint32              n)
{
  guint32 n_kept = 0;

  for (guint32 i = 0; i < n; i++)
    if (!is_covered (self, pairs[i].x) && !is_covered (self, pairs[i].y))
      pairs[n_kept++] = pairs[i];
  return n_kept;
}

static guint64
count_new_words (Finder  *self,
                 gboolean of_y)
{
  guint64 half_words = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const DoubletSentenceRegion *region = &g_array_index (self->found, DoubletSentenceRegion, i);
      DoubletRange                 range = doublet_sentence_index_get_range (self->index, of_y ? region->y : region->x);

      for (guint32 place = range.start; place < range.end; place++)
        if (doublet_coverage_take (self->coverage, place))
          half_words += doublet_passage_text_weigh (self->text, place, place + 1);
    }
  return half_words;
}

/* One article sums up the other, or the other the one. */
static gboolean
find_summary (Finder              *self,
              DoubletSentencePair *pairs,
              guint32              n)
{
  if (self->weights.x == self->weights.y)
    return FALSE;
  cluster_pairs (self, pairs, n, MAX_GAP_OF_SUMMARY, MAX_GAP);
  if (is_summary (self, TRUE))
    return TRUE;
  cluster_pairs (self, pairs, n, MAX_GAP, MAX_GAP_OF_SUMMARY);
  return is_summary (self, FALSE);
}

/* The pairs of two articles. */
static void
find_in_articles (Finder              *self,
                  DoubletSentencePair *pairs,
                  guint32              n)
{
  DoubletRewordedShare share = { pairs->article_x, pairs->article_y, 0, 0 };

  doublet_sentence_weights_set_articles (&self->weights, share.article_x, share.article_y);
  self->uses_coverage = FALSE;
  cluster_pairs (self, pairs, n, MAX_GAP, MAX_GAP);
  if (self->found->len == 0)
    return;

  doublet_coverage_set_articles (self->coverage, self->index->article[share.article_x], self->index->article[share.article_y]);
  self->uses_coverage = TRUE;
  n = drop_covered (self, pairs, n);
  if (!find_summary (self, pairs, n))
    cluster_pairs (self, pairs, n, MAX_GAP, MAX_GAP);
  if (self->found->len == 0)
    return;

  g_array_append_vals (self->result->regions, self->found->data, self->found->len);
  if (share.article_x != share.article_y)
    {
      share.half_words_of_x = count_new_words (self, FALSE);
      share.half_words_of_y = count_new_words (self, TRUE);
      g_array_append_val (self->result->shares, share);
    }
}

/**
 * doublet_sentence_regions_find:
 * @text: the text
 * @index: its sentences
 * @coverage: what is in passages of other kinds; other articles are set there
 * @pairs: (element-type DoubletSentencePair): sentences that are alike, by articles;
 *   taken apart
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): the stretches that say the same; %NULL if cancelled
 */
DoubletSentenceRegions *
doublet_sentence_regions_find (const DoubletPassageText   *text,
                               const DoubletSentenceIndex *index,
                               DoubletCoverage            *coverage,
                               GArray                     *pairs,
                               const DoubletProgress      *progress)
{
  DoubletSentencePair *list = (DoubletSentencePair *)(gpointer)pairs->data;
  Finder               self = { .text = text, .index = index, .coverage = coverage };
  gboolean             done = TRUE;

  self.result = g_new (DoubletSentenceRegions, 1);
  self.result->regions = g_array_new (FALSE, FALSE, sizeof (DoubletSentenceRegion));
  self.result->shares = g_array_new (FALSE, FALSE, sizeof (DoubletRewordedShare));
  if (pairs->len == 0)
    return self.result;

  doublet_sentence_weights_init (&self.weights, index);
  doublet_stretch_likeness_init (&self.likeness, &self.weights);
  self.stack = g_array_new (FALSE, FALSE, sizeof (Cluster));
  self.found = g_array_new (FALSE, FALSE, sizeof (DoubletSentenceRegion));

  for (guint32 i = 0, j; i < pairs->len && done; i = j)
    {
      for (j = i + 1; j < pairs->len; j++)
        if (list[j].article_x != list[i].article_x || list[j].article_y != list[i].article_y)
          break;
      find_in_articles (&self, list + i, j - i);
      done = !doublet_progress_is_cancelled (progress);
    }

  doublet_sentence_weights_clear (&self.weights);
  doublet_stretch_likeness_clear (&self.likeness);
  g_array_unref (self.stack);
  g_array_unref (self.found);
  if (!done)
    g_clear_pointer (&self.result, doublet_sentence_regions_free);
  return self.result;
}

/**
 * doublet_sentence_regions_free:
 * @self: (transfer full): regions
 */
void
doublet_sentence_regions_free (DoubletSentenceRegions *self)
{
  g_array_unref (self->regions);
  g_array_unref (self->shares);
  g_free (self);
}
