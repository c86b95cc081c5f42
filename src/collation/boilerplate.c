/* boilerplate.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "boilerplate.h"

#include "passage-finder.h"

#include <stdlib.h>

/*
 * Boilerplate is what a passage is: a run of so many words that stands in the reader's
 * text.  A paragraph of that text that is shorter is boilerplate where it is a whole
 * paragraph too: "Follow us on Friday" is a footer by itself, not inside a sentence.
 *
 * Windows of as many tokens as a passage has words are looked up by hash; a stretch of
 * known windows, each begun one token after the one before, is as good as a run.  Where an
 * article has one, the text may go on behind words that were changed (this year's footer is
 * that of last year): edited passages of both, looked for in these two alone.  The text is
 * no article of the comparison: it must not change what the articles share.
 */

#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

struct _DoubletBoilerplate
{
  GArray               *windows; /* guint64, sorted */
  GArray               *blocks;  /* guint64, sorted: short paragraphs */
  guint32               length;  /* tokens of a window */
  guint32               min_half_words;
  DoubletPassageOptions passages;
  /* All of it: n hashes, and what each token weighs. */
  guint64 *hashes;
  guint8  *half_words;
  guint32  n;
};

/* What is compared with its hashes: of an article, or of the text itself. */
typedef struct
{
  const DoubletComparedTokens *compared;
  const guint64               *hashes;
} Words;

typedef void (*WindowFunc) (guint32  start,
                            guint64  hash,
                            gpointer data);

static int
compare_hashes (const void *a,
                const void *b)
{
  guint64 x = *(const guint64 *)a, y = *(const guint64 *)b;

  return x < y ? -1 : x > y;
}

static gboolean
is_known (const GArray *hashes,
          guint64       hash)
{
  return hashes->len > 0 && bsearch (&hash, hashes->data, hashes->len, sizeof hash, compare_hashes) != NULL;
}

static guint64
get_hash (const Words *words,
          guint32      position)
{
  return words->hashes[doublet_compared_tokens_get_symbol (words->compared, position)];
}

static void
each_window (const Words *words,
             guint32      length,
             WindowFunc   func,
             gpointer     data)
{
  guint64 hash = 0, power = 1;

  for (guint32 i = 0; i < length; i++)
    power *= HASH_FACTOR;
  for (guint32 i = 0; i < words->compared->n; i++)
    {
      hash = hash * HASH_FACTOR + get_hash (words, i);
      if (i >= length)
        hash -= power * get_hash (words, i - length);
      if (i + 1 >= length)
        func (i + 1 - length, hash, data);
    }
}

/* The positions of a paragraph, from *position on; these are asked for in order. */
static DoubletRange
take_block (const DoubletComparedTokens *compared,
            guint32                      block,
            guint32                     *position)
{
  DoubletRange range = { *position, *position };

  while (range.end < compared->n && doublet_compared_tokens_get (compared, range.end) < compared->all->block_first[block + 1])
    range.end++;
  *position = range.end;
  return range;
}

static guint64
hash_range (const Words *words,
            DoubletRange range)
{
  guint64 hash = range.end - range.start;

  for (guint32 i = range.start; i < range.end; i++)
    hash = hash * HASH_FACTOR + get_hash (words, i);
  return hash;
}

static guint32
weigh_range (const DoubletComparedTokens *compared,
             DoubletRange                 range)
{
  guint32 weight = 0;

  for (guint32 i = range.start; i < range.end; i++)
    weight += compared->half_words[i];
  return weight;
}

static void
add_window (guint32  start,
            guint64  hash,
            gpointer data)
{
  DoubletBoilerplate *self = data;

  g_array_append_val (self->windows, hash);
}

/* Paragraphs that hold no run long enough. */
static void
add_short_blocks (DoubletBoilerplate *self,
                  const Words        *words)
{
  guint32 position = 0;

  for (guint32 block = 0; block < words->compared->all->n_blocks; block++)
    {
      DoubletRange range = take_block (words->compared, block, &position);
      guint64      hash;

      if (range.start == range.end || weigh_range (words->compared, range) >= self->min_half_words)
        continue;
      hash = hash_range (words, range);
      g_array_append_val (self->blocks, hash);
    }
}

