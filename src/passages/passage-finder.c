/* passage-finder.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-finder.h"

#include "passage-figures.h"
#include "passages-private.h"
#include "repeat-occurrences.h"
#include "seeds.h"
#include "version-figures.h"

/*
 * The order of the work: all articles as one text; rows are found in it, and the places
 * where repeats can begin are sorted by what follows; from these, all maximal repeats; the
 * repeats' occurrences are joined to edited passages; sentences that neither has are
 * compared; of all that, what becomes a passage is chosen and counted.
 */

/* What each step has done when it ends, of all: measured on a thousand articles,
 * roughly. */
#define DONE_INDEX 0.3
#define DONE_REPEATS 0.4
#define DONE_EDITED 0.5
#define DONE_REWORDED 0.8
#define DONE_SELECTION 0.95

typedef struct
{
  DoubletPassageText      *text;
  DoubletRepeatIndex      *index;
  DoubletRowIndex         *row_index;
  DoubletRepeats          *repeats;
  DoubletVersions         *versions; /* (nullable) */
  DoubletCandidates       *candidates;
  DoubletLinks            *links;    /* those of the versions, and others, if there are any */
  DoubletRewordedPassages *reworded; /* (nullable) */
  DoubletEditedPassages   *edited;
  DoubletWordMarks        *marks;
  DoubletShares           *shares;
  DoubletPassagesCapped    capped;
} Work;

static void
clear_work (Work *self)
{
  g_clear_pointer (&self->shares, doublet_shares_free);
  g_clear_pointer (&self->marks, doublet_word_marks_free);
  g_clear_pointer (&self->edited, doublet_edited_passages_free);
  g_clear_pointer (&self->reworded, doublet_reworded_passages_free);
  if (self->versions == NULL)
    g_clear_pointer (&self->links, doublet_links_free);
  g_clear_pointer (&self->candidates, doublet_candidates_free);
  g_clear_pointer (&self->versions, doublet_versions_free);
  g_clear_pointer (&self->repeats, doublet_repeats_free);
  g_clear_pointer (&self->row_index, doublet_row_index_free);
  g_clear_pointer (&self->index, doublet_repeat_index_free);
  g_clear_pointer (&self->text, doublet_passage_text_free);
}

/* Lists what may become a passage, so far. */
static gboolean
list_candidates (Work                  *self,
                 const DoubletProgress *progress)
{
  g_autofree guint8 *left_out = NULL;

  g_clear_pointer (&self->candidates, doublet_candidates_free);
  self->candidates = doublet_candidates_new ();
  doublet_row_passages_add (self->row_index, self->text, self->index, self->candidates);
  if (self->versions != NULL)
    {
      left_out = doublet_versions_mark_repeats (self->versions, self->index->starts, self->repeats, progress);
      if (left_out == NULL)
        return FALSE;
    }
  return doublet_repeat_occurrences_add (self->text, self->index->starts, self->repeats, left_out,
                                         self->candidates, &self->capped, progress);
}

/* Where there is too much to look at all of it, maybe it is one text a great many times
 * over: then each version of it is joined to one only. */
static gboolean
find_versions (Work                        *self,
               const DoubletPassageOptions *options,
               const DoubletProgress       *progress)
{
  if (options->max_gap == 0 || options->min_identical >= 100)
    return TRUE;
  self->versions = doublet_versions_find (self->text, options, progress);
  if (self->versions == NULL)
    return FALSE;
  if (self->versions->n_families == 0)
    g_clear_pointer (&self->versions, doublet_versions_free);
  else
    self->capped = DOUBLET_PASSAGES_CAPPED_JOINING;
  return TRUE;
}

static gboolean
find_repeats (Work                        *self,
              const DoubletPassageOptions *options,
              const DoubletProgress       *progress)
{
  self->index = doublet_repeat_index_new (self->text, DOUBLET_REPEAT_INDEX_AUTOMATIC, progress);
  if (self->index == NULL)
    return FALSE;
  doublet_progress_report (progress, DONE_INDEX);

  self->row_index = doublet_row_index_new (self->text, self->index->rows);
  self->repeats = doublet_repeats_find (self->text, self->index->starts, self->index->rows, progress);
  if (self->repeats == NULL)
    return FALSE;
  self->candidates = doublet_candidates_new ();
  doublet_row_passages_add (self->row_index, self->text, self->index, self->candidates);
  if (doublet_repeat_occurrences_exceed (self->text, self->index->starts, self->repeats, self->candidates, progress) &&
      !find_versions (self, options, progress))
    return FALSE;
  if (!list_candidates (self, progress))
    return FALSE;
  doublet_progress_report (progress, DONE_REPEATS);
  return TRUE;
}

