/* sentence-anchors.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence-anchors.h"

#include "anchors.h"
#include "heaviest-chain.h"

#include <stdlib.h>
#include <string.h>

/*
 * Anchors for short ranges: whole sentences that stand, unchanged, exactly once in either
 * range.  A longest common subsequence would rather pair sentences that are made alike
 * ("Salah lived thirty years, and begat Eber", "Eber lived four and thirty years, and
 * begat Peleg") word by word than let one of them have moved, for more words stay so;
 * nobody would read it like that.
 *
 * One sentence that moved must not keep its place while all others, which were edited,
 * seem to have moved.  So anchors are taken only if unchanged sentences, in whatever
 * order, are most of the text.
 */

/* Shorter ones stand anywhere. */
#define MIN_HALF_WORDS 10

/* Of the tokens of the shorter range those in sentences that both have. */
#define MIN_PART .5

typedef struct
{
  guint64 hash;
  guint32 start;
  guint32 end;
} Sentence;

/* Whether a sentence begins with a token inside a paragraph, where one may have ended
 * before it: marks that close belong to what they end. */
static gboolean
begins_sentence (const DoubletAlignmentText *text,
                 guint32                     token,
                 gboolean                    has_ended)
{
  const DoubletToken *here = &text->tokens[token];

  return has_ended && (here->kind != DOUBLET_TOKEN_PUNCTUATION ||
                       (here->flags & (DOUBLET_TOKEN_FLAG_SPACE_BEFORE | DOUBLET_TOKEN_FLAG_OPENING)) != 0);
}

