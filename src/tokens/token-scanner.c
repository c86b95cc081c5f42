/* token-scanner.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "token-scanner.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "character-class.h"
#include "web-address.h"
#include "word-scanner.h"

/*
 * Looks at the first character of a token and lets whoever knows its class find
 * the end.  Nobody looks ahead by more than DOUBLET_TOKEN_MAX_BYTES, so that no
 * text makes the whole quadratic.
 */

#define ZERO_WIDTH_JOINER "\342\200\215"
#define PROLONGED_SOUND_MARK "\343\203\274"

/* Texts have a token in five bytes, Chinese has one in three.  Memory that is not
 * used in the end is never touched, so it costs nothing, but growing does. */
#define BYTES_FOR_TOKEN 3
#define N_ALLOCATED_AT_LEAST 64

static inline void
make_room (DoubletTokenScanner *self,
           guint                n)
{
  if (G_LIKELY (self->n_allocated - self->n_tokens >= n))
    return;
  self->n_allocated = self->n_allocated > 0 ? self->n_allocated + self->n_allocated / 2 : N_ALLOCATED_AT_LEAST + self->n_bytes / BYTES_FOR_TOKEN;
  self->tokens = g_renew (DoubletToken, self->tokens, self->n_allocated);
}

static inline void
write_token (DoubletTokenScanner *self,
             const char          *start,
             const char          *end,
             DoubletTokenKind     kind,
             guint                half_words,
             guint                flags)
{
  self->tokens[self->n_tokens] = (DoubletToken){
    .start = start - self->text,
    .n_bytes = end - start,
    .kind = kind,
    .half_words = half_words,
    .flags = flags,
  };
}

static inline void
add_token (DoubletTokenScanner *self,
           const char          *start,
           const char          *end,
           DoubletTokenKind     kind,
           guint                half_words,
           guint                flags)
{
  make_room (self, 1);
  write_token (self, start, end, kind, half_words, flags);
  self->n_tokens++;
}

/* Once a token. */
static gboolean
is_cancelled (DoubletTokenScanner *self,
              const char          *p)
{
  if ((++self->n_rounds & DOUBLET_PROGRESS_MASK) != 0)
    return FALSE;
  doublet_progress_report (self->progress, (double)(p - self->text) / self->n_bytes);
  return doublet_progress_is_cancelled (self->progress);
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
      if (is_cancelled (self, p))
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

/* So many bytes are looked at together for letters. */
#define LETTER_BYTES 16

/* How many of the sixteen bytes at @p are ASCII letters before the first that is none.
 * All at once: a loop over bytes would leave most words by a mispredicted branch. */
#ifdef __SSE2__
static inline guint
count_letters (const char *p)
{
  __m128i bytes = _mm_loadu_si128 ((const __m128i *)(gconstpointer)p);
  __m128i number = _mm_sub_epi8 (_mm_or_si128 (bytes, _mm_set1_epi8 (0x20)), _mm_set1_epi8 ('a'));
  __m128i is_letter = _mm_cmpeq_epi8 (_mm_min_epu8 (number, _mm_set1_epi8 ('z' - 'a')), number);

  return __builtin_ctz (~(guint)_mm_movemask_epi8 (is_letter));
}
#else
#define EVERY_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

static inline guint
count_letters_of_eight (const char *p)
{
  guint64 bytes;
  guint64 folded;
  guint64 letters;

  memcpy (&bytes, p, sizeof bytes);
  bytes = GUINT64_FROM_LE (bytes);
  folded = (bytes | EVERY_BYTE (0x20)) & EVERY_BYTE (0x7f);
  /* The highest bit of each byte: from 'a' on, and not from behind 'z' on. */
  letters = (folded + EVERY_BYTE (0x80 - 'a')) & ~(folded + EVERY_BYTE (0x80 - 'z' - 1)) & ~bytes & EVERY_BYTE (0x80);
  letters ^= EVERY_BYTE (0x80);
  return letters == 0 ? 8 : __builtin_ctzll (letters) / 8;
}

static inline guint
count_letters (const char *p)
{
  guint n = count_letters_of_eight (p);

  return n < 8 ? n : 8 + count_letters_of_eight (p + 8);
}
#endif

/* Marks that, with white space behind them, are a token of their own after a word of
 * ASCII letters: they join nothing, and no address goes on with them. */
static const guint8 simple_marks[256] = { [','] = 1, ['.'] = 1, [';'] = 1, [':'] = 1, ['!'] = 1, ['?'] = 1 };

/* White space that most words end before. */
static const guint8 simple_spaces[256] = { [' '] = 1, ['\n'] = 1, ['\r'] = 1 };

/* Adds the word of ASCII letters at @p, and a mark behind it, if white space follows;
 * else returns NULL: a word, but not one that is so simple.  Nine of ten words of an
 * English text end here. */
static inline const char *
add_simple_word (DoubletTokenScanner *self,
                 const char          *p,
                 const char          *end,
                 guint                flags)
{
  const char *word_end;
  guint       n;
  guint       n_marks;

  if (self->text + self->n_bytes - p < LETTER_BYTES)
    return NULL;
  n = count_letters (p);
  if (n == LETTER_BYTES || end - p <= (gssize)n + 1)
    return NULL;
  word_end = p + n;
  n_marks = simple_marks[(guint8)*word_end];
  if (!simple_spaces[(guint8)word_end[n_marks]])
    return NULL;

  /* The mark is written always and counted if it is there: whether there is one is hard
   * to foretell. */
  make_room (self, 2);
  write_token (self, p, word_end, DOUBLET_TOKEN_WORD, 2, flags);
  self->n_tokens++;
  write_token (self, word_end, word_end + 1, DOUBLET_TOKEN_PUNCTUATION, 0, DOUBLET_TOKEN_FLAG_NONE);
  self->n_tokens += n_marks;
  return word_end + n_marks + 1;
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
      if (is_cancelled (self, p))
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
      DoubletCharacterClass class = doublet_character_class_at (p, &n_bytes);
      const char *next;

      if (class == DOUBLET_CLASS_SPACE)
        {
          p += n_bytes;
          flags = DOUBLET_TOKEN_FLAG_SPACE_BEFORE;
          continue;
        }

      if (is_cancelled (self, p))
        return FALSE;
      if (class == DOUBLET_CLASS_LETTER && (next = add_simple_word (self, p, block_end, flags)) != NULL)
        {
          p = next;
          flags = DOUBLET_TOKEN_FLAG_SPACE_BEFORE;
          continue;
        }
      p = add_token_at (self, p, block_end, class, flags);
      if (p == NULL)
        return FALSE;
      flags = DOUBLET_TOKEN_FLAG_NONE;
    }

  return TRUE;
}
