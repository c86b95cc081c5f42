/* reading.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reading.h"

#include "load-error.h"

#include <string.h>

char *
describe_blocks (const DoubletArticle *article)
{
  static const char *const kinds[] = { "p", "h", "li", "q", "cap", "td" };
  GString                 *line = g_string_new (NULL);
  guint                    n_blocks;
  const DoubletBlock      *blocks = doublet_article_get_blocks (article, &n_blocks);
  const char              *text = doublet_article_get_text (article, NULL);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_string_append_printf (line, "%s%s", i > 0 ? " / " : "", kinds[blocks[i].kind]);
      if (blocks[i].level > 0)
        g_string_append_printf (line, "%u", blocks[i].level);
      g_string_append_c (line, ' ');
      g_string_append_len (line, text + blocks[i].start, blocks[i].end - blocks[i].start);
    }
  return g_string_free (line, FALSE);
}

char *
read_blocks (DoubletLoadFunc           load,
             const char               *document,
             gsize                     n_bytes,
             const DoubletLoadOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (document, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = load (bytes, "", NULL, options, NULL, &error);

  return article != NULL ? describe_blocks (article) : g_strdup_printf ("error %d", error->code);
}

static void
read_once (DoubletLoadFunc load,
           const char     *document,
           gsize           n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (document, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = load (bytes, "", NULL, NULL, NULL, &error);

  g_assert_true ((article != NULL) != (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
}

void
read_damaged (DoubletLoadFunc load,
              const char     *document,
              gsize           n_bytes)
{
  GRand *rand = g_rand_new_with_seed (17);

  for (gsize n = 0; n < n_bytes; n++)
    read_once (load, document, n);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *changed = g_memdup2 (document, n_bytes);
      guint            n_changes = g_rand_int_range (rand, 1, 6);

      for (guint j = 0; j < n_changes; j++)
        changed[g_rand_int_range (rand, 0, n_bytes)] = g_rand_boolean (rand) ? "<>&;/!-\"'= \n"[g_rand_int_range (rand, 0, 12)] : (char)g_rand_int_range (rand, 0, 256);
      read_once (load, changed, n_bytes);
    }
  g_rand_free (rand);
}
