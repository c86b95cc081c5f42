/* marks.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "marks.h"

#include "left-out.h"

/*
 * Occurrences overlap; what is drawn cannot.  A sweep over their borders keeps the
 * open ones in a heap by the finding's number, which is its rank by length, so each
 * stretch belongs to the longest passage that covers it: O(n log n).
 */
typedef struct
{
  guint32             finding;
  guint32             place_index;
  const DoubletPlace *place;
  gboolean            started; /* its number has been given to a span */
} OpenPlace;

static gboolean
is_shown (const guint *columns,
          guint        n_columns,
          guint        article)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] == article)
      return TRUE;
  return columns == NULL;
}

/**
 * doublet_marks_wants_finding:
 * @finding: a passage
 * @scope: which passages are marked
 * @columns: (array length=n_columns) (nullable): the articles that are shown; %NULL, and
 *   0 of them, for all
 * @n_columns: how many
 *
 * Returns: whether @finding relates two of the articles shown, or repeats in one of
 *   them, as @scope asks
 */
gboolean
doublet_marks_wants_finding (const DoubletFinding *finding,
                             DoubletMarksScope     scope,
                             const guint          *columns,
                             guint                 n_columns)
{
  guint n_shown = 0;

  /* Places of one article stand together. */
  for (guint32 i = 0, next; i < finding->n_places; i = next)
    {
      guint article = finding->places[i].article;

      for (next = i + 1; next < finding->n_places && finding->places[next].article == article; next++)
        ;
      if (!is_shown (columns, n_columns, article))
        continue;
      if (scope != DOUBLET_MARKS_SHARED && (next - i > 1 || finding->period > 0))
        return TRUE;
      n_shown++;
    }
  return scope != DOUBLET_MARKS_REPEATED && n_shown > 1;
}

static int
compare_by_start (gconstpointer a,
                  gconstpointer b)
{
  const OpenPlace *x = a;
  const OpenPlace *y = b;

  if (x->place->start != y->place->start)
    return x->place->start < y->place->start ? -1 : 1;
  return x->finding < y->finding ? -1 : x->finding > y->finding;
}

/* The places of article that are to be marked, by start. */
static GArray *
collect_places (const DoubletCollation *collation,
                guint                   article,
                DoubletMarksScope       scope,
                const guint            *columns,
                guint                   n_columns)
{
  GArray               *places = g_array_new (FALSE, FALSE, sizeof (OpenPlace));
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  for (guint i = 0; i < n_findings; i++)
    {
      if (!doublet_marks_wants_finding (&findings[i], scope, columns, n_columns))
        continue;
      for (guint32 j = 0; j < findings[i].n_places; j++)
        if (findings[i].places[j].article == article)
          {
            OpenPlace place = { i, j, &findings[i].places[j], FALSE };

            g_array_append_val (places, place);
          }
    }
  g_array_sort (places, compare_by_start);
  return places;
}

static gboolean
ranks_before (GArray *places,
              guint   x,
              guint   y)
{
  return g_array_index (places, OpenPlace, x).finding < g_array_index (places, OpenPlace, y).finding;
}

