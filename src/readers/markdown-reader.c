/* markdown-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "markdown-reader.h"

#include "charset.h"
#include "front-matter.h"
#include "html-references.h"
#include "load-error.h"
#include "markdown-source.h"
#include "reader.h"

#include <cmark.h>
#include <string.h>

/*
 * CommonMark by cmark, whose tree and iterator know no recursion; tables and notes are
 * made ready for it by markdown-source.c.  Mark-up goes, words stay, those of code and
 * of raw HTML as well.
 */

/* Where the iterator is. */
typedef struct
{
  DoubletArticleBuilder *builder;
  guint                  list_depth;
  guint                  quotation_depth;
  gboolean               in_table;
  gboolean               in_rule; /* of the table, below its head */
  gunichar               last;    /* of the paragraph's text so far; 0 at its start */
} Walk;

/**
 * doublet_markdown_reader_prepare:
 * @bytes: what the file holds
 * @options: (nullable): how to read it
 */
void
doublet_markdown_reader_prepare (GBytes                   *bytes,
                                 const DoubletLoadOptions *options)
{
  gsize         n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  doublet_charset_prepare (data, n_bytes, options != NULL ? options->charset : NULL);
}

static void
begin_paragraph (Walk *walk)
{
  if (walk->in_table)
    doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_TABLE_CELL, 0);
  else if (walk->list_depth > 0)
    doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_LIST_ITEM, walk->list_depth);
  else if (walk->quotation_depth > 0)
    doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_QUOTATION, 0);
  else
    doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_PARAGRAPH, 0);
}

static void
append (Walk       *walk,
        const char *text)
{
  if (text != NULL)
    doublet_article_builder_append (walk->builder, text, strlen (text));
}

/* "~~" around text that is struck through: two signs, with a word on exactly one side. */
static gboolean
is_strike (const Walk *walk,
           const char *p)
{
  gunichar next;

  if (p[0] != '~' || p[1] != '~' || p[2] == '~' || walk->last == '~')
    return FALSE;
  next = g_utf8_get_char (p + 2);
  return (next != 0 && !g_unichar_isspace (next)) || (walk->last != 0 && !g_unichar_isspace (walk->last));
}

static void
append_text (Walk       *walk,
             const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      if (walk->in_table && *p == DOUBLET_MARKDOWN_RULE)
        walk->in_rule = TRUE;
      if (walk->in_rule)
        continue;
      if (walk->in_table && *p == DOUBLET_MARKDOWN_BORDER)
        begin_paragraph (walk);
      else if (is_strike (walk, p))
        p++;
      else
        doublet_article_builder_append (walk->builder, p, g_utf8_next_char (p) - p);
      walk->last = g_utf8_get_char (p);
    }
}

/* What stands for something else in tables is itself again. */
static char *
dup_source (const char *text)
{
  GString *source = g_string_new (NULL);

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (*p != DOUBLET_MARKDOWN_RULE)
      g_string_append_c (source, *p == DOUBLET_MARKDOWN_BORDER ? '|' : *p);
  return g_string_free (source, FALSE);
}

/* Blank lines part blocks of code as they part paragraphs. */
static void
append_code (Walk       *walk,
             const char *code)
{
  g_autofree char *source = dup_source (code);
  g_auto (GStrv) pieces = g_strsplit (source, "\n\n", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      begin_paragraph (walk);
      append (walk, pieces[i]);
    }
  doublet_article_builder_end_block (walk->builder);
}

