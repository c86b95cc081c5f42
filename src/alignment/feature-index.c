/* feature-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "feature-index.h"

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

/* Tokens whose features are looked up together, so that the memory for one is on its way
 * while the others' is asked for; each has two at the most. */
#define N_AT_ONCE 8

typedef struct
{
  guint64 hash;
  guint32 first; /* index into postings, once these are sorted */
  guint32 n;     /* pieces; above MAX_POSTINGS: closed */
  guint32 last;  /* of its pieces */
} Feature;

typedef struct
{
  guint32 feature;
  guint32 piece;
} Posting;

struct _DoubletFeatureIndex
{
  const DoubletAlignmentJob *job;
  guint32                   *slots; /* index into features + 1, 0 free; open addressing */
  guint32                    mask;
  GArray                    *features; /* Feature */
  GArray                    *added;    /* Posting, in the order of pieces */
  GArray                    *postings; /* guint32: pieces, by feature; valid until the next piece is added */
  gboolean                   sorted;
  GArray                    *counts; /* guint32 for each piece: all 0 between two votes */
  GArray                    *voted;  /* guint32: pieces with a count */
  GArray                    *votes;  /* DoubletFeatureVote */
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
  self->added = g_array_new (FALSE, FALSE, sizeof (Posting));
  self->postings = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->voted = g_array_new (FALSE, FALSE, sizeof (guint32));
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
  g_array_unref (self->added);
  g_array_unref (self->postings);
  g_array_unref (self->counts);
  g_array_unref (self->voted);
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

static inline guint32
hash_slot (const DoubletFeatureIndex *self,
           guint64                    hash)
{
  return (hash ^ (hash >> 32)) & self->mask;
}

static inline guint32 *
find_slot (const DoubletFeatureIndex *self,
           guint64                    hash)
{
  guint32 i = hash_slot (self, hash);

  while (self->slots[i] != 0 && g_array_index (self->features, Feature, self->slots[i] - 1).hash != hash)
    i = (i + 1) & self->mask;
  return &self->slots[i];
}

/* Lists the features of some tokens from @start on, in order, and asks for the memory that
 * looking them up will need.  Returns how many there are. */
static guint
list_features (const DoubletFeatureIndex  *self,
               const DoubletAlignmentText *text,
               guint32                     start,
               guint32                     end,
               guint64                     features[2 * N_AT_ONCE])
{
  guint n = 0;

  for (guint32 i = start; i < MIN (end, start + N_AT_ONCE); i++)
    n += get_features (self, text, i, end, features + n);
  for (guint k = 0; k < n; k++)
    __builtin_prefetch (&self->slots[hash_slot (self, features[k])]);
  for (guint k = 0; k < n; k++)
    {
      guint32 slot = self->slots[hash_slot (self, features[k])];

      if (slot != 0)
        __builtin_prefetch (&g_array_index (self->features, Feature, slot - 1));
    }
  return n;
}

static inline void
add_posting (DoubletFeatureIndex *self,
             guint64              hash,
             guint32              piece)
{
  guint32 *slot = find_slot (self, hash);
  Posting  posting = { 0, piece };
  Feature *feature;

  if (*slot == 0)
    {
      Feature first = { hash, 0, 0, 0 };

      g_array_append_val (self->features, first);
      *slot = self->features->len;
    }

  posting.feature = *slot - 1;
  feature = &g_array_index (self->features, Feature, posting.feature);
  if (feature->n > MAX_POSTINGS || (feature->n > 0 && feature->last == piece))
    return;
  feature->last = piece;
  feature->n++;
  g_array_append_val (self->added, posting);
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
  self->sorted = FALSE;
  for (guint32 i = start; i < end; i += MIN (end - i, N_AT_ONCE))
    {
      guint64 features[2 * N_AT_ONCE];
      guint   n = list_features (self, text, i, end, features);

      for (guint k = 0; k < n; k++)
        add_posting (self, features[k], piece);
    }
}

/* Puts the pieces of each feature that is not closed side by side. */
static void
sort_postings (DoubletFeatureIndex *self)
{
  guint32 sum = 0;

  for (guint i = 0; i < self->features->len; i++)
    {
      Feature *feature = &g_array_index (self->features, Feature, i);

      feature->first = sum;
      sum += feature->n <= MAX_POSTINGS ? feature->n : 0;
    }
  g_array_set_size (self->postings, sum);
  for (guint i = 0; i < self->added->len; i++)
    {
      const Posting *posting = &g_array_index (self->added, Posting, i);
      Feature       *feature = &g_array_index (self->features, Feature, posting->feature);

      if (feature->n <= MAX_POSTINGS)
        g_array_index (self->postings, guint32, feature->first++) = posting->piece;
    }
  /* Each begins where all of its own had been counted up to. */
  for (guint i = 0; i < self->features->len; i++)
    {
      Feature *feature = &g_array_index (self->features, Feature, i);

      if (feature->n <= MAX_POSTINGS)
        feature->first -= feature->n;
    }
  self->sorted = TRUE;
}

static inline void
count_feature (DoubletFeatureIndex *self,
               guint64              hash)
{
  guint32        slot = *find_slot (self, hash);
  const Feature *feature;
  const guint32 *pieces;

  if (slot == 0)
    return;
  feature = &g_array_index (self->features, Feature, slot - 1);
  if (feature->n > MAX_POSTINGS)
    return;

  pieces = &g_array_index (self->postings, guint32, feature->first);
  for (guint32 i = 0; i < feature->n; i++)
    if (g_array_index (self->counts, guint32, pieces[i])++ == 0)
      g_array_append_val (self->voted, pieces[i]);
}

static gboolean
goes_before (const DoubletFeatureVote *left,
             const DoubletFeatureVote *right)
{
  return left->n_shared != right->n_shared ? left->n_shared > right->n_shared : left->piece < right->piece;
}

/* Keeps the votes in order, and no more than so many. */
static inline void
enter_vote (GArray            *votes,
            DoubletFeatureVote vote,
            guint              n_most)
{
  guint at = votes->len;

  if (at == n_most && !goes_before (&vote, &g_array_index (votes, DoubletFeatureVote, at - 1)))
    return;
  if (at < n_most)
    g_array_append_val (votes, vote);
  else
    at--;
  for (; at > 0 && goes_before (&vote, &g_array_index (votes, DoubletFeatureVote, at - 1)); at--)
    g_array_index (votes, DoubletFeatureVote, at) = g_array_index (votes, DoubletFeatureVote, at - 1);
  g_array_index (votes, DoubletFeatureVote, at) = vote;
}

/**
 * doublet_feature_index_vote:
 * @self: an index
 * @text: an article
 * @start: first token of a piece of it
 * @end: one past the last
 * @n_most: how many to return, 1 or more
 *
 * Returns: (transfer none): an array of #DoubletFeatureVote, the pieces that share most
 *   with the one given, of equals the one added first; valid until the next vote
 */
const GArray *
doublet_feature_index_vote (DoubletFeatureIndex        *self,
                            const DoubletAlignmentText *text,
                            guint32                     start,
                            guint32                     end,
                            guint                       n_most)
{
  if (!self->sorted)
    sort_postings (self);

  g_array_set_size (self->voted, 0);
  for (guint32 i = start; i < end; i += MIN (end - i, N_AT_ONCE))
    {
      guint64 features[2 * N_AT_ONCE];
      guint   n = list_features (self, text, i, end, features);

      for (guint k = 0; k < n; k++)
        count_feature (self, features[k]);
    }

  g_array_set_size (self->votes, 0);
  for (guint i = 0; i < self->voted->len; i++)
    {
      guint32  piece = g_array_index (self->voted, guint32, i);
      guint32 *count = &g_array_index (self->counts, guint32, piece);

      enter_vote (self->votes, (DoubletFeatureVote){ piece, *count }, n_most);
      *count = 0;
    }
  return self->votes;
}
