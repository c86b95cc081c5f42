/* mirror.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "segments.h"

/*
 * The one order of segments, and the result as an object.
 *
 * Between two segments that stand on both sides there are those of a alone and those
 * of b alone, and nothing says which of them come first.  Here those of a do.  The
 * rule looks at nothing but the segments, so the mirror of a mirror is the original.
 */

/* What a result owns beside what all may see. */
typedef struct
{
  DoubletAlignment public;
  DoubletSegment       *segments;
  DoubletAlignmentEdit *edits;
  guint32               n_edits;
} Alignment;

static void
alignment_clear (gpointer data)
{
  Alignment *self = data;

  g_free (self->segments);
  g_free (self->edits);
}

static gboolean
is_on_both (const DoubletSegment *segment)
{
  return segment->has_a && segment->has_b;
}

/* Copies those drafts of first to end that stand on one side alone. */
static guint
copy_alone (const GArray        *drafts,
            guint                first,
            guint                end,
            gboolean             of_a,
            DoubletSegmentDraft *out)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const DoubletSegmentDraft *draft = &g_array_index (drafts, DoubletSegmentDraft, i);

      if (draft->segment.has_a == of_a)
        out[n++] = *draft;
    }
  return n;
}

static void
arrange (GArray *drafts)
{
  g_autofree DoubletSegmentDraft *arranged = g_new (DoubletSegmentDraft, drafts->len);
  guint                           n = 0;
  guint32                         a = 0;
  guint32                         b = 0;

  for (guint i = 0, end; i < drafts->len; i = end)
    {
      for (end = i; end < drafts->len; end++)
        if (is_on_both (&g_array_index (drafts, DoubletSegmentDraft, end).segment))
          break;
      n += copy_alone (drafts, i, end, TRUE, arranged + n);
      n += copy_alone (drafts, i, end, FALSE, arranged + n);
      if (end < drafts->len)
        arranged[n++] = g_array_index (drafts, DoubletSegmentDraft, end++);
    }

  for (guint i = 0; i < n; i++)
    {
      DoubletSegment *segment = &arranged[i].segment;

      if (!segment->has_a)
        segment->a_start = segment->a_end = a;
      if (!segment->has_b)
        segment->b_start = segment->b_end = b;
      a = segment->a_end;
      b = segment->b_end;
      g_array_index (drafts, DoubletSegmentDraft, i) = arranged[i];
    }
}

/* Moves are numbered in the order in which they first come. */
static guint32
number_moves (DoubletSegment *segments,
              guint32         n_segments)
{
  g_autofree guint32 *first_of = NULL;
  guint32             n_moves = 0;
  guint32             highest = 0;

  for (guint32 i = 0; i < n_segments; i++)
    highest = MAX (highest, segments[i].move);
  first_of = g_new (guint32, (gsize)highest + 1);
  for (guint32 i = 0; i <= highest; i++)
    first_of[i] = G_MAXUINT32;

  for (guint32 i = 0; i < n_segments; i++)
    {
      DoubletSegment *segment = &segments[i];
      guint32         first;

      if (segment->move == 0)
        continue;
      first = first_of[segment->move];
      if (first == G_MAXUINT32)
        {
          first_of[segment->move] = i;
          segment->move = ++n_moves;
          continue;
        }
      segment->partner = first;
      segment->move = segments[first].move;
      segments[first].partner = i;
    }
  return n_moves;
}

/**
 * doublet_alignment_new_arranged:
 * @drafts: array of #DoubletSegmentDraft, in order on either side; rearranged
 * @edits: array of #DoubletAlignmentEdit
 * @figures: n_a, n_b, kept and capped of it are taken over
 *
 * Returns: (transfer full): the result, with all places, numbers and partners set
 */
