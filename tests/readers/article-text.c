/* article-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-text.h"

#include "load-error.h"

/**
 * article_text_describe:
 * @article: an article
 *
 * Returns: (transfer full): a line for each block: "p", "h2", "l1", "q", "c" or "t" and its text
 */
char *
article_text_describe (const DoubletArticle *article)
{
  static const char   letters[] = "phlqct";
  GString            *out = g_string_new (NULL);
  gsize               n_bytes;
  guint               n_blocks;
  const char         *text = doublet_article_get_text (article, &n_bytes);
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_string_append_c (out, letters[blocks[i].kind]);
      if (blocks[i].level > 0)
        g_string_append_printf (out, "%u", blocks[i].level);
      g_string_append_printf (out, " %.*s\n", (int)(blocks[i].end - blocks[i].start), text + blocks[i].start);
    }
  return g_string_free (out, FALSE);
}

/**
 * article_text_load:
 * @load: a reader
 * @bytes: a document
 * @tracked: which version to read
 *
 * Returns: (transfer full): the article, which there must be
 */
DoubletArticle *
article_text_load (DoubletLoadFunc load,
                   GBytes         *bytes,
                   DoubletTracked  tracked)
{
  DoubletLoadOptions options = { .tracked = tracked };
  g_autoptr (GError) error = NULL;
  DoubletArticle *article = load (bytes, "article", NULL, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);
  return article;
}

/**
 * article_text_assert_sound:
 * @load: a reader
 * @bytes: anything at all
 *
 * Checks that either version is a sound article or an error of ours.
 */
void
article_text_assert_sound (DoubletLoadFunc load,
                           GBytes         *bytes)
{
  for (guint i = 0; i < 2; i++)
    {
      DoubletLoadOptions options = { .tracked = i == 0 ? DOUBLET_TRACKED_ACCEPTED : DOUBLET_TRACKED_ORIGINAL };
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = load (bytes, "article", NULL, &options, NULL, &error);
      const DoubletBlock *blocks;
      const char         *text;
      gsize               n_bytes;
      guint               n_blocks;
      gsize               end = 0;

      g_assert_true ((article != NULL) != (error != NULL));
      if (article == NULL)
        {
          g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
          continue;
        }
      text = doublet_article_get_text (article, &n_bytes);
      g_assert_true (g_utf8_validate_len (text, n_bytes, NULL));
      blocks = doublet_article_get_blocks (article, &n_blocks);
      g_assert_cmpuint (n_blocks, >, 0);
      for (guint j = 0; j < n_blocks; j++)
        {
          g_assert_cmpuint (blocks[j].start, >=, end);
          g_assert_cmpuint (blocks[j].start, <, blocks[j].end);
          end = blocks[j].end;
        }
      g_assert_cmpuint (end, <=, n_bytes);
    }
}

/**
 * article_text_assert_cuts:
 * @load: a reader
 * @bytes: a document
 * @step: how many bytes to go on each time
 *
 * Checks every beginning of a document.
 */
void
article_text_assert_cuts (DoubletLoadFunc load,
                          GBytes         *bytes,
                          gsize           step)
{
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &n_bytes);

  for (gsize n = 0; n < n_bytes; n += step)
    {
      g_autoptr (GBytes) beginning = g_bytes_new (data, n);

      article_text_assert_sound (load, beginning);
    }
}

/**
 * article_text_assert_flips:
 * @load: a reader
 * @bytes: a document
 * @n_rounds: how often
 *
 * Checks a document with some bytes changed at random, the same each time.
 */
void
article_text_assert_flips (DoubletLoadFunc load,
                           GBytes         *bytes,
                           guint           n_rounds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &n_bytes);

  for (guint i = 0; i < n_rounds; i++)
    {
      guint8 *copy = g_memdup2 (data, n_bytes);
      g_autoptr (GBytes) changed = NULL;

      for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        copy[g_rand_int_range (rand, 0, (gint32)n_bytes)] = (guint8)g_rand_int_range (rand, 0, 256);
      changed = g_bytes_new_take (copy, n_bytes);
      article_text_assert_sound (load, changed);
    }
}
