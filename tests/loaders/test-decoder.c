/* test-decoder.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "decoder.h"

#include "charset-names.h"
#include "load-error.h"
#include "load-limits.h"
#include "stop-flag.h"

#include <gio/gio.h>

#include <string.h>

#define BAD "\357\277\275"

/* Bytes may hold NULs, so the length is given by sizeof. */
#define CASE(name, encoding, bytes, text, n_replaced)         \
  {                                                           \
    name, encoding, bytes, sizeof bytes - 1, text, n_replaced \
  }

static const struct
{
  const char *name;
  const char *encoding;
  const char *bytes;
  gsize       n_bytes;
  const char *text;
  gsize       n_replaced;
} cases[] = {
  CASE ("ascii", "UTF-8", "plain", "plain", 0),
  CASE ("nothing", "UTF-8", "", "", 0),
  CASE ("newlines stay", "UTF-8", "a\r\nb\rc\nd", "a\r\nb\rc\nd", 0),
  CASE ("truncated at the end", "UTF-8", "caf\xc3", "caf" BAD, 1),
  CASE ("truncated in the middle", "UTF-8", "\xe2\x82 5", BAD BAD " 5", 2),
  CASE ("lone continuation", "UTF-8", "a\x80"
                                      "b",
        "a" BAD "b",
        1),
  CASE ("overlong slash", "UTF-8", "\xc0\xaf", BAD BAD, 2),
  CASE ("overlong NUL", "UTF-8", "\xc0\x80", BAD BAD, 2),
  CASE ("surrogate", "UTF-8", "\xed\xa0\x80", BAD BAD BAD, 3),
  CASE ("beyond the last", "UTF-8", "\xf6\x88\x93\x9e", BAD BAD BAD BAD, 4),
  CASE ("old six bytes", "UTF-8", "\xfc\x84\x80\x80\x80\x80", BAD BAD BAD BAD BAD BAD, 6),
  CASE ("bytes that never come", "UTF-8", "\xfe\xff", BAD BAD, 2),
  CASE ("NUL", "UTF-8", "a\0b", "a" BAD "b", 1),
  CASE ("noncharacter stays", "UTF-8", "\xef\xbf\xbf", "\xef\xbf\xbf", 0),
  CASE ("real replacement is not counted", "UTF-8", BAD, BAD, 0),
  CASE ("undefined byte", "CP1252", "a\x81"
                                    "b",
        "a" BAD "b",
        1),
  CASE ("NUL in a single-byte set", "CP1252", "\xe9\0", "é" BAD, 1),
  CASE ("odd length", "UTF-16LE", "a\0b", "a" BAD, 1),
  CASE ("NUL unit", "UTF-16LE", "a\0\0\0b\0", "a" BAD "b", 1),
  CASE ("lone surrogate at the end", "UTF-16LE", "a\0\x3d\xd8", "a" BAD, 1),
  CASE ("lone surrogate in the middle", "UTF-16LE", "a\0\x3d\xd8"
                                                    "b\0",
        "a" BAD "b",
        1),
  CASE ("low surrogate first", "UTF-16BE", "\0a\xdc\x3d\0b", "a" BAD "b", 1),
  CASE ("beyond the last in UTF-32", "UTF-32LE", "\0\0\x20\0a\0\0\0", BAD "a", 1),
  CASE ("surrogate in UTF-32", "UTF-32BE", "\0\0\xd8\0\0\0\0a", BAD "a", 1),
  CASE ("lead without trail", "CP932", "\x82", BAD, 1),
  CASE ("lead before a newline", "CP932", "\x82\n", BAD "\n", 1),
  CASE ("held back character comes before the error", "CP1255", "\xe0\xff", "א" BAD, 1),
  CASE ("held back character comes before the error", "BIG5-HKSCS", "\x88\x66\xff", "Ê" BAD, 1),
  CASE ("held back character at the end", "CP1255", "\xe0", "א", 0),
  CASE ("character and accent", "CP1258", "a\xd2", "ả", 0),
  CASE ("state outlives an error", "ISO-2022-JP-2", "\x1b$B$\"\xff$\"\x1b(B.", "あ" BAD "あ.", 1),
  CASE ("escape sequence", "ISO-2022-JP-2", "\x1b$B$\"\x1b(B.", "あ.", 0),
  CASE ("escape sequence cut", "ISO-2022-JP-2", "ab\x1b$", "ab" BAD "$", 1),
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_true (doublet_decoder_run ((const guint8 *)cases[i].bytes, cases[i].n_bytes, cases[i].encoding,
                                          &decoded, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (decoded.text, ==, cases[i].text);
      g_assert_cmpuint (decoded.n_bytes, ==, strlen (cases[i].text));
      g_assert_cmpuint (decoded.n_chars, ==, g_utf8_strlen (cases[i].text, -1));
      g_assert_cmpuint (decoded.n_replaced, ==, cases[i].n_replaced);
    }
}

static void
check_valid (const DoubletDecoded *decoded)
{
  g_assert_true (g_utf8_validate_len (decoded->text, decoded->n_bytes, NULL));
  g_assert_cmpint (decoded->text[decoded->n_bytes], ==, '\0');
  g_assert_cmpuint (decoded->n_chars, ==, g_utf8_strlen (decoded->text, decoded->n_bytes));
  g_assert_cmpuint (decoded->n_replaced, <=, decoded->n_chars);
}

/* Bytes of three kinds: any, those that begin and continue characters, and escape
 * sequences. */
static void
fill_at_random (GRand  *rand,
                guint8 *bytes,
                gsize   n_bytes)
{
  static const char likely[] = "\0\n a\x1b$B(J)~{}\x7f\x80\xa4\xbf\xc3\xe2\xed\xf0\xf4\xf6\xff";
  gint32            kind = g_rand_int_range (rand, 0, 3);

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = kind == 0 || (kind == 1 && g_rand_boolean (rand))
                 ? g_rand_int_range (rand, 0, 256)
                 : likely[g_rand_int_range (rand, 0, sizeof likely - 1)];
}

static void
test_random_bytes (void)
{
  GRand                *rand = g_rand_new_with_seed (1);
  guint                 n_charsets;
  const DoubletCharset *charsets = doublet_charset_get_all (&n_charsets);

  /* One after the other: iconv takes a millisecond to open another one. */
  for (guint i = 0; i < 100 * n_charsets; i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      guint8      bytes[1000];
      gsize       n_bytes = g_rand_int_range (rand, 0, sizeof bytes + 1);
      const char *encoding = charsets[i / 100].encoding;

      fill_at_random (rand, bytes, n_bytes);
      g_assert_true (doublet_decoder_run (bytes, n_bytes, encoding, &decoded, NULL, NULL));
      check_valid (&decoded);
    }

  g_rand_free (rand);
}

/* What GLib makes of each broken byte, another way round. */
static char *
repair_slowly (const guint8 *bytes,
               gsize         n_bytes)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n_bytes;)
    {
      gsize length = 0;

      for (gsize n = 1; n <= 4 && i + n <= n_bytes && length == 0; n++)
        if (bytes[i] != '\0' && g_utf8_validate_len ((const char *)bytes + i, n, NULL))
          length = n;

      if (length > 0)
        g_string_append_len (out, (const char *)bytes + i, length);
      else
        g_string_append (out, BAD);
      i += MAX (length, 1);
    }

  return g_string_free (out, FALSE);
}

