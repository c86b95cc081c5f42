/* spellings.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "spellings.h"

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

/* What a row of bytes means. */
typedef struct
{
  guint32 exact; /* as a spelling; NONE until a token has it, or DOUBLET_SYMBOL_WAITING */
  guint32 normal;
  guint32 as_exact; /* the symbol whose form it is, or NONE */
  guint32 as_normal;
} Meaning;

/* So many tokens are looked up together that the memory for one is on its way while
 * the others' is asked for. */
#define N_AT_ONCE 32

#define MARK_SALT G_GUINT64_CONSTANT (0x6d61726b6d61726b)

static void
kind_init (DoubletSpellingKind *self,
           guint64              hash_salt)
{
  self->bytes = doublet_vocabulary_new ();
  self->meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
  self->hash_salt = hash_salt;
  self->empty = NONE;
}

static void
kind_clear (DoubletSpellingKind *self)
{
  doublet_vocabulary_free (self->bytes);
  g_array_unref (self->meanings);
}

/* What the bytes of that number mean, nothing at first. */
static Meaning *
get_meaning (DoubletSpellingKind *self,
             guint32              number)
{
  const Meaning nothing = { NONE, NONE, NONE, NONE };

  while (number >= self->meanings->len)
    g_array_append_val (self->meanings, nothing);
  return &g_array_index (self->meanings, Meaning, number);
}

/**
 * doublet_spellings_init:
 * @self: on the stack
 * @options: (transfer none): what is the same; has to outlive @self
 * @n_tokens: about how many will be looked up
 *
 * Prepares @self: nothing is known.
 */
void
doublet_spellings_init (DoubletSpellings           *self,
                        const DoubletCorpusOptions *options,
                        guint64                     n_tokens)
{
  self->options = options;
  kind_init (&self->kinds[0], 0);
  kind_init (&self->kinds[1], MARK_SALT);
  self->exact_hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->normal_hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->form = g_string_new (NULL);
  self->n_waiting = 0;
  doublet_recent_spellings_init (&self->recent, n_tokens);
}

/**
 * doublet_spellings_clear:
 * @self: spellings
 *
 * Frees what @self holds, but not @self.
 */
void
doublet_spellings_clear (DoubletSpellings *self)
{
  kind_clear (&self->kinds[0]);
  kind_clear (&self->kinds[1]);
  g_array_unref (self->exact_hashes);
  g_array_unref (self->normal_hashes);
  g_string_free (self->form, TRUE);
  doublet_recent_spellings_clear (&self->recent);
}

static guint64
get_hash (const DoubletSpellingKind *spellings,
          guint32                    number)
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
add_exact (DoubletSpellings          *self,
           const DoubletSpellingKind *spellings,
           guint32                    form)
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
add_normal (DoubletSpellings          *self,
            const DoubletSpellingKind *spellings,
            guint32                    form)
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
find_form (DoubletSpellings    *self,
           DoubletSpellingKind *spellings,
           guint32              number,
           const char          *text,
           gsize                n_bytes)
{
  if (self->form->len == n_bytes && memcmp (self->form->str, text, n_bytes) == 0)
    return number;

  number = doublet_vocabulary_intern (spellings->bytes, self->form->str, self->form->len);
  get_meaning (spellings, number);
  return number;
}

static void
add_meaning (DoubletSpellings    *self,
             DoubletSpellingKind *spellings,
             guint32              number,
             const char          *text,
             gsize                n_bytes,
             DoubletTokenKind     kind,
             gboolean             keep_hyphens)
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

  get_meaning (spellings, number)->exact = exact;
  get_meaning (spellings, number)->normal = normal;
}

static inline DoubletSpellingKind *
get_kind (DoubletSpellings   *self,
          const DoubletToken *token)
{
  return &self->kinds[token->kind >= DOUBLET_TOKEN_PUNCTUATION];
}

/* What is invisible is ignored at once. */
static gboolean
waits (DoubletSpellings *self,
       const char       *text,
       gsize             n_bytes,
       DoubletTokenKind  kind)
{
  if (kind >= DOUBLET_TOKEN_PUNCTUATION || !doublet_normal_form_is_broken (text, n_bytes))
    return FALSE;

  g_string_truncate (self->form, 0);
  doublet_normal_form_append_normal (self->form, text, n_bytes, kind, self->options->ignore, FALSE);
  return self->form->len > 0;
}

static guint64
prepare (DoubletSpellings   *self,
         const DoubletToken *token,
         const char         *text,
         gsize               n_text_bytes)
{
  return doublet_vocabulary_prepare (get_kind (self, token)->bytes, text + token->start, token->end - token->start, n_text_bytes - token->start);
}

/* A token whose hash is known. */
static void
look_up_in_vocabulary (DoubletSpellings   *self,
                       const DoubletToken *token,
                       const char         *text,
                       guint64             hash,
                       guint32            *exact,
                       guint32            *normal)
{
  DoubletSpellingKind *spellings = get_kind (self, token);
  const char          *spelling = text + token->start;
  gsize                n_bytes = token->end - token->start;
  guint32              number = doublet_vocabulary_intern_prepared (spellings->bytes, spelling, n_bytes, hash);
  const Meaning       *meaning = get_meaning (spellings, number);

  if (meaning->exact == NONE)
    {
      if (!is_its_own_form (spelling, n_bytes) && waits (self, spelling, n_bytes, token->kind))
        get_meaning (spellings, number)->exact = get_meaning (spellings, number)->normal = DOUBLET_SYMBOL_WAITING;
      else
        add_meaning (self, spellings, number, spelling, n_bytes, token->kind, FALSE);
      meaning = get_meaning (spellings, number);
    }

  *exact = meaning->exact;
  *normal = meaning->normal;
  self->n_waiting += meaning->exact == DOUBLET_SYMBOL_WAITING;
}

