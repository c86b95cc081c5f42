/* passage-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-text.h"

#include <stdlib.h>
#include <string.h>

/* Multiplicative hashing with 2^64 over the golden ratio (Knuth, TAOCP vol. 3, 6.4). */
#define WINDOW_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define HASH_START G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)

/* A token weighs 0, 1 or 2 half-words; two bits beside the symbol hold that. */
#define MAX_HALF_WORDS 2
#define WEIGHTS 4

/* Tokens from one note of the article to the next: short articles have some hundred. */
#define STEP 256

/* Places have to fit the signed numbers of the suffix array. */
#define MAX_PLACES ((guint64)G_MAXINT32 - 1)

typedef struct
{
  guint64 hash;
  guint32 article;
} ContentHash;

static guint64
mix (guint64 hash,
     guint64 value)
{
  hash = (hash ^ value) * HASH_FACTOR;
  return hash ^ (hash >> 32);
}

static inline guint32
clamp_half_words (guint8 half_words)
{
  return MIN (half_words, MAX_HALF_WORDS);
}

/* No symbol is above; those that are not compared are looked at too, which is faster. */
static guint32
find_max_symbol (const DoubletSequence *sequence)
{
  guint32 max_symbol = 0;
  guint32 n = sequence->n;

  if (sequence->positions != NULL && n > 0)
    n = sequence->positions[n - 1] + 1;
  for (guint32 i = 0; i < n; i++)
    max_symbol = MAX (max_symbol, sequence->symbols[i]);
  return max_symbol;
}

static gboolean
measure (DoubletPassageText    *self,
         const DoubletSequence *sequences,
         guint32               *max_symbol)
{
  guint64 n = 0;

  *max_symbol = 0;
  self->base = g_new (guint32, (gsize)self->n_articles + 1);
  for (guint i = 0; i < self->n_articles; i++)
    {
      self->base[i] = n;
      n += sequences[i].n;
      if (n + self->n_articles > MAX_PLACES)
        return FALSE;
      *max_symbol = MAX (*max_symbol, find_max_symbol (&sequences[i]));
    }
  self->base[self->n_articles] = n;
  self->n = n;
  return TRUE;
}

/* Gives each pair of symbol and weight a number, in the order of their coming. */
static gboolean
number_tokens (DoubletPassageText    *self,
               const DoubletSequence *sequences,
               const guint64         *symbol_hashes,
               guint32                max_symbol,
               const DoubletProgress *progress)
{
  g_autofree guint32 *known = g_new0 (guint32, ((gsize)max_symbol + 1) * WEIGHTS);
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint32 place = 0;

  self->tokens = g_new (guint32, MAX (self->n, 1));
  self->sums = g_new (guint32, (gsize)self->n + 1);
  self->sums[0] = 0;
  for (guint i = 0; i < self->n_articles; i++)
    {
      const DoubletSequence sequence = sequences[i];

      for (guint32 j = 0; j < sequence.n; j++)
        {
          guint32 weight = clamp_half_words (sequence.half_words[j]);
          guint32 symbol = doublet_sequence_get_symbol (&sequence, j);
          gsize   key = (gsize)symbol * WEIGHTS + weight;

          if (DOUBLET_PROGRESS_CHECK (progress, place))
            return FALSE;
          if (known[key] == 0)
            {
              guint64 hash = mix (mix (HASH_START, symbol_hashes[symbol]), weight);

              g_array_append_val (hashes, hash);
              known[key] = hashes->len;
            }
          self->tokens[place] = known[key] - 1;
          self->sums[place + 1] = self->sums[place] + weight;
          place++;
        }
    }

  self->n_tokens = hashes->len;
  self->hashes = (guint64 *)(gpointer)g_array_free (g_steal_pointer (&hashes), FALSE);
  return TRUE;
}

static int
compare_hashes (const void *a,
                const void *b)
{
  const ContentHash *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return x->article < y->article ? -1 : x->article > y->article;
}

/* Articles in an order that does not depend on which was loaded first; articles
 * that are equal word for word may stand in any. */
static void
rank_articles (DoubletPassageText *self)
{
  g_autofree ContentHash *order = g_new (ContentHash, MAX (self->n_articles, 1));

  self->rank = g_new (guint32, MAX (self->n_articles, 1));
  for (guint32 i = 0; i < self->n_articles; i++)
    order[i] = (ContentHash){ doublet_passage_text_hash (self, self->base[i], self->base[i + 1]), i };
  qsort (order, self->n_articles, sizeof *order, compare_hashes);
  for (guint32 i = 0; i < self->n_articles; i++)
    self->rank[order[i].article] = i;
}

static void
mark_borders (DoubletPassageText *self)
{
  self->begins = g_new0 (guint8, (gsize)self->n / 8 + 1);
  for (guint32 i = 0; i <= self->n_articles; i++)
    self->begins[self->base[i] >> 3] |= 1 << (self->base[i] & 7);
}

/* Which article a place lies in is asked for every occurrence and every event. */
static void
note_near_articles (DoubletPassageText *self)
{
  guint32 n_steps = self->n / STEP + 2;
  guint32 article = 0;

  self->near = g_new (guint32, n_steps);
  for (guint32 i = 0; i < n_steps; i++)
    {
      while (article + 1 < self->n_articles && self->base[article + 1] <= (guint64)i * STEP)
        article++;
      self->near[i] = article;
    }
}

/* The fewest tokens that can weigh as much as a passage must: with nothing but Han
 * characters, twice as many as words. */