static void
test_random_utf8 (void)
{
  GRand *rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < 20000; i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      g_autofree char *expected = NULL;
      guint8           bytes[32];
      gsize            n_bytes = g_rand_int_range (rand, 0, sizeof bytes + 1);

      fill_at_random (rand, bytes, n_bytes);
      expected = repair_slowly (bytes, n_bytes);
      g_assert_true (doublet_decoder_run (bytes, n_bytes, "UTF-8", &decoded, NULL, NULL));
      g_assert_cmpstr (decoded.text, ==, expected);
    }

  g_rand_free (rand);
}

/* Characters across the ends of pieces, in sets with characters of 1 to 4 bytes. */
static void
test_pieces (void)
{
  static const char *const encodings[] = { "UTF-8", "UTF-16LE", "CP932", "GB18030", "ISO-2022-JP-2" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint shift = 0; shift < 4; shift++)
      {
        g_auto (DoubletDecoded) decoded = { 0 };
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *bytes = NULL;
        gsize            n_bytes;

        for (guint j = 0; j < shift; j++)
          g_string_append_c (text, '-');
        while (text->len < 2 * DOUBLET_LIMIT_PIECE_BYTES)
          g_string_append (text, "漢字とかな");

        bytes = g_convert (text->str, text->len, encodings[i], "UTF-8", NULL, &n_bytes, NULL);
        g_assert_nonnull (bytes);
        g_assert_true (doublet_decoder_run ((guint8 *)bytes, n_bytes, encodings[i], &decoded, NULL, NULL));
        g_assert_cmpuint (decoded.n_replaced, ==, 0);
        g_assert_cmpmem (decoded.text, decoded.n_bytes, text->str, text->len);
      }
}

