/* normal-form.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "normal-form.h"

#include <string.h>

#include "character-class.h"
#include "icu.h"

/*
 * Two tokens are the same if and only if their forms are the same bytes; all that
 * is "not a difference" is decided here and nowhere else.
 *
 * Forms are made once for each spelling that occurs (corpus.c remembers them), so
 * what counts is that ASCII and western letters and signs, the most of the most, need no
 * ICU.  The rest goes through UTF-16, as ICU's C functions want it; a token is 4 kB at
 * the most.
 *
 * What a decomposition makes longer stays bounded: the longest of NFKC is 18 code
 * points for one.
 */

#define SOFT_HYPHEN 0x00ad
#define ANY_NUMBER "0"

/* The longest row of hyphens that means a dash; longer ones are rules. */
#define MAX_DASH_HYPHENS 3

/* What NFC and NFKC leave as it is, whatever stands beside it of the same: the letters
 * and signs of western languages (UAX #15; a test asks ICU).  Of the ellipsis NFKC makes
 * the three full stops that unify_typography() makes of it as well. */
static gboolean
is_western (gunichar c)
{
  if (c < 0xa0)
    return c < 0x80;
  if (c < 0x100)
    return c >= 0xc0 || strchr ("\xa1\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbf", c) != NULL;
  switch (c)
    {
    case 0x2010:            /* hyphen */
    case 0x2012 ... 0x2015: /* dashes */
    case 0x2018 ... 0x201f: /* quotation marks */
    case 0x2022:            /* bullet */
    case 0x2026:            /* … */
    case 0x2039 ... 0x203a: /* ‹ › */
    case 0x20ac:            /* € */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_all_western (const char *text,
                gsize       n_bytes)
{
  guint length;

  for (const char *p = text; p < text + n_bytes; p += length)
    if (!is_western (doublet_character_decode (p, &length)))
      return FALSE;
  return TRUE;
}

/* Nothing but ASCII, in one line, and no dash of hyphens: what most tokens are. */
static gboolean
is_plain (const char *text,
          gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if ((guint8)text[i] <= ' ' || (guint8)text[i] >= 0x7f)
      return FALSE;
  return n_bytes <= 1 || text[0] != '-';
}

static gboolean
is_space (gunichar c)
{
  return doublet_character_get_class (c) == DOUBLET_CLASS_SPACE;
}

/* White space inside a token is the end of a line after a hyphen.  Takes it out, and
 * the hyphen if it looks like one that only the end of the line has brought: before a
 * small letter.  Such hyphens and soft ones are kept if @keep says so. */
static void
append_unbroken (GString    *out,
                 const char *text,
                 gsize       n_bytes,
                 gboolean    keep)
{
  const char *end = text + n_bytes;
  gboolean    after_space = FALSE;
  gsize       hyphen = out->len; /* where the hyphen before the present white space begins */
  guint       length;

  for (const char *p = text; p < end; p += length)
    {
      gunichar c = doublet_character_decode (p, &length);

      if (is_space (c))
        {
          after_space = TRUE;
          continue;
        }
      if (c == SOFT_HYPHEN && !keep)
        continue;
      if (after_space && !keep && g_unichar_islower (c))
        g_string_truncate (out, hyphen);
      after_space = FALSE;

      hyphen = out->len;
      if (c == SOFT_HYPHEN)
        g_string_append_c (out, '-');
      else
        g_string_append_len (out, p, length);
      if (doublet_character_get_class (c) != DOUBLET_CLASS_HYPHEN)
        hyphen = out->len;
    }
}

/* The plain sign for a typographic one; 0 if @c is none. */
static char
get_plain_sign (gunichar c)
{
  switch (c)
    {
    case 0x02bc: /* ʼ */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201a: /* ‚ */
    case 0x201b: /* ‛ */
    case 0x2039: /* ‹ */
    case 0x203a: /* › */
    case 0xff07: /* ＇ */
      return '\'';
    case 0x00ab: /* « */
    case 0x00bb: /* » */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x201f: /* ‟ */
    case 0xff02: /* ＂ */
      return '"';
    case 0x2010: /* hyphen */
    case 0x2011: /* the one that does not break */
    case 0x2012: /* figure dash */
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2015: /* ― */
    case 0x2212: /* − */
    case 0xfe58: /* small — */
    case 0xfe63: /* small - */
    case 0xff0d: /* － */
      return '-';
    default:
      return 0;
    }
}

/* Replaces what stands in @out from @start on by its plain signs. */
static void
unify_typography (GString *out,
                  gsize    start)
{
  gsize to = start;
  gsize from = start;
  guint length;

  /* A plain sign is never longer, but an ellipsis: three bytes as well. */
  for (; from < out->len; from += length)
    {
      gunichar c = doublet_character_decode (out->str + from, &length);
      char     plain = c < 0x80 ? 0 : get_plain_sign (c);

      if (plain != 0)
        out->str[to++] = plain;
      else if (c == 0x2026)
        {
          memcpy (out->str + to, "...", 3);
          to += 3;
        }
      else
        {
          memmove (out->str + to, out->str + from, length);
          to += length;
        }
    }

  if (to - start > 1 && to - start <= MAX_DASH_HYPHENS && strspn (out->str + start, "-") >= to - start)
    to = start + 1;
  g_string_truncate (out, to);
}

typedef struct
{
  UChar *text; /* owned */
  gint32 n_units;
} Wide;

static void
wide_clear (Wide *self)
{
  g_clear_pointer (&self->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wide, wide_clear)

static void
wide_init (Wide       *self,
           const char *text,
           gsize       n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;

  self->text = g_new (UChar, n_bytes + 1);
  doublet_icu ()->u_strFromUTF8 (self->text, n_bytes + 1, &self->n_units, text, n_bytes, &status);
  if (U_FAILURE (status))
    self->n_units = 0;
}

/* Without ICU's data the text stays as it is, and NULL normalises nothing. */
static void
wide_normalize (Wide               *self,
                const UNormalizer2 *normalizer)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar     *result;
  gint32     n_units;

  if (normalizer == NULL)
    return;

  n_units = doublet_icu ()->unorm2_normalize (normalizer, self->text, self->n_units, NULL, 0, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR)
    {
      if (U_SUCCESS (status))
        self->n_units = 0;
      return;
    }

  status = U_ZERO_ERROR;
  result = g_new (UChar, n_units + 1);
  doublet_icu ()->unorm2_normalize (normalizer, self->text, self->n_units, result, n_units + 1, &status);
  g_free (self->text);
  self->text = result;
  self->n_units = n_units;
}

static void
wide_append_to (const Wide *self,
                GString    *out)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize      start = out->len;
  gint32     n_bytes = 0;

  /* Three bytes for a unit are the most: what takes four has two units. */
  g_string_set_size (out, start + 3 * (gsize)self->n_units);
  doublet_icu ()->u_strToUTF8 (out->str + start, 3 * self->n_units + 1, &n_bytes, self->text, self->n_units, &status);
  g_string_truncate (out, start + (U_SUCCESS (status) ? n_bytes : 0));
}

static void
wide_drop_ignorable (Wide *self)
{
  gint32 to = 0;

  for (gint32 from = 0; from < self->n_units;)
    {
      gint32  first = from;
      UChar32 c;

      U16_NEXT (self->text, from, self->n_units, c);
      if (doublet_icu ()->u_hasBinaryProperty (c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        continue;
      memmove (self->text + to, self->text + first, (from - first) * sizeof (UChar));
      to += from - first;
    }
  self->n_units = to;
}

/* Only where marks are accents: elsewhere they are vowels and more. */
static gboolean
has_accents (UChar32 c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK || script == G_UNICODE_SCRIPT_CYRILLIC;
}

/* Needs NFD. */
static void
wide_drop_accents (Wide *self)
{
  gboolean drop = FALSE;
  gint32   to = 0;

  for (gint32 from = 0; from < self->n_units;)
    {
      gint32   first = from;
      gboolean is_mark;
      UChar32  c;

      U16_NEXT (self->text, from, self->n_units, c);
      is_mark = g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK;
      if (is_mark && drop)
        continue;
      if (!is_mark)
        drop = has_accents (c);
      memmove (self->text + to, self->text + first, (from - first) * sizeof (UChar));
      to += from - first;
    }
  self->n_units = to;
}

typedef const UNormalizer2 *(*GetNormalizer) (UErrorCode *status);

static const UNormalizer2 *
get_normalizer (GetNormalizer get)
{
  UErrorCode          status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = get (&status);

  return U_SUCCESS (status) ? normalizer : NULL;
}

/**
 * doublet_normal_form_is_broken:
 * @text: a token's text: valid UTF-8, not necessarily ended by NUL
 * @n_bytes: its length
 *
 * Tells whether @text may be read in two ways: a hyphen at the end of a line, before a
 * small letter, belongs to the word ("well-known") or to the line ("exam-ple"), and a
 * soft hyphen is what a reader leaves of such a one.
 *
 * Returns: whether there is a hyphen in it that @keep_hyphens of the functions below
 *   decides about
 */
gboolean
doublet_normal_form_is_broken (const char *text,
                               gsize       n_bytes)
{
  gboolean after_space = FALSE;
  guint    length;

  if (is_plain (text, n_bytes))
    return FALSE;

  for (const char *p = text; p < text + n_bytes; p += length)
    {
      gunichar c = doublet_character_decode (p, &length);

      if (c == SOFT_HYPHEN || (after_space && g_unichar_islower (c)))
        return TRUE;
      after_space = is_space (c);
    }
  return FALSE;
}

/**
 * doublet_normal_form_append_exact:
 * @out: where to append
 * @text: a token's text: valid UTF-8, not necessarily ended by NUL
 * @n_bytes: its length
 * @typography: whether typographic variants are differences
 * @keep_hyphens: whether soft hyphens, and hyphens at the end of a line before a small
 *   letter, belong to the word
 *
 * Appends the form by which differences compare: NFC without line ends; quotation
 * marks, apostrophes, hyphens, dashes and ellipses in their plain form unless
 * @typography.
 */
void
doublet_normal_form_append_exact (GString    *out,
                                  const char *text,
                                  gsize       n_bytes,
                                  gboolean    typography,
                                  gboolean    keep_hyphens)
{
  gsize start = out->len;

  if (is_plain (text, n_bytes))
    {
      g_string_append_len (out, text, n_bytes);
      return;
    }

  append_unbroken (out, text, n_bytes, keep_hyphens);
  if (!is_all_western (out->str + start, out->len - start))
    {
      g_auto (Wide) wide = { 0 };

      wide_init (&wide, out->str + start, out->len - start);
      wide_normalize (&wide, get_normalizer (doublet_icu ()->unorm2_getNFCInstance));
      g_string_truncate (out, start);
      wide_append_to (&wide, out);
    }

  if (!typography)
    unify_typography (out, start);
}

/* Folds case as CaseFolding.txt of Unicode has it, of what is_western() says.  The
 * capitals of Latin-1 are two bytes, and so is what becomes of each, sharp s too. */
static void
fold_western (GString      *out,
              gsize         start,
              DoubletIgnore ignore)
{
  guint8 *text = (guint8 *)out->str;

  if (!(ignore & DOUBLET_IGNORE_CASE))
    return;
  for (gsize i = start; i < out->len; i++)
    {
      if (text[i] >= 'A' && text[i] <= 'Z')
        text[i] += 'a' - 'A';
      if (text[i] != 0xc3)
        continue;
      i++;
      if (text[i] == 0x9f)
        memcpy (text + i - 1, "ss", 2);
      else if (text[i] < 0x9f && text[i] != 0x97)
        text[i] += 0x20;
    }
}

static void
append_normal_wide (GString      *out,
                    gsize         start,
                    DoubletIgnore ignore)
{
  g_auto (Wide) wide = { 0 };

  wide_init (&wide, out->str + start, out->len - start);
  if (ignore & DOUBLET_IGNORE_CASE)
    wide_normalize (&wide, get_normalizer (doublet_icu ()->unorm2_getNFKCCasefoldInstance));
  else
    {
      wide_normalize (&wide, get_normalizer (doublet_icu ()->unorm2_getNFKCInstance));
      wide_drop_ignorable (&wide);
      wide_normalize (&wide, get_normalizer (doublet_icu ()->unorm2_getNFCInstance));
    }
  if (ignore & DOUBLET_IGNORE_DIACRITICS)
    {
      wide_normalize (&wide, get_normalizer (doublet_icu ()->unorm2_getNFDInstance));
      wide_drop_accents (&wide);
      wide_normalize (&wide, get_normalizer (doublet_icu ()->unorm2_getNFCInstance));
    }

  g_string_truncate (out, start);
  wide_append_to (&wide, out);
}

/**
 * doublet_normal_form_append_normal:
 * @out: where to append
 * @text: a token's text: valid UTF-8, not necessarily ended by NUL
 * @n_bytes: its length
 * @kind: what kind of token it is
 * @ignore: what is no difference
 * @keep_hyphens: as for doublet_normal_form_append_exact()
 *
 * Appends the form by which passages compare: NFKC without what is invisible, the
 * signs plain; folded and stripped as @ignore says.  The form may be empty.
 */
void
doublet_normal_form_append_normal (GString         *out,
                                   const char      *text,
                                   gsize            n_bytes,
                                   DoubletTokenKind kind,
                                   DoubletIgnore    ignore,
                                   gboolean         keep_hyphens)
{
  gsize start = out->len;

  if (kind == DOUBLET_TOKEN_NUMBER && (ignore & DOUBLET_IGNORE_NUMBERS))
    {
      g_string_append (out, ANY_NUMBER);
      return;
    }

  if (is_plain (text, n_bytes))
    {
      g_string_append_len (out, text, n_bytes);
      fold_western (out, start, ignore);
      return;
    }

  append_unbroken (out, text, n_bytes, keep_hyphens);
  if (g_str_is_ascii (out->str + start) ||
      (!(ignore & DOUBLET_IGNORE_DIACRITICS) && is_all_western (out->str + start, out->len - start)))
    fold_western (out, start, ignore);
  else
    append_normal_wide (out, start, ignore);
  unify_typography (out, start);
}
