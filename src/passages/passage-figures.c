/* passage-figures.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-figures.h"

#include "disjoint-sets.h"

#include <stdlib.h>

/* Rows of one unit in one article that are compared with those of another, the
 * longest of them: what they have in common differs by less than a unit. */
#define MAX_ROWS_COMPARED 64

typedef struct
{
  const DoubletPassageText *text;
  const DoubletCandidates  *candidates;
  const DoubletRowIndex    *rows;
  const DoubletWordMarks   *marks;
  DoubletPairFigures       *pairs;
  guint32                  *first; /* n_articles + 1: each article's pairs */
} Measurer;

typedef struct
{
  DoubletRange range;
  guint32      link;
} LinkSide;

static void
mark (gint32 *changes,
      guint32 start,
      guint32 end)
{
  changes[start]++;
  changes[end]--;
}

/* In every article: all of a row but the first unit, all of a later row, and every
 * copy that begins after the first has ended. */
static void
mark_candidate (const DoubletCandidates *candidates,
                const DoubletCandidate  *candidate,
                const DoubletRowIndex   *rows,
                gint32                  *changes)
{
  const DoubletRange *ranges = doublet_candidates_get_ranges (candidates, candidate);
  guint32             period = 0;

  if (candidate->kind == DOUBLET_CANDIDATE_EDITED)
    return;
  if (candidate->kind == DOUBLET_CANDIDATE_ROW)
    period = rows->rows->rows[rows->reference[candidate->tag]].period;

  for (guint32 slot = 0; slot < candidate->n_slots; slot++)
    {
      guint32 first = doublet_candidates_get_slot_start (candidates, candidate, slot);
      guint32 end = doublet_candidates_get_slot_end (candidates, candidate, slot);

      if (candidate->kind == DOUBLET_CANDIDATE_ROW)
        mark (changes, ranges[first].start + period, ranges[first].end);
      for (guint32 i = first + 1; i < end; i++)
        if (candidate->kind == DOUBLET_CANDIDATE_ROW || ranges[i].start >= ranges[first].end)
          mark (changes, ranges[i].start, ranges[i].end);
    }
}

/**
 * doublet_passage_figures_count_later:
 * @text: the text
 * @candidates: all that repeats, chosen or not
 * @rows: the rows
 * @marks: what is told apart
 * @later_ranges: (element-type DoubletRange): more ranges that repeat something
 *   before them in the same article
 * @later_half_words: (array): for each article, where to put the result
 *
 * Counts the words that stand in second and later copies, without boilerplate.
 */
void
doublet_passage_figures_count_later (const DoubletPassageText *text,
                                     const DoubletCandidates  *candidates,
                                     const DoubletRowIndex    *rows,
                                     const DoubletWordMarks   *marks,
                                     const GArray             *later_ranges,
                                     guint64                  *later_half_words)
{
  g_autofree gint32 *changes = g_new0 (gint32, (gsize)text->n + 1);
  gint32             depth = 0;

  for (guint32 i = 0; i < candidates->items->len; i++)
    mark_candidate (candidates, doublet_candidates_get (candidates, i), rows, changes);
  for (guint i = 0; i < later_ranges->len; i++)
    mark (changes,
          g_array_index (later_ranges, DoubletRange, i).start,
          g_array_index (later_ranges, DoubletRange, i).end);

  /* So deep that no copy counts there. */
  for (guint32 i = 0; i < marks->boilerplate.n; i++)
    {
      changes[marks->boilerplate.ranges[i].start] -= G_MAXINT32 / 2;
      changes[marks->boilerplate.ranges[i].end] += G_MAXINT32 / 2;
    }

  for (guint32 article = 0; article < text->n_articles; article++)
    {
      later_half_words[article] = 0;
      for (guint32 i = text->base[article]; i < text->base[article + 1]; i++)
        {
          depth += changes[i];
          if (depth > 0)
            later_half_words[article] += text->sums[i + 1] - text->sums[i];
        }
    }
}

