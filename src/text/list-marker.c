/* list-marker.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "list-marker.h"

/*
 * Bullets and numbers of lists that are typed.  Most formats keep them as attributes of
 * paragraphs, and their readers give none of them; plain text and PDF have nothing but
 * characters.  The same article must have the same words in both, so what stands before
 * an item is no token, like the white space around it.
 *
 * A number alone says nothing ("1. FC Köln", "1984. A novel"): it is one of a list if
 * the next such number in the article, or the one before, is its neighbour.
 */

/* No list counts further; and a year has more digits. */
#define MAX_DIGITS 3

/* Dashes are none: they begin what people say. */
static gboolean
is_bullet (gunichar c)
{
  switch (c)
    {
    case '*':
    case '+':
    case '-':
    case 0x00b7: /* · */
    case 0x2022: /* • */
    case 0x2023: /* ‣ */
    case 0x2043: /* ⁃ */
    case 0x2219: /* ∙ */
    case 0x25a0: /* ■ */
    case 0x25a1: /* □ */
    case 0x25aa: /* ▪ */
    case 0x25ab: /* ▫ */
    case 0x25b6: /* ▶ */
    case 0x25ba: /* ► */
    case 0x25cb: /* ○ */
    case 0x25cf: /* ● */
    case 0x25e6: /* ◦ */
    case 0x2756: /* ❖ */
    case 0x27a2: /* ➢ */
    case 0xf0a7: /* of Wingdings and Symbol, as Word writes them */
    case 0xf0b7:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Behind a bullet, a letter or a number with its signs; NULL if there is none. */
static const char *
read_sign (const char        *p,
           const char        *end,
           DoubletListMarker *marker)
{
  gboolean is_round = *p == '(';
  guint    n_digits = 0;

  if (is_bullet (g_utf8_get_char (p)))
    {
      marker->shape = DOUBLET_LIST_MARKER_BULLET;
      return g_utf8_next_char (p);
    }
  if (end - p >= 2 && g_ascii_islower (p[0]) && p[1] == ')')
    {
      marker->shape = DOUBLET_LIST_MARKER_LETTER;
      marker->number = p[0] - 'a' + 1;
      return p + 2;
    }

  for (p += is_round; p < end && g_ascii_isdigit (*p) && n_digits <= MAX_DIGITS; p++, n_digits++)
    marker->number = marker->number * 10 + (*p - '0');
  if (n_digits == 0 || n_digits > MAX_DIGITS || p == end || (*p != ')' && (*p != '.' || is_round)))
    return NULL;
  if (*p == '.')
    marker->shape = DOUBLET_LIST_MARKER_STOP;
  else
    marker->shape = is_round ? DOUBLET_LIST_MARKER_ROUND : DOUBLET_LIST_MARKER_BRACKET;
  return p + 1;
}

/**
 * doublet_list_marker_read:
 * @text: where a paragraph or line begins: valid UTF-8
 * @limit: where it ends
 *
 * Returns: the bullet or number that it begins with; the shape tells if there is none
 */
DoubletListMarker
doublet_list_marker_read (const char *text,
                          const char *limit)
{
  DoubletListMarker marker = { DOUBLET_LIST_MARKER_NONE, 0, 0 };
  const char       *sign_end = text < limit ? read_sign (text, limit, &marker) : NULL;
  const char       *p = sign_end;

  while (p != NULL && p < limit && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  /* White space has to part it from words: "* * *" is a rule. */
  if (p == NULL || p == sign_end || p == limit ||
      (marker.shape == DOUBLET_LIST_MARKER_BULLET && is_bullet (g_utf8_get_char (p))))
    return (DoubletListMarker){ DOUBLET_LIST_MARKER_NONE, 0, 0 };
  marker.n_bytes = p - text;
  return marker;
}

/**
 * doublet_list_markers_find:
 * @article: an article
 *
 * Finds the bullets and numbers that stand before the items of lists.
 *
 * Returns: (transfer full): for each block where its words may begin: behind such a
 *   sign, else at its start
 */
guint32 *
doublet_list_markers_find (const DoubletArticle *article)
{
  const char         *text = doublet_article_get_text (article, NULL);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);
  guint32            *starts = g_new (guint32, n_blocks);
  guint               last_block[DOUBLET_N_LIST_MARKERS] = { 0 };
  DoubletListMarker   last[DOUBLET_N_LIST_MARKERS] = { { DOUBLET_LIST_MARKER_NONE, 0, 0 } };

  for (guint i = 0; i < n_blocks; i++)
    {
      DoubletListMarker marker = doublet_list_marker_read (text + blocks[i].start, text + blocks[i].end);

      starts[i] = blocks[i].start;
      if (marker.shape == DOUBLET_LIST_MARKER_BULLET)
        starts[i] += marker.n_bytes;
      else if (marker.shape != DOUBLET_LIST_MARKER_NONE)
        {
          if (last[marker.shape].shape != DOUBLET_LIST_MARKER_NONE && last[marker.shape].number + 1 == marker.number)
            {
              starts[last_block[marker.shape]] = blocks[last_block[marker.shape]].start + last[marker.shape].n_bytes;
              starts[i] += marker.n_bytes;
            }
          last[marker.shape] = marker;
          last_block[marker.shape] = i;
        }
    }
  return starts;
}
