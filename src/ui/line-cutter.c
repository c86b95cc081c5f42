/* line-cutter.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-cutter.h"

#include "display-text.h"

/*
 * Where a long paragraph is cut into lines of a text buffer.  GtkTextView shapes and
 * breaks a buffer line as a whole on the main loop, and what it does for a run without
 * a place to break grows with the square of the run's length; so neither may grow.
 *
 * A cut is seen as a short last line only, and it comes at the end of a sentence where
 * there is one.
 */

/* How far back a cut may step to keep a letter and its accents together. */
#define STEP_BACK_LONGEST 32

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || (c > 0x7f && g_unichar_isspace (c));
}

/* One may break after each of these. */
static gboolean
is_ideograph (gunichar c)
{
  GUnicodeBreakType type;

  if (c < 0x1100)
    return FALSE;
  type = g_unichar_break_type (c);
  return type == G_UNICODE_BREAK_IDEOGRAPHIC || type == G_UNICODE_BREAK_HANGUL_LV_SYLLABLE || type == G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE;
}

static gboolean
ends_sentence (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x0589: /* Armenian */
    case 0x061f: /* Arabic question mark */
    case 0x06d4: /* Urdu */
    case 0x0964: /* Devanagari danda */
    case 0x3002: /* ideographic */
    case 0xff01:
    case 0xff1f:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_wide_stop (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f;
}

/* What may stand between the stop and the space. */
static gboolean
closes (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201d || c == 0xbb || c == 0x300d || c == 0xff09;
}

/* Whether @c belongs to the character before it. */
static gboolean
clings (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x1f3fb && c <= 0x1f3ff);
}

/* A place near @at, never before @first, that parts no letter from its accents. */
static const char *
step_back (const char *first,
           const char *at)
{
  const char *p = at;

  for (guint i = 0; i < STEP_BACK_LONGEST && p > first; i++)
    {
      const char *before = g_utf8_prev_char (p);

      if (!clings (g_utf8_get_char (p)) && g_utf8_get_char (before) != 0x200d)
        return p;
      p = before;
    }
  return at;
}

/**
 * doublet_line_cutter_find_end:
 * @text: UTF-8
 * @start: bytes: where the line begins
 * @end: bytes: where its block ends
 *
 * Tells where a buffer line that begins at @start has to end.
 *
 * Returns: a byte after @start, @end at most
 */
gsize
doublet_line_cutter_find_end (const char *text,
                              gsize       start,
                              gsize       end)
{
  const char *first = text + start;
  const char *last = text + end;
  const char *sentence = NULL;
  const char *gap = NULL;
  gboolean    stopped = FALSE;
  guint       unbroken = 0;
  guint       n = 0;

  if (end - start <= DOUBLET_DISPLAY_UNBROKEN_LONGEST)
    return end;

  for (const char *p = first; p < last; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n >= DOUBLET_DISPLAY_LINE_LONGEST)
        {
          if (sentence != NULL)
            return sentence - text;
          return (gap != NULL ? gap : step_back (first, p)) - text;
        }
      if (unbroken >= DOUBLET_DISPLAY_UNBROKEN_LONGEST && !is_space (c))
        return step_back (first, p) - text;

      if (is_space (c))
        {
          gap = g_utf8_next_char (p);
          if (stopped)
            sentence = gap;
          unbroken = 0;
        }
      else if (is_ideograph (c) || is_wide_stop (c))
        {
          gap = g_utf8_next_char (p);
          if (is_wide_stop (c) && !closes (g_utf8_get_char (gap)))
            sentence = gap;
          unbroken = 0;
        }
      else
        {
          unbroken++;
        }
      if (!is_space (c) && !(stopped && closes (c)))
        stopped = ends_sentence (c);
    }
  return end;
}
