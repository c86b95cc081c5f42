/* sentence-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence-search.h"

#include <stdlib.h>
#include <string.h>

/*
 * Sentences that have many of their terms in common.  Never all are put beside all: a pair
 * has two telling terms in common, such as few sentences of their articles have, and an
 * inverted index of these leads from a sentence to those like it.  Sentences that are the
 * same are looked at once.
 *
 * Of the pairs with two such terms nearly all fall by Dice.  Most are seen to fall without
 * their terms being gone through, by a bound on what they have in common: the terms the
 * lists count, and of the others no more than the bits two masks share (after the bitmap
 * filter of Sandes, Teodoro and Melo 2017) and the few that have no bit.
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

/* The terms that most often stand in a sentence without leading anywhere have a bit. */
#define N_BITS 64

/* The terms of a sentence that lead nowhere; and the frequent ones that do. */
typedef struct
{
  guint64 bits;        /* of all terms that have one */
  guint64 listed_bits; /* of those of them that lead somewhere */
  guint32 n_terms;
  guint32 n_rest; /* that neither lead anywhere nor have a bit */
} Bound;

typedef struct
{
  const DoubletSentenceIndex *index;
  const DoubletProgress      *progress;
  DoubletSentenceClasses     *classes;
  guint8                     *telling;  /* for each sentence's term, in the order of the index: it is, and has a list */
  guint32                    *first;    /* n_terms + 1: where a term's list begins */
  guint32                    *postings; /* classes, rising */
  guint32                    *next;     /* for each term: where its list goes on behind the class at work */
  Bound                      *bounds;   /* for each class */
  guint32                    *counts;   /* for each class: floor, and telling terms in common with the one at work */
  guint32                     floor;    /* counts up to it are none */
  guint32                    *touched;  /* classes with enough telling terms in common */
  GArray                     *pairs;    /* DoubletSentenceClassPair */
} Searcher;

/* The terms of all sentences. */
static guint32
count_entries (const DoubletSentenceIndex *index)
{
  const DoubletSentence *last = &index->sentences[MAX (index->n_sentences, 1) - 1];

  return index->n_sentences > 0 ? last->first_term + last->n_terms : 0;
}

/* The first sentence of a class stands for all. */
static inline const DoubletSentence *
get_sentence (const Searcher *self,
              guint32         which)
{
  return &self->index->sentences[doublet_sentence_classes_get_first (self->classes, which)];
}

/* The telling terms of an article are marked in its sentences. */
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
      self->telling[i] = is_telling[index->sentence_terms[i].term];
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
    {
      lengths[i] = self->first[i + 1];
      n_steps += (guint64)lengths[i] * lengths[i] / 2;
    }
  if (n_steps <= MAX_STEPS)
    return G_MAXUINT32;

  n_steps = 0;
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
classify (Searcher                 *self,
          const DoubletPassageText *text)
{
  const DoubletSentenceIndex *index = self->index;
  g_autofree guint8          *is_telling = g_new0 (guint8, MAX (index->n_terms, 1));

  for (guint32 article = 0; article < index->n_articles; article++)
    {
      if (doublet_progress_is_cancelled (self->progress))
        return FALSE;
      mark_telling (self, article, is_telling);
    }
  self->classes = doublet_sentence_classes_new (text, index, self->telling);
  return TRUE;
}

