/* spellings.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "spellings.h"

#include "form-hash.h"

#include <string.h>

/*
 * Most tokens are spelt like one that came before.  So a token's bytes are looked
 * up as they stand, and only a new spelling costs the making of its two forms:
 * some 20,000 times for a novel of 200,000 words.
 *
 * Most forms are spellings themselves ("house" is the form of "House"), so forms
 * and spellings share one table: a form is known by its number there, and has a
 * symbol once something has that form.  Marks have keys of their own, for a word that
 * normalises to the same letters ("tm" and "™") is another thing.
 *
 * Whether "well-" at the end of a line and "known" at the start of the next are
 * "well-known" or "wellknown", no rule tells.  The other words do: such tokens wait
 * until all spellings are known, and then take the reading that somebody wrote out.
 * This cannot depend on the order of loading.
 */

#define NONE G_MAXUINT32

/* So many tokens are looked up together that the memory for one is on its way while
 * the others' is asked for. */
#define N_AT_ONCE 64

/* Forms of more than a few bytes are seldom not spellings themselves. */
#define LONG_FORMS_BYTES 1024

#define MIN_SYMBOLS 256

/* Tells the hashes of words and marks apart. */
#define MARK_SALT G_GUINT64_CONSTANT (0x6d61726b6d61726b)

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
  *self = (DoubletSpellings){ .options = options, .form = g_string_new (NULL), .empty = { NONE, NONE } };
  doublet_spelling_table_init (&self->table, n_tokens);
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
  doublet_spelling_table_clear (&self->table);
  g_free (self->forms);
  g_free (self->exact.hashes);
  g_free (self->normal.hashes);
  g_string_free (self->form, TRUE);
  g_clear_pointer (&self->long_forms, g_string_chunk_free);
}

#define EVERY_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Which of eight bytes are ASCII from @first to @last: their highest bits. */
static inline guint64
find_between (guint64 bytes,
              guint8  first,
              guint8  last)
{
  guint64 low = bytes & EVERY_BYTE (0x7f);

  return (low + EVERY_BYTE (0x80 - first)) & ~(low + EVERY_BYTE (0x80 - last - 1)) & ~bytes & EVERY_BYTE (0x80);
}

static inline guint64
fold_case (guint64 bytes)
{
  return bytes + (find_between (bytes, 'A', 'Z') >> 2);
}

/* U+5000 to U+9FFF, which Unicode lets nothing be done to. */
static inline gboolean
is_common_ideograph (const DoubletSpellingKey *key,
                     gsize                     n_bytes)
{
  return n_bytes == 3 && (key->head & 0xff) >= 0xe5 && (key->head & 0xff) <= 0xe9;
}

/* Of most spellings the exact form is the bytes themselves, and the normal form but for
 * capitals: visible ASCII that is no dash of hyphens. */
static gboolean
is_plain (const DoubletSpellingKey *key,
          gsize                     n_bytes)
{
  const DoubletSpellingKey *mask;

  if (is_common_ideograph (key, n_bytes))
    return TRUE;
  if (n_bytes > DOUBLET_SPELLING_SHORT_BYTES || (n_bytes > 1 && (key->head & 0xff) == '-'))
    return FALSE;
  mask = &doublet_spelling_masks[n_bytes];
  return (((~find_between (key->head, '!', '~') & mask->head) | (~find_between (key->tail, '!', '~') & mask->tail)) & EVERY_BYTE (0x80)) == 0;
}

/* What the form that is spelt like this stands for. */
static DoubletFormSymbols *
get_form_symbols (DoubletSpellings *self,
                  guint32           number)
{
  if (G_UNLIKELY (number >= self->n_forms_allocated))
    {
      guint32 n = MAX (MIN_SYMBOLS, number + number / 2);

      self->forms = g_renew (DoubletFormSymbols, self->forms, n);
      memset (self->forms + self->n_forms_allocated, 0xff, (n - self->n_forms_allocated) * sizeof (DoubletFormSymbols));
      self->n_forms_allocated = n;
    }
  return &self->forms[number];
}

static guint32
add_symbol (DoubletSymbols *symbols,
            guint64         hash)
{
  if (G_UNLIKELY (symbols->n == symbols->n_allocated))
    {
      symbols->n_allocated = MAX (MIN_SYMBOLS, symbols->n + symbols->n / 2);
      symbols->hashes = g_renew (guint64, symbols->hashes, symbols->n_allocated);
    }
  symbols->hashes[symbols->n] = hash;
  return symbols->n++;
}

static guint64
hash_form (const char *form,
           gsize       n_bytes,
           gboolean    is_mark)
{
  return doublet_form_hash (form, n_bytes) ^ (is_mark ? MARK_SALT : 0);
}