static const DoubletShare *
find_share (const GArray *shares,
            guint32       other)
{
  guint low = 0, high = shares->len;

  while (low < high)
    {
      guint               middle = low + (high - low) / 2;
      const DoubletShare *share = &g_array_index (shares, DoubletShare, middle);

      if (share->other == other)
        return share;
      if (share->other < other)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static DoubletPairFigures *
find_pair (const Measurer *self,
           guint32         a,
           guint32         b)
{
  guint32 low = self->first[a], high = self->first[a + 1];

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->pairs[middle].b == b)
        return &self->pairs[middle];
      if (self->pairs[middle].b < b)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Each two articles that share anything know of each other. */
static void
list_pairs (Measurer            *self,
            const DoubletShares *shares)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (DoubletPairFigures));

  for (guint32 a = 0; a < shares->n_articles; a++)
    {
      self->first[a] = pairs->len;
      for (guint i = 0; i < shares->shares[a]->len; i++)
        {
          const DoubletShare *share = &g_array_index (shares->shares[a], DoubletShare, i);
          const DoubletShare *back = share->other > a ? find_share (shares->shares[share->other], a) : NULL;
          DoubletPairFigures  pair = { 0 };

          if (back == NULL)
            continue;
          pair.a = a;
          pair.b = share->other;
          pair.of_a = share->words;
          pair.of_b = back->words;
          pair.longest_half_words = share->longest;
          pair.n_passages = back->count.n_passages;
          pair.n_boilerplate = back->count.n_boilerplate;
          g_array_append_val (pairs, pair);
        }
    }
  self->first[shares->n_articles] = pairs->len;
  self->pairs = (DoubletPairFigures *)(gpointer)g_array_free (pairs, FALSE);
}

static int
compare_link_sides (const void *a,
                    const void *b)
{
  const LinkSide *x = a, *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return x->link < y->link ? -1 : x->link > y->link;
}

/* Unites links between the same two articles whose ranges overlap on one side. */
static void
unite_side (LinkSide *sides,
            guint32   n,
            guint32  *roots)
{
  guint32 end = 0;

  qsort (sides, n, sizeof *sides, compare_link_sides);
  for (guint32 i = 0; i < n; i++)
    {
      if (i > 0 && sides[i].range.start < end)
        doublet_disjoint_sets_unite (roots, sides[i].link, sides[i - 1].link);
      end = MAX (i > 0 ? end : 0, sides[i].range.end);
    }
}

static gboolean
is_boilerplate_link (const Measurer    *self,
                     const DoubletLink *link)
{
  DoubletRange sides[] = { link->x, link->y };

  return doublet_word_marks_is_all_boilerplate (self->marks, sides, G_N_ELEMENTS (sides));
}

/* Links are kept by scope: those from first to last are between the same articles.
 * What hangs together is one passage of theirs, and boilerplate if all of it is. */
static void
count_scope (Measurer           *self,
             const DoubletLinks *links,
             const guint8       *counts,
             guint32             first,
             guint32             last,
             LinkSide           *sides,
             guint32            *roots)
{
  const DoubletLink  *list = &g_array_index (links->links, DoubletLink, 0);
  guint32             n = last - first;
  guint32             a = doublet_passage_text_get_article (self->text, list[first].x.start);
  guint32             b = doublet_passage_text_get_article (self->text, list[first].y.start);
  DoubletPairFigures *pair = a == b ? NULL : find_pair (self, MIN (a, b), MAX (a, b));
  g_autofree guint8  *counted = g_new0 (guint8, n);

  if (pair == NULL)
    return;
  doublet_disjoint_sets_init (roots, n);
  for (guint32 i = 0; i < n; i++)
    sides[i] = (LinkSide){ list[first + i].x, i };
  unite_side (sides, n, roots);
  for (guint32 i = 0; i < n; i++)
    sides[i] = (LinkSide){ list[first + i].y, i };
  unite_side (sides, n, roots);

  for (guint boilerplate = 0; boilerplate < 2; boilerplate++)
    for (guint32 i = 0; i < n; i++)
      {
        guint32 root = doublet_disjoint_sets_find (roots, i);

        if (!counts[first + i] || counted[root] || (!boilerplate && is_boilerplate_link (self, &list[first + i])))
          continue;
        counted[root] = TRUE;
        pair->n_passages += !boilerplate;
        pair->n_boilerplate += boilerplate;
      }
}

