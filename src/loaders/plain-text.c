/* plain-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plain-text.h"

#include "charset.h"
#include "load-error.h"
#include "paragraphs.h"

#include <glib/gi18n-lib.h>

/* What is no text shows by control characters: bytes at random make 10 % of them in
 * any single-byte set, and text has next to none. */
#define MAX_CONTROLS_PERCENT 5

/* More than this cannot be a damaged text. */
#define MAX_REPLACED_PERCENT 30

static gboolean
is_text (const DoubletDecoded *decoded,
         gboolean              charset_given)
{
  if (decoded->n_controls * 100 > decoded->n_chars * MAX_CONTROLS_PERCENT)
    return FALSE;

  /* A person who tries character sets sees for himself. */
  return charset_given || decoded->n_replaced * 100 <= decoded->n_chars * MAX_REPLACED_PERCENT;
}

static char *
describe_replaced (gsize n)
{
  if (n == 0)
    return NULL;

  return g_strdup_printf (ngettext (/* Translators: %lu is a number */
                                    "%lu character could not be decoded.",
                                    "%lu characters could not be decoded.", n),
                          (gulong)n);
}

/**
 * doublet_plain_text_load:
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Makes an article of plain text.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_plain_text_load (GBytes                   *bytes,
                         const char               *name,
                         const char               *source,
                         const DoubletLoadOptions *options,
                         const DoubletProgress    *progress,
                         GError                  **error)
{
  g_auto (DoubletDecoded) decoded = { 0 };
  DoubletCharsetFound  found;
  DoubletArticleFields fields = { 0 };
  const char          *charset = options != NULL ? options->charset : NULL;
  gsize                n_bytes;
  const guint8        *data = g_bytes_get_data (bytes, &n_bytes);

  if (!doublet_charset_decode (data, n_bytes, charset, &decoded, &found, progress, error))
    return NULL;

  if (!is_text (&decoded, charset != NULL))
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_TEXT,
                           _ ("This does not look like text."));
      return NULL;
    }

  if (!doublet_paragraphs_find (decoded.text, decoded.n_bytes, &fields.blocks, &fields.n_blocks,
                                progress, error))
    return NULL;

  if (fields.n_blocks == 0)
    {
      g_free (fields.blocks);
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_EMPTY,
                           _ ("There are no words in it."));
      return NULL;
    }

  fields.name = g_strdup (name);
  fields.source = g_strdup (source);
  fields.charset = g_strdup (found.name);
  fields.charset_guessed = found.guessed;
  fields.format = "text";
  fields.n_bytes = decoded.n_bytes;
  fields.n_chars = decoded.n_chars;
  fields.text = g_steal_pointer (&decoded.text);
  fields.incomplete = describe_replaced (decoded.n_replaced);
  return doublet_article_new (&fields);
}
