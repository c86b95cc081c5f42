/* bench-steps.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collator.h"
#include "corpus.h"
#include "loader.h"
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * One step of the comparison as a whole process, for timing beside other programs; or,
 * with -n, the step alone inside the process, where start-up does not count.  Each step
 * does what the ones before it do, and no more.
 */

typedef enum
{
  STEP_TOKENISE, /* read, tokenise, intern */
  STEP_ALIGN,    /* and align the first two articles */
  STEP_PASSAGES, /* read, tokenise, intern, find passages: nothing aligned */
  STEP_ALL,
} Step;

typedef struct
{
  double  milliseconds;
  guint64 kept; /* tokens matched in order before smoothing */
  guint   n_findings;
  guint   n_places;
  guint   n_moves;
} Outcome;

static gboolean
parse_step (const char *name,
            Step       *step)
{
  static const char *const names[] = { "tokenise", "align", "passages", "all" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *step = i;
        return TRUE;
      }
  return FALSE;
}

static DoubletCorpus *
make_corpus (DoubletArticle *const *articles,
             GPtrArray             *tokens,
             guint                  n_articles,
             const DoubletOptions  *options)
{
  DoubletCorpusOptions corpus_options = { options->ignore, options->typography };

  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (tokens, doublet_tokenizer_run (articles[i], NULL));
  return doublet_corpus_new (articles, (DoubletTokens *const *)tokens->pdata, n_articles, &corpus_options, NULL);
}

static void
align_only (DoubletArticle *const *articles,
            const DoubletOptions  *options,
            Outcome               *outcome)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_tokens_unref);
  g_autoptr (DoubletCorpus) corpus = make_corpus (articles, tokens, 2, options);
  g_autoptr (DoubletAlignment) alignment = NULL;
  DoubletAlignmentText    texts[2];
  DoubletAlignmentSymbols symbols = { corpus->n_exact, corpus->n_normal, corpus->exact_hashes, corpus->normal_hashes };

  for (guint i = 0; i < 2; i++)
    {
      const DoubletCorpusArticle *article = &corpus->articles[i];

      texts[i] = (DoubletAlignmentText){ article->tokens->tokens, article->exact, article->normal, article->tokens->n_tokens, article->tokens->block_first, article->tokens->n_blocks };
    }
  alignment = doublet_alignment_run (&texts[0], &texts[1], &symbols, NULL);
  outcome->kept = alignment->kept;
  outcome->n_moves = alignment->n_moves;
}

static void
find_passages (DoubletArticle *const *articles,
               guint                  n_articles,
               const DoubletOptions  *options,
               gboolean               align,
               Outcome               *outcome)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_tokens_unref);
  g_autoptr (DoubletCollation) collation = NULL;
  DoubletCollatorInput  input = { .articles = articles, .n_articles = n_articles };
  const DoubletFinding *findings;

  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (tokens, doublet_tokenizer_run (articles[i], NULL));
  input.tokens = (DoubletTokens *const *)tokens->pdata;
  collation = doublet_collator_find_passages (&input, options, NULL);
  findings = doublet_collation_get_findings (collation, &outcome->n_findings);
  for (guint i = 0; i < outcome->n_findings; i++)
    outcome->n_places += findings[i].n_places;
  if (align && n_articles > 1)
    {
      g_autoptr (DoubletAlignment) alignment = doublet_collator_align (collation, 0, 1, NULL);

      outcome->kept = alignment->kept;
      outcome->n_moves = alignment->n_moves;
    }
}

static Outcome
run_step (Step                   step,
          DoubletArticle *const *articles,
          guint                  n_articles,
          const DoubletOptions  *options)
{
  Outcome outcome = { 0 };
  gint64  start = g_get_monotonic_time ();

  switch (step)
    {
    case STEP_TOKENISE:
      {
        g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_tokens_unref);
        g_autoptr (DoubletCorpus) corpus = make_corpus (articles, tokens, n_articles, options);
        break;
      }
    case STEP_ALIGN:
      align_only (articles, options, &outcome);
      break;
    case STEP_PASSAGES:
    case STEP_ALL:
    default:
      find_passages (articles, n_articles, options, step == STEP_ALL, &outcome);
      break;
    }
  outcome.milliseconds = (g_get_monotonic_time () - start) / 1000.0;
  return outcome;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return x < y ? -1 : x > y;
}

int
main (int    argc,
      char **argv)
{
  gint         rounds = 1;
  gint         min_words = 0;
  gint         max_gap = -1;
  gboolean     reworded = FALSE;
  GOptionEntry entries[] = {
    { "rounds", 'n', 0, G_OPTION_ARG_INT, &rounds, "Do the step so often and print the median", "N" },
    { "min-words", 'w', 0, G_OPTION_ARG_INT, &min_words, "A passage has at least so many words", "N" },
    { "max-gap", 'g', 0, G_OPTION_ARG_INT, &max_gap, "An edited passage may change so many words in a row", "N" },
    { "reworded", 'r', 0, G_OPTION_ARG_NONE, &reworded, "Look for reworded passages, too", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("tokenise|align|passages|all FILE...");
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  DoubletOptions options;
  Outcome        outcome = { 0 };
  Step           step;

  doublet_memory_prepare ();
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 3 || !parse_step (argv[1], &step))
    {
      g_printerr ("%s", g_option_context_get_help (context, TRUE, NULL));
      return EXIT_FAILURE;
    }

  for (int i = 2; i < argc; i++)
    {
      DoubletArticle *article = doublet_loader_load_path (argv[i], NULL, NULL, &error);

      if (article == NULL)
        {
          g_printerr ("%s: %s\n", argv[i], error->message);
          return EXIT_FAILURE;
        }
      g_ptr_array_add (articles, article);
    }

  doublet_options_init (&options);
  options.reworded = reworded;
  if (min_words > 0)
    options.min_words = min_words;
  if (max_gap >= 0)
    options.max_gap = max_gap;
  for (gint i = 0; i < rounds; i++)
    {
      outcome = run_step (step, (DoubletArticle *const *)articles->pdata, articles->len, &options);
      g_array_append_val (times, outcome.milliseconds);
    }
  g_array_sort (times, compare_times);
  /* g_print() would look up the locale's character set, for ASCII. */
  printf ("%.3f ms, kept %" G_GUINT64_FORMAT ", moves %u, passages %u, places %u\n",
          g_array_index (times, double, times->len / 2), outcome.kept, outcome.n_moves, outcome.n_findings, outcome.n_places);
  return EXIT_SUCCESS;
}
