/* findings.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collation-private.h"

/*
 * From the finder's integers to the articles: positions in sequences become tokens,
 * bytes and blocks, and each place learns which passages it lies inside.
 */

/* A place names at most so many passages around it: nobody reads a longer list, and
 * texts made to be hostile would make it quadratic. */
#define MAX_INSIDE 64

/* Punctuation is in no passage when it is ignored, but a reader expects the full stop
 * or the quotation mark that all copies have to be marked with them. */
#define MAX_BORDER_MARKS 4

static const DoubletCorpusArticle *
corpus_article (const DoubletCollationIndex *index,
                guint32                      article)
{
  return &index->corpus->articles[article];
}

static guint32
first_token (const DoubletCollationIndex *index,
             guint32                      article,
             guint32                      position)
{
  return doublet_compared_tokens_get (&index->compared[article], position);
}

static guint32
end_token (const DoubletCollationIndex *index,
           guint32                      article,
           guint32                      end_position)
{
  return doublet_compared_tokens_get (&index->compared[article], end_position - 1) + 1;
}

/* Sets bytes of positions start to end of an occurrence that begins at occurrence_start.
 * An empty range lies behind the word before it, so that it stays inside the
 * occurrence even at its end. */
static void
find_bytes (const DoubletCollationIndex *index,
            const DoubletOccurrence     *occurrence,
            guint32                      start,
            guint32                      end,
            guint32                     *start_byte,
            guint32                     *end_byte)
{
  const DoubletToken *tokens = corpus_article (index, occurrence->article)->tokens->tokens;

  if (start < end)
    {
      *start_byte = tokens[first_token (index, occurrence->article, start)].start;
      *end_byte = doublet_token_get_end (&tokens[end_token (index, occurrence->article, end) - 1]);
      return;
    }
  if (start > occurrence->start)
    *start_byte = doublet_token_get_end (&tokens[end_token (index, occurrence->article, start) - 1]);
  else
    *start_byte = tokens[first_token (index, occurrence->article, start)].start;
  *end_byte = *start_byte;
}

static gboolean
is_mark (const DoubletToken *token)
{
  return token->kind == DOUBLET_TOKEN_PUNCTUATION || token->kind == DOUBLET_TOKEN_SYMBOL;
}

/* Whether token may be marked together with the word before it. */
static gboolean
closes (const DoubletCollationIndex *index,
        const DoubletPlace          *place,
        guint32                     *symbol)
{
  const DoubletCorpusArticle *corpus = corpus_article (index, place->article);
  const DoubletTokens        *tokens = corpus->tokens;
  guint32                     token = place->end_token;

  if (token >= tokens->block_first[place->last_block + 1] || !is_mark (&tokens->tokens[token]) || (tokens->tokens[token].flags & (DOUBLET_TOKEN_FLAG_SPACE_BEFORE | DOUBLET_TOKEN_FLAG_OPENING)))
    return FALSE;
  *symbol = corpus->exact[token];
  return TRUE;
}

/* Whether the token before the place may be marked together with it. */
static gboolean
opens (const DoubletCollationIndex *index,
       const DoubletPlace          *place,
       guint32                     *symbol)
{
  const DoubletCorpusArticle *corpus = corpus_article (index, place->article);
  const DoubletTokens        *tokens = corpus->tokens;

  if (place->first_token == tokens->block_first[place->first_block] || !(tokens->tokens[place->first_token - 1].flags & DOUBLET_TOKEN_FLAG_OPENING) || (tokens->tokens[place->first_token].flags & DOUBLET_TOKEN_FLAG_SPACE_BEFORE))
    return FALSE;
  *symbol = corpus->exact[place->first_token - 1];
  return TRUE;
}

typedef gboolean (*BorderFunc) (const DoubletCollationIndex *index,
                                const DoubletPlace          *place,
                                guint32                     *symbol);

static gboolean
all_have_border (const DoubletCollationIndex *index,
                 const DoubletPlace          *places,
                 guint32                      n_places,
                 BorderFunc                   border)
{
  guint32 symbol;
  guint32 other;

  if (!border (index, &places[0], &symbol))
    return FALSE;
  for (guint32 i = 1; i < n_places; i++)
    if (!border (index, &places[i], &other) || other != symbol)
      return FALSE;
  return TRUE;
}

static void
grow_over_marks (const DoubletCollationIndex *index,
                 DoubletPlace                *places,
                 guint32                      n_places)
{
  for (guint n = 0; n < MAX_BORDER_MARKS && all_have_border (index, places, n_places, closes); n++)
    for (guint32 i = 0; i < n_places; i++)
      places[i].end_token++;
  for (guint n = 0; n < MAX_BORDER_MARKS && all_have_border (index, places, n_places, opens); n++)
    for (guint32 i = 0; i < n_places; i++)
      places[i].first_token--;
}

