/* passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passages-private.h"

/*
 * The result.  Occurrences and edits of all passages stand in one array each; the
 * pointers in passages and occurrences lead into them and are set when both have
 * stopped growing.
 */
typedef struct
{
  DoubletPassages     result;
  DoubletPassage     *passages;
  DoubletOccurrence  *occurrences;
  DoubletPassageEdit *edits;
} Owner;

typedef struct
{
  const DoubletPassageText    *text;
  const DoubletCandidates     *candidates;
  const DoubletRowIndex       *rows;
  const DoubletWordMarks      *marks;
  const DoubletEditedPassages *edited;
  GArray                      *passages;    /* Draft */
  GArray                      *occurrences; /* DoubletOccurrence */
  GArray                      *edits;       /* DoubletPassageEdit */
} Builder;

/* A passage while it is made: where its occurrences begin is known, their address
 * is not. */
typedef struct
{
  DoubletPassage passage;
  guint32        first_occurrence;
} Draft;

static void
clear_owner (gpointer data)
{
  Owner *self = data;

  g_free (self->passages);
  g_free (self->occurrences);
  g_free (self->edits);
  g_free (self->result.later_half_words);
  g_free ((gpointer)self->result.pairs);
}

/**
 * doublet_passages_new:
 * @n_sequences: how many articles there are
 *
 * Returns: (transfer full): a result with nothing in it
 */
DoubletPassages *
doublet_passages_new (guint32 n_sequences)
{
  Owner *self = g_atomic_rc_box_new0 (Owner);

  self->result.n_sequences = n_sequences;
  self->result.later_half_words = g_new0 (guint64, MAX (n_sequences, 1));
  return &self->result;
}

/**
 * doublet_passages_ref:
 * @self: a result
 *
 * Returns: (transfer full): @self
 */
