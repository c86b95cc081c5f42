/* xhtml-walk.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "xhtml-walk.h"

#include <string.h>

/*
 * All text of a chapter, which unlike a web page is nothing but the text: elements that
 * stand as blocks end the paragraph before them and after them, whatever the tree says.
 */

#define PUBLICATION "http://www.idpf.org/2007/ops"

typedef struct
{
  const char      *name;
  DoubletBlockKind kind;
  guint            level;
} BlockElement;

/* In the order of the alphabet.  What has no kind of its own takes that around it. */
static const BlockElement block_elements[] = {
  { "address", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "article", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "aside", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "blockquote", DOUBLET_BLOCK_QUOTATION, 0 },
  { "body", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "caption", DOUBLET_BLOCK_CAPTION, 0 },
  { "center", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "dd", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "details", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "div", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "dl", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "dt", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "figcaption", DOUBLET_BLOCK_CAPTION, 0 },
  { "figure", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "footer", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "h1", DOUBLET_BLOCK_HEADING, 1 },
  { "h2", DOUBLET_BLOCK_HEADING, 2 },
  { "h3", DOUBLET_BLOCK_HEADING, 3 },
  { "h4", DOUBLET_BLOCK_HEADING, 4 },
  { "h5", DOUBLET_BLOCK_HEADING, 5 },
  { "h6", DOUBLET_BLOCK_HEADING, 6 },
  { "header", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "hgroup", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "hr", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "li", DOUBLET_BLOCK_LIST_ITEM, 1 },
  { "main", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "nav", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "ol", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "p", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "pre", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "section", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "summary", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "table", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "td", DOUBLET_BLOCK_TABLE_CELL, 0 },
  { "th", DOUBLET_BLOCK_TABLE_CELL, 0 },
  { "tr", DOUBLET_BLOCK_PARAGRAPH, 0 },
  { "ul", DOUBLET_BLOCK_PARAGRAPH, 0 },
};

/* One for each open element. */
typedef struct
{
  DoubletBlockKind kind;
  guint            level;
  gboolean         is_block;
} Frame;

typedef struct
{
  DoubletXmlStream     *stream;
  DoubletParagraphFlow *flow;
  GArray               *frames; /* Frame */
  gboolean              without_navigation;
} Walk;

