/* decoder.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "decoder.h"

#include "load-limits.h"
#include "load-error.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * g_convert_with_fallback() gives up at the first invalid byte, and what iconv
 * gives out is not always valid UTF-8 (it passes F6 88 93 9E, beyond U+10FFFF, and
 * the NULs of UTF-16), so this is a loop of its own around iconv, and everything
 * goes through append_repaired(), which is also all that UTF-8 needs.
 */

#define REPLACEMENT "\357\277\275"

static void
append_replacement (DoubletDecoded *self,
                    GString        *out)
{
  g_string_append_len (out, REPLACEMENT, strlen (REPLACEMENT));
  self->n_chars++;
  self->n_replaced++;
}

/* A NUL is invalid, too. */
static void
append_repaired (DoubletDecoded *self,
                 GString        *out,
                 const char     *text,
                 gsize           n_bytes)
{
  const char *limit = text + n_bytes;

  while (text < limit)
    {
      DoubletUtf8Counts counts = { 0 };
      const char       *valid_end = doublet_utf8_scan (text, limit - text, &counts);

      g_string_append_len (out, text, valid_end - text);
      self->n_chars += counts.n_chars;
      self->n_controls += counts.n_controls;
      text = valid_end;

      if (text < limit)
        {
          self->n_controls += *text == '\0';
          append_replacement (self, out);
          text++;
        }
    }
}

/* Looked at once for each piece: whether to go on. */
static gboolean
check (const DoubletDecoded  *self,
       const DoubletProgress *progress,
       GError               **error)
{
  if (doublet_progress_is_cancelled (progress))
    {
      doublet_load_error_set_cancelled (error);
      return FALSE;
    }

  if (self->n_chars > DOUBLET_LIMIT_ARTICLE_CHARS)
    {
      g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                   /* Translators: %d is a number, such as 50 */
                   _ ("It has more than %d million characters, which is the most that Doublet reads."),
                   DOUBLET_LIMIT_ARTICLE_MILLION_CHARS);
      return FALSE;
    }

  return TRUE;
}

static gboolean
decode_utf8 (DoubletDecoded        *self,
             GString               *out,
             const char            *bytes,
             gsize                  n_bytes,
             const DoubletProgress *progress,
             GError               **error)
{
  while (n_bytes > 0)
    {
      gsize piece = MIN (n_bytes, DOUBLET_LIMIT_PIECE_BYTES);

      /* No character is cut in two by the end of a piece. */
      for (guint i = 0; i < 3 && piece < n_bytes && ((guchar)bytes[piece] & 0xc0) == 0x80; i++)
        piece--;

      append_repaired (self, out, bytes, piece);
      if (!check (self, progress, error))
        return FALSE;

      bytes += piece;
      n_bytes -= piece;
    }

  return TRUE;
}

/*
 * One call of iconv on at most a piece.  Returns 0 or errno; what it made is in
 * @out.  @in NULL lets it give out what it holds back at the end.
 */
static int
convert_piece (DoubletDecoded *self,
               GString        *out,
               GIConv          iconv,
               char          **in,
               gsize          *in_left)
{
  char  buffer[16 * 1024];
  char *to = buffer;
  gsize to_left = sizeof buffer;
  gsize result;
  int   errsv;

  errno = 0;
  result = g_iconv (iconv, in, in_left, &to, &to_left);
  errsv = result == (gsize)-1 ? errno : 0;

  append_repaired (self, out, buffer, to - buffer);
  return errsv;
}

/* Bytes to leave out where nothing can be read: less than a unit would put all that
 * follows out of step. */
static gsize
get_unit (const char *encoding)
{
  if (g_str_has_prefix (encoding, "UTF-16"))
    return 2;
  return g_str_has_prefix (encoding, "UTF-32") ? 4 : 1;
}

/* iconv keeps the last character of these until it knows that no accent follows, and
 * forgets to give it out before an error.  (With others the same call would forget
 * the state that an escape sequence set.) */
static gboolean
holds_back (const char *encoding)
{
  static const char *const encodings[] = { "CP1255", "CP1258", "TCVN5712-1", "BIG5-HKSCS", "EUC-JISX0213", "SHIFT_JISX0213", NULL };

  return g_strv_contains (encodings, encoding);
}

