/* fingerprints.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collation-private.h"

#include <stdlib.h>

/*
 * A passage is known again by its words: what a person decided about it must hold when
 * another article is added, the order is changed, text elsewhere is edited, paragraphs
 * are wrapped anew, or another option is chosen that leaves the passage as it is.
 *
 * So a fingerprint is made of the words of the longest copy, in the normal form that
 * passages have by default, whatever is ignored this time; without punctuation, and
 * without hyphens, for one at the end of a line may be part of the word or not.  Of
 * several copies that are the longest the least fingerprint counts, so that it does not
 * matter which of them is the reference.
 *
 * Passages whose words are the same in this sense (two that differ in capitals, if these
 * count; a sentence that is verbatim here and reworded there) are told apart by what
 * else they are; all but the first of them, so that it keeps its fingerprint when the
 * others come and go.
 *
 * Hashes are FNV-1a (Fowler, Noll, Vo) of the forms, mixed by the finaliser of
 * MurmurHash3, and not those of the vocabulary: files keep them.
 */

#define FNV_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_FACTOR G_GUINT64_CONSTANT (0x100000001b3)

typedef struct
{
  const DoubletCollationIndex *index;
  guint64                     *known; /* by exact symbol; 0 if not yet */
  GString                     *form;
} Printer;

/* One of those whose words are the same, and what tells it from the others. */
typedef struct
{
  DoubletFinding *finding;
  guint64         words;
  guint64         strict; /* of the normal form of this time */
  guint64         copies;
} Print;

static guint64
mix (guint64 hash,
     guint64 value)
{
  hash = (hash ^ value) * FNV_FACTOR;
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return hash ^ (hash >> 33);
}

static guint64
hash_form (const GString *form)
{
  guint64 hash = FNV_START;

  for (gsize i = 0; i < form->len; i++)
    if (form->str[i] != '-')
      hash = (hash ^ (guint8)form->str[i]) * FNV_FACTOR;
  return MAX (hash, 1);
}

/* Of most words, letters of ASCII, the normal form is the same in small letters: to ask
 * for it took longer than all else here.  0 of any other. */
static guint64
hash_letters (const char *word,
              gsize       n_bytes)
{
  guint64 hash = FNV_START;

  for (gsize i = 0; i < n_bytes; i++)
    {
      guint8 small = (guint8)word[i] | 0x20;

      if (small < 'a' || small > 'z')
        return 0;
      hash = (hash ^ small) * FNV_FACTOR;
    }
  return MAX (hash, 1);
}

static guint64
hash_token (Printer                    *self,
            const DoubletCorpusArticle *article,
            guint32                     number)
{
  const DoubletToken *token = &article->tokens->tokens[number];
  guint64            *hash = &self->known[article->exact[number]];
  const char         *text = doublet_article_get_text (article->article, NULL) + token->start;

  if (*hash == 0 && token->kind == DOUBLET_TOKEN_WORD)
    *hash = hash_letters (text, token->n_bytes);
  if (*hash == 0)
    {
      g_string_truncate (self->form, 0);
      doublet_normal_form_append_normal (self->form, text, token->n_bytes, token->kind, DOUBLET_IGNORE_DEFAULT, FALSE);
      *hash = hash_form (self->form);
    }
  return *hash;
}

static guint64
hash_place (Printer            *self,
            const DoubletPlace *place)
{
  const DoubletCorpusArticle *article = &self->index->corpus->articles[place->article];
  const guint                 left_out = (self->index->options.ignore & DOUBLET_IGNORE_QUOTATIONS) != 0 ? DOUBLET_TOKEN_FLAG_QUOTED : 0;
  guint64                     hash = FNV_START;

  for (guint32 i = place->first_token; i < place->end_token; i++)
    if (article->tokens->tokens[i].kind < DOUBLET_TOKEN_PUNCTUATION && (article->tokens->tokens[i].flags & left_out) == 0)
      {
        guint64 token = hash_token (self, article, i);

        /* What is invisible is in no passage either. */
        if (token != FNV_START)
          hash = mix (hash, token);
      }
  return hash;
}

/* Whether copies that are the same to the finder may have different words. */
static gboolean
has_variants (const Printer        *self,
              const DoubletFinding *finding)
{
  const DoubletIgnore more = DOUBLET_IGNORE_DIACRITICS | DOUBLET_IGNORE_NUMBERS | DOUBLET_IGNORE_QUOTATIONS;

  return finding->match != DOUBLET_PASSAGE_VERBATIM || finding->period > 0 || (self->index->options.ignore & more) != 0;
}

static guint64
hash_finding (Printer              *self,
              const DoubletFinding *finding)
{
  const DoubletPlace *reference = &finding->places[finding->reference];
  guint64             least = hash_place (self, reference);

  for (guint32 i = 0; has_variants (self, finding) && i < finding->n_places; i++)
    if (i != finding->reference && finding->places[i].half_words == reference->half_words)
      least = MIN (least, hash_place (self, &finding->places[i]));
  return least;
}

static int
compare_prints (const void *a,
                const void *b)
{
  const Print *x = a, *y = b;

  if (x->words != y->words)
    return x->words < y->words ? -1 : 1;
  if (x->finding->match != y->finding->match)
    return x->finding->match < y->finding->match ? -1 : 1;
  if (x->finding->period != y->finding->period)
    return x->finding->period < y->finding->period ? -1 : 1;
  if (x->strict != y->strict)
    return x->strict < y->strict ? -1 : 1;
  return x->copies < y->copies ? -1 : x->copies > y->copies;
}

/* Of all copies together, in whatever order. */
static guint64
hash_copies (Printer              *self,
             const DoubletFinding *finding)
{
  guint64 sum = finding->n_places;

  for (guint32 i = 0; i < finding->n_places; i++)
    sum += mix (hash_place (self, &finding->places[i]), 0);
  return sum;
}

static void
tell_apart (Printer *self,
            Print   *prints,
            guint    n)
{
  for (guint i = 0; i < n; i++)
    prints[i].copies = hash_copies (self, prints[i].finding);
  qsort (prints, n, sizeof *prints, compare_prints);
  for (guint i = 1; i < n; i++)
    {
      guint64 hash = mix (mix (prints[i].words, prints[i].finding->match), prints[i].finding->period);

      prints[i].finding->fingerprint = mix (mix (hash, prints[i].strict), prints[i].copies);
    }
}

/*
 * doublet_fingerprints_fill:
 * @index: with its findings, whose fingerprints are the finder's
 *
 * Gives each finding the fingerprint by which it is known again.
 */
void
doublet_fingerprints_fill (DoubletCollationIndex *index)
{
  guint             n = index->findings->len;
  Printer           self = { index, NULL, NULL };
  g_autofree Print *prints = g_new (Print, MAX (n, 1));

  if (n == 0)
    return;

  self.known = g_new0 (guint64, MAX (index->corpus->n_exact, 1));
  self.form = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      DoubletFinding *finding = &g_array_index (index->findings, DoubletFinding, i);

      prints[i] = (Print){ finding, hash_finding (&self, finding), finding->fingerprint, 0 };
      finding->fingerprint = prints[i].words;
    }
  qsort (prints, n, sizeof *prints, compare_prints);
  for (guint i = 0, j; i < n; i = j)
    {
      for (j = i + 1; j < n && prints[j].words == prints[i].words; j++)
        ;
      if (j > i + 1)
        tell_apart (&self, prints + i, j - i);
    }
  g_free (self.known);
  g_string_free (self.form, TRUE);
}
