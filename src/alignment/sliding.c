/* sliding.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sliding.h"

#include "edit-script.h"

/*
 * A pure insertion or deletion can often slide without saying anything else: "the [big
 * the] dog" is "[the big] the dog".  Which of these a longest common subsequence comes
 * upon is chance.  Two that can slide together are one; and one comes to rest at the
 * border of a paragraph, sentence or clause if there is one.
 */

/* How good a place for a cut is before @token, which is inside the article. */
static guint
rate_border (const DoubletAlignmentText *text,
             guint32                     token)
{
  const DoubletToken *before, *after;

  if (token == 0 || token == text->n_tokens)
    return 6;
  if (text->block_first[doublet_alignment_text_find_block (text, token)] == token)
    return 6;

  before = &text->tokens[token - 1];
  after = &text->tokens[token];
  if (before->flags & DOUBLET_TOKEN_FLAG_OPENING)
    return 0;
  if (!(after->flags & DOUBLET_TOKEN_FLAG_SPACE_BEFORE) && after->kind == DOUBLET_TOKEN_PUNCTUATION)
    return 1;
  if (before->flags & DOUBLET_TOKEN_FLAG_SENTENCE_END)
    return 5;
  /* The mark that closes a quotation or a bracket after the full stop. */
  if (token > 1 && before->kind == DOUBLET_TOKEN_PUNCTUATION && !(before->flags & DOUBLET_TOKEN_FLAG_SPACE_BEFORE) &&
      (text->tokens[token - 2].flags & DOUBLET_TOKEN_FLAG_SENTENCE_END))
    return 5;
  if (before->flags & DOUBLET_TOKEN_FLAG_CLAUSE_END)
    return 4;
  return after->flags & DOUBLET_TOKEN_FLAG_SPACE_BEFORE ? 3 : 2;
}

/* How far a pure edit of @text, start to end, can slide to the left without leaving
 * less than a token between it and @low, and where it is best off. */
static gint64
find_best_slide (const DoubletAlignmentText *text,
                 guint32                     start,
                 guint32                     end,
                 guint32                     low,
                 guint32                     high)
{
  gint64  best = 0;
  guint   best_rating = 0;
  guint32 left = 0;
  guint32 right = 0;

  while (start - left > low && text->exact[start - left - 1] == text->exact[end - left - 1])
    left++;
  while (end + right < high && text->exact[start + right] == text->exact[end + right])
    right++;
  if (left == 0 && right == 0)
    return 0;

  for (gint64 slide = -(gint64)left; slide <= right; slide++)
    {
      /* Where it begins counts for more than where it ends. */
      guint rating = 3 * rate_border (text, start + slide) + 2 * rate_border (text, end + slide);

      if (rating > best_rating)
        {
          best = slide;
          best_rating = rating;
        }
    }
  return best;
}

/* Whether two pure edits of one text, the second of which begins n tokens after the
 * first, are one if the first slides to the second, or the second to the first. */
static gboolean
can_meet (const guint32 *symbols,
          guint32        start,
          guint32        end,
          guint32        n)
{
  for (guint32 i = 0; i < n; i++)
    if (symbols[start + i] != symbols[end + i])
      return FALSE;
  return TRUE;
}

/* Makes one of two edits of one side; FALSE if they cannot meet. */
static gboolean
join_pure (const DoubletAlignmentJob  *job,
           DoubletAlignmentEdit       *left,
           const DoubletAlignmentEdit *right)
{
  guint32 n;

  if (left->kind != right->kind || left->kind == DOUBLET_ALIGNMENT_EDIT_CHANGED)
    return FALSE;
  n = left->kind == DOUBLET_ALIGNMENT_EDIT_REMOVED ? right->a_start - left->a_end : right->b_start - left->b_end;
  if (left->kind == DOUBLET_ALIGNMENT_EDIT_REMOVED ? can_meet (job->a->exact, left->a_start, left->a_end, n)
                                                   : can_meet (job->b->exact, left->b_start, left->b_end, n))
    {
      left->a_start += n;
      left->b_start += n;
      left->a_end = right->a_end;
      left->b_end = right->b_end;
      return TRUE;
    }
  if (left->kind == DOUBLET_ALIGNMENT_EDIT_REMOVED ? can_meet (job->a->exact, left->a_end, right->a_end - n, n)
                                                   : can_meet (job->b->exact, left->b_end, right->b_end - n, n))
    {
      left->a_end = right->a_end - n;
      left->b_end = right->b_end - n;
      return TRUE;
    }
  return FALSE;
}

/**
 * doublet_sliding_join:
 * @job: the job
 * @edits: array of #DoubletAlignmentEdit
 * @first_edit: from here on they are those of one region, in order
 *
 * Makes one edit of pure ones that meet when one of them slides.
 */
void
doublet_sliding_join (const DoubletAlignmentJob *job,
                      GArray                    *edits,
                      guint                      first_edit)
{
  DoubletAlignmentEdit *all = &g_array_index (edits, DoubletAlignmentEdit, 0);
  guint                 n = first_edit;

  for (guint i = first_edit; i < edits->len; i++)
    if (n == first_edit || !join_pure (job, &all[n - 1], &all[i]))
      all[n++] = all[i];
  g_array_set_size (edits, n);
}

/**
 * doublet_sliding_settle:
 * @job: the job
 * @box: ranges
 * @edits: array of #DoubletAlignmentEdit
 * @first_edit: from here on they are those of @box, in order
 *
 * Slides each pure edit to where a person would have put it.
 */
void
doublet_sliding_settle (const DoubletAlignmentJob *job,
                        const DoubletBox          *box,
                        GArray                    *edits,
                        guint                      first_edit)
{
  for (guint i = first_edit; i < edits->len; i++)
    {
      DoubletAlignmentEdit       *edit = &g_array_index (edits, DoubletAlignmentEdit, i);
      const DoubletAlignmentEdit *before = i > first_edit ? edit - 1 : NULL;
      const DoubletAlignmentEdit *after = i + 1 < edits->len ? edit + 1 : NULL;
      gint64                      slide;

      if (edit->kind == DOUBLET_ALIGNMENT_EDIT_REMOVED)
        slide = find_best_slide (job->a,
                                 edit->a_start,
                                 edit->a_end,
                                 before != NULL ? before->a_end + 1 : box->a_start,
                                 after != NULL ? after->a_start - 1 : box->a_end);
      else if (edit->kind == DOUBLET_ALIGNMENT_EDIT_ADDED)
        slide = find_best_slide (job->b,
                                 edit->b_start,
                                 edit->b_end,
                                 before != NULL ? before->b_end + 1 : box->b_start,
                                 after != NULL ? after->b_start - 1 : box->b_end);
      else
        continue;

      edit->a_start += slide;
      edit->a_end += slide;
      edit->b_start += slide;
      edit->b_end += slide;
    }
}
