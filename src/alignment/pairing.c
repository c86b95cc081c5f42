/* pairing.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pairing.h"

#include "parting.h"
#include "smoothing.h"
#include "twins.h"

/*
 * Which paragraphs correspond in place.  The matched tokens vote: two paragraphs are a
 * pair if they share enough of their weight, or if one holds the other (split, joined),
 * or if a whole sentence went over the border between two.  Matches outside of such
 * pairs are chance ("of the", a comma), are forgotten, and the tokens they had taken
 * from a pair are matched anew inside it.
 */

/* Paragraphs with less of their weight matched are different ones.  In 15 pairs of
 * editions of one book (649 pairs of paragraphs) the lowest true pair has .28, the
 * highest chance one .05; in licences rewritten by lawyers chance goes up to .2. */
#define PAIR_SIMILARITY 0.25

/* A paragraph stands inside another one, as a part that was split off, if so much of
 * it is there and in one piece: its tokens stretched to no more than this. */
#define PART_CONTAINMENT 0.6
#define PART_STRETCH 1.5
#define PART_SLACK 3

/* What went over a paragraph's border: a sentence, unbroken. */
#define RUN_HALF_WORDS 16
#define RUN_DENSITY 0.8

#define NO_GROUP G_MAXUINT32

/* What two blocks have matched: all that is matched from a_first to a_last. */
typedef struct
{
  guint32 a_block;
  guint32 b_block;
  guint32 a_first; /* tokens matched, the first and the last */
  guint32 a_last;
  guint32 b_first;
  guint32 b_last;
  guint32 n_matched;
  guint64 shared;
} Edge;

/* Blocks a_first to a_last and b_first to b_last, inclusive. */
typedef struct
{
  guint32  a_first;
  guint32  a_last;
  guint32  b_first;
  guint32  b_last;
  gboolean dirty;   /* lost tokens to blocks outside */
  guint    n_edges; /* that made it */
  guint64  shared;  /* of the first of them */
} Group;

typedef struct
{
  DoubletAlignmentJob *job;
  DoubletTokenMatcher *matcher;
  GArray              *groups;  /* Group, rising */
  guint32             *a_group; /* n_blocks of a: index of its group or NO_GROUP */
  guint32             *b_group;
  guint64             *a_weights; /* n_blocks of a */
  guint64             *b_weights;
} Pairing;

static guint64 *
weigh_blocks (const DoubletAlignmentJob  *job,
              const DoubletAlignmentText *text)
{
  guint64 *weights = g_new (guint64, text->n_blocks);

  for (guint32 i = 0; i < text->n_blocks; i++)
    weights[i] = doublet_alignment_job_weigh (job, text, text->block_first[i], text->block_first[i + 1]);
  return weights;
}

static GArray *
find_edges (const DoubletAlignmentJob *job)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  guint32 b_block = 0;

  for (guint32 a_block = 0; a_block < job->a->n_blocks; a_block++)
    {
      Edge edge = { a_block };

      for (guint32 i = job->a->block_first[a_block]; i < job->a->block_first[a_block + 1]; i++)
        {
          guint32 k = job->match[i];

          if (k == DOUBLET_NO_MATCH)
            continue;
          if (edge.n_matched == 0 || k >= job->b->block_first[b_block + 1])
            {
              while (k >= job->b->block_first[b_block + 1])
                b_block++;
              if (edge.n_matched > 0)
                g_array_append_val (edges, edge);
              edge = (Edge){ a_block, b_block, i, i, k, k, 0, 0 };
            }
          edge.a_last = i;
          edge.b_last = k;
          edge.n_matched++;
          edge.shared += job->weights[job->a->normal[i]];
        }
      if (edge.n_matched > 0)
        g_array_append_val (edges, edge);
    }
  return edges;
}

static gboolean
is_part (const DoubletAlignmentText *text,
         guint32                     block,
         guint32                     span)
{
  guint32 n_tokens = text->block_first[block + 1] - text->block_first[block];

  return span <= n_tokens * PART_STRETCH + PART_SLACK;
}

static gboolean
is_pair (const Pairing *self,
         const Edge    *edge)
{
  const DoubletAlignmentJob *job = self->job;
  guint64                    a_weight = self->a_weights[edge->a_block];
  guint64                    b_weight = self->b_weights[edge->b_block];
  guint32                    a_span = edge->a_last - edge->a_first + 1;
  guint32                    b_span = edge->b_last - edge->b_first + 1;

  if (doublet_twins_part (job, edge->a_block, edge->b_block))
    return FALSE;
  if (2.0 * edge->shared >= PAIR_SIMILARITY * (a_weight + b_weight))
    return TRUE;
  if (edge->shared >= PART_CONTAINMENT * a_weight && is_part (job->a, edge->a_block, b_span))
    return TRUE;
  if (edge->shared >= PART_CONTAINMENT * b_weight && is_part (job->b, edge->b_block, a_span))
    return TRUE;
  return edge->n_matched >= RUN_DENSITY * MAX (a_span, b_span) &&
         doublet_alignment_text_half_words (job->a, edge->a_first, edge->a_last + 1) >= RUN_HALF_WORDS;
}