DoubletAlignment *
doublet_alignment_new_arranged (GArray                 *drafts,
                                GArray                 *edits,
                                const DoubletAlignment *figures)
{
  Alignment *self = g_atomic_rc_box_new0 (Alignment);

  arrange (drafts);
  self->n_edits = edits->len;
  self->edits = g_memdup2 (edits->data, (gsize)edits->len * sizeof (DoubletAlignmentEdit));
  self->segments = g_new (DoubletSegment, drafts->len);
  for (guint i = 0; i < drafts->len; i++)
    {
      const DoubletSegmentDraft *draft = &g_array_index (drafts, DoubletSegmentDraft, i);

      self->segments[i] = draft->segment;
      self->segments[i].edits = draft->segment.n_edits > 0 ? self->edits + draft->first_edit : NULL;
    }

  self->public = *figures;
  self->public.segments = self->segments;
  self->public.n_segments = drafts->len;
  self->public.n_moves = number_moves (self->segments, drafts->len);
  return &self->public;
}

static void
swap_edit (DoubletAlignmentEdit *edit)
{
  DoubletAlignmentEdit from = *edit;

  *edit = (DoubletAlignmentEdit){ from.kind, from.b_start, from.b_end, from.a_start, from.a_end };
  if (from.kind == DOUBLET_ALIGNMENT_EDIT_ADDED)
    edit->kind = DOUBLET_ALIGNMENT_EDIT_REMOVED;
  else if (from.kind == DOUBLET_ALIGNMENT_EDIT_REMOVED)
    edit->kind = DOUBLET_ALIGNMENT_EDIT_ADDED;
}

static void
swap_segment (DoubletSegment *segment)
{
  DoubletSegment from = *segment;

  segment->has_a = from.has_b;
  segment->has_b = from.has_a;
  segment->a_start = from.b_start;
  segment->a_end = from.b_end;
  segment->b_start = from.a_start;
  segment->b_end = from.a_end;
  if (from.kind == DOUBLET_SEGMENT_ADDED)
    segment->kind = DOUBLET_SEGMENT_REMOVED;
  else if (from.kind == DOUBLET_SEGMENT_REMOVED)
    segment->kind = DOUBLET_SEGMENT_ADDED;
}

/**
 * doublet_alignment_new_mirrored:
 * @self: an alignment of a with b
 *
 * Returns: (transfer full): the alignment of b with a
 */
DoubletAlignment *
doublet_alignment_new_mirrored (const DoubletAlignment *self)
{
  const Alignment *from = (const Alignment *)self;
  g_autoptr (GArray) drafts = NULL;
  g_autoptr (GArray) edits = NULL;
  DoubletAlignment figures = *self;

  g_return_val_if_fail (self != NULL, NULL);

  drafts = g_array_sized_new (FALSE, FALSE, sizeof (DoubletSegmentDraft), self->n_segments);
  edits = g_array_sized_new (FALSE, FALSE, sizeof (DoubletAlignmentEdit), from->n_edits);
  for (guint32 i = 0; i < self->n_segments; i++)
    {
      DoubletSegmentDraft draft = { self->segments[i] };

      if (draft.segment.n_edits > 0)
        draft.first_edit = draft.segment.edits - from->edits;
      swap_segment (&draft.segment);
      g_array_append_val (drafts, draft);
    }
  for (guint32 i = 0; i < from->n_edits; i++)
    {
      DoubletAlignmentEdit edit = from->edits[i];

      swap_edit (&edit);
      g_array_append_val (edits, edit);
    }

  figures.n_a = self->n_b;
  figures.n_b = self->n_a;
  return doublet_alignment_new_arranged (drafts, edits, &figures);
}

/**
 * doublet_alignment_ref:
 * @self: an alignment
 *
 * Returns: (transfer full): @self
 */
DoubletAlignment *
doublet_alignment_ref (DoubletAlignment *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * doublet_alignment_unref:
 * @self: (transfer full): an alignment
 */
void
doublet_alignment_unref (DoubletAlignment *self)
{
  g_atomic_rc_box_release_full (self, alignment_clear);
}
