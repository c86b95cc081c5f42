/* html-tree.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-tree.h"

#include "html-references.h"
#include "html-source.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

/*
 * libxml2 reads the page, and its events make the tree here.  Its own tree would lose
 * all that follows 256 nested elements and cut text at 10 MB; of its events nothing is
 * missing (tried with 200,000 nested elements, 11 MB in one piece of text, comment,
 * script or attribute, and a page of 50 MB).  What it does badly with references and
 * comments never comes to it: see html-source.
 *
 * Its time is linear but for thousands of attributes in one tag and for thousands of
 * end tags that fit none of thousands of open elements, where it is quadratic; whoever
 * reads strange pages has to limit the time.
 */

/* What is nested deeper is not nested: browsers have the same limit. */
#define MAX_DEPTH 512

/* Bytes: what describes an article to a machine is a hundredth of it. */
#define MAX_LINKED_DATA ((gsize)1024 * 1024)

/* A page of 50 MB of prose has a million; each takes some 130 bytes here and in the
 * search for the article. */
#define MAX_NODES 5000000u

/* No value that is looked at is longer. */
#define MAX_VALUE 2048

#define OPTIONS \
  (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC)

typedef struct
{
  DoubletHtmlTree       *tree;
  htmlParserCtxt        *context;
  const DoubletProgress *progress;
  GArray                *open; /* guint32: for each open element the node that takes what is in it */
  GString               *text; /* read and not yet in the tree */
  guint                  count;
  gboolean               is_cancelled;
  gboolean               in_linked_data;
} Parser;

static const char *const keys[DOUBLET_HTML_N_KEYS] = {
  "aria-hidden", "class", "content", "hidden", "id", "itemprop", "lang", "name", "property", "rel", "role", "style", "type"
};

static guint
get_top (const Parser *self)
{
  return self->open->len > 0 ? g_array_index (self->open, guint32, MIN (self->open->len, MAX_DEPTH) - 1) : 0;
}

static guint
add_node (Parser        *self,
          DoubletHtmlTag tag)
{
  GArray          *nodes = self->tree->nodes;
  guint            index = nodes->len;
  guint            parent = get_top (self);
  DoubletHtmlNode  node = { .parent = parent, .tag = tag, .first_attribute = self->tree->attributes->len };
  DoubletHtmlNode *above;

  g_array_append_val (nodes, node);
  above = doublet_html_tree_get (self->tree, parent);
  if (above->last != 0)
    doublet_html_tree_get (self->tree, above->last)->next = index;
  else
    above->first = index;
  above->last = index;
  return index;
}

static DoubletHtmlRange
add_string (Parser  *self,
            char    *text,
            gsize    n_bytes,
            gboolean is_attribute)
{
  GString         *strings = self->tree->strings;
  DoubletHtmlRange range = { strings->len, 0 };
  gboolean         has_references = FALSE;

  for (char *p = text; (p = memchr (p, DOUBLET_HTML_AMPERSAND, n_bytes - (p - text))) != NULL; has_references = TRUE)
    *p = '&';
  if (has_references)
    doublet_html_append_resolved (strings, text, n_bytes, is_attribute);
  else
    g_string_append_len (strings, text, n_bytes);
  range.length = strings->len - range.start;
  g_string_append_c (strings, '\0');
  return range;
}

/* libxml2 hands text out in pieces of 1,000 bytes, which may part a reference. */
static void
flush_text (Parser *self)
{
  guint node;

  if (self->text->len == 0)
    return;
  node = add_node (self, DOUBLET_TAG_TEXT);
  doublet_html_tree_get (self->tree, node)->text = add_string (self, self->text->str, self->text->len, FALSE);
  g_string_truncate (self->text, 0);
}

/* libxml2 ends some elements without saying so. */
static void
sink_to (Parser *self,
         int     n_open)
{
  flush_text (self);
  if ((guint)MAX (n_open, 0) < self->open->len)
    g_array_set_size (self->open, MAX (n_open, 0));
}

static gboolean
goes_on (Parser *self)
{
  if (self->is_cancelled || self->tree->is_cut)
    return FALSE;
  if (DOUBLET_PROGRESS_CHECK (self->progress, ++self->count))
    self->is_cancelled = TRUE;
  else if (self->tree->nodes->len >= MAX_NODES)
    self->tree->is_cut = TRUE;
  else
    return TRUE;
  xmlStopParser (self->context);
  return FALSE;
}

