/* collator.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collator.h"

#include "boilerplate.h"
#include "collation-private.h"
#include "sentences.h"
#include "stems.h"

#include <string.h>

/* Writes A ... Z, AA, AB ...: numbers to the base 26 without a zero. */
static void
write_label (char  label[DOUBLET_LABEL_SIZE],
             guint number)
{
  char  digits[DOUBLET_LABEL_SIZE];
  guint n = 0;

  do
    {
      digits[n++] = 'A' + number % 26;
      number /= 26;
    }
  while (number-- > 0);

  for (guint i = 0; i < n; i++)
    label[i] = digits[n - 1 - i];
  label[n] = '\0';
}

/* Whether most of the text is of the kind that counts two characters as a word. */
static gboolean
is_counted_in_characters (const DoubletTokens *tokens)
{
  guint64 characters = 0;

  for (guint32 i = 0; i < tokens->n_tokens; i++)
    characters += tokens->tokens[i].half_words == 1;
  return characters * 2 > tokens->n_half_words;
}

static DoubletCollationIndex *
new_index (const DoubletCollatorInput *input,
           const DoubletOptions       *options)
{
  DoubletCollationIndex *index = g_atomic_rc_box_new0 (DoubletCollationIndex);

  index->options = *options;
  index->base = input->base < input->n_articles ? input->base : 0;
  index->n_articles = input->n_articles;
  index->articles = g_new0 (DoubletCollationArticle, input->n_articles);
  for (guint i = 0; i < input->n_articles; i++)
    {
      DoubletCollationArticle *article = &index->articles[i];

      article->article = doublet_article_ref (input->articles[i]);
      article->input = input->inputs != NULL ? input->inputs[i] : i;
      write_label (article->label, i);
      if (input->tokens != NULL)
        {
          article->tokens = doublet_tokens_ref (input->tokens[i]);
          article->counts_characters = is_counted_in_characters (article->tokens);
        }
    }
  if (input->boilerplate != NULL)
    index->boilerplate = doublet_article_ref (input->boilerplate);
  index->boilerplate_problem = g_strdup (input->boilerplate_problem);
  if (input->boilerplate_tokens != NULL)
    index->boilerplate_half_words = input->boilerplate_tokens->n_half_words;
  index->n_unreadable = input->n_unreadable;
  index->unreadable = g_new0 (DoubletUnreadable, input->n_unreadable);
  for (guint i = 0; i < input->n_unreadable; i++)
    index->unreadable[i] = (DoubletUnreadable){
      .input = input->unreadable[i].input,
      .name = g_strdup (input->unreadable[i].name),
      .reason = g_strdup (input->unreadable[i].reason),
    };
  index->findings = g_array_new (FALSE, FALSE, sizeof (DoubletFinding));
  index->places = g_array_new (FALSE, FALSE, sizeof (DoubletPlace));
  index->edits = g_array_new (FALSE, FALSE, sizeof (DoubletPlaceEdit));
  index->inside = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->facts = g_array_new (FALSE, FALSE, sizeof (DoubletFact));
  index->pairs = g_array_new (FALSE, FALSE, sizeof (DoubletPair));
  index->repeats = g_new0 (DoubletRepeats, input->n_articles);
  return index;
}

/**
 * doublet_collator_take_texts:
 * @input: what there is to compare; its tokens are not needed
 * @options: the choices
 *
 * The first stage: nothing but the articles.
 *
 * Returns: (transfer full): a collation
 */
DoubletCollation *
doublet_collator_take_texts (const DoubletCollatorInput *input,
                             const DoubletOptions       *options)
{
  return doublet_collation_new (new_index (input, options), DOUBLET_STAGE_TEXTS, NULL, 0);
}

/* Where among the compared tokens of an article its sentences begin; what stands before
 * the first of them is none. */
static GArray *
list_sentences (const DoubletComparedTokens *compared)
{
  GArray *starts = doublet_sentences_find (compared->all);
  guint32 position = 0;
  guint   n = 0;

  for (guint i = 0; i < starts->len; i++)
    {
      guint32 token = i > 0 ? g_array_index (starts, guint32, i) : 0;

      while (position < compared->n && doublet_compared_tokens_get (compared, position) < token)
        position++;
      if (position == compared->n)
        break;
      /* No more begin than were read, so this never overtakes the reading. */
      if (n == 0 || g_array_index (starts, guint32, n - 1) < position)
        g_array_index (starts, guint32, n++) = position;
    }
  g_array_set_size (starts, n);
  return starts;
}

