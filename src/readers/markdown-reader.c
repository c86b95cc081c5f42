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
#include "reader.h"

#include <cmark.h>
#include <string.h>

/*
 * CommonMark by cmark, whose tree and iterator know no recursion.  Mark-up goes, words
 * stay, those of code and of raw HTML as well.
 */

/* Where the iterator is. */
typedef struct
{
  DoubletArticleBuilder *builder;
  guint                  list_depth;
  guint                  quotation_depth;
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
append (Walk       *walk,
        const char *text)
{
  if (text != NULL)
    doublet_article_builder_append (walk->builder, text, strlen (text));
}

static void
begin_paragraph (Walk *walk)
{
  if (walk->list_depth > 0)
    doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_LIST_ITEM, walk->list_depth);
  else if (walk->quotation_depth > 0)
    doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_QUOTATION, 0);
  else
    doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_PARAGRAPH, 0);
}

/* Blank lines part blocks of code as they part paragraphs. */
static void
append_code (Walk       *walk,
             const char *code)
{
  g_auto (GStrv) pieces = g_strsplit (code != NULL ? code : "", "\n\n", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      begin_paragraph (walk);
      append (walk, pieces[i]);
    }
  doublet_article_builder_end_block (walk->builder);
}

/* What stands between tags and comments. */
static void
append_html (Walk       *walk,
             const char *html)
{
  g_autoptr (GString) text = g_string_new (NULL);

  begin_paragraph (walk);
  while (html != NULL && *html != '\0')
    {
      gsize       length = strcspn (html, "<");
      const char *end;

      doublet_html_append_resolved (text, html, length, FALSE);
      html += length;
      if (*html == '\0')
        break;
      end = g_str_has_prefix (html, "<!--") ? strstr (html, "-->") : strchr (html, '>');
      g_string_append_c (text, ' ');
      html = end != NULL ? strchr (end, '>') + 1 : html + strlen (html);
    }
  append (walk, text->str);
  doublet_article_builder_end_block (walk->builder);
}

static void
enter (Walk       *walk,
       cmark_node *node)
{
  switch ((int)cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      doublet_article_builder_begin_block (walk->builder, DOUBLET_BLOCK_HEADING, cmark_node_get_heading_level (node));
      break;
    case CMARK_NODE_PARAGRAPH:
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
    case CMARK_NODE_CODE:
      append (walk, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_INLINE:
      if (g_ascii_strncasecmp (cmark_node_get_literal (node), "<br", 3) == 0)
        doublet_article_builder_append_space (walk->builder);
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      doublet_article_builder_append_space (walk->builder);
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
  Walk                walk = { 0 };
  gsize               start;
  cmark_node         *root;
  gboolean            walked;

  if (!doublet_charset_decode (data, n_bytes, options != NULL ? options->charset : NULL, &decoded, &found, progress, error))
    return NULL;

  builder = doublet_article_builder_new ("markdown");
  doublet_article_builder_set_charset (builder, found.name, found.guessed);
  start = doublet_front_matter_read (decoded.text, decoded.n_bytes, builder);

  walk.builder = builder;
  root = cmark_parse_document (decoded.text + start, decoded.n_bytes - start, CMARK_OPT_DEFAULT);
  walked = walk_tree (&walk, root, progress);
  cmark_node_free (root);
  if (!walked)
    {
      doublet_load_error_set_cancelled (error);
      return NULL;
    }
  return doublet_reader_finish (builder, name, source, error);
}
