/* changes.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "changes.h"

#include "edit-facts.h"
#include "fact-kinds.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* How much of the changed words a line of the list quotes. */
#define MAX_QUOTED_CHARS 24

/* One side of a pair. */
typedef struct
{
  const DoubletTokens  *tokens;
  const DoubletArticle *article;
  gboolean              has_headline;
} Side;

static Side
get_side (const DoubletCollation *collation,
          guint                   article)
{
  const DoubletArticle *of = doublet_collation_get_article (collation, article);

  return (Side){ doublet_collation_get_tokens (collation, article), of, doublet_article_has_headline (of) };
}

static guint64
count_half_words (const Side *side,
                  guint32     start,
                  guint32     end)
{
  guint64 half_words = 0;

  for (guint32 i = start; i < end; i++)
    half_words += side->tokens->tokens[i].half_words;
  return half_words;
}

/* Tokens start to end as bytes; an empty range lies where its token begins. */
static void
set_range (const Side *side,
           guint32     start,
           guint32     end,
           guint32    *start_byte,
           guint32    *end_byte,
           guint32    *block,
           guint32    *half_words)
{
  const DoubletTokens *tokens = side->tokens;
  guint32              at = MIN (start, tokens->n_tokens > 0 ? tokens->n_tokens - 1 : 0);

  *block = tokens->n_tokens > 0 ? doublet_tokens_find_block (tokens, at) : G_MAXUINT32;
  *half_words = count_half_words (side, start, end);
  if (start < end)
    {
      *start_byte = tokens->tokens[start].start;
      *end_byte = doublet_token_get_end (&tokens->tokens[end - 1]);
    }
  else
    {
      *start_byte = start < tokens->n_tokens ? tokens->tokens[start].start : tokens->n_tokens > 0 ? doublet_token_get_end (&tokens->tokens[at])
                                                                                                  : 0;
      *end_byte = *start_byte;
    }
}

static DoubletChange
make_change (DoubletChangeKind kind,
             const Side       *a,
             const Side       *b,
             guint32           a_start,
             guint32           a_end,
             guint32           b_start,
             guint32           b_end)
{
  DoubletChange change = { .kind = kind };

  set_range (a, a_start, a_end, &change.a_start, &change.a_end, &change.a_block, &change.half_words_a);
  set_range (b, b_start, b_end, &change.b_start, &change.b_end, &change.b_block, &change.half_words_b);
  change.words_a = (change.half_words_a + 1) / 2;
  change.words_b = (change.half_words_b + 1) / 2;
  change.headline = kind != DOUBLET_CHANGE_MOVED && ((a_start < a_end && change.a_block == 0 && a->has_headline) || (b_start < b_end && change.b_block == 0 && b->has_headline));
  return change;
}

static DoubletChangeKind
kind_of_edit (DoubletAlignmentEditKind kind)
{
  switch (kind)
    {
    case DOUBLET_ALIGNMENT_EDIT_ADDED:
      return DOUBLET_CHANGE_ADDED;
    case DOUBLET_ALIGNMENT_EDIT_REMOVED:
      return DOUBLET_CHANGE_REMOVED;
    case DOUBLET_ALIGNMENT_EDIT_CHANGED:
    default:
      return DOUBLET_CHANGE_CHANGED;
    }
}

static void
append_edits (GArray               *changes,
              const DoubletSegment *segment,
              const guint8         *facts,
              const Side           *a,
              const Side           *b)
{
  for (guint32 i = 0; i < segment->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit = &segment->edits[i];
      DoubletChange               change = make_change (kind_of_edit (edit->kind), a, b, edit->a_start, edit->a_end, edit->b_start, edit->b_end);

      change.facts = facts[i];
      g_array_append_val (changes, change);
    }
}

static guint
unite_facts (const guint8 *facts,
             guint32       n_edits)
{
  guint united = 0;

  for (guint32 i = 0; i < n_edits; i++)
    united |= facts[i];
  return united;
}