static void
count_links (Measurer           *self,
             const DoubletLinks *links,
             const guint8       *counts)
{
  const DoubletLink   *list = &g_array_index (links->links, DoubletLink, 0);
  guint32              n = links->links->len;
  g_autofree LinkSide *sides = g_new (LinkSide, MAX (n, 1));
  g_autofree guint32  *roots = g_new (guint32, MAX (n, 1));

  for (guint32 i = 0, j; i < n; i = j)
    {
      guint32 a = doublet_passage_text_get_article (self->text, list[i].x.start);
      guint32 b = doublet_passage_text_get_article (self->text, list[i].y.start);

      for (j = i + 1; j < n; j++)
        if (list[j].x.start < self->text->base[a] || list[j].x.start >= self->text->base[a + 1] ||
            list[j].y.start < self->text->base[b] || list[j].y.start >= self->text->base[b + 1])
          break;
      count_scope (self, links, counts, i, j, sides, roots);
    }
}

static int
compare_lengths (const void *a,
                 const void *b)
{
  const DoubletRow *x = *(const DoubletRow *const *)a, *y = *(const DoubletRow *const *)b;
  guint32           length_x = x->end - x->start, length_y = y->end - y->start;

  if (length_x != length_y)
    return length_x > length_y ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

static gboolean
is_boilerplate_row (const Measurer   *self,
                    const DoubletRow *row)
{
  DoubletRange range = { row->start, row->end };

  return doublet_marked_places_weigh (&self->marks->boilerplate, range) == doublet_passage_text_weigh (self->text, range.start, range.end);
}

/* Measures the longest row that two articles share; rows are in the order of the
 * candidate's ranges. */
static void
measure_rows (Measurer               *self,
              const DoubletCandidate *candidate)
{
  const guint32                *slots = doublet_candidates_get_slots (self->candidates, candidate);
  g_autofree const DoubletRow **list = g_new (const DoubletRow *, candidate->n_ranges);

  for (guint32 i = 0; i < candidate->n_ranges; i++)
    list[i] = &self->rows->rows->rows[self->rows->order[self->rows->first[candidate->tag] + i]];
  for (guint32 i = 0; i < candidate->n_slots; i++)
    {
      guint32 start = doublet_candidates_get_slot_start (self->candidates, candidate, i);

      qsort (list + start, doublet_candidates_get_slot_end (self->candidates, candidate, i) - start, sizeof *list, compare_lengths);
    }

  for (guint32 i = 0; i < candidate->n_slots; i++)
    for (guint32 j = i + 1; j < candidate->n_slots; j++)
      {
        DoubletPairFigures *pair = find_pair (self, slots[i], slots[j]);
        guint32             start_i = doublet_candidates_get_slot_start (self->candidates, candidate, i);
        guint32             start_j = doublet_candidates_get_slot_start (self->candidates, candidate, j);
        guint32             end_i = doublet_candidates_get_slot_end (self->candidates, candidate, i);
        guint32             end_j = doublet_candidates_get_slot_end (self->candidates, candidate, j);

        if (pair == NULL)
          continue;
        end_i = MIN (end_i, start_i + MAX_ROWS_COMPARED);
        end_j = MIN (end_j, start_j + MAX_ROWS_COMPARED);
        for (guint32 x = start_i; x < end_i; x++)
          for (guint32 y = start_j; y < end_j && !is_boilerplate_row (self, list[x]); y++)
            pair->longest_half_words = MAX (pair->longest_half_words,
                                            doublet_row_passages_measure_common (self->text, list[x], list[y]));
      }
}

/**
 * doublet_passage_figures_measure_pairs:
 * @text: the text
 * @candidates: what passages were chosen from
 * @rows: the rows
 * @links: ranges that are nearly the same
 * @marks: what is told apart
 * @shares: what was measured while choosing
 * @n_pairs: (out): how many pairs there are
 *
 * Returns: (transfer full) (array length=n_pairs): the figures of each two articles
 *   with something in common, sorted
 */
DoubletPairFigures *
doublet_passage_figures_measure_pairs (const DoubletPassageText *text,
                                       const DoubletCandidates  *candidates,
                                       const DoubletRowIndex    *rows,
                                       const DoubletLinks       *links,
                                       const DoubletWordMarks   *marks,
                                       const DoubletShares      *shares,
                                       guint32                  *n_pairs)
{
  g_autofree guint32 *first = g_new0 (guint32, (gsize)text->n_articles + 1);
  Measurer            self = { text, candidates, rows, marks, NULL, first };

  list_pairs (&self, shares);
  for (guint32 i = 0; i < candidates->items->len; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);

      if (!candidate->wide && candidate->kind == DOUBLET_CANDIDATE_ROW)
        measure_rows (&self, candidate);
    }
  count_links (&self, links, shares->link_counts);
  *n_pairs = first[text->n_articles];
  return self.pairs;
}