DoubletPassages *
doublet_passages_ref (DoubletPassages *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * doublet_passages_unref:
 * @self: (transfer full): a result
 */
void
doublet_passages_unref (DoubletPassages *self)
{
  g_atomic_rc_box_release_full (self, clear_owner);
}

static DoubletOccurrence
make_occurrence (const Builder *self,
                 DoubletRange   range)
{
  DoubletOccurrence occurrence = { 0 };
  guint32           article = doublet_passage_text_get_article (self->text, range.start);
  guint32           base = self->text->base[article];

  occurrence.article = article;
  occurrence.start = range.start - base;
  occurrence.end = range.end - base;
  occurrence.half_words = doublet_passage_text_weigh (self->text, range.start, range.end);
  occurrence.identical_half_words = occurrence.half_words;
  occurrence.times = 1;
  return occurrence;
}

static guint32
get_place (const Builder           *self,
           const DoubletOccurrence *occurrence)
{
  return self->text->base[occurrence->article] + occurrence->start;
}

/* Of a repeat inside a row of short units only the first copy there is listed: the
 * row itself says that there are more. */
static void
list_copies (Builder                *self,
             const DoubletCandidate *candidate,
             gboolean                disjoint_only)
{
  const DoubletRange *ranges = doublet_candidates_get_ranges (self->candidates, candidate);
  const DoubletRow   *last_row = NULL;

  for (guint32 slot = 0; slot < candidate->n_slots; slot++)
    {
      guint32 end = doublet_candidates_get_slot_end (self->candidates, candidate, slot);

      for (guint32 i = doublet_candidates_get_slot_start (self->candidates, candidate, slot); i < end; i++)
        {
          const DoubletRow *row = doublet_periodic_rows_find_short (self->rows->rows, ranges[i]);
          DoubletOccurrence occurrence;

          if (row != NULL && row == last_row)
            continue;
          if (disjoint_only && !doublet_candidates_is_disjoint (self->candidates, candidate, slot, ranges[i]))
            continue;
          last_row = row;
          occurrence = make_occurrence (self, ranges[i]);
          g_array_append_val (self->occurrences, occurrence);
        }
    }
}

static void
list_rows (Builder                *self,
           const DoubletCandidate *candidate,
           Draft                  *draft)
{
  const DoubletRowIndex *index = self->rows;

  for (guint32 i = index->first[candidate->tag]; i < index->first[candidate->tag + 1]; i++)
    {
      const DoubletRow *row = &index->rows->rows[index->order[i]];
      DoubletOccurrence occurrence = make_occurrence (self, (DoubletRange){ row->start, row->end });

      occurrence.times = (row->end - row->start) / row->period;
      if (index->order[i] == index->reference[candidate->tag])
        {
          draft->passage.reference = self->occurrences->len - draft->first_occurrence;
          draft->passage.period = row->period;
          draft->passage.times = occurrence.times;
        }
      g_array_append_val (self->occurrences, occurrence);
    }
}

static void
list_edited (Builder                *self,
             const DoubletCandidate *candidate,
             Draft                  *draft)
{
  const DoubletEditedPassage    *passage = &g_array_index (self->edited->passages, DoubletEditedPassage, candidate->tag);
  const DoubletEditedOccurrence *list = &g_array_index (self->edited->occurrences, DoubletEditedOccurrence, passage->first_occurrence);
  guint32                        reference = self->text->base[doublet_passage_text_get_article (self->text, list[passage->reference].range.start)];

  draft->passage.match = DOUBLET_PASSAGE_EDITED;
  draft->passage.reference = passage->reference;
  for (guint32 i = 0; i < passage->n_occurrences; i++)
    {
      DoubletOccurrence occurrence = make_occurrence (self, list[i].range);
      guint32           here = self->text->base[occurrence.article];

      occurrence.identical_half_words = list[i].same;
      occurrence.n_edits = list[i].n_edits;
      for (guint32 j = 0; j < list[i].n_edits; j++)
        {
          DoubletPassageEdit edit = g_array_index (self->edited->edits, DoubletPassageEdit, list[i].first_edit + j);

          edit.reference_start -= reference;
          edit.reference_end -= reference;
          edit.here_start -= here;
          edit.here_end -= here;
          g_array_append_val (self->edits, edit);
        }
      g_array_append_val (self->occurrences, occurrence);
    }
}

/* Copies are all the same, so any could be the reference; which is taken must not
 * depend on the order of loading. */
static guint32
choose_reference (const Builder *self,
                  const Draft   *draft)
{
  const DoubletOccurrence *list = &g_array_index (self->occurrences, DoubletOccurrence, draft->first_occurrence);
  guint32                  best = 0;

  for (guint32 i = 1; i < self->occurrences->len - draft->first_occurrence; i++)
    if (list[i].article != list[i - 1].article &&
        self->text->rank[list[i].article] < self->text->rank[list[best].article])
      best = i;
  return best;
}

static gboolean
is_boilerplate (const Builder *self,
                const Draft   *draft)
{
  for (guint i = draft->first_occurrence; i < self->occurrences->len; i++)
    {
      const DoubletOccurrence *occurrence = &g_array_index (self->occurrences, DoubletOccurrence, i);
      guint32                  place = get_place (self, occurrence);

      if (!doublet_word_marks_is_boilerplate (self->marks, (DoubletRange){ place, place + (occurrence->end - occurrence->start) }))
        return FALSE;
    }
  return TRUE;
}

static void
add_passage (Builder                *self,
             const DoubletCandidate *candidate)
{
  Draft                    draft = { 0 };
  const DoubletOccurrence *reference;
  guint32                  place;

  draft.first_occurrence = self->occurrences->len;
  switch (candidate->kind)
    {
    case DOUBLET_CANDIDATE_EDITED:
      list_edited (self, candidate, &draft);
      break;
    case DOUBLET_CANDIDATE_ROW:
      list_rows (self, candidate, &draft);
      break;
    case DOUBLET_CANDIDATE_UNIT:
    case DOUBLET_CANDIDATE_VERBATIM:
      list_copies (self, candidate, candidate->n_slots == 1);
      if (self->occurrences->len < draft.first_occurrence + 2)
        {
          g_array_set_size (self->occurrences, draft.first_occurrence);
          return;
        }
      draft.passage.reference = choose_reference (self, &draft);
      break;
    default:
      g_assert_not_reached ();
    }

  draft.passage.n_occurrences = self->occurrences->len - draft.first_occurrence;
  reference = &g_array_index (self->occurrences, DoubletOccurrence, draft.first_occurrence + draft.passage.reference);
  place = get_place (self, reference);
  draft.passage.half_words = reference->half_words;
  draft.passage.fingerprint = doublet_passage_text_hash (self->text, place, place + (reference->end - reference->start));
  draft.passage.boilerplate = is_boilerplate (self, &draft);
  g_array_append_val (self->passages, draft);
}

static void
add_reworded (Builder                       *self,
              const DoubletRewordedPassages *reworded,
              const DoubletRewordedPassage  *passage)
{
  const DoubletRange *ranges = &g_array_index (reworded->ranges, DoubletRange, passage->first_range);
  DoubletRange        reference = ranges[passage->reference];
  Draft               draft = { .first_occurrence = self->occurrences->len };

  for (guint32 i = 0; i < passage->n_ranges; i++)
    {
      DoubletOccurrence occurrence = make_occurrence (self, ranges[i]);

      if (i != passage->reference)
        occurrence.identical_half_words = doublet_reworded_passages_weigh_same (self->text, reference, ranges[i]);
      g_array_append_val (self->occurrences, occurrence);
    }
  draft.passage.match = DOUBLET_PASSAGE_REWORDED;
  draft.passage.reference = passage->reference;
  draft.passage.n_occurrences = passage->n_ranges;
  draft.passage.half_words = doublet_passage_text_weigh (self->text, reference.start, reference.end);
  draft.passage.fingerprint = doublet_passage_text_hash (self->text, reference.start, reference.end);
  draft.passage.boilerplate = is_boilerplate (self, &draft);
  g_array_append_val (self->passages, draft);
}

static int
compare_drafts (const void *a,
                const void *b,
                void       *data)
{
  const GArray            *occurrences = data;
  const Draft             *p = a, *q = b;
  const DoubletOccurrence *x = &g_array_index (occurrences, DoubletOccurrence, p->first_occurrence);
  const DoubletOccurrence *y = &g_array_index (occurrences, DoubletOccurrence, q->first_occurrence);

  if (p->passage.boilerplate != q->passage.boilerplate)
    return p->passage.boilerplate ? 1 : -1;
  if ((p->passage.match == DOUBLET_PASSAGE_REWORDED) != (q->passage.match == DOUBLET_PASSAGE_REWORDED))
    return p->passage.match == DOUBLET_PASSAGE_REWORDED ? 1 : -1;
  if (p->passage.half_words != q->passage.half_words)
    return p->passage.half_words > q->passage.half_words ? -1 : 1;
  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  if (p->passage.match != q->passage.match)
    return p->passage.match < q->passage.match ? -1 : 1;
  if (p->passage.period != q->passage.period)
    return p->passage.period < q->passage.period ? -1 : 1;
  return p->passage.fingerprint < q->passage.fingerprint ? -1 : p->passage.fingerprint > q->passage.fingerprint;
}

static void
hand_over (Builder *self,
           Owner   *owner)
{
  guint32             n = self->passages->len;
  guint32             n_occurrences = self->occurrences->len;
  DoubletPassageEdit *edit;

  g_array_sort_with_data (self->passages, compare_drafts, self->occurrences);

  owner->occurrences = (DoubletOccurrence *)(gpointer)g_array_free (self->occurrences, FALSE);
  owner->edits = (DoubletPassageEdit *)(gpointer)g_array_free (self->edits, FALSE);
  edit = owner->edits;
  for (guint32 i = 0; i < n_occurrences; i++)
    {
      owner->occurrences[i].edits = owner->occurrences[i].n_edits > 0 ? edit : NULL;
      edit += owner->occurrences[i].n_edits;
    }

  owner->passages = g_new (DoubletPassage, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    {
      const Draft *draft = &g_array_index (self->passages, Draft, i);

      owner->passages[i] = draft->passage;
      owner->passages[i].occurrences = owner->occurrences + draft->first_occurrence;
    }
  owner->result.passages = owner->passages;
  owner->result.n_passages = n;
  g_array_unref (self->passages);
}

/**
 * doublet_passages_fill:
 * @self: a result without passages
 * @text: the text
 * @candidates: what was found, with what is kept marked
 * @rows: the rows
 * @marks: what is told apart
 * @edited: the edited passages
 * @reworded: (nullable): the reworded passages
 *
 * Lists what is kept, the longest first, then what is reworded, then boilerplate.
 */
void
doublet_passages_fill (DoubletPassages               *self,
                       const DoubletPassageText      *text,
                       const DoubletCandidates       *candidates,
                       const DoubletRowIndex         *rows,
                       const DoubletWordMarks        *marks,
                       const DoubletEditedPassages   *edited,
                       const DoubletRewordedPassages *reworded)
{
  Builder builder = { text, candidates, rows, marks, edited, NULL, NULL, NULL };

  builder.passages = g_array_new (FALSE, FALSE, sizeof (Draft));
  builder.occurrences = g_array_new (FALSE, FALSE, sizeof (DoubletOccurrence));
  builder.edits = g_array_new (FALSE, FALSE, sizeof (DoubletPassageEdit));
  for (guint32 i = 0; i < candidates->items->len; i++)
    if (doublet_candidates_get (candidates, i)->kept)
      add_passage (&builder, doublet_candidates_get (candidates, i));
  for (guint i = 0; reworded != NULL && i < reworded->passages->len; i++)
    add_reworded (&builder, reworded, &g_array_index (reworded->passages, DoubletRewordedPassage, i));
  hand_over (&builder, (Owner *)self);
}
