/* facts.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collation-private.h"
#include "fact-kinds.h"

#include <string.h>

/*
 * What an editor asks first of a passage whose copies differ: is a figure, a name, a
 * quotation or a "not" another one?  In an edited passage each edit is looked at; in a
 * reworded one only figures can be told, those that the one copy has and the other not.
 */

/* Facts of one passage that are listed.  Two drafts of a book are one passage, of which an
 * editor wants to know every figure; more than this is two editions of a table. */
#define MAX_FACTS 1000

/* Tokens of one article, half-open. */
typedef struct
{
  const DoubletCorpusArticle *article;
  DoubletTokenSpan            tokens;
} Span;

static Span
make_span (const DoubletCollationIndex *index,
           guint32                      article,
           guint32                      first,
           guint32                      end)
{
  const DoubletCorpusArticle *of = &index->corpus->articles[article];

  return (Span){ of, { of->article, of->tokens, first, end } };
}

static Span
get_span (const DoubletCollationIndex *index,
          guint32                      article,
          guint32                      start,
          guint32                      end)
{
  const DoubletTokens *tokens = index->corpus->articles[article].tokens;
  guint32              first = doublet_tokens_find (tokens, start), last = first;

  while (last < tokens->n_tokens && tokens->tokens[last].start < end)
    last++;
  return make_span (index, article, first, last);
}

static gboolean
is_same (const Span    *a,
         DoubletReading x,
         const Span    *b,
         DoubletReading y)
{
  return x.end - x.first == y.end - y.first &&
         memcmp (a->article->normal + x.first, b->article->normal + y.first, sizeof (guint32) * (x.end - x.first)) == 0;
}

/* Where a reading stands in bytes; one that is empty, at the start of the span. */
static void
set_bytes (const Span    *span,
           DoubletReading reading,
           guint32        otherwise,
           guint32       *start,
           guint32       *end)
{
  *start = *end = otherwise;
  if (reading.first < reading.end)
    {
      *start = span->tokens.tokens->tokens[reading.first].start;
      *end = doublet_token_get_end (&span->tokens.tokens->tokens[reading.end - 1]);
    }
}

/* The facts of one passage, as they are found. */
typedef struct
{
  DoubletCollationIndex *index;
  const DoubletFinding  *finding;
  guint                  first;   /* of the passage, in the index */
  gboolean               is_full; /* one was turned away */
} FactList;

static void
add_fact (FactList          *list,
          const DoubletFact *fact)
{
  if (list->index->facts->len - list->first < MAX_FACTS)
    g_array_append_val (list->index->facts, *fact);
  else
    list->is_full = TRUE;
}

/* Looks whether an edit changes what belongs to one of the kinds. */
static void
check_edit (FactList               *list,
            guint32                 place,
            const DoubletPlaceEdit *edit)
{
  const DoubletPlace *places = list->finding->places;
  Span                reference = get_span (list->index, places[list->finding->reference].article, edit->reference_start, edit->reference_end);
  Span                here = get_span (list->index, places[place].article, edit->here_start, edit->here_end);
  DoubletReading      of_reference[DOUBLET_N_FACT_KINDS];
  DoubletReading      of_here[DOUBLET_N_FACT_KINDS];

  doublet_fact_kinds_find_readings (&reference.tokens, of_reference);
  doublet_fact_kinds_find_readings (&here.tokens, of_here);
  for (DoubletFactKind kind = 0; kind < DOUBLET_N_FACT_KINDS; kind++)
    {
      DoubletReading x = of_reference[kind], y = of_here[kind];
      DoubletFact    fact = { .kind = kind, .place = place };

      if (is_same (&reference, x, &here, y) || !doublet_fact_kind_is_told (kind, x, y))
        continue;
      set_bytes (&reference, x, edit->reference_start, &fact.reference_start, &fact.reference_end);
      set_bytes (&here, y, edit->here_start, &fact.here_start, &fact.here_end);
      add_fact (list, &fact);
    }
}

/* Han numerals are told by the edit that they are in; in other words, they are anywhere. */
static gboolean
is_figure (const Span *span,
           guint32     token)
{
  return span->tokens.tokens->tokens[token].kind == DOUBLET_TOKEN_NUMBER;
}

static GHashTable *
list_figures (const Span *span)
{
  GHashTable *figures = g_hash_table_new (NULL, NULL);

  for (guint32 i = span->tokens.first; i < span->tokens.end; i++)
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
  for (guint32 i = from; i < span->tokens.end; i++)
    if (is_figure (span, i) && !g_hash_table_contains (of_other, GUINT_TO_POINTER (span->article->normal[i] + 1)))
      return i;
  return span->tokens.end;
}

/* Figures that only the one has stand beside those that only the other has, in order. */
static void
check_reworded (FactList *list,
                guint32   place)
{
  const DoubletPlace *from = &list->finding->places[list->finding->reference], *to = &list->finding->places[place];
  Span                reference = make_span (list->index, from->article, from->first_token, from->end_token);
  Span                here = make_span (list->index, to->article, to->first_token, to->end_token);
  g_autoptr (GHashTable) there = list_figures (&reference);
  g_autoptr (GHashTable) in_here = list_figures (&here);
  guint32 x = find_lone_figure (&reference, reference.tokens.first, in_here);
  guint32 y = find_lone_figure (&here, here.tokens.first, there);

  while (x < reference.tokens.end && y < here.tokens.end && !list->is_full)
    {
      DoubletFact fact = { .kind = DOUBLET_FACT_FIGURE, .place = place };

      set_bytes (&reference, (DoubletReading){ x, x + 1 }, 0, &fact.reference_start, &fact.reference_end);
      set_bytes (&here, (DoubletReading){ y, y + 1 }, 0, &fact.here_start, &fact.here_end);
      add_fact (list, &fact);
      x = find_lone_figure (&reference, x + 1, in_here);
      y = find_lone_figure (&here, y + 1, there);
    }
}

static void
find_facts (DoubletCollationIndex *index,
            DoubletFinding        *finding)
{
  FactList list = { index, finding, index->facts->len, FALSE };

  for (guint32 i = 0; i < finding->n_places; i++)
    {
      const DoubletPlace *place = &finding->places[i];

      if (i == finding->reference)
        continue;
      if (finding->match == DOUBLET_PASSAGE_REWORDED)
        check_reworded (&list, i);
      for (guint32 j = 0; j < place->n_edits && !list.is_full; j++)
        check_edit (&list, i, &place->edits[j]);
    }
  finding->n_facts = index->facts->len - list.first;
  index->facts_capped |= list.is_full;
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