static guint32
count_min_tokens (const DoubletPassageText *self)
{
  guint32 heaviest = 1;

  for (guint32 i = 0; i < self->n && heaviest < MAX_HALF_WORDS; i++)
    heaviest = MAX (heaviest, self->sums[i + 1] - self->sums[i]);
  return self->min_weight / heaviest;
}

/**
 * doublet_passage_text_new:
 * @sequences: (array length=n_sequences): the articles
 * @n_sequences: how many there are
 * @symbol_hashes: a hash for each symbol
 * @min_words: the shortest passage, in words
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): the articles as one; %NULL if they are
 *   too many words to be counted, or if cancelled
 */
DoubletPassageText *
doublet_passage_text_new (const DoubletSequence *sequences,
                          guint                  n_sequences,
                          const guint64         *symbol_hashes,
                          guint                  min_words,
                          const DoubletProgress *progress)
{
  g_autoptr (DoubletPassageText) self = g_new0 (DoubletPassageText, 1);
  guint32 max_symbol;

  self->n_articles = n_sequences;
  self->min_weight = 2 * CLAMP (min_words, 1, G_MAXINT32 / 4);
  if (!measure (self, sequences, &max_symbol))
    return NULL;
  if (!number_tokens (self, sequences, symbol_hashes, max_symbol, progress))
    return NULL;
  self->min_tokens = count_min_tokens (self);
  rank_articles (self);
  mark_borders (self);
  note_near_articles (self);
  return g_steal_pointer (&self);
}

/**
 * doublet_passage_text_free:
 * @self: (transfer full): a text
 */
void
doublet_passage_text_free (DoubletPassageText *self)
{
  g_free (self->base);
  g_free (self->near);
  g_free (self->tokens);
  g_free (self->sums);
  g_free (self->begins);
  g_free (self->hashes);
  g_free (self->rank);
  g_free (self);
}

/**
 * doublet_passage_text_get_article:
 * @self: a text
 * @place: a place in it
 *
 * Returns: the article that @place belongs to
 */
guint32
doublet_passage_text_get_article (const DoubletPassageText *self,
                                  guint32                   place)
{
  guint32 low = self->near[place / STEP];
  guint32 high = self->near[place / STEP + 1] + 1;

  /* The last article that begins at or before the place: empty ones begin where
   * the next does. */
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->base[middle] <= place)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * doublet_passage_text_hash:
 * @self: a text
 * @start: first place
 * @end: place after the last
 *
 * Returns: a hash of what stands there, made of the symbols' hashes
 */
guint64
doublet_passage_text_hash (const DoubletPassageText *self,
                           guint32                   start,
                           guint32                   end)
{
  guint64 hash = mix (HASH_START, end - start);

  for (guint32 i = start; i < end; i++)
    hash = mix (hash, self->hashes[self->tokens[i]]);
  return hash;
}

/**
 * doublet_passage_text_hash_windows:
 * @self: a text
 *
 * Hashes each window of as many tokens as a passage has at the least, made of the
 * symbols' hashes; those that reach over the end of an article are not to be asked for.
 *
 * Returns: (transfer full): for each place the hash of the window that begins there,
 *   never 0 where there is one
 */
guint64 *
doublet_passage_text_hash_windows (const DoubletPassageText *self)
{
  guint32  length = MAX (self->min_tokens, 1);
  guint64 *windows = g_new0 (guint64, MAX (self->n, 1));
  guint64  hash = 0, power = 1;

  for (guint32 i = 0; i < length; i++)
    power *= WINDOW_FACTOR;
  for (guint32 i = 0; i < self->n; i++)
    {
      hash = hash * WINDOW_FACTOR + self->hashes[self->tokens[i]];
      if (i >= length)
        hash -= power * self->hashes[self->tokens[i - length]];
      if (i + 1 >= length)
        windows[i + 1 - length] = MAX (hash, 1);
    }
  return windows;
}

/**
 * doublet_passage_text_compare_content:
 * @self: a text
 * @a: a range
 * @b: a range
 *
 * Orders two ranges by what stands in them, by the symbols' hashes, so that the
 * order of loading has no part in it.
 *
 * Returns: below, above or 0
 */
int
doublet_passage_text_compare_content (const DoubletPassageText *self,
                                      DoubletRange              a,
                                      DoubletRange              b)
{
  guint32 n = MIN (a.end - a.start, b.end - b.start);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 x = self->tokens[a.start + i];
      guint32 y = self->tokens[b.start + i];

      if (x != y && self->hashes[x] != self->hashes[y])
        return self->hashes[x] < self->hashes[y] ? -1 : 1;
    }
  if (a.end - a.start != b.end - b.start)
    return a.end - a.start < b.end - b.start ? -1 : 1;
  return 0;
}

/**
 * doublet_passage_text_compare_place:
 * @self: a text
 * @a: a place
 * @b: a place
 *
 * Orders two places by their articles' contents, then by where they stand in them.
 *
 * Returns: below, above or 0
 */
int
doublet_passage_text_compare_place (const DoubletPassageText *self,
                                    guint32                   a,
                                    guint32                   b)
{
  guint32 article_a = doublet_passage_text_get_article (self, a);
  guint32 article_b = doublet_passage_text_get_article (self, b);

  if (article_a != article_b)
    return self->rank[article_a] < self->rank[article_b] ? -1 : 1;
  return a < b ? -1 : a > b;
}
