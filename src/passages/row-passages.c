/* row-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "row-passages.h"

/*
 * What is said of rows.  A unit too light to be a passage makes one passage of
 * whole rows.  A heavier one makes a passage of its own, in the phase of the longest
 * row; what stands over at a row's head or tail, unless something else covers it,
 * makes a small passage together with the copy one unit further on, so that every
 * word that stands elsewhere is in some occurrence.
 *
 * Rows of one unit have everything in common that a passage needs, wherever they
 * are: each is so long that it holds the lightest passage in every phase.  So whole
 * rows stand for all the repeats inside them when passages are chosen and counted.
 */

/* What stands over at the end of a row, and the phase of its first word. */
typedef struct
{
  guint32 phase;
  guint32 length;
  guint32 start;
} Remainder;

static gboolean
goes_before (const DoubletPassageText *text,
             const DoubletRow         *a,
             const DoubletRow         *b)
{
  guint32 length_a = a->end - a->start;
  guint32 length_b = b->end - b->start;
  int     order;

  if (length_a != length_b)
    return length_a > length_b;
  order = doublet_passage_text_compare_content (text,
                                                (DoubletRange){ a->start, a->start + a->period },
                                                (DoubletRange){ b->start, b->start + b->period });
  if (order != 0)
    return order < 0;
  return doublet_passage_text_compare_place (text, a->start, b->start) < 0;
}

/**
 * doublet_row_index_new:
 * @text: a text
 * @rows: the rows in it; must outlive the index
 *
 * Returns: (transfer full): @rows by unit
 */
DoubletRowIndex *
doublet_row_index_new (const DoubletPassageText  *text,
                       const DoubletPeriodicRows *rows)
{
  DoubletRowIndex    *self = g_new0 (DoubletRowIndex, 1);
  g_autofree guint32 *next = NULL;

  self->rows = rows;
  self->order = g_new (guint32, MAX (rows->n_rows, 1));
  self->first = g_new0 (guint32, (gsize)rows->n_units + 2);
  self->reference = g_new (guint32, MAX (rows->n_units, 1));

  for (guint32 i = 0; i < rows->n_rows; i++)
    self->first[rows->rows[i].unit + 1]++;
  for (guint32 unit = 0; unit < rows->n_units; unit++)
    self->first[unit + 1] += self->first[unit];
  next = g_memdup2 (self->first, ((gsize)rows->n_units + 1) * sizeof *self->first);
  for (guint32 i = 0; i < rows->n_rows; i++)
    self->order[next[rows->rows[i].unit]++] = i;

  for (guint32 unit = 0; unit < rows->n_units; unit++)
    {
      guint32 best = self->order[self->first[unit]];

      for (guint32 i = self->first[unit] + 1; i < self->first[unit + 1]; i++)
        if (goes_before (text, &rows->rows[self->order[i]], &rows->rows[best]))
          best = self->order[i];
      self->reference[unit] = best;
    }
  return self;
}

/**
 * doublet_row_index_free:
 * @self: (transfer full): an index
 */
void
doublet_row_index_free (DoubletRowIndex *self)
{
  g_free (self->order);
  g_free (self->first);
  g_free (self->reference);
  g_free (self);
}

/**
 * doublet_row_passages_add:
 * @index: the rows
 * @text: the text
 * @copies: where to look for copies of a unit
 * @candidates: where to add to
 *
 * Adds the rows of each unit, and the unit if it is a passage by itself.
 */
void
doublet_row_passages_add (const DoubletRowIndex    *index,
                          const DoubletPassageText *text,
                          const DoubletRepeatIndex *copies,
                          DoubletCandidates        *candidates)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 unit = 0; unit < index->rows->n_units; unit++)
    {
      const DoubletRow *reference = &index->rows->rows[index->reference[unit]];

      g_array_set_size (ranges, 0);
      for (guint32 i = index->first[unit]; i < index->first[unit + 1]; i++)
        {
          const DoubletRow *row = &index->rows->rows[index->order[i]];
          DoubletRange      range = { row->start, row->end };

          g_array_append_val (ranges, range);
        }
      doublet_candidates_add (candidates, text, DOUBLET_CANDIDATE_ROW, unit,
                              (const DoubletRange *)(gpointer)ranges->data, ranges->len);
      if (reference->is_short)
        continue;

      doublet_repeat_index_list_copies (copies, (DoubletRange){ reference->start, reference->start + reference->period }, places);
      g_array_set_size (ranges, places->len);
      for (guint32 i = 0; i < places->len; i++)
        {
          guint32 place = g_array_index (places, guint32, i);

          g_array_index (ranges, DoubletRange, i) = (DoubletRange){ place, place + reference->period };
        }
      doublet_candidates_add (candidates, text, DOUBLET_CANDIDATE_UNIT, unit,
                              (const DoubletRange *)(gpointer)ranges->data, ranges->len);
    }
}

