/* html-tags.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The elements that matter.  What is not here, and what only changes the type, leaves
 * no trace in the tree: its children belong to the element around it. */
typedef enum
{
  DOUBLET_TAG_NONE,
  DOUBLET_TAG_TEXT, /* no element */
  DOUBLET_TAG_ROOT,
  DOUBLET_TAG_OTHER_BLOCK, /* parts paragraphs and has no meaning of its own */
  DOUBLET_TAG_A,
  DOUBLET_TAG_ADDRESS,
  DOUBLET_TAG_ARTICLE,
  DOUBLET_TAG_ASIDE,
  DOUBLET_TAG_BLOCKQUOTE,
  DOUBLET_TAG_BR,
  DOUBLET_TAG_CAPTION,
  DOUBLET_TAG_DD,
  DOUBLET_TAG_DIV,
  DOUBLET_TAG_DL,
  DOUBLET_TAG_DT,
  DOUBLET_TAG_FIELDSET,
  DOUBLET_TAG_FIGCAPTION,
  DOUBLET_TAG_FIGURE,
  DOUBLET_TAG_FOOTER,
  DOUBLET_TAG_FORM,
  DOUBLET_TAG_H1,
  DOUBLET_TAG_H2,
  DOUBLET_TAG_H3,
  DOUBLET_TAG_H4,
  DOUBLET_TAG_H5,
  DOUBLET_TAG_H6,
  DOUBLET_TAG_HEADER,
  DOUBLET_TAG_HR,
  DOUBLET_TAG_HTML,
  DOUBLET_TAG_IMG,
  DOUBLET_TAG_INPUT,
  DOUBLET_TAG_LI,
  DOUBLET_TAG_LINK,
  DOUBLET_TAG_MAIN,
  DOUBLET_TAG_MEDIA, /* embed, object, video ...: what they hold is for those that lack them */
  DOUBLET_TAG_META,
  DOUBLET_TAG_NAV,
  DOUBLET_TAG_OL,
  DOUBLET_TAG_P,
  DOUBLET_TAG_PRE,
  DOUBLET_TAG_RT, /* or rp: how the word before is read */
  DOUBLET_TAG_RUBY,
  DOUBLET_TAG_SCRIPT,
  DOUBLET_TAG_SECTION,
  DOUBLET_TAG_SKIPPED, /* button, noscript, style, svg ...: no text of the page */
  DOUBLET_TAG_SPAN,    /* or another that stands in a line */
  DOUBLET_TAG_TABLE,
  DOUBLET_TAG_TBODY, /* or thead, tfoot */
  DOUBLET_TAG_TD,
  DOUBLET_TAG_TH,
  DOUBLET_TAG_TITLE,
  DOUBLET_TAG_TR,
  DOUBLET_TAG_UL,
  DOUBLET_N_TAGS,
} DoubletHtmlTag;

typedef enum
{
  DOUBLET_TAG_IS_BLOCK = 1 << 0,
  DOUBLET_TAG_IS_VOID = 1 << 1,    /* holds nothing and has no end */
  DOUBLET_TAG_IS_SILENT = 1 << 2,  /* has no text for a reader */
  DOUBLET_TAG_CLOSES_P = 1 << 3,   /* no paragraph can hold it */
  DOUBLET_TAG_IS_HEADING = 1 << 4, /* h1 to h6 */
} DoubletHtmlTagFlags;

DoubletHtmlTag      doublet_html_tag_find (const char *name);
DoubletHtmlTagFlags doublet_html_tag_get_flags (DoubletHtmlTag tag);

G_END_DECLS
