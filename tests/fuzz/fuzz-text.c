/* fuzz-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "charset-names.h"
#include "loader.h"

#include <string.h>

/*
 * A whole load of plain text: the first byte chooses the character set that is asked
 * for (0 for none), the rest is the file.
 */

static void
check_article (const DoubletArticle *article,
               const guint8         *file,
               gsize                 n_file)
{
  gsize               n_bytes;
  const char         *text = doublet_article_get_text (article, &n_bytes);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);
  gsize               end = 0;

  g_assert_true (g_utf8_validate_len (text, n_bytes, NULL));
  g_assert_cmpuint (n_blocks, >, 0);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_assert_cmpuint (blocks[i].start, >=, end);
      g_assert_cmpuint (blocks[i].start, <, blocks[i].end);
      end = blocks[i].end;
    }
  g_assert_cmpuint (end, <=, n_bytes);

  /* What is UTF-8 and neither guessed nor mended is the file itself. */
  if (strcmp (doublet_article_get_charset (article), "UTF-8") == 0 &&
      !doublet_article_get_charset_guessed (article) && doublet_article_get_incomplete (article) == NULL)
    {
      gsize mark = n_file - n_bytes;

      g_assert_true (mark == 0 || mark == 3);
      g_assert_cmpmem (text, n_bytes, file + mark, n_file - mark);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  guint                 n_charsets;
  const DoubletCharset *charsets = doublet_charset_get_all (&n_charsets);
  DoubletLoadOptions    options = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;

  if (data[0] % (n_charsets + 1) > 0)
    options.charset = charsets[data[0] % (n_charsets + 1) - 1].name;

  bytes = g_bytes_new (data + 1, size - 1);
  article = doublet_loader_load_bytes (bytes, "article.txt", NULL, &options, NULL, &error);

  g_assert_true ((article != NULL) != (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
  else
    check_article (article, data + 1, size - 1);

  return 0;
}
