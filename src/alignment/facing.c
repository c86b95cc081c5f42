/* facing.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "facing.h"

#include "heaviest-chain.h"
#include "similarity.h"
#include "smoothing.h"
#include "twins.h"

/*
 * Paragraphs without a pair that face each other, between the same neighbours, compared
 * by the words they share in whatever order: what a longest common subsequence cannot
 * see (sentences that changed places, capitals), or had no reason to.
 *
 * It is done twice.  Before moves are looked for, a paragraph is paired with one that
 * is clearly like it, so that it is not taken to have moved.  Afterwards, among what is
 * left, less is enough: nobody else has a claim to it.
 */

/* See pairing.c.  By words in any order the lowest true pair there has .32, and chance
 * pairs anywhere in the book go up to .2. */
#define ALIKE_SIMILARITY 0.3
#define LEFTOVER_SIMILARITY 0.22

/* If only one paragraph on either side is left between the same neighbours. */
#define ALONE_SIMILARITY 0.15

/* Lines too short to be alike, cells of a table or what somebody says, are pairs by their
 * place alone if there are as many of them on either side between the same neighbours,
 * and only a few: 41 became 42, "No." became "Yes." */
#define LINE_HALF_WORDS 10
#define MAX_LINES 4

/* A paragraph in its place is believed before a better one elsewhere, unless that is
 * better by this factor. */
#define PLACE_BONUS 1.5

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

/* Returns the last of the blocks: the next region often begins where this one ends, at
 * @near or in the block after it. */
static guint32
use_blocks (const DoubletAlignmentText *text,
            guint8                     *used,
            guint32                     start,
            guint32                     end,
            guint32                     near)
{
  guint32 block = MIN (near + 1, text->n_blocks - 1);

  if (start < text->block_first[block] || start >= text->block_first[block + 1])
    block = doublet_alignment_text_find_block (text, start);
  for (; block < text->n_blocks && text->block_first[block] < end; block++)
    used[near = block] = TRUE;
  return near;
}

static void
facing_init (Facing              *self,
             DoubletAlignmentJob *job,
             DoubletTokenMatcher *matcher)
{
  guint32 a_near = 0, b_near = 0;

  self->job = job;
  self->matcher = matcher;
  self->a_used = g_new0 (guint8, job->a->n_blocks);
  self->b_used = g_new0 (guint8, job->b->n_blocks);
  for (guint i = 0; i < job->regions->len; i++)
    {
      const DoubletBox *box = &g_array_index (job->regions, DoubletRegion, i).box;

      a_near = use_blocks (job->a, self->a_used, box->a_start, box->a_end, a_near);
      b_near = use_blocks (job->b, self->b_used, box->b_start, box->b_end, b_near);
    }
}

static int
compare_regions (const void *x,
                 const void *y)
{
  const DoubletBox *left = &((const DoubletRegion *)x)->box;
  const DoubletBox *right = &((const DoubletRegion *)y)->box;

  return (left->a_start > right->a_start) - (left->a_start < right->a_start);
}

static void
facing_clear (Facing *self)
{
  g_array_sort (self->job->regions, compare_regions);
  g_free (self->a_used);
  g_free (self->b_used);
}

/* Paragraphs that no region holds any of; the gap of one is how many regions in place
 * there are before it. */
static GArray *
find_free_blocks (const Facing *self,
                  gboolean      of_a)
{
  const DoubletAlignmentText *text = of_a ? self->job->a : self->job->b;
  const guint8               *used = of_a ? self->a_used : self->b_used;
  const GArray               *regions = self->job->regions;
  GArray                     *pieces = g_array_new (FALSE, FALSE, sizeof (DoubletPiece));
  guint32                     gap = 0;
  guint                       next = 0;

  for (guint32 block = 0; block < text->n_blocks; block++)
    {
      DoubletPiece piece = { text->block_first[block], text->block_first[block + 1], block };

      for (; next < regions->len; next++)
        {
          const DoubletRegion *region = &g_array_index (regions, DoubletRegion, next);

          if (!region->moved && (of_a ? region->box.a_start : region->box.b_start) > piece.start)
            break;
          gap += !region->moved;
        }
      if (used[block] || piece.start == piece.end)
        continue;
      piece.gap = gap;
      piece.weight = doublet_alignment_job_weigh (self->job, text, piece.start, piece.end);
      piece.half_words = doublet_alignment_text_half_words (text, piece.start, piece.end);
      g_array_append_val (pieces, piece);
    }
  return pieces;
}

