/* token-matcher.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "token-matcher.h"

#include "anchors.h"
#include "myers.h"
#include "sentence-anchors.h"

/*
 * Which tokens of two ranges correspond, in order.  Short ranges get a longest common
 * subsequence, exactly.  Long ones are first cut up by anchors, then the gaps between
 * those by shorter ones, until what is left is short; a long gap without any anchor
 * (a text of two words, alternating) goes to Myers with a cost cap.
 */
struct _DoubletTokenMatcher
{
  DoubletAlignmentJob *job;
  DoubletMyers        *myers;
  GArray              *gaps; /* Gap, waiting */
  guint32              exact_tokens;
  DoubletBox           whole; /* what is matched */
};

typedef struct
{
  DoubletBox box;
  guint      level; /* into n_grams */
} Gap;

/* Long ones first, which do not come together by chance; the single words of the last
 * round need be unique in a gap only.  With these 99.99 % of a longest common
 * subsequence is kept of a 1 MB pair with 5 % of its words edited and 12 moved blocks. */
static const guint32 n_grams[] = { 8, 4, 2, 1 };

/* Two articles of 5 kB have 1,000 tokens each and some hundred edits: a fraction of a
 * millisecond.  Twice that, with little in common, takes 15 ms. */
#define EXACT_TOKENS 2000

/* In longer articles, which can have many such gaps. */
#define EXACT_GAP_TOKENS 256

/* A gap in longer articles in which a sentence may have moved. */
#define MIN_SENTENCE_TOKENS 16

/* The level of what is between sentences. */
#define BETWEEN_SENTENCES G_N_ELEMENTS (n_grams)

/**
 * doublet_token_matcher_new:
 * @job: what to match in, borrowed
 *
 * Returns: (transfer full): a matcher
 */
DoubletTokenMatcher *
doublet_token_matcher_new (DoubletAlignmentJob *job)
{
  DoubletTokenMatcher *self = g_new0 (DoubletTokenMatcher, 1);

  self->job = job;
  self->myers = doublet_myers_new (job);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  self->exact_tokens = MAX (job->a->n_tokens, job->b->n_tokens) <= EXACT_TOKENS ? EXACT_TOKENS : EXACT_GAP_TOKENS;
  return self;
}

/**
 * doublet_token_matcher_free:
 * @self: (transfer full): a matcher
 */
void
doublet_token_matcher_free (DoubletTokenMatcher *self)
{
  doublet_myers_free (self->myers);
  g_array_unref (self->gaps);
  g_free (self);
}

static void
match_run (DoubletTokenMatcher *self,
           guint32              a,
           guint32              b,
           guint32              n)
{
  const DoubletAlignmentJob *job = self->job;

  for (guint32 i = 0; i < n; i++)
    if (job->a->exact[a + i] == job->b->exact[b + i])
      job->match[a + i] = b + i;
}

static void
match_ends (DoubletTokenMatcher *self,
            DoubletBox          *box)
{
  const guint32 *a = self->job->a->exact;
  const guint32 *b = self->job->b->exact;

  while (box->a_start < box->a_end && box->b_start < box->b_end && a[box->a_start] == b[box->b_start])
    self->job->match[box->a_start++] = box->b_start++;
  while (box->a_start < box->a_end && box->b_start < box->b_end && a[box->a_end - 1] == b[box->b_end - 1])
    self->job->match[--box->a_end] = --box->b_end;
}

static gboolean
is_short (const DoubletBox *box,
          guint32           n_tokens)
{
  return box->a_end - box->a_start <= n_tokens && box->b_end - box->b_start <= n_tokens;
}

/* Pushes what lies between the anchors and around them. */
static void
push_gaps (DoubletTokenMatcher *self,
           const DoubletBox    *box,
           const GArray        *anchors,
           guint                level)
{
  Gap gap = { { box->a_start, 0, box->b_start, 0 }, level };

  for (guint i = 0; i <= anchors->len; i++)
    {
      const DoubletAnchor *next = i < anchors->len ? &g_array_index (anchors, DoubletAnchor, i) : NULL;

      gap.box.a_end = next != NULL ? next->a : box->a_end;
      gap.box.b_end = next != NULL ? next->b : box->b_end;
      if (gap.box.a_start < gap.box.a_end && gap.box.b_start < gap.box.b_end)
        g_array_append_val (self->gaps, gap);
      if (next != NULL)
        {
          match_run (self, next->a, next->b, next->n);
          gap.box.a_start = next->a + next->n;
          gap.box.b_start = next->b + next->n;
        }
    }
}

static void
forget (DoubletTokenMatcher *self,
        guint32              a_start,
        guint32              a_end)
{
  for (guint32 i = a_start; i < a_end; i++)
    self->job->match[i] = DOUBLET_NO_MATCH;
}

/* Cuts a short range up by sentences; FALSE if it is not to be. */
static gboolean
match_sentences (DoubletTokenMatcher *self,
                 const Gap           *gap)
{
  const DoubletBox *box = &gap->box;
  DoubletBox        wide;
  g_autoptr (GArray) anchors = NULL;

  if (gap->level == BETWEEN_SENTENCES || !is_short (box, self->exact_tokens) ||
      (self->exact_tokens == EXACT_GAP_TOKENS && MIN (box->a_end - box->a_start, box->b_end - box->b_start) < MIN_SENTENCE_TOKENS))
    return FALSE;

  wide = doublet_sentence_anchors_widen (self->job, box, &self->whole);
  anchors = doublet_sentence_anchors_find (self->job, &wide);
  if (anchors->len == 0)
    return FALSE;
  forget (self, wide.a_start, box->a_start);
  forget (self, box->a_end, wide.a_end);
  push_gaps (self, &wide, anchors, BETWEEN_SENTENCES);
  return TRUE;
}

static void
match_gap (DoubletTokenMatcher *self,
           Gap                  gap)
{
  match_ends (self, &gap.box);
  if (match_sentences (self, &gap))
    return;
  if (is_short (&gap.box, self->exact_tokens))
    {
      doublet_myers_run (self->myers, &gap.box);
      return;
    }

  for (; gap.level < G_N_ELEMENTS (n_grams) && !self->job->cancelled; gap.level++)
    {
      g_autoptr (GArray) anchors = doublet_anchors_find (self->job, &gap.box, n_grams[gap.level]);

      if (anchors->len > 0)
        {
          push_gaps (self, &gap.box, anchors, gap.level + 1);
          return;
        }
    }
  if (!self->job->cancelled)
    doublet_myers_run (self->myers, &gap.box);
}

/**
 * doublet_token_matcher_run:
 * @self: a matcher
 * @box: the ranges
 *
 * Matches the tokens of @box in order, forgetting what was matched there before.
 */
void
doublet_token_matcher_run (DoubletTokenMatcher *self,
                           const DoubletBox    *box)
{
  Gap whole = { *box, 0 };

  self->whole = *box;
  forget (self, box->a_start, box->a_end);
  g_array_set_size (self->gaps, 0);
  g_array_append_val (self->gaps, whole);
  while (self->gaps->len > 0 && !self->job->cancelled)
    {
      Gap gap = g_array_index (self->gaps, Gap, self->gaps->len - 1);

      g_array_set_size (self->gaps, self->gaps->len - 1);
      match_gap (self, gap);
    }
}
