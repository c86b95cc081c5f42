/* sentence-pairs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence-pairs.h"

#include "sentence-search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * Pairs of sentences that are alike: by Dice, so many of the terms of both are in both;
 * and by the cosine of their tf-isf vectors, so much of what is said, which differs from
 * one pair of articles to the next.
 *
 * A pair that passages of other kinds cover says nothing new, and of articles that are
 * nearly the same, or have one footer, nearly all pairs are such: of a thousand articles
 * half a million for each sentence.  So such pairs are told apart as soon as they can be,
 * most of them by class of sentences, and are listed only for those articles that have
 * others as well: with these they may hang together.
 */

/* How many pairs are kept. */
#define MAX_PAIRS (1u << 22)

/* With no more pairs of sentences of two articles, only the terms of these are weighed and
 * not all: with some hundred terms in an article and twenty in a sentence it comes to
 * about the same. */
#define FEW_PAIRS 8

/* Classes of fewer pairs of sentences are not compared word by word: their sentences will
 * be, if it comes to that. */
#define MIN_PAIRS_COMPARED 4

/* For each class the classes whose sentences are like its own and covered. */
typedef struct
{
  guint32 *first; /* for each class, and one more */
  guint32 *others;
} CoveredClasses;

typedef struct
{
  const DoubletPassageText   *text;
  const DoubletSentenceIndex *index;
  DoubletCoverage            *coverage; /* (nullable) */
  const DoubletProgress      *progress;
  DoubletSentenceWeights      weights;
  GArray                     *classes; /* DoubletSentenceClassPair: what is covered */
  GArray                     *covered; /* DoubletSentencePair */
  GArray                     *pairs;   /* the same: all others */
} Collector;

static gboolean
add_pair (const Collector       *self,
          GArray                *pairs,
          guint32                x,
          guint32                y,
          DoubletPassagesCapped *capped)
{
  DoubletSentencePair pair = { .x = MIN (x, y), .y = MAX (x, y) };

  if ((guint64)self->pairs->len + self->covered->len + (pairs == self->pairs ? 0 : pairs->len) >= MAX_PAIRS)
    {
      *capped |= DOUBLET_PASSAGES_CAPPED_REWORDED;
      return FALSE;
    }
  pair.article_x = doublet_sentence_index_find_article (self->index, pair.x);
  pair.article_y = doublet_sentence_index_find_article (self->index, pair.y);
  g_array_append_val (pairs, pair);
  return TRUE;
}

/* Whether the sentences of two classes cover each other. */
static gboolean
is_covered_class (const Collector              *self,
                  const DoubletSentenceClasses *classes,
                  DoubletSentenceClassPair      pair)
{
  DoubletRange x = self->index->sentences[doublet_sentence_classes_get_first (classes, pair.x)].range;
  DoubletRange y = self->index->sentences[doublet_sentence_classes_get_first (classes, pair.y)].range;

  if (self->coverage == NULL)
    return FALSE;
  if (pair.x == pair.y)
    return doublet_passage_text_weigh (self->text, x.start, x.end) >= self->text->min_weight;
  if ((guint64)doublet_sentence_classes_get_size (classes, pair.x) * doublet_sentence_classes_get_size (classes, pair.y) < MIN_PAIRS_COMPARED)
    return FALSE;
  return doublet_coverage_is_alike (self->text, x, y) || doublet_coverage_is_alike (self->text, y, x);
}

/* Lists the pairs of sentences of two classes. */
static void
add_sentences (const Collector              *self,
               const DoubletSentenceClasses *classes,
               DoubletSentenceClassPair      pair,
               DoubletPassagesCapped        *capped)
{
  for (guint32 i = classes->first[pair.x]; i < classes->first[pair.x + 1]; i++)
    for (guint32 j = pair.x == pair.y ? i + 1 : classes->first[pair.y]; j < classes->first[pair.y + 1]; j++)
      if (!add_pair (self, self->pairs, classes->members[i], classes->members[j], capped))
        return;
}

/* Lists the pairs that may not be covered, and the classes of the others. */
static gboolean
list_pairs (Collector                   *self,
            const DoubletSentenceSearch *search,
            DoubletPassagesCapped       *capped)
{
  for (guint i = 0; i < search->pairs->len; i++)
    {
      DoubletSentenceClassPair pair = g_array_index (search->pairs, DoubletSentenceClassPair, i);

      if ((i & 0xff) == 0 && doublet_progress_is_cancelled (self->progress))
        return FALSE;
      if (is_covered_class (self, search->classes, pair))
        g_array_append_val (self->classes, pair);
      else
        add_sentences (self, search->classes, pair, capped);
    }
  return TRUE;
}