/* The side of a move that is in b stands for both. */
static void
append_move (GArray                 *changes,
             const DoubletAlignment *alignment,
             const DoubletSegment   *segment,
             const guint8           *facts,
             const Side             *a,
             const Side             *b)
{
  const DoubletSegment *partner = &alignment->segments[segment->partner];
  DoubletChange         change;

  if (!segment->has_b)
    return;
  change = make_change (DOUBLET_CHANGE_MOVED, a, b, partner->a_start, partner->a_end, segment->b_start, segment->b_end);
  change.n_edits = segment->n_edits;
  change.facts = unite_facts (facts, segment->n_edits);
  g_array_append_val (changes, change);
}

static void
append_segment (GArray                 *changes,
                const DoubletAlignment *alignment,
                const DoubletSegment   *segment,
                const guint8           *facts,
                const Side             *a,
                const Side             *b)
{
  DoubletChange change;

  switch (segment->kind)
    {
    case DOUBLET_SEGMENT_CHANGED:
      append_edits (changes, segment, facts, a, b);
      break;
    case DOUBLET_SEGMENT_MOVED:
      append_move (changes, alignment, segment, facts, a, b);
      break;
    case DOUBLET_SEGMENT_ADDED:
    case DOUBLET_SEGMENT_REMOVED:
      change = make_change (segment->kind == DOUBLET_SEGMENT_ADDED ? DOUBLET_CHANGE_ONLY_B : DOUBLET_CHANGE_ONLY_A,
                            a, b, segment->a_start, segment->a_end, segment->b_start, segment->b_end);
      g_array_append_val (changes, change);
      break;
    case DOUBLET_SEGMENT_SAME:
    default:
      break;
    }
}

static guint
count_kinds (guint facts)
{
  guint n = 0;

  for (; facts != 0; facts &= facts - 1)
    n++;
  return n;
}

/* The kinds of facts that differ: in each change inside a paragraph, in each move. */
static guint
count_facts (const DoubletSegment *segment,
             const guint8         *facts)
{
  guint n = 0;

  if (segment->kind == DOUBLET_SEGMENT_MOVED)
    return count_kinds (unite_facts (facts, segment->n_edits));
  for (guint32 i = 0; i < segment->n_edits; i++)
    n += count_kinds (facts[i]);
  return n;
}

static void
add_to_figures (DoubletChangeFigures *figures,
                const DoubletSegment *segment,
                const guint8         *facts,
                const Side           *a,
                const Side           *b)
{
  if (segment->kind == DOUBLET_SEGMENT_ADDED || segment->kind == DOUBLET_SEGMENT_REMOVED)
    {
      figures->half_words_only_a += count_half_words (a, segment->a_start, segment->a_end);
      figures->half_words_only_b += count_half_words (b, segment->b_start, segment->b_end);
      figures->n_places++;
      return;
    }
  if (segment->kind == DOUBLET_SEGMENT_MOVED && !segment->has_b)
    return;
  figures->n_moved += segment->kind == DOUBLET_SEGMENT_MOVED;
  for (guint32 i = 0; i < segment->n_edits; i++)
    {
      figures->half_words_only_a += count_half_words (a, segment->edits[i].a_start, segment->edits[i].a_end);
      figures->half_words_only_b += count_half_words (b, segment->edits[i].b_start, segment->edits[i].b_end);
    }
  figures->n_places += segment->n_edits;
  figures->n_facts += count_facts (segment, facts);
}

/**
 * doublet_changes_measure:
 * @collation: a collation
 * @alignment: the alignment of @a with @b
 * @facts: of its edits, from doublet_edit_facts_new()
 * @a: number of an article
 * @b: number of another one
 * @figures: (out): how much differs
 */