static int
find_key (const char *name)
{
  if (strcmp (name, "xml:lang") == 0)
    return DOUBLET_HTML_LANG;
  for (guint i = 0; i < DOUBLET_HTML_N_KEYS; i++)
    if (strcmp (keys[i], name) == 0)
      return i;
  return -1;
}

/* To the node that was made last; the first of a name counts. */
static void
add_attribute (Parser     *self,
               guint       node,
               int         key,
               const char *value)
{
  DoubletHtmlNode     *element = doublet_html_tree_get (self->tree, node);
  DoubletHtmlAttribute attribute = { (DoubletHtmlKey)key, { 0, 0 } };
  gsize                length = strlen (value);
  g_autofree char     *copy = NULL;

  for (guint i = 0; i < element->n_attributes; i++)
    if ((int)g_array_index (self->tree->attributes, DoubletHtmlAttribute, element->first_attribute + i).key == key)
      return;
  if (length > MAX_VALUE)
    for (length = MAX_VALUE; length > 0 && ((guchar)value[length] & 0xc0) == 0x80;)
      length--;
  copy = g_strndup (value, length);
  attribute.value = add_string (self, copy, length, TRUE);
  element->n_attributes++;
  g_array_append_val (self->tree->attributes, attribute);
}

static void
add_attributes (Parser         *self,
                guint           node,
                const xmlChar **attributes)
{
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    {
      int key = find_key ((const char *)attributes[0]);

      /* One without "=" has no value. */
      if (key >= 0)
        add_attribute (self, node, key, attributes[1] != NULL ? (const char *)attributes[1] : "");
    }
}

/* A paragraph holds no block: what libxml2 still puts into it comes behind it. */
static void
end_paragraph (Parser *self)
{
  for (guint level = self->open->len; level-- > 0;)
    {
      const DoubletHtmlNode *node = doublet_html_tree_get (self->tree, g_array_index (self->open, guint32, level));

      if (node->tag == DOUBLET_TAG_P)
        {
          guint32 parent = node->parent;

          for (; level < self->open->len; level++)
            g_array_index (self->open, guint32, level) = parent;
          return;
        }
      if (node->tag != DOUBLET_TAG_SPAN)
        return;
    }
}

static gboolean
is_linked_data (const DoubletHtmlTree *tree,
                guint                  script)
{
  static const char type[] = "application/ld+json";
  const char       *given = doublet_html_tree_get_attribute (tree, script, DOUBLET_HTML_TYPE);

  if (given == NULL || g_ascii_strncasecmp (given, type, strlen (type)) != 0)
    return FALSE;
  given += strlen (type);
  return *given == '\0' || *given == ';' || *given == ' ';
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  Parser             *self = data;
  DoubletHtmlTag      tag = doublet_html_tag_find ((const char *)name);
  DoubletHtmlTagFlags flags = doublet_html_tag_get_flags (tag);
  guint32             inside;

  sink_to (self, self->context->nameNr - 1);
  if (!goes_on (self))
    return;
  if (flags & DOUBLET_TAG_CLOSES_P)
    end_paragraph (self);

  inside = get_top (self);
  if (tag == DOUBLET_TAG_HTML)
    {
      /* The root can take its attributes only as the first of all. */
      if (self->tree->attributes->len == 0)
        add_attributes (self, 0, attributes);
    }
  else if (tag != DOUBLET_TAG_NONE)
    {
      guint node = add_node (self, tag);

      add_attributes (self, node, attributes);
      self->in_linked_data = tag == DOUBLET_TAG_SCRIPT && is_linked_data (self->tree, node);
      /* libxml2 does not know of all of these that they have no end. */
      if ((flags & DOUBLET_TAG_IS_VOID) == 0)
        inside = node;
    }
  g_array_append_val (self->open, inside);
}

static void
end_element_cb (void          *data,
                const xmlChar *name)
{
  Parser *self = data;

  if (self->in_linked_data)
    g_string_append_c (self->tree->linked_data, '\0');
  self->in_linked_data = FALSE;
  sink_to (self, self->context->nameNr - 1);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            n_bytes)
{
  Parser *self = data;

  if ((guint)MAX (self->context->nameNr, 0) < self->open->len)
    sink_to (self, self->context->nameNr);
  if (goes_on (self))
    g_string_append_len (self->text, (const char *)text, n_bytes);
}

