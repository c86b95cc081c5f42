/* charset-guess.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "charset-guess.h"

#include "charset-names.h"
#include "charset-rank.h"

#include <string.h>
#include <uchardet.h>

#include "late-library.h"

/*
 * The encoding of bytes that neither a mark nor validity tells.  uchardet compares
 * frequencies of letters, needs no more than a few lines and is slow, so it gets a
 * sample of those lines that hold anything besides ASCII.  It knows UTF-16 only by
 * its mark: that is looked for here.
 */

/* uchardet takes up to 20 ms for these and 190 ms for 1 MB, with the same answers from
 * 16 KB on (measured on five languages, each in one encoding). */
#define SAMPLE_BYTES ((gsize)64 * 1024)

/* Of the units of a sample, in percent: how many may be what no text holds. */
#define MAX_WRONG_UNITS 2

/* UTF-16 and UTF-32 of any script have line ends, spaces or digits, whose upper
 * bytes are NUL; so much at least of a sample, in a thousand. */
#define MIN_NARROW_UNITS 4

/* If fewer units than this are narrow, in percent, then so many bytes, in percent,
 * must make no sense in UTF-8 (half of every letter is a control character in Greek,
 * Cyrillic, Hebrew, Arabic): else ASCII with a NUL in it would pass for Chinese. */
#define SURELY_NARROW_UNITS 60
#define MIN_SENSELESS_BYTES 5

/* Per plain letter German and Spanish have 2 % of accented ones, French 4, Polish 7,
 * Czech 19 (the Declaration of Human Rights); an English novel has 0.005. */
#define FEW_ACCENTS_PERCENT 1
#define ACCENTS_BYTES ((gsize)1024 * 1024)

/* What is no letter in Windows-1252: euro, ellipsis, quotes, dashes, pound. */
#define SIGNS "\x80\x85\x91\x92\x93\x94\x96\x97\xa3"

typedef struct
{
  gsize n_units;
  gsize n_wrong;  /* controls, halves of pairs, unassigned and private characters */
  gsize n_narrow; /* below U+0100 and not wrong */
} UnitCounts;

static guint32
read_unit (const guint8 *bytes,
           guint         width,
           gboolean      big_endian)
{
  guint32 unit = 0;

  for (guint i = 0; i < width; i++)
    unit |= (guint32)bytes[i] << 8 * (big_endian ? width - 1 - i : i);

  return unit;
}

static gboolean
is_wrong (guint32 c)
{
  if (c < 0x20)
    return c < '\t' || c > '\r';
  if (c < 0x7f)
    return FALSE;
  if (c < 0xa0)
    return c != 0x85;
  return c > 0x10ffff || !g_unichar_isdefined (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE ||
         g_unichar_type (c) == G_UNICODE_SURROGATE;
}

static void
count_units (const guint8 *bytes,
             gsize         n_bytes,
             guint         width,
             gboolean      big_endian,
             UnitCounts   *counts)
{
  memset (counts, 0, sizeof *counts);

  for (gsize i = 0; i + width <= n_bytes; i += width)
    {
      guint32 c = read_unit (bytes + i, width, big_endian);

      counts->n_units++;

      if (width == 2 && (c & 0xfc00) == 0xd800 && i + 4 <= n_bytes)
        {
          guint32 low = read_unit (bytes + i + 2, width, big_endian);

          if ((low & 0xfc00) == 0xdc00)
            {
              c = 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff);
              i += 2;
            }
        }

      if (is_wrong (c))
        counts->n_wrong++;
      else if (c < 0x100)
        counts->n_narrow++;
    }
}

/* As UTF-8: broken bytes and control characters, NULs apart. */
static gsize
count_senseless (const guint8 *bytes,
                 gsize         n_bytes)
{
  const char *p = (const char *)bytes;
  const char *limit = p + n_bytes;
  gsize       n = 0;

  while (p < limit)
    {
      const char *start = p;

      g_utf8_validate_len (p, limit - p, &p);
      for (const char *q = start; q < p; q++)
        n += (guchar)*q < 0x20 && is_wrong (*q);

      if (p < limit)
        {
          n += *p != '\0';
          p++;
        }
    }

  return n;
}

