/* print-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collator.h"
#include "loader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * print-passages [OPTION=NUMBER...]: reads lines of two file names with a tab between
 * and prints, for each, a line of JSON with the passages of these two articles:
 *
 *   {"a":..., "b":..., "passages":[["verbatim", words, [[article, start, end], ...]], ...]}
 *
 * article is 0 or 1, start and end are code points.  One process for thousands of
 * pairs, which neither starting the program nor aligning would make quick.
 */

static const char *const matches[] = {
  [DOUBLET_PASSAGE_VERBATIM] = "verbatim",
  [DOUBLET_PASSAGE_EDITED] = "edited",
  [DOUBLET_PASSAGE_REWORDED] = "reworded",
};

static DoubletArticle *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  DoubletLoadOptions options = { 0 };
  DoubletArticle    *article = doublet_loader_load_path (path, &options, NULL, &error);

  if (article == NULL)
    g_printerr ("%s: %s\n", path, error->message);
  return article;
}

static DoubletCollation *
find_passages (DoubletArticle *const *articles,
               guint                  n_articles,
               const DoubletOptions  *options)
{
  DoubletTokens       *tokens[2] = { NULL, NULL };
  DoubletCollatorInput input = { .articles = articles, .tokens = tokens, .n_articles = n_articles };
  DoubletCollation    *collation;

  for (guint i = 0; i < n_articles; i++)
    tokens[i] = doublet_tokenizer_run (articles[i], NULL);
  collation = doublet_collator_find_passages (&input, options, NULL);
  for (guint i = 0; i < n_articles; i++)
    doublet_tokens_unref (tokens[i]);
  return collation;
}

static void
print_finding (const DoubletFinding    *finding,
               const DoubletOffsetMap **maps)
{
  printf ("[\"%s\",%u,[", matches[finding->match], finding->n_words);
  for (guint32 i = 0; i < finding->n_places; i++)
    {
      const DoubletPlace *place = &finding->places[i];

      printf ("%s[%u,%" G_GSIZE_FORMAT ",%" G_GSIZE_FORMAT "]", i > 0 ? "," : "", place->article,
              (gsize)doublet_offset_map_to_chars (maps[place->article], place->start),
              (gsize)doublet_offset_map_to_chars (maps[place->article], place->end));
    }
  printf ("]]");
}

static void
print_pair (const char           *path_a,
            const char           *path_b,
            const DoubletOptions *options)
{
  g_autoptr (DoubletArticle) a = load (path_a);
  g_autoptr (DoubletArticle) b = load (path_b);
  DoubletArticle *articles[] = { a, b };

  /* What cannot be read has no passages. */
  if (a == NULL || b == NULL)
    {
      printf ("{\"a\":\"%s\",\"b\":\"%s\",\"passages\":[]}\n", path_a, path_b);
      return;
    }

  g_autoptr (DoubletCollation) collation = find_passages (articles, 2, options);
  const DoubletOffsetMap *maps[] = { doublet_article_get_offset_map (a), doublet_article_get_offset_map (b) };
  guint                   n_findings;
  const DoubletFinding   *findings = doublet_collation_get_findings (collation, &n_findings);

  printf ("{\"a\":\"%s\",\"b\":\"%s\",\"passages\":[", path_a, path_b);
  for (guint i = 0; i < n_findings; i++)
    {
      printf (i > 0 ? "," : "");
      print_finding (&findings[i], maps);
    }
  printf ("]}\n");
}

static gboolean
read_option (const char     *word,
             DoubletOptions *options)
{
  const char *value = strchr (word, '=');

  if (value == NULL)
    return FALSE;
  if (g_str_has_prefix (word, "min-words="))
    options->min_words = atoi (value + 1);
  else if (g_str_has_prefix (word, "max-gap="))
    options->max_gap = atoi (value + 1);
  else if (g_str_has_prefix (word, "min-identical="))
    options->min_identical = atoi (value + 1);
  else if (g_str_has_prefix (word, "reworded="))
    options->reworded = atoi (value + 1) != 0;
  else
    return FALSE;
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  DoubletOptions options;
  char           line[8192];

  doublet_options_init (&options);
  for (int i = 1; i < argc; i++)
    if (!read_option (argv[i], &options))
      {
        g_printerr ("print-passages [min-words=N] [max-gap=N] [min-identical=N] [reworded=0|1], pairs on standard input\n");
        return 2;
      }

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) paths = g_strsplit (g_strchomp (line), "\t", 2);

      if (paths[0] == NULL || paths[1] == NULL)
        return 2;
      print_pair (paths[0], paths[1], &options);
    }
  return 0;
}