static int
compare_remainders (const void *a,
                    const void *b)
{
  const Remainder *x = a, *y = b;

  if (x->phase != y->phase)
    return x->phase < y->phase ? -1 : 1;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

static gboolean
is_covered (const guint8 *covered,
            guint32       start,
            guint32       end)
{
  for (guint32 i = start; i < end; i++)
    if (!covered[i])
      return FALSE;
  return TRUE;
}

/* A range of one unit at the most that begins in a row, with the copy beside it. */
static void
add_remainder (GArray           *remainders,
               const DoubletRow *row,
               guint32           start,
               guint32           end,
               gboolean          at_head)
{
  guint32   root = row->start + row->phase;
  Remainder remainder;

  remainder.phase = ((guint64)start + row->period - root % row->period) % row->period;
  remainder.length = end - start;
  remainder.start = start;
  g_array_append_val (remainders, remainder);
  remainder.start = at_head ? start + row->period : start - row->period;
  g_array_append_val (remainders, remainder);
}

static void
find_remainders (const DoubletPassageText *text,
                 const DoubletRow         *row,
                 const DoubletRow         *reference,
                 const guint8             *covered,
                 GArray                   *remainders)
{
  guint32 p = row->period;
  guint32 head = row->start + (row->phase + p - reference->phase) % p;
  guint32 tail = row->end - (row->end - head) % p;

  if (!is_covered (covered, row->start, head))
    {
      guint32 end = head;

      while (doublet_passage_text_weigh (text, row->start, end) < text->min_weight)
        end++;
      add_remainder (remainders, row, row->start, end, TRUE);
    }
  if (!is_covered (covered, tail, row->end))
    {
      guint32 start = tail;

      while (doublet_passage_text_weigh (text, start, row->end) < text->min_weight)
        start--;
      add_remainder (remainders, row, start, row->end, FALSE);
    }
}

/* Those of the same phase and length are the same words. */
static void
group_remainders (GArray                   *remainders,
                  const DoubletPassageText *text,
                  guint32                   unit,
                  DoubletCandidates        *candidates)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));

  g_array_sort (remainders, compare_remainders);
  for (guint i = 0; i < remainders->len; i++)
    {
      const Remainder *remainder = &g_array_index (remainders, Remainder, i);
      const Remainder *next = i + 1 < remainders->len ? remainder + 1 : NULL;
      DoubletRange     range = { remainder->start, remainder->start + remainder->length };

      if (next == NULL || compare_remainders (remainder, next) != 0)
        g_array_append_val (ranges, range);
      if (next == NULL || next->phase != remainder->phase || next->length != remainder->length)
        {
          doublet_candidates_add (candidates, text, DOUBLET_CANDIDATE_UNIT, unit,
                                  (const DoubletRange *)(gpointer)ranges->data, ranges->len);
          doublet_candidates_get (candidates, candidates->items->len - 1)->kept = TRUE;
          g_array_set_size (ranges, 0);
        }
    }
}

/**
 * doublet_row_passages_add_remainders:
 * @index: the rows
 * @text: the text
 * @covered: for each place, whether a passage that was chosen covers it
 * @candidates: where to add to
 *
 * Adds passages, marked as kept, for what whole units leave over at the ends of rows.
 */
void
doublet_row_passages_add_remainders (const DoubletRowIndex    *index,
                                     const DoubletPassageText *text,
                                     const guint8             *covered,
                                     DoubletCandidates        *candidates)
{
  g_autoptr (GArray) remainders = g_array_new (FALSE, FALSE, sizeof (Remainder));

  for (guint32 unit = 0; unit < index->rows->n_units; unit++)
    {
      const DoubletRow *reference = &index->rows->rows[index->reference[unit]];

      if (reference->is_short)
        continue;
      g_array_set_size (remainders, 0);
      for (guint32 i = index->first[unit]; i < index->first[unit + 1]; i++)
        find_remainders (text, &index->rows->rows[index->order[i]], reference, covered, remainders);
      group_remainders (remainders, text, unit, candidates);
    }
}

/**
 * doublet_row_passages_measure_common:
 * @text: a text
 * @a: a row
 * @b: a row of the same unit
 *
 * Returns: the weight of the longest run of words that both hold
 */
guint32
doublet_row_passages_measure_common (const DoubletPassageText *text,
                                     const DoubletRow         *a,
                                     const DoubletRow         *b)
{
  guint32 p = a->period;
  guint32 length_a = a->end - a->start;
  guint32 length_b = b->end - b->start;
  guint32 skip_a = (a->phase + p - b->phase) % p;
  guint32 skip_b = (b->phase + p - a->phase) % p;
  guint32 from_b = MIN (length_a - skip_a, length_b);
  guint32 from_a = MIN (length_a, length_b - skip_b);

  return MAX (doublet_passage_text_weigh (text, a->start + skip_a, a->start + skip_a + from_b),
              doublet_passage_text_weigh (text, a->start, a->start + from_a));
}
