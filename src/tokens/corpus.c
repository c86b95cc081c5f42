/* corpus.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "corpus.h"

#include "recent-spellings.h"

#include <string.h>

/*
 * Most tokens are spelt like one that came before.  So a token's bytes are looked
 * up as they stand, and only a new spelling costs the making of its two forms:
 * some 20,000 times for a novel of 200,000 words.
 *
 * Most forms are spellings themselves ("house" is the form of "House"), so forms
 * and spellings share one vocabulary: a form is known by the number of its bytes
 * there, and has a symbol once something has that form.  Marks have a vocabulary of
 * their own, for a word that normalises to the same letters ("tm" and "™") is
 * another thing.
 *
 * Whether "well-" at the end of a line and "known" at the start of the next are
 * "well-known" or "wellknown", no rule tells.  The other words do: such tokens wait
 * until all spellings are known, and then take the reading that somebody wrote out.
 * This cannot depend on the order of loading.
 */

#define NONE G_MAXUINT32
#define WAITING (NONE - 1)

/* What a row of bytes means. */
typedef struct
{
  guint32 exact; /* as a spelling; NONE until a token has it, WAITING if it may be read in two ways */
  guint32 normal;
  guint32 as_exact; /* the symbol whose form it is, or NONE */
  guint32 as_normal;
} Meaning;

typedef struct
{
  guint32 exact;
  guint32 normal;
} Symbols;

/* A token whose symbols wait. */
typedef struct
{
  guint    article;
  guint32  token;
  gboolean keep_hyphens;
} BrokenWord;

typedef struct
{
  DoubletVocabulary *bytes;
  GArray            *meanings;  /* of Meaning, by the symbols of bytes */
  guint64            hash_salt; /* tells the hashes of words and marks apart */
  guint32            empty;     /* the normal symbol of what is invisible, or NONE */
} Spellings;

typedef struct
{
  const DoubletCorpusOptions *options;
  Spellings                   spellings[2]; /* of words and numbers; of marks and symbols */
  GArray                     *exact_hashes; /* of guint64 */
  GArray                     *normal_hashes;
  GArray                     *broken; /* of BrokenWord */
  GString                    *form;
  DoubletRecentSpellings      recent;
} Builder;

/* So many tokens are looked up together that the memory for one is on its way while
 * the others' is asked for. */
#define N_AT_ONCE 16

#define MARK_SALT G_GUINT64_CONSTANT (0x6d61726b6d61726b)

static void
spellings_init (Spellings *self,
                guint64    hash_salt)
{
  self->bytes = doublet_vocabulary_new ();
  self->meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
  self->hash_salt = hash_salt;
  self->empty = NONE;
}

static void
spellings_clear (Spellings *self)
{
  doublet_vocabulary_free (self->bytes);
  g_array_unref (self->meanings);
}

/* What the bytes of that number mean, nothing at first. */
static Meaning *
spellings_get (Spellings *self,
               guint32    number)
{
  const Meaning nothing = { NONE, NONE, NONE, NONE };

  while (number >= self->meanings->len)
    g_array_append_val (self->meanings, nothing);
  return &g_array_index (self->meanings, Meaning, number);
}

static void
builder_init (Builder                    *self,
              const DoubletCorpusOptions *options,
              guint64                     n_tokens)
{
  self->options = options;
  spellings_init (&self->spellings[0], 0);
  spellings_init (&self->spellings[1], MARK_SALT);
  self->exact_hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->normal_hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->broken = g_array_new (FALSE, FALSE, sizeof (BrokenWord));
  self->form = g_string_new (NULL);
  doublet_recent_spellings_init (&self->recent, n_tokens);
}

static void
builder_clear (Builder *self)
{
  spellings_clear (&self->spellings[0]);
  spellings_clear (&self->spellings[1]);
  g_array_unref (self->exact_hashes);
  g_array_unref (self->normal_hashes);
  g_array_unref (self->broken);
  g_string_free (self->form, TRUE);
  doublet_recent_spellings_clear (&self->recent);
}

static guint64
get_hash (const Spellings *spellings,
          guint32          number)
{
  return doublet_vocabulary_get_hashes (spellings->bytes)[number] ^ spellings->hash_salt;
}

