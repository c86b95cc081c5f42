/* smoothing.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "smoothing.h"

#include "edit-script.h"
#include "sliding.h"

/*
 * From the shortest edit script to the one that an editor would have drawn.  A longest
 * common subsequence keeps every "the" it can; a person sees that a sentence was
 * rewritten.  Four steps, each of them linear:
 *
 * 1. Cuts that are one if they slide together (sliding.c) become one.
 * 2. What stands between two edits and is small beside them is a crumb, and the three
 *    become one edit; the same for all edits of a sentence of which little is left.
 * 3. What is the same at the ends of such an edit leaves it again.
 * 4. A pure insertion or deletion slides to the border of a paragraph, sentence or
 *    clause if there is one (sliding.c).
 */

/*
 * With values of 2 a word, 1 a common one (see doublet_alignment_job_value()), c for
 * what stands between and s, t for the edits: merged if c < s, c < t and
 * CRUMB_FACTOR * c + CRUMB_REST <= s + t.  So two single words changed on either side
 * of a comma or of "the" stay two edits (4 < 5, 4 < 8), two words each about an "of"
 * become one (8), and a changed figure beside a rewritten clause stays its own.
 */
#define CRUMB_FACTOR 3
#define CRUMB_REST 5

/* Four words of substance in a row are no crumb, whatever stands around them. */
#define CRUMB_MAX 8
#define CRUMB_MAX_TOKENS 32

/* Marks alone join an edit of so much. */
#define FRINGE_VALUE 6

/* The end of a sentence parts two edits as much as two words do. */
#define SENTENCE_VALUE 3

/* A sentence is rewritten if what is left of it is less than so much of what is not,
 * and if it is long enough to speak of rewriting.  Its edits are joined over what is no
 * more than MAX_RUN, nor than so many times the smaller of the two. */
#define REWRITTEN_PART 0.55
#define REWRITTEN_LEAST 10
#define REWRITTEN_MAX_RUN 10
#define REWRITTEN_REACH 2

typedef struct
{
  DoubletAlignmentEdit edit;
  guint32              a_value;
  guint32              b_value;
} Weighed;

static guint32
get_value (const Weighed *self)
{
  return MAX (self->a_value, self->b_value);
}

static gboolean
has_sentence_end (const DoubletAlignmentText *text,
                  guint32                     start,
                  guint32                     end)
{
  for (guint32 i = start; i < end; i++)
    if (text->tokens[i].flags & DOUBLET_TOKEN_FLAG_SENTENCE_END)
      return TRUE;
  return FALSE;
}

static guint32
value_between (const DoubletAlignmentJob *job,
               const Weighed             *left,
               const Weighed             *right)
{
  return doublet_alignment_job_value (job, job->a, left->edit.a_end, right->edit.a_start);
}

static void
join (Weighed       *left,
      const Weighed *right,
      guint32        between)
{
  left->a_value += between + right->a_value;
  left->b_value += between + right->b_value;
  left->edit.a_end = right->edit.a_end;
  left->edit.b_end = right->edit.b_end;
}

/* Two cuts in a sentence, or two insertions, stay two: as one they would say that what
 * stands between them was replaced, too. */
static gboolean
are_of_one_side (const Weighed *left,
                 const Weighed *right)
{
  const DoubletAlignmentEdit *x = &left->edit;
  const DoubletAlignmentEdit *y = &right->edit;

  return (x->a_start == x->a_end && y->a_start == y->a_end) || (x->b_start == x->b_end && y->b_start == y->b_end);
}

static gboolean
is_pure (const Weighed *self)
{
  return self->edit.a_start == self->edit.a_end || self->edit.b_start == self->edit.b_end;
}

/* Whether what stands between is worth looking at: without this a long equal run would
 * be added up again for each of the edits after it. */
static gboolean
may_join (const Weighed *left,
          const Weighed *right)
{
  return !are_of_one_side (left, right) && right->edit.a_start - left->edit.a_end <= CRUMB_MAX_TOKENS;
}

static gboolean
is_one_character (const DoubletAlignmentText *text,
                  guint32                     start,
                  guint32                     end)
{
  return end - start == 1 && text->tokens[start].half_words == 1;
}

/* 十四 became 四十: in writing without spaces, of which a character is half a word, one
 * that left beside a character that one came to on the other side is a word changed. */
