/* charset-rank.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "charset-rank.h"

#include "charset-names.h"
#include "decoder.h"

/*
 * Frequencies of letters, which is what uchardet goes by, cannot part character sets
 * that hold the same letters at nearly the same places (Windows-1250 and
 * ISO-8859-2), and a sentence with one curly quote has too few of them.  What parts
 * these is the shape of words: a wrong set puts signs, capitals and letters of other
 * scripts inside words, where no language has them.  So the guess is set against its
 * relatives, and the one with the fewest such places wins; the guess wins a draw.
 */

/* Sets for the same languages.  The first group stands against every guess, because
 * Western European text with few accents is what uchardet gets wrong most. */
#define GROUP_SIZE 7

static const char *const groups[][GROUP_SIZE] = {
  { "Windows-1252", "ISO-8859-15", "Macintosh", "IBM850" },
  { "Windows-1250", "ISO-8859-2", "IBM852", "Mac-CentralEurope" },
  { "Windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "Mac-Cyrillic", "IBM855" },
  { "Windows-1253", "ISO-8859-7" },
  { "Windows-1254", "ISO-8859-3" },
  { "Windows-1255", "ISO-8859-8" },
  { "Windows-1256", "ISO-8859-6" },
  { "Windows-1257", "ISO-8859-13", "ISO-8859-4" },
};

/* What each oddity weighs.  A byte without meaning or a control character excludes a
 * set nearly; scripts meet inside a word in Chinese and Japanese now and then. */
#define WEIGHT_IMPOSSIBLE 10
#define WEIGHT_BOX_DRAWING 5
#define WEIGHT_ODD 3
#define WEIGHT_UNUSUAL 1

/* Of the sample: as good as all of it, and up to ten sets are tried. */
#define RANK_BYTES ((gsize)16 * 1024)

typedef enum
{
  SHAPE_NONE, /* white space, punctuation, digits */
  SHAPE_SIGN, /* never part of a word */
  SHAPE_LOWER,
  SHAPE_UPPER,
  SHAPE_LETTER, /* of a script without case */
} Shape;

static Shape
get_shape (gunichar c)
{
  switch ((int)g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
      return SHAPE_LOWER;

    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
      return SHAPE_UPPER;

    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
      return SHAPE_LETTER;

    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_OTHER_NUMBER:
      return c < 0x80 ? SHAPE_NONE : SHAPE_SIGN;

    default:
      return SHAPE_NONE;
    }
}

static gboolean
is_letter (Shape shape)
{
  return shape >= SHAPE_LOWER;
}

/* Those that stand together in words of one language are one. */
static GUnicodeScript
get_script (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA ||
      script == G_UNICODE_SCRIPT_HANGUL || script == G_UNICODE_SCRIPT_BOPOMOFO)
    return G_UNICODE_SCRIPT_HAN;

  return script;
}

static guint
get_badness_alone (gunichar c)
{
  if (c >= 0x80 && c < 0xa0)
    return WEIGHT_IMPOSSIBLE;
  if (c == 0xa4) /* the currency sign, which stands where others have the euro */
    return WEIGHT_UNUSUAL;
  if (c >= 0x2500 && c < 0x25a0)
    return WEIGHT_BOX_DRAWING;
  if (g_unichar_type (c) == G_UNICODE_PRIVATE_USE || !g_unichar_isdefined (c))
    return WEIGHT_ODD;
  return 0;
}

/* Of two neighbours, one of which at least is no ASCII. */
static guint
get_badness_together (gunichar before,
                      gunichar c)
{
  Shape          shape = get_shape (c);
  Shape          shape_before = get_shape (before);
  GUnicodeScript script;
  GUnicodeScript script_before;

  if (shape_before == SHAPE_LOWER && shape == SHAPE_UPPER)
    return WEIGHT_ODD;

  if ((shape == SHAPE_SIGN && is_letter (shape_before)) || (shape_before == SHAPE_SIGN && is_letter (shape)))
    return WEIGHT_UNUSUAL;

  if (!is_letter (shape) || !is_letter (shape_before))
    return 0;

  script = get_script (c);
  script_before = get_script (before);
  if (script == script_before || script == G_UNICODE_SCRIPT_COMMON || script_before == G_UNICODE_SCRIPT_COMMON)
    return 0;

  return script == G_UNICODE_SCRIPT_HAN || script_before == G_UNICODE_SCRIPT_HAN ? WEIGHT_UNUSUAL : WEIGHT_ODD;
}

/* A quotation mark that has a letter on either side, in scripts that part words. */
static guint
get_badness_between (gunichar first,
                     gunichar c,
                     gunichar last)
{
  GUnicodeType type = g_unichar_type (c);
  Shape        shape = get_shape (first);

  if (type != G_UNICODE_OPEN_PUNCTUATION && type != G_UNICODE_INITIAL_PUNCTUATION &&
      type != G_UNICODE_FINAL_PUNCTUATION)
    return 0;

  /* These are apostrophes as well. */
  if (c == 0x2018 || c == 0x2019)
    return 0;

  if (shape != SHAPE_LOWER && shape != SHAPE_UPPER)
    return 0;

  shape = get_shape (last);
  return shape == SHAPE_LOWER || shape == SHAPE_UPPER ? WEIGHT_UNUSUAL : 0;
}

static guint64
get_badness (const guint8 *sample,
             gsize         n_bytes,
             const char   *charset)
{
  g_auto (DoubletDecoded) decoded = { 0 };
  guint64  badness;
  gunichar before = ' ';
  gunichar before_that = ' ';

  if (!doublet_decoder_run (sample, n_bytes, doublet_charset_find (charset)->encoding, &decoded, NULL, NULL))
    return G_MAXUINT64;

  badness = (guint64)decoded.n_replaced * WEIGHT_IMPOSSIBLE;

  for (const char *p = decoded.text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;

      if (c >= 0x80)
        badness += get_badness_alone (c);
      if (c >= 0x80 || before >= 0x80)
        badness += get_badness_together (before, c);
      if (before >= 0x80)
        badness += get_badness_between (before_that, before, c);
      before_that = before;
      before = c;
    }

  return badness;
}

static gboolean
is_in_group (const char *const *group,
             const char        *charset)
{
  for (guint i = 0; i < GROUP_SIZE && group[i] != NULL; i++)
    if (g_strcmp0 (group[i], charset) == 0)
      return TRUE;

  return FALSE;
}

/**
 * doublet_charset_rank:
 * @sample: bytes of the text
 * @n_bytes: their number
 * @guess: (nullable): the name of the character set that they are taken for
 * @flawless: (out): whether nothing in the text is odd in the one returned
 *
 * Returns: (transfer none): the name of the most likely one among @guess, its
 *   relatives and those of Western Europe
 */
const char *
doublet_charset_rank (const guint8 *sample,
                      gsize         n_bytes,
                      const char   *guess,
                      gboolean     *flawless)
{
  const char *best = guess != NULL ? guess : groups[0][0];
  guint64     least = get_badness (sample, MIN (n_bytes, RANK_BYTES), best);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (i > 0 && !is_in_group (groups[i], guess))
        continue;

      for (guint j = 0; j < GROUP_SIZE && groups[i][j] != NULL && least > 0; j++)
        {
          guint64 badness = get_badness (sample, MIN (n_bytes, RANK_BYTES), groups[i][j]);

          if (badness < least)
            {
              best = groups[i][j];
              least = badness;
            }
        }
    }

  *flawless = least == 0;
  return best;
}
