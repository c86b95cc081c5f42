/* corpus.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "corpus.h"

#include "spellings.h"

/*
 * Symbols come from the spellings.  Tokens that may be read in two ways wait until all
 * spellings are known.
 */

/* A token whose symbols wait. */
typedef struct
{
  guint    article;
  guint32  token;
  gboolean keep_hyphens;
} BrokenWord;

typedef struct
{
  const DoubletCorpusOptions *options;
  DoubletSpellings            spellings;
  GArray                     *broken; /* of BrokenWord */
} Builder;

/* So many tokens are looked up before what they gave, still in the cache, is read. */
#define N_AT_ONCE 64

static void
note_broken (Builder                    *self,
             guint                       index,
             const DoubletCorpusArticle *article,
             guint32                     first,
             guint32                     n_tokens)
{
  for (guint32 i = first; i < first + n_tokens; i++)
    if (article->exact[i] == DOUBLET_SYMBOL_WAITING)
      {
        const BrokenWord broken = { index, i, FALSE };

        g_array_append_val (self->broken, broken);
      }
}

/* FALSE if the work was cancelled. */
static gboolean
fill_article (Builder               *self,
              guint                  index,
              DoubletCorpusArticle  *article,
              const DoubletProgress *progress,
              guint64                n_done,
              guint64                n_all)
{
  const DoubletTokens *tokens = article->tokens;
  gsize                n_text_bytes;
  const char          *text = doublet_article_get_text (article->article, &n_text_bytes);

  article->exact = g_new (guint32, tokens->n_tokens);
  article->normal = g_new (guint32, tokens->n_tokens);

  for (guint32 first = 0; first < tokens->n_tokens; first += N_AT_ONCE)
    {
      guint32 n_tokens = MIN (N_AT_ONCE, tokens->n_tokens - first);

      if (DOUBLET_PROGRESS_CHECK (progress, first))
        return FALSE;
      if ((first & DOUBLET_PROGRESS_MASK) == 0)
        doublet_progress_report (progress, (double)(n_done + first) / n_all);

      doublet_spellings_look_up (&self->spellings, tokens->tokens + first, n_tokens, text, n_text_bytes, article->exact + first, article->normal + first);
      if (G_UNLIKELY (self->spellings.n_waiting != self->broken->len))
        note_broken (self, index, article, first, n_tokens);
    }
  return TRUE;
}

/* All are read before the first of them is known itself. */
static void
resolve_broken (Builder       *self,
                DoubletCorpus *corpus,
                gboolean       read)
{
  for (guint i = 0; i < self->broken->len; i++)
    {
      BrokenWord           *broken = &g_array_index (self->broken, BrokenWord, i);
      DoubletCorpusArticle *article = &corpus->articles[broken->article];
      const DoubletToken   *token = &article->tokens->tokens[broken->token];
      const char           *text = doublet_article_get_text (article->article, NULL);

      if (read)
        {
          broken->keep_hyphens = doublet_spellings_keeps_hyphens (&self->spellings, token, text);
          continue;
        }

      doublet_spellings_resolve (&self->spellings, token, text, broken->keep_hyphens, &article->exact[broken->token], &article->normal[broken->token]);
    }
}

/* The symbols, with what they are known by, are all that stays of the spellings. */
static void
take_symbols (DoubletCorpus *self,
              Builder       *builder)
{
  DoubletSpellings *spellings = &builder->spellings;

  self->n_exact = spellings->exact.n;
  self->n_normal = spellings->normal.n;
  self->exact_hashes = g_renew (guint64, g_steal_pointer (&spellings->exact.hashes), self->n_exact);
  self->normal_hashes = g_renew (guint64, g_steal_pointer (&spellings->normal.hashes), self->n_normal);
  self->ignore = builder->options->ignore;
  self->empty[FALSE] = spellings->empty[FALSE];
  self->empty[TRUE] = spellings->empty[TRUE];
}

/**
 * doublet_corpus_new:
 * @articles: (array length=n_articles): the articles, in the order they were given
 * @tokens: (array length=n_articles): the tokens of each
 * @n_articles: how many; may be 0
 * @options: what is the same
 * @progress: (nullable): a progress
 *
 * Turns the tokens of all @articles into symbols of one vocabulary.
 *
 * Returns: (transfer full) (nullable): the corpus, or %NULL if the work was cancelled
 */
DoubletCorpus *
doublet_corpus_new (DoubletArticle *const      *articles,
                    DoubletTokens *const       *tokens,
                    guint                       n_articles,
                    const DoubletCorpusOptions *options,
                    const DoubletProgress      *progress)
{
  DoubletCorpus *self = g_atomic_rc_box_new0 (DoubletCorpus);
  gboolean       is_done = !doublet_progress_is_cancelled (progress);
  guint64        n_done = 0;
  guint64        n_all = 0;
  Builder        builder = { .options = options, .broken = g_array_new (FALSE, FALSE, sizeof (BrokenWord)) };

  self->articles = g_new0 (DoubletCorpusArticle, n_articles);
  self->n_articles = n_articles;
  for (guint i = 0; i < n_articles; i++)
    {
      self->articles[i].article = doublet_article_ref (articles[i]);
      self->articles[i].tokens = doublet_tokens_ref (tokens[i]);
      n_all += tokens[i]->n_tokens;
    }

  doublet_spellings_init (&builder.spellings, options, n_all);
  for (guint i = 0; is_done && i < n_articles; i++)
    {
      is_done = fill_article (&builder, i, &self->articles[i], progress, n_done, n_all);
      n_done += tokens[i]->n_tokens;
    }
  if (is_done)
    {
      resolve_broken (&builder, self, TRUE);
      resolve_broken (&builder, self, FALSE);
      take_symbols (self, &builder);
      doublet_progress_report (progress, 1);
    }
  else
    g_clear_pointer (&self, doublet_corpus_unref);

  doublet_spellings_clear (&builder.spellings);
  g_array_unref (builder.broken);
  return self;
}

/**
 * doublet_corpus_ref:
 * @self: a corpus
 *
 * Returns: (transfer full): @self
 */
DoubletCorpus *
doublet_corpus_ref (DoubletCorpus *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DoubletCorpus *self = data;

  for (guint i = 0; i < self->n_articles; i++)
    {
      DoubletCorpusArticle *article = &self->articles[i];

      doublet_article_unref (article->article);
      doublet_tokens_unref (article->tokens);
      g_free (article->exact);
      g_free (article->normal);
    }
  g_free (self->articles);
  g_free (self->exact_hashes);
  g_free (self->normal_hashes);
}

/**
 * doublet_corpus_unref:
 * @self: (transfer full): a corpus
 */
void
doublet_corpus_unref (DoubletCorpus *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