static GArray *
list_seeds (Work                        *self,
            const DoubletPassageOptions *options,
            const DoubletProgress       *progress)
{
  g_autoptr (GArray) seeds = doublet_seeds_list (self->text, self->candidates, self->index->rows, self->versions, &self->capped, progress);

  if (seeds == NULL || self->versions != NULL || (self->capped & DOUBLET_PASSAGES_CAPPED_JOINING) == 0)
    return g_steal_pointer (&seeds);
  if (!find_versions (self, options, progress))
    return NULL;
  if (self->versions == NULL)
    return g_steal_pointer (&seeds);
  if (!list_candidates (self, progress))
    return NULL;
  return doublet_seeds_list (self->text, self->candidates, self->index->rows, self->versions, &self->capped, progress);
}

static gboolean
find_edited (Work                        *self,
             const DoubletPassageOptions *options,
             const DoubletProgress       *progress)
{
  g_autoptr (GArray) seeds = NULL;

  self->edited = doublet_edited_passages_new ();
  if (options->max_gap == 0 || options->min_identical >= 100)
    {
      self->links = doublet_links_new ();
      return TRUE;
    }

  seeds = list_seeds (self, options, progress);
  self->links = self->versions != NULL ? self->versions->links : doublet_links_new ();
  if (seeds == NULL ||
      !doublet_chain_join (self->text, options, seeds, self->links, progress) ||
      !doublet_edited_passages_find (self->edited, self->text, self->index, self->links,
                                     options->min_identical, &self->capped, progress))
    return FALSE;
  doublet_edited_passages_add (self->edited, self->text, self->candidates);
  doublet_progress_report (progress, DONE_EDITED);
  return TRUE;
}

static gboolean
find_reworded (Work                  *self,
               const DoubletSequence *sequences,
               const guint64         *stem_hashes,
               const DoubletProgress *progress)
{
  if (stem_hashes == NULL)
    return TRUE;
  self->reworded = doublet_reworded_passages_find (self->text, sequences, stem_hashes, self->links, self->versions, &self->capped, progress);
  doublet_progress_report (progress, DONE_REWORDED);
  return self->reworded != NULL;
}

/* What an article repeats with edits: the words that are the same in the later copy. */
static void
list_later_ranges (const Work *self,
                   GArray     *later)
{
  for (guint i = 0; i < self->links->links->len; i++)
    {
      const DoubletLink     *link = &g_array_index (self->links->links, DoubletLink, i);
      const DoubletExactRun *runs = doublet_links_get_runs (self->links, link);

      if (doublet_passage_text_get_article (self->text, link->x.start) != doublet_passage_text_get_article (self->text, link->y.start))
        continue;
      for (guint32 j = 0; j < link->n_runs; j++)
        {
          DoubletRange range = { runs[j].y, runs[j].y + runs[j].length };

          g_array_append_val (later, range);
        }
    }
}

/* Short rows and long units are passages wherever they stand; whole rows of long
 * units only stood for these. */
static void
settle_rows (Work *self)
{
  for (guint32 i = 0; i < self->candidates->items->len; i++)
    {
      DoubletCandidate *candidate = doublet_candidates_get (self->candidates, i);

      if (candidate->kind == DOUBLET_CANDIDATE_ROW)
        candidate->kept = self->index->rows->rows[self->row_index->reference[candidate->tag]].is_short;
      else if (candidate->kind == DOUBLET_CANDIDATE_UNIT)
        candidate->kept = TRUE;
    }
}

