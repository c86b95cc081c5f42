/* fuzz-wire.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "article-wire.h"

#include <string.h>

/*
 * What a program that reads documents answers, after a document has taken it over.
 * What is taken of it must be an article as any other: written and read once more it
 * stays the same.
 */

static void
check_article (const DoubletArticle *article)
{
  gsize               n_bytes;
  const char         *text = doublet_article_get_text (article, &n_bytes);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);
  gsize               end = 0;

  g_assert_true (g_utf8_validate_len (text, n_bytes, NULL));
  for (guint i = 0; i < n_blocks; i++)
    {
      g_assert_cmpuint (blocks[i].start, >=, end);
      g_assert_cmpuint (blocks[i].start, <, blocks[i].end);
      g_assert_true (g_utf8_validate_len (text + blocks[i].start, blocks[i].end - blocks[i].start, NULL));
      end = blocks[i].end;
    }
  g_assert_cmpuint (end, <=, n_bytes);
  g_assert_true (g_utf8_validate (doublet_article_get_title (article), -1, NULL));
  if (doublet_article_get_byline (article) != NULL)
    g_assert_true (g_utf8_validate (doublet_article_get_byline (article), -1, NULL));
}

static void
check_round_trip (const DoubletArticle    *article,
                  const DoubletWireLimits *limits)
{
  g_autoptr (GBytes) bytes = doublet_article_wire_encode (article);
  g_autoptr (GBytes) again = NULL;
  g_auto (DoubletWireAnswer) answer = { 0 };

  g_assert_true (doublet_article_wire_decode (bytes, "name", NULL, "html", limits, &answer));
  g_assert_nonnull (answer.article);
  again = doublet_article_wire_encode (answer.article);
  g_assert_true (g_bytes_equal (bytes, again));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const DoubletWireLimits limits = { 1000, 100 };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_auto (DoubletWireAnswer) answer = { 0 };

  if (!doublet_article_wire_decode (bytes, "name", NULL, "html", &limits, &answer))
    {
      g_assert_null (answer.article);
      g_assert_null (answer.sentence);
      return 0;
    }

  g_assert_true ((answer.article != NULL) != (answer.sentence != NULL));
  if (answer.article != NULL)
    {
      check_article (answer.article);
      check_round_trip (answer.article, &limits);
    }
  else
    {
      g_assert_true (g_utf8_validate (answer.sentence, -1, NULL));
      g_assert_null (strchr (answer.sentence, '\n'));
    }
  return 0;
}
