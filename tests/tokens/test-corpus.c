/* test-corpus.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compared-tokens.h"

#include "stop-flag.h"

#include <string.h>

#include "test-texts.h"

#include <gio/gio.h>

#define MAX_ARTICLES 4

typedef struct
{
  guint           n;
  DoubletArticle *articles[MAX_ARTICLES];
  DoubletTokens  *tokens[MAX_ARTICLES];
} Set;

static void
set_add (Set        *self,
         const char *text)
{
  self->articles[self->n] = test_texts_new_article (text, strlen (text));
  self->tokens[self->n] = doublet_tokenizer_run (self->articles[self->n], NULL);
  self->n++;
}

static void
set_clear (Set *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      doublet_article_unref (self->articles[i]);
      doublet_tokens_unref (self->tokens[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Set, set_clear)

/* Words that are alike and different in every way there is.  (A newline would end the
 * paragraph in these articles.) */
static char *
dup_text (GRand *rand)
{
  static const char *words[] = {
    "House", "house", "HOUSE", "caf\u00e9", "cafe\u0301", "cafe", "Stra\u00dfe", "strasse", "don't", "don\u2019t", "1", "12", "\uff11",
    "co-op", "co\u2010op", "-", "\u2013", "--", "\"a", "b\"", "\u201cx\u201d", ".", ",", "\u2026", "...", "\u2122", "tm", "TM", "\u200b", "\u5b57", "\u3042",
    "ex\u00adample", "example", "ex-ample", "well\u00adknown", "Well-known", "House-\rhold", "household", "up-\rto", "up-to", "upto", "\U0001f602", "'", "\u02bc"
  };
  GString *text = g_string_new (NULL);

  for (guint n = g_rand_int_range (rand, 0, 60); n > 0; n--)
    g_string_append_printf (text, "%s%c", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))], g_rand_int_range (rand, 0, 12) == 0 ? '\n' : ' ');
  return g_string_free (text, FALSE);
}

static GString *
new_reading (const Set                  *set,
             guint                       article,
             guint32                     token,
             const DoubletCorpusOptions *options,
             gboolean                    exact,
             gboolean                    keep_hyphens)
{
  const DoubletToken *t = &set->tokens[article]->tokens[token];
  const char         *text = doublet_article_get_text (set->articles[article], NULL) + t->start;
  GString            *form = g_string_new (NULL);

  if (exact)
    doublet_normal_form_append_exact (form, text, t->n_bytes, options->typography, keep_hyphens);
  else
    doublet_normal_form_append_normal (form, text, t->n_bytes, t->kind, options->ignore, keep_hyphens);
  g_string_prepend (form, t->kind >= DOUBLET_TOKEN_PUNCTUATION ? "mark " : "word ");
  return form;
}

static gboolean
is_broken (const Set *set,
           guint      article,
           guint32    token)
{
  const DoubletToken *t = &set->tokens[article]->tokens[token];
  const char         *text = doublet_article_get_text (set->articles[article], NULL) + t->start;

  return t->kind < DOUBLET_TOKEN_PUNCTUATION && doublet_normal_form_is_broken (text, t->n_bytes);
}

/* Whether any token that is not broken has the form. */
static gboolean
stands_somewhere (const Set                  *set,
                  const GString              *form,
                  const DoubletCorpusOptions *options,
                  gboolean                    exact)
{
  for (guint i = 0; i < set->n; i++)
    for (guint32 j = 0; j < set->tokens[i]->n_tokens; j++)
      {
        g_autoptr (GString) other = new_reading (set, i, j, options, exact, FALSE);

        if (!is_broken (set, i, j) && g_string_equal (other, form))
          return TRUE;
      }
  return FALSE;
}

