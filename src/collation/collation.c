/* collation.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collation.h"

#include "collation-private.h"

/*
 * The stages of one comparison share their index and differ in the alignments they
 * hold, so publishing a further stage copies nothing that is large.
 */

static void
clear_collation (gpointer data)
{
  DoubletCollation *self = data;

  for (guint i = 0; i < self->n_aligned; i++)
    doublet_alignment_unref (self->aligned[i].alignment);
  g_free (self->aligned);
  g_atomic_rc_box_release_full (self->index, doublet_collation_index_clear);
}

void
doublet_collation_index_clear (gpointer data)
{
  DoubletCollationIndex *index = data;

  for (guint i = 0; i < index->n_articles; i++)
    {
      doublet_article_unref (index->articles[i].article);
      g_clear_pointer (&index->articles[i].tokens, doublet_tokens_unref);
    }
  g_free (index->articles);
  for (guint i = 0; i < index->n_unreadable; i++)
    {
      g_free ((char *)index->unreadable[i].name);
      g_free ((char *)index->unreadable[i].reason);
    }
  g_free (index->unreadable);
  g_clear_pointer (&index->corpus, doublet_corpus_unref);
  g_clear_pointer (&index->boilerplate, doublet_article_unref);
  g_free (index->boilerplate_problem);
  g_array_unref (index->findings);
  g_array_unref (index->places);
  g_array_unref (index->edits);
  g_array_unref (index->inside);
  g_array_unref (index->facts);
  g_array_unref (index->pairs);
  g_free (index->repeats);
}

/*
 * doublet_collation_new:
 * @index: (transfer full): what the stages share
 * @stage: how far the work is
 * @aligned: (transfer full) (nullable): by a, then b
 * @n_aligned: length of @aligned
 */
DoubletCollation *
doublet_collation_new (DoubletCollationIndex *index,
                       DoubletStage           stage,
                       DoubletAlignedPair    *aligned,
                       guint                  n_aligned)
{
  DoubletCollation *self = g_atomic_rc_box_new0 (DoubletCollation);

  self->index = index;
  self->stage = stage;
  self->aligned = aligned;
  self->n_aligned = n_aligned;
  return self;
}

/**
 * doublet_collation_ref:
 * @self: a collation
 *
 * Returns: (transfer full): @self
 */
