/* facing.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "facing.h"

#include "similarity.h"
#include "smoothing.h"

/*
 * The last to be paired: paragraphs that neither correspond nor moved but stand where
 * the other article has one such, too.  A headline in place of a headline is a changed
 * headline, whatever it says; of two other paragraphs alone between the same
 * neighbours a little in common is enough, less than is asked of a pair that has to
 * be told from others.
 */

/* Two chance paragraphs of the same article rarely share more than .15. */
#define FACING_SIMILARITY 0.15

/* A headline is short and has no full stop; but a question may end in its mark. */
#define HEADLINE_HALF_WORDS 50
#define QUESTION_HALF_WORDS 24

typedef struct
{
  DoubletAlignmentJob *job;
  DoubletTokenMatcher *matcher;
  guint8              *a_used; /* n_blocks of a: whether a region holds some of it */
  guint8              *b_used;
} Facing;

static void
use_blocks (const DoubletAlignmentText *text,
            guint8                     *used,
            guint32                     start,
            guint32                     end)
{
  if (start == end)
    return;
  for (guint32 block = doublet_alignment_text_find_block (text, start);
       block < text->n_blocks && text->block_first[block] < end;
       block++)
    used[block] = TRUE;
}

/* The only block without a region in start to end; n_blocks if there is none, or more
 * than one. */
static guint32
find_alone (const DoubletAlignmentText *text,
            const guint8               *used,
            guint32                     start,
            guint32                     end)
{
  guint32 found = text->n_blocks;

  if (start == end)
    return found;
  for (guint32 block = doublet_alignment_text_find_block (text, start);
       block < text->n_blocks && text->block_first[block] < end;
       block++)
    {
      if (used[block] || text->block_first[block] == text->block_first[block + 1])
        continue;
      if (found < text->n_blocks)
        return text->n_blocks;
      found = block;
    }
  return found;
}

/* The article's first block if it looks like a headline and is in no region. */
static guint32
find_headline (const DoubletAlignmentText *text,
               const guint8               *used)
{
  guint32 block = 0;
  guint32 start, end, half_words;

  while (block < text->n_blocks && text->block_first[block] == text->block_first[block + 1])
    block++;
  if (block == text->n_blocks || used[block])
    return text->n_blocks;

  start = text->block_first[block];
  end = text->block_first[block + 1];
  half_words = doublet_alignment_text_half_words (text, start, end);
  if (text->tokens[end - 1].flags & DOUBLET_TOKEN_FLAG_SENTENCE_END)
    return half_words <= QUESTION_HALF_WORDS ? block : text->n_blocks;
  return half_words <= HEADLINE_HALF_WORDS ? block : text->n_blocks;
}

static double
compare_blocks (DoubletAlignmentJob *job,
                guint32              a_block,
                guint32              b_block)
{
  g_autoptr (GArray) a_pieces = g_array_new (FALSE, FALSE, sizeof (DoubletPiece));
  g_autoptr (GArray) b_pieces = g_array_new (FALSE, FALSE, sizeof (DoubletPiece));
  g_autoptr (GArray) candidates = NULL;
  DoubletPiece a = { job->a->block_first[a_block], job->a->block_first[a_block + 1], a_block };
  DoubletPiece b = { job->b->block_first[b_block], job->b->block_first[b_block + 1], b_block };

  a.weight = doublet_alignment_job_weigh (job, job->a, a.start, a.end);
  b.weight = doublet_alignment_job_weigh (job, job->b, b.start, b.end);
  g_array_append_val (a_pieces, a);
  g_array_append_val (b_pieces, b);
  candidates = doublet_similarity_find_candidates (job, a_pieces, b_pieces);
  return candidates->len > 0 ? g_array_index (candidates, DoubletCandidate, 0).dice : 0;
}

static void
pair (Facing *self,
      guint32 a_block,
      guint32 b_block,
      GArray *regions)
{
  DoubletAlignmentJob *job = self->job;
  DoubletRegion        region = { { job->a->block_first[a_block],
                                    job->a->block_first[a_block + 1],
                                    job->b->block_first[b_block],
                                    job->b->block_first[b_block + 1] } };

  doublet_token_matcher_run (self->matcher, &region.box);
  doublet_smoothing_set_edits (job, &region);
  g_array_append_val (regions, region);
  self->a_used[a_block] = TRUE;
  self->b_used[b_block] = TRUE;
}

static void
pair_gap (Facing           *self,
          const DoubletBox *gap,
          GArray           *regions)
{
  guint32 a_block = find_alone (self->job->a, self->a_used, gap->a_start, gap->a_end);
  guint32 b_block = find_alone (self->job->b, self->b_used, gap->b_start, gap->b_end);

  if (a_block < self->job->a->n_blocks && b_block < self->job->b->n_blocks &&
      compare_blocks (self->job, a_block, b_block) >= FACING_SIMILARITY)
    pair (self, a_block, b_block, regions);
}

static int
compare_regions (const void *x,
                 const void *y)
{
  const DoubletBox *left = &((const DoubletRegion *)x)->box;
  const DoubletBox *right = &((const DoubletRegion *)y)->box;

  return (left->a_start > right->a_start) - (left->a_start < right->a_start);
}

/**
 * doublet_facing_run:
 * @job: a job whose moves are known
 * @matcher: for matching what is paired
 *
 * Adds the pairs of paragraphs that are left facing each other to the job's regions,
 * and sorts those.
 */
void
doublet_facing_run (DoubletAlignmentJob *job,
                    DoubletTokenMatcher *matcher)
{
  g_autofree guint8 *a_used = g_new0 (guint8, job->a->n_blocks);
  g_autofree guint8 *b_used = g_new0 (guint8, job->b->n_blocks);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (DoubletRegion));
  Facing     self = { job, matcher, a_used, b_used };
  DoubletBox gap = { 0 };
  guint32    a_block, b_block;

  for (guint i = 0; i < job->regions->len; i++)
    {
      const DoubletBox *box = &g_array_index (job->regions, DoubletRegion, i).box;

      use_blocks (job->a, a_used, box->a_start, box->a_end);
      use_blocks (job->b, b_used, box->b_start, box->b_end);
    }

  a_block = find_headline (job->a, a_used);
  b_block = find_headline (job->b, b_used);
  if (a_block < job->a->n_blocks && b_block < job->b->n_blocks)
    pair (&self, a_block, b_block, regions);

  for (guint i = 0; i <= job->regions->len && !job->cancelled; i++)
    {
      const DoubletRegion *next = i < job->regions->len ? &g_array_index (job->regions, DoubletRegion, i) : NULL;

      if (next != NULL && next->moved)
        continue;
      gap.a_end = next != NULL ? next->box.a_start : job->a->n_tokens;
      gap.b_end = next != NULL ? next->box.b_start : job->b->n_tokens;
      pair_gap (&self, &gap, regions);
      if (next != NULL)
        {
          gap.a_start = next->box.a_end;
          gap.b_start = next->box.b_end;
        }
    }

  if (regions->len > 0)
    g_array_append_vals (job->regions, regions->data, regions->len);
  g_array_sort (job->regions, compare_regions);
}
