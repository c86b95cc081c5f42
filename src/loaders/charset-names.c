/* charset-names.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "charset-names.h"

#include <string.h>

/*
 * As in the WHATWG Encoding Standard, a name that in practice stands for a larger
 * set is read as the larger one: bytes 80 to 9F of "ISO-8859-1" are curly quotes
 * and dashes, not control characters, and "Shift_JIS", "EUC-KR", "GB2312" and
 * "Big5" files hold the characters that Windows added.  With valid files the
 * smaller set gives the same text.
 *
 * In the order in which a menu shows them.
 */
static const DoubletCharset charsets[] = {
  { "UTF-8", "UTF-8", "" },
  { "UTF-16", "UTF-16", "ucs2 unicode" },
  { "UTF-16LE", "UTF-16LE", "ucs2le" },
  { "UTF-16BE", "UTF-16BE", "ucs2be" },
  { "UTF-32", "UTF-32", "ucs4" },
  { "UTF-32LE", "UTF-32LE", "ucs4le" },
  { "UTF-32BE", "UTF-32BE", "ucs4be" },
  { "Windows-1252", "CP1252", "cp1252 iso88591 latin1 l1 ascii usascii ansi" },
  { "ISO-8859-15", "ISO-8859-15", "latin9 l9" },
  { "Macintosh", "MACINTOSH", "mac macroman xmacroman" },
  { "IBM850", "IBM850", "cp850 850" },
  { "IBM437", "IBM437", "cp437 437" },
  { "Windows-1250", "CP1250", "cp1250" },
  { "ISO-8859-2", "ISO-8859-2", "latin2 l2" },
  { "IBM852", "IBM852", "cp852 852" },
  { "Mac-CentralEurope", "MAC-CENTRALEUROPE", "macce xmacce" },
  { "ISO-8859-16", "ISO-8859-16", "latin10 l10" },
  { "ISO-8859-3", "ISO-8859-3", "latin3 l3" },
  { "Windows-1257", "CP1257", "cp1257" },
  { "ISO-8859-13", "ISO-8859-13", "latin7 l7" },
  { "ISO-8859-4", "ISO-8859-4", "latin4 l4" },
  { "ISO-8859-10", "ISO-8859-10", "latin6 l6" },
  { "ISO-8859-14", "ISO-8859-14", "latin8 l8" },
  { "Windows-1251", "CP1251", "cp1251" },
  { "KOI8-R", "KOI8-R", "koi8" },
  { "KOI8-U", "KOI8-U", "" },
  { "ISO-8859-5", "ISO-8859-5", "cyrillic" },
  { "IBM866", "IBM866", "cp866 866" },
  { "IBM855", "IBM855", "cp855 855" },
  { "Mac-Cyrillic", "MAC-CYRILLIC", "xmaccyrillic" },
  { "Windows-1253", "CP1253", "cp1253" },
  { "ISO-8859-7", "ISO-8859-7", "greek" },
  { "Windows-1254", "CP1254", "cp1254 iso88599 latin5 l5" },
  { "Windows-1255", "CP1255", "cp1255" },
  { "ISO-8859-8", "ISO-8859-8", "hebrew iso88598i" },
  { "Windows-1256", "CP1256", "cp1256" },
  { "ISO-8859-6", "ISO-8859-6", "arabic" },
  { "Windows-874", "CP874", "cp874 tis620 iso885911" },
  { "Windows-1258", "CP1258", "cp1258" },
  { "VISCII", "VISCII", "" },
  { "TCVN", "TCVN5712-1", "tcvn57121 tcvn5712 vscii" },
  { "Shift_JIS", "CP932", "cp932 sjis windows31j mskanji" },
  { "EUC-JP", "EUC-JP-MS", "eucjpms ujis" },
  { "ISO-2022-JP", "ISO-2022-JP-2", "jis iso2022jp2" },
  { "GB18030", "GB18030", "gb2312 gbk cp936 euccn" },
  { "Big5", "BIG5-HKSCS", "cp950 big5hkscs" },
  { "EUC-TW", "EUC-TW", "" },
  { "ISO-2022-CN", "ISO-2022-CN", "" },
  { "EUC-KR", "UHC", "uhc cp949 ksc56011987 windows949" },
  { "ISO-2022-KR", "ISO-2022-KR", "" },
};

/* The longest name that anybody registered has 45 letters. */
#define MAX_NAME 63

/* Letters and digits, in lower case: what is left when people write a name as they
 * like.  FALSE for what can be no name at all. */
static gboolean
fold_name (const char *name,
           char       *folded)
{
  gsize length = 0;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (p - name >= MAX_NAME || (!g_ascii_isalnum (*p) && strchr ("-_.:+() ", *p) == NULL))
        return FALSE;
      if (g_ascii_isalnum (*p))
        folded[length++] = g_ascii_tolower (*p);
    }

  folded[length] = '\0';
  return length > 0;
}

static gboolean
has_alias (const DoubletCharset *charset,
           const char           *folded)
{
  const char *p = charset->aliases;
  gsize       length = strlen (folded);

  while ((p = strstr (p, folded)) != NULL)
    {
      if ((p == charset->aliases || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
        return TRUE;
      p += length;
    }

  return FALSE;
}

/**
 * doublet_charset_find:
 * @name: a name as people or programs write it
 *
 * Returns: (transfer none) (nullable): the character set; NULL if it is not in our
 *   list (iconv may know it all the same)
 */
const DoubletCharset *
doublet_charset_find (const char *name)
{
  char folded[MAX_NAME + 1];
  char folded_name[MAX_NAME + 1];

  if (!fold_name (name, folded))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      fold_name (charsets[i].name, folded_name);
      if (strcmp (folded_name, folded) == 0 || has_alias (&charsets[i], folded))
        return &charsets[i];
    }

  return NULL;
}

/**
 * doublet_charset_get_all:
 * @n_charsets: (out): their number
 *
 * Returns: (transfer none): the character sets to choose from, related ones together
 */
const DoubletCharset *
doublet_charset_get_all (guint *n_charsets)
{
  *n_charsets = G_N_ELEMENTS (charsets);
  return charsets;
}

/**
 * doublet_charset_is_supported:
 * @name: a name as people write it
 *
 * Returns: whether text in the character set @name can be read
 */
gboolean
doublet_charset_is_supported (const char *name)
{
  const DoubletCharset *charset = doublet_charset_find (name);
  char                  folded[MAX_NAME + 1];
  GIConv                iconv;

  /* Names that iconv would take for something else (the locale's encoding, options
   * after a slash) are none. */
  if (charset == NULL && !fold_name (name, folded))
    return FALSE;

  iconv = g_iconv_open ("UTF-8", charset != NULL ? charset->encoding : name);
  if (iconv == (GIConv)-1)
    return FALSE;

  g_iconv_close (iconv);
  return TRUE;
}
