/* sentence-pairs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence-pairs.h"

#include <math.h>
#include <stdlib.h>

/*
 * Pairs of sentences that are alike: by Dice, so many of the terms of both are in both;
 * and by the cosine of their tf-isf vectors, so much of what is said.  Never all are put
 * beside all: a pair has two telling terms in common, such as few sentences of their
 * articles have, and an inverted index of these leads from a sentence to those like it.
 */

/* In how many sentences of its article a telling term is at the most: a part of them, not
 * below the least nor above the most.  The least is what short articles need, in which
 * each name comes a few times; the most keeps the cost linear in the length of an
 * article. */
#define TELLING_PART 8
#define TELLING_LEAST 4
#define TELLING_MOST 40

/* Steps through the lists of the inverted index, a few seconds of work; beyond, the terms
 * with the longest lists lead nowhere.  And how many pairs are kept. */
#define MAX_STEPS ((guint64)1 << 29)
#define MAX_PAIRS (1u << 22)

typedef struct
{
  const DoubletSentenceIndex *index;
  const DoubletProgress      *progress;
  guint8                     *telling;  /* for each sentence's term, in the order of the index */
  guint32                    *first;    /* n_terms + 1: where a term's list begins */
  guint32                    *postings; /* sentences, rising */
  guint32                    *counts;   /* for each sentence: telling terms in common with the one at work */
  GArray                     *touched;  /* guint32: those with a count */
  GArray                     *pairs;
} Searcher;

/* The telling terms of an article are marked in its sentences and counted by term. */
static void
mark_telling (Searcher *self,
              guint32   article,
              guint8   *is_telling)
{
  const DoubletSentenceIndex *index = self->index;
  guint32                     first = index->first_sentence[article], last = index->first_sentence[article + 1];
  guint32                     most = CLAMP ((last - first) / TELLING_PART, TELLING_LEAST, TELLING_MOST);

  for (guint32 i = index->first_article_term[article]; i < index->first_article_term[article + 1]; i++)
    is_telling[index->article_terms[i].term] = index->article_terms[i].count <= most;
  for (guint32 s = first; s < last; s++)
    for (guint32 i = index->sentences[s].first_term; i < index->sentences[s].first_term + index->sentences[s].n_terms; i++)
      {
        self->telling[i] = is_telling[index->sentence_terms[i].term];
        self->first[index->sentence_terms[i].term + 1] += self->telling[i];
      }
}

