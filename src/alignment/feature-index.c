/* feature-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "feature-index.h"

#include <stdlib.h>

/*
 * An inverted index of pieces of text by what is rare in them: words, and runs of three
 * words, for in formal prose and in Chinese no single word is rare.
 *
 * A feature that stands in many pieces tells nothing about which one is meant, so its
 * list is closed when it gets long; with that a vote costs no more than a constant
 * for each token asked for.
 */
#define MAX_POSTINGS 24

#define SHINGLE_TOKENS 3
#define SHINGLE_FACTOR G_GUINT64_CONSTANT (0x9fb21c651e98df25)

typedef struct
{
  guint64 hash;
  guint32 first; /* index into postings */
  guint32 n;     /* above MAX_POSTINGS: closed */
} Feature;

typedef struct
{
  guint32 piece;
  guint32 next; /* index into postings; valid while counting n of the feature */
} Posting;

struct _DoubletFeatureIndex
{
  const DoubletAlignmentJob *job;
  guint32                   *slots; /* index into features + 1, 0 free; open addressing */
  guint32                    mask;
  GArray                    *features; /* Feature */
  GArray                    *postings; /* Posting */
  GArray                    *counts;   /* guint32 for each piece: all 0 between two votes */
  GArray                    *votes;    /* DoubletFeatureVote */
};

/**
 * doublet_feature_index_new:
 * @job: what the pieces are of, borrowed
 * @n_tokens: at least as many as all pieces together will have
 *
 * Returns: (transfer full): an empty index
 */
DoubletFeatureIndex *
doublet_feature_index_new (const DoubletAlignmentJob *job,
                           guint32                    n_tokens)
{
  DoubletFeatureIndex *self = g_new0 (DoubletFeatureIndex, 1);
  guint32              n_slots = 16;

  /* Two features a token, and half of the slots free. */
  while (n_slots < 4 * n_tokens)
    n_slots *= 2;
  self->job = job;
  self->slots = g_new0 (guint32, n_slots);
  self->mask = n_slots - 1;
  self->features = g_array_new (FALSE, FALSE, sizeof (Feature));
  self->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->votes = g_array_new (FALSE, FALSE, sizeof (DoubletFeatureVote));
  return self;
}

/**
 * doublet_feature_index_free:
 * @self: (transfer full): an index
 */
void
doublet_feature_index_free (DoubletFeatureIndex *self)
{
  g_free (self->slots);
  g_array_unref (self->features);
  g_array_unref (self->postings);
  g_array_unref (self->counts);
  g_array_unref (self->votes);
  g_free (self);
}

/* The features that begin at token i: returns how many, at most two.  They are made of
 * hashes, not symbols, so that even two that fall together do not depend on the order
 * of loading. */
static guint
get_features (const DoubletFeatureIndex  *self,
              const DoubletAlignmentText *text,
              guint32                     i,
              guint32                     end,
              guint64                     features[2])
{
  const guint64 *hashes = self->job->symbols->normal_hashes;
  guint          n = 0;

  if (!self->job->common[text->normal[i]])
    features[n++] = hashes[text->normal[i]];
  if (i + SHINGLE_TOKENS <= end)
    {
      guint64 shingle = hashes[text->normal[i]];

      for (guint32 k = 1; k < SHINGLE_TOKENS; k++)
        shingle = (shingle ^ (shingle >> 31)) * SHINGLE_FACTOR + hashes[text->normal[i + k]];
      features[n++] = shingle;
    }
  return n;
}

static guint32 *
find_slot (const DoubletFeatureIndex *self,
           guint64                    hash)
{
  guint32 i = (hash ^ (hash >> 32)) & self->mask;

  while (self->slots[i] != 0 && g_array_index (self->features, Feature, self->slots[i] - 1).hash != hash)
    i = (i + 1) & self->mask;
  return &self->slots[i];
}

static void
add_posting (DoubletFeatureIndex *self,
             guint64              hash,
             guint32              piece)
{
  guint32 *slot = find_slot (self, hash);
  Posting  posting = { piece, 0 };
  Feature *feature;

  if (*slot == 0)
    {
      Feature first = { hash, 0, 0 };

      g_array_append_val (self->features, first);
      *slot = self->features->len;
    }

  feature = &g_array_index (self->features, Feature, *slot - 1);
  if (feature->n > MAX_POSTINGS || (feature->n > 0 && g_array_index (self->postings, Posting, feature->first).piece == piece))
    return;
  posting.next = feature->first;
  feature->first = self->postings->len;
  feature->n++;
  g_array_append_val (self->postings, posting);
}

/**
 * doublet_feature_index_add:
 * @self: an index
 * @text: the article that holds the piece
 * @start: its first token
 * @end: one past its last
 *
 * Adds a piece.  Pieces are numbered from 0.
 */
void
doublet_feature_index_add (DoubletFeatureIndex        *self,
                           const DoubletAlignmentText *text,
                           guint32                     start,
                           guint32                     end)
{
  guint32 piece = self->counts->len;

  g_array_set_size (self->counts, piece + 1);
  for (guint32 i = start; i < end; i++)
    {
      guint64 features[2];
      guint   n = get_features (self, text, i, end, features);

      for (guint k = 0; k < n; k++)
        add_posting (self, features[k], piece);
    }
}

static void
count_feature (DoubletFeatureIndex *self,
               guint64              hash)
{
  guint32        slot = *find_slot (self, hash);
  const Feature *feature;
  guint32        at;

  if (slot == 0)
    return;
  feature = &g_array_index (self->features, Feature, slot - 1);
  if (feature->n > MAX_POSTINGS)
    return;

  at = feature->first;
  for (guint32 i = 0; i < feature->n; i++)
    {
      const Posting     *posting = &g_array_index (self->postings, Posting, at);
      DoubletFeatureVote first = { posting->piece, 0 };

      if (g_array_index (self->counts, guint32, posting->piece)++ == 0)
        g_array_append_val (self->votes, first);
      at = posting->next;
    }
}

static int
compare_votes (const void *x,
               const void *y)
{
  const DoubletFeatureVote *left = x;
  const DoubletFeatureVote *right = y;

  if (left->n_shared != right->n_shared)
    return left->n_shared > right->n_shared ? -1 : 1;
  return (left->piece > right->piece) - (left->piece < right->piece);
}

/**
 * doublet_feature_index_vote:
 * @self: an index
 * @text: an article
 * @start: first token of a piece of it
 * @end: one past the last
 *
 * Returns: (transfer none): an array of #DoubletFeatureVote, the piece that shares most
 *   with the one given first, of equals the one added first; valid until the next vote
 */
const GArray *
doublet_feature_index_vote (DoubletFeatureIndex        *self,
                            const DoubletAlignmentText *text,
                            guint32                     start,
                            guint32                     end)
{
  g_array_set_size (self->votes, 0);
  for (guint32 i = start; i < end; i++)
    {
      guint64 features[2];
      guint   n = get_features (self, text, i, end, features);

      for (guint k = 0; k < n; k++)
        count_feature (self, features[k]);
    }

  for (guint i = 0; i < self->votes->len; i++)
    {
      DoubletFeatureVote *vote = &g_array_index (self->votes, DoubletFeatureVote, i);
      guint32            *count = &g_array_index (self->counts, guint32, vote->piece);

      vote->n_shared = *count;
      *count = 0;
    }
  if (self->votes->len > 1)
    qsort (self->votes->data, self->votes->len, sizeof (DoubletFeatureVote), compare_votes);
  return self->votes;
}