static const BlockElement *
find_block_element (const char *name)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (block_elements);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int   order = strcmp (name, block_elements[middle].name);

      if (order == 0)
        return &block_elements[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/* Whether one of the words in the element's epub:type or role is @wanted. */
static gboolean
has_type (const Walk *walk,
          const char *wanted)
{
  static const char *const attributes[] = { "type", "role" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *value = doublet_xml_stream_dup_attribute (walk->stream, attributes[i]);
      g_auto (GStrv) words = NULL;

      if (value == NULL)
        continue;
      words = g_strsplit_set (value, " \t\r\n", -1);
      for (char **word = words; *word != NULL; word++)
        if (strcmp (g_str_has_prefix (*word, "doc-") ? *word + 4 : *word, wanted) == 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_hidden (const Walk *walk)
{
  g_autofree char *hidden = doublet_xml_stream_dup_attribute (walk->stream, "hidden");
  g_autofree char *style = doublet_xml_stream_dup_attribute (walk->stream, "style");

  if (hidden != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;

  for (char *p = style; (p = strstr (p, "display")) != NULL; p += strlen ("display"))
    {
      const char *value = p + strlen ("display");

      value += strspn (value, " \t\r\n");
      if (*value == ':' && g_str_has_prefix (value + 1 + strspn (value + 1, " \t\r\n"), "none"))
        return TRUE;
    }
  return FALSE;
}

/* What is no text for reading: numbers of pages and of notes are made by the book's
 * makers for each edition. */
static gboolean
is_skipped (const Walk *walk,
            const char *name)
{
  static const char *const skipped[] = { "head", "script", "style", "template", "svg", "iframe", "object", "audio",
                                         "video", "canvas", "button", "select", "textarea", "rt", "rp" };

  for (guint i = 0; i < G_N_ELEMENTS (skipped); i++)
    if (strcmp (name, skipped[i]) == 0)
      return TRUE;

  /* Also in books that list their chapters on a page of its own. */
  if (has_type (walk, "toc") || has_type (walk, "landmarks") || has_type (walk, "page-list"))
    return TRUE;
  if (strcmp (name, "nav") == 0)
    return walk->without_navigation;
  /* The same formula once more, in TeX or the like. */
  if (strcmp (name, "annotation") == 0 || strcmp (name, "annotation-xml") == 0)
    return TRUE;
  if (strcmp (name, "a") == 0 && (has_type (walk, "noteref") || has_type (walk, "backlink") || has_type (walk, "referrer")))
    return TRUE;
  if ((strcmp (name, "span") == 0 || strcmp (name, "div") == 0 || strcmp (name, "a") == 0 || strcmp (name, "hr") == 0) &&
      has_type (walk, "pagebreak"))
    return TRUE;
  /* One of several ways to say the same, for programs that know some other mark-up. */
  if (strcmp (name, "case") == 0 && strcmp (doublet_xml_stream_get_namespace (walk->stream), PUBLICATION) == 0)
    return TRUE;
  return is_hidden (walk);
}

static const Frame *
top (const Walk *walk)
{
  static const Frame outermost = { DOUBLET_BLOCK_PARAGRAPH };

  return walk->frames->len > 0 ? &g_array_index (walk->frames, Frame, walk->frames->len - 1) : &outermost;
}

static void
start_element (Walk *walk)
{
  const char         *name = doublet_xml_stream_get_name (walk->stream);
  const BlockElement *element;
  Frame               frame = *top (walk);

  if (is_skipped (walk, name))
    {
      doublet_xml_stream_skip (walk->stream);
      return;
    }

  element = find_block_element (name);
  frame.is_block = element != NULL;
  if (element != NULL)
    {
      doublet_paragraph_flow_end (walk->flow, FALSE);
      if (element->kind == DOUBLET_BLOCK_LIST_ITEM && frame.kind == DOUBLET_BLOCK_LIST_ITEM)
        frame.level++;
      else if (element->kind != DOUBLET_BLOCK_PARAGRAPH)
        {
          frame.kind = element->kind;
          frame.level = element->level;
        }
    }
  else if (strcmp (name, "br") == 0)
    doublet_paragraph_flow_append_space (walk->flow);
  g_array_append_val (walk->frames, frame);
}

static void
end_element (Walk *walk)
{
  if (top (walk)->is_block)
    doublet_paragraph_flow_end (walk->flow, FALSE);
  g_array_set_size (walk->frames, walk->frames->len - 1);
}

static void
meet_text (Walk *walk)
{
  const char *text = doublet_xml_stream_get_text (walk->stream);
  gsize       n_bytes = strlen (text);

  if (!doublet_paragraph_flow_is_open (walk->flow))
    {
      if (strspn (text, " \t\r\n") == n_bytes)
        return;
      doublet_paragraph_flow_begin (walk->flow, top (walk)->kind, top (walk)->level);
    }
  doublet_paragraph_flow_append (walk->flow, text, n_bytes);
}

/**
 * doublet_xhtml_walk:
 * @page: XHTML, or HTML that pretends to be
 * @without_navigation: whether every table of contents in it is left out
 * @flow: where the text goes
 * @progress: (nullable): whom to ask whether to stop
 *
 * Returns: why the page could not be read to its end
 */
DoubletXmlFault
doublet_xhtml_walk (GBytes                *page,
                    gboolean               without_navigation,
                    DoubletParagraphFlow  *flow,
                    const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (page, DOUBLET_XML_WEB_PAGE, progress);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  Walk            walk = { stream, flow, frames, without_navigation };
  DoubletXmlEvent event;

  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    {
      if (event == DOUBLET_XML_START)
        start_element (&walk);
      else if (event == DOUBLET_XML_END)
        end_element (&walk);
      else
        meet_text (&walk);

      if (doublet_paragraph_flow_is_full (flow))
        break;
    }
  doublet_paragraph_flow_break (flow);
  return doublet_xml_stream_get_fault (stream);
}