/* Of most spellings both forms are the bytes themselves. */
static gboolean
is_its_own_form (const char *text,
                 gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (text[i] < 'a' || text[i] > 'z')
      return FALSE;
  return TRUE;
}

static guint32
add_exact (Builder         *self,
           const Spellings *spellings,
           guint32          form)
{
  Meaning *meaning = &g_array_index (spellings->meanings, Meaning, form);

  if (meaning->as_exact == NONE)
    {
      guint64 hash = get_hash (spellings, form);

      meaning->as_exact = self->exact_hashes->len;
      g_array_append_val (self->exact_hashes, hash);
    }
  return meaning->as_exact;
}

static guint32
add_normal (Builder         *self,
            const Spellings *spellings,
            guint32          form)
{
  Meaning *meaning = &g_array_index (spellings->meanings, Meaning, form);

  if (meaning->as_normal == NONE)
    {
      guint64 hash = get_hash (spellings, form);

      meaning->as_normal = self->normal_hashes->len;
      g_array_append_val (self->normal_hashes, hash);
    }
  return meaning->as_normal;
}

/* The number of the form just made from the spelling of @number. */
static guint32
find_form (Builder    *self,
           Spellings  *spellings,
           guint32     number,
           const char *text,
           gsize       n_bytes)
{
  if (self->form->len == n_bytes && memcmp (self->form->str, text, n_bytes) == 0)
    return number;

  number = doublet_vocabulary_intern (spellings->bytes, self->form->str, self->form->len);
  spellings_get (spellings, number);
  return number;
}

static void
add_meaning (Builder         *self,
             Spellings       *spellings,
             guint32          number,
             const char      *text,
             gsize            n_bytes,
             DoubletTokenKind kind,
             gboolean         keep_hyphens)
{
  gboolean is_own = is_its_own_form (text, n_bytes);
  guint32  form = number;
  guint32  exact, normal;

  if (!is_own)
    {
      g_string_truncate (self->form, 0);
      doublet_normal_form_append_exact (self->form, text, n_bytes, self->options->typography, keep_hyphens);
      form = find_form (self, spellings, number, text, n_bytes);
    }
  exact = add_exact (self, spellings, form);

  if (!is_own)
    {
      g_string_truncate (self->form, 0);
      doublet_normal_form_append_normal (self->form, text, n_bytes, kind, self->options->ignore, keep_hyphens);
      form = find_form (self, spellings, number, text, n_bytes);
    }
  normal = add_normal (self, spellings, form);
  if (!is_own && self->form->len == 0)
    spellings->empty = normal;

  spellings_get (spellings, number)->exact = exact;
  spellings_get (spellings, number)->normal = normal;
}

static inline Spellings *
get_spellings (Builder            *self,
               const DoubletToken *token)
{
  return &self->spellings[token->kind >= DOUBLET_TOKEN_PUNCTUATION];
}

/* What is invisible is ignored at once. */
static gboolean
waits (Builder         *self,
       const char      *text,
       gsize            n_bytes,
       DoubletTokenKind kind)
{
  if (kind >= DOUBLET_TOKEN_PUNCTUATION || !doublet_normal_form_is_broken (text, n_bytes))
    return FALSE;

  g_string_truncate (self->form, 0);
  doublet_normal_form_append_normal (self->form, text, n_bytes, kind, self->options->ignore, FALSE);
  return self->form->len > 0;
}

static Symbols
look_up_in_vocabulary (Builder            *self,
                       const DoubletToken *token,
                       const char         *text,
                       gsize               n_text_bytes)
{
  Spellings     *spellings = get_spellings (self, token);
  const char    *spelling = text + token->start;
  gsize          n_bytes = token->end - token->start;
  guint64        hash = doublet_vocabulary_prepare (spellings->bytes, spelling, n_bytes, n_text_bytes - token->start);
  guint32        number = doublet_vocabulary_intern_prepared (spellings->bytes, spelling, n_bytes, hash);
  const Meaning *meaning = spellings_get (spellings, number);

  if (meaning->exact == NONE)
    {
      if (waits (self, spelling, n_bytes, token->kind))
        spellings_get (spellings, number)->exact = spellings_get (spellings, number)->normal = WAITING;
      else
        add_meaning (self, spellings, number, spelling, n_bytes, token->kind, FALSE);
      meaning = spellings_get (spellings, number);
    }
  return (Symbols){ meaning->exact, meaning->normal };
}

