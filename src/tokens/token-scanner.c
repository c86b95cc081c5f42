/* token-scanner.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "token-scanner.h"

#include <string.h>

#include "character-class.h"
#include "web-address.h"

/*
 * Words by UAX #29 with the exceptions that character-class.c names.  ICU's own
 * rules give the same words at a quarter of the speed of this loop (a sixth of it
 * for Chinese), and Pango's at a twentieth.
 *
 * Each scan_*() function is called at the first byte of a token and returns where
 * it ends.  It looks ahead by at most DOUBLET_TOKEN_MAX_BYTES, so that no text
 * makes the whole quadratic.
 */

#define SOFT_HYPHEN "\302\255"
#define ZERO_WIDTH_JOINER "\342\200\215"
#define PROLONGED_SOUND_MARK "\343\203\274"

#define N_ALLOCATED_AT_FIRST 64

/* Thai is handed to ICU in pieces, so that cancelling need not wait for a
 * megabyte.  The last words of a piece are looked at again with what follows,
 * as the dictionaries look three words ahead. */
#define DICTIONARY_PIECE_BYTES 16384
#define DICTIONARY_WORDS_AGAIN 4

static inline void
add_token (DoubletTokenScanner *self,
           const char          *start,
           const char          *end,
           DoubletTokenKind     kind,
           guint                half_words,
           guint                flags)
{
  if (self->n_tokens == self->n_allocated)
    {
      self->n_allocated = MAX (N_ALLOCATED_AT_FIRST, self->n_allocated + self->n_allocated / 2);
      self->tokens = g_renew (DoubletToken, self->tokens, self->n_allocated);
    }

  self->tokens[self->n_tokens++] = (DoubletToken){
    .start = start - self->text,
    .end = end - self->text,
    .kind = kind,
    .half_words = half_words,
    .flags = flags,
  };
}

static inline gboolean
is_letter (DoubletCharacterClass class)
{
  return class == DOUBLET_CLASS_LETTER || class == DOUBLET_CLASS_HEBREW || class == DOUBLET_CLASS_HANGUL;
}

/* Marks and format characters stay with what they follow. */
static const char *
skip_extend (const char *p,
             const char *limit)
{
  while (p < limit)
    {
      guint n_bytes;

      if (doublet_character_class_at (p, &n_bytes) != DOUBLET_CLASS_EXTEND || p + n_bytes > limit)
        break;
      p += n_bytes;
    }
  return p;
}

/* Over the end of a line and the blanks around it; NULL if there is none. */
static const char *
skip_line_end (const char *p,
               const char *limit)
{
  while (p < limit && (*p == ' ' || *p == '\t'))
    p++;
  if (p < limit && *p == '\r')
    {
      p++;
      if (p < limit && *p == '\n')
        p++;
    }
  else if (p < limit && *p == '\n')
    p++;
  else
    return NULL;
  while (p < limit && (*p == ' ' || *p == '\t'))
    p++;
  return p < limit ? p : NULL;
}

/* What a word goes on with after the mark that ends at @p: its class and where it
 * begins.  SPACE for "with nothing that matters here". */
static DoubletCharacterClass
look_behind_mark (const char  *p,
                  const char  *limit,
                  const char **next)
{
  guint n_bytes;

  *next = skip_extend (p, limit);
  return *next < limit ? doublet_character_class_at (*next, &n_bytes) : DOUBLET_CLASS_SPACE;
}

/* A hyphen joins, at the end of a line as well; but from one number to another it
 * means "to". */
static const char *
join_at_hyphen (const char *p,
                const char *limit,
                gboolean    has_letter)
{
  const char *next;
  const char *line;
  DoubletCharacterClass class = look_behind_mark (p, limit, &next);
  guint n_bytes;

  if (class == DOUBLET_CLASS_SPACE && (line = skip_line_end (next, limit)) != NULL)
    {
      next = line;
      class = doublet_character_class_at (next, &n_bytes);
    }
  return is_letter (class) || (class == DOUBLET_CLASS_DIGIT && has_letter) ? next : NULL;
}

