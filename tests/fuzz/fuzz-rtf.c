/* fuzz-rtf.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "load-error.h"
#include "rtf-reader.h"

/* A whole load of rich text: the first byte's lowest bit chooses how tracked changes
 * are read, the rest is the file. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  DoubletLoadOptions options = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;

  options.tracked = (data[0] & 1) != 0 ? DOUBLET_TRACKED_ORIGINAL : DOUBLET_TRACKED_ACCEPTED;
  bytes = g_bytes_new (data + 1, size - 1);
  doublet_rtf_reader_prepare (bytes, &options);
  article = doublet_rtf_reader_load (bytes, "article.rtf", NULL, &options, NULL, &error);

  g_assert_true ((article != NULL) != (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
  else
    {
      gsize       n_bytes;
      const char *text = doublet_article_get_text (article, &n_bytes);

      g_assert_true (g_utf8_validate_len (text, (gssize)n_bytes, NULL));
      g_assert_cmpuint (n_bytes, >, 0);
    }
  return 0;
}
