/* alignment-job.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "alignment-job.h"

#include <string.h>

/*
 * The weight of a word falls with the root of how often the two articles use it.
 * The plain inverse would leave nothing but names to compare by; a logarithm still
 * gives the function words of a paragraph a fifth of its weight, which is what two
 * unrelated paragraphs have in common.  A word standing once on each side is the
 * heaviest there is: one that stands on one side only must not weigh more.
 */
#define WEIGHT_SQUARED (1u << 24)
#define LEAST_COUNT 2

/* Marks say little about what a paragraph is, even rare ones. */
#define PUNCTUATION_PART 8

/* In a short article counts say nothing about "of" or "und" yet, but their length
 * does: words of at most so many bytes weigh half and hold sentences together. */
#define SHORT_BYTES 3

/* Longer words are common from so many occurrences, or one in so many tokens, on. */
#define COMMON_COUNT 8
#define COMMON_PART 300

/* Frequent from so many on, or one in so many.  Of a pair of 1 MB 42 % of the tokens are
 * less frequent, and no token less is matched than with COMMON_PART. */
#define FREQUENT_PART 3000

/* Most words come less often. */
#define KNOWN_ROOTS 64

static guint32
root (guint32 value)
{
  guint32 result = 0;

  for (guint32 bit = 1u << 15; bit > 0; bit >>= 1)
    if ((guint64)(result | bit) * (result | bit) <= value)
      result |= bit;
  return result;
}

/* As if no token had more. */
#define MAX_BYTES 255

/* What a symbol is, over all of its tokens. */
typedef struct
{
  guint32 count;
  guint8  brevity;     /* MAX_BYTES less the bytes of the shortest */
  guint8  is_textual;  /* a word or a number */
  guint8  has_letters; /* a word whose length in bytes means something: a Han character's does not */
} SymbolFacts;

static void
gather_facts (const DoubletAlignmentText *text,
              SymbolFacts                *facts)
{
  for (guint32 i = 0; i < text->n_tokens; i++)
    {
      const DoubletToken *token = &text->tokens[i];
      SymbolFacts        *fact = &facts[text->normal[i]];
      guint32             brevity = MAX_BYTES - MIN (token->n_bytes, MAX_BYTES);

      /* No branches: which word comes next cannot be foreseen. */
      fact->count++;
      fact->brevity = MAX (fact->brevity, brevity);
      fact->is_textual |= token->half_words > 0;
      fact->has_letters |= (token->half_words > 1) & (token->kind == DOUBLET_TOKEN_WORD);
    }
}

static void
weigh_symbols (DoubletAlignmentJob *self)
{
  guint64                 n_tokens = (guint64)self->a->n_tokens + self->b->n_tokens;
  guint32                 common_count = MAX (COMMON_COUNT, n_tokens / COMMON_PART);
  guint32                 frequent_count = MAX (COMMON_COUNT, n_tokens / FREQUENT_PART);
  g_autofree SymbolFacts *facts = g_new0 (SymbolFacts, self->symbols->n_normal);
  guint32                 roots[KNOWN_ROOTS];

  for (guint32 i = 0; i < KNOWN_ROOTS; i++)
    roots[i] = root (WEIGHT_SQUARED / MAX (i, LEAST_COUNT));
  gather_facts (self->a, facts);
  gather_facts (self->b, facts);

  for (guint32 symbol = 0; symbol < self->symbols->n_normal; symbol++)
    {
      const SymbolFacts *fact = &facts[symbol];
      gboolean           is_short = fact->has_letters && MAX_BYTES - fact->brevity <= SHORT_BYTES;
      guint32            weight;

      if (fact->count == 0)
        continue;

      weight = fact->count < KNOWN_ROOTS ? roots[fact->count] : root (WEIGHT_SQUARED / fact->count);
      if (!fact->is_textual)
        weight /= PUNCTUATION_PART;
      else if (is_short)
        weight /= 2;
      self->weights[symbol] = MAX (weight, 1);
      self->frequent[symbol] = !fact->is_textual || is_short || fact->count >= frequent_count;
      self->common[symbol] = !fact->is_textual || is_short || fact->count >= common_count;
    }
}

/**
 * doublet_alignment_job_new:
 * @a: one article, borrowed
 * @b: the other, borrowed
 * @symbols: over both, borrowed
 * @progress: (nullable): borrowed
 *
 * Returns: (transfer full): a job with nothing matched yet
 */
DoubletAlignmentJob *
doublet_alignment_job_new (const DoubletAlignmentText    *a,
                           const DoubletAlignmentText    *b,
                           const DoubletAlignmentSymbols *symbols,
                           const DoubletProgress         *progress)
{
  DoubletAlignmentJob *self = g_new0 (DoubletAlignmentJob, 1);

  self->a = a;
  self->b = b;
  self->symbols = symbols;
  self->progress = progress;
  self->match = g_new (guint32, a->n_tokens);
  for (guint32 i = 0; i < a->n_tokens; i++)
    self->match[i] = DOUBLET_NO_MATCH;
  self->weights = g_new0 (guint32, symbols->n_normal);
  self->common = g_new0 (guint8, symbols->n_normal);
  self->frequent = g_new0 (guint8, symbols->n_normal);
  weigh_symbols (self);
  self->regions = g_array_new (FALSE, FALSE, sizeof (DoubletRegion));
  self->edits = g_array_new (FALSE, FALSE, sizeof (DoubletAlignmentEdit));
  return self;
}

/**
 * doublet_alignment_job_free:
 * @self: (transfer full): a job
 */
