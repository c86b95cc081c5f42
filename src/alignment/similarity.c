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
 */

/* Compared per piece.  The right one is nearly always the first; the others are there
 * for when another piece has a better claim to it. */
#define MAX_CANDIDATES 6

/* Not compared if the best shares more than so many times the features. */
#define LEAST_PART 5

typedef struct
{
  guint32 symbol;
  guint32 count;
} BagEntry;

/* The words of each piece, sorted by symbol: piece i has entries first[i] to
 * first[i + 1]. */
typedef struct
{
  BagEntry *entries;
  guint32  *first;
} Bags;

static int
compare_entries (const void *x,
                 const void *y)
{
  guint32 left = ((const BagEntry *)x)->symbol;
  guint32 right = ((const BagEntry *)y)->symbol;

  return (left > right) - (left < right);
}

/* Shell's method with the gaps that Ciura (2001) found best: a paragraph has some
 * hundred words, for which calling a function per comparison is most of the work. */
static void
sort_symbols (guint32 *symbols,
              guint32  n)
{
  static const guint32 gaps[] = { 510774, 227011, 100894, 44842, 19930, 8858, 3937, 1750, 701, 301, 132, 57, 23, 10, 4, 1 };

  for (guint g = 0; g < G_N_ELEMENTS (gaps); g++)
    for (guint32 i = gaps[g]; i < n; i++)
      {
        guint32 symbol = symbols[i];
        guint32 k = i;

        for (; k >= gaps[g] && symbols[k - gaps[g]] > symbol; k -= gaps[g])
          symbols[k] = symbols[k - gaps[g]];
        symbols[k] = symbol;
      }
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
           const GArray               *pieces)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n_entries = 0;

  self->entries = g_new (BagEntry, count_tokens (pieces));
  self->first = g_new (guint32, (gsize)pieces->len + 1);

  for (guint i = 0; i < pieces->len; i++)
    {
      const DoubletPiece *piece = &g_array_index (pieces, DoubletPiece, i);
      BagEntry           *bag = self->entries + n_entries;
      guint32             n = piece->end - piece->start;
      guint32             n_different = 0;
      const guint32      *symbols;

      self->first[i] = n_entries;
      g_array_set_size (sorted, 0);
      g_array_append_vals (sorted, text->normal + piece->start, n);
      sort_symbols ((guint32 *)(gpointer)sorted->data, n);
      symbols = (const guint32 *)(gconstpointer)sorted->data;
      for (guint32 k = 0; k < n; k++)
        if (n_different > 0 && bag[n_different - 1].symbol == symbols[k])
          bag[n_different - 1].count++;
        else
          bag[n_different++] = (BagEntry){ symbols[k], 1 };
      n_entries += n_different;
    }
  self->first[pieces->len] = n_entries;
}

static void
bags_clear (Bags *self)
{
  g_free (self->entries);
  g_free (self->first);
}

/* Looks each word of the smaller bag up in the larger: one paragraph against a whole
 * book must not cost as much as the book. */
static guint64
weigh_shared (const DoubletAlignmentJob *job,
              const Bags                *a,
              guint32                    a_piece,
              const Bags                *b,
              guint32                    b_piece)
{
  const BagEntry *small = a->entries + a->first[a_piece];
  const BagEntry *large = b->entries + b->first[b_piece];
  guint32         n_small = a->first[a_piece + 1] - a->first[a_piece];
  guint32         n_large = b->first[b_piece + 1] - b->first[b_piece];
  guint64         shared = 0;

  if (n_small > n_large)
    {
      const BagEntry *swap = small;
      guint32         n_swap = n_small;

      small = large, n_small = n_large;
      large = swap, n_large = n_swap;
    }
  for (guint32 i = 0; i < n_small && n_large > 0; i++)
    {
      const BagEntry *found = bsearch (&small[i], large, n_large, sizeof *large, compare_entries);

      if (found != NULL)
        {
          shared += (guint64)MIN (small[i].count, found->count) * job->weights[small[i].symbol];
          n_large -= found + 1 - large;
          large = found + 1;
        }
    }
  return shared;
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
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (DoubletCandidate));
  g_autoptr (DoubletFeatureIndex) index = NULL;
  Bags a_bags, b_bags;

  if (a_pieces->len == 0 || b_pieces->len == 0)
    return candidates;

  bags_init (&a_bags, job->a, a_pieces);
  bags_init (&b_bags, job->b, b_pieces);
  index = doublet_feature_index_new (job, count_tokens (b_pieces));
  for (guint i = 0; i < b_pieces->len; i++)
    {
      const DoubletPiece *piece = &g_array_index (b_pieces, DoubletPiece, i);

      doublet_feature_index_add (index, job->b, piece->start, piece->end);
    }

  for (guint i = 0; i < a_pieces->len && !job->cancelled; i++)
    {
      const DoubletPiece *piece = &g_array_index (a_pieces, DoubletPiece, i);
      const GArray       *votes = doublet_feature_index_vote (index, job->a, piece->start, piece->end);

      for (guint k = 0; k < MIN (votes->len, MAX_CANDIDATES); k++)
        {
          const DoubletFeatureVote *vote = &g_array_index (votes, DoubletFeatureVote, k);
          const DoubletPiece       *other = &g_array_index (b_pieces, DoubletPiece, vote->piece);
          DoubletCandidate          candidate = { i, vote->piece };

          if (LEAST_PART * vote->n_shared < g_array_index (votes, DoubletFeatureVote, 0).n_shared)
            break;
          candidate.shared = weigh_shared (job, &a_bags, i, &b_bags, vote->piece);
          candidate.dice = 2.0 * candidate.shared / (piece->weight + other->weight);
          candidate.containment = (double)candidate.shared / MIN (piece->weight, other->weight);
          g_array_append_val (candidates, candidate);
        }
      doublet_alignment_job_tick (job, piece->end - piece->start + votes->len);
    }

  bags_clear (&a_bags);
  bags_clear (&b_bags);
  return candidates;
}
