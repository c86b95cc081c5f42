/* plain-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plain-words.h"

#include "token-scanner-private.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/*
 * Nine of ten words of an English text are ASCII letters with white space behind them,
 * or a mark and white space.  Where they end is found for sixty-four bytes together, a
 * bit each, as in G. Langdale and D. Lemire, "Parsing Gigabytes of JSON per Second",
 * VLDB Journal 28 (2019): a loop over bytes would leave most words by a mispredicted
 * branch, and one over words would wait for the memory at the end of one before it
 * could begin with the next.
 */

#define N_AT_ONCE 64

/* Marks that, with white space behind them, are a token of their own after a word of
 * ASCII letters: they join nothing, and no address goes on with them. */
static const guint8 simple_marks[256] = { [','] = 1, ['.'] = 1, [';'] = 1, [':'] = 1, ['!'] = 1, ['?'] = 1 };

/* What each of N_AT_ONCE bytes is, the first one lowest. */
typedef struct
{
  guint64 letters; /* of ASCII */
  guint64 spaces;  /* white space that most words end before */
} Map;

#ifdef __SSE2__
static inline Map
read_map (const char *p)
{
  Map map = { 0, 0 };

  for (guint i = 0; i < N_AT_ONCE; i += sizeof (__m128i))
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *)(gconstpointer)(p + i));
      __m128i number = _mm_sub_epi8 (_mm_or_si128 (bytes, _mm_set1_epi8 (0x20)), _mm_set1_epi8 ('a'));
      __m128i letters = _mm_cmpeq_epi8 (_mm_min_epu8 (number, _mm_set1_epi8 ('z' - 'a')), number);
      __m128i spaces = _mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 (' ')),
                                     _mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\n')),
                                                   _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\r'))));

      map.letters |= (guint64)(guint)_mm_movemask_epi8 (letters) << i;
      map.spaces |= (guint64)(guint)_mm_movemask_epi8 (spaces) << i;
    }
  return map;
}
#else
static inline Map
read_map (const char *p)
{
  Map map = { 0, 0 };

  for (guint i = 0; i < N_AT_ONCE; i++)
    {
      map.letters |= (guint64)((guint8)((p[i] | 0x20) - 'a') <= 'z' - 'a') << i;
      map.spaces |= (guint64)(p[i] == ' ' || p[i] == '\n' || p[i] == '\r') << i;
    }
  return map;
}
#endif

static inline void
write_token (DoubletToken    *token,
             guint32          start,
             guint            n_bytes,
             DoubletTokenKind kind,
             guint            half_words,
             guint            flags)
{
  *token = (DoubletToken){ start, n_bytes, kind, half_words, flags };
}

/* Adds the plain words that begin at @p and are wholly in its map.  Returns how many bytes
 * they take; @goes_on tells whether what is behind them may be another one. */
static inline guint
add_mapped (DoubletTokenScanner *self,
            const char          *p,
            const Map           *map,
            guint               *flags,
            gboolean            *goes_on)
{
  DoubletToken *next = self->tokens + self->n_tokens;
  guint32       start = p - self->text;
  guint         at = 0;

  *goes_on = FALSE;
  while (at < N_AT_ONCE)
    {
      guint64 others = ~(map->letters >> at);
      guint   word_end = others != 0 ? at + __builtin_ctzll (others) : N_AT_ONCE;

      if (word_end >= N_AT_ONCE - 1)
        break;
      if (map->spaces >> word_end & 1)
        {
          if (word_end > at)
            write_token (next++, start + at, word_end - at, DOUBLET_TOKEN_WORD, 2, *flags);
          at = word_end + 1;
        }
      else if (word_end > at && simple_marks[(guint8)p[word_end]] && (map->spaces >> (word_end + 1) & 1))
        {
          write_token (next++, start + at, word_end - at, DOUBLET_TOKEN_WORD, 2, *flags);
          write_token (next++, start + word_end, 1, DOUBLET_TOKEN_PUNCTUATION, 0, DOUBLET_TOKEN_FLAG_NONE);
          at = word_end + 2;
        }
      else
        {
          self->n_tokens = next - self->tokens;
          return at;
        }
      *flags = DOUBLET_TOKEN_FLAG_SPACE_BEFORE;
    }

  self->n_tokens = next - self->tokens;
  *goes_on = at > 0;
  return at;
}

/**
 * doublet_plain_words_add:
 * @self: a scanner
 * @p: where to begin
 * @end: where the block ends
 * @flags: (inout): those of the next token
 *
 * Adds the plain words from @p on, each with the mark behind it.
 *
 * Returns: where something else stands, or what is too long or too near to the end of the
 *   text to be seen here; @end or what is behind it, if nothing; %NULL if the work was
 *   cancelled
 */
const char *
doublet_plain_words_add (DoubletTokenScanner *self,
                         const char          *p,
                         const char          *end,
                         guint               *flags)
{
  const char *text_end = self->text + self->n_bytes;
  gboolean    goes_on = TRUE;

  while (goes_on && p < end && text_end - p >= N_AT_ONCE)
    {
      Map     map = read_map (p);
      guint32 n_before = self->n_tokens;

      /* The end of a block ends words. */
      if (end - p < N_AT_ONCE)
        {
          map.letters &= ~(~G_GUINT64_CONSTANT (0) << (end - p));
          map.spaces |= ~G_GUINT64_CONSTANT (0) << (end - p);
        }
      doublet_token_scanner_make_room (self, N_AT_ONCE);
      p += add_mapped (self, p, &map, flags, &goes_on);
      if (doublet_token_scanner_is_cancelled (self, p, self->n_tokens - n_before))
        return NULL;
    }
  return p;
}