static int
compare_pairs (const void *a,
               const void *b)
{
  const DoubletSentencePair *p = a, *q = b;

  if (p->article_x != q->article_x)
    return p->article_x < q->article_x ? -1 : 1;
  if (p->article_y != q->article_y)
    return p->article_y < q->article_y ? -1 : 1;
  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->y < q->y ? -1 : p->y > q->y;
}

static void
sort_pairs (GArray *pairs)
{
  if (pairs->len > 1)
    qsort (pairs->data, pairs->len, sizeof (DoubletSentencePair), compare_pairs);
}

static gboolean
have_same_articles (const DoubletSentencePair *a,
                    const DoubletSentencePair *b)
{
  return a->article_x == b->article_x && a->article_y == b->article_y;
}

/* Puts those pairs aside that an edited passage covers. */
static void
part_covered (Collector *self)
{
  const DoubletSentence *sentences = self->index->sentences;
  guint                  n_kept = 0;

  if (self->coverage == NULL)
    return;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      DoubletSentencePair pair = g_array_index (self->pairs, DoubletSentencePair, i);
      guint32             a = self->index->article[pair.article_x], b = self->index->article[pair.article_y];

      if (doublet_coverage_is_known (self->coverage, a, b, sentences[pair.x].range) ||
          doublet_coverage_is_known (self->coverage, a, b, sentences[pair.y].range))
        g_array_append_val (self->covered, pair);
      else
        g_array_index (self->pairs, DoubletSentencePair, n_kept++) = pair;
    }
  g_array_set_size (self->pairs, n_kept);
}

/* Of pairs that are sorted keeps those that are alike by the cosine as well. */
static gboolean
filter (Collector *self,
        GArray    *list)
{
  DoubletSentencePair *pairs = (DoubletSentencePair *)(gpointer)list->data;
  guint                n_kept = 0;

  for (guint i = 0, end = 0; i < list->len; i++)
    {
      double least = pairs[i].article_x == pairs[i].article_y ? DOUBLET_SENTENCE_MIN_COSINE_INSIDE : DOUBLET_SENTENCE_MIN_COSINE;
      double dot, norms;

      if (DOUBLET_PROGRESS_CHECK (self->progress, i))
        return FALSE;
      if (i == end)
        while (end < list->len && have_same_articles (&pairs[end], &pairs[i]))
          end++;
      if (end - i > FEW_PAIRS)
        doublet_sentence_weights_set_articles (&self->weights, pairs[i].article_x, pairs[i].article_y);
      else
        doublet_sentence_weights_set_sentences (&self->weights, pairs[i].article_x, pairs[i].article_y, pairs[i].x, pairs[i].y);
      dot = doublet_sentence_weights_measure_dot (&self->weights, pairs[i].x, pairs[i].y);
      norms = doublet_sentence_weights_measure_norm (&self->weights, pairs[i].x) * doublet_sentence_weights_measure_norm (&self->weights, pairs[i].y);
      if (dot > 0 && dot >= least * sqrt (norms))
        pairs[n_kept++] = pairs[i];
    }
  g_array_set_size (list, n_kept);
  return TRUE;
}

static void
covered_classes_init (CoveredClasses *self,
                      const GArray   *pairs,
                      guint32         n_classes)
{
  const DoubletSentenceClassPair *list = (const DoubletSentenceClassPair *)(gpointer)pairs->data;
  guint32                         n;

  self->first = g_new0 (guint32, (gsize)n_classes + 2);
  /* One place further on, until the others are in their places. */
  for (guint i = 0; i < pairs->len; i++)
    {
      self->first[list[i].x + 2]++;
      if (list[i].x != list[i].y)
        self->first[list[i].y + 2]++;
    }
  for (guint32 i = 1; i <= n_classes; i++)
    self->first[i + 1] += self->first[i];
  n = self->first[n_classes + 1];
  self->others = g_new (guint32, MAX (n, 1));
  for (guint i = 0; i < pairs->len; i++)
    {
      self->others[self->first[list[i].x + 1]++] = list[i].y;
      if (list[i].x != list[i].y)
        self->others[self->first[list[i].y + 1]++] = list[i].x;
    }
}

