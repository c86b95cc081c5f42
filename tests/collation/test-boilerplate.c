/* test-boilerplate.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "boilerplate.h"
#include "collator.h"

#include <string.h>

#define N_TRIALS 400
#define MIN_WORDS 3

/* The words of a text in lower case, and where each paragraph begins among them. */
typedef struct
{
  GPtrArray *words;  /* utf8 */
  GArray    *blocks; /* guint: of each the first word, then their number */
} Words;

static void
split (Words      *self,
       const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (lines[i], " ,.", -1);
      guint first = self->words->len;

      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0')
          g_ptr_array_add (self->words, g_ascii_strdown (words[j], -1));
      if (self->words->len > first)
        g_array_append_val (self->blocks, first);
    }
  g_array_append_val (self->blocks, self->words->len);
}

static void
clear (Words *self)
{
  g_ptr_array_unref (self->words);
  g_array_unref (self->blocks);
}

static gboolean
is_same (const Words *a,
         guint        start_a,
         const Words *b,
         guint        start_b,
         guint        n)
{
  if (start_a + n > a->words->len || start_b + n > b->words->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (a->words->pdata[start_a + i], b->words->pdata[start_b + i]) != 0)
      return FALSE;
  return TRUE;
}

/* Every run of so many words tried at every place, every paragraph against every other. */
static void
mark (const Words *known,
      const Words *words,
      gboolean    *marked)
{
  for (guint i = 0; i < words->words->len; i++)
    for (guint j = 0; j < known->words->len; j++)
      if (is_same (words, i, known, j, MIN_WORDS))
        for (guint k = 0; k < MIN_WORDS; k++)
          marked[i + k] = TRUE;
  for (guint i = 0; i + 1 < words->blocks->len; i++)
    for (guint j = 0; j + 1 < known->blocks->len; j++)
      {
        guint start = g_array_index (words->blocks, guint, i), n = g_array_index (words->blocks, guint, i + 1) - start;
        guint other = g_array_index (known->blocks, guint, j), m = g_array_index (known->blocks, guint, j + 1) - other;

        if (n == m && n < MIN_WORDS && is_same (words, start, known, other, n))
          memset (marked + start, 0xff, n * sizeof *marked);
      }
}

static void
check (const char *known_text,
       const char *text)
{
  g_autoptr (DoubletArticle) known_article = make_article ("known.txt", known_text);
  g_autoptr (DoubletArticle) article = make_article ("text.txt", text);
  g_autoptr (DoubletTokens) known_tokens = doublet_tokenizer_run (known_article, NULL);
  g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);
  DoubletCorpusOptions  options = { .ignore = DOUBLET_IGNORE_DEFAULT };
  DoubletPassageOptions passages = { .min_words = MIN_WORDS, .min_identical = 80 };
  g_autoptr (DoubletBoilerplate) boilerplate = doublet_boilerplate_new (known_article, known_tokens, &options, &passages, NULL);
  g_autoptr (DoubletCorpus) corpus = doublet_corpus_new (&article, &tokens, 1, &options, NULL);
  g_autoptr (GArray) ranges = NULL;
  g_autofree gboolean  *marked = NULL;
  DoubletComparedTokens compared;
  Words                 known, words;
  guint                 next = 0;

  split (&known, known_text);
  split (&words, text);
  marked = g_new0 (gboolean, words.words->len + MIN_WORDS);
  mark (&known, &words, marked);

  doublet_compared_tokens_init (&compared, corpus, 0);
  g_assert_cmpuint (compared.n, ==, words.words->len);
  ranges = doublet_boilerplate_find (boilerplate, &compared, corpus->normal_hashes, NULL);
  for (guint i = 0; i < words.words->len; i++)
    {
      while (next < ranges->len && g_array_index (ranges, DoubletRange, next).end <= i)
        next++;
      g_assert_cmpint (next < ranges->len && g_array_index (ranges, DoubletRange, next).start <= i, ==, marked[i] != FALSE);
    }
  doublet_compared_tokens_clear (&compared);
  clear (&known);
  clear (&words);
}

static void
test_by_hand (void)
{
  check ("", "");
  check ("", "one two three four");
  check ("one two three", "");
  check ("one two three", "zero ONE, two.  Three four");
  check ("follow us", "follow us\nplease follow us there\nFollow us.");
  check ("one two three four five", "one two three four\nthree four five\nfour five");
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  for (guint trial = 0; trial < N_TRIALS; trial++)
    {
      guint n_words = g_rand_int_range (random, 1, 8);
      g_autoptr (DoubletArticle) known = make_random_article (random, "known.txt", n_words, 4, 9);
      g_autoptr (DoubletArticle) article = make_random_article (random, "text.txt", n_words, 8, 20);

      check (doublet_article_get_text (known, NULL), doublet_article_get_text (article, NULL));
    }
}

