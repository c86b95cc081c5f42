/* sentence-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence-index.h"

#include <stdlib.h>

#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* Hashes of terms to dense numbers: open addressing, never more than half full. */
typedef struct
{
  guint64 *hashes;
  guint32 *numbers;
  guint32  mask;
  guint32  n;
} TermTable;

static void
term_table_init (TermTable *self,
                 guint32    n_most)
{
  guint32 size = 1024;

  while (size < G_MAXUINT32 / 4 && size / 2 < n_most)
    size *= 2;
  self->hashes = g_new0 (guint64, size);
  self->numbers = g_new (guint32, size);
  self->mask = size - 1;
  self->n = 0;
}

static guint32
term_table_get (TermTable *self,
                guint64    hash)
{
  guint32 slot = (guint32)((hash * HASH_FACTOR) >> 32) & self->mask;

  hash = MAX (hash, 1);
  while (self->hashes[slot] != 0 && self->hashes[slot] != hash)
    slot = (slot + 1) & self->mask;
  if (self->hashes[slot] == 0)
    {
      self->hashes[slot] = hash;
      self->numbers[slot] = self->n++;
    }
  return self->numbers[slot];
}

static int
compare_terms (const void *a,
               const void *b)
{
  const DoubletTermCount *x = a, *y = b;

  return x->term < y->term ? -1 : x->term > y->term;
}

/* If all terms are so many times those in the sentences of an article, it is faster to sort
 * these than to go through all. */
#define MANY_TERMS 8

/* Up to so many, inserting one after the other is faster than qsort(): a sentence. */
#define MAX_INSERTED 32

static void
sort_terms (DoubletTermCount *terms,
            guint32           n)
{
  if (n > MAX_INSERTED)
    {
      qsort (terms, n, sizeof *terms, compare_terms);
      return;
    }
  for (guint32 i = 1; i < n; i++)
    {
      DoubletTermCount term = terms[i];
      guint32          j = i;

      for (; j > 0 && terms[j - 1].term > term.term; j--)
        terms[j] = terms[j - 1];
      terms[j] = term;
    }
}

/* Equal terms become one with the sum of their counts; @counts has an entry of 0 for each
 * term, so that only the different ones are sorted. */
static guint32
unite_terms (DoubletTermCount *terms,
             guint32           n,
             guint32          *counts)
{
  guint32 n_kept = 0;

  for (guint32 i = 0; i < n; i++)
    {
      DoubletTermCount term = terms[i];

      if (counts[term.term] == 0)
        terms[n_kept++] = term;
      counts[term.term] += term.count;
    }
  sort_terms (terms, n_kept);
  for (guint32 i = 0; i < n_kept; i++)
    {
      terms[i].count = counts[terms[i].term];
      counts[terms[i].term] = 0;
    }
  return n_kept;
}

/* Two characters are a term where scripts have no spaces; a single one would be as
 * good as none. */
static guint32
list_terms (const DoubletSequence *sequence,
            guint32                start,
            guint32                end,
            const guint64         *stem_hashes,
            TermTable             *table,
            guint32               *counts,
            DoubletTermCount      *terms)
{
  guint32 n = 0;

  for (guint32 i = start; i < end; i++)
    {
      guint64 hash = stem_hashes[doublet_sequence_get_symbol (sequence, i)];

      if (sequence->half_words[i] == 0)
        continue;
      if (sequence->half_words[i] == 1)
        {
          if (i + 1 == end || sequence->half_words[i + 1] != 1)
            continue;
          hash = (hash * HASH_FACTOR) ^ stem_hashes[doublet_sequence_get_symbol (sequence, i + 1)];
        }
      terms[n++] = (DoubletTermCount){ term_table_get (table, hash), 1 };
    }
  return unite_terms (terms, n, counts);
}

/* In how many sentences of an article each term is; @n_known terms were seen till now. */
static void
add_article_terms (DoubletSentenceIndex *self,
                   guint32               rank,
                   guint32               first_term,
                   guint32               n_terms,
                   guint32               n_known,
                   guint32              *counts)
{
  DoubletTermCount *terms = self->article_terms + self->first_article_term[rank];
  guint32           n = 0;

  if (n_known / MANY_TERMS > n_terms)
    {
      for (guint32 i = 0; i < n_terms; i++)
        terms[i] = (DoubletTermCount){ self->sentence_terms[first_term + i].term, 1 };
      n = unite_terms (terms, n_terms, counts);
    }
  else
    {
      for (guint32 i = 0; i < n_terms; i++)
        counts[self->sentence_terms[first_term + i].term]++;
      for (guint32 term = 0; term < n_known; term++)
        if (counts[term] > 0)
          {
            terms[n++] = (DoubletTermCount){ term, counts[term] };
            counts[term] = 0;
          }
    }
  self->first_article_term[rank + 1] = self->first_article_term[rank] + n;
}

