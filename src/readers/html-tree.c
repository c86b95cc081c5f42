/* html-tree.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-tree.h"

#include "html-references.h"

#include <string.h>

/*
 * Pages as browsers read them, as far as text is concerned: comments, tags, references,
 * elements whose end tag may be left out.  libxml2 2.9.14 is not used, since it drops
 * all that follows 256 nested elements, cuts text at 10 MB, takes 15 s for a tag with
 * 100,000 attributes and gets one in five of html5lib's tests wrong.  Where the standard
 * moves misnested elements about, this does not: the text is the same.
 *
 * The time is linear in the page, but for a factor of MAX_DEPTH in the worst case.
 */

/* What is nested deeper is not nested: browsers have the same limit. */
#define MAX_DEPTH 512

/* A page of 50 MB of prose has a million; each takes some 130 bytes here and in the
 * search for the article. */
#define MAX_NODES 5000000u

/* No value that is looked at is longer. */
#define MAX_VALUE 2048

typedef struct
{
  DoubletHtmlTree *tree;
  const char      *p;
  const char      *limit;
  guint32          stack[MAX_DEPTH]; /* open elements, the root first */
  guint            depth;
  guint            n_open[DOUBLET_N_TAGS];
  gboolean         is_xml; /* "<p/>" is empty */
} Parser;

static const char *const keys[DOUBLET_HTML_N_KEYS] = {
  "aria-hidden", "class", "content", "hidden", "id", "itemprop", "lang", "name", "property", "rel", "role", "style", "type"
};