/* What of the compared tokens of an article stands inside quotation marks. */
static GArray *
list_quoted (const DoubletComparedTokens *compared)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  guint32 n = compared->n;

  for (guint32 i = 0; i < n; i++)
    {
      DoubletRange range = { i, i };

      while (range.end < n && (compared->all->tokens[doublet_compared_tokens_get (compared, range.end)].flags & DOUBLET_TOKEN_FLAG_QUOTED))
        range.end++;
      if (range.start < range.end)
        g_array_append_val (ranges, range);
      i = range.end;
    }
  return ranges;
}

/* Tells the finder what is said of words beside what they are; @lists owns it. */
static void
set_word_marks (DoubletSequence             *sequence,
                const DoubletComparedTokens *compared,
                const guint64               *normal_hashes,
                const DoubletBoilerplate    *boilerplate,
                const DoubletProgress       *progress,
                GPtrArray                   *lists)
{
  GArray *quoted = list_quoted (compared);

  g_ptr_array_add (lists, quoted);
  sequence->quoted = (const DoubletRange *)(gpointer)quoted->data;
  sequence->n_quoted = quoted->len;
  if (boilerplate != NULL)
    {
      GArray *ranges = doublet_boilerplate_find (boilerplate, compared, normal_hashes, progress);

      g_ptr_array_add (lists, ranges);
      sequence->boilerplate = (const DoubletRange *)(gpointer)ranges->data;
      sequence->n_boilerplate = ranges->len;
    }
}

static DoubletPassageOptions
get_passage_options (const DoubletOptions *options)
{
  return (DoubletPassageOptions){
    .min_words = options->min_words,
    .max_gap = options->max_gap,
    .min_identical = options->min_identical,
  };
}

static DoubletPassages *
find_passages (const DoubletCorpus         *corpus,
               const DoubletComparedTokens *compared,
               const DoubletOptions        *options,
               const DoubletBoilerplate    *boilerplate,
               const DoubletProgress       *progress)
{
  g_autofree DoubletSequence *sequences = g_new0 (DoubletSequence, corpus->n_articles);
  g_autofree guint64         *stem_hashes = NULL;
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  DoubletPassageOptions passage_options = get_passage_options (options);
  /* What boilerplate is comes before the rest and is short. */
  const DoubletProgress silent = doublet_progress_silence (progress);

  for (guint i = 0; i < corpus->n_articles; i++)
    {
      sequences[i] = (DoubletSequence){
        .symbols = compared[i].normal,
        .positions = compared[i].tokens,
        .half_words = compared[i].half_words,
        .n = compared[i].n,
      };
      set_word_marks (&sequences[i], &compared[i], corpus->normal_hashes, boilerplate, &silent, lists);
    }

  if (doublet_options_find_reworded (options))
    {
      stem_hashes = doublet_stems_hash (corpus, compared);
      for (guint i = 0; i < corpus->n_articles; i++)
        {
          GArray *starts = list_sentences (&compared[i]);

          g_ptr_array_add (lists, starts);
          sequences[i].sentence_starts = (const guint32 *)(gpointer)starts->data;
          sequences[i].n_sentences = starts->len;
        }
    }
  return doublet_passage_finder_run (sequences, corpus->n_articles, corpus->normal_hashes, stem_hashes, &passage_options, progress);
}

static void
compare_tokens (DoubletCollationIndex *index)
{
  index->compared = g_new (DoubletComparedTokens, index->n_articles);
  for (guint i = 0; i < index->n_articles; i++)
    doublet_compared_tokens_init (&index->compared[i], index->corpus, i);
}

static void
forget_compared_tokens (DoubletCollationIndex *index)
{
  for (guint i = 0; i < index->n_articles; i++)
    doublet_compared_tokens_clear (&index->compared[i]);
  g_clear_pointer (&index->compared, g_free);
}

