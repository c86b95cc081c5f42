/* moves.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "moves.h"

#include "free-tokens.h"
#include "order.h"
#include "smoothing.h"

#include <stdlib.h>
#include <string.h>

/*
 * What stays deleted here and inserted there.  Pieces are what neither an equal run
 * nor a move has taken yet: paragraphs without a pair, and long edits inside of pairs,
 * never more than one paragraph.  The best pairs of pieces come first and no token is
 * in two moves.
 *
 * A piece has moved only if something that stayed in place stands before it here and
 * after it there: pieces with as many kept tokens before them face each other and are
 * no move, whatever was inserted or deleted around them.
 *
 * Of a long paragraph whose parts went to different places one part is found first;
 * what is left of it is a piece of the next round.
 */

/* Similar by more than this: half a paragraph may have been rewritten on the way, two
 * paragraphs of the same author on the same matter share .1 to .2. */
#define MOVE_SIMILARITY 0.4

/* The same by matched tokens, in order, at the end: sentences may have changed places. */
#define MOVE_ORDERED 0.3

/* A part of a paragraph must be more alike: "he said on Monday that the" is anywhere. */
#define PART_SIMILARITY 0.6
#define PART_CONTAINMENT 0.7
#define PART_HALF_WORDS 16

/* Paragraphs shorter than this are moved only if they are the same and stand nowhere
 * else: "Yes, he said." */
#define SHORT_HALF_WORDS 10

/* So many parts of one paragraph are found in as many places. */
#define MAX_ROUNDS 8

/* Pairs of pieces are aligned only as long as all of them together are no longer than
 * so many times both articles: many paragraphs may be like a part of a huge one. */
#define BUDGET_TIMES 16

typedef struct
{
  DoubletAlignmentJob *job;
  DoubletTokenMatcher *matcher;
  DoubletFreeTokens   *free;
  guint64             *a_blocks; /* n_blocks of a, sorted: hashes; (nullable) until needed */
  guint64             *b_blocks;
  guint64              tokens_left; /* of the budget */
} Moves;