static void
look_up_slowly (Builder              *self,
                guint                 index,
                DoubletCorpusArticle *article,
                guint32               token,
                const char           *text,
                gsize                 n_text_bytes)
{
  Symbols symbols = look_up_in_vocabulary (self, &article->tokens->tokens[token], text, n_text_bytes);

  article->exact[token] = symbols.exact;
  article->normal[token] = symbols.normal;
  if (symbols.exact == WAITING)
    {
      const BrokenWord broken = { index, token, FALSE };

      g_array_append_val (self->broken, broken);
    }
}

/* The symbols of the tokens from @first on, up to N_AT_ONCE of them. */
static void
look_up (Builder              *self,
         guint                 index,
         DoubletCorpusArticle *article,
         guint32               first,
         guint32               n_tokens,
         const char           *text,
         gsize                 n_text_bytes)
{
  const DoubletToken *tokens = article->tokens->tokens + first;
  guint32            *exact = article->exact + first;
  guint32            *normal = article->normal + first;
  guint32             n_prepared = n_tokens;
  DoubletRecentQuery  queries[N_AT_ONCE];
  guint32             lengths[N_AT_ONCE];

  /* The last ones of the text have no eight bytes to be read. */
  while (n_prepared > 0 && n_text_bytes - tokens[n_prepared - 1].start < DOUBLET_RECENT_NUMBER_BYTES)
    n_prepared--;

  for (guint32 i = 0; i < n_prepared; i++)
    {
      guint32 is_mark = tokens[i].kind >= DOUBLET_TOKEN_PUNCTUATION;

      lengths[i] = (tokens[i].end - tokens[i].start) | is_mark * DOUBLET_RECENT_MARK_BIT;
      queries[i] = doublet_recent_spellings_prepare (&self->recent, text + tokens[i].start, lengths[i]);
    }

  for (guint32 i = 0; i < n_prepared; i++)
    {
      DoubletRecentSpelling *spelling = queries[i].spelling;
      const char            *token_text = text + tokens[i].start;

      if (G_LIKELY (doublet_recent_query_is_there (&queries[i], token_text, lengths[i])))
        {
          exact[i] = spelling->exact;
          normal[i] = spelling->normal;
          continue;
        }
      look_up_slowly (self, index, article, first + i, text, n_text_bytes);
      if (exact[i] != WAITING)
        *spelling = (DoubletRecentSpelling){ queries[i].key, token_text, lengths[i], exact[i], normal[i] };
    }

  for (guint32 i = n_prepared; i < n_tokens; i++)
    look_up_slowly (self, index, article, first + i, text, n_text_bytes);
}

/* Adds to the sequence what is not ignored of the tokens from @first on.  Without a
 * branch: which tokens are marks is what a processor guesses worst. */
static guint32
fill_sequence (const Builder        *self,
               DoubletCorpusArticle *article,
               guint32               first,
               guint32               n_tokens,
               guint32               n)
{
  const DoubletToken *tokens = article->tokens->tokens + first;
  const guint32      *normal = article->normal + first;
  guint32            *sequence = article->sequence;
  guint32            *sequence_token = article->sequence_token;
  guint8             *half_words = article->sequence_half_words;
  const guint32       empty[] = { self->spellings[FALSE].empty, self->spellings[TRUE].empty };
  const gboolean      ignores_marks = (self->options->ignore & DOUBLET_IGNORE_PUNCTUATION) != 0;
  const guint8        ignored_flags = (self->options->ignore & DOUBLET_IGNORE_QUOTATIONS) != 0 ? DOUBLET_TOKEN_FLAG_QUOTED : 0;

  for (guint32 i = 0; i < n_tokens; i++)
    {
      gboolean is_mark = tokens[i].kind >= DOUBLET_TOKEN_PUNCTUATION;

      sequence[n] = normal[i];
      sequence_token[n] = first + i;
      half_words[n] = tokens[i].half_words;
      n += !((is_mark & ignores_marks) | ((tokens[i].flags & ignored_flags) != 0) | (normal[i] == empty[is_mark]));
    }
  return n;
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
  guint32              n = 0;

  article->exact = g_new (guint32, tokens->n_tokens);
  article->normal = g_new (guint32, tokens->n_tokens);
  article->sequence = g_new (guint32, tokens->n_tokens);
  article->sequence_token = g_new (guint32, tokens->n_tokens);
  article->sequence_half_words = g_new (guint8, tokens->n_tokens);

  for (guint32 first = 0; first < tokens->n_tokens; first += N_AT_ONCE)
    {
      guint32 n_tokens = MIN (N_AT_ONCE, tokens->n_tokens - first);

      if (DOUBLET_PROGRESS_CHECK (progress, first))
        return FALSE;
      if ((first & DOUBLET_PROGRESS_MASK) == 0)
        doublet_progress_report (progress, (double)(n_done + first) / n_all);

      look_up (self, index, article, first, n_tokens, text, n_text_bytes);
      n = fill_sequence (self, article, first, n_tokens, n);
    }

  article->n_sequence = n;
  article->sequence = g_renew (guint32, article->sequence, n);
  article->sequence_token = g_renew (guint32, article->sequence_token, n);
  article->sequence_half_words = g_renew (guint8, article->sequence_half_words, n);
  return TRUE;
}

