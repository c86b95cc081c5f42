/* article-maker.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"

#include "collator.h"

#include <string.h>

/**
 * make_article:
 * @name: its name
 * @text: its text: every line that is not empty is a block
 *
 * Returns: (transfer full): an article
 */
DoubletArticle *
make_article (const char *name,
              const char *text)
{
  DoubletArticleFields fields = { .name = g_strdup (name), .format = "text", .charset = g_strdup ("UTF-8") };
  GArray              *blocks = g_array_new (FALSE, FALSE, sizeof (DoubletBlock));

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");

      if (length > 0)
        {
          DoubletBlock block = { .start = line - text, .end = line - text + length };

          g_array_append_val (blocks, block);
        }
      line += length + (line[length] == '\n');
    }
  fields.text = g_strdup (text);
  fields.n_bytes = strlen (text);
  fields.n_blocks = blocks->len;
  fields.blocks = (DoubletBlock *)(gpointer)g_array_free (blocks, FALSE);
  return doublet_article_new (&fields);
}

/**
 * make_random_article:
 * @random: where chance comes from
 * @name: its name
 * @n_words: how many different words there are: few, so that repeats abound
 * @max_blocks: at most so many paragraphs
 * @max_block_words: at most so many words in each
 *
 * Returns: (transfer full): an article
 */
DoubletArticle *
make_random_article (GRand      *random,
                     const char *name,
                     guint       n_words,
                     guint       max_blocks,
                     guint       max_block_words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_blocks = g_rand_int_range (random, 0, max_blocks + 1);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint n = g_rand_int_range (random, 1, max_block_words + 1);

      for (guint j = 0; j < n; j++)
        {
          g_string_append_printf (text, "%sw%u", j > 0 ? " " : "", g_rand_int_range (random, 0, n_words));
          if (g_rand_int_range (random, 0, 6) == 0)
            g_string_append_c (text, ",."[g_rand_int_range (random, 0, 2)]);
        }
      g_string_append_c (text, '\n');
    }
  return make_article (name, text->str);
}

/**
 * collate:
 * @articles: (array length=n_articles): articles
 * @n_articles: how many
 * @base: the base
 *
 * Returns: (transfer full): their comparison with the options that nobody chose
 */
DoubletCollation *
collate (DoubletArticle *const *articles,
         guint                  n_articles,
         guint                  base)
{
  DoubletOptions options;

  doublet_options_init (&options);
  return doublet_collator_run (articles, n_articles, &options, base, NULL);
}

static DoubletCollation *
collate_texts (const char *const    *texts,
               const DoubletOptions *options,
               guint                 base)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c.txt", 'a' + (int)i);

      g_ptr_array_add (articles, make_article (name, texts[i]));
    }
  return doublet_collator_run ((DoubletArticle *const *)articles->pdata, articles->len, options, base, NULL);
}

/**
 * make_collation:
 * @texts: (array zero-terminated=1): texts, a paragraph a line; they are called
 *   a.txt, b.txt ...
 * @base: the base
 *
 * Returns: (transfer full): their comparison
 */
DoubletCollation *
make_collation (const char *const *texts,
                guint              base)
{
  DoubletOptions options;

  doublet_options_init (&options);
  return collate_texts (texts, &options, base);
}

/**
 * make_differences:
 * @texts: as for make_collation()
 * @base: the base
 *
 * Returns: (transfer full): their comparison without passages
 */
DoubletCollation *
make_differences (const char *const *texts,
                  guint              base)
{
  DoubletOptions options;

  doublet_options_init (&options);
  options.passages = FALSE;
  return collate_texts (texts, &options, base);
}