void
doublet_changes_measure (const DoubletCollation *collation,
                         const DoubletAlignment *alignment,
                         const guint8           *facts,
                         guint                   a,
                         guint                   b,
                         DoubletChangeFigures   *figures)
{
  Side side_a = get_side (collation, a);
  Side side_b = get_side (collation, b);

  *figures = (DoubletChangeFigures){ 0 };
  for (guint32 i = 0; i < alignment->n_segments; i++)
    {
      add_to_figures (figures, &alignment->segments[i], facts, &side_a, &side_b);
      facts += alignment->segments[i].n_edits;
    }
  figures->words_only_a = (figures->half_words_only_a + 1) / 2;
  figures->words_only_b = (figures->half_words_only_b + 1) / 2;
}

/**
 * doublet_change_figures_describe:
 * @self: the figures of the differences of two articles
 * @collation: the collation it is of
 * @a: number of the article that is their a
 * @b: number of the article that is their b
 * @between: what parts two figures
 *
 * Returns: (transfer full) (nullable): "12 words only in A, 58 words only in B, 9 changed
 *   places, 1 paragraph moved"; %NULL if there are no differences
 */
char *
doublet_change_figures_describe (const DoubletChangeFigures *self,
                                 const DoubletCollation     *collation,
                                 guint                       a,
                                 guint                       b,
                                 const char                 *between)
{
  g_autofree char *words_a = doublet_wording_amount (collation, a, self->half_words_only_a);
  g_autofree char *words_b = doublet_wording_amount (collation, b, self->half_words_only_b);
  /* Translators: “12 words” and the letter of an article */
  g_autofree char *only_a = g_strdup_printf (_ ("%s only in %s"), words_a, doublet_collation_get_label (collation, a));
  g_autofree char *only_b = g_strdup_printf (_ ("%s only in %s"), words_b, doublet_collation_get_label (collation, b));
  g_autofree char *places = g_strdup_printf (ngettext ("%u changed place", "%u changed places", self->n_places), self->n_places);
  g_autofree char *moved = g_strdup_printf (ngettext ("%u paragraph moved", "%u paragraphs moved", self->n_moved), self->n_moved);

  if (self->n_places == 0 && self->n_moved == 0)
    return NULL;
  return g_strjoin (between, only_a, only_b, places, self->n_moved > 0 ? moved : NULL, NULL);
}

/**
 * doublet_change_figures_describe_facts:
 * @self: the figures of the differences of two articles
 *
 * Returns: (transfer full) (nullable): how many facts differ; %NULL if none does
 */
char *
doublet_change_figures_describe_facts (const DoubletChangeFigures *self)
{
  return self->n_facts > 0 ? g_strdup_printf (ngettext ("⚑ %u changed fact", "⚑ %u changed facts", self->n_facts), self->n_facts) : NULL;
}

/**
 * doublet_changes_new:
 * @collation: a collation
 * @alignment: the alignment of @a with @b
 * @a: number of an article
 * @b: number of another one
 * @figures: (out) (optional): how much differs
 *
 * Returns: (transfer full): an array of #DoubletChange, in reading order
 */
GArray *
doublet_changes_new (const DoubletCollation *collation,
                     const DoubletAlignment *alignment,
                     guint                   a,
                     guint                   b,
                     DoubletChangeFigures   *figures)
{
  GArray            *changes = g_array_new (FALSE, FALSE, sizeof (DoubletChange));
  g_autofree guint8 *facts = doublet_edit_facts_new (collation, alignment, a, b);
  const guint8      *of_segment = facts;
  Side               side_a = get_side (collation, a);
  Side               side_b = get_side (collation, b);

  for (guint32 i = 0; i < alignment->n_segments; i++)
    {
      append_segment (changes, alignment, &alignment->segments[i], of_segment, &side_a, &side_b);
      of_segment += alignment->segments[i].n_edits;
    }
  if (figures != NULL)
    doublet_changes_measure (collation, alignment, facts, a, b, figures);
  return changes;
}

static char *
quote (const DoubletCollation *collation,
       guint                   article,
       guint32                 start,
       guint32                 end)
{
  g_autofree char *words = doublet_wording_excerpt (doublet_collation_get_article (collation, article), start, end, MAX_QUOTED_CHARS);

  return doublet_wording_isolate (words);
}