static void
covered_classes_clear (CoveredClasses *self)
{
  g_free (self->first);
  g_free (self->others);
}

/* The first of the members of a class that is not before a sentence. */
static guint32
find_member (const DoubletSentenceClasses *classes,
             guint32                       which,
             guint32                       sentence)
{
  guint32 low = classes->first[which], high = classes->first[which + 1];

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (classes->members[middle] < sentence)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Lists the covered pairs of two articles, by class. */
static gboolean
list_covered (const Collector              *self,
              const DoubletSentenceClasses *classes,
              const CoveredClasses         *covered,
              DoubletSentencePair           articles,
              GArray                       *list,
              DoubletPassagesCapped        *capped)
{
  const guint32 *first = self->index->first_sentence;

  for (guint32 x = first[articles.article_x]; x < first[articles.article_x + 1]; x++)
    {
      guint32 which = classes->of_sentence[x];

      for (guint32 i = covered->first[which]; i < covered->first[which + 1]; i++)
        {
          guint32 other = covered->others[i];

          for (guint32 j = find_member (classes, other, MAX (x + 1, first[articles.article_y]));
               j < classes->first[other + 1] && classes->members[j] < first[articles.article_y + 1]; j++)
            if (!add_pair (self, list, x, classes->members[j], capped))
              return FALSE;
        }
    }
  return TRUE;
}

/* Adds what is covered of the articles that have a pair. */
static gboolean
add_covered (Collector                    *self,
             const DoubletSentenceClasses *classes,
             DoubletPassagesCapped        *capped)
{
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (DoubletSentencePair));
  CoveredClasses covered;
  guint          place = 0;
  gboolean       done = TRUE, any_room = TRUE;

  covered_classes_init (&covered, self->classes, classes->n);
  for (guint i = 0; i < self->pairs->len && done && any_room; i++)
    {
      const DoubletSentencePair *pair = &g_array_index (self->pairs, DoubletSentencePair, i);

      if (i > 0 && have_same_articles (pair, pair - 1))
        continue;
      done = !doublet_progress_is_cancelled (self->progress);
      any_room = list_covered (self, classes, &covered, *pair, added, capped);
      for (; place < self->covered->len; place++)
        {
          DoubletSentencePair *known = &g_array_index (self->covered, DoubletSentencePair, place);

          if (have_same_articles (known, pair))
            g_array_append_vals (added, known, 1);
          else if (compare_pairs (known, pair) > 0)
            break;
        }
    }
  covered_classes_clear (&covered);
  sort_pairs (added);
  if (!done || !filter (self, added))
    return FALSE;
  if (added->len > 0)
    g_array_append_vals (self->pairs, added->data, added->len);
  sort_pairs (self->pairs);
  return TRUE;
}

/**
 * doublet_sentence_pairs_find:
 * @text: the text
 * @index: its sentences
 * @coverage: (nullable): what is in passages of other kinds; if given, two articles of
 *   which all pairs are covered by these may be left out
 * @capped: (inout): what was not done in full
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (element-type DoubletSentencePair) (nullable): the pairs that
 *   are alike, by articles, then by place; %NULL if cancelled
 */
GArray *
doublet_sentence_pairs_find (const DoubletPassageText   *text,
                             const DoubletSentenceIndex *index,
                             DoubletCoverage            *coverage,
                             DoubletPassagesCapped      *capped,
                             const DoubletProgress      *progress)
{
  g_autoptr (DoubletSentenceSearch) search = doublet_sentence_search_run (text, index, capped, progress);
  g_autoptr (GArray) classes = g_array_new (FALSE, FALSE, sizeof (DoubletSentenceClassPair));
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (DoubletSentencePair));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (DoubletSentencePair));
  Collector self = { .text = text, .index = index, .coverage = coverage, .progress = progress, .classes = classes, .covered = covered, .pairs = pairs };
  gboolean  done;

  if (search == NULL)
    return NULL;
  doublet_sentence_weights_init (&self.weights, index);
  done = list_pairs (&self, search, capped);
  if (done)
    {
      sort_pairs (pairs);
      part_covered (&self);
      done = filter (&self, pairs);
    }
  if (done && pairs->len > 0 && covered->len + classes->len > 0)
    done = add_covered (&self, search->classes, capped);
  doublet_sentence_weights_clear (&self.weights);
  return done ? g_steal_pointer (&pairs) : NULL;
}