static gboolean
is_quoted (const DoubletTokens *tokens,
           const DoubletPlace  *place)
{
  for (guint32 i = place->first_token; i < place->end_token; i++)
    if (tokens->tokens[i].half_words > 0 && !(tokens->tokens[i].flags & DOUBLET_TOKEN_FLAG_QUOTED))
      return FALSE;
  return TRUE;
}

static void
finish_place (const DoubletCollationIndex *index,
              DoubletPlace                *place)
{
  const DoubletTokens *tokens = corpus_article (index, place->article)->tokens;

  place->start = tokens->tokens[place->first_token].start;
  place->end = doublet_token_get_end (&tokens->tokens[place->end_token - 1]);
  place->in_quotes = is_quoted (tokens, place);
}

static void
add_edits (DoubletCollationIndex   *index,
           const DoubletPassage    *passage,
           const DoubletOccurrence *occurrence)
{
  const DoubletOccurrence *reference = &passage->occurrences[passage->reference];

  for (guint32 i = 0; i < occurrence->n_edits; i++)
    {
      const DoubletPassageEdit *from = &occurrence->edits[i];
      DoubletPlaceEdit          edit = { .kind = from->kind };

      find_bytes (index, reference, from->reference_start, from->reference_end, &edit.reference_start, &edit.reference_end);
      find_bytes (index, occurrence, from->here_start, from->here_end, &edit.here_start, &edit.here_end);
      g_array_append_val (index->edits, edit);
    }
}

static void
add_place (DoubletCollationIndex   *index,
           const DoubletPassage    *passage,
           const DoubletOccurrence *occurrence)
{
  const DoubletTokens *tokens = corpus_article (index, occurrence->article)->tokens;
  DoubletPlace         place = {
            .article = occurrence->article,
            .first_token = first_token (index, occurrence->article, occurrence->start),
            .end_token = end_token (index, occurrence->article, occurrence->end),
            .n_words = doublet_words_from_halves (occurrence->half_words),
            .n_identical = doublet_words_from_halves (occurrence->identical_half_words),
            .half_words = occurrence->half_words,
            .identical_half_words = occurrence->identical_half_words,
            .times = occurrence->times,
            .n_edits = occurrence->n_edits,
  };

  place.first_block = doublet_tokens_find_block (tokens, place.first_token);
  place.last_block = doublet_tokens_find_block (tokens, place.end_token - 1);
  add_edits (index, passage, occurrence);
  g_array_append_val (index->places, place);
}

static DoubletFindingKind
find_kind (const DoubletPassage *passage)
{
  DoubletFindingKind kind = 0;

  for (guint32 i = 1; i < passage->n_occurrences; i++)
    kind |= passage->occurrences[i].article == passage->occurrences[i - 1].article ? DOUBLET_FINDING_REPEATED : DOUBLET_FINDING_SHARED;
  return passage->period > 0 ? kind | DOUBLET_FINDING_REPEATED : kind;
}

static void
add_finding (DoubletCollationIndex *index,
             const DoubletPassage  *passage)
{
  DoubletFinding finding = {
    .kind = find_kind (passage),
    .match = passage->match,
    .n_words = doublet_words_from_halves (passage->half_words),
    .half_words = passage->half_words,
    .period = passage->period,
    .times = passage->times,
    .reference = passage->reference,
    .fingerprint = passage->fingerprint,
    .n_places = passage->n_occurrences,
    .boilerplate = passage->boilerplate,
  };
  guint32       first = index->places->len;
  DoubletPlace *places;

  for (guint32 i = 0; i < passage->n_occurrences; i++)
    add_place (index, passage, &passage->occurrences[i]);

  places = &g_array_index (index->places, DoubletPlace, first);
  grow_over_marks (index, places, passage->n_occurrences);
  for (guint32 i = 0; i < passage->n_occurrences; i++)
    {
      finish_place (index, &places[i]);
      finding.n_articles += i == 0 || places[i].article != places[i - 1].article;
      if ((finding.kind & DOUBLET_FINDING_REPEATED) && finding.match != DOUBLET_PASSAGE_REWORDED && !finding.boilerplate)
        if (i == 0 || places[i].article != places[i - 1].article)
          {
            gboolean twice = i + 1 < passage->n_occurrences && places[i + 1].article == places[i].article;

            index->repeats[places[i].article].n_passages += twice || passage->period > 0;
          }
    }
  finding.in_most = doublet_passages_is_most (finding.n_articles, index->n_articles);
  g_array_append_val (index->findings, finding);
}

typedef struct
{
  DoubletPlace *place;
  guint32       finding;
} PlaceOfFinding;