static gboolean
is_inside_word (const DoubletAlignmentJob *job,
                const Weighed             *left,
                const Weighed             *right)
{
  const DoubletAlignmentEdit *x = &left->edit, *y = &right->edit;
  gboolean                    cut_first = is_one_character (job->a, x->a_start, x->a_end) && is_one_character (job->b, y->b_start, y->b_end);
  gboolean                    cut_last = is_one_character (job->b, x->b_start, x->b_end) && is_one_character (job->a, y->a_start, y->a_end);

  return is_pure (left) && is_pure (right) && (cut_first || cut_last) && is_one_character (job->a, x->a_end, y->a_start);
}

static gboolean
is_crumb (const DoubletAlignmentJob *job,
          const Weighed             *left,
          const Weighed             *right,
          guint32                    between)
{
  guint32 value = between;

  /* A bracket or a quotation mark beside a rewritten clause, with nothing but other
   * marks between them. */
  if (between == 0 && MIN (get_value (left), get_value (right)) == 0 && get_value (left) + get_value (right) >= FRINGE_VALUE)
    return TRUE;
  if (is_inside_word (job, left, right))
    return TRUE;
  if (has_sentence_end (job->a, left->edit.a_end, right->edit.a_start))
    {
      /* A sentence that came or went is an edit of its own. */
      if (between > 0 && (is_pure (left) || is_pure (right)))
        return FALSE;
      value += SENTENCE_VALUE;
    }
  return value <= CRUMB_MAX && value < get_value (left) && value < get_value (right) &&
         CRUMB_FACTOR * value + CRUMB_REST <= get_value (left) + get_value (right);
}

static void
drop_crumbs (const DoubletAlignmentJob *job,
             GArray                    *list)
{
  Weighed *all = &g_array_index (list, Weighed, 0);
  guint    n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      Weighed next = all[i];

      while (n > 0)
        {
          guint32 between;

          if (!may_join (&all[n - 1], &next))
            break;
          between = value_between (job, &all[n - 1], &next);
          if (!is_crumb (job, &all[n - 1], &next, between))
            break;
          join (&all[n - 1], &next, between);
          next = all[--n];
        }
      all[n++] = next;
    }
  g_array_set_size (list, n);
}

static gboolean
ends_sentence (const DoubletAlignmentText *text,
               guint32                     token)
{
  return (text->tokens[token].flags & DOUBLET_TOKEN_FLAG_SENTENCE_END) != 0;
}

/* Where the sentence of a that holds @token begins, not before @low. */
static guint32
find_sentence_start (const DoubletAlignmentText *text,
                     guint32                     token,
                     guint32                     low)
{
  guint32 block_start;

  if (token == low)
    return token;
  block_start = text->block_first[doublet_alignment_text_find_block (text, MIN (token, text->n_tokens - 1))];
  while (token > MAX (low, block_start) && !ends_sentence (text, token - 1))
    token--;
  return token;
}

static guint32
find_sentence_end (const DoubletAlignmentText *text,
                   guint32                     token,
                   guint32                     high)
{
  guint32 block_end;

  if (token == high)
    return token;
  block_end = text->block_first[doublet_alignment_text_find_block (text, token) + 1];
  while (token < MIN (high, block_end) && !ends_sentence (text, token))
    token++;
  return token;
}

/* Whether little is left of the sentence that edits first to last stand in. */
static gboolean
is_rewritten (const DoubletAlignmentJob *job,
              const DoubletBox          *box,
              const GArray              *list,
              guint                      first,
              guint                      last)
{
  const Weighed *all = &g_array_index (list, Weighed, 0);
  guint32        low = first > 0 ? all[first - 1].edit.a_end : box->a_start;
  guint32        high = last + 1 < list->len ? all[last + 1].edit.a_start : box->a_end;
  guint32        start = find_sentence_start (job->a, all[first].edit.a_start, low);
  guint32        end = find_sentence_end (job->a, all[last].edit.a_end, high);
  guint32        kept = doublet_alignment_job_value (job, job->a, start, all[first].edit.a_start) +
                 doublet_alignment_job_value (job, job->a, all[last].edit.a_end, end);
  guint32 changed = get_value (&all[first]);

  for (guint i = first + 1; i <= last; i++)
    {
      kept += value_between (job, &all[i - 1], &all[i]);
      changed += get_value (&all[i]);
    }
  return changed >= REWRITTEN_LEAST && kept <= REWRITTEN_PART * changed;
}

/* Appends edits first to last of @list to @out; those of a rewritten sentence as one,
 * but for a figure or a name that stands well apart from the rest. */
