/* facts.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collation-private.h"

#include <string.h>

/*
 * What an editor asks first of a passage whose copies differ: is a figure, a name, a
 * quotation or a "not" another one?  In an edited passage each edit is looked at; in a
 * reworded one only figures can be told, those that the one copy has and the other not.
 */

/* Facts of one passage that are listed: nobody reads more. */
#define MAX_FACTS 64

/* Tokens of one article, half-open. */
typedef struct
{
  const DoubletCorpusArticle *article;
  guint32                     first;
  guint32                     end;
} Span;

/* The first and the last token of a kind in a span, and where to go on; first == end if
 * there is none. */
typedef struct
{
  guint32 first;
  guint32 end;
} Reading;

typedef gboolean (*BelongsFunc) (const Span *span,
                                 guint32     token);

/* Words that turn what is said into its opposite, in the languages of most of our users.
 * A word that is another thing in another language ("no" in English and in Spanish) only
 * flags a change that is there. */
static const char *const negations[] = {
  "no",
  "not",
  "never",
  "neither",
  "nor",
  "none",
  "nobody",
  "nothing",
  "without",
  "cannot",
  "nicht",
  "kein",
  "keine",
  "keinen",
  "keinem",
  "keiner",
  "keines",
  "nie",
  "niemals",
  "niemand",
  "nichts",
  "ohne",
  "pas",
  "jamais",
  "aucun",
  "aucune",
  "sans",
  "rien",
  "ni",
  "nunca",
  "sin",
  "nada",
  "non",
  "mai",
  "senza",
  "não",
  "sem",
  "niet",
  "geen",
  "nooit",
  "zonder",
  "inte",
  "ikke",
  "ingen",
  "aldrig",
  "не",
  "нет",
  "никогда",
  "без",
  "不",
  "没",
  "沒",
  "未",
  "無",
  "无",
  "非",
};

static Span
get_span (const DoubletCollationIndex *index,
          guint32                      article,
          guint32                      start,
          guint32                      end)
{
  const DoubletCorpusArticle *of = &index->corpus->articles[article];
  Span                        span = { of, doublet_tokens_find (of->tokens, start), 0 };

  span.end = span.first;
  while (span.end < of->tokens->n_tokens && of->tokens->tokens[span.end].start < end)
    span.end++;
  return span;
}

static const DoubletToken *
get_token (const Span *span,
           guint32     token)
{
  return &span->article->tokens->tokens[token];
}

static gboolean
is_figure (const Span *span,
           guint32     token)
{
  return get_token (span, token)->kind == DOUBLET_TOKEN_NUMBER;
}

static gboolean
is_name (const Span *span,
         guint32     token)
{
  return (get_token (span, token)->flags & DOUBLET_TOKEN_FLAG_NAME) != 0;
}

static gboolean
is_quoted (const Span *span,
           guint32     token)
{
  return get_token (span, token)->half_words > 0 && (get_token (span, token)->flags & DOUBLET_TOKEN_FLAG_QUOTED) != 0;
}