/* Whether a token that did not wait has the form just made. */
static gboolean
is_known (Builder   *self,
          Spellings *spellings,
          gboolean   exact)
{
  const Meaning *meaning = spellings_get (spellings, doublet_vocabulary_intern (spellings->bytes, self->form->str, self->form->len));

  return (exact ? meaning->as_exact : meaning->as_normal) != NONE;
}

/* Without a witness a hyphen at the end of a line is that of the line. */
static gboolean
keeps_hyphens (Builder         *self,
               Spellings       *spellings,
               const char      *text,
               gsize            n_bytes,
               DoubletTokenKind kind)
{
  for (guint exact = 2; exact-- > 0;)
    for (gboolean keep = FALSE; keep <= TRUE; keep++)
      {
        g_string_truncate (self->form, 0);
        if (exact)
          doublet_normal_form_append_exact (self->form, text, n_bytes, self->options->typography, keep);
        else
          doublet_normal_form_append_normal (self->form, text, n_bytes, kind, self->options->ignore, keep);
        if (is_known (self, spellings, exact))
          return keep;
      }
  return FALSE;
}

/* Where the token stands in the sequence, or would. */
static guint32
find_in_sequence (const DoubletCorpusArticle *article,
                  guint32                     token)
{
  guint32 low = 0;
  guint32 high = article->n_sequence;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (article->sequence_token[middle] < token)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
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
      const char           *text = doublet_article_get_text (article->article, NULL) + token->start;
      gsize                 n_bytes = token->end - token->start;
      Spellings            *spellings = get_spellings (self, token);
      guint32               number = doublet_vocabulary_intern (spellings->bytes, text, n_bytes);
      const Meaning        *meaning;
      guint32               in_sequence;

      if (read)
        {
          broken->keep_hyphens = keeps_hyphens (self, spellings, text, n_bytes, token->kind);
          continue;
        }

      if (spellings_get (spellings, number)->exact == WAITING)
        add_meaning (self, spellings, number, text, n_bytes, token->kind, broken->keep_hyphens);
      meaning = spellings_get (spellings, number);
      article->exact[broken->token] = meaning->exact;
      article->normal[broken->token] = meaning->normal;
      in_sequence = find_in_sequence (article, broken->token);
      if (in_sequence < article->n_sequence && article->sequence_token[in_sequence] == broken->token)
        article->sequence[in_sequence] = meaning->normal;
    }
}

static void
fill_vocabulary (DoubletCorpus *self,
                 const Builder *builder)
{
  self->n_exact = builder->exact_hashes->len;
  self->n_normal = builder->normal_hashes->len;
  self->exact_hashes = g_memdup2 (builder->exact_hashes->data, self->n_exact * sizeof (guint64));
  self->normal_hashes = g_memdup2 (builder->normal_hashes->data, self->n_normal * sizeof (guint64));

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

  builder_init (&builder, options, n_all);
  for (guint i = 0; is_done && i < n_articles; i++)
    {
      is_done = fill_article (&builder, i, &self->articles[i], progress, n_done, n_all);
      n_done += tokens[i]->n_tokens;
    }
  if (is_done)
    {
      resolve_broken (&builder, self, TRUE);
      resolve_broken (&builder, self, FALSE);
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
