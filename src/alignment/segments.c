/* segments.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "segments.h"

#include "edit-script.h"

#include <stdlib.h>

/*
 * From regions to segments: both articles are walked from their start to their end.
 * What no region holds is added or removed, paragraph by paragraph.  A region in place
 * is one segment unless a part of it moved: then it is cut there, and the rest of an
 * edit that lost a part stays with what stands before the cut, or after it if nothing
 * does.
 */
typedef struct
{
  const DoubletAlignmentJob *job;
  GArray                    *drafts;  /* DoubletSegmentDraft */
  GArray                    *edits;   /* DoubletAlignmentEdit, those of the drafts */
  guint32                   *a_moves; /* the moved regions by a_start; n_moves */
  guint32                   *b_moves;
  guint32                    n_moves;
  guint32                    next_a_move; /* into a_moves: the first that has not been passed */
  guint32                    next_b_move;
} Segmenter;

static const DoubletRegion *
get_region (const Segmenter *self,
            guint32          index)
{
  return &g_array_index (self->job->regions, DoubletRegion, index);
}

static const DoubletRegion *
peek_a_move (const Segmenter *self)
{
  return self->next_a_move < self->n_moves ? get_region (self, self->a_moves[self->next_a_move]) : NULL;
}

static const DoubletRegion *
peek_b_move (const Segmenter *self)
{
  return self->next_b_move < self->n_moves ? get_region (self, self->b_moves[self->next_b_move]) : NULL;
}

static void
append_draft (Segmenter          *self,
              DoubletSegmentDraft draft)
{
  draft.segment.has_a = draft.segment.a_start < draft.segment.a_end;
  draft.segment.has_b = draft.segment.b_start < draft.segment.b_end;
  if (draft.segment.has_a || draft.segment.has_b)
    g_array_append_val (self->drafts, draft);
}

static guint32
copy_edits (Segmenter           *self,
            const DoubletRegion *region)
{
  guint32 first = self->edits->len;

  if (region->n_edits > 0)
    g_array_append_vals (self->edits,
                         &g_array_index (self->job->edits, DoubletAlignmentEdit, region->first_edit),
                         region->n_edits);
  return first;
}

/* A range of one article that stands nowhere on the other side in this place: parts of
 * it that moved, and the rest, cut at the borders of paragraphs. */
static void
append_alone (Segmenter *self,
              guint32    start,
              guint32    end,
              gboolean   of_a)
{
  const DoubletAlignmentText *text = of_a ? self->job->a : self->job->b;
  guint32                    *next_move = of_a ? &self->next_a_move : &self->next_b_move;
  const guint32              *moves = of_a ? self->a_moves : self->b_moves;

  while (start < end)
    {
      const DoubletRegion *move = *next_move < self->n_moves ? get_region (self, moves[*next_move]) : NULL;
      guint32              move_start = move == NULL ? end : of_a ? move->box.a_start
                                                                  : move->box.b_start;
      guint32              block = doublet_alignment_text_find_block (text, start);
      guint32              stop = MIN (end, text->block_first[block + 1]);
      DoubletSegmentDraft  draft = { { of_a ? DOUBLET_SEGMENT_REMOVED : DOUBLET_SEGMENT_ADDED } };

      if (move_start == start)
        {
          stop = of_a ? move->box.a_end : move->box.b_end;
          draft.segment.kind = DOUBLET_SEGMENT_MOVED;
          draft.segment.move = moves[*next_move] + 1;
          (*next_move)++;
        }
      else
        stop = MIN (stop, move_start);

      if (of_a)
        draft.segment.a_start = start, draft.segment.a_end = stop;
      else
        draft.segment.b_start = start, draft.segment.b_end = stop;
      append_draft (self, draft);
      start = stop;
    }
}

/* The segment that is being made of a region in place. */
typedef struct
{
  guint32 a_start;
  guint32 b_start;
  guint32 first_edit;
} Open;