/* WB6, WB7 and WB11, WB12 of UAX #29. */
static const char *
join_at_mark (const char           *p,
              const char           *limit,
              DoubletCharacterClass last,
              gboolean              letters,
              gboolean              digits)
{
  const char *next;
  DoubletCharacterClass class = look_behind_mark (p, limit, &next);

  if (letters && is_letter (last) && is_letter (class))
    return next;
  if (digits && last == DOUBLET_CLASS_DIGIT && class == DOUBLET_CLASS_DIGIT)
    return next;
  return NULL;
}

/* WB13a and WB13b, but not at a word's ends: there underscores are emphasis. */
static const char *
join_at_underscore (const char *p,
                    const char *limit)
{
  guint n_bytes;
  DoubletCharacterClass class = DOUBLET_CLASS_UNDERSCORE;

  while (p < limit)
    {
      class = doublet_character_class_at (p, &n_bytes);
      if (class != DOUBLET_CLASS_UNDERSCORE && class != DOUBLET_CLASS_EXTEND)
        break;
      p += n_bytes;
    }
  return p < limit && (is_letter (class) || class == DOUBLET_CLASS_DIGIT) ? p : NULL;
}

/* WB7a to WB7c: a Hebrew word may end with an apostrophe and hold a quotation mark. */
static const char *
join_hebrew (const char           *p,
             const char           *limit,
             DoubletCharacterClass mark)
{
  const char *next;

  if (mark == DOUBLET_CLASS_APOSTROPHE)
    return p;
  return look_behind_mark (p, limit, &next) == DOUBLET_CLASS_HEBREW ? next : NULL;
}

/* Where the word goes on after a character that is no letter, digit or extension;
 * NULL if it ends before it. */
static const char *
join (const char *p,
      const char *after,
      const char *limit,
      DoubletCharacterClass class,
      DoubletCharacterClass last,
      gboolean              has_letter)
{
  const char *next = NULL;

  switch ((int)class)
    {
    case DOUBLET_CLASS_SPACE:
      next = p[-1] == SOFT_HYPHEN[1] && p[-2] == SOFT_HYPHEN[0] ? join_at_hyphen (p, limit, has_letter) : NULL;
      break;
    case DOUBLET_CLASS_HYPHEN:
      next = join_at_hyphen (after, limit, has_letter);
      break;
    case DOUBLET_CLASS_APOSTROPHE:
    case DOUBLET_CLASS_MID_BOTH:
      next = join_at_mark (after, limit, last, TRUE, TRUE);
      break;
    case DOUBLET_CLASS_MID_LETTER:
      next = join_at_mark (after, limit, last, TRUE, FALSE);
      break;
    case DOUBLET_CLASS_MID_NUMBER:
      next = join_at_mark (after, limit, last, FALSE, TRUE);
      break;
    case DOUBLET_CLASS_UNDERSCORE:
      next = join_at_underscore (after, limit);
      break;
    default:
      break;
    }

  if (next == NULL && last == DOUBLET_CLASS_HEBREW && (class == DOUBLET_CLASS_APOSTROPHE || class == DOUBLET_CLASS_QUOTE))
    next = join_hebrew (after, limit, class);
  return next;
}

/* Words and numbers.  Hangul stands apart from other letters and from digits, as
 * with ICU: it is particles that follow them without a space. */
static const char *
scan_word (const char       *p,
           const char       *end,
           DoubletTokenKind *kind)
{
  const char           *limit = p + MIN (end - p, DOUBLET_TOKEN_MAX_BYTES);
  DoubletCharacterClass last = DOUBLET_CLASS_SPACE;
  gboolean              has_letter = FALSE;

  while (p < limit)
    {
      guint n_bytes;
      DoubletCharacterClass class = doublet_character_class_at (p, &n_bytes);
      const char *next = p + n_bytes;

      if (class == DOUBLET_CLASS_LETTER || class == DOUBLET_CLASS_DIGIT || class == DOUBLET_CLASS_HEBREW || class == DOUBLET_CLASS_HANGUL)
        {
          if (last != DOUBLET_CLASS_SPACE && (class == DOUBLET_CLASS_HANGUL) != (last == DOUBLET_CLASS_HANGUL))
            break;
          last = class;
          has_letter |= class != DOUBLET_CLASS_DIGIT;

          /* Most of most texts is spent here. */
          while (next < limit && (guint8)*next < 0x80 && doublet_character_ascii_classes[(guint8)*next] == class)
            next++;
        }
      else if (class != DOUBLET_CLASS_EXTEND)
        next = join (p, next, limit, class, last, has_letter);

      if (next == NULL || next > limit)
        break;
      p = next;
    }

  *kind = has_letter ? DOUBLET_TOKEN_WORD : DOUBLET_TOKEN_NUMBER;
  return p;
}