DoubletCollation *
doublet_collation_ref (DoubletCollation *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * doublet_collation_unref:
 * @self: (transfer full): a collation
 */
void
doublet_collation_unref (DoubletCollation *self)
{
  g_atomic_rc_box_release_full (self, clear_collation);
}

/**
 * doublet_collation_get_stage:
 * @self: a collation
 *
 * Returns: how much of the work went into it
 */
DoubletStage
doublet_collation_get_stage (const DoubletCollation *self)
{
  return self->stage;
}

/**
 * doublet_collation_get_options:
 * @self: a collation
 *
 * Returns: (transfer none): the choices it was made with
 */
const DoubletOptions *
doublet_collation_get_options (const DoubletCollation *self)
{
  return &self->index->options;
}

/**
 * doublet_collation_has_passages:
 * @self: a collation
 *
 * Returns: whether shared and repeated passages were looked for: if not, that there are
 *   none and that all figures of them are 0 says nothing
 */
gboolean
doublet_collation_has_passages (const DoubletCollation *self)
{
  return self->index->options.passages;
}

/**
 * doublet_collation_get_base:
 * @self: a collation
 *
 * Returns: the article that the others are read against; 0 if there is none
 */
guint
doublet_collation_get_base (const DoubletCollation *self)
{
  return self->index->base;
}

/**
 * doublet_collation_get_n_articles:
 * @self: a collation
 *
 * Returns: the number of readable articles
 */
guint
doublet_collation_get_n_articles (const DoubletCollation *self)
{
  return self->index->n_articles;
}

static const DoubletCollationArticle *
get_article (const DoubletCollation *self,
             guint                   article)
{
  g_assert (article < self->index->n_articles);

  return &self->index->articles[article];
}

/**
 * doublet_collation_get_article:
 * @self: a collation
 * @article: its number
 *
 * Returns: (transfer none): the article
 */
DoubletArticle *
doublet_collation_get_article (const DoubletCollation *self,
                               guint                   article)
{
  return get_article (self, article)->article;
}

/**
 * doublet_collation_get_tokens:
 * @self: a collation
 * @article: its number
 *
 * Returns: (transfer none) (nullable): the article's tokens; NULL at the stage of texts
 */
const DoubletTokens *
doublet_collation_get_tokens (const DoubletCollation *self,
                              guint                   article)
{
  return get_article (self, article)->tokens;
}

/**
 * doublet_collation_get_label:
 * @self: a collation
 * @article: its number
 *
 * Returns: the article's letters: A ... Z, AA ...
 */
const char *
doublet_collation_get_label (const DoubletCollation *self,
                             guint                   article)
{
  return get_article (self, article)->label;
}

/**
 * doublet_collation_get_input:
 * @self: a collation
 * @article: its number
 *
 * Returns: the article's place among all that was given, the unreadable ones included
 */
guint
doublet_collation_get_input (const DoubletCollation *self,
                             guint                   article)
{
  return get_article (self, article)->input;
}

/**
 * doublet_collation_get_half_words:
 * @self: a collation
 * @article: its number
 *
 * Returns: the article's length in halves of a word; 0 at the stage of texts
 */
guint64
doublet_collation_get_half_words (const DoubletCollation *self,
                                  guint                   article)
{
  const DoubletTokens *tokens = doublet_collation_get_tokens (self, article);

  return tokens != NULL ? tokens->n_half_words : 0;
}

/**
 * doublet_collation_get_n_words:
 * @self: a collation
 * @article: its number
 *
 * Returns: the article's length in words; 0 at the stage of texts
 */
guint32
doublet_collation_get_n_words (const DoubletCollation *self,
                               guint                   article)
{
  return doublet_words_from_halves (doublet_collation_get_half_words (self, article));
}

/**
 * doublet_collation_counts_characters:
 * @self: a collation
 * @article: its number
 *
 * Returns: whether the article is of a script whose length people give in characters
 */
gboolean
doublet_collation_counts_characters (const DoubletCollation *self,
                                     guint                   article)
{
  return get_article (self, article)->counts_characters;
}

/**
 * doublet_collation_get_unreadable:
 * @self: a collation
 * @n_unreadable: (out): how many
 *
 * Returns: (transfer none) (array length=n_unreadable): what could not be read
 */
const DoubletUnreadable *
doublet_collation_get_unreadable (const DoubletCollation *self,
                                  guint                  *n_unreadable)
{
  *n_unreadable = self->index->n_unreadable;
  return self->index->unreadable;
}

/**
 * doublet_collation_get_findings:
 * @self: a collation
 * @n_findings: (out): how many
 *
 * Returns: (transfer none) (array length=n_findings): the passages, longest first
 */
const DoubletFinding *
doublet_collation_get_findings (const DoubletCollation *self,
                                guint                  *n_findings)
{
  *n_findings = self->index->findings->len;
  return (const DoubletFinding *)(gpointer)self->index->findings->data;
}

/**
 * doublet_collation_get_pairs:
 * @self: a collation
 * @n_pairs: (out): how many
 *
 * Returns: (transfer none) (array length=n_pairs): the pairs of articles that have
 *   something in common, by a, then b
 */
const DoubletPair *
doublet_collation_get_pairs (const DoubletCollation *self,
                             guint                  *n_pairs)
{
  *n_pairs = self->index->pairs->len;
  return (const DoubletPair *)(gpointer)self->index->pairs->data;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const DoubletPair *x = a;
  const DoubletPair *y = b;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

/**
 * doublet_collation_find_pair:
 * @self: a collation
 * @a: number of an article
 * @b: number of another one
 * @pair: (out): what they have in common, turned so that @a is its a
 *
 * Returns: whether they have words in common; if not, @pair has at most what they have
 *   in other words
 */
gboolean
doublet_collation_find_pair (const DoubletCollation *self,
                             guint                   a,
                             guint                   b,
                             DoubletPair            *pair)
{
  DoubletPair key = { .a = MIN (a, b), .b = MAX (a, b) };
  guint       index;

  if (!g_array_binary_search (self->index->pairs, &key, compare_pairs, &index))
    {
      *pair = (DoubletPair){ .a = a, .b = b };
      return FALSE;
    }

  key = g_array_index (self->index->pairs, DoubletPair, index);
  *pair = key;
  if (a > b)
    {
      pair->a = key.b;
      pair->b = key.a;
      pair->words_of_a_in_b = key.words_of_b_in_a;
      pair->words_of_b_in_a = key.words_of_a_in_b;
      pair->of_a = key.of_b;
      pair->of_b = key.of_a;
      pair->reworded_of_a = key.reworded_of_b;
      pair->reworded_of_b = key.reworded_of_a;
    }
  return pair->of_a.half_words > 0 || pair->of_b.half_words > 0;
}

/**
 * doublet_collation_get_boilerplate:
 * @self: a collation
 * @half_words: (out) (optional): how long the text is, in halves of a word
 *
 * Returns: (transfer none) (nullable): the reader's text whose words were counted as
 *   boilerplate
 */
const DoubletArticle *
doublet_collation_get_boilerplate (const DoubletCollation *self,
                                   guint64                *half_words)
{
  if (half_words != NULL)
    *half_words = self->index->boilerplate_half_words;
  return self->index->boilerplate;
}

/**
 * doublet_collation_get_boilerplate_problem:
 * @self: a collation
 *
 * Returns: (nullable): why the reader's text of boilerplate could not be read: a
 *   translated sentence
 */
const char *
doublet_collation_get_boilerplate_problem (const DoubletCollation *self)
{
  return self->index->boilerplate_problem;
}

/**
 * doublet_collation_get_repeats:
 * @self: a collation
 * @article: number of an article
 *
 * Returns: (transfer none): what stands in @article more than once
 */
const DoubletRepeats *
doublet_collation_get_repeats (const DoubletCollation *self,
                               guint                   article)
{
  g_return_val_if_fail (article < self->index->n_articles, NULL);

  return &self->index->repeats[article];
}

static const DoubletAlignedPair *
find_aligned (const DoubletCollation *self,
              guint                   a,
              guint                   b)
{
  guint low = 0;
  guint high = self->n_aligned;

  while (low < high)
    {
      guint                     middle = low + (high - low) / 2;
      const DoubletAlignedPair *pair = &self->aligned[middle];

      if (pair->a == a && pair->b == b)
        return pair;
      if (pair->a < a || (pair->a == a && pair->b < b))
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * doublet_collation_is_aligned:
 * @self: a collation
 * @a: number of an article
 * @b: number of another one
 *
 * Returns: whether doublet_collation_dup_alignment() has something for them
 */
gboolean
doublet_collation_is_aligned (const DoubletCollation *self,
                              guint                   a,
                              guint                   b)
{
  return find_aligned (self, MIN (a, b), MAX (a, b)) != NULL;
}

/**
 * doublet_collation_dup_alignment:
 * @self: a collation
 * @a: number of the article to be a
 * @b: number of the article to be b
 *
 * Returns: (transfer full) (nullable): the alignment of @a with @b, NULL if this
 *   pair was not aligned
 */
DoubletAlignment *
doublet_collation_dup_alignment (const DoubletCollation *self,
                                 guint                   a,
                                 guint                   b)
{
  const DoubletAlignedPair *pair = find_aligned (self, MIN (a, b), MAX (a, b));

  if (pair == NULL)
    return NULL;
  return a < b ? doublet_alignment_ref (pair->alignment) : doublet_alignment_new_mirrored (pair->alignment);
}