static gboolean
keeps_hyphens (const Set                  *set,
               guint                       article,
               guint32                     token,
               const DoubletCorpusOptions *options)
{
  static const struct
  {
    gboolean exact;
    gboolean keep;
  } witnesses[] = { { TRUE, FALSE }, { TRUE, TRUE }, { FALSE, FALSE }, { FALSE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (witnesses); i++)
    {
      g_autoptr (GString) form = new_reading (set, article, token, options, witnesses[i].exact, witnesses[i].keep);

      if (stands_somewhere (set, form, options, witnesses[i].exact))
        return witnesses[i].keep;
    }
  return FALSE;
}

static GString *
new_form (const Set                  *set,
          guint                       article,
          guint32                     token,
          const DoubletCorpusOptions *options,
          gboolean                    exact)
{
  gboolean keep = is_broken (set, article, token) && keeps_hyphens (set, article, token, options);

  return new_reading (set, article, token, options, exact, keep);
}

/* Every two tokens have the same symbol if and only if they have the same form. */
static void
assert_symbols (const Set                  *set,
                const DoubletCorpus        *corpus,
                const DoubletCorpusOptions *options,
                gboolean                    exact)
{
  guint32 n_symbols = exact ? corpus->n_exact : corpus->n_normal;
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < set->n; i++)
    for (guint32 j = 0; j < set->tokens[i]->n_tokens; j++)
      {
        guint32  symbol = exact ? corpus->articles[i].exact[j] : corpus->articles[i].normal[j];
        char    *form = g_string_free (new_form (set, i, j, options, exact), FALSE);
        gpointer known;

        g_assert_cmpuint (symbol, <, n_symbols);
        if (g_hash_table_lookup_extended (forms, form, NULL, &known))
          g_assert_cmpuint (symbol, ==, GPOINTER_TO_UINT (known));
        g_hash_table_replace (forms, form, GUINT_TO_POINTER (symbol));
      }

  g_assert_cmpuint (g_hash_table_size (forms), ==, n_symbols);
}

static void
assert_compared (const Set                  *set,
                 const DoubletCorpus        *corpus,
                 const DoubletCorpusOptions *options)
{
  for (guint i = 0; i < set->n; i++)
    {
      DoubletComparedTokens compared;
      guint32               n = 0;

      doublet_compared_tokens_init (&compared, corpus, i);

      for (guint32 j = 0; j < set->tokens[i]->n_tokens; j++)
        {
          const DoubletToken *token = &set->tokens[i]->tokens[j];
          g_autoptr (GString) form = new_form (set, i, j, options, FALSE);

          if (form->len == strlen ("mark "))
            continue;
          if ((options->ignore & DOUBLET_IGNORE_PUNCTUATION) && token->kind >= DOUBLET_TOKEN_PUNCTUATION)
            continue;
          if ((options->ignore & DOUBLET_IGNORE_QUOTATIONS) && (token->flags & DOUBLET_TOKEN_FLAG_QUOTED))
            continue;

          g_assert_cmpuint (n, <, compared.n);
          g_assert_cmpuint (doublet_compared_tokens_get (&compared, n), ==, j);
          g_assert_cmpuint (doublet_compared_tokens_get_symbol (&compared, n), ==, corpus->articles[i].normal[j]);
          g_assert_cmpuint (compared.half_words[n], ==, token->half_words);
          n++;
        }
      g_assert_cmpuint (n, ==, compared.n);
      doublet_compared_tokens_clear (&compared);
    }
}

/* A hyphen at the end of a line belongs to the word if the word is written so
 * elsewhere, whichever article comes first. */
static void
test_broken_words (void)
{
  static const char *const texts[] = {
    "A well-known long-\rterm exam-\rple, up-\rto.",
    "A well-\rknown long-term example, upto up-to.",
    "Nothing of it.",
  };
  const DoubletCorpusOptions options = { DOUBLET_IGNORE_DEFAULT, FALSE };

  for (guint order = 0; order < 2; order++)
    {
      g_auto (Set) set = { 0 };
      g_autoptr (DoubletCorpus) corpus = NULL;
      const DoubletCorpusArticle *a;
      const DoubletCorpusArticle *b;

      set_add (&set, texts[order]);
      set_add (&set, texts[1 - order]);
      set_add (&set, texts[2]);
      corpus = doublet_corpus_new (set.articles, set.tokens, set.n, &options, NULL);
      a = &corpus->articles[0];
      b = &corpus->articles[1];

      /* A, the word, the word, the word, the comma, the word. */
      for (guint i = 0; i < 6; i++)
        {
          g_assert_cmpuint (a->exact[i], ==, b->exact[i]);
          g_assert_cmpuint (a->normal[i], ==, b->normal[i]);
        }
      g_assert_cmpuint (corpus->n_exact, ==, 11);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 500; round++)
    {
      const DoubletCorpusOptions options = { g_rand_int_range (rand, 0, 32), g_rand_boolean (rand) };
      g_autoptr (DoubletCorpus) corpus = NULL;
      g_auto (Set) set = { 0 };

      for (guint i = g_rand_int_range (rand, 0, MAX_ARTICLES + 1); i > 0; i--)
        {
          g_autofree char *text = dup_text (rand);

          set_add (&set, text);
        }

      corpus = doublet_corpus_new (set.articles, set.tokens, set.n, &options, NULL);
      g_assert_cmpuint (corpus->n_articles, ==, set.n);
      assert_symbols (&set, corpus, &options, TRUE);
      assert_symbols (&set, corpus, &options, FALSE);
      assert_compared (&set, corpus, &options);
    }
}

