/* similarity.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "similarity.h"

#include <stdlib.h>

/*
 * Which pieces of a are like which pieces of b, without comparing all with all: an
 * inverted index of b's pieces by rare words and by runs of three words (in formal
 * prose and in Chinese no single word is rare) gives each piece of a its best few
 * candidates, and only those are compared, by the weight of the words they share.
 */

/* A feature that stands in more pieces than this tells nothing about which one. */
#define MAX_POSTINGS 24

/* Compared per piece.  The right one is nearly always the first; the others are there
 * for when another piece has a better claim to it. */
#define MAX_CANDIDATES 6

#define SHINGLE_TOKENS 3
#define SHINGLE_FACTOR G_GUINT64_CONSTANT (0x9fb21c651e98df25)

typedef struct
{
  guint64 feature;
  guint32 piece;
} Posting;

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

static void
bags_init (Bags                       *self,
           const DoubletAlignmentText *text,
           const GArray               *pieces)
{
  gsize   n_tokens = 0;
  guint32 n_entries = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const DoubletPiece *piece = &g_array_index (pieces, DoubletPiece, i);

      n_tokens += piece->end - piece->start;
    }
  self->entries = g_new (BagEntry, n_tokens);
  self->first = g_new (guint32, (gsize)pieces->len + 1);

  for (guint i = 0; i < pieces->len; i++)
    {
      const DoubletPiece *piece = &g_array_index (pieces, DoubletPiece, i);
      BagEntry           *bag = self->entries + n_entries;
      guint32             n = piece->end - piece->start;
      guint32             n_different = 0;

      self->first[i] = n_entries;
      for (guint32 k = 0; k < n; k++)
        bag[k] = (BagEntry){ text->normal[piece->start + k], 1 };
      qsort (bag, n, sizeof *bag, compare_entries);
      for (guint32 k = 0; k < n; k++)
        if (n_different > 0 && bag[n_different - 1].symbol == bag[k].symbol)
          bag[n_different - 1].count++;
        else
          bag[n_different++] = bag[k];
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

/* Features are made of hashes, not symbols, so that even two that fall together do
 * not depend on the order of loading. */
static void
append_features (const DoubletAlignmentJob  *job,
                 const DoubletAlignmentText *text,
                 const DoubletPiece         *piece,
                 guint32                     index,
                 GArray                     *postings)
{
  for (guint32 i = piece->start; i < piece->end; i++)
    {
      Posting posting = { job->symbols->normal_hashes[text->normal[i]], index };
      guint64 shingle = posting.feature;

      if (!job->common[text->normal[i]])
        g_array_append_val (postings, posting);
      if (i + SHINGLE_TOKENS > piece->end)
        continue;
      for (guint32 k = 1; k < SHINGLE_TOKENS; k++)
        shingle = (shingle ^ (shingle >> 31)) * SHINGLE_FACTOR + job->symbols->normal_hashes[text->normal[i + k]];
      posting.feature = shingle;
      g_array_append_val (postings, posting);
    }
}

static int
compare_postings (const void *x,
                  const void *y)
{
  const Posting *left = x;
  const Posting *right = y;

  if (left->feature != right->feature)
    return left->feature < right->feature ? -1 : 1;
  return (left->piece > right->piece) - (left->piece < right->piece);
}

/* Sorted, each feature once per piece, without those that stand everywhere. */
static GArray *
make_index (const DoubletAlignmentJob *job,
            const GArray              *b_pieces)
{
  GArray  *postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  Posting *all;
  guint    n = 0;

  for (guint i = 0; i < b_pieces->len; i++)
    append_features (job, job->b, &g_array_index (b_pieces, DoubletPiece, i), i, postings);
  if (postings->len == 0)
    return postings;
  all = &g_array_index (postings, Posting, 0);
  qsort (all, postings->len, sizeof *all, compare_postings);

  for (guint start = 0, end; start < postings->len; start = end)
    {
      guint first = n;

      for (end = start; end < postings->len && all[end].feature == all[start].feature; end++)
        if (n == first || all[n - 1].piece != all[end].piece)
          all[n++] = all[end];
      if (n - first > MAX_POSTINGS)
        n = first;
    }
  g_array_set_size (postings, n);
  return postings;
}

static guint
find_postings (const GArray *index,
               guint64       feature)
{
  guint low = 0;
  guint high = index->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (index, Posting, middle).feature < feature)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  guint32 piece;
  guint32 votes;
} Vote;

static int
compare_votes (const void *x,
               const void *y)
{
  const Vote *left = x;
  const Vote *right = y;

  if (left->votes != right->votes)
    return left->votes > right->votes ? -1 : 1;
  return (left->piece > right->piece) - (left->piece < right->piece);
}

/* The pieces of b that share the most features with @features, best first. */
static void
vote (const GArray *index,
      const GArray *features,
      guint32      *counts,
      GArray       *votes)
{
  g_array_set_size (votes, 0);
  for (guint i = 0; i < features->len; i++)
    {
      guint64 feature = g_array_index (features, Posting, i).feature;

      for (guint k = find_postings (index, feature); k < index->len; k++)
        {
          const Posting *posting = &g_array_index (index, Posting, k);
          Vote           first = { posting->piece, 0 };

          if (posting->feature != feature)
            break;
          if (counts[posting->piece]++ == 0)
            g_array_append_val (votes, first);
        }
    }
  for (guint i = 0; i < votes->len; i++)
    {
      Vote *entry = &g_array_index (votes, Vote, i);

      entry->votes = counts[entry->piece];
      counts[entry->piece] = 0;
    }
  if (votes->len > 0)
    qsort (votes->data, votes->len, sizeof (Vote), compare_votes);
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
  g_autoptr (GArray) index = NULL;
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (Posting));
  g_autoptr (GArray) votes = g_array_new (FALSE, FALSE, sizeof (Vote));
  g_autofree guint32 *counts = NULL;
  Bags                a_bags, b_bags;

  if (a_pieces->len == 0 || b_pieces->len == 0)
    return candidates;

  index = make_index (job, b_pieces);
  counts = g_new0 (guint32, b_pieces->len);
  bags_init (&a_bags, job->a, a_pieces);
  bags_init (&b_bags, job->b, b_pieces);

  for (guint i = 0; i < a_pieces->len && !job->cancelled; i++)
    {
      const DoubletPiece *piece = &g_array_index (a_pieces, DoubletPiece, i);

      g_array_set_size (features, 0);
      append_features (job, job->a, piece, i, features);
      vote (index, features, counts, votes);
      for (guint k = 0; k < MIN (votes->len, MAX_CANDIDATES); k++)
        {
          guint32             other = g_array_index (votes, Vote, k).piece;
          const DoubletPiece *b_piece = &g_array_index (b_pieces, DoubletPiece, other);
          guint64             shared = weigh_shared (job, &a_bags, i, &b_bags, other);
          DoubletCandidate    candidate = { i, other, shared };

          candidate.dice = 2.0 * shared / (piece->weight + b_piece->weight);
          candidate.containment = (double)shared / MIN (piece->weight, b_piece->weight);
          g_array_append_val (candidates, candidate);
        }
      doublet_alignment_job_tick (job, features->len + votes->len);
    }

  bags_clear (&a_bags);
  bags_clear (&b_bags);
  return candidates;
}
