/* corpus.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "corpus.h"

/*
 * Most tokens are spelt like one that came before.  So a token's bytes are looked
 * up as they stand, and only a new spelling costs the making of its two forms:
 * some 20,000 times for a novel of 200,000 words.
 */

/* What a spelling means. */
typedef struct
{
  guint32 exact;
  guint32 normal;
} Spelling;

#define N_KINDS (DOUBLET_TOKEN_SYMBOL + 1)

/* So many tokens are looked up together that the memory for one is on its way while
 * the others' is asked for: a third of the time of one after the other. */
#define N_AT_ONCE 32

/* Before the form of a mark: a word that normalises to the same letters ("tm" and
 * "™") is another thing. */
#define MARK_PREFIX '\001'

typedef struct
{
  const DoubletCorpusOptions *options;
  DoubletVocabulary          *exact;
  DoubletVocabulary          *normal;
  DoubletVocabulary          *spellings[N_KINDS];
  GArray                     *meanings[N_KINDS]; /* of Spelling, by the symbols of spellings */
  GString                    *form;
  guint32                     empty; /* the normal symbol of what is invisible; G_MAXUINT32 as long as there is none */
} Builder;

static void
builder_init (Builder                    *self,
              const DoubletCorpusOptions *options)
{
  self->options = options;
  self->exact = doublet_vocabulary_new ();
  self->normal = doublet_vocabulary_new ();
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      self->spellings[kind] = doublet_vocabulary_new ();
      self->meanings[kind] = g_array_new (FALSE, FALSE, sizeof (Spelling));
    }
  self->form = g_string_new (NULL);
  self->empty = G_MAXUINT32;
}

static void
builder_clear (Builder *self)
{
  doublet_vocabulary_free (self->exact);
  doublet_vocabulary_free (self->normal);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      doublet_vocabulary_free (self->spellings[kind]);
      g_array_unref (self->meanings[kind]);
    }
  g_string_free (self->form, TRUE);
}

static gsize
begin_form (Builder         *self,
            DoubletTokenKind kind)
{
  g_string_truncate (self->form, 0);
  if (kind >= DOUBLET_TOKEN_PUNCTUATION)
    g_string_append_c (self->form, MARK_PREFIX);
  return self->form->len;
}

static void
add_spelling (Builder         *self,
              const char      *text,
              gsize            n_bytes,
              DoubletTokenKind kind)
{
  Spelling spelling;
  gsize    start;

  begin_form (self, kind);
  doublet_normal_form_append_exact (self->form, text, n_bytes, self->options->typography);
  spelling.exact = doublet_vocabulary_intern (self->exact, self->form->str, self->form->len);

  start = begin_form (self, kind);
  doublet_normal_form_append_normal (self->form, text, n_bytes, kind, self->options->ignore);
  if (self->form->len == start)
    g_string_truncate (self->form, 0);
  spelling.normal = doublet_vocabulary_intern (self->normal, self->form->str, self->form->len);
  if (self->form->len == 0)
    self->empty = spelling.normal;

  g_array_append_val (self->meanings[kind], spelling);
}

/* The next tokens, up to N_AT_ONCE of them. */
static void
look_up (Builder            *self,
         const DoubletToken *tokens,
         guint32             n_tokens,
         const char         *text,
         gsize               n_text_bytes,
         Spelling           *spellings)
{
  guint64 hashes[N_AT_ONCE];

  for (guint32 i = 0; i < n_tokens; i++)
    hashes[i] = doublet_vocabulary_prepare (self->spellings[tokens[i].kind], text + tokens[i].start, tokens[i].end - tokens[i].start, n_text_bytes - tokens[i].start);

  for (guint32 i = 0; i < n_tokens; i++)
    {
      DoubletTokenKind kind = tokens[i].kind;
      const char      *start = text + tokens[i].start;
      gsize            n_bytes = tokens[i].end - tokens[i].start;
      guint32          symbol = doublet_vocabulary_intern_prepared (self->spellings[kind], start, n_bytes, hashes[i]);

      if (symbol == self->meanings[kind]->len)
        add_spelling (self, start, n_bytes, kind);
      spellings[i] = g_array_index (self->meanings[kind], Spelling, symbol);
    }
}

