/* extra-pairs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "extra-pairs.h"

#include <stdlib.h>

/*
 * Which extra blocks of two columns are alike.  Only blocks that some gap is open to both
 * of can share a row; and two that are alike have words in common, so pairs are proposed
 * by an inverted index of words to blocks, rare words first, and then weighed.
 */

/* Blocks share a row if at least this share of their words is common: two paragraphs
 * of which less is the same are read as two. */
#define MIN_COMMON_PERCENT 50

/* Proposals, for each pair of columns.  Short of it every word proposes, and no pair is
 * missed; beyond it the commonest words do not: a paragraph of which all words stand in
 * hundreds of others has to be one of a long list. */
#define MAX_PROPOSALS 250000

/* Only the first words of a block are compared: enough to know it again. */
#define MAX_BLOCK_WORDS 400

/* A word of an extra block. */
typedef struct
{
  guint32 symbol;
  guint32 extra;
} Posting;

/* A word that both columns have: its postings, half-open, and how many pairs it proposes. */
typedef struct
{
  guint64 hash;
  guint64 n_pairs;
  guint32 a_start;
  guint32 a_end;
  guint32 b_start;
  guint32 b_end;
} SharedWord;

static void
clear_extra (gpointer data)
{
  g_free (((DoubletExtra *)data)->words);
}

static int
compare_symbols (const void *a,
                 const void *b)
{
  guint32 x = *(const guint32 *)a;
  guint32 y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/*
 * doublet_extras_new:
 *
 * Returns: (transfer full) (element-type DoubletExtra): none yet
 */
GArray *
doublet_extras_new (void)
{
  GArray *extras = g_array_new (FALSE, FALSE, sizeof (DoubletExtra));

  g_array_set_clear_func (extras, clear_extra);
  return extras;
}

/*
 * doublet_extras_add:
 * @extras: (element-type DoubletExtra): the extra blocks of a column so far
 * @text: its words
 * @block: a block behind those
 * @low: the first gap that it may stand in, not before that of the block before
 * @high: the last one, likewise
 */
void
doublet_extras_add (GArray                  *extras,
                    const DoubletCorpusText *text,
                    guint32                  block,
                    guint32                  low,
                    guint32                  high)
{
  guint32      start = text->block_first[block];
  guint32      end = MIN (text->block_first[block + 1], start + MAX_BLOCK_WORDS);
  DoubletExtra extra = { block, low, high, g_new (guint32, end - start), 0 };

  for (guint32 i = start; i < end; i++)
    if (text->tokens[i].half_words > 0)
      extra.words[extra.n_words++] = text->normal[i];
  if (extra.n_words > 1)
    qsort (extra.words, extra.n_words, sizeof *extra.words, compare_symbols);
  g_array_append_val (extras, extra);
}

/* How many words both have in common; 0 if too few to share a row. */
static guint
weigh_pair (const DoubletExtra *a,
            const DoubletExtra *b)
{
  guint common = 0;

  for (guint i = 0, j = 0; i < a->n_words && j < b->n_words;)
    if (a->words[i] == b->words[j])
      common++, i++, j++;
    else if (a->words[i] < b->words[j])
      i++;
    else
      j++;

  return 200 * common >= MIN_COMMON_PERCENT * (a->n_words + b->n_words) ? common : 0;
}

static int
compare_postings (gconstpointer a,
                  gconstpointer b)
{
  const Posting *x = a;
  const Posting *y = b;

  if (x->symbol != y->symbol)
    return x->symbol < y->symbol ? -1 : 1;
  return x->extra < y->extra ? -1 : x->extra > y->extra;
}

/* Each word of each block once, by word, then block. */
static GArray *
list_postings (const GArray *extras)
{
  GArray *postings = g_array_new (FALSE, FALSE, sizeof (Posting));

  for (guint i = 0; i < extras->len; i++)
    {
      const DoubletExtra *extra = &g_array_index (extras, DoubletExtra, i);

      for (guint32 word = 0; word < extra->n_words; word++)
        {
          Posting posting = { extra->words[word], i };

          if (word == 0 || extra->words[word - 1] != posting.symbol)
            g_array_append_val (postings, posting);
        }
    }
  g_array_sort (postings, compare_postings);
  return postings;
}

static const DoubletExtra *
get_extra (const GArray *extras,
           const GArray *postings,
           guint32       at)
{
  return &g_array_index (extras, DoubletExtra, g_array_index (postings, Posting, at).extra);
}

static guint32
find_end_of_word (const GArray *postings,
                  guint32       start)
{
  guint32 end = start + 1;

  while (end < postings->len && g_array_index (postings, Posting, end).symbol == g_array_index (postings, Posting, start).symbol)
    end++;
  return end;
}

/* Of the postings of a word in b those whose blocks may stand in a gap of one in a.
 * Gaps rise with the blocks, so for the next one in a neither end comes before. */
static void
find_open (const DoubletExtra *extra,
           const GArray       *b,
           const GArray       *postings,
           guint32             word_end,
           guint32            *start,
           guint32            *end)
{
  while (*start < word_end && get_extra (b, postings, *start)->high < extra->low)
    ++*start;
  *end = MAX (*start, *end);
  while (*end < word_end && get_extra (b, postings, *end)->low <= extra->high)
    ++*end;
}

static guint64
count_pairs (const GArray     *a,
             const GArray     *a_postings,
             const GArray     *b,
             const GArray     *b_postings,
             const SharedWord *word)
{
  guint64 n = 0;
  guint32 start = word->b_start, end = word->b_start;

  for (guint32 i = word->a_start; i < word->a_end; i++)
    {
      find_open (get_extra (a, a_postings, i), b, b_postings, word->b_end, &start, &end);
      n += end - start;
    }
  return n;
}

static GArray *
list_shared_words (const GArray  *a,
                   const GArray  *a_postings,
                   const GArray  *b,
                   const GArray  *b_postings,
                   const guint64 *hashes)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SharedWord));

  for (guint32 i = 0, j = 0; i < a_postings->len && j < b_postings->len;)
    {
      guint32    x = g_array_index (a_postings, Posting, i).symbol, y = g_array_index (b_postings, Posting, j).symbol;
      SharedWord word = { hashes[x], 0, i, i, j, j };

      if (x <= y)
        i = word.a_end = find_end_of_word (a_postings, i);
      if (y <= x)
        j = word.b_end = find_end_of_word (b_postings, j);
      if (x != y)
        continue;
      word.n_pairs = count_pairs (a, a_postings, b, b_postings, &word);
      if (word.n_pairs > 0)
        g_array_append_val (words, word);
    }
  return words;
}