static guint64
hash_block (const DoubletAlignmentJob  *job,
            const DoubletAlignmentText *text,
            guint32                     block)
{
  guint64 hash = 0;

  for (guint32 i = text->block_first[block]; i < text->block_first[block + 1]; i++)
    hash = (hash ^ (hash >> 29)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + job->symbols->normal_hashes[text->normal[i]];
  return hash;
}

static int
compare_hashes (const void *x,
                const void *y)
{
  guint64 left = *(const guint64 *)x;
  guint64 right = *(const guint64 *)y;

  return (left > right) - (left < right);
}

static guint64 *
hash_blocks (const DoubletAlignmentJob  *job,
             const DoubletAlignmentText *text)
{
  guint64 *hashes = g_new (guint64, text->n_blocks);

  for (guint32 i = 0; i < text->n_blocks; i++)
    hashes[i] = hash_block (job, text, i);
  qsort (hashes, text->n_blocks, sizeof *hashes, compare_hashes);
  return hashes;
}

static gboolean
is_unique (const guint64 *hashes,
           guint32        n,
           guint64        hash)
{
  const guint64 *found = bsearch (&hash, hashes, n, sizeof hash, compare_hashes);

  return found != NULL && (found == hashes || found[-1] != hash) && (found + 1 == hashes + n || found[1] != hash);
}

static gboolean
is_same_block (const DoubletAlignmentJob *job,
               guint32                    a_block,
               guint32                    b_block)
{
  const DoubletAlignmentText *a = job->a;
  const DoubletAlignmentText *b = job->b;
  guint32                     n = a->block_first[a_block + 1] - a->block_first[a_block];

  return n == b->block_first[b_block + 1] - b->block_first[b_block] &&
         memcmp (a->normal + a->block_first[a_block], b->normal + b->block_first[b_block], n * sizeof *a->normal) == 0;
}

/* A short paragraph: the same in both articles and unlike all others of either. */
static gboolean
is_distinctive (Moves              *self,
                const DoubletPiece *a,
                const DoubletPiece *b)
{
  const DoubletAlignmentJob *job = self->job;
  guint64                    hash;

  if (!a->is_block || !b->is_block || !is_same_block (job, a->block, b->block))
    return FALSE;

  if (self->a_blocks == NULL)
    {
      self->a_blocks = hash_blocks (job, job->a);
      self->b_blocks = hash_blocks (job, job->b);
    }
  hash = hash_block (job, job->a, a->block);
  return is_unique (self->a_blocks, job->a->n_blocks, hash) && is_unique (self->b_blocks, job->b->n_blocks, hash);
}

static gboolean
is_likely (Moves                  *self,
           const DoubletPiece     *a,
           const DoubletPiece     *b,
           const DoubletCandidate *candidate)
{
  guint32 half_words = MIN (a->half_words, b->half_words);

  if (a->gap == b->gap || candidate->shared == 0)
    return FALSE;
  if (half_words < SHORT_HALF_WORDS)
    return is_distinctive (self, a, b);
  if (a->is_block && b->is_block && candidate->dice > MOVE_SIMILARITY)
    return TRUE;
  return half_words >= PART_HALF_WORDS && candidate->containment > PART_CONTAINMENT;
}

/* Takes a long edit at the start of a moved piece off it: that did not move along.
 * What is left of a paragraph may keep a few words more, a part may not. */
static void
trim_start (const DoubletAlignmentJob  *job,
            const DoubletAlignmentEdit *edit,
            const DoubletPiece         *a,
            const DoubletPiece         *b,
            DoubletBox                 *box)
{
  guint32 a_least = a->is_block ? PART_HALF_WORDS : 0;
  guint32 b_least = b->is_block ? PART_HALF_WORDS : 0;

  if (edit->a_start == box->a_start && edit->b_start == box->b_start)
    {
      if (doublet_alignment_text_half_words (job->a, edit->a_start, edit->a_end) >= a_least)
        box->a_start = edit->a_end;
      if (doublet_alignment_text_half_words (job->b, edit->b_start, edit->b_end) >= b_least)
        box->b_start = edit->b_end;
    }
}

static void
trim_end (const DoubletAlignmentJob  *job,
          const DoubletAlignmentEdit *edit,
          const DoubletPiece         *a,
          const DoubletPiece         *b,
          DoubletBox                 *box)
{
  guint32 a_least = a->is_block ? PART_HALF_WORDS : 0;
  guint32 b_least = b->is_block ? PART_HALF_WORDS : 0;

  if (edit->a_end == box->a_end && edit->b_end == box->b_end)
    {
      if (doublet_alignment_text_half_words (job->a, edit->a_start, edit->a_end) >= a_least)
        box->a_end = edit->a_start;
      if (doublet_alignment_text_half_words (job->b, edit->b_start, edit->b_end) >= b_least)
        box->b_end = edit->b_start;
    }
}

/* A part does not begin with the mark that ends the sentence before it. */
static void
skip_marks (const DoubletAlignmentJob *job,
            const DoubletPiece        *a,
            const DoubletPiece        *b,
            DoubletBox                *box)
{
  if (box->a_start == a->start && box->b_start == b->start)
    return;
  while (box->a_start < box->a_end && box->b_start < box->b_end &&
         job->a->exact[box->a_start] == job->b->exact[box->b_start] &&
         job->a->tokens[box->a_start].kind == DOUBLET_TOKEN_PUNCTUATION &&
         !(job->a->tokens[box->a_start].flags & (DOUBLET_TOKEN_FLAG_OPENING | DOUBLET_TOKEN_FLAG_SPACE_BEFORE)))
    box->a_start++, box->b_start++;
}

static double
measure_similarity (const DoubletAlignmentJob *job,
                    const DoubletRegion       *region)
{
  const DoubletBox *box = &region->box;
  guint64           weight = doublet_alignment_job_weigh (job, job->a, box->a_start, box->a_end) +
                   doublet_alignment_job_weigh (job, job->b, box->b_start, box->b_end);

  return 2.0 * doublet_alignment_job_weigh_kept (job, region) / weight;
}

/* Whether an edit at the end of a moved piece moved along with it: it changed nothing
 * but capitals, or rewrote a sentence of two paragraphs that are alike all the same. */
static gboolean
has_moved_along (const DoubletAlignmentJob  *job,
                 const DoubletAlignmentEdit *edit,
                 gboolean                    are_alike)
{
  if (doublet_alignment_job_is_same_but_for_form (job, edit))
    return TRUE;
  return are_alike &&
         doublet_alignment_text_half_words (job->a, edit->a_start, edit->a_end) >= PART_HALF_WORDS &&
         doublet_alignment_text_half_words (job->b, edit->b_start, edit->b_end) >= PART_HALF_WORDS;
}

/* Aligns two pieces and cuts off what did not move along; FALSE if nothing is left. */
static gboolean
fit (Moves              *self,
     const DoubletPiece *a,
     const DoubletPiece *b,
     DoubletRegion      *region)
{
  DoubletAlignmentJob        *job = self->job;
  guint                       first_edit = job->edits->len;
  DoubletBox                  whole = { a->start, a->end, b->start, b->end };
  DoubletBox                 *box = &region->box;
  const DoubletAlignmentEdit *first, *last;
  gboolean                    are_alike;

  *box = whole;
  doublet_token_matcher_run (self->matcher, box);
  doublet_smoothing_set_edits (job, region);
  if (region->n_edits == 0)
    return TRUE;

  /* One rare word can weigh as much as a sentence. */
  are_alike = a->is_block && b->is_block && measure_similarity (job, region) > MOVE_SIMILARITY &&
              doublet_alignment_job_count_kept (job, region) >= PART_HALF_WORDS;
  first = &g_array_index (job->edits, DoubletAlignmentEdit, first_edit);
  last = &g_array_index (job->edits, DoubletAlignmentEdit, job->edits->len - 1);
  if (!has_moved_along (job, first, are_alike))
    trim_start (job, first, a, b, box);
  if (!has_moved_along (job, last, are_alike))
    trim_end (job, last, a, b, box);
  skip_marks (job, a, b, box);
  if (box->a_start >= box->a_end || box->b_start >= box->b_end)
    return FALSE;

  /* A crumb inside of what was cut off on one side may be matched with the other. */
  if (memcmp (box, &whole, sizeof whole) != 0)
    {
      g_array_set_size (job->edits, first_edit);
      doublet_token_matcher_run (self->matcher, box);
      doublet_smoothing_set_edits (job, region);
    }
  return TRUE;
}

/* Whether two pieces, cut to what corresponds, have enough in common in order. */
static gboolean
is_alike (const DoubletAlignmentJob *job,
          const DoubletPiece        *a,
          const DoubletPiece        *b,
          const DoubletRegion       *region)
{
  const DoubletBox *box = &region->box;
  gboolean          whole = a->is_block && box->a_start == a->start && box->a_end == a->end &&
                   b->is_block && box->b_start == b->start && box->b_end == b->end;
  double similarity = measure_similarity (job, region);

  if (whole)
    return similarity > MOVE_ORDERED;
  return similarity > PART_SIMILARITY &&
         doublet_alignment_text_half_words (job->a, box->a_start, box->a_end) >= PART_HALF_WORDS;
}

/* Makes a move of two pieces, or of the part of them that corresponds; FALSE if too
 * little of them does once they are aligned. */
static gboolean
move (Moves              *self,
      const DoubletPiece *a,
      const DoubletPiece *b)
{
  DoubletAlignmentJob *job = self->job;
  guint                first_edit = job->edits->len;
  DoubletRegion        region = { .moved = TRUE };
  guint64              n_tokens = (guint64)a->end - a->start + b->end - b->start;

  if (n_tokens > self->tokens_left)
    {
      job->capped = TRUE;
      return FALSE;
    }
  self->tokens_left -= n_tokens;

  if (!fit (self, a, b, &region) || !is_alike (job, a, b, &region))
    {
      g_array_set_size (job->edits, first_edit);
      return FALSE;
    }

  g_array_append_val (job->regions, region);
  doublet_free_tokens_take (self->free, &region.box);
  return TRUE;
}

/* Heaviest and most alike first; then in the order of the articles. */
static int
compare_candidates (const void *x,
                    const void *y)
{
  const DoubletCandidate *left = x;
  const DoubletCandidate *right = y;
  double                  left_score = left->shared * MAX (left->dice, left->containment / 2);
  double                  right_score = right->shared * MAX (right->dice, right->containment / 2);

  if (left_score != right_score)
    return left_score > right_score ? -1 : 1;
  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;
  return (left->b > right->b) - (left->b < right->b);
}

/* One round; true if there may be more to find. */
static gboolean
move_pieces (Moves *self)
{
  DoubletAlignmentJob *job = self->job;
  g_autoptr (GArray) a_pieces = doublet_free_tokens_find_pieces (self->free, TRUE, PART_HALF_WORDS);
  g_autoptr (GArray) b_pieces = doublet_free_tokens_find_pieces (self->free, FALSE, PART_HALF_WORDS);
  g_autoptr (GArray) candidates = doublet_similarity_find_candidates (job, a_pieces, b_pieces);
  gboolean more = FALSE;

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && !job->cancelled; i++)
    {
      const DoubletCandidate *candidate = &g_array_index (candidates, DoubletCandidate, i);
      DoubletPiece           *a = &g_array_index (a_pieces, DoubletPiece, candidate->a);
      DoubletPiece           *b = &g_array_index (b_pieces, DoubletPiece, candidate->b);

      if (!is_likely (self, a, b, candidate))
        continue;
      if (a->is_used || b->is_used)
        more = TRUE;
      else if (move (self, a, b))
        a->is_used = b->is_used = more = TRUE;
    }
  return more;
}