/**
 * doublet_boilerplate_new:
 * @article: the reader's text
 * @tokens: its tokens
 * @options: what is the same, as in the comparison
 * @passages: what a passage is
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): what is boilerplate; %NULL if cancelled
 */
DoubletBoilerplate *
doublet_boilerplate_new (DoubletArticle              *article,
                         DoubletTokens               *tokens,
                         const DoubletCorpusOptions  *options,
                         const DoubletPassageOptions *passages,
                         const DoubletProgress       *progress)
{
  DoubletCorpus        *corpus = doublet_corpus_new (&article, &tokens, 1, options, progress);
  DoubletBoilerplate   *self;
  DoubletComparedTokens compared;
  Words                 words;

  if (corpus == NULL)
    return NULL;

  self = g_new0 (DoubletBoilerplate, 1);
  self->passages = *passages;
  self->length = MAX (passages->min_words, 1);
  self->min_half_words = 2 * self->length;
  self->windows = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (guint64));
  doublet_compared_tokens_init (&compared, corpus, 0);
  words = (Words){ &compared, corpus->normal_hashes };
  self->n = compared.n;
  self->half_words = g_memdup2 (compared.half_words, compared.n);
  self->hashes = g_new (guint64, compared.n);
  for (guint32 i = 0; i < compared.n; i++)
    self->hashes[i] = get_hash (&words, i);
  each_window (&words, self->length, add_window, self);
  add_short_blocks (self, &words);
  g_array_sort (self->windows, compare_hashes);
  g_array_sort (self->blocks, compare_hashes);
  doublet_compared_tokens_clear (&compared);
  doublet_corpus_unref (corpus);
  return self;
}

/**
 * doublet_boilerplate_free:
 * @self: (transfer full): what is boilerplate
 */
void
doublet_boilerplate_free (DoubletBoilerplate *self)
{
  g_array_unref (self->windows);
  g_array_unref (self->blocks);
  g_free (self->hashes);
  g_free (self->half_words);
  g_free (self);
}

typedef struct
{
  const DoubletBoilerplate *self;
  guint8                   *begins; /* for each position, whether a known window begins there */
} Lookup;

static void
look_up_window (guint32  start,
                guint64  hash,
                gpointer data)
{
  Lookup *lookup = data;

  lookup->begins[start] = is_known (lookup->self->windows, hash);
}

/* Marks stretches of known windows that are as long as a passage; FALSE if there is none. */
static gboolean
mark_runs (const DoubletBoilerplate    *self,
           const DoubletComparedTokens *compared,
           const guint8                *begins,
           guint8                      *marked)
{
  gboolean found = FALSE;

  for (guint32 i = 0; i < compared->n; i++)
    {
      DoubletRange run = { i, i + self->length };

      if (!begins[i])
        continue;
      for (; i + 1 < compared->n && begins[i + 1]; i++)
        run.end++;
      if (weigh_range (compared, run) < self->min_half_words)
        continue;
      found = TRUE;
      for (guint32 j = run.start; j < run.end; j++)
        marked[j] = TRUE;
    }
  return found;
}

/* The different hashes of both, sorted: their places in here are symbols. */
static GArray *
list_symbols (const DoubletBoilerplate *self,
              const Words              *words)
{
  GArray *hashes = g_array_sized_new (FALSE, FALSE, sizeof (guint64), self->n + words->compared->n);
  guint   n = 0;

  if (self->n > 0)
    g_array_append_vals (hashes, self->hashes, self->n);
  for (guint32 i = 0; i < words->compared->n; i++)
    {
      guint64 hash = get_hash (words, i);

      g_array_append_val (hashes, hash);
    }
  g_array_sort (hashes, compare_hashes);
  for (guint i = 0; i < hashes->len; i++)
    if (i == 0 || g_array_index (hashes, guint64, i) != g_array_index (hashes, guint64, i - 1))
      g_array_index (hashes, guint64, n++) = g_array_index (hashes, guint64, i);
  g_array_set_size (hashes, n);
  return hashes;
}

