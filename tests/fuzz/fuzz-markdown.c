/* fuzz-markdown.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "markdown-reader.h"
#include "load-error.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const DoubletLoadOptions options = { .whole_page = size % 2 };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = doublet_markdown_reader_load (bytes, "", NULL, &options, NULL, &error);

  g_assert_true ((article != NULL) != (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
  return 0;
}
