/* fact-kinds.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fact-kinds.h"

#include <stdlib.h>
#include <string.h>

/* The longest of them is a contraction with a typographic apostrophe. */
#define MAX_NEGATION_BYTES 16

/* What is put for more words than these was rewritten: that a figure in it is another one
 * is nothing to be told apart; and a "not" in a phrase for which there is another one does
 * not turn it into its opposite. */
#define MAX_EDIT_TOKENS 32
#define MAX_NEGATED_TOKENS 6

/* Words that turn what is said into its opposite, in the languages of most of our users.
 * A word that is another thing in another language ("no" in English and in Spanish) only
 * flags a change that is there.  In the order of their bytes. */
static const char *const negations[] = {
  "aldrig",
  "aucun",
  "aucune",
  "cannot",
  "geen",
  "ikke",
  "ingen",
  "inte",
  "jamais",
  "kein",
  "keine",
  "keinem",
  "keinen",
  "keiner",
  "keines",
  "mai",
  "nada",
  "neither",
  "never",
  "ni",
  "nicht",
  "nichts",
  "nie",
  "niemals",
  "niemand",
  "niet",
  "no",
  "nobody",
  "non",
  "none",
  "nooit",
  "nor",
  "not",
  "nothing",
  "nunca",
  "não",
  "ohne",
  "pas",
  "rien",
  "sans",
  "sem",
  "senza",
  "sin",
  "without",
  "zonder",
  "без",
  "не",
  "нет",
  "никогда",
  "不",
  "无",
  "未",
  "沒",
  "没",
  "無",
  "非",
};

/* Most words differ in their first letter. */
static int
compare_words (const void *a,
               const void *b)
{
  const char *x = a;
  const char *y = *(const char *const *)b;
  int         order = (guchar)*x - (guchar)*y;

  return order != 0 ? order : strcmp (x, y);
}

/* Numerals of Han writing, each a token of its own; in the order of their bytes. */
static const char *const han_numerals[] = {
  "〇",
  "一",
  "七",
  "万",
  "三",
  "两",
  "九",
  "二",
  "五",
  "亿",
  "億",
  "兩",
  "八",
  "六",
  "十",
  "千",
  "四",
  "百",
  "萬",
  "零",
};

static gboolean
is_figure (const DoubletTokenSpan *span,
           guint32                 token)
{
  const DoubletToken *of = &span->tokens->tokens[token];
  char                character[] = "   ";

  if (of->kind == DOUBLET_TOKEN_NUMBER || of->half_words != 1 || of->n_bytes != strlen (character))
    return of->kind == DOUBLET_TOKEN_NUMBER;
  memcpy (character, doublet_article_get_text (span->article, NULL) + of->start, strlen (character));
  return bsearch (character, han_numerals, G_N_ELEMENTS (han_numerals), sizeof *han_numerals, compare_words) != NULL;
}

static gboolean
is_name (const DoubletTokenSpan *span,
         guint32                 token)
{
  return (span->tokens->tokens[token].flags & DOUBLET_TOKEN_FLAG_NAME) != 0;
}

static gboolean
is_quoted (const DoubletTokenSpan *span,
           guint32                 token)
{
  return span->tokens->tokens[token].half_words > 0 && (span->tokens->tokens[token].flags & DOUBLET_TOKEN_FLAG_QUOTED) != 0;
}

/* Writes an ASCII word with small letters; FALSE if it is none. */
static gboolean
fold_ascii (const char *text,
            gsize       n_bytes,
            char       *folded)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      if ((guchar)text[i] >= 0x80)
        return FALSE;
      folded[i] = text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i];
    }
  folded[n_bytes] = '\0';
  return TRUE;
}

/* "don't", with either apostrophe. */
static gboolean
is_contraction (const char *word)
{
  gsize length = strlen (word);

  return length > 0 && word[length - 1] == 't' && (g_str_has_suffix (word, "n't") || g_str_has_suffix (word, "n’t"));
}

/* For each byte, whether a negation may begin with it: one of ASCII only if one does, and
 * others in any case, which are folded first. */
static const gboolean *
get_beginnings (void)
{
  static gsize    is_known;
  static gboolean beginnings[256];

  if (g_once_init_enter (&is_known))
    {
      for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
        beginnings[i] = i >= 0x80;
      for (guint i = 0; i < G_N_ELEMENTS (negations); i++)
        beginnings[(guchar)*negations[i]] = beginnings[(guchar)g_ascii_toupper (*negations[i])] = TRUE;
      g_once_init_leave (&is_known, 1);
    }
  return beginnings;
}