static int
compare_by_start (gconstpointer a,
                  gconstpointer b)
{
  const PlaceOfFinding *x = a;
  const PlaceOfFinding *y = b;

  if (x->place->article != y->place->article)
    return x->place->article < y->place->article ? -1 : 1;
  if (x->place->first_token != y->place->first_token)
    return x->place->first_token < y->place->first_token ? -1 : 1;
  if (x->place->end_token != y->place->end_token)
    return x->place->end_token > y->place->end_token ? -1 : 1;
  return x->finding < y->finding ? -1 : x->finding > y->finding;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 x = *(const guint32 *)a;
  guint32 y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* Drops from open, a list of places in order of their start, those that ended before
 * place begins, and gives place those that end behind it. */
static void
nest_place (DoubletCollationIndex *index,
            GArray                *open,
            const PlaceOfFinding  *current)
{
  guint32 kept = 0;
  guint32 first = index->inside->len;

  for (guint32 i = 0; i < open->len; i++)
    {
      PlaceOfFinding other = g_array_index (open, PlaceOfFinding, i);

      if (other.place->article != current->place->article || other.place->end_token <= current->place->first_token)
        continue;
      g_array_index (open, PlaceOfFinding, kept++) = other;
      if (other.place->end_token >= current->place->end_token && other.finding != current->finding && index->inside->len - first < MAX_INSIDE)
        g_array_append_val (index->inside, other.finding);
    }
  g_array_set_size (open, kept);

  current->place->n_inside = index->inside->len - first;
  if (current->place->n_inside > 1)
    qsort (&g_array_index (index->inside, guint32, first), current->place->n_inside, sizeof (guint32), compare_numbers);

  if (open->len < MAX_INSIDE)
    g_array_append_val (open, *current);
  else
    index->nesting_capped = TRUE;
}

static void
nest_places (DoubletCollationIndex *index)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (PlaceOfFinding));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (PlaceOfFinding));
  g_autofree guint32 *first_inside = NULL;
  guint32             n = 0;

  for (guint32 i = 0; i < index->findings->len; i++)
    for (guint32 j = 0; j < g_array_index (index->findings, DoubletFinding, i).n_places; j++, n++)
      {
        PlaceOfFinding place = { &g_array_index (index->places, DoubletPlace, n), i };

        g_array_append_val (sorted, place);
      }
  g_array_sort (sorted, compare_by_start);

  first_inside = g_new (guint32, n);
  for (guint32 i = 0; i < sorted->len; i++)
    {
      const PlaceOfFinding *current = &g_array_index (sorted, PlaceOfFinding, i);

      first_inside[current->place - &g_array_index (index->places, DoubletPlace, 0)] = index->inside->len;
      nest_place (index, open, current);
    }

  /* Only now does the array stay where it is. */
  for (guint32 i = 0; i < n; i++)
    {
      DoubletPlace *place = &g_array_index (index->places, DoubletPlace, i);

      place->inside = place->n_inside > 0 ? &g_array_index (index->inside, guint32, first_inside[i]) : NULL;
    }
}

static void
point_to_arrays (DoubletCollationIndex *index)
{
  guint32 place = 0;
  guint32 edit = 0;

  for (guint32 i = 0; i < index->places->len; i++)
    {
      DoubletPlace *self = &g_array_index (index->places, DoubletPlace, i);

      self->edits = self->n_edits > 0 ? &g_array_index (index->edits, DoubletPlaceEdit, edit) : NULL;
      edit += self->n_edits;
    }
  for (guint32 i = 0; i < index->findings->len; i++)
    {
      DoubletFinding *self = &g_array_index (index->findings, DoubletFinding, i);

      self->places = &g_array_index (index->places, DoubletPlace, place);
      place += self->n_places;
    }
}

/*
 * doublet_findings_fill:
 * @index: with its articles, its corpus and the tokens that were compared
 * @passages: what the finder found in the corpus
 *
 * Fills in findings, pairs and repeats.
 */
void
doublet_findings_fill (DoubletCollationIndex *index,
                       const DoubletPassages *passages)
{
  for (guint32 i = 0; i < passages->n_passages; i++)
    add_finding (index, &passages->passages[i]);
  nest_places (index);
  point_to_arrays (index);
  doublet_facts_fill (index);
  doublet_fingerprints_fill (index);

  for (guint32 i = 0; i < passages->n_pairs; i++)
    {
      const DoubletPairFigures *from = &passages->pairs[i];
      DoubletPair               pair = {
                      .a = from->a,
                      .b = from->b,
                      .words_of_a_in_b = doublet_words_from_halves (from->of_a.half_words),
                      .words_of_b_in_a = doublet_words_from_halves (from->of_b.half_words),
                      .longest = doublet_words_from_halves (from->longest_half_words),
                      .n_passages = from->n_passages,
                      .n_boilerplate = from->n_boilerplate,
                      .of_a = from->of_a,
                      .of_b = from->of_b,
                      .longest_half_words = from->longest_half_words,
                      .reworded_of_a = doublet_words_from_halves (from->reworded_half_words_of_a),
                      .reworded_of_b = doublet_words_from_halves (from->reworded_half_words_of_b),
      };

      g_array_append_val (index->pairs, pair);
    }
  for (guint i = 0; i < index->n_articles; i++)
    {
      index->repeats[i].repeated_half_words = passages->later_half_words[i];
      index->repeats[i].repeated_words = doublet_words_from_halves (passages->later_half_words[i]);
    }
  index->capped = passages->capped;
}