static gboolean
is_negation (const Span *span,
             guint32     token)
{
  const DoubletToken *of = get_token (span, token);
  const char         *text = doublet_article_get_text (span->article->article, NULL) + of->start;
  g_autofree char    *word = g_utf8_casefold (text, of->end - of->start);

  if (g_str_has_suffix (word, "n't") || g_str_has_suffix (word, "n’t"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (negations); i++)
    if (strcmp (word, negations[i]) == 0)
      return TRUE;
  return FALSE;
}

static Reading
find_reading (const Span *span,
              BelongsFunc belongs)
{
  Reading reading = { span->first, span->first };

  for (guint32 i = span->first; i < span->end; i++)
    if (belongs (span, i))
      {
        if (reading.first == reading.end)
          reading.first = i;
        reading.end = i + 1;
      }
  return reading;
}

static gboolean
is_same (const Span *a,
         Reading     x,
         const Span *b,
         Reading     y)
{
  return x.end - x.first == y.end - y.first &&
         memcmp (a->article->normal + x.first, b->article->normal + y.first, sizeof (guint32) * (x.end - x.first)) == 0;
}

/* Where a reading stands in bytes; one that is empty, at the start of the span. */
static void
set_bytes (const Span *span,
           Reading     reading,
           guint32     otherwise,
           guint32    *start,
           guint32    *end)
{
  *start = *end = otherwise;
  if (reading.first < reading.end)
    {
      *start = get_token (span, reading.first)->start;
      *end = get_token (span, reading.end - 1)->end;
    }
}

/* Looks whether an edit changes what belongs to one kind. */
static void
check_edit (DoubletCollationIndex  *index,
            const DoubletFinding   *finding,
            guint32                 place,
            const DoubletPlaceEdit *edit,
            DoubletFactKind         kind)
{
  static const BelongsFunc belongs[] = {
    [DOUBLET_FACT_FIGURE] = is_figure,
    [DOUBLET_FACT_NAME] = is_name,
    [DOUBLET_FACT_QUOTATION] = is_quoted,
    [DOUBLET_FACT_NEGATION] = is_negation,
  };
  Span        reference = get_span (index, finding->places[finding->reference].article, edit->reference_start, edit->reference_end);
  Span        here = get_span (index, finding->places[place].article, edit->here_start, edit->here_end);
  Reading     x = find_reading (&reference, belongs[kind]);
  Reading     y = find_reading (&here, belongs[kind]);
  gboolean    has_both = x.first < x.end && y.first < y.end;
  DoubletFact fact = { .kind = kind, .place = place };

  if (is_same (&reference, x, &here, y) || (kind != DOUBLET_FACT_NEGATION && !has_both))
    return;
  set_bytes (&reference, x, edit->reference_start, &fact.reference_start, &fact.reference_end);
  set_bytes (&here, y, edit->here_start, &fact.here_start, &fact.here_end);
  g_array_append_val (index->facts, fact);
}

static GHashTable *
list_figures (const Span *span)
{
  GHashTable *figures = g_hash_table_new (NULL, NULL);

  for (guint32 i = span->first; i < span->end; i++)
    if (is_figure (span, i))
      g_hash_table_add (figures, GUINT_TO_POINTER (span->article->normal[i] + 1));
  return figures;
}

/* The next figure in a span that is not among those of the other; end if there is none. */
static guint32
find_lone_figure (const Span *span,
                  guint32     from,
                  GHashTable *of_other)
{
  for (guint32 i = from; i < span->end; i++)
    if (is_figure (span, i) && !g_hash_table_contains (of_other, GUINT_TO_POINTER (span->article->normal[i] + 1)))
      return i;
  return span->end;
}

/* Figures that only the one has stand beside those that only the other has, in order. */
static void
check_reworded (DoubletCollationIndex *index,
                const DoubletFinding  *finding,
                guint32                place,
                guint                  first_fact)
{
  const DoubletPlace *from = &finding->places[finding->reference], *to = &finding->places[place];
  Span                reference = { &index->corpus->articles[from->article], from->first_token, from->end_token };
  Span                here = { &index->corpus->articles[to->article], to->first_token, to->end_token };
  g_autoptr (GHashTable) there = list_figures (&reference);
  g_autoptr (GHashTable) in_here = list_figures (&here);
  guint32 x = find_lone_figure (&reference, reference.first, in_here);
  guint32 y = find_lone_figure (&here, here.first, there);

  while (x < reference.end && y < here.end && index->facts->len - first_fact < MAX_FACTS)
    {
      DoubletFact fact = { .kind = DOUBLET_FACT_FIGURE, .place = place };

      set_bytes (&reference, (Reading){ x, x + 1 }, 0, &fact.reference_start, &fact.reference_end);
      set_bytes (&here, (Reading){ y, y + 1 }, 0, &fact.here_start, &fact.here_end);
      g_array_append_val (index->facts, fact);
      x = find_lone_figure (&reference, x + 1, in_here);
      y = find_lone_figure (&here, y + 1, there);
    }
}

static void
find_facts (DoubletCollationIndex *index,
            DoubletFinding        *finding)
{
  guint first_fact = index->facts->len;

  for (guint32 i = 0; i < finding->n_places; i++)
    {
      if (i == finding->reference)
        continue;
      if (finding->match == DOUBLET_PASSAGE_REWORDED)
        check_reworded (index, finding, i, first_fact);
      for (guint32 j = 0; j < finding->places[i].n_edits && index->facts->len - first_fact < MAX_FACTS; j++)
        for (DoubletFactKind kind = 0; kind < DOUBLET_N_FACT_KINDS; kind++)
          check_edit (index, finding, i, &finding->places[i].edits[j], kind);
    }
  finding->n_facts = index->facts->len - first_fact;
}

/*
 * doublet_facts_fill:
 * @index: with its findings
 *
 * Fills in which facts the copies of passages differ in.
 */
void
doublet_facts_fill (DoubletCollationIndex *index)
{
  guint first = 0;

  for (guint i = 0; i < index->findings->len; i++)
    find_facts (index, &g_array_index (index->findings, DoubletFinding, i));
  /* Only now does the array stay where it is. */
  for (guint i = 0; i < index->findings->len; i++)
    {
      DoubletFinding *finding = &g_array_index (index->findings, DoubletFinding, i);

      finding->facts = finding->n_facts > 0 ? &g_array_index (index->facts, DoubletFact, first) : NULL;
      first += finding->n_facts;
    }
}