/* Up to N_AT_ONCE tokens. */
static void
look_up_some (DoubletSpellings   *self,
              const DoubletToken *tokens,
              guint32             n_tokens,
              const char         *text,
              gsize               n_text_bytes,
              guint32            *exact,
              guint32            *normal)
{
  guint32            n_prepared = n_tokens;
  guint32            n_missing = 0;
  DoubletRecentQuery queries[N_AT_ONCE];
  guint32            lengths[N_AT_ONCE];
  guint64            hashes[N_AT_ONCE];
  guint8             missing[N_AT_ONCE];

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
      const DoubletRecentSpelling *spelling = queries[i].spelling;

      if (G_LIKELY (doublet_recent_query_is_there (&queries[i], text + tokens[i].start, lengths[i])))
        {
          exact[i] = spelling->exact;
          normal[i] = spelling->normal;
          continue;
        }
      hashes[i] = prepare (self, &tokens[i], text, n_text_bytes);
      missing[n_missing++] = i;
    }
  for (guint32 i = n_prepared; i < n_tokens; i++)
    {
      hashes[i] = prepare (self, &tokens[i], text, n_text_bytes);
      missing[n_missing++] = i;
    }

  /* In their order, which is that of new symbols. */
  for (guint32 k = 0; k < n_missing; k++)
    {
      guint32 i = missing[k];

      look_up_in_vocabulary (self, &tokens[i], text, hashes[i], &exact[i], &normal[i]);
      if (i < n_prepared && exact[i] != DOUBLET_SYMBOL_WAITING)
        *queries[i].spelling = (DoubletRecentSpelling){ queries[i].key, text + tokens[i].start, lengths[i], exact[i], normal[i] };
    }
}

/**
 * doublet_spellings_look_up:
 * @self: spellings
 * @tokens: (array length=n_tokens): tokens of one article, in order
 * @n_tokens: how many
 * @text: its text
 * @n_text_bytes: the length of that
 * @exact: (out caller-allocates) (array length=n_tokens): their exact symbols
 * @normal: (out caller-allocates) (array length=n_tokens): their normal symbols
 *
 * Finds the symbols, new ones where a form was not known.  A word that may be read in
 * two ways gets %DOUBLET_SYMBOL_WAITING for both and is counted.
 */
void
doublet_spellings_look_up (DoubletSpellings   *self,
                           const DoubletToken *tokens,
                           guint32             n_tokens,
                           const char         *text,
                           gsize               n_text_bytes,
                           guint32            *exact,
                           guint32            *normal)
{
  for (guint32 first = 0; first < n_tokens; first += N_AT_ONCE)
    look_up_some (self, tokens + first, MIN (N_AT_ONCE, n_tokens - first), text, n_text_bytes, exact + first, normal + first);
}

/* Whether a token that did not wait has the form just made. */
static gboolean
is_known (DoubletSpellings    *self,
          DoubletSpellingKind *spellings,
          gboolean             exact)
{
  const Meaning *meaning = get_meaning (spellings, doublet_vocabulary_intern (spellings->bytes, self->form->str, self->form->len));

  return (exact ? meaning->as_exact : meaning->as_normal) != NONE;
}

/**
 * doublet_spellings_keeps_hyphens:
 * @self: spellings that know all tokens
 * @token: one that waits
 * @text: the text it stands in
 *
 * Returns: whether somebody wrote the word with the hyphen that stands at a line's end
 *   here, and nobody without; without a witness the hyphen is that of the line
 */
gboolean
doublet_spellings_keeps_hyphens (DoubletSpellings   *self,
                                 const DoubletToken *token,
                                 const char         *text)
{
  DoubletSpellingKind *spellings = get_kind (self, token);
  const char          *spelling = text + token->start;
  gsize                n_bytes = token->end - token->start;

  for (guint exact = 2; exact-- > 0;)
    for (gboolean keep = FALSE; keep <= TRUE; keep++)
      {
        g_string_truncate (self->form, 0);
        if (exact)
          doublet_normal_form_append_exact (self->form, spelling, n_bytes, self->options->typography, keep);
        else
          doublet_normal_form_append_normal (self->form, spelling, n_bytes, token->kind, self->options->ignore, keep);
        if (is_known (self, spellings, exact))
          return keep;
      }
  return FALSE;
}

/**
 * doublet_spellings_resolve:
 * @self: spellings
 * @token: a token that waits
 * @text: the text it stands in
 * @keep_hyphens: how it is read
 * @exact: (out): its exact symbol
 * @normal: (out): its normal symbol
 *
 * Gives a token its symbols at last.
 */
void
doublet_spellings_resolve (DoubletSpellings   *self,
                           const DoubletToken *token,
                           const char         *text,
                           gboolean            keep_hyphens,
                           guint32            *exact,
                           guint32            *normal)
{
  DoubletSpellingKind *spellings = get_kind (self, token);
  const char          *spelling = text + token->start;
  gsize                n_bytes = token->end - token->start;
  guint32              number = doublet_vocabulary_intern (spellings->bytes, spelling, n_bytes);

  if (get_meaning (spellings, number)->exact == DOUBLET_SYMBOL_WAITING)
    add_meaning (self, spellings, number, spelling, n_bytes, token->kind, keep_hyphens);
  *exact = get_meaning (spellings, number)->exact;
  *normal = get_meaning (spellings, number)->normal;
}