static guint32
get_symbol (const GArray *hashes,
            guint64       hash)
{
  const guint64 *found = bsearch (&hash, hashes->data, hashes->len, sizeof hash, compare_hashes);

  return found - (const guint64 *)(gpointer)hashes->data;
}

/* Marks what stands in an edited passage of the text and the article, with the words
 * that were changed. */
static void
mark_edited (const DoubletBoilerplate *self,
             const Words              *words,
             const DoubletProgress    *progress,
             guint8                   *marked)
{
  g_autoptr (GArray) hashes = list_symbols (self, words);
  g_autofree guint32 *symbols = g_new (guint32, (gsize)self->n + words->compared->n);
  DoubletSequence     both[] = {
        { .symbols = symbols, .half_words = self->half_words, .n = self->n },
        { .symbols = symbols + self->n, .half_words = words->compared->half_words, .n = words->compared->n },
  };
  g_autoptr (DoubletPassages) passages = NULL;

  for (guint32 i = 0; i < self->n; i++)
    symbols[i] = get_symbol (hashes, self->hashes[i]);
  for (guint32 i = 0; i < words->compared->n; i++)
    symbols[self->n + i] = get_symbol (hashes, get_hash (words, i));

  passages = doublet_passage_finder_run (both, G_N_ELEMENTS (both), (const guint64 *)(gpointer)hashes->data, NULL, &self->passages, progress);
  for (guint32 i = 0; passages != NULL && i < passages->n_passages; i++)
    {
      const DoubletPassage *passage = &passages->passages[i];

      /* The text comes first. */
      if (passage->n_occurrences == 0 || passage->occurrences[0].article != 0)
        continue;
      for (guint32 j = 0; j < passage->n_occurrences; j++)
        if (passage->occurrences[j].article == 1)
          for (guint32 k = passage->occurrences[j].start; k < passage->occurrences[j].end; k++)
            marked[k] = TRUE;
    }
}

static void
mark_blocks (const DoubletBoilerplate *self,
             const Words              *words,
             guint8                   *marked)
{
  guint32 position = 0;

  for (guint32 block = 0; self->blocks->len > 0 && block < words->compared->all->n_blocks; block++)
    {
      DoubletRange range = take_block (words->compared, block, &position);

      if (range.start < range.end && is_known (self->blocks, hash_range (words, range)))
        for (guint32 i = range.start; i < range.end; i++)
          marked[i] = TRUE;
    }
}

/**
 * doublet_boilerplate_find:
 * @self: what is boilerplate
 * @compared: what is compared of an article, made with the same options
 * @normal_hashes: the hashes of its symbols
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (element-type DoubletRange): what of @compared is
 *   boilerplate, rising and disjoint; if it was stopped, less
 */
GArray *
doublet_boilerplate_find (const DoubletBoilerplate    *self,
                          const DoubletComparedTokens *compared,
                          const guint64               *normal_hashes,
                          const DoubletProgress       *progress)
{
  GArray            *ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  g_autofree guint8 *begins = g_new0 (guint8, (gsize)compared->n + 1);
  g_autofree guint8 *marked = g_new0 (guint8, (gsize)compared->n + 1);
  Words              words = { compared, normal_hashes };
  Lookup             lookup = { self, begins };
  DoubletRange       range;

  each_window (&words, self->length, look_up_window, &lookup);
  if (mark_runs (self, compared, begins, marked) && self->passages.max_gap > 0)
    mark_edited (self, &words, progress, marked);
  mark_blocks (self, &words, marked);

  for (range.start = 0; range.start < compared->n; range.start = range.end)
    {
      for (range.end = range.start + 1; range.end < compared->n && marked[range.end] == marked[range.start]; range.end++)
        ;
      if (marked[range.start])
        g_array_append_val (ranges, range);
    }
  return ranges;
}