/* The passages of articles, with what is known as boilerplate. */
static DoubletCollation *
collate_with (const char *const *texts,
              const char        *known)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_tokens_unref);
  g_autoptr (DoubletArticle) known_article = make_article ("known.txt", known);
  g_autoptr (DoubletTokens) known_tokens = doublet_tokenizer_run (known_article, NULL);
  DoubletCollatorInput input = { .boilerplate = known_article, .boilerplate_tokens = known_tokens };
  DoubletOptions       options;

  doublet_options_init (&options);
  for (; texts[input.n_articles] != NULL; input.n_articles++)
    {
      g_ptr_array_add (articles, make_article ("text.txt", texts[input.n_articles]));
      g_ptr_array_add (tokens, doublet_tokenizer_run (articles->pdata[input.n_articles], NULL));
    }
  input.articles = (DoubletArticle *const *)articles->pdata;
  input.tokens = (DoubletTokens *const *)tokens->pdata;
  return doublet_collator_find_passages (&input, &options, NULL);
}

static void
append_words (GString        *text,
              GRand          *random,
              guint           n,
              const gboolean *is_changed,
              const char     *prefix)
{
  for (guint i = 0; i < n; i++)
    {
      guint kind = is_changed != NULL && is_changed[i] ? g_rand_int_range (random, 1, 4) : 0;

      if (kind == 1)
        continue;
      if (kind > 1)
        g_string_append_printf (text, "new%u ", g_rand_int (random));
      if (kind != 2)
        g_string_append_printf (text, "%s%u ", prefix, i);
    }
}

/* A footer of which words were changed, left out and added is the footer, from its first
 * word to its last one, and nothing around it is. */
static void
test_changed (void)
{
  static const char *const around[][2] = { { "head", "tail" }, { "other", "end" } };
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint trial = 0; trial < N_TRIALS; trial++)
    {
      gboolean is_changed[40] = { FALSE };
      g_autoptr (GString) known = g_string_new (NULL);
      g_autoptr (GString) footer = g_string_new (NULL);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (DoubletCollation) collation = NULL;
      DoubletPair           pair;
      const DoubletFinding *findings;
      guint                 n_findings;

      /* A long run first, then one word in five or six; the ends stay. */
      for (guint i = 8 + g_rand_int_range (random, 0, 3); i + 3 < G_N_ELEMENTS (is_changed); i += g_rand_int_range (random, 5, 8))
        is_changed[i] = TRUE;
      append_words (known, random, G_N_ELEMENTS (is_changed), NULL, "foot");
      append_words (footer, random, G_N_ELEMENTS (is_changed), is_changed, "foot");
      for (guint i = 0; i < G_N_ELEMENTS (around); i++)
        {
          GString *text = g_string_new (NULL);

          append_words (text, random, 12, NULL, around[i][0]);
          g_string_append_printf (text, "\n%s\n", footer->str);
          append_words (text, random, 12, NULL, around[i][1]);
          g_ptr_array_add (texts, g_string_free (text, FALSE));
        }
      g_ptr_array_add (texts, NULL);
      collation = collate_with ((const char *const *)texts->pdata, known->str);

      g_assert_false (doublet_collation_find_pair (collation, 0, 1, &pair));
      g_assert_cmpuint (pair.n_boilerplate, ==, 1);
      g_assert_cmpuint (pair.n_passages, ==, 0);
      findings = doublet_collation_get_findings (collation, &n_findings);
      g_assert_cmpuint (n_findings, ==, 1);
      g_assert_true (findings[0].boilerplate);
      g_assert_cmpuint (pair.of_a.boilerplate, ==, findings[0].half_words);
    }
}

/* Two characters count as a word. */
static void
test_characters (void)
{
  const char *const texts[] = { "港口管理局昨天夜里关闭了北码头的入口。\n更多新闻请看明天的报纸和网页。",
                                "渡轮每十分钟开一班没有变化。\n更多新闻请看明天的报纸和网页。", NULL };
  g_autoptr (DoubletCollation) collation = collate_with (texts, "更多新闻请看明天的报纸和网页");
  DoubletPair pair;

  g_assert_false (doublet_collation_find_pair (collation, 0, 1, &pair));
  g_assert_cmpuint (pair.of_a.boilerplate, ==, 14);
  g_assert_cmpuint (pair.n_boilerplate, ==, 1);
  g_assert_cmpuint (pair.n_passages, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/boilerplate/by-hand", test_by_hand);
  g_test_add_func ("/boilerplate/random", test_random);
  g_test_add_func ("/boilerplate/changed", test_changed);
  g_test_add_func ("/boilerplate/characters", test_characters);

  return g_test_run ();
}