/* False if cancelled. */
static gboolean
fill_findings (DoubletCollationIndex      *index,
               const DoubletCollatorInput *input,
               const DoubletCorpusOptions *corpus_options,
               const DoubletProgress      *progress)
{
  g_autoptr (DoubletPassages) passages = NULL;
  g_autoptr (DoubletBoilerplate) boilerplate = NULL;
  DoubletPassageOptions passage_options = get_passage_options (&index->options);
  const DoubletProgress silent = doublet_progress_silence (progress);

  if (input->boilerplate != NULL)
    {
      boilerplate = doublet_boilerplate_new (input->boilerplate, input->boilerplate_tokens, corpus_options, &passage_options, &silent);
      if (boilerplate == NULL)
        return FALSE;
    }
  compare_tokens (index);
  passages = find_passages (index->corpus, index->compared, &index->options, boilerplate, progress);
  if (passages != NULL)
    doublet_findings_fill (index, passages);
  forget_compared_tokens (index);
  return passages != NULL;
}

/**
 * doublet_collator_find_passages:
 * @input: what there is to compare, with tokens
 * @options: the choices
 * @progress: (nullable): who listens
 *
 * The second stage: passages and figures over one index of all articles; or only the
 * index, which the differences need as well, if passages are not to be looked for.
 *
 * Returns: (transfer full) (nullable): a collation without alignments, NULL if
 *   cancelled
 */
DoubletCollation *
doublet_collator_find_passages (const DoubletCollatorInput *input,
                                const DoubletOptions       *options,
                                const DoubletProgress      *progress)
{
  DoubletCorpusOptions   corpus_options = { .ignore = options->ignore, .typography = options->typography };
  DoubletCollationIndex *index;
  /* Of the two steps this is the short one: it says nothing of how far it is. */
  const DoubletProgress silent = doublet_progress_silence (progress);

  g_return_val_if_fail (input->tokens != NULL || input->n_articles == 0, NULL);

  index = new_index (input, options);
  index->corpus = doublet_corpus_new (input->articles, input->tokens, input->n_articles, &corpus_options, &silent);
  if (index->corpus == NULL || (options->passages && !fill_findings (index, input, &corpus_options, progress)))
    {
      g_atomic_rc_box_release_full (index, doublet_collation_index_clear);
      return NULL;
    }

  return doublet_collation_new (index, DOUBLET_STAGE_PASSAGES, NULL, 0);
}

static DoubletAlignmentText
alignment_text (const DoubletCorpusArticle *article)
{
  return (DoubletAlignmentText){
    .tokens = article->tokens->tokens,
    .exact = article->exact,
    .normal = article->normal,
    .n_tokens = article->tokens->n_tokens,
    .block_first = article->tokens->block_first,
    .n_blocks = article->tokens->n_blocks,
  };
}

/**
 * doublet_collator_align:
 * @collation: a collation with passages
 * @a: number of an article
 * @b: number of another one
 * @progress: (nullable): who listens
 *
 * Returns: (transfer full) (nullable): the alignment of @a with @b, NULL if cancelled
 */
DoubletAlignment *
doublet_collator_align (const DoubletCollation *collation,
                        guint                   a,
                        guint                   b,
                        const DoubletProgress  *progress)
{
  const DoubletCorpus *corpus = collation->index->corpus;

  g_return_val_if_fail (corpus != NULL && a < corpus->n_articles && b < corpus->n_articles, NULL);

  {
    DoubletAlignmentText    text_a = alignment_text (&corpus->articles[a]);
    DoubletAlignmentText    text_b = alignment_text (&corpus->articles[b]);
    DoubletAlignmentSymbols symbols = {
      .n_exact = corpus->n_exact,
      .n_normal = corpus->n_normal,
      .exact_hashes = corpus->exact_hashes,
      .normal_hashes = corpus->normal_hashes,
    };

    return doublet_alignment_run (&text_a, &text_b, &symbols, progress);
  }
}