static void
append_rewritten (const DoubletAlignmentJob *job,
                  const GArray              *list,
                  guint                      first,
                  guint                      last,
                  GArray                    *out)
{
  Weighed open = g_array_index (list, Weighed, first);

  for (guint i = first + 1; i <= last; i++)
    {
      const Weighed *next = &g_array_index (list, Weighed, i);
      guint32        between = value_between (job, &open, next);

      if (!are_of_one_side (&open, next) && between <= REWRITTEN_MAX_RUN && between <= REWRITTEN_REACH * MIN (get_value (&open), get_value (next)))
        join (&open, next, between);
      else
        {
          g_array_append_val (out, open);
          open = *next;
        }
    }
  g_array_append_val (out, open);
}

static GArray *
join_rewritten (const DoubletAlignmentJob *job,
                const DoubletBox          *box,
                GArray                    *list)
{
  const Weighed *all = &g_array_index (list, Weighed, 0);
  GArray        *out;

  if (list->len == 1)
    return g_array_ref (list);
  out = g_array_sized_new (FALSE, FALSE, sizeof (Weighed), list->len);
  for (guint first = 0, last; first < list->len; first = last + 1)
    {
      for (last = first; last + 1 < list->len; last++)
        if (has_sentence_end (job->a, all[last].edit.a_end, all[last + 1].edit.a_start))
          break;
      if (last > first && is_rewritten (job, box, list, first, last))
        append_rewritten (job, list, first, last, out);
      else
        g_array_append_vals (out, &all[first], last - first + 1);
    }
  return out;
}

static void
trim (const DoubletAlignmentJob *job,
      DoubletAlignmentEdit      *edit)
{
  const guint32 *a = job->a->exact;
  const guint32 *b = job->b->exact;

  while (edit->a_start < edit->a_end && edit->b_start < edit->b_end && a[edit->a_start] == b[edit->b_start])
    edit->a_start++, edit->b_start++;
  while (edit->a_start < edit->a_end && edit->b_start < edit->b_end && a[edit->a_end - 1] == b[edit->b_end - 1])
    edit->a_end--, edit->b_end--;
}

static void
smooth (DoubletAlignmentJob *job,
        const DoubletBox    *box,
        GArray              *edits,
        guint                first_edit)
{
  g_autoptr (GArray) list = NULL;
  g_autoptr (GArray) joined = NULL;
  guint n = first_edit;

  if (edits->len == first_edit)
    return;

  list = g_array_sized_new (FALSE, FALSE, sizeof (Weighed), edits->len - first_edit);
  g_array_set_size (list, edits->len - first_edit);
  for (guint i = first_edit; i < edits->len; i++)
    {
      Weighed *next = &g_array_index (list, Weighed, i - first_edit);

      next->edit = g_array_index (edits, DoubletAlignmentEdit, i);
      next->a_value = doublet_alignment_job_value (job, job->a, next->edit.a_start, next->edit.a_end);
      next->b_value = doublet_alignment_job_value (job, job->b, next->edit.b_start, next->edit.b_end);
    }
  drop_crumbs (job, list);
  joined = join_rewritten (job, box, list);

  for (guint i = 0; i < joined->len; i++)
    {
      DoubletAlignmentEdit edit = g_array_index (joined, Weighed, i).edit;

      trim (job, &edit);
      /* Only where a cost cap was hit: otherwise equal ranges were matched. */
      if (edit.a_start == edit.a_end && edit.b_start == edit.b_end)
        continue;
      edit.kind = doublet_edit_script_get_kind (&edit);
      g_array_index (edits, DoubletAlignmentEdit, n++) = edit;
    }
  g_array_set_size (edits, n);
  doublet_sliding_settle (job, box, edits, first_edit);
  doublet_alignment_job_tick (job, box->a_end - box->a_start + box->b_end - box->b_start);
}

/**
 * doublet_smoothing_set_edits:
 * @job: the job, whose matches in @region rise and do not leave it
 * @region: a region; its edits are set
 *
 * Appends what differs in @region, smoothed as described above, to the job's edits.
 */
void
doublet_smoothing_set_edits (DoubletAlignmentJob *job,
                             DoubletRegion       *region)
{
  region->first_edit = job->edits->len;
  doublet_edit_script_append (job, &region->box, job->edits);
  doublet_sliding_join (job, job->edits, region->first_edit);
  doublet_sliding_settle (job, &region->box, job->edits, region->first_edit);
  smooth (job, &region->box, job->edits, region->first_edit);
  region->n_edits = job->edits->len - region->first_edit;
}
