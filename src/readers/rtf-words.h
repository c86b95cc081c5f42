/* rtf-words.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a control word does to the text.  value is that of the word's row. */
typedef enum
{
  DOUBLET_RTF_NOTHING,
  DOUBLET_RTF_CHARACTER, /* stands for the character value */
  DOUBLET_RTF_SPACE,
  DOUBLET_RTF_TAB,
  DOUBLET_RTF_END_PARAGRAPH,
  DOUBLET_RTF_END_CELL,
  DOUBLET_RTF_UNICODE,
  DOUBLET_RTF_UNICODE_SKIP,
  DOUBLET_RTF_PAGE,      /* the document's code page is value */
  DOUBLET_RTF_ANSI_PAGE, /* it is the word's number */
  DOUBLET_RTF_DEFAULT_FONT,
  DOUBLET_RTF_FONT,
  DOUBLET_RTF_FONT_CHARSET,
  DOUBLET_RTF_FONT_PAGE,
  DOUBLET_RTF_STYLE,
  DOUBLET_RTF_BASED_ON,
  DOUBLET_RTF_OUTLINE_LEVEL,
  DOUBLET_RTF_LIST,
  DOUBLET_RTF_LIST_LEVEL,
  DOUBLET_RTF_FIRST_INDENT,
  DOUBLET_RTF_IN_TABLE,
  DOUBLET_RTF_RESET_PARAGRAPH,
  DOUBLET_RTF_RESET_CHARACTERS,
  DOUBLET_RTF_HIDDEN,
  DOUBLET_RTF_DELETED,
  DOUBLET_RTF_REVISED,
  DOUBLET_RTF_LANGUAGE,
  DOUBLET_RTF_DEFAULT_LANGUAGE,

  /* These begin a destination: what the rest of their group is for. */
  DOUBLET_RTF_SKIP,
  DOUBLET_RTF_KEEP, /* what it is anyway, although marked as to be skipped by who does not know it */
  DOUBLET_RTF_FONTS,
  DOUBLET_RTF_STYLES,
  DOUBLET_RTF_INFO, /* skipped but for the title in it */
  DOUBLET_RTF_TITLE,
  DOUBLET_RTF_NOTE,
  DOUBLET_RTF_BOX,
  DOUBLET_RTF_AUTOMATIC_NUMBER,
  DOUBLET_RTF_TWO_WAYS, /* in a code page, which is skipped, and in Unicode */
  DOUBLET_RTF_UNICODE_WAY,
} DoubletRtfAction;

DoubletRtfAction doublet_rtf_words_find (const char *word,
                                         guint      *value);

G_END_DECLS