/**
 * doublet_charset_guess_wide:
 * @bytes: bytes without a byte order mark
 * @n_bytes: their number
 *
 * Looks for UTF-32 and UTF-16 by where the NULs stand and by whether the units make
 * sense.
 *
 * Returns: (transfer none) (nullable): the name of the character set; NULL if it is
 *   none of these
 */
const char *
doublet_charset_guess_wide (const guint8 *bytes,
                            gsize         n_bytes)
{
  static const struct
  {
    const char *name;
    guint       width;
    gboolean    big_endian;
  } kinds[] = {
    { "UTF-32LE", 4, FALSE },
    { "UTF-32BE", 4, TRUE },
    { "UTF-16LE", 2, FALSE },
    { "UTF-16BE", 2, TRUE },
  };
  const char *best = NULL;
  gsize       best_narrow = 0;

  /* A whole number of units of either width. */
  n_bytes = MIN (n_bytes, SAMPLE_BYTES);

  if (memchr (bytes, 0, n_bytes) == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      UnitCounts counts;

      count_units (bytes, n_bytes, kinds[i].width, kinds[i].big_endian, &counts);

      if (counts.n_units == 0 || counts.n_wrong * 100 > counts.n_units * MAX_WRONG_UNITS ||
          counts.n_narrow * 1000 < counts.n_units * MIN_NARROW_UNITS || counts.n_narrow == 0)
        continue;

      if (kinds[i].width == 2 && counts.n_narrow * 100 < counts.n_units * SURELY_NARROW_UNITS &&
          count_senseless (bytes, n_bytes) * 100 < n_bytes * MIN_SENSELESS_BYTES)
        continue;

      /* What makes sense as UTF-32 makes none as UTF-16: every second unit is NUL. */
      if (counts.n_narrow > best_narrow)
        {
          best = kinds[i].name;
          best_narrow = counts.n_narrow;
        }
    }

  return best;
}

/* uchardet's functions. */
typedef struct
{
  __typeof__ (&uchardet_new) new;
  __typeof__ (&uchardet_handle_data) handle_data;
  __typeof__ (&uchardet_data_end)    data_end;
  __typeof__ (&uchardet_get_charset) get_charset;
  __typeof__ (&uchardet_delete) delete;
} Uchardet;

/* Few texts need it, and it is in C++, whose library is slow to load. */
static gboolean
load_uchardet (Uchardet *self)
{
#ifdef STATIC_LIBRARIES
  *self = (Uchardet){ uchardet_new, uchardet_handle_data, uchardet_data_end, uchardet_get_charset, uchardet_delete };
  return TRUE;
#else
  const DoubletLateFunction functions[] = {
    { "uchardet_new", (gpointer *)&self->new },
    { "uchardet_handle_data", (gpointer *)&self->handle_data },
    { "uchardet_data_end", (gpointer *)&self->data_end },
    { "uchardet_get_charset", (gpointer *)&self->get_charset },
    { "uchardet_delete", (gpointer *)&self->delete },
  };
  g_autofree char *problem = NULL;

  if (doublet_late_library_load ("libuchardet.so.0", functions, G_N_ELEMENTS (functions), &problem))
    return TRUE;
  g_warning ("Charsets cannot be guessed well: %s", problem);
  return FALSE;
#endif
}

/* Returns NULL if the library is not there. */
static const Uchardet *
get_uchardet (void)
{
  static Uchardet uchardet;
  static gsize    loaded = 0;

  enum
  {
    NOT_THERE = 1,
    IS_THERE
  };

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, load_uchardet (&uchardet) ? IS_THERE : NOT_THERE);
  return loaded == IS_THERE ? &uchardet : NULL;
}

/**
 * doublet_charset_guess_prepare:
 *
 * Has what the functions below may need: to be called before a program gives up its
 * right to open files.
 */
void
doublet_charset_guess_prepare (void)
{
  get_uchardet ();
}