/* Whether an edge would draw blocks into a group that nothing ties to it, though neither
 * of its ends is a part of the other. */
static gboolean
leaps (const Pairing *self,
       const Group   *group,
       const Edge    *edge)
{
  const DoubletAlignmentText *a = self->job->a;
  const DoubletAlignmentText *b = self->job->b;

  if (edge->a_block > group->a_last && a->block_first[edge->a_block] > a->block_first[group->a_last + 1])
    return edge->shared < PART_CONTAINMENT * self->a_weights[edge->a_block];
  if (edge->b_block > group->b_last && b->block_first[edge->b_block] > b->block_first[group->b_last + 1])
    return edge->shared < PART_CONTAINMENT * self->b_weights[edge->b_block];
  return FALSE;
}

static void
group_edges (Pairing      *self,
             const GArray *edges)
{
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      Group      *last = self->groups->len > 0 ? &g_array_index (self->groups, Group, self->groups->len - 1) : NULL;
      Group       group = { edge->a_block, edge->a_block, edge->b_block, edge->b_block, FALSE, 1, edge->shared };

      if (!is_pair (self, edge))
        continue;
      if (last == NULL || (edge->a_block > last->a_last && edge->b_block > last->b_last))
        g_array_append_val (self->groups, group);
      else if (!leaps (self, last, edge))
        {
          last->a_last = edge->a_block;
          last->b_last = edge->b_block;
          last->n_edges++;
        }
      else if (last->n_edges == 1 && edge->shared > last->shared)
        *last = group;
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);

      for (guint32 block = group->a_first; block <= group->a_last; block++)
        self->a_group[block] = i;
      for (guint32 block = group->b_first; block <= group->b_last; block++)
        self->b_group[block] = i;
    }
}

static void
mark_dirty (Pairing *self,
            guint32  group)
{
  if (group != NO_GROUP)
    g_array_index (self->groups, Group, group).dirty = TRUE;
}

static void
forget_chance_matches (Pairing      *self,
                       const GArray *edges)
{
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      guint32     a_group = self->a_group[edge->a_block];
      guint32     b_group = self->b_group[edge->b_block];

      if (a_group != NO_GROUP && a_group == b_group)
        continue;
      for (guint32 k = edge->a_first; k <= edge->a_last; k++)
        self->job->match[k] = DOUBLET_NO_MATCH;
      mark_dirty (self, a_group);
      mark_dirty (self, b_group);
    }
}

/* What a part of a group must have in common to be one. */
static gboolean
holds_enough (const DoubletAlignmentJob *job,
              const DoubletRegion       *part)
{
  guint64 a_weight = doublet_alignment_job_weigh (job, job->a, part->box.a_start, part->box.a_end);
  guint64 b_weight = doublet_alignment_job_weigh (job, job->b, part->box.b_start, part->box.b_end);
  guint64 kept = doublet_alignment_job_weigh_kept (job, part);

  return 2.0 * kept >= PAIR_SIMILARITY * (a_weight + b_weight) || kept >= PART_CONTAINMENT * MIN (a_weight, b_weight);
}

static void
append_region (Pairing     *self,
               const Group *group)
{
  DoubletAlignmentJob *job = self->job;
  DoubletRegion        region = { { job->a->block_first[group->a_first],
                                    job->a->block_first[group->a_last + 1],
                                    job->b->block_first[group->b_first],
                                    job->b->block_first[group->b_last + 1] } };

  if (group->dirty)
    doublet_token_matcher_run (self->matcher, &region.box);
  doublet_smoothing_set_edits (job, &region);
  if (group->a_first == group->a_last && group->b_first == group->b_last)
    g_array_append_val (job->regions, region);
  else
    doublet_parting_append (job, &region, holds_enough);
}

static guint32 *
new_groups (guint32 n_blocks)
{
  guint32 *groups = g_new (guint32, n_blocks);

  for (guint32 i = 0; i < n_blocks; i++)
    groups[i] = NO_GROUP;
  return groups;
}

/**
 * doublet_pairing_run:
 * @job: a job whose tokens are matched in order
 * @matcher: for matching what is paired now
 *
 * Adds the pairs of paragraphs that correspond in place to the job's regions, with
 * their edits and in order; afterwards tokens are matched only inside of those.
 */
void
doublet_pairing_run (DoubletAlignmentJob *job,
                     DoubletTokenMatcher *matcher)
{
  g_autoptr (GArray) edges = find_edges (job);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autofree guint32 *a_group = new_groups (job->a->n_blocks);
  g_autofree guint32 *b_group = new_groups (job->b->n_blocks);
  g_autofree guint64 *a_weights = weigh_blocks (job, job->a);
  g_autofree guint64 *b_weights = weigh_blocks (job, job->b);
  Pairing             self = { job, matcher, groups, a_group, b_group, a_weights, b_weights };

  group_edges (&self, edges);
  forget_chance_matches (&self, edges);
  for (guint i = 0; i < groups->len; i++)
    append_region (&self, &g_array_index (groups, Group, i));
}
