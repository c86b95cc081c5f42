/* token-scanner.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "token-scanner-private.h"

#include <string.h>

#include "character-class.h"
#include "plain-words.h"
#include "web-address.h"
#include "word-scanner.h"

/*
 * Looks at the first character of a token and lets whoever knows its class find
 * the end.  Nobody looks ahead by more than DOUBLET_TOKEN_MAX_BYTES, so that no
 * text makes the whole quadratic.
 */

#define ZERO_WIDTH_JOINER "\342\200\215"
#define PROLONGED_SOUND_MARK "\343\203\274"

static inline void
add_token (DoubletTokenScanner *self,
           const char          *start,
           const char          *end,
           DoubletTokenKind     kind,
           guint                half_words,
           guint                flags)
{
  doublet_token_scanner_make_room (self, 1);
  self->tokens[self->n_tokens++] = (DoubletToken){
    .start = start - self->text,
    .n_bytes = end - start,
    .kind = kind,
    .half_words = half_words,
    .flags = flags,
  };
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
  return doublet_character_skip_extend (p, limit);
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
      p = doublet_character_skip_extend (p + n_bytes, limit);
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
  p = doublet_character_skip_extend (p + n_bytes, limit);
  if (p < limit && doublet_character_class_at (p, &n_bytes) == DOUBLET_CLASS_REGIONAL)
    p = doublet_character_skip_extend (p + n_bytes, limit);
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
  p = doublet_character_skip_extend (p + n_bytes, MIN (end, start + MIN (end - start, DOUBLET_TOKEN_MAX_BYTES)));
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

/* A run of a script that does not part its words.  Returns NULL if the work was
 * cancelled. */
static const char *
add_dictionary_words (DoubletTokenScanner *self,
                      const char          *p,
                      const char          *end,
                      guint                flags)
{
  const char *run = p;

  if (self->breaker == NULL)
    self->breaker = doublet_dictionary_breaker_new ();

  end = scan_run (p, end, DOUBLET_CLASS_DICTIONARY);
  doublet_dictionary_breaker_set_text (self->breaker, run, end - run);
  while (p < end)
    {
      const char *word_end = run + doublet_dictionary_breaker_next (self->breaker);

      /* Of scripts without a dictionary the whole run is one word. */
      for (; p < word_end; flags = DOUBLET_TOKEN_FLAG_NONE)
        {
          const char *part_end = scan_run (p, p + MIN (word_end - p, DOUBLET_TOKEN_MAX_BYTES), DOUBLET_CLASS_DICTIONARY);

          add_token (self, p, part_end, DOUBLET_TOKEN_WORD, 2, flags);
          p = part_end;
        }
      if (doublet_token_scanner_is_cancelled (self, p, 1))
        return NULL;
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

/* Whether an ideograph begins that needs no look at tables: U+5000 to U+9FFF. */
static inline gboolean
is_common_ideograph (const char *p)
{
  return (guint8)*p >= 0xe5 && (guint8)*p <= 0xe9;
}

/* Ideographs stand in long rows; a row ends behind one that has a mark.
 * Returns NULL if the work was cancelled. */
static const char *
add_ideographs (DoubletTokenScanner *self,
                const char          *p,
                const char          *end,
                guint                flags)
{
  DoubletCharacterClass class = DOUBLET_CLASS_IDEOGRAPH;
  guint n_bytes;

  doublet_character_decode (p, &n_bytes);
  while (class == DOUBLET_CLASS_IDEOGRAPH)
    {
      const char *start = p;
      guint       n_next = 0;

      p += n_bytes;
      if (p < end && is_common_ideograph (p))
        n_next = 3;
      else
        class = p < end ? doublet_character_class_at (p, &n_next) : DOUBLET_CLASS_SPACE;
      if (class == DOUBLET_CLASS_EXTEND)
        p = doublet_character_skip_extend (p, start + MIN (end - start, DOUBLET_TOKEN_MAX_BYTES));
      add_token (self, start, p, DOUBLET_TOKEN_WORD, 1, flags);
      if (doublet_token_scanner_is_cancelled (self, p, 1))
        return NULL;
      flags = DOUBLET_TOKEN_FLAG_NONE;
      n_bytes = n_next;
    }
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
      token_end = doublet_word_scanner_find_end (p, end, &kind);
      if (token_end < end && *token_end != ' ' && (guint8)*token_end < 0x80)
        return add_word_or_address (self, p, token_end, end, kind, flags);
      add_token (self, p, token_end, kind, 2, flags);
      return token_end;
    case DOUBLET_CLASS_IDEOGRAPH:
      return add_ideographs (self, p, end, flags);
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
      DoubletCharacterClass class;

      if (g_ascii_isalpha (*p))
        {
          p = doublet_plain_words_add (self, p, block_end, &flags);
          if (p == NULL)
            return FALSE;
          if (p >= block_end)
            break;
        }
      class = doublet_character_class_at (p, &n_bytes);
      if (class == DOUBLET_CLASS_SPACE)
        {
          p += n_bytes;
          flags = DOUBLET_TOKEN_FLAG_SPACE_BEFORE;
          continue;
        }

      if (doublet_token_scanner_is_cancelled (self, p, 1))
        return FALSE;
      p = add_token_at (self, p, block_end, class, flags);
      if (p == NULL)
        return FALSE;
      flags = DOUBLET_TOKEN_FLAG_NONE;
    }

  return TRUE;
}