static void
append_edit (Segmenter *self,
             guint32    a_start,
             guint32    a_end,
             guint32    b_start,
             guint32    b_end)
{
  DoubletAlignmentEdit edit = { 0, a_start, a_end, b_start, b_end };

  if (a_start == a_end && b_start == b_end)
    return;
  edit.kind = doublet_edit_script_get_kind (&edit);
  g_array_append_val (self->edits, edit);
}

/* Ends the open segment at a_end and b_end. */
static void
close_segment (Segmenter  *self,
               const Open *open,
               guint32     a_end,
               guint32     b_end)
{
  DoubletSegmentDraft draft = { { DOUBLET_SEGMENT_SAME } };

  if (open->a_start == a_end || open->b_start == b_end)
    {
      /* Nothing in common is left. */
      g_array_set_size (self->edits, open->first_edit);
      append_alone (self, open->a_start, a_end, TRUE);
      append_alone (self, open->b_start, b_end, FALSE);
      return;
    }
  draft.segment.a_start = open->a_start;
  draft.segment.a_end = a_end;
  draft.segment.b_start = open->b_start;
  draft.segment.b_end = b_end;
  draft.segment.n_edits = self->edits->len - open->first_edit;
  draft.segment.kind = draft.segment.n_edits > 0 ? DOUBLET_SEGMENT_CHANGED : DOUBLET_SEGMENT_SAME;
  draft.first_edit = open->first_edit;
  append_draft (self, draft);
}

/* Where the moves inside start to end begin and end altogether; both are where nothing
 * moved if there are none. */
static void
find_moved_span (const Segmenter *self,
                 gboolean         of_a,
                 guint32          end,
                 guint32          otherwise,
                 guint32         *span_start,
                 guint32         *span_end)
{
  const guint32 *moves = of_a ? self->a_moves : self->b_moves;

  *span_start = *span_end = otherwise;
  for (guint32 i = of_a ? self->next_a_move : self->next_b_move, n = 0; i < self->n_moves; i++, n++)
    {
      const DoubletBox *box = &get_region (self, moves[i])->box;

      if ((of_a ? box->a_start : box->b_start) >= end)
        break;
      if (n == 0)
        *span_start = of_a ? box->a_start : box->b_start;
      *span_end = of_a ? box->a_end : box->b_end;
    }
}

static void
append_in_place (Segmenter           *self,
                 const DoubletRegion *region)
{
  Open open = { region->box.a_start, region->box.b_start, self->edits->len };

  for (guint32 i = 0; i < region->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit;
      const DoubletRegion        *a_move = peek_a_move (self);
      const DoubletRegion        *b_move = peek_b_move (self);
      gboolean                    a_moved, b_moved;
      gboolean                    at_start;
      guint32                     a_cut, a_go_on, b_cut, b_go_on;

      edit = &g_array_index (self->job->edits, DoubletAlignmentEdit, region->first_edit + i);
      a_moved = a_move != NULL && a_move->box.a_start < edit->a_end;
      b_moved = b_move != NULL && b_move->box.b_start < edit->b_end;
      if (!a_moved && !b_moved)
        {
          append_edit (self, edit->a_start, edit->a_end, edit->b_start, edit->b_end);
          continue;
        }

      at_start = edit->a_start == open.a_start || edit->b_start == open.b_start;
      find_moved_span (self, TRUE, edit->a_end, at_start ? edit->a_start : edit->a_end, &a_cut, &a_go_on);
      find_moved_span (self, FALSE, edit->b_end, at_start ? edit->b_start : edit->b_end, &b_cut, &b_go_on);
      append_edit (self, edit->a_start, a_cut, edit->b_start, b_cut);
      close_segment (self, &open, a_cut, b_cut);
      append_alone (self, a_cut, a_go_on, TRUE);
      append_alone (self, b_cut, b_go_on, FALSE);
      open = (Open){ a_go_on, b_go_on, self->edits->len };
      append_edit (self, a_go_on, edit->a_end, b_go_on, edit->b_end);
    }
  close_segment (self, &open, region->box.a_end, region->box.b_end);
}

