/* free-tokens.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "free-tokens.h"

#include <string.h>

/* Of a token: see #DoubletToken. */
#define MAX_HALF_WORDS 2

/*
 * What neither an equal run in place nor a move has taken: paragraphs without a pair,
 * and the two sides of edits inside of pairs.
 */
struct _DoubletFreeTokens
{
  const DoubletAlignmentJob *job;
  guint8                    *a; /* n_a: State */
  guint8                    *b;
};

typedef enum
{
  FREE,
  KEPT, /* in place */
  MOVED,
} State;

static void
keep_equal_runs (DoubletFreeTokens   *self,
                 const DoubletRegion *region)
{
  guint32 a = region->box.a_start;
  guint32 b = region->box.b_start;

  for (guint32 i = 0; i <= region->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit = NULL;
      guint32                     n_equal;

      if (i < region->n_edits)
        edit = &g_array_index (self->job->edits, DoubletAlignmentEdit, region->first_edit + i);
      n_equal = (edit != NULL ? edit->a_start : region->box.a_end) - a;
      memset (self->a + a, KEPT, n_equal);
      memset (self->b + b, KEPT, n_equal);
      if (edit != NULL)
        {
          a = edit->a_end;
          b = edit->b_end;
        }
    }
}

/**
 * doublet_free_tokens_new:
 * @job: a job whose regions have their edits; borrowed
 *
 * Returns: (transfer full): what is free after them
 */
DoubletFreeTokens *
doublet_free_tokens_new (const DoubletAlignmentJob *job)
{
  DoubletFreeTokens *self = g_new0 (DoubletFreeTokens, 1);

  self->job = job;
  self->a = g_new0 (guint8, (gsize)job->a->n_tokens + 1);
  self->b = g_new0 (guint8, (gsize)job->b->n_tokens + 1);
  for (guint i = 0; i < job->regions->len; i++)
    {
      const DoubletRegion *region = &g_array_index (job->regions, DoubletRegion, i);

      if (!region->moved)
        keep_equal_runs (self, region);
    }
  for (guint i = 0; i < job->regions->len; i++)
    {
      const DoubletRegion *region = &g_array_index (job->regions, DoubletRegion, i);

      if (region->moved)
        doublet_free_tokens_take (self, &region->box);
    }
  return self;
}

/**
 * doublet_free_tokens_free:
 * @self: (transfer full): free tokens
 */
void
doublet_free_tokens_free (DoubletFreeTokens *self)
{
  g_free (self->a);
  g_free (self->b);
  g_free (self);
}

/**
 * doublet_free_tokens_take:
 * @self: free tokens
 * @box: ranges that moved
 *
 * The tokens of @box are no longer free.
 */
void
doublet_free_tokens_take (DoubletFreeTokens *self,
                          const DoubletBox  *box)
{
  memset (self->a + box->a_start, MOVED, box->a_end - box->a_start);
  memset (self->b + box->b_start, MOVED, box->b_end - box->b_start);
}

/**
 * doublet_free_tokens_has_block:
 * @self: free tokens
 * @of_a: whether of a or of b
 * @block: a paragraph of it
 *
 * Returns: whether all of @block is free and there is something in it
 */
gboolean
doublet_free_tokens_has_block (const DoubletFreeTokens *self,
                               gboolean                 of_a,
                               guint32                  block)
{
  const DoubletAlignmentText *text = of_a ? self->job->a : self->job->b;
  const guint8               *states = of_a ? self->a : self->b;
  guint32                     start = text->block_first[block];
  guint32                     end = text->block_first[block + 1];

  for (guint32 i = start; i < end; i++)
    if (states[i] != FREE)
      return FALSE;
  return start < end;
}

/* The first free run between @at and @end that is no shorter than @least; empty and at
 * the end if there is none.  A run of so many holds one of every so many places, so most
 * of what is kept is passed without looking at it. */
static void
find_free_run (const guint8 *states,
               guint32       at,
               guint32       end,
               guint32       least,
               guint32      *run_start,
               guint32      *run_end)
{
  for (guint32 i = at; end - i >= least; i += least)
    {
      guint32 start = i + least - 1;
      guint32 stop = i + least;

      if (states[start] != FREE)
        continue;
      while (start > at && states[start - 1] == FREE)
        start--;
      while (stop < end && states[stop] == FREE)
        stop++;
      if (stop - start >= least)
        {
          *run_start = start;
          *run_end = stop;
          return;
        }
    }
  *run_start = *run_end = end;
}

static guint32
count_kept (const guint8 *states,
            guint32       start,
            guint32       end)
{
  guint32 n = 0;

  for (guint32 i = start; i < end; i++)
    n += states[i] == KEPT;
  return n;
}

/**
 * doublet_free_tokens_find_pieces:
 * @self: free tokens
 * @of_a: whether of a or of b
 * @least_half_words: how long a piece must be that is not a whole paragraph
 *
 * A piece is never more than one paragraph.  Its gap is the number of tokens before it
 * that were kept in place: two pieces with the same gap face each other.
 *
 * Returns: (transfer full): an array of #DoubletPiece, in order
 */
GArray *
doublet_free_tokens_find_pieces (const DoubletFreeTokens *self,
                                 gboolean                 of_a,
                                 guint32                  least_half_words)
{
  const DoubletAlignmentText *text = of_a ? self->job->a : self->job->b;
  const guint8               *states = of_a ? self->a : self->b;
  GArray                     *pieces = g_array_new (FALSE, FALSE, sizeof (DoubletPiece));
  guint32                     n_kept = 0;
  guint32                     counted = 0; /* end of what is in n_kept */

  for (guint32 block = 0; block < text->n_blocks; block++)
    {
      guint32 block_start = text->block_first[block];
      guint32 block_end = text->block_first[block + 1];
      guint32 least = MAX ((least_half_words + MAX_HALF_WORDS - 1) / MAX_HALF_WORDS, 1);
      guint32 start = block_start, end;

      /* However short, if it is all of the paragraph. */
      least = CLAMP (least, 1, MAX (block_end - block_start, 1));
      for (;; start = end)
        {
          DoubletPiece piece = { 0 };

          find_free_run (states, start, block_end, least, &start, &end);
          if (start == end)
            break;
          n_kept += count_kept (states, counted, start);
          counted = start;
          piece = (DoubletPiece){ start, end, block, n_kept };
          piece.is_block = start == block_start && end == block_end;
          piece.half_words = doublet_alignment_text_half_words (text, start, end);
          if (!piece.is_block && piece.half_words < least_half_words)
            continue;
          piece.weight = doublet_alignment_job_weigh (self->job, text, start, end);
          g_array_append_val (pieces, piece);
        }
    }
  return pieces;
}