/* A mark with what belongs to it, or a row of the same mark. */
static const char *
scan_mark (const char *p,
           const char *end,
           gboolean    rows)
{
  const char *limit = p + MIN (end - p, DOUBLET_TOKEN_MAX_BYTES);
  guint       n_bytes;
  gunichar    c = doublet_character_decode (p, &n_bytes);
  guint       n = n_bytes;

  p += n_bytes;
  while (rows && p + n_bytes <= limit && doublet_character_decode (p, &n) == c)
    p += n_bytes;
  return skip_extend (p, limit);
}

/* An emoji with its variation, skin and what is joined to it. */
static const char *
scan_pictograph (const char *p,
                 const char *end)
{
  const char *limit = p + MIN (end - p, DOUBLET_TOKEN_MAX_BYTES);
  guint       n_bytes;

  for (;;)
    {
      doublet_character_decode (p, &n_bytes);
      p = skip_extend (p + n_bytes, limit);
      if (p >= limit || memcmp (p - 3, ZERO_WIDTH_JOINER, 3) != 0)
        return p;
      if (doublet_character_class_at (p, &n_bytes) != DOUBLET_CLASS_PICTOGRAPH || p + n_bytes > limit)
        return p;
    }
}

static const char *
scan_flag (const char *p,
           const char *end)
{
  const char *limit = p + MIN (end - p, DOUBLET_TOKEN_MAX_BYTES);
  guint       n_bytes;

  doublet_character_class_at (p, &n_bytes);
  p = skip_extend (p + n_bytes, limit);
  if (p < limit && doublet_character_class_at (p, &n_bytes) == DOUBLET_CLASS_REGIONAL)
    p = skip_extend (p + n_bytes, limit);
  return p;
}

/* A run of characters of one class, with their marks. */
static const char *
scan_run (const char           *p,
          const char           *limit,
          DoubletCharacterClass wanted)
{
  while (p < limit)
    {
      guint n_bytes;
      DoubletCharacterClass class = doublet_character_class_at (p, &n_bytes);

      if ((class != wanted && class != DOUBLET_CLASS_EXTEND) || p + n_bytes > limit)
        break;
      p += n_bytes;
    }
  return p;
}

static const char *
add_ideograph (DoubletTokenScanner *self,
               const char          *p,
               const char          *end,
               guint                flags)
{
  const char *start = p;
  guint       n_bytes;

  doublet_character_decode (p, &n_bytes);
  p = skip_extend (p + n_bytes, MIN (end, start + MIN (end - start, DOUBLET_TOKEN_MAX_BYTES)));
  add_token (self, start, p, DOUBLET_TOKEN_WORD, 1, flags);
  return p;
}

/* After Hiragana the prolonged sound mark is one more character, not a Katakana word. */
static const char *
add_katakana (DoubletTokenScanner *self,
              const char          *p,
              const char          *end,
              guint                flags)
{
  gboolean    after_hiragana = flags == 0 && self->n_tokens > self->block_first && self->tokens[self->n_tokens - 1].half_words == 1;
  const char *run_end;

  if (after_hiragana && end - p >= 3 && memcmp (p, PROLONGED_SOUND_MARK, 3) == 0)
    return add_ideograph (self, p, end, flags);

  run_end = scan_run (p, p + MIN (end - p, DOUBLET_TOKEN_MAX_BYTES), DOUBLET_CLASS_KATAKANA);
  add_token (self, p, run_end, DOUBLET_TOKEN_WORD, 2, flags);
  return run_end;
}

/* One word as the dictionary found it; cut if it has none for this script. */
static void
add_dictionary_word (DoubletTokenScanner *self,
                     const char          *start,
                     const char          *end,
                     guint                flags)
{
  while (start < end)
    {
      const char *word_end = scan_run (start, start + MIN (end - start, DOUBLET_TOKEN_MAX_BYTES), DOUBLET_CLASS_DICTIONARY);

      add_token (self, start, word_end, DOUBLET_TOKEN_WORD, 2, flags);
      start = word_end;
      flags = DOUBLET_TOKEN_FLAG_NONE;
    }
}

