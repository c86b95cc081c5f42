/* character-picture.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "character-picture.h"

/* U+2400 is the picture of U+0000, and so on; C1 controls have none of their own. */
#define PICTURES 0x2400
#define PICTURE_OF_DELETE 0x2421
#define PICTURE_OF_C1 0x2426

/* For what GtkTextBuffer keeps for itself, and for noncharacters. */
#define PICTURE_OF_NOTHING 0x25a1
#define OBJECT_REPLACEMENT 0xfffc

/* Arrows for the controls that turn the text around: left to right, right to left, and
 * back. */
static gunichar
picture_of_bidi_control (gunichar c)
{
  switch (c)
    {
    case 0x202a:
      return 0x21d2;
    case 0x202b:
      return 0x21d0;
    case 0x202c:
      return 0x21d1;
    case 0x202d:
      return 0x21db;
    case 0x202e:
      return 0x21da;
    case 0x2066:
      return 0x21e8;
    case 0x2067:
      return 0x21e6;
    case 0x2068:
      return 0x21d4;
    case 0x2069:
      return 0x21e7;
    default:
      return c;
    }
}

/**
 * doublet_character_picture:
 * @c: a character of an article
 *
 * Returns: what is shown for it: @c, a space if it is a tab or would break the line, or a
 *   picture
 */
gunichar
doublet_character_picture (gunichar c)
{
  if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
    return ' ';
  if (c < 0x20)
    return PICTURES + c;
  if (c == 0x7f)
    return PICTURE_OF_DELETE;
  if (c >= 0x80 && c <= 0x9f)
    return PICTURE_OF_C1;
  if (c == OBJECT_REPLACEMENT || (c & 0xfffe) == 0xfffe)
    return PICTURE_OF_NOTHING;
  return picture_of_bidi_control (c);
}

/**
 * doublet_character_has_picture:
 * @c: a character of an article
 *
 * Tells whether @c is shown as a picture.
 */
gboolean
doublet_character_has_picture (gunichar c)
{
  gunichar shown = doublet_character_picture (c);

  return shown != c && shown != ' ';
}