static int
compare_by_a (gconstpointer x,
              gconstpointer y,
              gpointer      user_data)
{
  const GArray *regions = user_data;
  guint32       left = g_array_index (regions, DoubletRegion, *(const guint32 *)x).box.a_start;
  guint32       right = g_array_index (regions, DoubletRegion, *(const guint32 *)y).box.a_start;

  return (left > right) - (left < right);
}

static int
compare_by_b (gconstpointer x,
              gconstpointer y,
              gpointer      user_data)
{
  const GArray *regions = user_data;
  guint32       left = g_array_index (regions, DoubletRegion, *(const guint32 *)x).box.b_start;
  guint32       right = g_array_index (regions, DoubletRegion, *(const guint32 *)y).box.b_start;

  return (left > right) - (left < right);
}

static void
find_moves (Segmenter *self)
{
  GArray *regions = self->job->regions;

  self->a_moves = g_new (guint32, regions->len);
  self->b_moves = g_new (guint32, regions->len);
  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, DoubletRegion, i).moved)
      self->a_moves[self->n_moves] = self->b_moves[self->n_moves] = i, self->n_moves++;
  g_qsort_with_data (self->a_moves, self->n_moves, sizeof (guint32), compare_by_a, regions);
  g_qsort_with_data (self->b_moves, self->n_moves, sizeof (guint32), compare_by_b, regions);
}

/* The edits of a move are those of both of its segments. */
static void
set_edits_of_moves (Segmenter *self)
{
  g_autofree guint32 *first_edits = g_new (guint32, self->job->regions->len);

  for (guint32 i = 0; i < self->n_moves; i++)
    first_edits[self->a_moves[i]] = copy_edits (self, get_region (self, self->a_moves[i]));
  for (guint i = 0; i < self->drafts->len; i++)
    {
      DoubletSegmentDraft *draft = &g_array_index (self->drafts, DoubletSegmentDraft, i);

      if (draft->segment.move == 0)
        continue;
      draft->first_edit = first_edits[draft->segment.move - 1];
      draft->segment.n_edits = get_region (self, draft->segment.move - 1)->n_edits;
    }
}

/**
 * doublet_segments_make:
 * @job: a job whose regions are complete, those in place in order
 * @kept: how many tokens were matched before smoothing
 *
 * Returns: (transfer full): the alignment
 */
DoubletAlignment *
doublet_segments_make (const DoubletAlignmentJob *job,
                       guint64                    kept)
{
  Segmenter         self = { job };
  DoubletAlignment  figures = { NULL };
  DoubletAlignment *alignment;
  guint32           a = 0;
  guint32           b = 0;

  self.drafts = g_array_new (FALSE, FALSE, sizeof (DoubletSegmentDraft));
  self.edits = g_array_new (FALSE, FALSE, sizeof (DoubletAlignmentEdit));
  find_moves (&self);

  for (guint i = 0; i < job->regions->len; i++)
    {
      const DoubletRegion *region = get_region (&self, i);

      if (region->moved)
        continue;
      append_alone (&self, a, region->box.a_start, TRUE);
      append_alone (&self, b, region->box.b_start, FALSE);
      append_in_place (&self, region);
      a = region->box.a_end;
      b = region->box.b_end;
    }
  append_alone (&self, a, job->a->n_tokens, TRUE);
  append_alone (&self, b, job->b->n_tokens, FALSE);
  set_edits_of_moves (&self);

  figures.n_a = job->a->n_tokens;
  figures.n_b = job->b->n_tokens;
  figures.kept = kept;
  figures.capped = job->capped;
  alignment = doublet_alignment_new_arranged (self.drafts, self.edits, &figures);

  g_array_unref (self.drafts);
  g_array_unref (self.edits);
  g_free (self.a_moves);
  g_free (self.b_moves);
  return alignment;
}