/* Returns NULL if the work was cancelled. */
static const char *
add_dictionary_words (DoubletTokenScanner *self,
                      const char          *p,
                      const char          *end,
                      guint                flags)
{
  if (self->breaker == NULL)
    self->breaker = doublet_dictionary_breaker_new ();

  while (p < end)
    {
      const char *piece_end = scan_run (p, p + MIN (end - p, DICTIONARY_PIECE_BYTES), DOUBLET_CLASS_DICTIONARY);
      gsize       piece_bytes = piece_end - p;
      gsize       done = 0;
      gboolean    is_whole = end - p <= DICTIONARY_PIECE_BYTES || piece_bytes < DICTIONARY_PIECE_BYTES - 4;
      gsize       last_ends[DICTIONARY_WORDS_AGAIN] = { 0 };
      guint       n_words = 0;

      if (piece_bytes == 0)
        break;
      if (doublet_progress_is_cancelled (self->progress))
        return NULL;

      /* Words are added so many behind the one just found. */
      doublet_dictionary_breaker_set_text (self->breaker, p, piece_bytes);
      while (last_ends[(n_words + DICTIONARY_WORDS_AGAIN - 1) % DICTIONARY_WORDS_AGAIN] < piece_bytes)
        {
          gsize *slot = &last_ends[n_words % DICTIONARY_WORDS_AGAIN];

          if (*slot > done)
            {
              add_dictionary_word (self, p + done, p + *slot, flags);
              flags = DOUBLET_TOKEN_FLAG_NONE;
              done = *slot;
            }
          *slot = doublet_dictionary_breaker_next (self->breaker);
          n_words++;
        }

      for (guint i = 0; (is_whole || done == 0) && i < DICTIONARY_WORDS_AGAIN; i++)
        {
          gsize word_end = last_ends[(n_words + i) % DICTIONARY_WORDS_AGAIN];

          if (word_end <= done)
            continue;
          add_dictionary_word (self, p + done, p + word_end, flags);
          flags = DOUBLET_TOKEN_FLAG_NONE;
          done = word_end;
        }
      p += done;
      if (is_whole)
        break;
    }

  return p;
}

/* An address that begins with the word from @start to @p, or has its "@" at @p and
 * may have begun some tokens ago. */
static const char *
add_word_or_address (DoubletTokenScanner *self,
                     const char          *start,
                     const char          *p,
                     const char          *end,
                     DoubletTokenKind     kind,
                     guint                flags)
{
  const char *limit = start + MIN (end - start, DOUBLET_TOKEN_MAX_BYTES);
  const char *address_end = NULL;

  if (p < limit && *p == '@')
    {
      address_end = doublet_web_address_find_mail_end (p, limit);
      if (address_end != NULL)
        {
          const char *first = doublet_web_address_find_mail_start (self->text + self->block_start, p);

          while (self->n_tokens > self->block_first && self->text + self->tokens[self->n_tokens - 1].start >= first)
            {
              start = self->text + self->tokens[--self->n_tokens].start;
              flags = self->tokens[self->n_tokens].flags;
            }
        }
    }
  else if (p < limit)
    address_end = doublet_web_address_find_end (start, p, limit);

  if (address_end != NULL)
    {
      kind = DOUBLET_TOKEN_WORD;
      p = address_end;
    }
  add_token (self, start, p, kind, 2, flags);
  return p;
}

