/* bench-tokens.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "corpus.h"
#include "memory.h"

/*
 * bench-tokens FILE…: what tokenising and interning cost beside ICU's word breaks
 * over UTF-16, in one program and by turns, so that a busy machine slows both.
 *
 * Memory that was freed is kept, or every round would measure what the kernel takes
 * for fresh pages: the first round, which has to pay for them, is told apart.
 */

#define N_ROUNDS 15

/* Processor time in microseconds: the machine may have more to do than this. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static DoubletArticle *
read_article (const char *path)
{
  DoubletArticleFields fields = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (DoubletBlock));
  g_autofree char *raw = NULL;
  gsize            n_bytes;

  if (!g_file_get_contents (path, &raw, &n_bytes, &error))
    {
      g_printerr ("%s\n", error->message);
      return NULL;
    }

  fields.name = g_path_get_basename (path);
  fields.text = g_utf8_make_valid (raw, n_bytes);
  fields.n_bytes = strlen (fields.text);
  for (gsize start = 0; start < fields.n_bytes;)
    {
      gsize        end = start + strcspn (fields.text + start, "\r\n");
      DoubletBlock block = { start, end, DOUBLET_BLOCK_PARAGRAPH, 0 };

      if (end > start)
        g_array_append_val (blocks, block);
      start = end + strspn (fields.text + end, "\r\n");
    }
  fields.n_blocks = blocks->len;
  fields.blocks = (DoubletBlock *)(gpointer)g_array_free (g_steal_pointer (&blocks), FALSE);
  return doublet_article_new (&fields);
}

static guint
count_icu_words (const UChar *text,
                 gint32       n_units)
{
  UErrorCode      status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (UBRK_WORD, "", text, n_units, &status);
  guint           n = 0;

  while (U_SUCCESS (status) && ubrk_next (iterator) != UBRK_DONE)
    n += ubrk_getRuleStatus (iterator) >= UBRK_WORD_NONE_LIMIT;
  ubrk_close (iterator);
  return n;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
get_median (double *values)
{
  qsort (values, N_ROUNDS, sizeof (double), compare_doubles);
  return values[N_ROUNDS / 2];
}

static void
bench (DoubletArticle *article)
{
  DoubletCorpusOptions options = { DOUBLET_IGNORE_DEFAULT, FALSE };
  UErrorCode           status = U_ZERO_ERROR;
  gsize                n_bytes;
  const char          *text = doublet_article_get_text (article, &n_bytes);
  g_autofree UChar    *wide = g_new (UChar, n_bytes + 1);
  double               tokenize[N_ROUNDS];
  double               both[N_ROUNDS];
  double               icu[N_ROUNDS];
  double               ratio[N_ROUNDS];
  gint32               n_units;
  guint                n_words = 0;
  guint64              n_half_words = 0;
  guint32              n_tokens = 0;
  double               first;

  u_strFromUTF8 (wide, n_bytes + 1, &n_units, text, n_bytes, &status);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (DoubletTokens) tokens = NULL;
      g_autoptr (DoubletCorpus) corpus = NULL;
      double start = get_time ();
      double middle;
      double end;

      tokens = doublet_tokenizer_run (article, NULL);
      middle = get_time ();
      corpus = doublet_corpus_new (&article, &tokens, 1, &options, NULL);
      end = get_time ();
      n_words = count_icu_words (wide, n_units);

      tokenize[i] = middle - start;
      both[i] = end - start;
      icu[i] = get_time () - end;
      ratio[i] = icu[i] / both[i];
      n_tokens = tokens->n_tokens;
      n_half_words = tokens->n_half_words;
    }

  printf ("%s: %" G_GSIZE_FORMAT " bytes, %u tokens, %" G_GUINT64_FORMAT " words; ICU %u words\n",
          doublet_article_get_name (article), n_bytes, n_tokens, n_half_words / 2, n_words);
  first = both[0];
  printf ("  tokenise %.1f MB/s, with interning %.1f MB/s (the first time %.1f), ICU %.1f MB/s: %.1f times as fast\n",
          n_bytes / get_median (tokenize), n_bytes / get_median (both), n_bytes / first, n_bytes / get_median (icu), get_median (ratio));
}

int
main (int   argc,
      char *argv[])
{
  int failures = argc < 2;

  doublet_memory_prepare ();

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (DoubletArticle) article = read_article (argv[i]);

      if (article != NULL)
        bench (article);
      else
        failures++;
    }

  return failures > 0 ? 1 : 0;
}
