/* character-class.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the tokenizer has to know of a code point. */
typedef enum
{
  DOUBLET_CLASS_SPACE,  /* white space and control characters: in no token */
  DOUBLET_CLASS_LETTER, /* of an alphabet or a syllabary whose words are parted by spaces */
  DOUBLET_CLASS_HEBREW, /* the same, with rules of its own for quotation marks */
  DOUBLET_CLASS_HANGUL,
  DOUBLET_CLASS_DIGIT,
  DOUBLET_CLASS_EXTEND, /* marks and format characters: stay with what they follow */
  DOUBLET_CLASS_UNDERSCORE,
  DOUBLET_CLASS_HYPHEN,
  DOUBLET_CLASS_APOSTROPHE,  /* the straight one */
  DOUBLET_CLASS_MID_LETTER,  /* between two letters part of the word, elsewhere a mark */
  DOUBLET_CLASS_MID_NUMBER,  /* between two digits part of the number */
  DOUBLET_CLASS_MID_BOTH,    /* either */
  DOUBLET_CLASS_QUOTE,       /* the straight double quotation mark */
  DOUBLET_CLASS_PUNCTUATION, /* a mark; several of the same make one token */
  DOUBLET_CLASS_SINGLE_MARK, /* a bracket or quotation mark: one token each, for they nest */
  DOUBLET_CLASS_SYMBOL,
  DOUBLET_CLASS_PICTOGRAPH,   /* what emoji sequences are made of */
  DOUBLET_CLASS_REGIONAL,     /* two of them are a flag */
  DOUBLET_CLASS_OTHER_NUMBER, /* ½ ② ³ */
  DOUBLET_CLASS_IDEOGRAPH,    /* Han and Hiragana: a token each */
  DOUBLET_CLASS_KATAKANA,
  DOUBLET_CLASS_DICTIONARY, /* Thai, Lao, Khmer, Burmese: words not parted at all */
} DoubletCharacterClass;

/* What else is known, beside the class. */
#define DOUBLET_CHARACTER_CLASS_MASK 0x1f
#define DOUBLET_CHARACTER_IS_CAPITAL 0x20 /* beyond ASCII */
#define DOUBLET_CHARACTER_ENDS_SENTENCE 0x40
#define DOUBLET_CHARACTER_ENDS_CLAUSE 0x80

#define DOUBLET_CHARACTER_PAGE_BITS 8
#define DOUBLET_CHARACTER_PAGE_SIZE (1 << DOUBLET_CHARACTER_PAGE_BITS)
#define DOUBLET_CHARACTER_N_PAGES ((0x10ffff >> DOUBLET_CHARACTER_PAGE_BITS) + 1)

/* The pages at hand: U+0000 to U+00FF, and U+2000 to U+20FF. */
#define DOUBLET_CHARACTER_LATIN_PAGE 0x00
#define DOUBLET_CHARACTER_SIGNS_PAGE 0x20

extern const guint8  doublet_character_latin[DOUBLET_CHARACTER_PAGE_SIZE];
extern const guint8  doublet_character_signs[DOUBLET_CHARACTER_PAGE_SIZE];
extern const guint8 *doublet_character_pages[DOUBLET_CHARACTER_N_PAGES];

guint8       *doublet_character_page_build (guint number);
const guint8 *doublet_character_page_find (guint number);

/* The class of @c and what else is known of it.  Pages are made when they are first
 * met: a short article needs two or three, and all of them would take longer than
 * to read it. */
static inline guint8
doublet_character_get_properties (gunichar c)
{
  guint         number = c >> DOUBLET_CHARACTER_PAGE_BITS;
  const guint8 *page = g_atomic_pointer_get (&doublet_character_pages[number]);

  if (G_UNLIKELY (page == NULL))
    page = doublet_character_page_find (number);
  return page[c & ((1 << DOUBLET_CHARACTER_PAGE_BITS) - 1)];
}

static inline DoubletCharacterClass
doublet_character_get_class (gunichar c)
{
  return doublet_character_get_properties (c) & DOUBLET_CHARACTER_CLASS_MASK;
}

/* The code point at @p, which is valid UTF-8, and its length.  Inline, as a call
 * for each character would be the largest part of the cost of Chinese. */
static inline gunichar
doublet_character_decode (const char *p,
                          guint      *n_bytes)
{
  const guint8 *b = (const guint8 *)p;

  if (b[0] < 0x80)
    {
      *n_bytes = 1;
      return b[0];
    }
  if (b[0] < 0xe0)
    {
      *n_bytes = 2;
      return (gunichar)(b[0] & 0x1f) << 6 | (b[1] & 0x3f);
    }
  if (b[0] < 0xf0)
    {
      *n_bytes = 3;
      return (gunichar)(b[0] & 0x0f) << 12 | (gunichar)(b[1] & 0x3f) << 6 | (b[2] & 0x3f);
    }
  *n_bytes = 4;
  return (gunichar)(b[0] & 0x07) << 18 | (gunichar)(b[1] & 0x3f) << 12 | (gunichar)(b[2] & 0x3f) << 6 | (b[3] & 0x3f);
}

/* The class of the code point at @p, which is valid UTF-8, and its length. */
static inline DoubletCharacterClass
doublet_character_class_at (const char *p,
                            guint      *n_bytes)
{
  guint8 byte = *p;

  if (byte < 0x80)
    {
      *n_bytes = 1;
      return doublet_character_latin[byte] & DOUBLET_CHARACTER_CLASS_MASK;
    }
  return doublet_character_get_class (doublet_character_decode (p, n_bytes));
}

/* Over the marks and format characters at @p, which stay with what they follow. */
static inline const char *
doublet_character_skip_extend (const char *p,
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

G_END_DECLS