/* The order of loading changes numbers and nothing else. */
static void
test_order (void)
{
  const DoubletCorpusOptions options = { DOUBLET_IGNORE_DEFAULT, FALSE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 200; round++)
    {
      g_autofree char *a = dup_text (rand);
      g_autofree char *b = dup_text (rand);
      g_autoptr (DoubletCorpus) forwards = NULL;
      g_autoptr (DoubletCorpus) backwards = NULL;
      g_auto (Set) ab = { 0 };
      g_auto (Set) ba = { 0 };

      set_add (&ab, a);
      set_add (&ab, b);
      set_add (&ba, b);
      set_add (&ba, a);
      forwards = doublet_corpus_new (ab.articles, ab.tokens, 2, &options, NULL);
      backwards = doublet_corpus_new (ba.articles, ba.tokens, 2, &options, NULL);

      g_assert_cmpuint (forwards->n_exact, ==, backwards->n_exact);
      g_assert_cmpuint (forwards->n_normal, ==, backwards->n_normal);
      for (guint i = 0; i < 2; i++)
        for (guint32 j = 0; j < ab.tokens[i]->n_tokens; j++)
          {
            guint32 exact = forwards->articles[i].exact[j];
            guint32 normal = forwards->articles[i].normal[j];

            g_assert_cmpuint (forwards->exact_hashes[exact], ==, backwards->exact_hashes[backwards->articles[1 - i].exact[j]]);
            g_assert_cmpuint (forwards->normal_hashes[normal], ==, backwards->normal_hashes[backwards->articles[1 - i].normal[j]]);
          }
    }
}

static void
test_empty (void)
{
  const DoubletCorpusOptions options = { DOUBLET_IGNORE_DEFAULT, FALSE };
  g_autoptr (DoubletCorpus) none = doublet_corpus_new (NULL, NULL, 0, &options, NULL);
  g_autoptr (DoubletCorpus) empty = NULL;
  DoubletComparedTokens compared;
  g_auto (Set) set = { 0 };

  set_add (&set, "");
  set_add (&set, "\n \n");
  empty = doublet_corpus_new (set.articles, set.tokens, 2, &options, NULL);
  g_assert_cmpuint (none->n_normal, ==, 0);
  g_assert_cmpuint (empty->n_exact, ==, 0);
  doublet_compared_tokens_init (&compared, empty, 1);
  g_assert_cmpuint (compared.n, ==, 0);
  doublet_compared_tokens_clear (&compared);
}

static void
test_cancelled (void)
{
  const DoubletCorpusOptions options = { DOUBLET_IGNORE_DEFAULT, FALSE };
  int                        stop = FALSE;
  DoubletProgress            progress = { STOP_FLAG (&stop) };
  g_auto (Set) set = { 0 };

  set_add (&set, "a b c");
  stop = TRUE;
  g_assert_null (doublet_corpus_new (set.articles, set.tokens, 1, &options, &progress));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/broken-words", test_broken_words);
  g_test_add_func ("/corpus/random", test_random);
  g_test_add_func ("/corpus/order", test_order);
  g_test_add_func ("/corpus/empty", test_empty);
  g_test_add_func ("/corpus/cancelled", test_cancelled);
  return g_test_run ();
}
