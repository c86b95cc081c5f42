/* html-source.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-source.h"

#include <string.h>

/*
 * A page as libxml2 2.9.14 is to see it.  That knows one in nine of the names of
 * characters and drops the likes of "&#150;", so it sees no references at all: each
 * "&" becomes DOUBLET_HTML_AMPERSAND, and what the parser hands out is resolved then
 * (html-references).  Besides, what it reads otherwise than browsers do is written so
 * that it reads it as they do:
 *
 *   <!-->, <!--->                 a whole comment; it would look for another end
 *   </ x>, <![if x]>, <!x>        a comment; it would be text
 *   </br>                         a line break; it would be nothing
 *   <![CDATA[a < b]]> in XHTML    text; it would be tags
 *   controls, U+FFFE, U+FFFF      references; they would vanish and join words
 *
 * None of it asks where in the page it stands (in a script, in a comment), since it
 * does no harm there: a tokenizer before the tokenizer would be one too many.
 */

/* How long a comment is that begins at @p and that libxml2 takes for text; 0 if none
 * does.  One with a quote or a sign in it may be part of a script, one that ends like
 * "<![endif]-->" of a real comment: they stay. */
static gsize
measure_bogus_comment (const char *p,
                       const char *limit)
{
  gsize length = 2;

  if (limit - p < 3)
    return 0;
  if (p[1] == '/' ? g_ascii_isalpha (p[2]) : (p[1] != '!' || p[2] == '-' || g_ascii_tolower (p[2]) == 'd'))
    return 0;
  while (p + length < limit && strchr ("<>\"'", p[length]) == NULL)
    length++;
  return p + length < limit && p[length] == '>' && p[length - 1] != '-' ? length + 1 : 0;
}

/* What is not to be read as mark-up, or is no character for libxml2. */
static void
append_reference (GString *out,
                  gunichar c)
{
  g_string_append_printf (out, "%c#%u;", DOUBLET_HTML_AMPERSAND, c);
}

static void
append_cdata (GString    *out,
              const char *p,
              const char *limit)
{
  for (; p < limit; p++)
    if (*p == '<' || *p == '&')
      append_reference (out, (guchar)*p);
    else
      g_string_append_c (out, *p);
}

static gboolean
begins_with (const char *p,
             const char *limit,
             const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize)(limit - p) >= length && g_ascii_strncasecmp (p, prefix, length) == 0;
}

/* Writes what begins with the "<" at @p; returns how much that is. */
static gsize
append_markup (GString    *out,
               const char *p,
               const char *limit,
               gboolean    is_xml)
{
  gsize length;

  if (begins_with (p, limit, "<!-->") || begins_with (p, limit, "<!--->"))
    {
      g_string_append (out, "<!---->");
      return p[4] == '>' ? 5 : 6;
    }
  if (begins_with (p, limit, "</br") && limit - p > 4 && !g_ascii_isalnum (p[4]))
    {
      g_string_append (out, "<br ");
      return 4;
    }
  if (is_xml && begins_with (p, limit, "<![CDATA["))
    {
      const char *end = g_strstr_len (p, limit - p, "]]>");

      append_cdata (out, p + 9, end != NULL ? end : limit);
      return (end != NULL ? end + 3 : limit) - p;
    }
  length = measure_bogus_comment (p, limit);
  if (length > 0)
    return length;
  g_string_append_c (out, '<');
  return 1;
}

static gboolean
is_special (char c)
{
  return c == '<' || c == '&' || c == '\357' || c == '\x7f' || ((guchar)c < ' ' && c != '\t' && c != '\n' && c != '\r');
}

/*
 * doublet_html_make_source:
 * @text: a page, valid UTF-8
 * @n_bytes: its length
 *
 * Returns: (transfer full): the page for libxml2, without a NUL in it
 */
GString *
doublet_html_make_source (const char *text,
                          gsize       n_bytes)
{
  const char *p = text;
  const char *limit = text + n_bytes;
  GString    *out = g_string_sized_new (n_bytes + 64);
  gboolean    is_xml;

  while (p < limit && g_ascii_isspace (*p))
    p++;
  is_xml = begins_with (p, limit, "<?xml");

  while (p < limit)
    {
      const char *start = p;

      while (p < limit && !is_special (*p))
        p++;
      g_string_append_len (out, start, p - start);
      if (p == limit)
        break;

      if (*p == '<')
        p += append_markup (out, p, limit, is_xml);
      else if (*p == '&')
        {
          g_string_append_c (out, DOUBLET_HTML_AMPERSAND);
          p++;
        }
      else if (*p == '\357')
        {
          gunichar c = g_utf8_get_char (p);

          if (c == 0xfffe || c == 0xffff)
            append_reference (out, c);
          else
            g_string_append_len (out, p, 3);
          p += 3;
        }
      else if (*p == '\f' || *p == '\v')
        {
          g_string_append_c (out, ' ');
          p++;
        }
      else
        append_reference (out, (guchar)*p++);
    }
  return out;
}