/* Whether a tag of this name, or its end, stands inside a line of text. */
static gboolean
is_inline_tag (const char *name,
               gsize       length)
{
  static const char *const names[] = { "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font",
                                       "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
                                       "sub", "sup", "time", "tt", "u", "var", "wbr" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_tag (const char *html,
        const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (html, name, length) == 0 && !g_ascii_isalnum (html[length]);
}

/* Behind the end of the element that holds no text for reading. */
static const char *
skip_element (const char *html,
              const char *end_tag)
{
  while ((html = strchr (html, '<')) != NULL && !is_tag (html, end_tag))
    html++;
  return html;
}

/* Behind the tag or comment at @html; NULL if it does not end. */
static const char *
skip_tag (Walk       *walk,
          const char *html)
{
  const char *name = html + 1 + (html[1] == '/');
  const char *end;

  if (g_str_has_prefix (html, "<!--"))
    {
      end = strstr (html + 4, "-->");
      return end != NULL ? end + 3 : NULL;
    }
  if (is_tag (html, "<script"))
    html = skip_element (html, "</script");
  else if (is_tag (html, "<style"))
    html = skip_element (html, "</style");
  else if (is_tag (html, "<br"))
    doublet_article_builder_append_space (walk->builder);
  else if (!is_inline_tag (name, strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")))
    begin_paragraph (walk);

  end = html != NULL ? strchr (html, '>') : NULL;
  return end != NULL ? end + 1 : NULL;
}

/* What stands between tags and comments. */
static void
append_html (Walk       *walk,
             const char *literal)
{
  g_autofree char *source = dup_source (literal);
  const char      *html = source;

  begin_paragraph (walk);
  while (html != NULL && *html != '\0')
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gsize length = strcspn (html + 1, "<") + 1;

      if (*html == '<' && (g_ascii_isalpha (html[1]) || strchr ("/!?", html[1]) != NULL))
        html = skip_tag (walk, html);
      else
        {
          doublet_html_append_resolved (text, html, length, FALSE);
          append (walk, text->str);
          html += length;
        }
    }
  doublet_article_builder_end_block (walk->builder);
}

/* Whether the paragraph is the head of a table and what follows. */
static gboolean
is_table (cmark_node *paragraph)
{
  for (cmark_node *node = cmark_node_first_child (paragraph); node != NULL; node = cmark_node_next (node))
    if (cmark_node_get_type (node) == CMARK_NODE_TEXT && strchr (cmark_node_get_literal (node), DOUBLET_MARKDOWN_RULE) != NULL)
      return TRUE;
  return FALSE;
}

/* A row of a table ends, or a line. */
static void
end_line (Walk *walk)
{
  walk->in_rule = FALSE;
  walk->last = ' ';
  if (walk->in_table)
    begin_paragraph (walk);
  else
    doublet_article_builder_append_space (walk->builder);
}

static void
append_inline_code (Walk       *walk,
                    const char *literal)
{
  g_autofree char *source = walk->in_table ? g_strdup (literal) : dup_source (literal);

  if (walk->in_table)
    append_text (walk, source);
  else
    append (walk, source);
  walk->last = 'x';
}

static void
enter (Walk       *walk,
       cmark_node *node)
{
  switch ((int)cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      walk->last = 0;
      doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_HEADING, cmark_node_get_heading_level (node));
      break;
    case CMARK_NODE_PARAGRAPH:
      walk->last = 0;
      walk->in_table = is_table (node);
      begin_paragraph (walk);
      break;
    case CMARK_NODE_LIST:
      walk->list_depth++;
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      walk->quotation_depth++;
      break;
    case CMARK_NODE_CODE_BLOCK:
      append_code (walk, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      append_html (walk, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_TEXT:
      append_text (walk, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      append_inline_code (walk, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_INLINE:
      if (g_ascii_strncasecmp (cmark_node_get_literal (node), "<br", 3) == 0)
        doublet_article_builder_append_space (walk->builder);
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      end_line (walk);
      break;
    default:
      break;
    }
}

static void
leave (Walk       *walk,
       cmark_node *node)
{
  switch ((int)cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH:
      doublet_article_builder_end_block (walk->builder);
      walk->in_table = walk->in_rule = FALSE;
      break;
    case CMARK_NODE_LIST:
      walk->list_depth--;
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      walk->quotation_depth--;
      break;
    default:
      break;
    }
}

static gboolean
walk_tree (Walk                  *walk,
           cmark_node            *root,
           const DoubletProgress *progress)
{
  cmark_iter      *iter = cmark_iter_new (root);
  cmark_event_type event;
  guint            count = 0;
  gboolean         cancelled = FALSE;

  while (!cancelled && (event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        enter (walk, cmark_iter_get_node (iter));
      else
        leave (walk, cmark_iter_get_node (iter));
      cancelled = DOUBLET_PROGRESS_CHECK (progress, ++count);
    }
  cmark_iter_free (iter);
  return !cancelled;
}

static char *
dup_text (cmark_node *heading)
{
  GString         *text = g_string_new (NULL);
  cmark_iter      *iter = cmark_iter_new (heading);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      const char *literal = cmark_node_get_literal (cmark_iter_get_node (iter));

      if (event == CMARK_EVENT_ENTER && literal != NULL)
        g_string_append (text, literal);
    }
  cmark_iter_free (iter);
  return g_strstrip (g_string_free (text, FALSE));
}

/* Whether the text begins with a headline, or has this one anywhere. */
static gboolean
has_headline (cmark_node *root,
              const char *title)
{
  cmark_node *first = cmark_node_first_child (root);

  for (cmark_node *node = first; node != NULL; node = cmark_node_next (node))
    if (cmark_node_get_type (node) == CMARK_NODE_HEADING && cmark_node_get_heading_level (node) == 1)
      {
        g_autofree char *text = dup_text (node);

        if (node == first || strcmp (text, title) == 0)
          return TRUE;
      }
  return FALSE;
}

/* The headline of many articles stands nowhere but in the front matter. */
static void
append_title (DoubletArticleBuilder *builder,
              const char            *title,
              cmark_node            *root)
{
  if (title == NULL || has_headline (root, title))
    return;
  doublet_article_builder_begin_block (builder, DOUBLET_BLOCK_HEADING, 1);
  doublet_article_builder_append (builder, title, strlen (title));
  doublet_article_builder_end_block (builder);
}

static gboolean
read_source (DoubletArticleBuilder *builder,
             const char            *source,
             const char            *title,
             const DoubletProgress *progress)
{
  Walk        walk = { .builder = builder };
  cmark_node *root = cmark_parse_document (source, strlen (source), CMARK_OPT_DEFAULT);
  gboolean    walked;

  append_title (builder, title, root);
  walked = walk_tree (&walk, root, progress);
  cmark_node_free (root);
  return walked;
}

/* The text, and behind it the notes. */
static gboolean
read_text (DoubletArticleBuilder *builder,
           const char            *text,
           gsize                  n_bytes,
           const char            *title,
           const DoubletProgress *progress)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *source = doublet_markdown_source_prepare (text, n_bytes, notes);
  gboolean         walked = read_source (builder, source, title, progress);

  for (guint i = 0; walked && i < notes->len; i++)
    walked = read_source (builder, g_ptr_array_index (notes, i), NULL, progress);
  return walked;
}

/**
 * doublet_markdown_reader_load:
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes an article of Markdown.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_markdown_reader_load (GBytes                   *bytes,
                              const char               *name,
                              const char               *source,
                              const DoubletLoadOptions *options,
                              const DoubletProgress    *progress,
                              GError                  **error)
{
  g_auto (DoubletDecoded) decoded = { 0 };
  g_autoptr (DoubletArticleBuilder) builder = NULL;
  DoubletCharsetFound found;
  gsize               n_bytes;
  const guint8       *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char    *title = NULL;
  gsize               start;

  if (!doublet_charset_decode (data, n_bytes, options != NULL ? options->charset : NULL, &decoded, &found, progress, error))
    return NULL;

  builder = doublet_article_builder_new ("markdown");
  doublet_article_builder_set_charset (builder, found.name, found.guessed);
  start = doublet_front_matter_read (decoded.text, decoded.n_bytes, builder, &title);

  if (!read_text (builder, decoded.text + start, decoded.n_bytes - start, title, progress))
    {
      doublet_load_error_set_cancelled (error);
      return NULL;
    }
  return doublet_reader_finish (builder, name, source, error);
}