static GArray *
list_sentences (const DoubletAlignmentText *text,
                guint32                     start,
                guint32                     end)
{
  GArray  *sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  Sentence sentence = { 0, start, start };
  gboolean has_ended = FALSE;
  guint32  block = doublet_alignment_text_find_block (text, start);

  for (guint32 i = start; i < end; i++)
    {
      sentence.hash = (sentence.hash ^ (sentence.hash >> 29)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + text->exact[i] + 1;
      has_ended |= (text->tokens[i].flags & DOUBLET_TOKEN_FLAG_SENTENCE_END) != 0;
      while (text->block_first[block + 1] <= i)
        block++;
      if (i + 1 < end && text->block_first[block + 1] != i + 1 && !begins_sentence (text, i + 1, has_ended))
        continue;
      sentence.end = i + 1;
      if (doublet_alignment_text_half_words (text, sentence.start, sentence.end) >= MIN_HALF_WORDS)
        g_array_append_val (sentences, sentence);
      sentence = (Sentence){ 0, i + 1, i + 1 };
      has_ended = FALSE;
    }
  return sentences;
}

static int
compare_sentences (const void *x,
                   const void *y)
{
  const Sentence *left = x;
  const Sentence *right = y;

  if (left->hash != right->hash)
    return left->hash < right->hash ? -1 : 1;
  return (left->start > right->start) - (left->start < right->start);
}

static gboolean
is_unique (const GArray *sentences,
           guint         i)
{
  guint64 hash = g_array_index (sentences, Sentence, i).hash;

  return (i == 0 || g_array_index (sentences, Sentence, i - 1).hash != hash) &&
         (i + 1 == sentences->len || g_array_index (sentences, Sentence, i + 1).hash != hash);
}

static int
compare_anchors (const void *x,
                 const void *y)
{
  const DoubletAnchor *left = x;
  const DoubletAnchor *right = y;

  return (left->a > right->a) - (left->a < right->a);
}

/* Sentences that are in both once, by their place in a. */
static GArray *
find_common (const DoubletAlignmentJob *job,
             const DoubletBox          *box)
{
  g_autoptr (GArray) of_a = list_sentences (job->a, box->a_start, box->a_end);
  g_autoptr (GArray) of_b = list_sentences (job->b, box->b_start, box->b_end);
  GArray *common = g_array_new (FALSE, FALSE, sizeof (DoubletAnchor));

  g_array_sort (of_a, compare_sentences);
  g_array_sort (of_b, compare_sentences);
  for (guint i = 0, j = 0; i < of_a->len && j < of_b->len;)
    {
      const Sentence *a = &g_array_index (of_a, Sentence, i);
      const Sentence *b = &g_array_index (of_b, Sentence, j);
      DoubletAnchor   anchor = { a->start, b->start, a->end - a->start };

      if (a->hash == b->hash && anchor.n == b->end - b->start && is_unique (of_a, i) && is_unique (of_b, j) &&
          memcmp (job->a->exact + a->start, job->b->exact + b->start, anchor.n * sizeof *job->a->exact) == 0)
        g_array_append_val (common, anchor);
      i += a->hash <= b->hash;
      j += b->hash <= a->hash;
    }
  g_array_sort (common, compare_anchors);
  return common;
}

/**
 * doublet_sentence_anchors_find:
 * @job: a job
 * @box: two ranges
 *
 * Returns: (transfer full) (element-type DoubletAnchor): unchanged sentences that stay in
 *   place, rising on both sides; none unless they are most of the text
 */
GArray *
doublet_sentence_anchors_find (const DoubletAlignmentJob *job,
                               const DoubletBox          *box)
{
  g_autoptr (GArray) common = find_common (job, box);
  g_autofree DoubletChainItem *items = g_new (DoubletChainItem, MAX (common->len, 1));
  g_autofree guint32          *chain = NULL;
  GArray                      *anchors = g_array_new (FALSE, FALSE, sizeof (DoubletAnchor));
  guint32                      n_chain;
  guint32                      n_tokens = 0;

  for (guint i = 0; i < common->len; i++)
    {
      const DoubletAnchor *anchor = &g_array_index (common, DoubletAnchor, i);

      items[i] = (DoubletChainItem){ anchor->a, anchor->b, anchor->n };
      n_tokens += anchor->n;
    }
  if (n_tokens < MIN_PART * MIN (box->a_end - box->a_start, box->b_end - box->b_start))
    return anchors;
  chain = doublet_heaviest_chain (items, common->len, &n_chain);
  for (guint32 i = 0; i < n_chain; i++)
    g_array_append_val (anchors, g_array_index (common, DoubletAnchor, chain[i]));
  return anchors;
}

/* Whether a sentence begins with a token. */
static gboolean
is_start (const DoubletAlignmentText *text,
          guint32                     token)
{
  guint32 before = token;

  if (doublet_alignment_text_is_border (text, token))
    return TRUE;
  while (before > 0 && text->tokens[before - 1].kind == DOUBLET_TOKEN_PUNCTUATION &&
         !(text->tokens[before - 1].flags & DOUBLET_TOKEN_FLAG_SENTENCE_END))
    before--;
  return begins_sentence (text, token, before > 0 && (text->tokens[before - 1].flags & DOUBLET_TOKEN_FLAG_SENTENCE_END) != 0);
}

/**
 * doublet_sentence_anchors_widen:
 * @job: a job
 * @box: a gap between tokens that are matched
 * @limits: the ranges that it is in
 *
 * Returns: the gap with the matched tokens before and behind it that belong to sentences
 *   which it cuts
 */
DoubletBox
doublet_sentence_anchors_widen (const DoubletAlignmentJob *job,
                                const DoubletBox          *box,
                                const DoubletBox          *limits)
{
  DoubletBox wide = *box;

  while (wide.a_start > limits->a_start && wide.b_start > limits->b_start && job->match[wide.a_start - 1] == wide.b_start - 1 &&
         !(is_start (job->a, wide.a_start) && is_start (job->b, wide.b_start)))
    wide.a_start--, wide.b_start--;
  while (wide.a_end < limits->a_end && wide.b_end < limits->b_end && job->match[wide.a_end] == wide.b_end &&
         !(is_start (job->a, wide.a_end) && is_start (job->b, wide.b_end)))
    wide.a_end++, wide.b_end++;
  return wide;
}
