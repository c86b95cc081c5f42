/* moves.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "moves.h"

#include "similarity.h"
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

#define MAX_ROUNDS 3

typedef enum
{
  FREE,
  KEPT, /* in place */
  MOVED,
} Taken;

typedef struct
{
  DoubletAlignmentJob *job;
  DoubletTokenMatcher *matcher;
  guint8              *a_taken; /* n_a: kept in place, or moved */
  guint8              *b_taken;
  guint32             *a_rank; /* n_a: how many tokens before it were kept in place */
  guint32             *b_rank;
  guint64             *a_blocks; /* n_blocks of a, sorted: hashes; (nullable) until needed */
  guint64             *b_blocks;
} Moves;

static void
take_kept (Moves *self)
{
  const GArray *regions = self->job->regions;

  for (guint i = 0; i < regions->len; i++)
    {
      const DoubletRegion *region = &g_array_index (regions, DoubletRegion, i);
      guint32              a = region->box.a_start;
      guint32              b = region->box.b_start;

      for (guint32 k = 0; k <= region->n_edits; k++)
        {
          const DoubletAlignmentEdit *edit = NULL;
          guint32                     a_end = region->box.a_end;

          if (k < region->n_edits)
            {
              edit = &g_array_index (self->job->edits, DoubletAlignmentEdit, region->first_edit + k);
              a_end = edit->a_start;
            }
          for (; a < a_end; a++, b++)
            self->a_taken[a] = self->b_taken[b] = KEPT;
          if (edit != NULL)
            {
              a = edit->a_end;
              b = edit->b_end;
            }
        }
    }
}

/* What is free, paragraph by paragraph; the gap of a piece is how many tokens before it
 * were kept in place. */
static GArray *
find_pieces (const DoubletAlignmentJob  *job,
             const DoubletAlignmentText *text,
             const guint8               *taken)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (DoubletPiece));
  guint32 n_kept = 0;

  for (guint32 block = 0; block < text->n_blocks; block++)
    {
      guint32 block_end = text->block_first[block + 1];

      for (guint32 start = text->block_first[block], end; start < block_end; start = end)
        {
          DoubletPiece piece = { start, 0, block, n_kept };

          for (end = start; end < block_end && taken[end] == taken[start]; end++)
            ;
          if (taken[start] == KEPT)
            n_kept += end - start;
          if (taken[start] != FREE)
            continue;

          piece.end = end;
          piece.is_block = start == text->block_first[block] && end == block_end;
          if (!piece.is_block && doublet_alignment_text_half_words (text, start, end) < PART_HALF_WORDS)
            continue;
          piece.weight = doublet_alignment_job_weigh (job, text, start, end);
          g_array_append_val (pieces, piece);
        }
    }
  return pieces;
}

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

/* A short paragraph: the same in both articles and unlike all others of either. */
static gboolean
is_distinctive (Moves              *self,
                const DoubletPiece *a,
                const DoubletPiece *b)
{
  const DoubletAlignmentJob *job = self->job;
  guint64                    hash;

  if (!a->is_block || !b->is_block || a->end - a->start != b->end - b->start)
    return FALSE;
  for (guint32 i = 0; i < a->end - a->start; i++)
    if (job->a->normal[a->start + i] != job->b->normal[b->start + i])
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
  const DoubletAlignmentJob *job = self->job;
  guint32                    a_half_words = doublet_alignment_text_half_words (job->a, a->start, a->end);
  guint32                    b_half_words = doublet_alignment_text_half_words (job->b, b->start, b->end);
  guint32                    half_words = MIN (a_half_words, b_half_words);

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

static guint64
weigh_kept (const DoubletAlignmentJob *job,
            const DoubletBox          *box,
            guint                      first_edit)
{
  guint64 kept = doublet_alignment_job_weigh (job, job->a, box->a_start, box->a_end);

  for (guint i = first_edit; i < job->edits->len; i++)
    {
      const DoubletAlignmentEdit *edit = &g_array_index (job->edits, DoubletAlignmentEdit, i);

      kept -= doublet_alignment_job_weigh (job, job->a, edit->a_start, edit->a_end);
    }
  return kept;
}

/* Aligns two pieces and cuts off what did not move along; FALSE if nothing is left. */
static gboolean
fit (Moves              *self,
     const DoubletPiece *a,
     const DoubletPiece *b,
     DoubletRegion      *region)
{
  DoubletAlignmentJob *job = self->job;
  guint                first_edit = job->edits->len;
  DoubletBox           whole = { a->start, a->end, b->start, b->end };
  DoubletBox          *box = &region->box;

  *box = whole;
  doublet_token_matcher_run (self->matcher, box);
  doublet_smoothing_set_edits (job, region);
  if (region->n_edits == 0)
    return TRUE;

  trim_start (job, &g_array_index (job->edits, DoubletAlignmentEdit, first_edit), a, b, box);
  trim_end (job, &g_array_index (job->edits, DoubletAlignmentEdit, job->edits->len - 1), a, b, box);
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
  guint64 weight = doublet_alignment_job_weigh (job, job->a, box->a_start, box->a_end) +
                   doublet_alignment_job_weigh (job, job->b, box->b_start, box->b_end);
  double similarity = 2.0 * weigh_kept (job, box, region->first_edit) / weight;

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
  const DoubletBox    *box = &region.box;

  if (!fit (self, a, b, &region) || !is_alike (job, a, b, &region))
    {
      g_array_set_size (job->edits, first_edit);
      return FALSE;
    }

  g_array_append_val (job->regions, region);
  memset (self->a_taken + box->a_start, MOVED, box->a_end - box->a_start);
  memset (self->b_taken + box->b_start, MOVED, box->b_end - box->b_start);
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
  g_autoptr (GArray) a_pieces = find_pieces (job, job->a, self->a_taken);
  g_autoptr (GArray) b_pieces = find_pieces (job, job->b, self->b_taken);
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
  g_autofree guint8 *a_taken = g_new0 (guint8, job->a->n_tokens);
  g_autofree guint8 *b_taken = g_new0 (guint8, job->b->n_tokens);
  Moves              self = { job, matcher, a_taken, b_taken };

  take_kept (&self);
  for (guint round = 0; round < MAX_ROUNDS && move_pieces (&self) && !job->cancelled; round++)
    ;
  g_free (self.a_blocks);
  g_free (self.b_blocks);
}