static guint32
count_sentences (const DoubletSequence *sequences,
                 guint32                n_sequences)
{
  guint32 n = 0;

  for (guint32 i = 0; i < n_sequences; i++)
    n += sequences[i].n_sentences;
  return n;
}

/**
 * doublet_sentence_index_new:
 * @text: the text
 * @sequences: (array): the articles, with their sentences
 * @stem_hashes: for each symbol the hash of its stem
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): the sentences; %NULL if cancelled
 */
DoubletSentenceIndex *
doublet_sentence_index_new (const DoubletPassageText *text,
                            const DoubletSequence    *sequences,
                            const guint64            *stem_hashes,
                            const DoubletProgress    *progress)
{
  g_autoptr (DoubletSentenceIndex) self = g_new0 (DoubletSentenceIndex, 1);
  g_autofree guint32 *counts = g_new0 (guint32, MAX (text->n, 1)); /* there are no more terms */
  gboolean            done = TRUE;
  guint32             n_terms = 0;
  TermTable           table;

  self->n_articles = text->n_articles;
  self->article = g_new (guint32, MAX (text->n_articles, 1));
  self->first_sentence = g_new0 (guint32, (gsize)text->n_articles + 1);
  self->first_article_term = g_new0 (guint32, (gsize)text->n_articles + 1);
  self->sentences = g_new (DoubletSentence, MAX (count_sentences (sequences, text->n_articles), 1));
  self->sentence_terms = g_new (DoubletTermCount, MAX (text->n, 1));
  self->article_terms = g_new (DoubletTermCount, MAX (text->n, 1));
  for (guint32 i = 0; i < text->n_articles; i++)
    self->article[text->rank[i]] = i;

  term_table_init (&table, text->n);
  for (guint32 rank = 0; rank < text->n_articles && done; rank++)
    {
      guint32                article = self->article[rank];
      const DoubletSequence *sequence = &sequences[article];
      guint32                first = n_terms;

      self->first_sentence[rank] = self->n_sentences;
      for (guint32 i = 0; i < sequence->n_sentences && done; i++)
        {
          guint32          start = sequence->sentence_starts[i];
          guint32          end = i + 1 < sequence->n_sentences ? sequence->sentence_starts[i + 1] : sequence->n;
          DoubletSentence *sentence = &self->sentences[self->n_sentences];

          if (DOUBLET_PROGRESS_CHECK (progress, self->n_sentences))
            done = FALSE;
          sentence->range = (DoubletRange){ text->base[article] + start, text->base[article] + end };
          sentence->first_term = n_terms;
          sentence->n_terms = list_terms (sequence, start, end, stem_hashes, &table, counts, self->sentence_terms + n_terms);
          n_terms += sentence->n_terms;
          self->n_sentences++;
        }
      add_article_terms (self, rank, first, n_terms - first, table.n, counts);
    }
  self->first_sentence[text->n_articles] = self->n_sentences;
  self->n_terms = table.n;
  g_free (table.hashes);
  g_free (table.numbers);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * doublet_sentence_index_free:
 * @self: (transfer full): sentences
 */
void
doublet_sentence_index_free (DoubletSentenceIndex *self)
{
  g_free (self->article);
  g_free (self->first_sentence);
  g_free (self->sentences);
  g_free (self->sentence_terms);
  g_free (self->first_article_term);
  g_free (self->article_terms);
  g_free (self);
}

/**
 * doublet_sentence_index_find_article:
 * @self: sentences
 * @sentence: one of them
 *
 * Returns: the rank of the article it stands in
 */
guint32
doublet_sentence_index_find_article (const DoubletSentenceIndex *self,
                                     guint32                     sentence)
{
  guint32 low = 0, high = self->n_articles;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->first_sentence[middle] <= sentence)
        low = middle;
      else
        high = middle;
    }
  return low;
}
