/* charset.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "charset.h"

#include "charset-guess.h"
#include "charset-names.h"
#include "load-limits.h"
#include "load-error.h"
#include "utf8.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Which encoding bytes are in, by falling certainty: what the person says; a byte
 * order mark; valid UTF-8, which text in another encoding is by chance only if it is
 * very short; NULs where UTF-16 and UTF-32 have them; statistics.
 */

/* A file in UTF-8 with a few broken bytes (cut at the end, pasted together) is
 * still UTF-8 if it has so many whole characters beyond ASCII for each broken byte.
 * In text of another encoding such sequences are rarer than broken ones: 4 for 10 in
 * Japanese, 1 for 10 in Chinese, next to none in single-byte sets. */
#define MIN_WHOLE_PER_BROKEN 4

/* If more of the text than this, in percent, could not be decoded, then the
 * character set that was asked for is wrong. */
#define MAX_REPLACED_PERCENT 50

static const struct
{
  const char *name;
  const char *mark;
  gsize       length;
} marks[] = {
  /* UTF-32 first: its mark begins with that of UTF-16. */
  { "UTF-32LE", "\xff\xfe\0\0", 4 },
  { "UTF-32BE", "\0\0\xfe\xff", 4 },
  { "UTF-8", "\xef\xbb\xbf", 3 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

#define MAX_UTF8_LENGTH 4

/* What the bytes are as UTF-8. */
typedef struct
{
  DoubletUtf8Counts whole;    /* characters */
  gsize             n_broken; /* bytes that belong to no character, NULs apart */
  gsize             n_nuls;
  gboolean          is_cut; /* the last character lacks its end; not counted as broken */
} Utf8Counts;

static const char *
find_mark (const guint8 *bytes,
           gsize         n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (n_bytes >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      return marks[i].name;

  return NULL;
}

static gboolean
count_utf8 (const guint8          *bytes,
            gsize                  n_bytes,
            Utf8Counts            *counts,
            const DoubletProgress *progress)
{
  const char *p = (const char *)bytes;
  const char *limit = p + n_bytes;

  memset (counts, 0, sizeof *counts);

  while (p < limit)
    {
      const char *start = p;
      gsize       piece = MIN ((gsize)(limit - p), DOUBLET_LIMIT_PIECE_BYTES);

      if (doublet_progress_is_cancelled (progress))
        return FALSE;

      /* No character is cut in two by the end of a piece. */
      for (guint i = 0; i < 3 && piece < (gsize)(limit - p) && ((guchar)p[piece] & 0xc0) == 0x80; i++)
        piece--;

      p = doublet_utf8_scan (p, piece, &counts->whole);
      if (p < start + piece)
        {
          if (limit - p < MAX_UTF8_LENGTH && *p != '\0' && g_utf8_get_char_validated (p, limit - p) == (gunichar)-2)
            {
              counts->is_cut = TRUE;
              break;
            }

          counts->n_nuls += *p == '\0';
          counts->n_broken += *p != '\0';
          p++;
        }
    }

  return TRUE;
}

static gboolean
is_broken_utf8 (const Utf8Counts *counts)
{
  return counts->whole.n_beyond > 0 && counts->whole.n_beyond >= counts->n_broken * MIN_WHOLE_PER_BROKEN;
}

/* Leaves @found->name NULL if it was cancelled.  Returns whether all was looked through
 * and is valid UTF-8, and then has counted it. */
static gboolean
find_charset (const guint8          *bytes,
              gsize                  n_bytes,
              DoubletCharsetFound   *found,
              DoubletUtf8Counts     *valid,
              const DoubletProgress *progress)
{
  Utf8Counts counts;

  found->guessed = FALSE;
  found->name = n_bytes > 0 ? find_mark (bytes, n_bytes) : "UTF-8";
  if (found->name != NULL || !count_utf8 (bytes, n_bytes, &counts, progress))
    return FALSE;

  if (counts.n_nuls > 0)
    found->name = doublet_charset_guess_wide (bytes, n_bytes);
  else if (counts.n_broken == 0 && counts.whole.n_beyond == 0)
    found->name = doublet_charset_guess_escaped (bytes, n_bytes);

  if (found->name == NULL && counts.n_broken == 0 && !counts.is_cut)
    {
      found->name = "UTF-8";
      *valid = counts.whole;
      return counts.n_nuls == 0;
    }

  found->guessed = TRUE;
  if (found->name == NULL)
    found->name = is_broken_utf8 (&counts) ? "UTF-8" : doublet_charset_guess_statistical (bytes, n_bytes);
  return FALSE;
}

/* The byte order of "UTF-16" and "UTF-32": by the mark, by the look of it, and by
 * what most programs write. */
static const char *
resolve_byte_order (const char   *name,
                    const guint8 *bytes,
                    gsize         n_bytes)
{
  const char *resolved = find_mark (bytes, n_bytes);

  if (resolved == NULL || !g_str_has_prefix (resolved, name))
    resolved = doublet_charset_guess_wide (bytes, n_bytes);
  if (resolved == NULL || !g_str_has_prefix (resolved, name))
    resolved = strcmp (name, "UTF-16") == 0 ? "UTF-16LE" : "UTF-32LE";

  return resolved;
}

/* What the person said. */
static gboolean
take_charset (const char          *charset,
              const guint8        *bytes,
              gsize                n_bytes,
              DoubletCharsetFound *found,
              GError             **error)
{
  const DoubletCharset *known;

  if (!doublet_charset_is_supported (charset))
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET,
                           _ ("This character set is not known here."));
      return FALSE;
    }

  known = doublet_charset_find (charset);
  found->guessed = FALSE;
  found->name = known != NULL ? known->name : g_intern_string (charset);

  if (strcmp (found->name, "UTF-16") == 0 || strcmp (found->name, "UTF-32") == 0)
    found->name = resolve_byte_order (found->name, bytes, n_bytes);

  return TRUE;
}

/* In every encoding that has one, the mark is the same character. */
static void
drop_mark (DoubletDecoded *decoded)
{
  const char *mark = marks[2].mark;
  gsize       length = marks[2].length;

  if (decoded->n_bytes < length || memcmp (decoded->text, mark, length) != 0)
    return;

  decoded->n_bytes -= length;
  decoded->n_chars--;
  memmove (decoded->text, decoded->text + length, decoded->n_bytes + 1);
}

/**
 * doublet_charset_decode:
 * @bytes: the bytes of a text
 * @n_bytes: their number
 * @charset: (nullable): the character set they are in, NULL to find it out
 * @decoded: (out caller-allocates): the text, without a byte order mark
 * @found: (out caller-allocates): which character set it was
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes text of bytes.  Valid UTF-8 without a mark stays as it is, byte for byte.
 *
 * Returns: whether there is a text
 */
gboolean
doublet_charset_decode (const guint8          *bytes,
                        gsize                  n_bytes,
                        const char            *charset,
                        DoubletDecoded        *decoded,
                        DoubletCharsetFound   *found,
                        const DoubletProgress *progress,
                        GError               **error)
{
  const DoubletCharset *known;
  DoubletUtf8Counts     valid;

  memset (decoded, 0, sizeof *decoded);

  if (charset == NULL)
    {
      if (find_charset (bytes, n_bytes, found, &valid, progress))
        return doublet_decoder_copy_valid (bytes, n_bytes, &valid, decoded, progress, error);
    }
  else if (!take_charset (charset, bytes, n_bytes, found, error))
    return FALSE;

  if (found->name == NULL)
    {
      doublet_load_error_set_cancelled (error);
      return FALSE;
    }

  known = doublet_charset_find (found->name);
  if (!doublet_decoder_run (bytes, n_bytes, known != NULL ? known->encoding : found->name,
                            decoded, progress, error))
    return FALSE;

  drop_mark (decoded);

  if (charset != NULL && decoded->n_replaced * 100 > decoded->n_chars * MAX_REPLACED_PERCENT)
    {
      doublet_decoded_clear (decoded);
      g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET,
                   /* Translators: %s is the name of a character set, such as UTF-8 */
                   _ ("Most of it makes no sense in the character set %s."), found->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * doublet_charset_prepare:
 * @bytes: the bytes of a text
 * @n_bytes: their number
 * @charset: (nullable): the character set they are in, NULL to find it out
 *
 * Opens the converter that doublet_charset_decode() will need for the same bytes, and
 * leaves it open: for a process that cannot open files any more when it decodes.
 */
void
doublet_charset_prepare (const guint8 *bytes,
                         gsize         n_bytes,
                         const char   *charset)
{
  DoubletCharsetFound   found;
  DoubletUtf8Counts     valid;
  const DoubletCharset *known;

  if (charset == NULL)
    find_charset (bytes, n_bytes, &found, &valid, NULL);
  else if (!take_charset (charset, bytes, n_bytes, &found, NULL))
    return;

  known = doublet_charset_find (found.name);
  doublet_decoder_prepare (known != NULL ? known->encoding : found.name);
}