void
doublet_alignment_job_free (DoubletAlignmentJob *self)
{
  g_free (self->match);
  g_free (self->a_twins);
  g_free (self->b_twins);
  g_free (self->weights);
  g_free (self->common);
  g_free (self->frequent);
  g_array_unref (self->regions);
  g_array_unref (self->edits);
  g_clear_pointer (&self->a_asked, g_array_unref);
  g_clear_pointer (&self->b_asked, g_array_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_free (self);
}

/**
 * doublet_alignment_job_tick:
 * @self: a job
 * @n_steps: how much work was done since the last call
 *
 * Returns: whether the job was cancelled; looked up once in a while
 */
gboolean
doublet_alignment_job_tick (DoubletAlignmentJob *self,
                            guint64              n_steps)
{
  guint64 before = self->ticks;

  self->ticks += n_steps;
  if (before / (DOUBLET_PROGRESS_MASK + 1) != self->ticks / (DOUBLET_PROGRESS_MASK + 1) &&
      doublet_progress_is_cancelled (self->progress))
    self->cancelled = TRUE;
  return self->cancelled;
}

/**
 * doublet_alignment_job_weigh:
 * @self: a job
 * @text: one of its articles
 * @start: first token
 * @end: one past the last
 *
 * Returns: the weight of the range
 */
guint64
doublet_alignment_job_weigh (const DoubletAlignmentJob  *self,
                             const DoubletAlignmentText *text,
                             guint32                     start,
                             guint32                     end)
{
  guint64 weight = 0;

  for (guint32 i = start; i < end; i++)
    weight += self->weights[text->normal[i]];
  return weight;
}

/**
 * doublet_alignment_job_is_same_but_for_form:
 * @self: a job
 * @edit: an edit
 *
 * Returns: whether @edit changes nothing but capitals and the like
 */
gboolean
doublet_alignment_job_is_same_but_for_form (const DoubletAlignmentJob  *self,
                                            const DoubletAlignmentEdit *edit)
{
  guint32 n = edit->a_end - edit->a_start;

  return n == edit->b_end - edit->b_start &&
         memcmp (self->a->normal + edit->a_start, self->b->normal + edit->b_start, n * sizeof *self->a->normal) == 0;
}

/**
 * doublet_alignment_job_weigh_kept:
 * @self: a job
 * @region: a region whose edits are set
 *
 * Returns: the weight of what is the same on both sides of @region, by normal form
 */
guint64
doublet_alignment_job_weigh_kept (const DoubletAlignmentJob *self,
                                  const DoubletRegion       *region)
{
  guint64 kept = doublet_alignment_job_weigh (self, self->a, region->box.a_start, region->box.a_end);

  for (guint32 i = 0; i < region->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit = &g_array_index (self->edits, DoubletAlignmentEdit, region->first_edit + i);

      if (!doublet_alignment_job_is_same_but_for_form (self, edit))
        kept -= doublet_alignment_job_weigh (self, self->a, edit->a_start, edit->a_end);
    }
  return kept;
}

/**
 * doublet_alignment_job_count_kept:
 * @self: a job
 * @region: a region whose edits are set
 *
 * Returns: how much is the same on both sides of @region, in halves of a word
 */
guint32
doublet_alignment_job_count_kept (const DoubletAlignmentJob *self,
                                  const DoubletRegion       *region)
{
  guint32 kept = doublet_alignment_text_half_words (self->a, region->box.a_start, region->box.a_end);

  for (guint32 i = 0; i < region->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit = &g_array_index (self->edits, DoubletAlignmentEdit, region->first_edit + i);

      kept -= doublet_alignment_text_half_words (self->a, edit->a_start, edit->a_end);
    }
  return kept;
}

/**
 * doublet_alignment_job_value:
 * @self: a job
 * @text: one of its articles
 * @start: first token
 * @end: one past the last
 *
 * How much stands in a range for somebody who reads it: 2 for a word, 1 for a common
 * one or for a Han character, nothing for punctuation.
 *
 * Returns: the sum
 */
guint32
doublet_alignment_job_value (const DoubletAlignmentJob  *self,
                             const DoubletAlignmentText *text,
                             guint32                     start,
                             guint32                     end)
{
  guint32 value = 0;

  for (guint32 i = start; i < end; i++)
    {
      guint32 half_words = text->tokens[i].half_words;

      value += self->common[text->normal[i]] ? (half_words + 1) / 2 : half_words;
    }
  return value;
}

/**
 * doublet_alignment_text_find_block:
 * @text: an article
 * @token: a token of it
 *
 * Returns: the block that @token stands in
 */
guint32
doublet_alignment_text_find_block (const DoubletAlignmentText *text,
                                   guint32                     token)
{
  guint32 low = 0;

  /* The last block that begins at or before the token: those before it that begin
   * at the same place are empty.  No branch, for which way a search goes cannot be
   * foreseen. */
  for (guint32 n = text->n_blocks; n > 1; n -= n / 2)
    low += text->block_first[low + n / 2] <= token ? n / 2 : 0;
  return low;
}

/**
 * doublet_alignment_text_is_border:
 * @text: an article
 * @token: a token of it, or its end
 *
 * Returns: whether a block begins at @token, or the article ends there
 */
gboolean
doublet_alignment_text_is_border (const DoubletAlignmentText *text,
                                  guint32                     token)
{
  return token == text->n_tokens || text->block_first[doublet_alignment_text_find_block (text, token)] == token;
}

/**
 * doublet_alignment_text_half_words:
 * @text: an article
 * @start: first token
 * @end: one past the last
 *
 * Returns: the length of the range, in halves of a word
 */
guint32
doublet_alignment_text_half_words (const DoubletAlignmentText *text,
                                   guint32                     start,
                                   guint32                     end)
{
  guint32 half_words = 0;

  for (guint32 i = start; i < end; i++)
    half_words += text->tokens[i].half_words;
  return half_words;
}
