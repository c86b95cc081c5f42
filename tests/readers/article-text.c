/* article-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-text.h"

#include "load-error.h"

/* In how many ways a document is changed at random. */
#define N_FLIPS 3000

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

static void
check_blocks (const DoubletArticle *article)
{
  gsize               n_bytes;
  guint               n_blocks;
  const char         *text = doublet_article_get_text (article, &n_bytes);
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
}

/* An article of another text than @whole, if that is given, must say that it is
 * incomplete. */
static void
check (DoubletLoadFunc load,
       GBytes         *bytes,
       DoubletTracked  tracked,
       const char     *whole)
{
  DoubletLoadOptions options = { .tracked = tracked };
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = load (bytes, "article", NULL, &options, NULL, &error);

  g_assert_true ((article != NULL) != (error != NULL));
  if (article == NULL)
    {
      g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
      g_assert_cmpstr (error->message, !=, "");
      return;
    }

  check_blocks (article);
  if (whole != NULL && doublet_article_get_incomplete (article) == NULL)
    g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, whole);
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
  check (load, bytes, DOUBLET_TRACKED_ACCEPTED, NULL);
  check (load, bytes, DOUBLET_TRACKED_ORIGINAL, NULL);
}

/**
 * article_text_assert_cuts:
 * @load: a reader
 * @bytes: a document
 *
 * Checks every beginning of a document: it gives the whole text, or a part that is
 * called one, or an error.
 */
void
article_text_assert_cuts (DoubletLoadFunc load,
                          GBytes         *bytes)
{
  g_autoptr (DoubletArticle) accepted = article_text_load (load, bytes, DOUBLET_TRACKED_ACCEPTED);
  g_autoptr (DoubletArticle) original = article_text_load (load, bytes, DOUBLET_TRACKED_ORIGINAL);
  gsize n_bytes = g_bytes_get_size (bytes);

  for (gsize n = 0; n < n_bytes; n++)
    {
      /* At its exact size, so that a sanitizer sees a look beyond. */
      g_autoptr (GBytes) beginning = g_bytes_new (g_bytes_get_data (bytes, NULL), n);

      check (load, beginning, DOUBLET_TRACKED_ACCEPTED, doublet_article_get_text (accepted, NULL));
      check (load, beginning, DOUBLET_TRACKED_ORIGINAL, doublet_article_get_text (original, NULL));
    }
}

/* Checks a document with some bytes changed at random, the same each time. */
static void
assert_flips (DoubletLoadFunc load,
              GBytes         *bytes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &n_bytes);

  for (guint i = 0; i < N_FLIPS; i++)
    {
      guint8 *copy = g_memdup2 (data, n_bytes);
      g_autoptr (GBytes) changed = NULL;

      for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        copy[g_rand_int_range (rand, 0, (gint32)n_bytes)] = (guint8)g_rand_int_range (rand, 0, 256);
      changed = g_bytes_new_take (copy, n_bytes);
      article_text_assert_sound (load, changed);
    }
}

/**
 * article_text_assert_changes:
 * @load: a reader
 * @bytes: a document whose parts have checksums
 *
 * Checks a document in which one byte is not what it was: that does not go unnoticed
 * where it changes the text.
 */
void
article_text_assert_changes (DoubletLoadFunc load,
                             GBytes         *bytes)
{
  g_autoptr (DoubletArticle) whole = article_text_load (load, bytes, DOUBLET_TRACKED_ACCEPTED);
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    {
      guint8 *copy = g_memdup2 (data, n_bytes);
      g_autoptr (GBytes) changed = NULL;

      copy[i] ^= (guint8)(1 << i % 8);
      changed = g_bytes_new_take (copy, n_bytes);
      check (load, changed, DOUBLET_TRACKED_ACCEPTED, doublet_article_get_text (whole, NULL));
    }
}

/**
 * article_text_assert_hostile:
 * @load: a reader
 * @bytes: a document whose parts have checksums
 *
 * Checks every beginning of a document, and many changes to it.
 */
void
article_text_assert_hostile (DoubletLoadFunc load,
                             GBytes         *bytes)
{
  article_text_assert_cuts (load, bytes);
  assert_flips (load, bytes);
  article_text_assert_changes (load, bytes);
}
