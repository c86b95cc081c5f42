/* alignment.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "alignment.h"

#include "facing.h"
#include "moves.h"
#include "pairing.h"
#include "segments.h"
#include "twins.h"
#include "token-matcher.h"

/*
 * The steps, and the direction.  Every step breaks ties towards the start of a, so
 * which article is a would matter.  The one whose words come first by their hashes is;
 * the other direction is its mirror.
 */

static int
compare_numbers (guint64 left,
                 guint64 right)
{
  return (left > right) - (left < right);
}

static int
compare_sequences (const guint32 *left,
                   const guint32 *right,
                   guint32        n,
                   const guint64 *hashes)
{
  int result = 0;

  for (guint32 i = 0; i < n && result == 0; i++)
    if (left[i] != right[i])
      result = compare_numbers (hashes[left[i]], hashes[right[i]]);
  return result;
}

/* By content alone; 0 only if nothing that an alignment depends on differs. */
static int
compare_texts (const DoubletAlignmentText    *left,
               const DoubletAlignmentText    *right,
               const DoubletAlignmentSymbols *symbols)
{
  int result = compare_numbers (left->n_tokens, right->n_tokens);

  if (result == 0)
    result = compare_sequences (left->exact, right->exact, left->n_tokens, symbols->exact_hashes);
  if (result == 0)
    result = compare_sequences (left->normal, right->normal, left->n_tokens, symbols->normal_hashes);
  if (result == 0)
    result = compare_numbers (left->n_blocks, right->n_blocks);
  for (guint32 i = 0; i <= left->n_blocks && result == 0; i++)
    result = compare_numbers (left->block_first[i], right->block_first[i]);
  return result;
}

static guint64
count_kept (const DoubletAlignmentJob *job)
{
  guint64 n = 0;

  for (guint32 i = 0; i < job->a->n_tokens; i++)
    n += job->match[i] != DOUBLET_NO_MATCH;
  return n;
}

static DoubletAlignment *
align (const DoubletAlignmentText    *a,
       const DoubletAlignmentText    *b,
       const DoubletAlignmentSymbols *symbols,
       const DoubletProgress         *progress)
{
  g_autoptr (DoubletAlignmentJob) job = doublet_alignment_job_new (a, b, symbols, progress);
  g_autoptr (DoubletTokenMatcher) matcher = doublet_token_matcher_new (job);
  DoubletBox whole = { 0, a->n_tokens, 0, b->n_tokens };
  guint64    kept;

  doublet_token_matcher_run (matcher, &whole);
  kept = count_kept (job);
  doublet_progress_report (progress, 0.5);

  doublet_twins_find (job);
  if (!job->cancelled)
    doublet_pairing_run (job, matcher);
  if (!job->cancelled)
    doublet_facing_pair_alike (job, matcher);
  doublet_progress_report (progress, 0.8);

  if (!job->cancelled)
    doublet_moves_run (job, matcher);
  if (!job->cancelled)
    doublet_facing_pair_leftovers (job, matcher);
  if (job->cancelled || doublet_progress_is_cancelled (progress))
    return NULL;
  g_clear_pointer (&matcher, doublet_token_matcher_free);
  return doublet_segments_make (job, kept);
}

static gboolean
is_valid (const DoubletAlignmentText *text)
{
  return text != NULL && text->n_tokens <= DOUBLET_ALIGNMENT_MAX_TOKENS &&
         (text->n_blocks > 0 || text->n_tokens == 0);
}

/**
 * doublet_alignment_run:
 * @a: an article, at most %DOUBLET_ALIGNMENT_MAX_TOKENS long
 * @b: another one
 * @symbols: over the symbols of both
 * @progress: (nullable): where to report to
 *
 * Aligns @a with @b.
 *
 * Returns: (transfer full) (nullable): the alignment, or %NULL if it was cancelled
 */
DoubletAlignment *
doublet_alignment_run (const DoubletAlignmentText    *a,
                       const DoubletAlignmentText    *b,
                       const DoubletAlignmentSymbols *symbols,
                       const DoubletProgress         *progress)
{
  g_autoptr (DoubletAlignment) other_way = NULL;
  DoubletAlignment *alignment;

  g_return_val_if_fail (is_valid (a) && is_valid (b), NULL);
  g_return_val_if_fail (symbols != NULL, NULL);

  if (doublet_progress_is_cancelled (progress))
    return NULL;

  if (compare_texts (a, b, symbols) <= 0)
    alignment = align (a, b, symbols, progress);
  else
    {
      other_way = align (b, a, symbols, progress);
      alignment = other_way != NULL ? doublet_alignment_new_mirrored (other_way) : NULL;
    }

  if (alignment != NULL)
    doublet_progress_report (progress, 1.0);
  return alignment;
}