/* Rare words first; symbols are numbered by the order of loading, hashes are not. */
static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const SharedWord *x = a;
  const SharedWord *y = b;

  if (x->n_pairs != y->n_pairs)
    return x->n_pairs < y->n_pairs ? -1 : 1;
  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static int
compare_proposals (gconstpointer a,
                   gconstpointer b)
{
  guint64 x = *(const guint64 *)a;
  guint64 y = *(const guint64 *)b;

  return x < y ? -1 : x > y;
}

/* Pairs that have a word in common, as a and b in the halves of a number, sorted. */
static GArray *
list_proposals (const GArray  *a,
                const GArray  *b,
                const guint64 *hashes,
                gboolean      *capped)
{
  GArray *proposals = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) a_postings = list_postings (a);
  g_autoptr (GArray) b_postings = list_postings (b);
  g_autoptr (GArray) words = list_shared_words (a, a_postings, b, b_postings, hashes);
  guint64 n = 0;

  g_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    {
      const SharedWord *word = &g_array_index (words, SharedWord, i);
      guint32           start = word->b_start, end = word->b_start;

      n += word->n_pairs;
      if (n > MAX_PROPOSALS)
        {
          *capped = TRUE;
          break;
        }
      for (guint32 x = word->a_start; x < word->a_end; x++)
        {
          find_open (get_extra (a, a_postings, x), b, b_postings, word->b_end, &start, &end);
          for (guint32 y = start; y < end; y++)
            {
              guint64 proposal = (guint64)g_array_index (a_postings, Posting, x).extra << 32 | g_array_index (b_postings, Posting, y).extra;

              g_array_append_val (proposals, proposal);
            }
        }
    }
  g_array_sort (proposals, compare_proposals);
  return proposals;
}

/*
 * doublet_extra_pairs_find:
 * @a: (element-type DoubletExtra): the extra blocks of a column
 * @b: (element-type DoubletExtra): those of another one
 * @hashes: of their words
 * @capped: (inout): set if there was too much to look at, and pairs may be missing
 *
 * Returns: (transfer full) (element-type DoubletChainItem): indices of extra blocks that are
 *   alike and may share a row, by a, then b; they weigh as many words as they have in common
 */
GArray *
doublet_extra_pairs_find (const GArray  *a,
                          const GArray  *b,
                          const guint64 *hashes,
                          gboolean      *capped)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (DoubletChainItem));
  g_autoptr (GArray) proposals = list_proposals (a, b, hashes, capped);

  for (guint i = 0; i < proposals->len; i++)
    {
      guint64          proposal = g_array_index (proposals, guint64, i);
      DoubletChainItem pair = { proposal >> 32, (guint32)proposal, 0 };

      if (i > 0 && g_array_index (proposals, guint64, i - 1) == proposal)
        continue;
      pair.weight = weigh_pair (&g_array_index (a, DoubletExtra, pair.a), &g_array_index (b, DoubletExtra, pair.b));
      if (pair.weight > 0)
        g_array_append_val (pairs, pair);
    }
  return pairs;
}