/* A binary heap of indices into places, the longest passage on top. */
static void
heap_push (GArray *heap,
           GArray *places,
           guint   item)
{
  guint i = heap->len;

  g_array_append_val (heap, item);
  while (i > 0 && ranks_before (places, item, g_array_index (heap, guint, (i - 1) / 2)))
    {
      g_array_index (heap, guint, i) = g_array_index (heap, guint, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  g_array_index (heap, guint, i) = item;
}

static void
heap_pop (GArray *heap,
          GArray *places)
{
  guint item = g_array_index (heap, guint, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->len && ranks_before (places, g_array_index (heap, guint, child + 1), g_array_index (heap, guint, child)))
        child++;
      if (!ranks_before (places, g_array_index (heap, guint, child), item))
        break;
      g_array_index (heap, guint, i) = g_array_index (heap, guint, child);
      i = child;
    }
  if (heap->len > 0)
    g_array_index (heap, guint, i) = item;
}

static void
append_span (GArray          *marks,
             guint32          start,
             guint32          end,
             DoubletMarkFlags flags,
             const OpenPlace *open)
{
  DoubletMark mark = { start, end, flags, open->finding, open->place_index };

  if (start < end)
    g_array_append_val (marks, mark);
}

/* One stretch of the topmost passage, parted where the place differs from its
 * reference. */
static void
append_stretch (GArray    *marks,
                guint32    start,
                guint32    end,
                OpenPlace *open)
{
  DoubletMarkFlags    flags = DOUBLET_MARK_PASSAGE | (open->started ? DOUBLET_MARK_NONE : DOUBLET_MARK_STARTS);
  const DoubletPlace *place = open->place;
  guint               first = marks->len;

  for (guint32 i = 0; i < place->n_edits && start < end; i++)
    {
      guint32 edit_start = MAX (place->edits[i].here_start, start);
      guint32 edit_end = MIN (place->edits[i].here_end, end);

      if (edit_start >= edit_end)
        continue;
      append_span (marks, start, edit_start, DOUBLET_MARK_PASSAGE, open);
      append_span (marks, edit_start, edit_end, DOUBLET_MARK_PASSAGE | DOUBLET_MARK_DIFFERS, open);
      start = edit_end;
    }
  append_span (marks, start, end, DOUBLET_MARK_PASSAGE, open);

  if (marks->len > first)
    {
      g_array_index (marks, DoubletMark, first).flags |= flags;
      open->started = TRUE;
    }
}

/**
 * doublet_marks_for_passages:
 * @collation: a collation with passages
 * @article: the article to be marked
 * @scope: which passages are marked
 * @columns: (array length=n_columns) (nullable): the articles that are shown, as for
 *   doublet_marks_wants_finding()
 * @n_columns: how many
 *
 * Returns: (transfer full): an array of #DoubletMark
 */
GArray *
doublet_marks_for_passages (const DoubletCollation *collation,
                            guint                   article,
                            DoubletMarksScope       scope,
                            const guint            *columns,
                            guint                   n_columns)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (DoubletMark));
  g_autoptr (GArray) places = collect_places (collation, article, scope, columns, n_columns);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   next = 0;
  guint32 at = 0;

  while (next < places->len || heap->len > 0)
    {
      OpenPlace *top;
      guint32    until;

      if (heap->len == 0)
        at = MAX (at, g_array_index (places, OpenPlace, next).place->start);
      for (; next < places->len && g_array_index (places, OpenPlace, next).place->start <= at; next++)
        heap_push (heap, places, next);

      top = &g_array_index (places, OpenPlace, g_array_index (heap, guint, 0));
      if (top->place->end <= at)
        {
          heap_pop (heap, places);
          continue;
        }
      until = top->place->end;
      /* Only a longer passage that begins takes over. */
      while (next < places->len && g_array_index (places, OpenPlace, next).place->start < until && g_array_index (places, OpenPlace, next).finding >= top->finding)
        heap_push (heap, places, next++);
      top = &g_array_index (places, OpenPlace, g_array_index (heap, guint, 0));
      if (next < places->len)
        until = MIN (until, g_array_index (places, OpenPlace, next).place->start);
      append_stretch (marks, at, until, top);
      at = until;
    }
  return doublet_left_out_cut (collation, article, marks);
}

/* The bytes of tokens start to end of an article. */
static void
append_tokens (GArray              *marks,
               const DoubletTokens *tokens,
               guint32              start,
               guint32              end,
               DoubletMarkFlags     flags)
{
  DoubletMark mark = { .flags = flags, .passage = DOUBLET_NO_PASSAGE };

  if (start >= end)
    return;
  mark.start = tokens->tokens[start].start;
  mark.end = doublet_token_get_end (&tokens->tokens[end - 1]);
  g_array_append_val (marks, mark);
}