/* uchardet calls some things by other names than iconv; ours know both. */
static const char *
ask_uchardet (const guint8 *bytes,
              gsize         n_bytes)
{
  const Uchardet       *uchardet = get_uchardet ();
  const DoubletCharset *charset = NULL;
  uchardet_t            detector;

  if (uchardet == NULL)
    return NULL;

  detector = uchardet->new ();
  if (uchardet->handle_data (detector, (const char *)bytes, n_bytes) == 0)
    {
      uchardet->data_end (detector);
      charset = doublet_charset_find (uchardet->get_charset (detector));
    }

  uchardet->delete (detector);
  return charset != NULL ? charset->name : NULL;
}

/**
 * doublet_charset_guess_escaped:
 * @bytes: bytes below 80
 * @n_bytes: their number
 *
 * Looks for ISO-2022-JP and its like, which are ASCII but for escape sequences.
 *
 * Returns: (transfer none) (nullable): the name of the character set; NULL if it is
 *   none of these
 */
const char *
doublet_charset_guess_escaped (const guint8 *bytes,
                               gsize         n_bytes)
{
  const guint8 *escape = memchr (bytes, 0x1b, n_bytes);
  const char   *guess;

  /* Escape sequences of another use (colours of a terminal) begin with another
   * character. */
  if (escape == NULL || (gsize)(escape - bytes) + 2 >= n_bytes || (escape[1] != '$' && escape[1] != '('))
    return NULL;

  guess = ask_uchardet (escape, MIN (n_bytes - (escape - bytes), SAMPLE_BYTES));
  return guess != NULL && g_str_has_prefix (guess, "ISO-2022-") ? guess : NULL;
}

/* Whole lines, since no encoding has a newline's byte inside a character. */
static GByteArray *
take_sample (const guint8 *bytes,
             gsize         n_bytes)
{
  GByteArray   *sample = g_byte_array_new ();
  const guint8 *limit = bytes + n_bytes;

  while (bytes < limit && sample->len < SAMPLE_BYTES)
    {
      const guint8 *newline = memchr (bytes, '\n', limit - bytes);
      const guint8 *end = newline != NULL ? newline + 1 : limit;
      const guint8 *p = bytes;

      while (p < end && *p < 0x80)
        p++;

      /* Of a very long line, what stands around its first such byte. */
      if (p < end)
        {
          const guint8 *start = (gsize)(p - bytes) > SAMPLE_BYTES / 4 ? p : bytes;

          g_byte_array_append (sample, start, MIN ((gsize)(end - start), SAMPLE_BYTES - sample->len));
        }

      bytes = end;
    }

  return sample;
}

/*
 * English with a foreign name and curly quotes: too little to go by for uchardet,
 * which takes "don’t" for Czech.  In no language with more than a few accented
 * letters are they so rare.
 */
static gboolean
has_few_accents (const guint8 *bytes,
                 gsize         n_bytes)
{
  gsize n_plain = 0;
  gsize n_accented = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      n_plain += g_ascii_isalpha (bytes[i]);
      n_accented += bytes[i] >= 0x80 && memchr (SIGNS, bytes[i], sizeof SIGNS - 1) == NULL;
    }

  return n_accented * 100 < n_plain * FEW_ACCENTS_PERCENT;
}

/**
 * doublet_charset_guess_statistical:
 * @bytes: bytes that are no valid UTF-8
 * @n_bytes: their number
 *
 * Returns: (transfer none): the name of the most likely character set
 */
const char *
doublet_charset_guess_statistical (const guint8 *bytes,
                                   gsize         n_bytes)
{
  g_autoptr (GByteArray) sample = take_sample (bytes, n_bytes);
  gboolean flawless = FALSE;

  if (has_few_accents (bytes, MIN (n_bytes, ACCENTS_BYTES)))
    {
      const char *western = doublet_charset_rank (sample->data, sample->len, NULL, &flawless);

      if (flawless)
        return western;
    }

  return doublet_charset_rank (sample->data, sample->len, ask_uchardet (sample->data, sample->len), &flawless);
}
