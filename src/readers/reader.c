/* reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader.h"

#include "load-error.h"
#include "load-limits.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MB ((gsize)1024 * 1024)

/**
 * doublet_reader_find:
 * @readers: a table
 * @format: the id of a format
 *
 * Returns: (transfer none) (nullable): the reader of it
 */
const DoubletReader *
doublet_reader_find (const DoubletReader *readers,
                     const char          *format)
{
  for (const DoubletReader *reader = readers; reader->format != NULL; reader++)
    if (strcmp (reader->format, format) == 0)
      return reader;
  return NULL;
}

/**
 * doublet_reader_get_memory:
 * @self: a reader
 * @n_bytes: how long the document is
 *
 * Returns: how many bytes of memory it may use
 */
gsize
doublet_reader_get_memory (const DoubletReader *self,
                           gsize                n_bytes)
{
  gsize mb = self->memory_mb + (n_bytes / MB + 1) * self->memory_mb_per_mb;

  return MIN (mb, DOUBLET_READER_MAX_MEMORY_MB) * MB;
}

/**
 * doublet_reader_finish:
 * @builder: what was read; afterwards it can only be freed
 * @name: what people call the article
 * @source: (nullable): where it came from
 * @error: return location for an error
 *
 * What every reader does at its end: an article without words, or beyond the limits,
 * is none.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_reader_finish (DoubletArticleBuilder *builder,
                       const char            *name,
                       const char            *source,
                       GError               **error)
{
  g_autoptr (DoubletArticle) article = doublet_article_builder_finish (builder, name, source);
  guint n_blocks;

  doublet_article_get_blocks (article, &n_blocks);
  if (n_blocks == 0)
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_EMPTY, _ ("There are no words in it."));
  else if (doublet_article_get_offset_map (article)->n_chars > DOUBLET_LIMIT_ARTICLE_CHARS)
    g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                 /* Translators: %d is a number, such as 50 */
                 _ ("It has more than %d million characters, which is the most that Doublet reads."),
                 DOUBLET_LIMIT_ARTICLE_MILLION_CHARS);
  else if (n_blocks > DOUBLET_LIMIT_ARTICLE_BLOCKS)
    g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                 /* Translators: %d is a number, such as 2 */
                 _ ("It has more than %d million paragraphs, which is the most that Doublet reads."),
                 DOUBLET_LIMIT_ARTICLE_MILLION_BLOCKS);
  else
    return g_steal_pointer (&article);
  return NULL;
}