/* Must come last: what is added has never been counted. */
static void
add_remainders (Work *self)
{
  g_autofree guint8 *covered = NULL;

  if (self->index->rows->n_rows == 0)
    return;

  covered = g_new0 (guint8, MAX (self->text->n, 1));
  for (guint32 i = 0; i < self->candidates->items->len; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (self->candidates, i);
      const DoubletRange     *ranges = doublet_candidates_get_ranges (self->candidates, candidate);
      guint32                 done = 0;

      if (!candidate->kept)
        continue;
      for (guint32 j = 0; j < candidate->n_ranges; j++)
        {
          for (guint32 place = MAX (ranges[j].start, done); place < ranges[j].end; place++)
            covered[place] = TRUE;
          done = MAX (done, ranges[j].end);
        }
    }
  doublet_row_passages_add_remainders (self->row_index, self->text, covered, self->candidates);
}

static gboolean
choose_passages (Work                        *self,
                 const DoubletSequence       *sequences,
                 const DoubletPassageOptions *options,
                 DoubletPassages             *result,
                 const DoubletProgress       *progress)
{
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (DoubletRange));

  list_later_ranges (self, later);
  self->marks = doublet_word_marks_new (self->text, sequences, self->candidates, self->versions, options);
  self->shares = doublet_selection_run (self->text, self->candidates, self->links, self->versions, self->marks, &self->capped, progress);
  if (self->shares == NULL)
    return FALSE;
  doublet_progress_report (progress, DONE_SELECTION);

  doublet_passage_figures_count_later (self->text, self->candidates, self->row_index, self->marks, later, result->later_half_words);
  settle_rows (self);
  result->pairs = doublet_passage_figures_measure_pairs (self->text, self->candidates, self->row_index, self->links, self->marks, self->shares, &result->n_pairs);
  if (self->versions != NULL)
    {
      const DoubletPairFigures *pairs = result->pairs;

      result->pairs = doublet_versions_add_figures (self->versions, self->marks, pairs, &result->n_pairs, &self->capped);
      g_free ((gpointer)pairs);
    }
  if (self->reworded != NULL)
    {
      const DoubletPairFigures *pairs = result->pairs;

      result->pairs = doublet_reworded_passages_add_figures (self->reworded, pairs, &result->n_pairs);
      g_free ((gpointer)pairs);
    }
  if (!doublet_repeat_occurrences_complete (self->text, self->index->starts, self->repeats,
                                            self->candidates, &self->capped, progress))
    return FALSE;
  add_remainders (self);
  doublet_passages_fill (result, self->text, self->candidates, self->row_index, self->marks, self->edited, self->reworded);
  result->capped = self->capped;
  return TRUE;
}

/**
 * doublet_passage_finder_run:
 * @sequences: (array length=n_sequences): the articles
 * @n_sequences: how many there are
 * @symbol_hashes: a hash for each symbol, independent of the order of loading
 * @stem_hashes: (nullable): the same, equal for forms of one word; %NULL if nothing
 *   reworded is to be found, and then no sentences are needed
 * @options: what counts as a passage
 * @progress: (nullable): to report to and to stop by
 *
 * Finds what the articles share and what each repeats.
 *
 * Returns: (transfer full) (nullable): the passages and figures; %NULL if cancelled
 */
DoubletPassages *
doublet_passage_finder_run (const DoubletSequence       *sequences,
                            guint                        n_sequences,
                            const guint64               *symbol_hashes,
                            const guint64               *stem_hashes,
                            const DoubletPassageOptions *options,
                            const DoubletProgress       *progress)
{
  g_autoptr (DoubletPassages) result = doublet_passages_new (n_sequences);
  Work     work = { 0 };
  gboolean done;

  if (doublet_progress_is_cancelled (progress))
    return NULL;

  work.text = doublet_passage_text_new (sequences, n_sequences, symbol_hashes, options->min_words, progress);
  if (doublet_progress_is_cancelled (progress))
    {
      clear_work (&work);
      return NULL;
    }
  if (work.text == NULL)
    {
      result->capped = DOUBLET_PASSAGES_CAPPED_OCCURRENCES | DOUBLET_PASSAGES_CAPPED_JOINING;
      return g_steal_pointer (&result);
    }

  done = find_repeats (&work, options, progress) &&
         find_edited (&work, options, progress) &&
         find_reworded (&work, sequences, stem_hashes, progress) &&
         choose_passages (&work, sequences, options, result, progress);
  clear_work (&work);
  if (!done)
    return NULL;

  doublet_progress_report (progress, 1.0);
  return g_steal_pointer (&result);
}