static void
invert (Searcher              *self,
        DoubletPassagesCapped *capped)
{
  const DoubletSentenceIndex *index = self->index;
  guint32                     longest;

  for (guint32 which = 0; which < self->classes->n; which++)
    {
      const DoubletSentence *sentence = get_sentence (self, which);

      for (guint32 i = sentence->first_term; i < sentence->first_term + sentence->n_terms; i++)
        self->first[index->sentence_terms[i].term + 1] += self->telling[i];
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
  self->next = g_memdup2 (self->first, sizeof (guint32) * ((gsize)index->n_terms + 1));
  for (guint32 which = 0; which < self->classes->n; which++)
    {
      const DoubletSentence *sentence = get_sentence (self, which);

      for (guint32 i = sentence->first_term; i < sentence->first_term + sentence->n_terms; i++)
        {
          guint32 term = index->sentence_terms[i].term;

          if (self->next[term] == self->first[term + 1])
            self->telling[i] = FALSE;
          if (self->telling[i])
            self->postings[self->next[term]++] = which;
        }
    }
  memcpy (self->next, self->first, sizeof (guint32) * ((gsize)index->n_terms + 1));
}

/* The terms most often without a list, by how often, then by number. */
static void
choose_bits (const Searcher *self,
             guint8         *bits)
{
  const DoubletSentenceIndex *index = self->index;
  g_autofree guint32         *n_unlisted = g_new0 (guint32, MAX (index->n_terms, 1));
  guint32                     best[N_BITS];
  guint                       n_best = 0;

  for (guint32 which = 0; which < self->classes->n; which++)
    {
      const DoubletSentence *sentence = get_sentence (self, which);

      for (guint32 i = sentence->first_term; i < sentence->first_term + sentence->n_terms; i++)
        n_unlisted[index->sentence_terms[i].term] += !self->telling[i];
    }
  memset (bits, N_BITS, index->n_terms);
  for (guint32 term = 0; term < index->n_terms; term++)
    {
      guint i;

      if (n_unlisted[term] == 0 || (n_best == N_BITS && n_unlisted[term] <= n_unlisted[best[N_BITS - 1]]))
        continue;
      n_best = MIN (n_best + 1, N_BITS);
      for (i = n_best - 1; i > 0 && n_unlisted[best[i - 1]] < n_unlisted[term]; i--)
        best[i] = best[i - 1];
      best[i] = term;
    }
  for (guint bit = 0; bit < n_best; bit++)
    bits[best[bit]] = bit;
}

static void
make_bounds (Searcher *self)
{
  const DoubletSentenceIndex *index = self->index;
  g_autofree guint8          *bits = g_new (guint8, MAX (index->n_terms, 1));

  choose_bits (self, bits);
  self->bounds = g_new0 (Bound, MAX (self->classes->n, 1));
  for (guint32 which = 0; which < self->classes->n; which++)
    {
      const DoubletSentence *sentence = get_sentence (self, which);
      Bound                 *bound = &self->bounds[which];

      bound->n_terms = sentence->n_terms;
      for (guint32 i = sentence->first_term; i < sentence->first_term + sentence->n_terms; i++)
        {
          guint8 bit = bits[index->sentence_terms[i].term];

          if (bit == N_BITS)
            {
              bound->n_rest += !self->telling[i];
              continue;
            }
          bound->bits |= G_GUINT64_CONSTANT (1) << bit;
          if (self->telling[i])
            bound->listed_bits |= G_GUINT64_CONSTANT (1) << bit;
        }
    }
}

/* By carrying sums (Knuth 4A, 7.1.3): not every processor has an instruction for it. */
static inline guint32
count_bits (guint64 bits)
{
  bits -= bits >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  bits = (bits & G_GUINT64_CONSTANT (0x3333333333333333)) + (bits >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  bits = (bits + (bits >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  return bits * G_GUINT64_CONSTANT (0x0101010101010101) >> 56;
}

/* Whether so many terms of so many are alike by Dice. */
static inline gboolean
is_enough (guint32 n_common,
           guint32 n_terms)
{
  return 2 * n_common >= DOUBLET_SENTENCE_MIN_DICE * n_terms;
}

/* Whether two sentences with so many telling terms in common may be alike by Dice. */
static inline gboolean
may_be_alike (const Bound *x,
              const Bound *y,
              guint32      n_telling)
{
  guint64 unlisted = x->bits & y->bits & ~(x->listed_bits & y->listed_bits);

  return is_enough (n_telling + x->n_rest + y->n_rest + count_bits (unlisted), x->n_terms + y->n_terms);
}

/* Counts the classes on a list; those that come to enough are put on another. */
static guint32 *
count_list (const guint32 *list,
            const guint32 *end,
            guint32 *restrict counts,
            guint32 floor,
            guint32 *restrict touched)
{
  guint32 enough = floor + DOUBLET_SENTENCE_MIN_TELLING;

  for (; list < end; list++)
    {
      guint32 count = MAX (counts[*list], floor) + 1;

      counts[*list] = count;
      *touched = *list;
      touched += count == enough;
    }
  return touched;
}

/* Lists the classes behind one that have enough telling terms in common with it. */
static guint32
count_telling (Searcher              *self,
               const DoubletSentence *of)
{
  const DoubletSentenceIndex *index = self->index;
  guint32                    *touched = self->touched;

  if (self->floor > G_MAXUINT32 - of->n_terms)
    {
      memset (self->counts, 0, sizeof *self->counts * self->classes->n);
      self->floor = 0;
    }
  for (guint32 i = of->first_term; i < of->first_term + of->n_terms; i++)
    {
      guint32 term = index->sentence_terms[i].term;

      if (self->telling[i])
        touched = count_list (self->postings + ++self->next[term], self->postings + self->first[term + 1], self->counts, self->floor, touched);
    }
  return touched - self->touched;
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

static guint32
count_listed (const Searcher        *self,
              const DoubletSentence *sentence)
{
  guint32 n = 0;

  for (guint32 i = sentence->first_term; i < sentence->first_term + sentence->n_terms; i++)
    n += self->telling[i];
  return n;
}

static void
add_pair (Searcher              *self,
          guint32                x,
          guint32                y,
          DoubletPassagesCapped *capped)
{
  DoubletSentenceClassPair pair = { x, y };

  if (self->pairs->len < MAX_PAIRS)
    g_array_append_val (self->pairs, pair);
  else
    *capped |= DOUBLET_PASSAGES_CAPPED_REWORDED;
}

static gboolean
search (Searcher              *self,
        DoubletPassagesCapped *capped)
{
  for (guint32 x = 0; x < self->classes->n; x++)
    {
      const DoubletSentence *sentence = get_sentence (self, x);
      guint32                n_touched;

      if ((x & 0xff) == 0 && doublet_progress_is_cancelled (self->progress))
        return FALSE;
      if (doublet_sentence_classes_get_size (self->classes, x) > 1 && count_listed (self, sentence) >= DOUBLET_SENTENCE_MIN_TELLING)
        add_pair (self, x, x, capped);
      n_touched = count_telling (self, sentence);
      for (guint32 i = 0; i < n_touched; i++)
        {
          guint32                y = self->touched[i];
          const DoubletSentence *other;

          if (!may_be_alike (&self->bounds[x], &self->bounds[y], self->counts[y] - self->floor))
            continue;
          other = get_sentence (self, y);
          if (is_enough (count_common (self->index, sentence, other), sentence->n_terms + other->n_terms))
            add_pair (self, x, y, capped);
        }
      self->floor += sentence->n_terms;
    }
  return TRUE;
}

/**
 * doublet_sentence_search_run:
 * @text: the text
 * @index: its sentences
 * @capped: (inout): what was not done in full
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): what is alike by Dice; %NULL if cancelled
 */
DoubletSentenceSearch *
doublet_sentence_search_run (const DoubletPassageText   *text,
                             const DoubletSentenceIndex *index,
                             DoubletPassagesCapped      *capped,
                             const DoubletProgress      *progress)
{
  g_autoptr (DoubletSentenceSearch) result = g_new0 (DoubletSentenceSearch, 1);
  Searcher self = { .index = index, .progress = progress };
  gboolean done;

  self.pairs = result->pairs = g_array_new (FALSE, FALSE, sizeof (DoubletSentenceClassPair));
  self.telling = g_new0 (guint8, MAX (count_entries (index), 1));
  done = classify (&self, text);
  result->classes = self.classes;
  if (done)
    {
      self.first = g_new0 (guint32, (gsize)index->n_terms + 1);
      self.counts = g_new0 (guint32, MAX (self.classes->n, 1));
      self.touched = g_new (guint32, (gsize)self.classes->n + 1);
      invert (&self, capped);
      make_bounds (&self);
      done = search (&self, capped);
    }

  g_free (self.telling);
  g_free (self.first);
  g_free (self.postings);
  g_free (self.next);
  g_free (self.bounds);
  g_free (self.counts);
  g_free (self.touched);
  return done ? g_steal_pointer (&result) : NULL;
}

/**
 * doublet_sentence_search_free:
 * @self: (transfer full): a result
 */
void
doublet_sentence_search_free (DoubletSentenceSearch *self)
{
  g_clear_pointer (&self->classes, doublet_sentence_classes_free);
  g_array_unref (self->pairs);
  g_free (self);
}