static gboolean
is_ignored (const Builder      *self,
            const DoubletToken *token,
            guint32             normal)
{
  DoubletIgnore ignore = self->options->ignore;

  if (token->kind >= DOUBLET_TOKEN_PUNCTUATION && (ignore & DOUBLET_IGNORE_PUNCTUATION))
    return TRUE;
  if ((token->flags & DOUBLET_TOKEN_FLAG_QUOTED) && (ignore & DOUBLET_IGNORE_QUOTATIONS))
    return TRUE;
  return normal == self->empty;
}

/* FALSE if the work was cancelled. */
static gboolean
fill_article (Builder               *self,
              DoubletCorpusArticle  *article,
              const DoubletProgress *progress,
              guint64                n_done,
              guint64                n_all)
{
  const DoubletTokens *tokens = article->tokens;
  gsize                n_text_bytes;
  const char          *text = doublet_article_get_text (article->article, &n_text_bytes);
  guint32              n = 0;

  article->exact = g_new (guint32, tokens->n_tokens);
  article->normal = g_new (guint32, tokens->n_tokens);
  article->sequence = g_new (guint32, tokens->n_tokens);
  article->sequence_token = g_new (guint32, tokens->n_tokens);
  article->sequence_half_words = g_new (guint8, tokens->n_tokens);

  for (guint32 first = 0; first < tokens->n_tokens; first += N_AT_ONCE)
    {
      guint32  n_tokens = MIN (N_AT_ONCE, tokens->n_tokens - first);
      Spelling spellings[N_AT_ONCE];

      if (DOUBLET_PROGRESS_CHECK (progress, first))
        return FALSE;
      if ((first & DOUBLET_PROGRESS_MASK) == 0)
        doublet_progress_report (progress, (double)(n_done + first) / n_all);

      look_up (self, tokens->tokens + first, n_tokens, text, n_text_bytes, spellings);
      for (guint32 i = 0; i < n_tokens; i++)
        {
          const DoubletToken *token = &tokens->tokens[first + i];

          article->exact[first + i] = spellings[i].exact;
          article->normal[first + i] = spellings[i].normal;
          if (is_ignored (self, token, spellings[i].normal))
            continue;
          article->sequence[n] = spellings[i].normal;
          article->sequence_token[n] = first + i;
          article->sequence_half_words[n] = token->half_words;
          n++;
        }
    }

  article->n_sequence = n;
  article->sequence = g_renew (guint32, article->sequence, n);
  article->sequence_token = g_renew (guint32, article->sequence_token, n);
  article->sequence_half_words = g_renew (guint8, article->sequence_half_words, n);
  return TRUE;
}

static void
fill_vocabulary (DoubletCorpus *self,
                 const Builder *builder)
{
  self->n_exact = doublet_vocabulary_get_n_symbols (builder->exact);
  self->n_normal = doublet_vocabulary_get_n_symbols (builder->normal);
  self->exact_hashes = g_memdup2 (doublet_vocabulary_get_hashes (builder->exact), self->n_exact * sizeof (guint64));
  self->normal_hashes = g_memdup2 (doublet_vocabulary_get_hashes (builder->normal), self->n_normal * sizeof (guint64));

  self->normal_counts = g_new0 (guint32, self->n_normal);
  for (guint i = 0; i < self->n_articles; i++)
    for (guint32 j = 0; j < self->articles[i].n_sequence; j++)
      self->normal_counts[self->articles[i].sequence[j]]++;
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
  Builder        builder;

  self->articles = g_new0 (DoubletCorpusArticle, n_articles);
  self->n_articles = n_articles;
  for (guint i = 0; i < n_articles; i++)
    {
      self->articles[i].article = doublet_article_ref (articles[i]);
      self->articles[i].tokens = doublet_tokens_ref (tokens[i]);
      n_all += tokens[i]->n_tokens;
    }

  builder_init (&builder, options);
  for (guint i = 0; is_done && i < n_articles; i++)
    {
      is_done = fill_article (&builder, &self->articles[i], progress, n_done, n_all);
      n_done += tokens[i]->n_tokens;
    }
  if (is_done)
    {
      fill_vocabulary (self, &builder);
      doublet_progress_report (progress, 1);
    }
  else
    g_clear_pointer (&self, doublet_corpus_unref);

  builder_clear (&builder);
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
      g_free (article->sequence);
      g_free (article->sequence_token);
      g_free (article->sequence_half_words);
    }
  g_free (self->articles);
  g_free (self->exact_hashes);
  g_free (self->normal_hashes);
  g_free (self->normal_counts);
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
