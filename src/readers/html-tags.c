/* html-tags.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-tags.h"

#include <string.h>

#define BLOCK (DOUBLET_TAG_IS_BLOCK | DOUBLET_TAG_CLOSES_P)
#define HEADING (BLOCK | DOUBLET_TAG_IS_HEADING)
#define VOID (DOUBLET_TAG_IS_VOID | DOUBLET_TAG_IS_SILENT)

static const guint8 flags[DOUBLET_N_TAGS] = {
  [DOUBLET_TAG_ROOT] = DOUBLET_TAG_IS_BLOCK,
  [DOUBLET_TAG_OTHER_BLOCK] = BLOCK,
  [DOUBLET_TAG_ADDRESS] = BLOCK,
  [DOUBLET_TAG_ARTICLE] = BLOCK,
  [DOUBLET_TAG_ASIDE] = BLOCK,
  [DOUBLET_TAG_BLOCKQUOTE] = BLOCK,
  [DOUBLET_TAG_BR] = DOUBLET_TAG_IS_VOID,
  [DOUBLET_TAG_CAPTION] = DOUBLET_TAG_IS_BLOCK,
  [DOUBLET_TAG_DD] = BLOCK,
  [DOUBLET_TAG_DIV] = BLOCK,
  [DOUBLET_TAG_DL] = BLOCK,
  [DOUBLET_TAG_DT] = BLOCK,
  [DOUBLET_TAG_FIELDSET] = BLOCK,
  [DOUBLET_TAG_FIGCAPTION] = BLOCK,
  [DOUBLET_TAG_FIGURE] = BLOCK,
  [DOUBLET_TAG_FOOTER] = BLOCK,
  [DOUBLET_TAG_FORM] = BLOCK,
  [DOUBLET_TAG_H1] = HEADING,
  [DOUBLET_TAG_H2] = HEADING,
  [DOUBLET_TAG_H3] = HEADING,
  [DOUBLET_TAG_H4] = HEADING,
  [DOUBLET_TAG_H5] = HEADING,
  [DOUBLET_TAG_H6] = HEADING,
  [DOUBLET_TAG_HEADER] = BLOCK,
  [DOUBLET_TAG_HR] = BLOCK | DOUBLET_TAG_IS_VOID,
  [DOUBLET_TAG_IMG] = VOID,
  [DOUBLET_TAG_INPUT] = VOID,
  [DOUBLET_TAG_LI] = BLOCK,
  [DOUBLET_TAG_LINK] = VOID,
  [DOUBLET_TAG_MAIN] = BLOCK,
  [DOUBLET_TAG_MEDIA] = DOUBLET_TAG_IS_SILENT,
  [DOUBLET_TAG_META] = VOID,
  [DOUBLET_TAG_NAV] = BLOCK,
  [DOUBLET_TAG_OL] = BLOCK,
  [DOUBLET_TAG_P] = BLOCK,
  [DOUBLET_TAG_PRE] = BLOCK,
  [DOUBLET_TAG_RT] = DOUBLET_TAG_IS_SILENT,
  [DOUBLET_TAG_SCRIPT] = DOUBLET_TAG_IS_SILENT,
  [DOUBLET_TAG_SECTION] = BLOCK,
  [DOUBLET_TAG_SKIPPED] = DOUBLET_TAG_IS_SILENT,
  [DOUBLET_TAG_TABLE] = BLOCK,
  [DOUBLET_TAG_TBODY] = DOUBLET_TAG_IS_BLOCK,
  [DOUBLET_TAG_TD] = DOUBLET_TAG_IS_BLOCK,
  [DOUBLET_TAG_TH] = DOUBLET_TAG_IS_BLOCK,
  [DOUBLET_TAG_TITLE] = DOUBLET_TAG_IS_SILENT,
  [DOUBLET_TAG_TR] = DOUBLET_TAG_IS_BLOCK,
  [DOUBLET_TAG_UL] = BLOCK,
};

/* Sorted. */
static const struct
{
  const char    *name;
  DoubletHtmlTag tag;
} names[] = {
  { "a", DOUBLET_TAG_A },
  { "abbr", DOUBLET_TAG_SPAN },
  { "address", DOUBLET_TAG_ADDRESS },
  { "applet", DOUBLET_TAG_MEDIA },
  { "area", DOUBLET_TAG_LINK },
  { "article", DOUBLET_TAG_ARTICLE },
  { "aside", DOUBLET_TAG_ASIDE },
  { "audio", DOUBLET_TAG_MEDIA },
  { "base", DOUBLET_TAG_LINK },
  { "blockquote", DOUBLET_TAG_BLOCKQUOTE },
  { "br", DOUBLET_TAG_BR },
  { "button", DOUBLET_TAG_SKIPPED },
  { "canvas", DOUBLET_TAG_MEDIA },
  { "caption", DOUBLET_TAG_CAPTION },
  { "center", DOUBLET_TAG_OTHER_BLOCK },
  { "col", DOUBLET_TAG_LINK },
  { "datalist", DOUBLET_TAG_SKIPPED },
  { "dd", DOUBLET_TAG_DD },
  { "details", DOUBLET_TAG_OTHER_BLOCK },
  { "dialog", DOUBLET_TAG_SKIPPED },
  { "dir", DOUBLET_TAG_UL },
  { "div", DOUBLET_TAG_DIV },
  { "dl", DOUBLET_TAG_DL },
  { "dt", DOUBLET_TAG_DT },
  { "embed", DOUBLET_TAG_LINK },
  { "fieldset", DOUBLET_TAG_FIELDSET },
  { "figcaption", DOUBLET_TAG_FIGCAPTION },
  { "figure", DOUBLET_TAG_FIGURE },
  { "footer", DOUBLET_TAG_FOOTER },
  { "form", DOUBLET_TAG_FORM },
  { "frame", DOUBLET_TAG_LINK },
  { "h1", DOUBLET_TAG_H1 },
  { "h2", DOUBLET_TAG_H2 },
  { "h3", DOUBLET_TAG_H3 },
  { "h4", DOUBLET_TAG_H4 },
  { "h5", DOUBLET_TAG_H5 },
  { "h6", DOUBLET_TAG_H6 },
  { "header", DOUBLET_TAG_HEADER },
  { "hgroup", DOUBLET_TAG_OTHER_BLOCK },
  { "hr", DOUBLET_TAG_HR },
  { "html", DOUBLET_TAG_HTML },
  { "iframe", DOUBLET_TAG_SKIPPED },
  { "img", DOUBLET_TAG_IMG },
  { "input", DOUBLET_TAG_INPUT },
  { "label", DOUBLET_TAG_SPAN },
  { "legend", DOUBLET_TAG_OTHER_BLOCK },
  { "li", DOUBLET_TAG_LI },
  { "link", DOUBLET_TAG_LINK },
  { "listing", DOUBLET_TAG_PRE },
  { "main", DOUBLET_TAG_MAIN },
  { "math", DOUBLET_TAG_SKIPPED },
  { "menu", DOUBLET_TAG_UL },
  { "meta", DOUBLET_TAG_META },
  { "nav", DOUBLET_TAG_NAV },
  { "noembed", DOUBLET_TAG_SKIPPED },
  { "noframes", DOUBLET_TAG_SKIPPED },
  { "noscript", DOUBLET_TAG_SKIPPED },
  { "object", DOUBLET_TAG_MEDIA },
  { "ol", DOUBLET_TAG_OL },
  { "optgroup", DOUBLET_TAG_OTHER_BLOCK },
  { "option", DOUBLET_TAG_OTHER_BLOCK },
  { "p", DOUBLET_TAG_P },
  { "param", DOUBLET_TAG_LINK },
  { "pre", DOUBLET_TAG_PRE },
  { "rp", DOUBLET_TAG_RT },
  { "rt", DOUBLET_TAG_RT },
  { "ruby", DOUBLET_TAG_RUBY },
  { "script", DOUBLET_TAG_SCRIPT },
  { "section", DOUBLET_TAG_SECTION },
  { "select", DOUBLET_TAG_SKIPPED },
  { "source", DOUBLET_TAG_LINK },
  { "span", DOUBLET_TAG_SPAN },
  { "style", DOUBLET_TAG_SKIPPED },
  { "summary", DOUBLET_TAG_OTHER_BLOCK },
  { "sup", DOUBLET_TAG_SPAN },
  { "svg", DOUBLET_TAG_SKIPPED },
  { "table", DOUBLET_TAG_TABLE },
  { "tbody", DOUBLET_TAG_TBODY },
  { "td", DOUBLET_TAG_TD },
  { "template", DOUBLET_TAG_SKIPPED },
  { "textarea", DOUBLET_TAG_SKIPPED },
  { "tfoot", DOUBLET_TAG_TBODY },
  { "th", DOUBLET_TAG_TH },
  { "thead", DOUBLET_TAG_TBODY },
  { "time", DOUBLET_TAG_SPAN },
  { "title", DOUBLET_TAG_TITLE },
  { "tr", DOUBLET_TAG_TR },
  { "track", DOUBLET_TAG_LINK },
  { "ul", DOUBLET_TAG_UL },
  { "video", DOUBLET_TAG_MEDIA },
  { "wbr", DOUBLET_TAG_NONE },
  { "xmp", DOUBLET_TAG_PRE },
};

/**
 * doublet_html_tag_find:
 * @name: the name of an element, in small letters
 *
 * Returns: which it is
 */
DoubletHtmlTag
doublet_html_tag_find (const char *name)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (names);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order = strcmp (names[middle].name, name);

      if (order == 0)
        return names[middle].tag;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return DOUBLET_TAG_NONE;
}

/**
 * doublet_html_tag_get_flags:
 * @tag: an element
 *
 * Returns: what it is like
 */
DoubletHtmlTagFlags
doublet_html_tag_get_flags (DoubletHtmlTag tag)
{
  return (DoubletHtmlTagFlags)flags[tag];
}
