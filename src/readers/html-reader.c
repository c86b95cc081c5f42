/* html-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-reader.h"

#include "charset.h"
#include "html-article.h"
#include "html-blocks.h"
#include "html-charset.h"
#include "html-metadata.h"
#include "load-error.h"
#include "reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * A web page, as an article: decoded (charset), parsed (tree), the article found in it
 * (article), written down (blocks).
 */

/**
 * doublet_html_reader_prepare:
 * @bytes: what the file holds
 * @options: (nullable): how to read it
 */
void
doublet_html_reader_prepare (GBytes                   *bytes,
                             const DoubletLoadOptions *options)
{
  gsize            n_bytes;
  const guint8    *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *declared = doublet_html_dup_charset (data, n_bytes);

  doublet_charset_prepare (data, n_bytes, options != NULL && options->charset != NULL ? options->charset : declared);
}

static gboolean
decode (GBytes                   *bytes,
        const DoubletLoadOptions *options,
        DoubletDecoded           *decoded,
        DoubletCharsetFound      *found,
        const DoubletProgress    *progress,
        GError                  **error)
{
  gsize            n_bytes;
  const guint8    *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *declared = NULL;

  if (options != NULL && options->charset != NULL)
    return doublet_charset_decode (data, n_bytes, options->charset, decoded, found, progress, error);

  /* A page may lie about itself. */
  declared = doublet_html_dup_charset (data, n_bytes);
  return (declared != NULL && doublet_charset_decode (data, n_bytes, declared, decoded, found, progress, NULL)) ||
         doublet_charset_decode (data, n_bytes, NULL, decoded, found, progress, error);
}

static gboolean
is_in_any (const DoubletHtmlTree *tree,
           const GArray          *parts,
           guint                  node)
{
  for (guint i = 0; i < parts->len; i++)
    {
      guint part = g_array_index (parts, guint, i);
      guint up = node;

      while (up > part)
        up = doublet_html_tree_get (tree, up)->parent;
      if (up == part)
        return TRUE;
    }
  return FALSE;
}

static void
append_article (const DoubletHtmlTree *tree,
                guint8                *is_left_out,
                guint                  headline,
                DoubletArticleBuilder *builder)
{
  g_autoptr (GArray) parts = doublet_html_find_article (tree, headline, is_left_out);

  if (headline != 0 && (is_left_out[headline] || !is_in_any (tree, parts, headline)))
    {
      is_left_out[headline] = 0;
      doublet_html_append_text (tree, headline, is_left_out, builder);
    }
  for (guint i = 0; i < parts->len; i++)
    doublet_html_append_text (tree, g_array_index (parts, guint, i), is_left_out, builder);
}

/**
 * doublet_html_reader_load:
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes an article of a web page.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_html_reader_load (GBytes                   *bytes,
                          const char               *name,
                          const char               *source,
                          const DoubletLoadOptions *options,
                          const DoubletProgress    *progress,
                          GError                  **error)
{
  g_auto (DoubletDecoded) decoded = { 0 };
  g_auto (DoubletHtmlTree) tree = { 0 };
  g_auto (DoubletHtmlLinkedData) linked = { 0 };
  g_autoptr (DoubletArticleBuilder) builder = NULL;
  g_autofree guint8  *is_left_out = NULL;
  g_autofree char    *title = NULL;
  DoubletCharsetFound found;
  guint               headline;

  if (!decode (bytes, options, &decoded, &found, progress, error))
    return NULL;
  if (!doublet_html_tree_parse (&tree, decoded.text, decoded.n_bytes, progress))
    {
      doublet_load_error_set_cancelled (error);
      return NULL;
    }

  builder = doublet_article_builder_new ("html");
  doublet_html_linked_data_read (&linked, &tree);
  title = doublet_html_dup_title (&tree, &linked);
  doublet_article_builder_set_charset (builder, found.name, found.guessed);
  doublet_html_take_language (&tree, builder);
  if (tree.is_cut)
    doublet_article_builder_set_incomplete (builder, _ ("The page is too complicated: its end was not read."));
  if (tree.is_broken)
    doublet_article_builder_set_incomplete (builder, _ ("The page is damaged: a comment or a tag in it has no end, so what follows was not read."));

  is_left_out = g_new0 (guint8, tree.nodes->len);
  doublet_html_hide_silent (&tree, is_left_out);
  headline = doublet_html_find_headline (&tree, is_left_out, title);
  if (title == NULL && headline != 0)
    title = doublet_html_dup_headline (&tree, is_left_out, headline);
  doublet_article_builder_set_title (builder, title);
  doublet_html_take_byline (&tree, is_left_out, headline, &linked, builder);
  if (options == NULL || !options->whole_page)
    append_article (&tree, is_left_out, headline, builder);
  if (doublet_article_builder_get_n_bytes (builder) == 0)
    {
      memset (is_left_out, 0, tree.nodes->len);
      doublet_html_hide_silent (&tree, is_left_out);
      doublet_html_append_text (&tree, 0, is_left_out, builder);
    }
  return doublet_reader_finish (builder, name, source, error);
}