/* Scripts and styles are no text. */
static void
cdata_cb (void          *data,
          const xmlChar *text,
          int            n_bytes)
{
  Parser *self = data;

  if (goes_on (self) && self->in_linked_data && self->tree->linked_data->len < MAX_LINKED_DATA)
    g_string_append_len (self->tree->linked_data, (const char *)text, n_bytes);
}

/* Things that libxml2 reads to the end of the page if their own end is missing. */
static void
error_cb (void     *data,
          xmlError *error)
{
  Parser *self = data;

  if (error->code == XML_ERR_COMMENT_NOT_FINISHED || error->code == XML_ERR_ATTRIBUTE_NOT_FINISHED || error->code == XML_ERR_NO_MEMORY)
    self->tree->is_broken = TRUE;
}

static const xmlSAXHandler events = {
  .initialized = XML_SAX2_MAGIC,
  .startElement = start_element_cb,
  .endElement = end_element_cb,
  .characters = characters_cb,
  .ignorableWhitespace = characters_cb,
  .cdataBlock = cdata_cb,
  .serror = (xmlStructuredErrorFunc)error_cb,
};

/**
 * doublet_html_tree_parse:
 * @self: (out caller-allocates): the tree; to be cleared in any case
 * @text: a page, valid UTF-8
 * @n_bytes: its length
 * @progress: (nullable): whom to ask whether to stop
 *
 * Returns: whether it is done: %FALSE if it was cancelled
 */
gboolean
doublet_html_tree_parse (DoubletHtmlTree       *self,
                         const char            *text,
                         gsize                  n_bytes,
                         const DoubletProgress *progress)
{
  Parser          parser = { .tree = self, .progress = progress };
  DoubletHtmlNode root = { .tag = DOUBLET_TAG_ROOT };
  GString        *source = doublet_html_make_source (text, n_bytes);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (DoubletHtmlNode));
  self->attributes = g_array_new (FALSE, FALSE, sizeof (DoubletHtmlAttribute));
  self->strings = g_string_sized_new (n_bytes);
  self->linked_data = g_string_new (NULL);
  g_array_append_val (self->nodes, root);

  /* It has none for an empty page, nor for lack of memory. */
  if (source->len > 0 && source->len <= G_MAXINT)
    parser.context = htmlCreateMemoryParserCtxt (source->str, (int)source->len);
  self->is_cut = source->len > 0 && parser.context == NULL;
  g_string_free (source, TRUE);
  if (parser.context == NULL)
    return TRUE;

  parser.open = g_array_new (FALSE, FALSE, sizeof (guint32));
  parser.text = g_string_new (NULL);
  *parser.context->sax = events;
  parser.context->userData = &parser;
  htmlCtxtUseOptions (parser.context, OPTIONS);
  xmlSwitchEncoding (parser.context, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (parser.context);
  sink_to (&parser, 0);
  if (parser.context->input == NULL || parser.context->input->cur < parser.context->input->end)
    self->is_cut = TRUE;

  htmlFreeParserCtxt (parser.context);
  g_array_unref (parser.open);
  g_string_free (parser.text, TRUE);
  return !parser.is_cancelled;
}

/**
 * doublet_html_tree_clear:
 * @self: a tree
 *
 * Frees what @self owns.
 */
void
doublet_html_tree_clear (DoubletHtmlTree *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->attributes, g_array_unref);
  if (self->strings != NULL)
    g_string_free (g_steal_pointer (&self->strings), TRUE);
  if (self->linked_data != NULL)
    g_string_free (g_steal_pointer (&self->linked_data), TRUE);
}

/**
 * doublet_html_tree_get_attribute:
 * @self: a tree
 * @node: a node of it
 * @key: an attribute
 *
 * Returns: (nullable): its value
 */
const char *
doublet_html_tree_get_attribute (const DoubletHtmlTree *self,
                                 guint                  node,
                                 DoubletHtmlKey         key)
{
  const DoubletHtmlNode *element = doublet_html_tree_get (self, node);

  for (guint i = 0; i < element->n_attributes; i++)
    {
      const DoubletHtmlAttribute *attribute = &g_array_index (self->attributes, DoubletHtmlAttribute, element->first_attribute + i);

      if (attribute->key == key)
        return self->strings->str + attribute->value.start;
    }
  return NULL;
}