static guint64
hash_key (const DoubletSpellingKey *key,
          gsize                     n_bytes)
{
  const guint64 bytes[] = { GUINT64_TO_LE (key->head), GUINT64_TO_LE (key->tail) };

  return hash_form ((const char *)bytes, n_bytes, (key->tail & DOUBLET_SPELLING_MARK) != 0);
}

/* Adds what is plain.  Returns its slot, which may be another one than before. */
static DoubletSpelling *
add_plain_meaning (DoubletSpellings         *self,
                   DoubletSpelling          *spelling,
                   const DoubletSpellingKey *key,
                   gsize                     n_bytes)
{
  DoubletSpellingKey  folded = *key;
  DoubletFormSymbols *symbols = get_form_symbols (self, spelling->number);
  guint32             exact;
  guint32             normal;
  guint64             hash = hash_key (key, n_bytes);

  if (symbols->exact == NONE)
    symbols->exact = add_symbol (&self->exact, hash);
  exact = symbols->exact;

  /* The flags of a key are no capitals. */
  if (self->options->ignore & DOUBLET_IGNORE_CASE)
    folded = (DoubletSpellingKey){ fold_case (key->head), fold_case (key->tail) };
  if (folded.head != key->head || folded.tail != key->tail)
    {
      symbols = get_form_symbols (self, doublet_spelling_table_find_or_add (&self->table, &folded, NULL)->number);
      spelling = doublet_spelling_table_find_or_add (&self->table, key, NULL);
      hash = hash_key (&folded, n_bytes);
    }
  if (symbols->normal == NONE)
    symbols->normal = add_symbol (&self->normal, hash);
  normal = symbols->normal;

  spelling->exact = exact;
  spelling->normal = normal;
  return spelling;
}

/* The slot of the form just made. */
static DoubletSpelling *
find_form (DoubletSpellings *self,
           gboolean          is_mark)
{
  guint32            n_known = self->table.n_spellings;
  DoubletSpellingKey key = doublet_spelling_key_read_end (self->form->str, self->form->len, is_mark);
  DoubletSpelling   *spelling = doublet_spelling_table_find_or_add (&self->table, &key, self->form->str);

  /* The table keeps where long ones are, and those of the form will not stay. */
  if (self->form->len > DOUBLET_SPELLING_SHORT_BYTES && spelling->number == n_known)
    {
      if (self->long_forms == NULL)
        self->long_forms = g_string_chunk_new (LONG_FORMS_BYTES);
      self->table.long_bytes->pdata[spelling->long_index] = g_string_chunk_insert_len (self->long_forms, self->form->str, self->form->len);
    }
  return spelling;
}

static guint32
add_exact (DoubletSpellings *self,
           gboolean          is_mark)
{
  DoubletFormSymbols *symbols = get_form_symbols (self, find_form (self, is_mark)->number);

  if (symbols->exact == NONE)
    symbols->exact = add_symbol (&self->exact, hash_form (self->form->str, self->form->len, is_mark));
  return symbols->exact;
}

static guint32
add_normal (DoubletSpellings *self,
            gboolean          is_mark)
{
  DoubletFormSymbols *symbols = get_form_symbols (self, find_form (self, is_mark)->number);

  if (symbols->normal == NONE)
    symbols->normal = add_symbol (&self->normal, hash_form (self->form->str, self->form->len, is_mark));
  return symbols->normal;
}

static inline gboolean
is_mark (const DoubletToken *token)
{
  return token->kind >= DOUBLET_TOKEN_PUNCTUATION;
}