static char *
describe_changed (const DoubletChange    *self,
                  const DoubletCollation *collation,
                  guint                   a,
                  guint                   b)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (self->headline)
    return g_strdup (_ ("Headline changed"));

  before = quote (collation, a, self->a_start, self->a_end);
  after = quote (collation, b, self->b_start, self->b_end);
  /* Translators: words before and after, as in “Changed: 14 → 40” */
  return g_strdup_printf (_ ("Changed: %s → %s"), before, after);
}

static char *
describe_counted (const DoubletCollation *collation,
                  guint                   article,
                  const char             *with_words,
                  const char             *marks_only,
                  guint64                 half_words)
{
  g_autofree char *words = NULL;
  GString         *sentence;

  if (half_words == 0)
    return g_strdup (marks_only);
  words = doublet_wording_amount (collation, article, half_words);
  sentence = g_string_new (with_words);
  g_string_replace (sentence, "%s", words, 1);
  return g_string_free (sentence, FALSE);
}

static char *
describe_move (const DoubletChange *self)
{
  if (self->n_edits == 0)
    return g_strdup (_ ("Moved"));
  /* Translators: a paragraph was moved, and so many places in it were changed on the way */
  return g_strdup_printf (ngettext ("Moved, changed in %u place", "Moved, changed in %u places", self->n_edits), self->n_edits);
}

/**
 * doublet_change_describe:
 * @self: a change
 * @collation: the collation it is of
 * @a: number of the article that is its a
 * @b: number of the article that is its b
 *
 * Returns: (transfer full): what happened, translated: "Added: 5 words"
 */
char *
doublet_change_describe (const DoubletChange    *self,
                         const DoubletCollation *collation,
                         guint                   a,
                         guint                   b)
{
  switch (self->kind)
    {
    case DOUBLET_CHANGE_ADDED:
      /* Translators: %s is a number of words */
      return describe_counted (collation, b, _ ("Added: %s"), _ ("Punctuation added"), self->half_words_b);
    case DOUBLET_CHANGE_REMOVED:
      /* Translators: %s is a number of words */
      return describe_counted (collation, a, _ ("Removed: %s"), _ ("Punctuation removed"), self->half_words_a);
    case DOUBLET_CHANGE_ONLY_A:
      /* Translators: %s is the letter of an article, %u the number of a paragraph */
      return g_strdup_printf (_ ("Only in %s: paragraph %u"), doublet_collation_get_label (collation, a), self->a_block + 1);
    case DOUBLET_CHANGE_ONLY_B:
      return g_strdup_printf (_ ("Only in %s: paragraph %u"), doublet_collation_get_label (collation, b), self->b_block + 1);
    case DOUBLET_CHANGE_MOVED:
      return describe_move (self);
    case DOUBLET_CHANGE_CHANGED:
    default:
      return describe_changed (self, collation, a, b);
    }
}

/**
 * doublet_change_describe_facts:
 * @self: a change
 *
 * Returns: (transfer full) (nullable): in which facts it changes what is said: "Figure
 *   differs"; %NULL if in none
 */
char *
doublet_change_describe_facts (const DoubletChange *self)
{
  static const char *const differs[] = {
    [DOUBLET_FACT_FIGURE] = N_ ("Figure differs"),
    [DOUBLET_FACT_NAME] = N_ ("Name differs"),
    [DOUBLET_FACT_QUOTATION] = N_ ("Quotation differs"),
    [DOUBLET_FACT_NEGATION] = N_ ("Negation differs"),
  };
  g_autoptr (GString) facts = g_string_new (NULL);

  for (DoubletFactKind kind = 0; kind < DOUBLET_N_FACT_KINDS; kind++)
    if (self->facts & 1u << kind)
      {
        if (facts->len > 0)
          g_string_append (facts, " · ");
        g_string_append (facts, _ (differs[kind]));
      }
  return facts->len > 0 ? g_string_free (g_steal_pointer (&facts), FALSE) : NULL;
}
