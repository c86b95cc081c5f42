/* pasted-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pasted-text.h"

#include "charset.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * What other programs put on the clipboard, made ready for the loader.
 *
 * A piece of a page comes in UTF-8 or UTF-16, with or without a mark; from Windows with a
 * header of its own before it; seldom as a whole page.  The loader reads the piece: what
 * is found here is only its beginning, its character set, and a name for it.
 */

/* A pasted text is called by its first words. */
#define MAX_NAME_CHARS 40

/* So much of a page is looked at for a name, in bytes of text. */
#define MAX_WORDS_BYTES 400

G_DEFINE_BOXED_TYPE (DoubletPastedPage, doublet_pasted_page, g_bytes_ref, g_bytes_unref)

static gboolean
begins_with (const char *text,
             const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/**
 * doublet_pasted_page_clean:
 * @bytes: what another program gave as "text/html"
 *
 * Returns: (transfer full) (nullable): a page in UTF-8 that the loader takes for one; %NULL
 *   if there is nothing in @bytes
 */
GBytes *
doublet_pasted_page_clean (GBytes *bytes)
{
  static const char doctype[] = "<!DOCTYPE html>";
  g_auto (DoubletDecoded) decoded = { 0 };
  DoubletCharsetFound found;
  gsize               n_bytes;
  const guint8       *data = g_bytes_get_data (bytes, &n_bytes);
  const char         *text;

  if (n_bytes == 0 || !doublet_charset_decode (data, n_bytes, NULL, &decoded, &found, NULL, NULL))
    return NULL;

  text = decoded.text;
  if (begins_with (text, "Version:") && strchr (text, '<') != NULL)
    text = strchr (text, '<');
  while (g_ascii_isspace (*text))
    text++;
  if (*text == '\0')
    return NULL;
  if (begins_with (text, "<!doctype") || begins_with (text, "<html"))
    return g_bytes_new (text, strlen (text));

  g_autofree char *page = g_strconcat (doctype, text, NULL);
  gsize            length = strlen (page);
  return g_bytes_new_take (g_steal_pointer (&page), length);
}

/* The end of the tag at @at, behind its '>' if it has one. */
static const char *
skip_tag (const char *at)
{
  char quote = '\0';

  for (; *at != '\0'; at++)
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
    else if (*at == '>')
      return at + 1;
  return at;
}

/* The end of what begins at @at with '<', with all that is inside it and is never seen. */
static const char *
skip_markup (const char *at,
             gboolean   *ends_line)
{
  static const char *const hidden[] = { "head", "style", "script", "title" };
  static const char *const inline_tags[] = { "a", "b", "i", "u", "em", "strong", "span", "font", "mark", "small", "sub", "sup", "meta", NULL };
  const char              *name = at[1] == '/' ? at + 2 : at + 1;
  gsize                    length = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:");
  g_autofree char         *tag = g_ascii_strdown (name, length);

  if (g_str_has_prefix (at, "<!--"))
    {
      const char *end = strstr (at, "-->");

      return end != NULL ? end + 3 : at + strlen (at);
    }
  *ends_line = length > 0 && !g_strv_contains (inline_tags, tag);
  for (gsize i = 0; at[1] != '/' && i < G_N_ELEMENTS (hidden); i++)
    if (strcmp (tag, hidden[i]) == 0)
      {
        g_autofree char *closing = g_strconcat ("</", tag, NULL);
        const char      *end = at;

        while (*end != '\0' && !begins_with (end, closing))
          end++;
        return skip_tag (end);
      }
  return skip_tag (at);
}

/* The character that the reference at @at stands for, and its end; 0 if it is none that
 * is common in what people copy. */
static gunichar
read_reference (const char  *at,
                const char **end)
{
  static const struct
  {
    const char *name;
    gunichar    character;
  } named[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' }, { "&nbsp;", ' ' } };

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_str_has_prefix (at, named[i].name))
      {
        *end = at + strlen (named[i].name);
        return named[i].character;
      }
  if (at[1] == '#')
    {
      gboolean is_hex = at[2] == 'x' || at[2] == 'X';
      char    *behind;
      guint64  value = g_ascii_strtoull (at + (is_hex ? 3 : 2), &behind, is_hex ? 16 : 10);

      *end = *behind == ';' ? behind + 1 : behind;
      return value > 0 && value <= 0x10ffff && g_unichar_validate ((gunichar)value) ? (gunichar)value : 0;
    }
  return 0;
}

/**
 * doublet_pasted_page_get_words:
 * @page: what doublet_pasted_page_clean() made
 *
 * Returns: (transfer full): its first words, on lines; enough for a name, and empty if
 *   there are none
 */
char *
doublet_pasted_page_get_words (GBytes *page)
{
  gsize            n_bytes;
  const char      *data = g_bytes_get_data (page, &n_bytes);
  g_autofree char *text = g_strndup (data, n_bytes);
  GString         *words = g_string_new (NULL);
  const char      *at = text;

  while (*at != '\0' && words->len < MAX_WORDS_BYTES)
    {
      const char *end = g_utf8_next_char (at);
      gunichar    c = g_utf8_get_char (at);

      if (c == '<' && (g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!' || at[1] == '?'))
        {
          gboolean ends_line = FALSE;

          end = skip_markup (at, &ends_line);
          c = ends_line ? '\n' : 0;
        }
      else if (c == '&')
        {
          gunichar reference = read_reference (at, &end);

          c = reference != 0 ? reference : c;
        }
      else if (c == '\n' || c == '\r')
        c = ' ';
      at = end;

      /* White space begins no text. */
      if (c != 0 && (words->len > 0 || !g_unichar_isspace (c)))
        g_string_append_unichar (words, c);
    }
  return g_string_free (words, FALSE);
}

/* Where @name is cut so that no word is: at the last space, if that is not far. */
static void
cut_at_word (GString *name)
{
  const char *space = strrchr (name->str, ' ');

  if (space != NULL && (gsize)(space - name->str) > name->len / 2)
    g_string_truncate (name, space - name->str);
  g_string_append (name, " …");
}

/**
 * doublet_pasted_text_make_name:
 * @text: a text
 *
 * Returns: (transfer full) (nullable): a name for it: its first words, from its first
 *   line; %NULL if there are none
 */
char *
doublet_pasted_text_make_name (const char *text)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint       n_chars = 0;
  const char *at = text;

  for (; *at != '\0' && n_chars < MAX_NAME_CHARS; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          if ((c == '\n' || c == 0x2029) && name->len > 0)
            break;
          if (name->len > 0 && name->str[name->len - 1] != ' ')
            {
              g_string_append_c (name, ' ');
              n_chars++;
            }
          continue;
        }
      if (!g_unichar_isprint (c))
        continue;
      g_string_append_unichar (name, c);
      n_chars++;
    }
  if (n_chars == MAX_NAME_CHARS && *at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
    cut_at_word (name);
  else if (n_chars == MAX_NAME_CHARS && *at != '\0')
    g_string_append (name, " …");

  g_strchomp (name->str);
  /* Translators: what a pasted article is called: its first words */
  return *name->str != '\0' ? g_strdup_printf (_ ("Pasted: %s"), name->str) : NULL;
}