/* Returns the slot of the spelling, which may be another one than before. */
static DoubletSpelling *
add_meaning (DoubletSpellings         *self,
             const DoubletSpellingKey *key,
             const char               *text,
             gsize                     n_bytes,
             DoubletTokenKind          kind,
             gboolean                  keep_hyphens)
{
  gboolean         mark = kind >= DOUBLET_TOKEN_PUNCTUATION;
  guint32          exact, normal;
  DoubletSpelling *spelling;

  g_string_truncate (self->form, 0);
  doublet_normal_form_append_exact (self->form, text, n_bytes, self->options->typography, keep_hyphens);
  exact = add_exact (self, mark);

  g_string_truncate (self->form, 0);
  doublet_normal_form_append_normal (self->form, text, n_bytes, kind, self->options->ignore, keep_hyphens);
  normal = add_normal (self, mark);
  if (self->form->len == 0)
    self->empty[mark] = normal;

  spelling = doublet_spelling_table_find_or_add (&self->table, key, text);
  spelling->exact = exact;
  spelling->normal = normal;
  return spelling;
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

static DoubletSpellingKey
read_key (const DoubletToken *token,
          const char         *text)
{
  return doublet_spelling_key_read_end (text + token->start, token->n_bytes, is_mark (token));
}

/* A token that is not where it was looked for first. */
static void
look_up_anywhere (DoubletSpellings         *self,
                  const DoubletToken       *token,
                  const char               *text,
                  const DoubletSpellingKey *key,
                  guint32                  *exact,
                  guint32                  *normal)
{
  const char      *bytes = text + token->start;
  gsize            n_bytes = token->n_bytes;
  DoubletSpelling *spelling = doublet_spelling_table_find_or_add (&self->table, key, bytes);

  if (spelling->exact == NONE)
    {
      if (is_plain (key, n_bytes) && !(token->kind == DOUBLET_TOKEN_NUMBER && (self->options->ignore & DOUBLET_IGNORE_NUMBERS)))
        spelling = add_plain_meaning (self, spelling, key, n_bytes);
      else if (waits (self, bytes, n_bytes, token->kind))
        spelling->exact = spelling->normal = DOUBLET_SYMBOL_WAITING;
      else
        spelling = add_meaning (self, key, bytes, n_bytes, token->kind, FALSE);
    }

  *exact = spelling->exact;
  *normal = spelling->normal;
  self->n_waiting += spelling->exact == DOUBLET_SYMBOL_WAITING;
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
  const DoubletSpelling *slots = self->table.slots;
  const guint64          factor = self->table.factor;
  const guint            shift = self->table.shift;
  guint32                n_readable = n_tokens;
  DoubletSpellingKey     keys[N_AT_ONCE];
  guint64                firsts[N_AT_ONCE];

  /* The last ones of the text have not enough bytes to be read. */
  while (n_readable > 0 && n_text_bytes - tokens[n_readable - 1].start < DOUBLET_SPELLING_KEY_BYTES)
    n_readable--;

  for (guint32 i = 0; i < n_readable; i++)
    {
      keys[i] = doublet_spelling_key_read (text + tokens[i].start, tokens[i].n_bytes, is_mark (&tokens[i]));
      firsts[i] = doublet_spelling_key_hash (&keys[i], factor) >> shift << 1;
      __builtin_prefetch (&slots[firsts[i]]);
    }

  for (guint32 i = 0; i < n_readable; i++)
    {
      const DoubletSpelling *spelling = &slots[firsts[i]];

      /* A pair of slots without a branch: only what is new, and one in some dozens, stands
       * in neither. */
      spelling += !doublet_spelling_is (spelling, &keys[i]);
      exact[i] = spelling->exact;
      normal[i] = spelling->normal;
      if (G_UNLIKELY (!doublet_spelling_is (spelling, &keys[i]) || spelling->exact >= DOUBLET_SYMBOL_WAITING))
        {
          look_up_anywhere (self, &tokens[i], text, &keys[i], &exact[i], &normal[i]);
          /* What is new may have moved all. */
          if (G_UNLIKELY (self->table.slots != slots))
            {
              n_readable = i + 1;
              break;
            }
        }
    }

  for (guint32 i = n_readable; i < n_tokens; i++)
    {
      keys[i] = read_key (&tokens[i], text);
      look_up_anywhere (self, &tokens[i], text, &keys[i], &exact[i], &normal[i]);
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
is_known (DoubletSpellings *self,
          gboolean          mark,
          gboolean          exact)
{
  const DoubletFormSymbols *symbols = get_form_symbols (self, find_form (self, mark)->number);

  return (exact ? symbols->exact : symbols->normal) != NONE;
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
  const char *spelling = text + token->start;
  gsize       n_bytes = token->n_bytes;

  for (guint exact = 2; exact-- > 0;)
    for (gboolean keep = FALSE; keep <= TRUE; keep++)
      {
        g_string_truncate (self->form, 0);
        if (exact)
          doublet_normal_form_append_exact (self->form, spelling, n_bytes, self->options->typography, keep);
        else
          doublet_normal_form_append_normal (self->form, spelling, n_bytes, token->kind, self->options->ignore, keep);
        if (is_known (self, is_mark (token), exact))
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
  const char        *bytes = text + token->start;
  gsize              n_bytes = token->n_bytes;
  DoubletSpellingKey key = read_key (token, text);
  DoubletSpelling   *spelling = doublet_spelling_table_find_or_add (&self->table, &key, bytes);

  if (spelling->exact == DOUBLET_SYMBOL_WAITING)
    spelling = add_meaning (self, &key, bytes, n_bytes, token->kind, keep_hyphens);
  *exact = spelling->exact;
  *normal = spelling->normal;
}
