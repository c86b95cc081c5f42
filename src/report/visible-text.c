/* visible-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "visible-text.h"

#include <string.h>

/*
 * A text as it may be shown: in a page and on a terminal alike.  What would act
 * instead of being seen is made visible: control characters could drive a terminal
 * and are not allowed in HTML; embeddings, overrides and isolates could make words
 * of the page around a quotation stand in another order (Boucher and Anderson,
 * "Trojan Source", 2021).  The three implicit marks (U+200E, U+200F, U+061C) stay:
 * Hebrew and Arabic need them and they change nothing outside their line.
 */

/* U+2400 is the picture of U+0000, and so on. */
#define PICTURES 0x2400
#define PICTURE_OF_DELETE 0x2421
#define PICTURE_OF_NEWLINE 0x2424

static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
is_seen (gunichar c)
{
  if (c < 0x80)
    return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t';
  return c >= 0xa0 && c != 0x2028 && c != 0x2029 && !is_bidi_control (c) && !is_noncharacter (c);
}

/* What stands for a character that is not seen. */
static void
append_unseen (GString *out,
               gunichar c)
{
  if (c < 0x20)
    g_string_append_unichar (out, PICTURES + c);
  else if (c == 0x7f)
    g_string_append_unichar (out, PICTURE_OF_DELETE);
  else if (c == 0x85)
    g_string_append_unichar (out, PICTURE_OF_NEWLINE);
  else if (c == 0x2028 || c == 0x2029)
    g_string_append_c (out, '\n');
  else
    g_string_append_printf (out, "‹U+%04X›", c);
}

static void
append_valid (GString    *out,
              const char *text,
              gsize       n_bytes)
{
  const char *end = text + n_bytes;
  const char *p = text;

  while (p < end)
    {
      const char *run = p;

      while (p < end && is_seen (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      g_string_append_len (out, run, p - run);
      if (p == end)
        break;

      if (*p != '\r')
        append_unseen (out, g_utf8_get_char (p));
      /* One newline, however it is written. */
      else if (p + 1 == end || p[1] != '\n')
        g_string_append_c (out, '\n');
      p = g_utf8_next_char (p);
    }
}

/**
 * doublet_visible_text_append:
 * @out: where to
 * @text: any bytes
 * @n_bytes: how many, or -1 up to a NUL
 *
 * Appends @text with nothing in it that acts instead of being seen: valid UTF-8, with
 * newlines and tabs as the only control characters.
 */
void
doublet_visible_text_append (GString    *out,
                             const char *text,
                             gssize      n_bytes)
{
  gsize length = n_bytes < 0 ? strlen (text) : (gsize)n_bytes;

  if (g_utf8_validate_len (text, length, NULL))
    {
      append_valid (out, text, length);
    }
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, length);

      append_valid (out, valid, strlen (valid));
    }
}

/**
 * doublet_visible_text_dup:
 * @text: any bytes up to a NUL
 *
 * Returns: (transfer full): @text as doublet_visible_text_append() writes it
 */
char *
doublet_visible_text_dup (const char *text)
{
  GString *out = g_string_new (NULL);

  doublet_visible_text_append (out, text, -1);
  return g_string_free (out, FALSE);
}

/**
 * doublet_visible_text_dup_line:
 * @text: any bytes up to a NUL
 *
 * Returns: (transfer full): @text to be shown on one line: with spaces for newlines
 *   and tabs
 */
char *
doublet_visible_text_dup_line (const char *text)
{
  char *line = doublet_visible_text_dup (text);

  return g_strdelimit (line, "\n\t", ' ');
}