static void
append_segment (GArray               *marks,
                const DoubletTokens  *tokens,
                const DoubletSegment *segment,
                const guint8         *facts,
                gboolean              side_b)
{
  guint32          at = side_b ? segment->b_start : segment->a_start;
  guint32          end = side_b ? segment->b_end : segment->a_end;
  DoubletMarkFlags around = segment->kind == DOUBLET_SEGMENT_MOVED ? DOUBLET_MARK_MOVED : DOUBLET_MARK_NONE;
  DoubletMarkFlags inside = around | (side_b ? DOUBLET_MARK_INSERTED : DOUBLET_MARK_DELETED);

  if (segment->kind == DOUBLET_SEGMENT_ADDED || segment->kind == DOUBLET_SEGMENT_REMOVED)
    {
      append_tokens (marks, tokens, at, end, DOUBLET_MARK_ONLY_HERE);
      return;
    }
  for (guint32 i = 0; i < segment->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit = &segment->edits[i];
      guint32                     edit_start = side_b ? edit->b_start : edit->a_start;
      guint32                     edit_end = side_b ? edit->b_end : edit->a_end;

      if (around != DOUBLET_MARK_NONE)
        append_tokens (marks, tokens, at, edit_start, around);
      if (edit_start < edit_end)
        append_tokens (marks, tokens, edit_start, edit_end, inside | (facts != NULL && facts[i] != 0 ? DOUBLET_MARK_FACT : DOUBLET_MARK_NONE));
      at = MAX (at, edit_end);
    }
  if (around != DOUBLET_MARK_NONE)
    append_tokens (marks, tokens, at, end, around);
}

/**
 * doublet_marks_for_differences:
 * @collation: a collation
 * @alignment: the alignment of @a with @b
 * @facts: (nullable): of its edits, from doublet_edit_facts_new(); %NULL if no mark need
 *   tell of facts
 * @a: number of an article
 * @b: number of another one
 * @side_b: whether the marks of @b are wanted, not those of @a
 *
 * Returns: (transfer full): an array of #DoubletMark
 */
GArray *
doublet_marks_for_differences (const DoubletCollation *collation,
                               const DoubletAlignment *alignment,
                               const guint8           *facts,
                               guint                   a,
                               guint                   b,
                               gboolean                side_b)
{
  GArray              *marks = g_array_new (FALSE, FALSE, sizeof (DoubletMark));
  const DoubletTokens *tokens = doublet_collation_get_tokens (collation, side_b ? b : a);

  for (guint32 i = 0; i < alignment->n_segments; i++)
    {
      const DoubletSegment *segment = &alignment->segments[i];

      if (side_b ? segment->has_b : segment->has_a)
        append_segment (marks, tokens, segment, facts, side_b);
      if (facts != NULL)
        facts += segment->n_edits;
    }
  return marks;
}

/**
 * doublet_marks_merge:
 * @passages: an array of #DoubletMark
 * @differences: another of the same article
 *
 * Returns: (transfer full): both at once: spans parted at the borders of either, with
 *   the flags of both and the passage of the first
 */
GArray *
doublet_marks_merge (const GArray *passages,
                     const GArray *differences)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (DoubletMark));
  guint   i = 0;
  guint   j = 0;
  guint32 at = 0;

  while (i < passages->len || j < differences->len)
    {
      const DoubletMark *x = i < passages->len ? &g_array_index (passages, DoubletMark, i) : NULL;
      const DoubletMark *y = j < differences->len ? &g_array_index (differences, DoubletMark, j) : NULL;
      guint32            x_start = x != NULL ? MAX (x->start, at) : G_MAXUINT32;
      guint32            y_start = y != NULL ? MAX (y->start, at) : G_MAXUINT32;
      DoubletMark        mark = { .start = MIN (x_start, y_start), .end = G_MAXUINT32, .passage = DOUBLET_NO_PASSAGE };

      if (x_start == mark.start)
        {
          mark.flags |= x->flags;
          mark.passage = x->passage;
          mark.place = x->place;
          if (x->start < at)
            mark.flags &= ~DOUBLET_MARK_STARTS;
        }
      if (y_start == mark.start)
        mark.flags |= y->flags;
      if (x != NULL)
        mark.end = MIN (mark.end, x_start == mark.start ? x->end : x_start);
      if (y != NULL)
        mark.end = MIN (mark.end, y_start == mark.start ? y->end : y_start);

      g_array_append_val (merged, mark);
      at = mark.end;
      if (x != NULL && x->end <= at)
        i++;
      if (y != NULL && y->end <= at)
        j++;
    }
  return merged;
}
