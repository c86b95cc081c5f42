/* html-charset.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-charset.h"

#include "charset-names.h"

#include <string.h>

/* Browsers look at 1,024 bytes; on saved pages the declaration often stands behind
 * comments and scripts. */
#define HEAD_BYTES ((gsize)16 * 1024)

/* UTF-8 within which so many characters beyond ASCII are valid is that by no chance,
 * whatever a page says of itself: programs that saved it wrote another encoding. */
#define MIN_WHOLE 3

static const char *
find_word (const char *text,
           gsize       n_bytes,
           const char *word)
{
  gsize       length = strlen (word);
  const char *limit = text + n_bytes;

  for (; (gsize)(limit - text) >= length; text++)
    if (g_ascii_strncasecmp (text, word, length) == 0)
      return text;
  return NULL;
}

/* The value behind "charset=" or "encoding=", quoted or not. */
static char *
dup_value (const char *text,
           const char *limit)
{
  gsize length = 0;

  while (text < limit && g_ascii_isspace (*text))
    text++;
  if (text == limit || *text != '=')
    return NULL;
  text++;
  while (text < limit && (g_ascii_isspace (*text) || *text == '"' || *text == '\''))
    text++;
  while (text + length < limit && (g_ascii_isalnum (text[length]) || strchr ("-_:.+", text[length]) != NULL) && text[length] != '\0')
    length++;
  return length > 0 ? g_strndup (text, length) : NULL;
}

static char *
dup_declared (const char *head,
              gsize       n_bytes)
{
  const char *limit = head + n_bytes;
  const char *p = head;

  if (n_bytes > 5 && memcmp (head, "<?xml", 5) == 0)
    {
      const char *end = memchr (head, '>', n_bytes);
      const char *word = end != NULL ? find_word (head, end - head, "encoding") : NULL;

      if (word != NULL)
        return dup_value (word + strlen ("encoding"), end);
    }

  while ((p = find_word (p, limit - p, "<meta")) != NULL)
    {
      const char *end = memchr (p, '>', limit - p);
      const char *word;

      if (end == NULL)
        return NULL;
      word = find_word (p, end - p, "charset");
      if (word != NULL)
        {
          char *value = dup_value (word + strlen ("charset"), end);

          if (value != NULL)
            return value;
        }
      p = end;
    }
  return NULL;
}

static gboolean
is_surely_utf8 (const guint8 *bytes,
                gsize         n_bytes)
{
  gsize n_whole = 0;

  if (!g_utf8_validate_len ((const char *)bytes, n_bytes, NULL))
    return FALSE;
  for (gsize i = 0; i < n_bytes && n_whole < MIN_WHOLE; i++)
    n_whole += bytes[i] >= 0xc0;
  return n_whole >= MIN_WHOLE;
}

/**
 * doublet_html_dup_charset:
 * @bytes: a page
 * @n_bytes: its length
 *
 * Returns: (transfer full) (nullable): the character set that the page declares, if that
 *   decides; NULL if it is to be found as that of any text: by its mark, by validity as
 *   UTF-8, or by statistics
 */
char *
doublet_html_dup_charset (const guint8 *bytes,
                          gsize         n_bytes)
{
  g_autofree char *declared = NULL;
  gboolean         has_mark = n_bytes >= 3 && (bytes[0] >= 0xfe || memcmp (bytes, "\xef\xbb\xbf", 3) == 0);

  /* What is in two-byte units has no declaration that can be read. */
  if (n_bytes == 0 || has_mark || memchr (bytes, '\0', MIN (n_bytes, 256)) != NULL)
    return NULL;
  declared = dup_declared ((const char *)bytes, MIN (n_bytes, HEAD_BYTES));
  if (declared == NULL || g_ascii_strncasecmp (declared, "utf", 3) == 0 || !doublet_charset_is_supported (declared) || is_surely_utf8 (bytes, n_bytes))
    return NULL;
  return g_steal_pointer (&declared);
}