/* The token at @p, which is no white space.  Returns NULL if the work was cancelled. */
static const char *
add_token_at (DoubletTokenScanner *self,
              const char          *p,
              const char          *end,
              DoubletCharacterClass class,
              guint flags)
{
  DoubletTokenKind kind = DOUBLET_TOKEN_PUNCTUATION;
  const char      *token_end;

  switch (class)
    {
    case DOUBLET_CLASS_LETTER:
    case DOUBLET_CLASS_HEBREW:
    case DOUBLET_CLASS_HANGUL:
    case DOUBLET_CLASS_DIGIT:
      token_end = scan_word (p, end, &kind);
      if (token_end < end && *token_end != ' ' && (guint8)*token_end < 0x80)
        return add_word_or_address (self, p, token_end, end, kind, flags);
      add_token (self, p, token_end, kind, 2, flags);
      return token_end;
    case DOUBLET_CLASS_IDEOGRAPH:
      return add_ideograph (self, p, end, flags);
    case DOUBLET_CLASS_KATAKANA:
      return add_katakana (self, p, end, flags);
    case DOUBLET_CLASS_DICTIONARY:
      return add_dictionary_words (self, p, end, flags);
    case DOUBLET_CLASS_OTHER_NUMBER:
      token_end = scan_mark (p, end, FALSE);
      add_token (self, p, token_end, DOUBLET_TOKEN_NUMBER, 2, flags);
      return token_end;
    case DOUBLET_CLASS_PICTOGRAPH:
      kind = DOUBLET_TOKEN_SYMBOL;
      token_end = scan_pictograph (p, end);
      break;
    case DOUBLET_CLASS_REGIONAL:
      kind = DOUBLET_TOKEN_SYMBOL;
      token_end = scan_flag (p, end);
      break;
    case DOUBLET_CLASS_SINGLE_MARK:
    case DOUBLET_CLASS_QUOTE:
      token_end = scan_mark (p, end, FALSE);
      break;
    case DOUBLET_CLASS_EXTEND:
    case DOUBLET_CLASS_SYMBOL:
      kind = DOUBLET_TOKEN_SYMBOL;
      token_end = scan_mark (p, end, TRUE);
      break;
    case DOUBLET_CLASS_UNDERSCORE:
    case DOUBLET_CLASS_HYPHEN:
    case DOUBLET_CLASS_APOSTROPHE:
    case DOUBLET_CLASS_MID_LETTER:
    case DOUBLET_CLASS_MID_NUMBER:
    case DOUBLET_CLASS_MID_BOTH:
    case DOUBLET_CLASS_PUNCTUATION:
      token_end = scan_mark (p, end, TRUE);
      break;
    case DOUBLET_CLASS_SPACE:
    default:
      g_assert_not_reached ();
    }

  add_token (self, p, token_end, kind, 0, flags);
  return token_end;
}

/**
 * doublet_token_scanner_init:
 * @self: a scanner, on the stack
 * @text: (transfer none): valid UTF-8; has to outlive @self
 * @n_bytes: its length, below 4 GB
 * @progress: (nullable): a progress
 *
 * Prepares @self.
 */
void
doublet_token_scanner_init (DoubletTokenScanner   *self,
                            const char            *text,
                            gsize                  n_bytes,
                            const DoubletProgress *progress)
{
  *self = (DoubletTokenScanner){ .text = text, .n_bytes = n_bytes, .progress = progress };
}

/**
 * doublet_token_scanner_clear:
 * @self: a scanner
 *
 * Frees what @self holds, the tokens as well unless they were taken.
 */
void
doublet_token_scanner_clear (DoubletTokenScanner *self)
{
  g_clear_pointer (&self->tokens, g_free);
  g_clear_pointer (&self->breaker, doublet_dictionary_breaker_free);
}

/**
 * doublet_token_scanner_run:
 * @self: a scanner
 * @start: where a block begins, in bytes
 * @end: where it ends
 *
 * Appends the block's tokens to those of @self.  Only one of their flags is set:
 * whether space stands before.
 *
 * Returns: whether it came to the end; %FALSE if the work was cancelled
 */
gboolean
doublet_token_scanner_run (DoubletTokenScanner *self,
                           guint32              start,
                           guint32              end)
{
  const char *p = self->text + start;
  const char *block_end = self->text + end;
  guint       flags = DOUBLET_TOKEN_FLAG_SPACE_BEFORE;

  self->block_start = start;
  self->block_first = self->n_tokens;

  while (p < block_end)
    {
      guint n_bytes;
      DoubletCharacterClass class = doublet_character_class_at (p, &n_bytes);

      if (class == DOUBLET_CLASS_SPACE)
        {
          p += n_bytes;
          flags = DOUBLET_TOKEN_FLAG_SPACE_BEFORE;
          continue;
        }

      if ((++self->n_rounds & DOUBLET_PROGRESS_MASK) == 0)
        {
          if (doublet_progress_is_cancelled (self->progress))
            return FALSE;
          doublet_progress_report (self->progress, (double)(p - self->text) / self->n_bytes);
        }

      p = add_token_at (self, p, block_end, class, flags);
      if (p == NULL)
        return FALSE;
      flags = DOUBLET_TOKEN_FLAG_NONE;
    }

  return TRUE;
}
