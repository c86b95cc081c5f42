/* rtf-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-reader.h"

#include "charset-names.h"
#include "load-error.h"
#include "load-limits.h"
#include "rtf-code-pages.h"
#include "rtf-document.h"
#include "rtf-lexer.h"
#include "rtf-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Every document begins so. */
static const char signature[] = "{\\rtf";

/* Some programs put a mark or empty lines before it. */
#define MAX_BEFORE 64

static const guint8 *
find_beginning (const guint8 *data,
                gsize         n_bytes)
{
  const gsize n_signature = strlen (signature);

  for (gsize i = 0; i < MAX_BEFORE && i + n_signature <= n_bytes; i++)
    if (memcmp (data + i, signature, n_signature) == 0)
      return data + i;
  return NULL;
}

static gboolean
find_charset (const DoubletLoadOptions *options,
              const DoubletCharset    **charset,
              GError                  **error)
{
  *charset = NULL;
  if (options == NULL || options->charset == NULL)
    return TRUE;

  *charset = doublet_charset_find (options->charset);
  if (*charset != NULL)
    return TRUE;

  g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET,
                       _ ("This character set is not known here."));
  return FALSE;
}

/**
 * doublet_rtf_reader_prepare:
 * @bytes: a document
 * @options: (nullable): how to read it
 *
 * Loads what the code pages that the document names need, so that
 * doublet_rtf_reader_load() has no file to open.
 */
void
doublet_rtf_reader_prepare (GBytes                   *bytes,
                            const DoubletLoadOptions *options)
{
  gsize           n_bytes;
  const guint8   *data = g_bytes_get_data (bytes, &n_bytes);
  const guint8   *beginning = find_beginning (data, n_bytes);
  DoubletRtfLexer lexer;
  DoubletRtfToken token;

  if (beginning == NULL)
    return;

  doublet_code_page_prepare (DOUBLET_CODE_PAGE_WESTERN);
  doublet_code_page_prepare_charset (options != NULL && options->charset != NULL
                                       ? doublet_charset_find (options->charset)
                                       : NULL);

  doublet_rtf_lexer_init (&lexer, beginning, n_bytes - (gsize)(beginning - data));
  for (doublet_rtf_lexer_next (&lexer, &token); token.kind != DOUBLET_RTF_END;
       doublet_rtf_lexer_next (&lexer, &token))
    {
      guint            value;
      DoubletRtfAction action = DOUBLET_RTF_NOTHING;

      if (token.kind == DOUBLET_RTF_WORD)
        action = doublet_rtf_words_find (token.word, &value);

      if (action == DOUBLET_RTF_PAGE)
        doublet_code_page_prepare (value);
      else if (action == DOUBLET_RTF_ANSI_PAGE || action == DOUBLET_RTF_FONT_PAGE)
        doublet_code_page_prepare ((guint)token.number);
      else if (action == DOUBLET_RTF_FONT_CHARSET)
        doublet_code_page_prepare (doublet_code_page_of_font (token.number));
    }
}

/**
 * doublet_rtf_reader_load:
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes an article of a document in the Rich Text Format.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_rtf_reader_load (GBytes                   *bytes,
                         const char               *name,
                         const char               *source,
                         const DoubletLoadOptions *options,
                         const DoubletProgress    *progress,
                         GError                  **error)
{
  gsize                 n_bytes;
  const guint8         *data = g_bytes_get_data (bytes, &n_bytes);
  const guint8         *beginning = find_beginning (data, n_bytes);
  const DoubletCharset *charset;
  g_autoptr (DoubletArticleBuilder) builder = NULL;

  if (beginning == NULL)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN,
                           _ ("This is no rich text document (RTF), although it is called one."));
      return NULL;
    }
  if (!find_charset (options, &charset, error))
    return NULL;

  builder = doublet_article_builder_new ("rtf");
  if (!doublet_rtf_document_read (beginning, n_bytes - (beginning - data), charset, options, builder, progress, error))
    return NULL;

  if (doublet_article_builder_get_n_bytes (builder) == 0)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_EMPTY,
                           _ ("There are no words in it."));
      return NULL;
    }
  return doublet_article_builder_finish (builder, name, source);
}