/* In each set that Doublet offers, a byte without meaning stays where it stands. */
static void
test_error_in_its_place (void)
{
  guint                 n_charsets;
  const DoubletCharset *charsets = doublet_charset_get_all (&n_charsets);

  for (guint i = 0; i < n_charsets; i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      const char *encoding = charsets[i].encoding;
      guint       width = g_str_has_prefix (encoding, "UTF-16") ? 2 : g_str_has_prefix (encoding, "UTF-32") ? 4
                                                                                                            : 1;
      guint8      bytes[64] = { 0 };
      gboolean    big_endian = g_str_has_suffix (encoding, "BE");

      /* A NUL is wrong everywhere. */
      for (guint j = 0; j < 8; j++)
        bytes[j * width + (big_endian ? width - 1 : 0)] = j == 4 ? 0 : "abc ef g"[j];

      g_test_message ("%s", charsets[i].name);
      g_assert_true (doublet_decoder_run (bytes, 8 * width, encoding, &decoded, NULL, NULL));
      g_assert_cmpstr (decoded.text, ==, "abc " BAD "f g");
      g_assert_cmpuint (decoded.n_controls, ==, 1);
    }
}

static void
test_too_long (void)
{
  static const char *const encodings[] = { "UTF-8", "CP1252" };
  gsize                    n_bytes = DOUBLET_LIMIT_ARTICLE_CHARS + 2 * DOUBLET_LIMIT_PIECE_BYTES;
  g_autofree char         *bytes = g_strnfill (n_bytes, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (doublet_decoder_run ((guint8 *)bytes, n_bytes, encodings[i], &decoded, NULL, &error));
      g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG);
      g_assert_null (decoded.text);
    }
}

static void
test_unknown_and_cancelled (void)
{
  g_auto (DoubletDecoded) decoded = { 0 };
  g_autoptr (GError) error = NULL;
  int             stop = FALSE;
  DoubletProgress progress = { STOP_FLAG (&stop) };

  g_assert_false (doublet_decoder_run ((const guint8 *)"a", 1, "no-such-set", &decoded, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET);
  g_clear_error (&error);

  stop = TRUE;
  g_assert_false (doublet_decoder_run ((const guint8 *)"a", 1, "UTF-8", &decoded, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (doublet_decoder_run ((const guint8 *)"a", 1, "CP1252", &decoded, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decoder/cases", test_cases);
  g_test_add_func ("/decoder/random-bytes", test_random_bytes);
  g_test_add_func ("/decoder/random-utf8", test_random_utf8);
  g_test_add_func ("/decoder/pieces", test_pieces);
  g_test_add_func ("/decoder/error-in-its-place", test_error_in_its_place);
  g_test_add_func ("/decoder/too-long", test_too_long);
  g_test_add_func ("/decoder/unknown-and-cancelled", test_unknown_and_cancelled);

  return g_test_run ();
}
