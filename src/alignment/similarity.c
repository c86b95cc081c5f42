/* similarity.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "similarity.h"

#include "feature-index.h"

#include <stdlib.h>

/*
 * Which pieces of a are like which pieces of b, without comparing all with all: an
 * index of b's pieces by what is rare in them gives each piece of a its best few
 * candidates, and only those are compared, by the weight of the words they share.
 *
 * Three steps of an alignment ask this.  Where paragraphs only moved, or where two texts
 * have nothing in common, they ask for the same pieces: then the answer is there.
 */

/* Compared per piece.  The right one is nearly always the first; the others are there
 * for when another piece has a better claim to it. */
#define MAX_CANDIDATES 6

/* Not compared if the best shares more than so many times the features. */
#define LEAST_PART 5

/* So many times as large that looking words up by halving takes less than going through
 * all: a paragraph of a hundred words has seven halvings, none of them foreseen. */
#define MUCH_LARGER 16

typedef struct
{
  guint32 symbol;
  guint32 count;
} BagEntry;

/* The words of each piece, each once: piece i has entries first[i] to first[i + 1]. */
typedef struct
{
  BagEntry *entries;
  guint32  *first;
  guint8   *is_sorted; /* of each piece: whether its entries are, by symbol */
} Bags;

static int
compare_entries (const void *x,
                 const void *y)
{
  guint32 left = ((const BagEntry *)x)->symbol;
  guint32 right = ((const BagEntry *)y)->symbol;

  return (left > right) - (left < right);
}

static gsize
count_tokens (const GArray *pieces)
{
  gsize n_tokens = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const DoubletPiece *piece = &g_array_index (pieces, DoubletPiece, i);

      n_tokens += piece->end - piece->start;
    }
  return n_tokens;
}

static void
bags_init (Bags                       *self,
           const DoubletAlignmentText *text,
           const GArray               *pieces,
           guint32                     n_symbols)
{
  g_autofree guint32 *places = g_new0 (guint32, n_symbols); /* where a symbol's last entry is, plus one */
  guint32             n_entries = 0;

  self->entries = g_new (BagEntry, count_tokens (pieces));
  self->first = g_new (guint32, (gsize)pieces->len + 1);
  self->is_sorted = g_new0 (guint8, pieces->len);

  for (guint i = 0; i < pieces->len; i++)
    {
      const DoubletPiece *piece = &g_array_index (pieces, DoubletPiece, i);
      guint32             first = self->first[i] = n_entries;

      for (guint32 k = piece->start; k < piece->end; k++)
        {
          guint32   symbol = text->normal[k];
          gboolean  is_new = places[symbol] <= first;
          BagEntry *entry = &self->entries[is_new ? n_entries : places[symbol] - 1];

          *entry = (BagEntry){ symbol, is_new ? 1 : entry->count + 1 };
          places[symbol] = entry - self->entries + 1;
          n_entries += is_new;
        }
    }
  self->first[pieces->len] = n_entries;
}

static void
bags_clear (Bags *self)
{
  g_free (self->entries);
  g_free (self->first);
  g_free (self->is_sorted);
}

/* How often each word stands in a piece, for comparing it with some others. */
static void
note_counts (const Bags *bags,
             guint32     piece,
             guint32    *counts)
{
  for (guint32 i = bags->first[piece]; i < bags->first[piece + 1]; i++)
    counts[bags->entries[i].symbol] = bags->entries[i].count;
}

static void
forget_counts (const Bags *bags,
               guint32     piece,
               guint32    *counts)
{
  for (guint32 i = bags->first[piece]; i < bags->first[piece + 1]; i++)
    counts[bags->entries[i].symbol] = 0;
}

/* The words of a piece of b, in the counts of one of a. */
static guint64
weigh_counted (const DoubletAlignmentJob *job,
               const guint32             *counts,
               const Bags                *b,
               guint32                    b_piece)
{
  guint64 shared = 0;

  for (guint32 i = b->first[b_piece]; i < b->first[b_piece + 1]; i++)
    {
      const BagEntry *entry = &b->entries[i];

      shared += (guint64)MIN (entry->count, counts[entry->symbol]) * job->weights[entry->symbol];
    }
  return shared;
}

/* Looks each word of a piece of a up in one of b that is much larger: one paragraph
 * against a whole book must not cost as much as the book. */
static guint64
weigh_looked_up (const DoubletAlignmentJob *job,
                 const Bags                *a,
                 guint32                    a_piece,
                 const Bags                *b,
                 guint32                    b_piece)
{
  BagEntry *large = b->entries + b->first[b_piece];
  guint32   n_large = b->first[b_piece + 1] - b->first[b_piece];
  guint64   shared = 0;

  if (!b->is_sorted[b_piece])
    qsort (large, n_large, sizeof *large, compare_entries);
  b->is_sorted[b_piece] = TRUE;

  for (guint32 i = a->first[a_piece]; i < a->first[a_piece + 1]; i++)
    {
      const BagEntry *entry = &a->entries[i];
      const BagEntry *found = bsearch (entry, large, n_large, sizeof *large, compare_entries);

      if (found != NULL)
        shared += (guint64)MIN (entry->count, found->count) * job->weights[entry->symbol];
    }
  return shared;
}