static int
compare_lengths (const void *a,
                 const void *b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* How long a list may be so that all the steps through such are not too many. */
static guint32
find_longest_list (const Searcher *self)
{
  guint32             n = self->index->n_terms;
  g_autofree guint32 *lengths = g_new (guint32, MAX (n, 1));
  guint64             n_steps = 0;

  for (guint32 i = 0; i < n; i++)
    lengths[i] = self->first[i + 1];
  qsort (lengths, n, sizeof *lengths, compare_lengths);
  for (guint32 i = 0; i < n; i++)
    {
      n_steps += (guint64)lengths[i] * lengths[i] / 2;
      if (n_steps > MAX_STEPS)
        return lengths[i] - 1;
    }
  return G_MAXUINT32;
}

static gboolean
invert (Searcher              *self,
        DoubletPassagesCapped *capped)
{
  const DoubletSentenceIndex *index = self->index;
  g_autofree guint8          *is_telling = g_new0 (guint8, MAX (index->n_terms, 1));
  g_autofree guint32         *next = NULL;
  guint32                     longest;

  for (guint32 article = 0; article < index->n_articles; article++)
    {
      if (doublet_progress_is_cancelled (self->progress))
        return FALSE;
      mark_telling (self, article, is_telling);
    }

  longest = find_longest_list (self);
  for (guint32 i = 0; i < index->n_terms; i++)
    {
      if (self->first[i + 1] > longest)
        {
          self->first[i + 1] = 0;
          *capped |= DOUBLET_PASSAGES_CAPPED_REWORDED;
        }
      self->first[i + 1] += self->first[i];
    }

  self->postings = g_new (guint32, MAX (self->first[index->n_terms], 1));
  next = g_memdup2 (self->first, sizeof (guint32) * ((gsize)index->n_terms + 1));
  for (guint32 s = 0; s < index->n_sentences; s++)
    for (guint32 i = index->sentences[s].first_term; i < index->sentences[s].first_term + index->sentences[s].n_terms; i++)
      {
        guint32 term = index->sentence_terms[i].term;

        if (self->telling[i] && next[term] < self->first[term + 1])
          self->postings[next[term]++] = s;
      }
  return TRUE;
}

/* Where the list of a term goes on behind a sentence that is in it. */
static guint32
find_behind (const Searcher *self,
             guint32         term,
             guint32         sentence)
{
  guint32 low = self->first[term], high = self->first[term + 1];

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->postings[middle] <= sentence)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
count_telling (Searcher *self,
               guint32   sentence)
{
  const DoubletSentenceIndex *index = self->index;
  const DoubletSentence      *of = &index->sentences[sentence];

  g_array_set_size (self->touched, 0);
  for (guint32 i = of->first_term; i < of->first_term + of->n_terms; i++)
    {
      guint32 term = index->sentence_terms[i].term;

      if (!self->telling[i])
        continue;
      for (guint32 j = find_behind (self, term, sentence); j < self->first[term + 1]; j++)
        if (self->counts[self->postings[j]]++ == 0)
          g_array_append_val (self->touched, self->postings[j]);
    }
}

static guint32
count_common (const DoubletSentenceIndex *index,
              const DoubletSentence      *x,
              const DoubletSentence      *y)
{
  const DoubletTermCount *term_x = index->sentence_terms + x->first_term, *end_x = term_x + x->n_terms;
  const DoubletTermCount *term_y = index->sentence_terms + y->first_term, *end_y = term_y + y->n_terms;
  guint32                 n = 0;

  while (term_x < end_x && term_y < end_y)
    {
      guint32 x_now = term_x->term, y_now = term_y->term;

      n += x_now == y_now;
      term_x += x_now <= y_now;
      term_y += y_now <= x_now;
    }
  return n;
}

/* Pairs that are alike by Dice. */
static gboolean
search (Searcher              *self,
        DoubletPassagesCapped *capped)
{
  const DoubletSentenceIndex *index = self->index;

  for (guint32 x = 0; x < index->n_sentences; x++)
    {
      const DoubletSentence *sentence = &index->sentences[x];

      if ((x & 0xff) == 0 && doublet_progress_is_cancelled (self->progress))
        return FALSE;
      count_telling (self, x);
      for (guint i = 0; i < self->touched->len; i++)
        {
          guint32             y = g_array_index (self->touched, guint32, i);
          DoubletSentencePair pair = { .x = x, .y = y };
          guint32             n_telling = self->counts[y];

          self->counts[y] = 0;
          if (n_telling < DOUBLET_SENTENCE_MIN_TELLING ||
              2 * count_common (index, sentence, &index->sentences[y]) < DOUBLET_SENTENCE_MIN_DICE * (sentence->n_terms + index->sentences[y].n_terms))
            continue;
          if (self->pairs->len < MAX_PAIRS)
            g_array_append_val (self->pairs, pair);
          else
            *capped |= DOUBLET_PASSAGES_CAPPED_REWORDED;
        }
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

/* Of the pairs keeps those that are alike by the cosine as well. */
static gboolean
filter (Searcher *self)
{
  const DoubletSentenceIndex *index = self->index;
  DoubletSentencePair        *pairs = (DoubletSentencePair *)(gpointer)self->pairs->data;
  guint                       n_kept = 0;
  gboolean                    done = TRUE;
  DoubletSentenceWeights      weights;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      pairs[i].article_x = doublet_sentence_index_find_article (index, pairs[i].x);
      pairs[i].article_y = doublet_sentence_index_find_article (index, pairs[i].y);
    }
  if (self->pairs->len > 1)
    qsort (pairs, self->pairs->len, sizeof *pairs, compare_pairs);

  doublet_sentence_weights_init (&weights, index);
  for (guint i = 0; i < self->pairs->len && done; i++)
    {
      double least = pairs[i].article_x == pairs[i].article_y ? DOUBLET_SENTENCE_MIN_COSINE_INSIDE : DOUBLET_SENTENCE_MIN_COSINE;
      double dot, norms;

      done = !DOUBLET_PROGRESS_CHECK (self->progress, i);
      doublet_sentence_weights_set_articles (&weights, pairs[i].article_x, pairs[i].article_y);
      dot = doublet_sentence_weights_measure_dot (&weights, pairs[i].x, pairs[i].y);
      norms = doublet_sentence_weights_measure_norm (&weights, pairs[i].x) * doublet_sentence_weights_measure_norm (&weights, pairs[i].y);
      if (dot > 0 && dot >= least * sqrt (norms))
        pairs[n_kept++] = pairs[i];
    }
  g_array_set_size (self->pairs, n_kept);
  doublet_sentence_weights_clear (&weights);
  return done;
}

/**
 * doublet_sentence_pairs_find:
 * @index: the sentences
 * @capped: (inout): what was not done in full
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (element-type DoubletSentencePair) (nullable): the pairs that
 *   are alike, by articles, then by place; %NULL if cancelled
 */
GArray *
doublet_sentence_pairs_find (const DoubletSentenceIndex *index,
                             DoubletPassagesCapped      *capped,
                             const DoubletProgress      *progress)
{
  Searcher self = { .index = index, .progress = progress };
  guint32  n_terms = index->n_sentences > 0 ? index->sentences[index->n_sentences - 1].first_term + index->sentences[index->n_sentences - 1].n_terms : 0;
  gboolean done;

  self.telling = g_new0 (guint8, MAX (n_terms, 1));
  self.first = g_new0 (guint32, (gsize)index->n_terms + 1);
  self.counts = g_new0 (guint32, MAX (index->n_sentences, 1));
  self.touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.pairs = g_array_new (FALSE, FALSE, sizeof (DoubletSentencePair));

  done = invert (&self, capped) && search (&self, capped) && filter (&self);

  g_free (self.telling);
  g_free (self.first);
  g_free (self.postings);
  g_free (self.counts);
  g_array_unref (self.touched);
  if (!done)
    g_clear_pointer (&self.pairs, g_array_unref);
  return self.pairs;
}
