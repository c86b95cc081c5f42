/* utf8.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "utf8.h"

#include <string.h>

/*
 * Every byte of every file is checked and counted some four times on its way to an
 * article.  g_utf8_validate_len() goes byte by byte, which was a fifth of the whole
 * comparison of two texts of 1 MB; here eight bytes of printable ASCII are one step,
 * and the counts fall out of the same pass.
 */

#define EVERY_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define HIGH_BITS EVERY_BYTE (0x80)

static inline guint64
load_8 (const char *text)
{
  guint64 value;

  memcpy (&value, text, sizeof value);
  return GUINT64_FROM_LE (value);
}

/* How many of the eight bytes are ASCII from the space to the tilde before the first
 * that is not.  A byte with its high bit clear carries nothing into the next one in
 * either sum. */
static inline guint
count_printable (guint64 bytes)
{
  guint64 low = bytes & ~HIGH_BITS;
  guint64 others = (bytes | ~(low + EVERY_BYTE (0x80 - 0x20)) | (low + EVERY_BYTE (0x80 - 0x7f))) & HIGH_BITS;

  return others == 0 ? 8 : __builtin_ctzll (others) / 8;
}

typedef guint8 Bytes16 __attribute__ ((vector_size (16)));

/* Whether all of sixteen bytes are ASCII from the space to the tilde. */
static inline gboolean
are_printable (const guint8 *p)
{
  Bytes16 bytes;
  guint64 others[2];

  memcpy (&bytes, p, sizeof bytes);
  bytes = (Bytes16)((bytes < 0x20) | (bytes > 0x7e));
  memcpy (others, &bytes, sizeof bytes);
  return (others[0] | others[1]) == 0;
}

static inline gboolean
continues (const guint8 *b,
           guint8        low,
           guint8        high)
{
  return *b >= low && *b <= high;
}

/* The length of the well-formed character beyond ASCII at @b, 0 if there is none
 * before @end: table 3-7 of the Unicode Standard. */
static inline guint
get_length (const guint8 *b,
            const guint8 *end)
{
  gssize left = end - b;

  if (b[0] < 0xc2)
    return 0;
  if (b[0] < 0xe0)
    return left >= 2 && continues (b + 1, 0x80, 0xbf) ? 2 : 0;
  if (b[0] < 0xf0)
    {
      guint8 low = b[0] == 0xe0 ? 0xa0 : 0x80;
      guint8 high = b[0] == 0xed ? 0x9f : 0xbf;

      return left >= 3 && continues (b + 1, low, high) && continues (b + 2, 0x80, 0xbf) ? 3 : 0;
    }
  if (b[0] < 0xf5)
    {
      guint8 low = b[0] == 0xf0 ? 0x90 : 0x80;
      guint8 high = b[0] == 0xf4 ? 0x8f : 0xbf;

      return left >= 4 && continues (b + 1, low, high) && continues (b + 2, 0x80, 0xbf) && continues (b + 3, 0x80, 0xbf) ? 4 : 0;
    }
  return 0;
}

/**
 * doublet_utf8_scan:
 * @text: bytes
 * @n_bytes: their number
 * @counts: (inout): what stands there is added to it
 *
 * Checks and counts in one pass.  As for g_utf8_validate_len(), a NUL is invalid.
 *
 * Returns: the first byte that begins no valid character, or the end: all before it is
 *   valid, and counted
 */
const char *
doublet_utf8_scan (const char        *text,
                   gsize              n_bytes,
                   DoubletUtf8Counts *counts)
{
  const guint8 *p = (const guint8 *)text;
  const guint8 *end = p + n_bytes;
  gsize         n_chars = 0;
  gsize         n_beyond = 0;
  gsize         n_controls = 0;

  while (p < end)
    {
      const guint8 *start = p;
      guint         length = 8;

      while (end - p >= 16 && are_printable (p))
        p += 16;
      for (; length == 8 && end - p >= 8; p += length)
        length = count_printable (load_8 ((const char *)p));
      n_chars += p - start;
      if (p == end)
        break;

      length = *p < 0x80 ? *p != '\0' : get_length (p, end);
      if (length == 0)
        break;
      n_chars++;
      n_beyond += length > 1;
      n_controls += (*p < 0x20 && (guint8)(*p - '\t') > '\r' - '\t') || *p == 0x7f;
      p += length;

      /* Scripts other than Latin have one after the other. */
      while (p < end && *p >= 0x80 && (length = get_length (p, end)) > 0)
        {
          n_chars++;
          n_beyond++;
          p += length;
        }
    }

  counts->n_chars += n_chars;
  counts->n_beyond += n_beyond;
  counts->n_controls += n_controls;
  return (const char *)p;
}

/**
 * doublet_utf8_skip_printable:
 * @text: bytes
 * @end: where they end
 *
 * Returns: the first of them that is not ASCII from the space to the tilde, or @end
 */
const char *
doublet_utf8_skip_printable (const char *text,
                             const char *end)
{
  guint length = 8;

  while (end - text >= 16 && are_printable ((const guint8 *)text))
    text += 16;
  for (; length == 8 && end - text >= 8; text += length)
    length = count_printable (load_8 (text));
  if (length == 8)
    while (text < end && *text >= ' ' && *text <= '~')
      text++;
  return text;
}

/**
 * doublet_utf8_is_ascii:
 * @text: bytes
 * @n_bytes: their number
 *
 * Returns: whether none of them is beyond ASCII
 */
gboolean
doublet_utf8_is_ascii (const char *text,
                       gsize       n_bytes)
{
  gsize i = 0;

  for (; n_bytes - i >= 32; i += 32)
    if (((load_8 (text + i) | load_8 (text + i + 8) | load_8 (text + i + 16) | load_8 (text + i + 24)) & HIGH_BITS) != 0)
      return FALSE;
  for (; i < n_bytes; i++)
    if ((guchar)text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/**
 * doublet_utf8_count_chars:
 * @text: valid UTF-8, perhaps cut inside a character
 * @n_bytes: its length
 *
 * Returns: how many code points begin there
 */
gsize
doublet_utf8_count_chars (const char *text,
                          gsize       n_bytes)
{
  gsize n_continuing = 0;
  gsize i = 0;

  /* Continuation bytes have the high bit and not the next one. */
  for (; n_bytes - i >= 8; i += 8)
    {
      guint64 bytes = load_8 (text + i);

      n_continuing += (((bytes & ~(bytes << 1) & HIGH_BITS) >> 7) * EVERY_BYTE (1)) >> 56;
    }
  for (; i < n_bytes; i++)
    n_continuing += (text[i] & 0xc0) == 0x80;
  return n_bytes - n_continuing;
}