static guint64
weigh_shared (const DoubletAlignmentJob *job,
              const guint32             *counts,
              const Bags                *a,
              guint32                    a_piece,
              const Bags                *b,
              guint32                    b_piece)
{
  guint64 n_a = a->first[a_piece + 1] - a->first[a_piece];
  guint64 n_b = b->first[b_piece + 1] - b->first[b_piece];

  return n_b > n_a * MUCH_LARGER ? weigh_looked_up (job, a, a_piece, b, b_piece) : weigh_counted (job, counts, b, b_piece);
}

static gboolean
are_same (const GArray *pieces,
          const GArray *others)
{
  if (pieces->len != others->len)
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    {
      const DoubletPiece *piece = &g_array_index (pieces, DoubletPiece, i);
      const DoubletPiece *other = &g_array_index (others, DoubletPiece, i);

      if (piece->start != other->start || piece->end != other->end)
        return FALSE;
    }
  return TRUE;
}

static void
remember (DoubletAlignmentJob *job,
          const GArray        *a_pieces,
          const GArray        *b_pieces,
          const GArray        *candidates)
{
  g_clear_pointer (&job->a_asked, g_array_unref);
  g_clear_pointer (&job->b_asked, g_array_unref);
  g_clear_pointer (&job->candidates, g_array_unref);
  job->a_asked = g_array_copy ((GArray *)a_pieces);
  job->b_asked = g_array_copy ((GArray *)b_pieces);
  job->candidates = g_array_copy ((GArray *)candidates);
}

/**
 * doublet_similarity_find_candidates:
 * @job: what they are pieces of
 * @a_pieces: array of #DoubletPiece, of a
 * @b_pieces: array of #DoubletPiece, of b
 *
 * Returns: (transfer full): an array of #DoubletCandidate, by piece of a, each piece
 *   with the few of b that are most like it
 */
GArray *
doublet_similarity_find_candidates (DoubletAlignmentJob *job,
                                    const GArray        *a_pieces,
                                    const GArray        *b_pieces)
{
  g_autoptr (DoubletFeatureIndex) index = NULL;
  g_autofree guint32 *counts = NULL;
  Bags                a_bags, b_bags;
  GArray             *candidates;

  if (job->candidates != NULL && are_same (a_pieces, job->a_asked) && are_same (b_pieces, job->b_asked))
    return g_array_copy (job->candidates);

  candidates = g_array_new (FALSE, FALSE, sizeof (DoubletCandidate));
  if (a_pieces->len == 0 || b_pieces->len == 0)
    return candidates;

  bags_init (&a_bags, job->a, a_pieces, job->symbols->n_normal);
  bags_init (&b_bags, job->b, b_pieces, job->symbols->n_normal);
  index = doublet_feature_index_new (job, count_tokens (b_pieces));
  for (guint i = 0; i < b_pieces->len; i++)
    {
      const DoubletPiece *piece = &g_array_index (b_pieces, DoubletPiece, i);

      doublet_feature_index_add (index, job->b, piece->start, piece->end);
    }

  counts = g_new0 (guint32, MAX (job->symbols->n_normal, 1));
  for (guint i = 0; i < a_pieces->len && !job->cancelled; i++)
    {
      const DoubletPiece *piece = &g_array_index (a_pieces, DoubletPiece, i);
      const GArray       *votes = doublet_feature_index_vote (index, job->a, piece->start, piece->end, MAX_CANDIDATES);

      note_counts (&a_bags, i, counts);
      for (guint k = 0; k < votes->len; k++)
        {
          const DoubletFeatureVote *vote = &g_array_index (votes, DoubletFeatureVote, k);
          const DoubletPiece       *other = &g_array_index (b_pieces, DoubletPiece, vote->piece);
          DoubletCandidate          candidate = { i, vote->piece };

          if (LEAST_PART * vote->n_shared < g_array_index (votes, DoubletFeatureVote, 0).n_shared)
            break;
          candidate.shared = weigh_shared (job, counts, &a_bags, i, &b_bags, vote->piece);
          candidate.dice = 2.0 * candidate.shared / (piece->weight + other->weight);
          candidate.containment = (double)candidate.shared / MIN (piece->weight, other->weight);
          g_array_append_val (candidates, candidate);
        }
      forget_counts (&a_bags, i, counts);
      doublet_alignment_job_tick (job, piece->end - piece->start + votes->len);
    }

  bags_clear (&a_bags);
  bags_clear (&b_bags);
  remember (job, a_pieces, b_pieces, candidates);
  return candidates;
}