/* Whether any two pieces stand in the same gap; both arrays are sorted by it. */
static gboolean
any_face (const GArray *a_pieces,
          const GArray *b_pieces)
{
  guint a = 0;
  guint b = 0;

  while (a < a_pieces->len && b < b_pieces->len)
    {
      guint32 a_gap = g_array_index (a_pieces, DoubletPiece, a).gap;
      guint32 b_gap = g_array_index (b_pieces, DoubletPiece, b).gap;

      if (a_gap == b_gap)
        return TRUE;
      if (a_gap < b_gap)
        a++;
      else
        b++;
    }
  return FALSE;
}

static gboolean
is_alone (const GArray *pieces,
          guint         index)
{
  guint32 gap = g_array_index (pieces, DoubletPiece, index).gap;

  return (index == 0 || g_array_index (pieces, DoubletPiece, index - 1).gap != gap) &&
         (index + 1 == pieces->len || g_array_index (pieces, DoubletPiece, index + 1).gap != gap);
}

static void
pair (Facing *self,
      guint32 a_block,
      guint32 b_block)
{
  DoubletAlignmentJob *job = self->job;
  DoubletRegion        region = { { job->a->block_first[a_block],
                                    job->a->block_first[a_block + 1],
                                    job->b->block_first[b_block],
                                    job->b->block_first[b_block + 1] } };

  doublet_token_matcher_run (self->matcher, &region.box);
  doublet_smoothing_set_edits (job, &region);
  g_array_append_val (job->regions, region);
}

/* Pairs the heaviest chain of those items that are in it. */
static void
pair_chain (Facing                 *self,
            const DoubletChainItem *items,
            guint32                 n_items)
{
  guint32             n_chain;
  g_autofree guint32 *chain = doublet_heaviest_chain (items, n_items, &n_chain);

  for (guint32 i = 0; i < n_chain && !self->job->cancelled; i++)
    pair (self, items[chain[i]].a, items[chain[i]].b);
}

/**
 * doublet_facing_pair_alike:
 * @job: a job whose regions in place are there, in order
 * @matcher: for matching what is paired
 *
 * Adds pairs of paragraphs that face each other and are alike to the job's regions.
 */
void
doublet_facing_pair_alike (DoubletAlignmentJob *job,
                           DoubletTokenMatcher *matcher)
{
  Facing self;
  g_autoptr (GArray) a_pieces = NULL;
  g_autoptr (GArray) b_pieces = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autofree DoubletChainItem *items = NULL;
  g_autofree double           *a_best = NULL;
  g_autofree double           *b_best = NULL;
  guint32                      n_items = 0;

  facing_init (&self, job, matcher);
  a_pieces = find_free_blocks (&self, TRUE);
  b_pieces = find_free_blocks (&self, FALSE);
  if (any_face (a_pieces, b_pieces))
    {
      candidates = doublet_similarity_find_candidates (job, a_pieces, b_pieces);
      items = g_new (DoubletChainItem, candidates->len);
      a_best = g_new0 (double, a_pieces->len);
      b_best = g_new0 (double, b_pieces->len);
      for (guint i = 0; i < candidates->len; i++)
        {
          const DoubletCandidate *candidate = &g_array_index (candidates, DoubletCandidate, i);

          a_best[candidate->a] = MAX (a_best[candidate->a], candidate->dice);
          b_best[candidate->b] = MAX (b_best[candidate->b], candidate->dice);
        }
      for (guint i = 0; i < candidates->len; i++)
        {
          const DoubletCandidate *candidate = &g_array_index (candidates, DoubletCandidate, i);
          const DoubletPiece     *a = &g_array_index (a_pieces, DoubletPiece, candidate->a);
          const DoubletPiece     *b = &g_array_index (b_pieces, DoubletPiece, candidate->b);

          if (a->gap == b->gap && candidate->dice >= ALIKE_SIMILARITY && !doublet_twins_part (job, a->block, b->block) &&
              candidate->dice * PLACE_BONUS >= MAX (a_best[candidate->a], b_best[candidate->b]))
            items[n_items++] = (DoubletChainItem){ a->block, b->block, candidate->shared };
        }
      pair_chain (&self, items, n_items);
    }
  facing_clear (&self);
}

/* The article's first block if it looks like a headline and is in no region; else
 * n_blocks. */
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

/* A headline in the place of a headline is a changed headline, whatever it says; by the
 * weight of 1 it gives way to a paragraph further down that is like one of them. */