static int
compare_aligned (gconstpointer a,
                 gconstpointer b)
{
  const DoubletAlignedPair *x = a;
  const DoubletAlignedPair *y = b;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static gboolean
base_is_aligned (const DoubletCollation *collation)
{
  for (guint i = 0; i < collation->index->n_articles; i++)
    if (i != collation->index->base && !doublet_collation_is_aligned (collation, collation->index->base, i))
      return FALSE;
  return TRUE;
}

/**
 * doublet_collator_add_alignments:
 * @collation: a collation with passages
 * @pairs: (array length=n_pairs): alignments, the alignment itself (transfer full)
 * @n_pairs: how many
 *
 * Returns: (transfer full): @collation with these alignments too; a pair that it
 *   has already stays as it was
 */
DoubletCollation *
doublet_collator_add_alignments (const DoubletCollation   *collation,
                                 const DoubletAlignedPair *pairs,
                                 guint                     n_pairs)
{
  DoubletAlignedPair *aligned = g_new (DoubletAlignedPair, collation->n_aligned + n_pairs);
  guint               n_aligned = 0;
  DoubletCollation   *result;

  for (guint i = 0; i < collation->n_aligned; i++)
    {
      aligned[n_aligned] = collation->aligned[i];
      doublet_alignment_ref (aligned[n_aligned++].alignment);
    }
  for (guint i = 0; i < n_pairs; i++)
    {
      DoubletAlignedPair pair = pairs[i];

      if (doublet_collation_is_aligned (collation, pair.a, pair.b))
        {
          doublet_alignment_unref (pair.alignment);
          continue;
        }
      if (pair.a > pair.b)
        {
          g_autoptr (DoubletAlignment) turned = pair.alignment;

          pair = (DoubletAlignedPair){ pairs[i].b, pairs[i].a, doublet_alignment_new_mirrored (turned) };
        }
      aligned[n_aligned++] = pair;
    }
  if (n_aligned > 1)
    qsort (aligned, n_aligned, sizeof *aligned, compare_aligned);

  result = doublet_collation_new (g_atomic_rc_box_acquire (collation->index), DOUBLET_STAGE_PASSAGES, aligned, n_aligned);
  if (base_is_aligned (result))
    result->stage = DOUBLET_STAGE_ALIGNED;
  return result;
}

static DoubletCollation *
align_base (const DoubletCollation *collation,
            const DoubletProgress  *progress)
{
  guint                          n_articles = collation->index->n_articles;
  guint                          base = collation->index->base;
  g_autofree DoubletAlignedPair *pairs = g_new (DoubletAlignedPair, n_articles);
  guint                          n_pairs = 0;

  for (guint i = 0; i < n_articles; i++)
    {
      DoubletAlignedPair pair = { MIN (base, i), MAX (base, i), NULL };

      if (i == base)
        continue;
      pair.alignment = doublet_collator_align (collation, pair.a, pair.b, progress);
      if (pair.alignment == NULL)
        {
          for (guint j = 0; j < n_pairs; j++)
            doublet_alignment_unref (pairs[j].alignment);
          return NULL;
        }
      pairs[n_pairs++] = pair;
    }
  return doublet_collator_add_alignments (collation, pairs, n_pairs);
}

/**
 * doublet_collator_run:
 * @articles: (array length=n_articles): the articles
 * @n_articles: how many
 * @options: the choices
 * @base: number of the article that the others are read against
 * @progress: (nullable): who listens
 *
 * All steps one after the other, for those who have no threads.
 *
 * Returns: (transfer full) (nullable): the whole result, NULL if cancelled
 */
DoubletCollation *
doublet_collator_run (DoubletArticle *const *articles,
                      guint                  n_articles,
                      const DoubletOptions  *options,
                      guint                  base,
                      const DoubletProgress *progress)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_tokens_unref);
  g_autoptr (DoubletCollation) passages = NULL;
  DoubletCollatorInput input = { .articles = articles, .n_articles = n_articles, .base = base };

  for (guint i = 0; i < n_articles; i++)
    {
      DoubletTokens *of_article = doublet_tokenizer_run (articles[i], progress);

      if (of_article == NULL)
        return NULL;
      g_ptr_array_add (tokens, of_article);
    }
  input.tokens = (DoubletTokens *const *)tokens->pdata;

  passages = doublet_collator_find_passages (&input, options, progress);
  return passages != NULL ? align_base (passages, progress) : NULL;
}
