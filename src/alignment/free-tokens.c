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

/* How far, up to @end, the state of @start goes on: eight at a time. */
static guint32
find_change (const guint8 *states,
             guint32       start,
             guint32       end)
{
  guint64 pattern = states[start] * G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;

  for (; end - start >= sizeof word; start += sizeof word)
    {
      memcpy (&word, states + start, sizeof word);
      if (word != pattern)
        break;
    }
  while (start < end && states[start] == (guint8)pattern)
    start++;
  return start;
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

  for (guint32 block = 0; block < text->n_blocks; block++)
    {
      guint32 block_end = text->block_first[block + 1];

      for (guint32 start = text->block_first[block], end; start < block_end; start = end)
        {
          DoubletPiece piece = { start, 0, block, n_kept };

          end = find_change (states, start, block_end);
          if (states[start] == KEPT)
            n_kept += end - start;
          if (states[start] != FREE)
            continue;

          piece.end = end;
          piece.is_block = start == text->block_first[block] && end == block_end;
          if (!piece.is_block && MAX_HALF_WORDS * (guint64)(end - start) < least_half_words)
            continue;
          piece.half_words = doublet_alignment_text_half_words (text, start, end);
          if (!piece.is_block && piece.half_words < least_half_words)
            continue;
          piece.weight = doublet_alignment_job_weigh (self->job, text, start, end);
          g_array_append_val (pieces, piece);
        }
    }
  return pieces;
}