static void
move_along (Moves  *self,
            guint32 a_block,
            guint32 b_block)
{
  DoubletAlignmentJob *job = self->job;
  DoubletRegion        region = { { job->a->block_first[a_block],
                                    job->a->block_first[a_block + 1],
                                    job->b->block_first[b_block],
                                    job->b->block_first[b_block + 1] },
                                  .moved = TRUE };

  if (!doublet_free_tokens_has_block (self->free, TRUE, a_block) ||
      !doublet_free_tokens_has_block (self->free, FALSE, b_block) || !is_same_block (job, a_block, b_block))
    return;
  doublet_token_matcher_run (self->matcher, &region.box);
  doublet_smoothing_set_edits (job, &region);
  doublet_free_tokens_take (self->free, &region.box);
  g_array_append_val (job->regions, region);
}

/* A heading or a line too short to tell from others moves along if the paragraph next
 * to it moved and the same line stands next to that in its new place; and so on. */
static void
move_company (Moves *self)
{
  DoubletAlignmentJob *job = self->job;

  for (guint i = 0; i < job->regions->len; i++)
    {
      DoubletRegion region = g_array_index (job->regions, DoubletRegion, i);
      guint32       a_block, b_block;

      if (!region.moved)
        continue;
      a_block = doublet_alignment_text_find_block (job->a, region.box.a_start);
      b_block = doublet_alignment_text_find_block (job->b, region.box.b_start);
      if (a_block > 0 && b_block > 0)
        move_along (self, a_block - 1, b_block - 1);
      a_block = doublet_alignment_text_find_block (job->a, region.box.a_end - 1);
      b_block = doublet_alignment_text_find_block (job->b, region.box.b_end - 1);
      if (a_block + 1 < job->a->n_blocks && b_block + 1 < job->b->n_blocks)
        move_along (self, a_block + 1, b_block + 1);
    }
}

static void
find_moves (Moves *self)
{
  for (guint round = 0; round < MAX_ROUNDS && move_pieces (self) && !self->job->cancelled; round++)
    ;
}

/**
 * doublet_moves_run:
 * @job: a job whose regions in place have their edits
 * @matcher: for matching what moved
 *
 * Adds the moved regions, with their edits, to the job's.
 */
void
doublet_moves_run (DoubletAlignmentJob *job,
                   DoubletTokenMatcher *matcher)
{
  Moves self = { job, matcher, doublet_free_tokens_new (job) };

  self.tokens_left = BUDGET_TIMES * ((guint64)job->a->n_tokens + job->b->n_tokens);
  find_moves (&self);
  if (!job->cancelled && doublet_order_settle (job))
    {
      g_clear_pointer (&self.free, doublet_free_tokens_free);
      self.free = doublet_free_tokens_new (job);
      find_moves (&self);
    }
  move_company (&self);
  doublet_free_tokens_free (self.free);
  g_free (self.a_blocks);
  g_free (self.b_blocks);
}