static gboolean
decode_iconv (DoubletDecoded        *self,
              GString               *out,
              GIConv                 iconv,
              const char            *encoding,
              char                  *bytes,
              gsize                  n_bytes,
              const DoubletProgress *progress,
              GError               **error)
{
  const gsize unit = get_unit (encoding);

  while (n_bytes > 0)
    {
      gsize    piece = MIN (n_bytes, DOUBLET_LIMIT_PIECE_BYTES);
      gboolean is_last = piece == n_bytes;
      gsize    left = piece;
      gsize    length = out->len;
      int      errsv = convert_piece (self, out, iconv, &bytes, &left);
      gboolean is_stuck = left == piece && out->len == length;

      n_bytes -= piece - left;

      /* A character that is not complete is wrong only if nothing more follows.  A
       * round that neither took nor gave anything must not come again. */
      if (n_bytes > 0 && (errsv == EILSEQ || (errsv == EINVAL && is_last) || is_stuck))
        {
          if (holds_back (encoding))
            convert_piece (self, out, iconv, NULL, NULL);

          self->n_controls += *bytes == '\0';
          append_replacement (self, out);
          bytes += MIN (unit, n_bytes);
          n_bytes -= MIN (unit, n_bytes);
        }

      if (!check (self, progress, error))
        return FALSE;
    }

  convert_piece (self, out, iconv, NULL, NULL);
  return TRUE;
}

/**
 * doublet_decoder_run:
 * @bytes: what to decode
 * @n_bytes: their number
 * @encoding: their encoding, as iconv calls it
 * @decoded: (out caller-allocates): the text; all zero if this fails
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Decodes @bytes.  Wrong bytes are no error; an encoding that iconv does not know
 * is %DOUBLET_LOAD_ERROR_BAD_CHARSET.
 *
 * Returns: whether there is a text
 */
gboolean
doublet_decoder_run (const guint8          *bytes,
                     gsize                  n_bytes,
                     const char            *encoding,
                     DoubletDecoded        *decoded,
                     const DoubletProgress *progress,
                     GError               **error)
{
  DoubletDecoded self = { 0 };
  GString       *out;
  gboolean       done;

  memset (decoded, 0, sizeof *decoded);

  if (strcmp (encoding, "UTF-8") == 0)
    {
      out = g_string_sized_new (n_bytes);
      done = decode_utf8 (&self, out, (const char *)bytes, n_bytes, progress, error);
    }
  else
    {
      GIConv iconv = g_iconv_open ("UTF-8", encoding);

      if (iconv == (GIConv)-1)
        {
          g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET,
                               _ ("This character set is not known here."));
          return FALSE;
        }

      out = g_string_sized_new (n_bytes);
      done = decode_iconv (&self, out, iconv, encoding, (char *)bytes, n_bytes, progress, error);
      g_iconv_close (iconv);
    }

  if (!done)
    {
      g_string_free (out, TRUE);
      return FALSE;
    }

  self.n_bytes = out->len;
  self.text = g_string_free (out, FALSE);
  *decoded = self;
  return TRUE;
}

/**
 * doublet_decoder_copy_valid:
 * @bytes: valid UTF-8 without NUL
 * @n_bytes: their number
 * @counts: what doublet_utf8_scan() found in all of it
 * @decoded: (out caller-allocates): the text; all zero if this fails
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Does what doublet_decoder_run() would do, without looking at every byte again.
 *
 * Returns: whether there is a text: %FALSE if it was cancelled or there is too much
 */
gboolean
doublet_decoder_copy_valid (const guint8            *bytes,
                            gsize                    n_bytes,
                            const DoubletUtf8Counts *counts,
                            DoubletDecoded          *decoded,
                            const DoubletProgress   *progress,
                            GError                 **error)
{
  DoubletDecoded self = { .n_bytes = n_bytes, .n_chars = counts->n_chars, .n_controls = counts->n_controls };

  memset (decoded, 0, sizeof *decoded);
  if (!check (&self, progress, error))
    return FALSE;

  self.text = g_malloc (n_bytes + 1);
  if (n_bytes > 0)
    memcpy (self.text, bytes, n_bytes);
  self.text[n_bytes] = '\0';
  *decoded = self;
  return TRUE;
}

/**
 * doublet_decoder_prepare:
 * @encoding: an encoding, as iconv calls it
 *
 * Opens the converter of @encoding for good, so that it needs no file any more.
 */
void
doublet_decoder_prepare (const char *encoding)
{
  if (strcmp (encoding, "UTF-8") != 0)
    (void)g_iconv_open ("UTF-8", encoding);
}

/**
 * doublet_decoded_clear:
 * @self: a text
 *
 * Frees what @self owns.
 */
void
doublet_decoded_clear (DoubletDecoded *self)
{
  g_clear_pointer (&self->text, g_free);
}
