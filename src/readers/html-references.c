/* html-references.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-references.h"

#include "html-names.h"

#include <string.h>

/*
 * "&eacute;", "&#233;", "&copy" ... as browsers read them.  The names are looked up in
 * an index over the one string that lists them.
 */

/* The longest is CounterClockwiseContourIntegral. */
#define MAX_NAME 32

typedef struct
{
  const char *name;
  guint8      length;
  gboolean    bare; /* needs no semicolon */
} Name;

/* What numbers from 80 to 9F are taken for: they are nearly always Windows-1252. */
static const guint16 windows_1252[32] = {
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178
};

static const GArray *
get_names (void)
{
  static gsize   once;
  static GArray *names; /* Name, sorted */

  if (g_once_init_enter (&once))
    {
      names = g_array_new (FALSE, FALSE, sizeof (Name));
      for (const char *p = doublet_html_names; *p != '\0'; p = strchr (p, ' ') + 1)
        {
          gsize length = strcspn (p, "=!");
          Name  name = { p, length, p[length] == '!' };

          g_array_append_val (names, name);
        }
      g_once_init_leave (&once, 1);
    }
  return names;
}

static const Name *
find_name (const char *text,
           gsize       length)
{
  const GArray *names = get_names ();
  guint         low = 0;
  guint         high = names->len;

  while (low < high)
    {
      guint       middle = low + (high - low) / 2;
      const Name *name = &g_array_index (names, Name, middle);
      int         order = memcmp (name->name, text, MIN (name->length, length));

      if (order == 0)
        order = (int)name->length - (int)length;
      if (order == 0)
        return name;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static void
append_name (GString    *out,
             const Name *name)
{
  const char *p = name->name + name->length;

  do
    {
      char *end;

      g_string_append_unichar (out, (gunichar)g_ascii_strtoull (p + 1, &end, 16));
      p = end;
    }
  while (*p == ',');
}

static void
append_number (GString *out,
               guint64  number)
{
  if (number >= 0x80 && number <= 0x9f)
    number = windows_1252[number - 0x80];
  if (number == 0 || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff))
    number = 0xfffd;
  g_string_append_unichar (out, (gunichar)number);
}

/* Returns how many bytes of @text the reference takes, 0 if it is none. */
static gsize
resolve_number (GString    *out,
                const char *text,
                gsize       n_bytes)
{
  gboolean hex = n_bytes > 2 && (text[2] == 'x' || text[2] == 'X');
  gsize    start = hex ? 3 : 2;
  gsize    i = start;
  guint64  number = 0;

  for (; i < n_bytes && (hex ? g_ascii_isxdigit (text[i]) : g_ascii_isdigit (text[i])); i++)
    number = MIN (number * (hex ? 16 : 10) + g_ascii_xdigit_value (text[i]), 0x110000);
  if (i == start)
    return 0;
  append_number (out, number);
  return i < n_bytes && text[i] == ';' ? i + 1 : i;
}

static gsize
resolve_name (GString    *out,
              const char *text,
              gsize       n_bytes,
              gboolean    is_attribute)
{
  gsize       length = 0;
  const Name *name;

  while (1 + length < n_bytes && length < MAX_NAME && g_ascii_isalnum (text[1 + length]))
    length++;
  if (length == 0)
    return 0;

  name = 1 + length < n_bytes && text[1 + length] == ';' ? find_name (text + 1, length) : NULL;
  if (name != NULL)
    {
      append_name (out, name);
      return length + 2;
    }

  /* In an address "&copy=2" is no sign. */
  if (is_attribute)
    {
      name = find_name (text + 1, length);
      if (name == NULL || !name->bare || (1 + length < n_bytes && text[1 + length] == '='))
        return 0;
      append_name (out, name);
      return length + 1;
    }

  for (; length > 1; length--)
    {
      name = find_name (text + 1, length);
      if (name != NULL && name->bare)
        {
          append_name (out, name);
          return length + 1;
        }
    }
  return 0;
}

/**
 * doublet_html_append_resolved:
 * @out: where to
 * @text: a piece of a page, without tags
 * @n_bytes: its length
 * @is_attribute: whether it is the value of an attribute
 *
 * Appends @text with its character references resolved.
 */
void
doublet_html_append_resolved (GString    *out,
                              const char *text,
                              gsize       n_bytes,
                              gboolean    is_attribute)
{
  while (n_bytes > 0)
    {
      const char *sign = memchr (text, '&', n_bytes);
      gsize       plain = sign != NULL ? (gsize)(sign - text) : n_bytes;
      gsize       taken;

      g_string_append_len (out, text, plain);
      text += plain;
      n_bytes -= plain;
      if (n_bytes == 0)
        return;

      taken = n_bytes > 1 && text[1] == '#' ? resolve_number (out, text, n_bytes) : resolve_name (out, text, n_bytes, is_attribute);
      if (taken == 0)
        {
          g_string_append_c (out, '&');
          taken = 1;
        }
      text += taken;
      n_bytes -= taken;
    }
}