static gboolean
is_negation (const DoubletTokenSpan *span,
             guint32                 token)
{
  const DoubletToken *of = &span->tokens->tokens[token];
  const char         *text = doublet_article_get_text (span->article, NULL) + of->start;
  char                ascii[MAX_NEGATION_BYTES + 1];
  const char         *word = ascii;
  g_autofree char    *folded = NULL;

  if (of->kind != DOUBLET_TOKEN_WORD || of->n_bytes > MAX_NEGATION_BYTES)
    return FALSE;
  /* Every changed word is asked about.  A contraction ends with a t, folded or not. */
  if (!get_beginnings ()[(guchar)*text] && g_ascii_tolower (text[of->n_bytes - 1]) != 't')
    return FALSE;
  if (!fold_ascii (text, of->n_bytes, ascii))
    word = folded = g_utf8_casefold (text, of->n_bytes);
  return is_contraction (word) ||
         bsearch (word, negations, G_N_ELEMENTS (negations), sizeof *negations, compare_words) != NULL;
}

static void
extend_reading (DoubletReading *reading,
                guint32         token)
{
  if (reading->first == reading->end)
    reading->first = token;
  reading->end = token + 1;
}

/**
 * doublet_fact_kinds_find_readings:
 * @span: some tokens
 * @readings: (out caller-allocates) (array fixed-size=4): for each kind the tokens from the
 *   first of that kind to the last; of length 0, at the start of @span, if there is none
 */
void
doublet_fact_kinds_find_readings (const DoubletTokenSpan *span,
                                  DoubletReading         *readings)
{
  for (DoubletFactKind kind = 0; kind < DOUBLET_N_FACT_KINDS; kind++)
    readings[kind] = (DoubletReading){ span->first, span->first };
  for (guint32 i = span->first; i < span->end; i++)
    {
      if (is_figure (span, i))
        extend_reading (&readings[DOUBLET_FACT_FIGURE], i);
      if (is_name (span, i))
        extend_reading (&readings[DOUBLET_FACT_NAME], i);
      if (is_quoted (span, i))
        extend_reading (&readings[DOUBLET_FACT_QUOTATION], i);
      if (is_negation (span, i))
        extend_reading (&readings[DOUBLET_FACT_NEGATION], i);
    }
}

/**
 * doublet_fact_kind_is_told:
 * @kind: a kind
 * @x: the one reading
 * @y: the other, which is not the same
 *
 * Returns: whether that is a fact that differs: a negation also where only one has it;
 *   of the other kinds, what only one has is an addition like others
 */
gboolean
doublet_fact_kind_is_told (DoubletFactKind kind,
                           DoubletReading  x,
                           DoubletReading  y)
{
  return kind == DOUBLET_FACT_NEGATION ? x.first < x.end || y.first < y.end : x.first < x.end && y.first < y.end;
}

static char *
dup_folded (const DoubletTokenSpan *span,
            DoubletReading          reading)
{
  const char *text = doublet_article_get_text (span->article, NULL);
  GString    *folded = g_string_new (NULL);

  for (guint32 i = reading.first; i < reading.end; i++)
    {
      const DoubletToken *token = &span->tokens->tokens[i];
      g_autofree char    *word = g_utf8_casefold (text + token->start, token->n_bytes);

      g_string_append (folded, word);
      g_string_append_c (folded, ' ');
    }
  return g_string_free (folded, FALSE);
}

/**
 * doublet_fact_kinds_compare:
 * @a: some tokens
 * @b: what stands for them in another article
 *
 * Returns: in which kinds of facts they differ, capitals apart: bits, 1 << kind; none if
 *   it is so much that it was rewritten
 */
guint
doublet_fact_kinds_compare (const DoubletTokenSpan *a,
                            const DoubletTokenSpan *b)
{
  DoubletReading of_a[DOUBLET_N_FACT_KINDS];
  DoubletReading of_b[DOUBLET_N_FACT_KINDS];
  guint          kinds = 0;

  if (a->end - a->first > MAX_EDIT_TOKENS || b->end - b->first > MAX_EDIT_TOKENS)
    return 0;
  doublet_fact_kinds_find_readings (a, of_a);
  doublet_fact_kinds_find_readings (b, of_b);
  for (DoubletFactKind kind = 0; kind < DOUBLET_N_FACT_KINDS; kind++)
    {
      DoubletReading   x = of_a[kind], y = of_b[kind];
      g_autofree char *words_x = NULL;
      g_autofree char *words_y = NULL;

      if (!doublet_fact_kind_is_told (kind, x, y) ||
          (kind == DOUBLET_FACT_NEGATION && MAX (a->end - a->first, b->end - b->first) > MAX_NEGATED_TOKENS))
        continue;
      words_x = dup_folded (a, x);
      words_y = dup_folded (b, y);
      if (strcmp (words_x, words_y) != 0)
        kinds |= 1u << kind;
    }
  return kinds;
}