static void
append_headlines (const Facing *self,
                  GArray       *items)
{
  guint32          a_block = find_headline (self->job->a, self->a_used);
  guint32          b_block = find_headline (self->job->b, self->b_used);
  DoubletChainItem item = { a_block, b_block, 1 };

  if (a_block < self->job->a->n_blocks && b_block < self->job->b->n_blocks)
    g_array_append_val (items, item);
}

/* How many pieces stand in the gap of piece first, or 0 if they are no few short lines. */
static guint
count_lines (const GArray *pieces,
             guint         first)
{
  guint32 gap = g_array_index (pieces, DoubletPiece, first).gap;
  guint   n = 0;

  for (guint i = first; i < pieces->len && g_array_index (pieces, DoubletPiece, i).gap == gap; i++)
    if (++n > MAX_LINES || g_array_index (pieces, DoubletPiece, i).half_words > LINE_HALF_WORDS)
      return 0;
  return n;
}

/* Lines in the place of as many lines; by the weight of 1 they give way to any that are
 * alike. */
static void
append_lines (const GArray *a_pieces,
              const GArray *b_pieces,
              GArray       *items)
{
  guint a = 0;
  guint b = 0;

  while (a < a_pieces->len && b < b_pieces->len)
    {
      guint32 a_gap = g_array_index (a_pieces, DoubletPiece, a).gap;
      guint32 b_gap = g_array_index (b_pieces, DoubletPiece, b).gap;
      guint   n_lines = a_gap == b_gap ? count_lines (a_pieces, a) : 0;

      if (n_lines > 0 && n_lines == count_lines (b_pieces, b))
        for (guint i = 0; i < n_lines; i++)
          {
            DoubletChainItem item = { g_array_index (a_pieces, DoubletPiece, a + i).block,
                                      g_array_index (b_pieces, DoubletPiece, b + i).block,
                                      1 };

            g_array_append_val (items, item);
          }
      for (; a < a_pieces->len && g_array_index (a_pieces, DoubletPiece, a).gap <= MIN (a_gap, b_gap); a++)
        ;
      for (; b < b_pieces->len && g_array_index (b_pieces, DoubletPiece, b).gap <= MIN (a_gap, b_gap); b++)
        ;
    }
}

static int
compare_items (const void *x,
               const void *y)
{
  const DoubletChainItem *left = x;
  const DoubletChainItem *right = y;

  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;
  return (left->b > right->b) - (left->b < right->b);
}

/**
 * doublet_facing_pair_leftovers:
 * @job: a job whose moves are known
 * @matcher: for matching what is paired
 *
 * Adds the pairs of paragraphs that are left facing each other, and of headlines, to
 * the job's regions.
 */
void
doublet_facing_pair_leftovers (DoubletAlignmentJob *job,
                               DoubletTokenMatcher *matcher)
{
  Facing self;
  g_autoptr (GArray) a_pieces = NULL;
  g_autoptr (GArray) b_pieces = NULL;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (DoubletChainItem));

  facing_init (&self, job, matcher);
  a_pieces = find_free_blocks (&self, TRUE);
  b_pieces = find_free_blocks (&self, FALSE);
  if (any_face (a_pieces, b_pieces))
    {
      g_autoptr (GArray) candidates = doublet_similarity_find_candidates (job, a_pieces, b_pieces);

      append_headlines (&self, items);
      for (guint i = 0; i < candidates->len; i++)
        {
          const DoubletCandidate *candidate = &g_array_index (candidates, DoubletCandidate, i);
          const DoubletPiece     *a = &g_array_index (a_pieces, DoubletPiece, candidate->a);
          const DoubletPiece     *b = &g_array_index (b_pieces, DoubletPiece, candidate->b);
          gboolean                alone = is_alone (a_pieces, candidate->a) && is_alone (b_pieces, candidate->b);
          DoubletChainItem        item = { a->block, b->block, 1 + candidate->shared };

          if (a->gap == b->gap && !doublet_twins_part (job, a->block, b->block) && candidate->dice >= (alone ? ALONE_SIMILARITY : LEFTOVER_SIMILARITY))
            g_array_append_val (items, item);
        }
      append_lines (a_pieces, b_pieces, items);
      g_array_sort (items, compare_items);
      pair_chain (&self, (const DoubletChainItem *)(gpointer)items->data, items->len);
    }
  facing_clear (&self);
}
