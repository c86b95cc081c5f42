/* json-pairs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-pairs.h"

/* The pairs of an article that have most in common, most first. */
typedef struct
{
  guint32 n;
  guint32 pairs[DOUBLET_JSON_NEAREST_ARTICLES];
} Nearest;

static guint64
count_common (const DoubletPair *pair)
{
  return pair->of_a.half_words + pair->of_b.half_words;
}

/* Whether two articles have more in common than two others: word for word, then in other
 * words. */
static gboolean
is_nearer (const DoubletPair *x,
           const DoubletPair *y)
{
  if (count_common (x) != count_common (y))
    return count_common (x) > count_common (y);
  return (guint64)x->reworded_of_a + x->reworded_of_b > (guint64)y->reworded_of_a + y->reworded_of_b;
}

/* Takes a pair if it is among the nearest so far; of equal ones the first. */
static void
offer (Nearest           *self,
       const DoubletPair *pairs,
       guint32            pair)
{
  guint32 place = self->n;

  if (self->n == DOUBLET_JSON_NEAREST_ARTICLES)
    {
      if (!is_nearer (&pairs[pair], &pairs[self->pairs[self->n - 1]]))
        return;
      place--;
    }
  else
    {
      self->n++;
    }
  for (; place > 0 && is_nearer (&pairs[pair], &pairs[self->pairs[place - 1]]); place--)
    self->pairs[place] = self->pairs[place - 1];
  self->pairs[place] = pair;
}

/* Which pairs are listed. */
static guint8 *
choose_pairs (const DoubletPair *pairs,
              guint              n_pairs,
              guint              n_articles)
{
  guint8             *chosen = g_new0 (guint8, MAX (n_pairs, 1));
  g_autofree Nearest *nearest = g_new0 (Nearest, MAX (n_articles, 1));

  for (guint i = 0; i < n_pairs; i++)
    {
      offer (&nearest[pairs[i].a], pairs, i);
      offer (&nearest[pairs[i].b], pairs, i);
    }
  for (guint i = 0; i < n_articles; i++)
    for (guint32 j = 0; j < nearest[i].n; j++)
      chosen[nearest[i].pairs[j]] = TRUE;
  return chosen;
}

/* What is said of some of the words that one article has in common with another. */
static void
write_told_apart (DoubletJsonStream      *stream,
                  const DoubletCollation *collation,
                  const DoubletPair      *pair)
{
  const DoubletSharedWords *a = &pair->of_a;
  const DoubletSharedWords *b = &pair->of_b;

  doublet_json_stream_add_uint (stream, "quoted_of_a", doublet_words_from_halves (a->quoted));
  doublet_json_stream_add_uint (stream, "quoted_of_b", doublet_words_from_halves (b->quoted));
  doublet_json_stream_add_share (stream, "unquoted_share_of_a", a->half_words - a->quoted,
                                 doublet_collation_get_half_words (collation, pair->a));
  doublet_json_stream_add_share (stream, "unquoted_share_of_b", b->half_words - b->quoted,
                                 doublet_collation_get_half_words (collation, pair->b));
  doublet_json_stream_add_uint (stream, "in_most_of_a", doublet_words_from_halves (a->in_most));
  doublet_json_stream_add_uint (stream, "in_most_of_b", doublet_words_from_halves (b->in_most));
  doublet_json_stream_add_uint (stream, "boilerplate_of_a", doublet_words_from_halves (a->boilerplate));
  doublet_json_stream_add_uint (stream, "boilerplate_of_b", doublet_words_from_halves (b->boilerplate));
}

static void
write_pair (DoubletJsonStream      *stream,
            const DoubletCollation *collation,
            const DoubletPair      *pair)
{
  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_string (stream, "a", doublet_collation_get_label (collation, pair->a));
  doublet_json_stream_add_string (stream, "b", doublet_collation_get_label (collation, pair->b));
  doublet_json_stream_add_uint (stream, "words_of_a_in_b", pair->words_of_a_in_b);
  doublet_json_stream_add_uint (stream, "words_of_b_in_a", pair->words_of_b_in_a);
  doublet_json_stream_add_share (stream, "share_of_a", pair->of_a.half_words,
                                 doublet_collation_get_half_words (collation, pair->a));
  doublet_json_stream_add_share (stream, "share_of_b", pair->of_b.half_words,
                                 doublet_collation_get_half_words (collation, pair->b));
  write_told_apart (stream, collation, pair);
  doublet_json_stream_add_uint (stream, "reworded_of_a", pair->reworded_of_a);
  doublet_json_stream_add_uint (stream, "reworded_of_b", pair->reworded_of_b);
  doublet_json_stream_add_uint (stream, "longest", pair->longest);
  doublet_json_stream_add_uint (stream, "passages", pair->n_passages);
  doublet_json_stream_add_uint (stream, "boilerplate_passages", pair->n_boilerplate);
  doublet_json_stream_end (stream);
}

/**
 * doublet_json_write_pairs:
 * @stream: where to write to
 * @collation: a collation
 *
 * Writes what each two articles have in common, and how many pairs are left out, since
 * there are so many: then those of each article that have most in common stand for all.
 */
void
doublet_json_write_pairs (DoubletJsonStream      *stream,
                          const DoubletCollation *collation)
{
  guint              n_pairs, n_left_out = 0;
  const DoubletPair *pairs = doublet_collation_get_pairs (collation, &n_pairs);
  g_autofree guint8 *chosen = NULL;

  if (n_pairs > DOUBLET_JSON_MAX_PAIRS)
    chosen = choose_pairs (pairs, n_pairs, doublet_collation_get_n_articles (collation));
  doublet_json_stream_begin_array (stream, "pairs", DOUBLET_JSON_LINES);
  for (guint i = 0; i < n_pairs; i++)
    if (chosen == NULL || chosen[i])
      write_pair (stream, collation, &pairs[i]);
    else
      n_left_out++;
  doublet_json_stream_end (stream);
  doublet_json_stream_add_uint (stream, "pairs_left_out", n_left_out);
}