static guint
add_node (Parser        *self,
          DoubletHtmlTag tag)
{
  GArray          *nodes = self->tree->nodes;
  guint            index = nodes->len;
  guint            parent = self->stack[self->depth - 1];
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

static DoubletHtmlTag
get_open_tag (const Parser *self,
              guint         level)
{
  return doublet_html_tree_get (self->tree, self->stack[level])->tag;
}

static void
push (Parser *self,
      guint   node)
{
  if (self->depth == MAX_DEPTH)
    return;
  self->stack[self->depth++] = node;
  self->n_open[doublet_html_tree_get (self->tree, node)->tag]++;
}

static void
pop_to (Parser *self,
        guint   depth)
{
  while (self->depth > depth)
    self->n_open[get_open_tag (self, --self->depth)]--;
}

typedef gboolean (*TagFunc) (DoubletHtmlTag tag);

/* Ends the innermost open @tag, and all in it, unless an element that @is_border stands
 * between. */
static gboolean
close_tag (Parser        *self,
           DoubletHtmlTag tag,
           TagFunc        is_border)
{
  if (self->n_open[tag] == 0)
    return FALSE;
  for (guint level = self->depth - 1; level > 0; level--)
    {
      DoubletHtmlTag open = get_open_tag (self, level);

      if (open == tag)
        {
          pop_to (self, level);
          return TRUE;
        }
      if (is_border (open))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_block (DoubletHtmlTag tag)
{
  return (doublet_html_tag_get_flags (tag) & DOUBLET_TAG_IS_BLOCK) != 0;
}

static gboolean
is_table (DoubletHtmlTag tag)
{
  return tag == DOUBLET_TAG_TABLE;
}

static gboolean
is_cell (DoubletHtmlTag tag)
{
  return tag == DOUBLET_TAG_TABLE || tag == DOUBLET_TAG_TD || tag == DOUBLET_TAG_TH || tag == DOUBLET_TAG_CAPTION || tag == DOUBLET_TAG_SKIPPED;
}

static gboolean
is_list (DoubletHtmlTag tag)
{
  return tag == DOUBLET_TAG_UL || tag == DOUBLET_TAG_OL || is_cell (tag);
}

static gboolean
is_definition_list (DoubletHtmlTag tag)
{
  return tag == DOUBLET_TAG_DL || is_cell (tag);
}

static gboolean
is_never (DoubletHtmlTag tag)
{
  return FALSE;
}

/* Ends what cannot hold @tag. */
static void
imply_ends (Parser        *self,
            DoubletHtmlTag tag)
{
  static const DoubletHtmlTag parts[] = { DOUBLET_TAG_TD, DOUBLET_TAG_TH, DOUBLET_TAG_CAPTION, DOUBLET_TAG_TR, DOUBLET_TAG_TBODY };
  guint                       n_parts = 0;

  if (doublet_html_tag_get_flags (tag) & DOUBLET_TAG_CLOSES_P)
    {
      close_tag (self, DOUBLET_TAG_RT, is_block);
      close_tag (self, DOUBLET_TAG_P, is_cell);
    }

  if (tag == DOUBLET_TAG_LI)
    close_tag (self, DOUBLET_TAG_LI, is_list);
  else if (tag == DOUBLET_TAG_DD || tag == DOUBLET_TAG_DT)
    {
      if (!close_tag (self, DOUBLET_TAG_DD, is_definition_list))
        close_tag (self, DOUBLET_TAG_DT, is_definition_list);
    }
  else if (tag == DOUBLET_TAG_A || tag == DOUBLET_TAG_RT)
    close_tag (self, tag, is_block);
  else if (tag == DOUBLET_TAG_TD || tag == DOUBLET_TAG_TH)
    n_parts = 3;
  else if (tag == DOUBLET_TAG_TR)
    n_parts = 4;
  else if (tag == DOUBLET_TAG_TBODY || tag == DOUBLET_TAG_CAPTION)
    n_parts = 5;
  else if ((doublet_html_tag_get_flags (tag) & DOUBLET_TAG_IS_HEADING) && doublet_html_tag_get_flags (get_open_tag (self, self->depth - 1)) & DOUBLET_TAG_IS_HEADING)
    pop_to (self, self->depth - 1);

  for (guint i = 0; i < n_parts; i++)
    close_tag (self, parts[i], is_table);
}

static void
end_element (Parser        *self,
             DoubletHtmlTag tag)
{
  DoubletHtmlTagFlags tag_flags = doublet_html_tag_get_flags (tag);

  if (tag_flags & DOUBLET_TAG_IS_HEADING)
    {
      for (DoubletHtmlTag heading = DOUBLET_TAG_H1; heading <= DOUBLET_TAG_H6; heading++)
        if (close_tag (self, heading, is_cell))
          return;
    }
  else if (tag == DOUBLET_TAG_P || tag == DOUBLET_TAG_BR)
    {
      if (!close_tag (self, tag, is_cell))
        add_node (self, tag);
    }
  else if (tag == DOUBLET_TAG_TABLE)
    close_tag (self, tag, is_never);
  else if (tag_flags & DOUBLET_TAG_IS_TABLE)
    close_tag (self, tag, is_table);
  else if (tag == DOUBLET_TAG_LI)
    close_tag (self, tag, is_list);
  else if (tag_flags & DOUBLET_TAG_IS_BLOCK)
    close_tag (self, tag, is_cell);
  else if (tag == DOUBLET_TAG_SKIPPED || tag == DOUBLET_TAG_MEDIA)
    close_tag (self, tag, is_never);
  else if (tag != DOUBLET_TAG_NONE)
    close_tag (self, tag, is_block);
}

static DoubletHtmlRange
add_string (Parser     *self,
            const char *text,
            gsize       n_bytes,
            gboolean    is_attribute,
            gboolean    is_plain)
{
  GString         *strings = self->tree->strings;
  DoubletHtmlRange range = { strings->len, 0 };

  if (is_plain)
    g_string_append_len (strings, text, n_bytes);
  else
    doublet_html_append_resolved (strings, text, n_bytes, is_attribute);
  range.length = strings->len - range.start;
  g_string_append_c (strings, '\0');
  return range;
}

static void
add_text (Parser     *self,
          const char *text,
          gsize       n_bytes,
          gboolean    is_plain)
{
  guint node;

  if (n_bytes == 0)
    return;
  node = add_node (self, DOUBLET_TAG_TEXT);
  doublet_html_tree_get (self->tree, node)->text = add_string (self, text, n_bytes, FALSE, is_plain);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
skip_spaces (Parser *self)
{
  while (self->p < self->limit && is_space (*self->p))
    self->p++;
}

static const char *
skip_until (Parser     *self,
            const char *stops)
{
  const char *start = self->p;

  while (self->p < self->limit && strchr (stops, *self->p) == NULL)
    self->p++;
  return start;
}

static int
find_key (const char *name,
          gsize       length)
{
  if (length == 8 && g_ascii_strncasecmp (name, "xml:lang", 8) == 0)
    return DOUBLET_HTML_LANG;
  for (guint i = 0; i < DOUBLET_HTML_N_KEYS; i++)
    if (strlen (keys[i]) == length && g_ascii_strncasecmp (name, keys[i], length) == 0)
      return i;
  return -1;
}

/* To the node that was made last, as long as nothing came into it; the first of a name
 * counts. */
static void
add_attribute (Parser     *self,
               guint       node,
               int         key,
               const char *value,
               gsize       length)
{
  DoubletHtmlNode     *element = doublet_html_tree_get (self->tree, node);
  DoubletHtmlAttribute attribute = { (DoubletHtmlKey)key, { 0, 0 } };

  for (guint i = 0; i < element->n_attributes; i++)
    if ((int)g_array_index (self->tree->attributes, DoubletHtmlAttribute, element->first_attribute + i).key == key)
      return;
  length = MIN (length, MAX_VALUE);
  while (length > 0 && length == MAX_VALUE && ((guchar)value[length] & 0xc0) == 0x80)
    length--;
  attribute.value = add_string (self, value, length, TRUE, FALSE);
  element->n_attributes++;
  g_array_append_val (self->tree->attributes, attribute);
}

/* Reads to the end of a start tag; @node 0 has its attributes dropped.  Returns whether
 * it ended with "/>". */
static gboolean
read_attributes (Parser  *self,
                 gboolean keep,
                 guint    node)
{
  gboolean is_empty = FALSE;

  for (;;)
    {
      const char *name;
      gsize       name_length;
      const char *value = "";
      gsize       length = 0;
      int         key;

      skip_spaces (self);
      if (self->p == self->limit || *self->p == '>')
        break;
      if (*self->p == '/')
        {
          self->p++;
          is_empty = self->p < self->limit && *self->p == '>';
          continue;
        }
      name = self->p++;
      skip_until (self, " \t\n\r\f/>=");
      name_length = self->p - name;
      skip_spaces (self);
      if (self->p < self->limit && *self->p == '=')
        {
          self->p++;
          skip_spaces (self);
          if (self->p < self->limit && (*self->p == '"' || *self->p == '\''))
            {
              const char *end = memchr (self->p + 1, *self->p, self->limit - self->p - 1);

              value = self->p + 1;
              length = (end != NULL ? end : self->limit) - value;
              self->p = end != NULL ? end + 1 : self->limit;
            }
          else
            {
              value = skip_until (self, " \t\n\r\f>");
              length = self->p - value;
            }
        }
      key = keep ? find_key (name, name_length) : -1;
      if (key >= 0)
        add_attribute (self, node, key, value, length);
    }
  if (self->p < self->limit)
    self->p++;
  return is_empty;
}

/* What stands before the end tag @name, which is read too. */
static void
read_raw (Parser        *self,
          const char    *name,
          gsize          name_length,
          DoubletHtmlTag tag)
{
  const char *start = self->p;
  const char *end;

  for (end = start; (end = memchr (end, '<', self->limit - end)) != NULL; end++)
    if ((gsize)(self->limit - end) > name_length + 1 && end[1] == '/' &&
        g_ascii_strncasecmp (end + 2, name, name_length) == 0 && !g_ascii_isalnum (end[2 + name_length]))
      break;
  if (end == NULL)
    end = self->limit;
  if (tag == DOUBLET_TAG_SCRIPT || tag == DOUBLET_TAG_TITLE)
    add_text (self, start, end - start, tag == DOUBLET_TAG_SCRIPT);
  self->p = end;
}

static void
read_start_tag (Parser *self)
{
  const char         *name = ++self->p;
  gsize               length;
  DoubletHtmlTag      tag;
  DoubletHtmlTagFlags tag_flags;
  guint               node;
  gboolean            is_empty;

  skip_until (self, " \t\n\r\f/>");
  length = self->p - name;
  tag = doublet_html_tag_find (name, length);
  tag_flags = doublet_html_tag_get_flags (tag);

  if (tag == DOUBLET_TAG_NONE || tag == DOUBLET_TAG_HTML)
    {
      /* The root can take its attributes only as the first of all. */
      read_attributes (self, tag == DOUBLET_TAG_HTML && self->tree->attributes->len == doublet_html_tree_get (self->tree, 0)->n_attributes, 0);
      return;
    }
  imply_ends (self, tag);
  node = add_node (self, tag);
  is_empty = read_attributes (self, TRUE, node);
  if (tag_flags & DOUBLET_TAG_IS_VOID)
    return;
  if (is_empty && (self->is_xml || (self->n_open[DOUBLET_TAG_SKIPPED] > 0 && (tag_flags & DOUBLET_TAG_IS_RAW))))
    return;
  if (tag_flags & DOUBLET_TAG_IS_RAW)
    {
      if (self->depth == MAX_DEPTH)
        pop_to (self, MAX_DEPTH - 1);
      push (self, node);
      read_raw (self, name, length, tag);
      pop_to (self, self->depth - 1);
      return;
    }
  push (self, node);
}

static void
read_end_tag (Parser *self)
{
  const char *name;
  const char *end;

  self->p += 2;
  name = skip_until (self, " \t\n\r\f/>");
  end_element (self, doublet_html_tag_find (name, self->p - name));
  end = memchr (self->p, '>', self->limit - self->p);
  self->p = end != NULL ? end + 1 : self->limit;
}

static void
read_comment (Parser *self)
{
  const char *end = self->p + 4;

  /* "<!-->" and "<!--->" are whole. */
  if (end < self->limit && *end == '>')
    self->p = end + 1;
  else if (end + 1 < self->limit && end[0] == '-' && end[1] == '>')
    self->p = end + 2;
  else
    {
      while ((end = memchr (end, '-', self->limit - end)) != NULL)
        {
          if (self->limit - end >= 3 && memcmp (end, "-->", 3) == 0)
            break;
          if (self->limit - end >= 4 && memcmp (end, "--!>", 4) == 0)
            break;
          end++;
        }
      end = end != NULL ? memchr (end, '>', self->limit - end) : NULL;
      self->p = end != NULL ? end + 1 : self->limit;
    }
}

/* At "<!", "<?" or "</" without a name. */
static void
read_declaration (Parser *self)
{
  gsize       left = self->limit - self->p;
  const char *end;

  if (left >= 4 && memcmp (self->p, "<!--", 4) == 0)
    {
      read_comment (self);
      return;
    }
  if (self->is_xml && left >= 9 && memcmp (self->p, "<![CDATA[", 9) == 0)
    {
      end = g_strstr_len (self->p, left, "]]>");
      add_text (self, self->p + 9, (end != NULL ? end : self->limit) - self->p - 9, TRUE);
      self->p = end != NULL ? end + 3 : self->limit;
      return;
    }
  end = memchr (self->p, '>', left);
  self->p = end != NULL ? end + 1 : self->limit;
}

static void
read_markup (Parser *self)
{
  char next = self->limit - self->p > 1 ? self->p[1] : '\0';

  if (g_ascii_isalpha (next))
    read_start_tag (self);
  else if (next == '/' && self->limit - self->p > 2 && g_ascii_isalpha (self->p[2]))
    read_end_tag (self);
  else if (next == '!' || next == '?' || next == '/')
    read_declaration (self);
  else
    {
      add_text (self, self->p, 1, TRUE);
      self->p++;
    }
}

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
  Parser         *parser = g_new0 (Parser, 1);
  DoubletHtmlNode root = { .tag = DOUBLET_TAG_ROOT };
  guint           count = 0;
  gboolean        cancelled = FALSE;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (DoubletHtmlNode));
  self->attributes = g_array_new (FALSE, FALSE, sizeof (DoubletHtmlAttribute));
  self->strings = g_string_sized_new (n_bytes);
  g_array_append_val (self->nodes, root);

  parser->tree = self;
  parser->p = text;
  parser->limit = text + n_bytes;
  parser->depth = 1;
  skip_spaces (parser);
  parser->is_xml = parser->limit - parser->p > 5 && memcmp (parser->p, "<?xml", 5) == 0;

  while (parser->p < parser->limit && !cancelled && self->nodes->len < MAX_NODES)
    {
      const char *sign = memchr (parser->p, '<', parser->limit - parser->p);
      const char *end = sign != NULL ? sign : parser->limit;

      add_text (parser, parser->p, end - parser->p, FALSE);
      parser->p = end;
      if (end < parser->limit)
        read_markup (parser);
      cancelled = DOUBLET_PROGRESS_CHECK (progress, ++count);
    }
  self->is_cut = parser->p < parser->limit;
  g_free (parser);
  return !cancelled;
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
