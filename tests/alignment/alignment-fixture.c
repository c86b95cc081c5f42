/* alignment-fixture.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "alignment-fixture.h"

#include "form-hash.h"

#include <string.h>

#define SENTENCE_ENDS ".!?"
#define MARKS SENTENCE_ENDS ",;:()\"-"

typedef struct
{
  GArray    *tokens;
  GArray    *exact;
  GArray    *normal;
  GArray    *block_first;
  GPtrArray *words;
} Builder;

/* Forms to symbols. */
typedef struct
{
  GHashTable *known;
  GArray     *hashes; /* of guint64, by symbol */
} Vocabulary;

static void
vocabulary_init (Vocabulary *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
}

static guint64 *
vocabulary_finish (Vocabulary *self,
                   guint32    *n_symbols)
{
  g_hash_table_unref (self->known);
  *n_symbols = self->hashes->len;
  return (guint64 *)(gpointer)g_array_free (self->hashes, FALSE);
}

static guint32
intern (Vocabulary *self,
        const char *form,
        gsize       length)
{
  g_autofree char *key = g_strndup (form, length);
  guint64          hash = doublet_form_hash (form, length);
  gpointer         symbol;

  if (g_hash_table_lookup_extended (self->known, key, NULL, &symbol))
    return GPOINTER_TO_UINT (symbol);

  g_hash_table_insert (self->known, g_steal_pointer (&key), GUINT_TO_POINTER (self->hashes->len));
  g_array_append_val (self->hashes, hash);
  return self->hashes->len - 1;
}

static DoubletTokenKind
get_kind (const char *word,
          gsize       length)
{
  if (strchr (MARKS, word[0]) != NULL)
    return DOUBLET_TOKEN_PUNCTUATION;
  return g_ascii_isdigit (word[0]) ? DOUBLET_TOKEN_NUMBER : DOUBLET_TOKEN_WORD;
}

static void
add_token (Builder    *self,
           Vocabulary *exact,
           Vocabulary *normal,
           const char *word,
           gsize       length,
           guint32     place,
           gboolean    after_space)
{
  DoubletToken     token = { place, length, get_kind (word, length) };
  g_autofree char *folded = g_ascii_strdown (word, length);
  guint32          symbol;

  token.half_words = token.kind == DOUBLET_TOKEN_PUNCTUATION ? 0 : 2;
  if (after_space)
    token.flags |= DOUBLET_TOKEN_FLAG_SPACE_BEFORE;
  if (strchr (SENTENCE_ENDS, word[0]) != NULL)
    token.flags |= DOUBLET_TOKEN_FLAG_SENTENCE_END;
  else if (strchr (",;:", word[0]) != NULL)
    token.flags |= DOUBLET_TOKEN_FLAG_CLAUSE_END;
  if (word[0] == '(' || (word[0] == '"' && after_space))
    token.flags |= DOUBLET_TOKEN_FLAG_OPENING;

  g_array_append_val (self->tokens, token);
  symbol = intern (exact, word, length);
  g_array_append_val (self->exact, symbol);
  symbol = intern (normal, folded, length);
  g_array_append_val (self->normal, symbol);
  g_ptr_array_add (self->words, g_strndup (word, length));
}

static void
build (const char           *text,
       Vocabulary           *exact,
       Vocabulary           *normal,
       DoubletAlignmentText *out,
       GPtrArray           **words)
{
  Builder  self = { g_array_new (FALSE, FALSE, sizeof (DoubletToken)),
                    g_array_new (FALSE, FALSE, sizeof (guint32)),
                    g_array_new (FALSE, FALSE, sizeof (guint32)),
                    g_array_new (FALSE, FALSE, sizeof (guint32)),
                    g_ptr_array_new_with_free_func (g_free) };
  gboolean after_space = TRUE;

  if (text[0] != '\0')
    g_array_append_val (self.block_first, self.tokens->len);
  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, " |" MARKS);

      if (*at == '|')
        g_array_append_val (self.block_first, self.tokens->len);
      if (*at == ' ' || *at == '|')
        {
          after_space = TRUE;
          at++;
          continue;
        }
      length = MAX (length, 1);
      add_token (&self, exact, normal, at, length, at - text, after_space);
      after_space = FALSE;
      at += length;
    }
  out->n_blocks = self.block_first->len;
  g_array_append_val (self.block_first, self.tokens->len);

  out->n_tokens = self.tokens->len;
  out->tokens = (DoubletToken *)(gpointer)g_array_free (self.tokens, FALSE);
  out->exact = (guint32 *)(gpointer)g_array_free (self.exact, FALSE);
  out->normal = (guint32 *)(gpointer)g_array_free (self.normal, FALSE);
  out->block_first = (guint32 *)(gpointer)g_array_free (self.block_first, FALSE);
  *words = self.words;
}

AlignmentFixture *
alignment_fixture_new (const char *a,
                       const char *b)
{
  AlignmentFixture *self = g_new0 (AlignmentFixture, 1);
  Vocabulary        exact;
  Vocabulary        normal;

  vocabulary_init (&exact);
  vocabulary_init (&normal);
  build (a, &exact, &normal, &self->a, &self->a_words);
  build (b, &exact, &normal, &self->b, &self->b_words);
  self->symbols.exact_hashes = vocabulary_finish (&exact, &self->symbols.n_exact);
  self->symbols.normal_hashes = vocabulary_finish (&normal, &self->symbols.n_normal);
  return self;
}

static DoubletAlignmentText
copy_text (const DoubletAlignmentText *from)
{
  DoubletAlignmentText copy = *from;

  copy.tokens = g_memdup2 (from->tokens, from->n_tokens * sizeof (DoubletToken));
  copy.exact = g_memdup2 (from->exact, from->n_tokens * sizeof (guint32));
  copy.normal = g_memdup2 (from->normal, from->n_tokens * sizeof (guint32));
  copy.block_first = g_memdup2 (from->block_first, (from->n_blocks + 1) * sizeof (guint32));
  return copy;
}

AlignmentFixture *
alignment_fixture_new_swapped (const AlignmentFixture *from)
{
  AlignmentFixture *self = g_new0 (AlignmentFixture, 1);

  self->a = copy_text (&from->b);
  self->b = copy_text (&from->a);
  self->symbols = from->symbols;
  self->symbols.exact_hashes = g_memdup2 (from->symbols.exact_hashes, from->symbols.n_exact * sizeof (guint64));
  self->symbols.normal_hashes = g_memdup2 (from->symbols.normal_hashes, from->symbols.n_normal * sizeof (guint64));
  self->a_words = g_ptr_array_ref (from->b_words);
  self->b_words = g_ptr_array_ref (from->a_words);
  return self;
}

static void
renumber (const guint32 *symbols,
          guint32        n_tokens,
          const guint32 *numbers)
{
  guint32 *mutable = (guint32 *)symbols;

  for (guint32 i = 0; i < n_tokens; i++)
    mutable[i] = numbers[symbols[i]];
}

/* New numbers, at random, and the hashes in their order. */
static guint32 *
shuffle (GRand          *rand,
         const guint64 **hashes,
         guint32         n)
{
  guint32 *numbers = g_new (guint32, n);
  guint64 *shuffled = g_new (guint64, n);

  for (guint32 i = 0; i < n; i++)
    numbers[i] = i;
  for (guint32 i = n; i > 1; i--)
    {
      guint32 k = g_rand_int_range (rand, 0, i);
      guint32 swap = numbers[i - 1];

      numbers[i - 1] = numbers[k];
      numbers[k] = swap;
    }
  for (guint32 i = 0; i < n; i++)
    shuffled[numbers[i]] = (*hashes)[i];
  g_free ((gpointer)*hashes);
  *hashes = shuffled;
  return numbers;
}

AlignmentFixture *
alignment_fixture_new_renumbered (const AlignmentFixture *from,
                                  GRand                  *rand)
{
  g_autoptr (AlignmentFixture) swapped = alignment_fixture_new_swapped (from);
  AlignmentFixture   *self = alignment_fixture_new_swapped (swapped);
  g_autofree guint32 *exact = shuffle (rand, &self->symbols.exact_hashes, self->symbols.n_exact);
  g_autofree guint32 *normal = shuffle (rand, &self->symbols.normal_hashes, self->symbols.n_normal);

  renumber (self->a.exact, self->a.n_tokens, exact);
  renumber (self->b.exact, self->b.n_tokens, exact);
  renumber (self->a.normal, self->a.n_tokens, normal);
  renumber (self->b.normal, self->b.n_tokens, normal);
  return self;
}

static void
clear_text (DoubletAlignmentText *text)
{
  g_free ((gpointer)text->tokens);
  g_free ((gpointer)text->exact);
  g_free ((gpointer)text->normal);
  g_free ((gpointer)text->block_first);
}

void
alignment_fixture_free (AlignmentFixture *self)
{
  clear_text (&self->a);
  clear_text (&self->b);
  g_free ((gpointer)self->symbols.exact_hashes);
  g_free ((gpointer)self->symbols.normal_hashes);
  g_ptr_array_unref (self->a_words);
  g_ptr_array_unref (self->b_words);
  g_free (self);
}

static gboolean
is_block_border (const DoubletAlignmentText *text,
                 guint32                     token)
{
  guint32 low = 0;
  guint32 high = text->n_blocks;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (text->block_first[middle] < token)
        low = middle + 1;
      else
        high = middle;
    }
  return text->block_first[low] == token;
}

/* Outside of the edits both ranges hold the same, and the edits are in order, apart
 * and of the kind they say. */
static void
check_edits (const AlignmentFixture *self,
             const DoubletSegment   *segment,
             guint32                 a_start,
             guint32                 a_end,
             guint32                 b_start,
             guint32                 b_end)
{
  guint32 a = a_start;
  guint32 b = b_start;

  for (guint32 i = 0; i <= segment->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit = i < segment->n_edits ? &segment->edits[i] : NULL;
      guint32                     stop = edit != NULL ? edit->a_start : a_end;

      g_assert_cmpuint (stop, >=, a);
      g_assert_cmpuint ((edit != NULL ? edit->b_start : b_end) - b, ==, stop - a);
      for (; a < stop; a++, b++)
        g_assert_cmpuint (self->a.exact[a], ==, self->b.exact[b]);
      if (edit == NULL)
        break;

      if (i > 0)
        g_assert_true (edit->a_start > edit[-1].a_end && edit->b_start > edit[-1].b_end);
      g_assert_cmpuint (edit->a_end, <=, a_end);
      g_assert_cmpuint (edit->b_end, <=, b_end);
      g_assert_true (edit->a_start < edit->a_end || edit->b_start < edit->b_end);
      g_assert_cmpint (edit->kind, ==,
                       edit->a_start == edit->a_end   ? DOUBLET_ALIGNMENT_EDIT_ADDED
                       : edit->b_start == edit->b_end ? DOUBLET_ALIGNMENT_EDIT_REMOVED
                                                      : DOUBLET_ALIGNMENT_EDIT_CHANGED);
      a = edit->a_end;
      b = edit->b_end;
    }
  g_assert_cmpuint (a, ==, a_end);
  g_assert_cmpuint (b, ==, b_end);
}

static void
check_move (const AlignmentFixture *self,
            const DoubletAlignment *alignment,
            guint32                 index)
{
  const DoubletSegment *segment = &alignment->segments[index];
  const DoubletSegment *partner = &alignment->segments[segment->partner];
  const DoubletSegment *in_a = segment->has_a ? segment : partner;
  const DoubletSegment *in_b = segment->has_a ? partner : segment;

  g_assert_cmpuint (segment->move, >=, 1);
  g_assert_cmpuint (segment->move, <=, alignment->n_moves);
  g_assert_cmpint (partner->kind, ==, DOUBLET_SEGMENT_MOVED);
  g_assert_cmpuint (partner->move, ==, segment->move);
  g_assert_cmpuint (partner->partner, ==, index);
  g_assert_true (segment->has_a != segment->has_b);
  g_assert_true (partner->has_a == segment->has_b && partner->has_b == segment->has_a);
  g_assert_cmpuint (segment->n_edits, ==, partner->n_edits);
  g_assert_true (segment->edits == partner->edits);
  check_edits (self, segment, in_a->a_start, in_a->a_end, in_b->b_start, in_b->b_end);
}

/* All that alignment.h promises. */
void
alignment_fixture_check (const AlignmentFixture *self,
                         const DoubletAlignment *alignment)
{
  guint32 a = 0;
  guint32 b = 0;
  guint32 n_moved = 0;

  g_assert_cmpuint (alignment->n_a, ==, self->a.n_tokens);
  g_assert_cmpuint (alignment->n_b, ==, self->b.n_tokens);
  for (guint32 i = 0; i < alignment->n_segments; i++)
    {
      const DoubletSegment *segment = &alignment->segments[i];

      g_assert_cmpuint (segment->a_start, ==, a);
      g_assert_cmpuint (segment->b_start, ==, b);
      g_assert_cmpuint (segment->a_end, >=, a);
      g_assert_cmpuint (segment->b_end, >=, b);
      g_assert_true (segment->has_a == (segment->a_end > a));
      g_assert_true (segment->has_b == (segment->b_end > b));
      a = segment->a_end;
      b = segment->b_end;
      if (segment->kind != DOUBLET_SEGMENT_MOVED)
        {
          g_assert_cmpuint (segment->move, ==, 0);
          g_assert_cmpuint (segment->partner, ==, 0);
        }

      switch (segment->kind)
        {
        case DOUBLET_SEGMENT_SAME:
          g_assert_true (segment->has_a && segment->has_b);
          g_assert_cmpuint (segment->n_edits, ==, 0);
          check_edits (self, segment, segment->a_start, segment->a_end, segment->b_start, segment->b_end);
          break;
        case DOUBLET_SEGMENT_CHANGED:
          g_assert_true (segment->has_a && segment->has_b);
          g_assert_cmpuint (segment->n_edits, >, 0);
          check_edits (self, segment, segment->a_start, segment->a_end, segment->b_start, segment->b_end);
          break;
        case DOUBLET_SEGMENT_ADDED:
          g_assert_true (!segment->has_a && segment->has_b && segment->n_edits == 0);
          break;
        case DOUBLET_SEGMENT_REMOVED:
          g_assert_true (segment->has_a && !segment->has_b && segment->n_edits == 0);
          break;
        case DOUBLET_SEGMENT_MOVED:
          n_moved++;
          check_move (self, alignment, i);
          break;
        default:
          g_assert_not_reached ();
        }

      /* A cut inside a paragraph is there only because a part of it moved. */
      if (alignment->n_moves == 0)
        {
          g_assert_true (!segment->has_a || is_block_border (&self->a, segment->a_end));
          g_assert_true (!segment->has_b || is_block_border (&self->b, segment->b_end));
        }
    }
  g_assert_cmpuint (a, ==, self->a.n_tokens);
  g_assert_cmpuint (b, ==, self->b.n_tokens);
  g_assert_cmpuint (n_moved, ==, 2 * alignment->n_moves);
}

static void
append_words (GString         *out,
              const GPtrArray *words,
              guint32          start,
              guint32          end,
              guint32          limit)
{
  for (guint32 i = start; i < end; i++)
    {
      if (i == start + limit)
        {
          g_string_append (out, " ...");
          break;
        }
      if (i > start)
        g_string_append_c (out, ' ');
      g_string_append (out, g_ptr_array_index (words, i));
    }
}

static void
append_edits (GString                *out,
              const AlignmentFixture *self,
              const DoubletSegment   *segment)
{
  for (guint32 i = 0; i < segment->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit = &segment->edits[i];

      g_string_append_c (out, '[');
      append_words (out, self->a_words, edit->a_start, edit->a_end, G_MAXUINT32);
      g_string_append_c (out, '>');
      append_words (out, self->b_words, edit->b_start, edit->b_end, G_MAXUINT32);
      g_string_append_c (out, ']');
    }
}

/*
 * One word per segment: "=" the same, "~[old>new]" changed, "+(words ...)" added,
 * "-(words ...)" removed, "<1(words ...)" moved from here, ">1(words ...)" to here.
 */
char *
alignment_fixture_describe (const AlignmentFixture *self,
                            const DoubletAlignment *alignment)
{
  static const char signs[] = { '=', '~', '+', '-', '<' };
  GString          *out = g_string_new (NULL);

  for (guint32 i = 0; i < alignment->n_segments; i++)
    {
      const DoubletSegment *segment = &alignment->segments[i];
      gboolean              moved = segment->kind == DOUBLET_SEGMENT_MOVED;

      if (i > 0)
        g_string_append_c (out, ' ');
      g_string_append_c (out, moved && segment->has_b ? '>' : signs[segment->kind]);
      if (moved)
        g_string_append_printf (out, "%u", segment->move);
      if (!segment->has_a || !segment->has_b)
        {
          g_string_append_c (out, '(');
          append_words (out, self->a_words, segment->a_start, segment->a_end, 2);
          append_words (out, self->b_words, segment->b_start, segment->b_end, 2);
          g_string_append_c (out, ')');
        }
      append_edits (out, self, segment);
    }
  return g_string_free (out, FALSE);
}

void
alignment_assert_equal (const DoubletAlignment *left,
                        const DoubletAlignment *right)
{
  g_assert_cmpuint (left->n_segments, ==, right->n_segments);
  g_assert_cmpuint (left->n_moves, ==, right->n_moves);
  g_assert_cmpuint (left->n_a, ==, right->n_a);
  g_assert_cmpuint (left->n_b, ==, right->n_b);
  g_assert_cmpuint (left->kept, ==, right->kept);
  g_assert_cmpint (left->capped, ==, right->capped);
  for (guint32 i = 0; i < left->n_segments; i++)
    {
      DoubletSegment x = left->segments[i];
      DoubletSegment y = right->segments[i];

      g_assert_cmpuint (x.n_edits, ==, y.n_edits);
      g_assert_cmpmem (x.edits,
                       x.n_edits * sizeof (DoubletAlignmentEdit),
                       y.edits,
                       y.n_edits * sizeof (DoubletAlignmentEdit));
      x.edits = y.edits = NULL;
      g_assert_cmpmem (&x, sizeof x, &y, sizeof y);
    }
}

/* The length of a longest common subsequence of exact symbols, by the book. */
guint32
alignment_fixture_count_common (const AlignmentFixture *self)
{
  guint32             n_b = self->b.n_tokens;
  g_autofree guint32 *row = g_new0 (guint32, (gsize)n_b + 1);

  for (guint32 i = 0; i < self->a.n_tokens; i++)
    {
      guint32 diagonal = 0;

      for (guint32 k = 0; k < n_b; k++)
        {
          guint32 above = row[k + 1];

          row[k + 1] = self->a.exact[i] == self->b.exact[k] ? diagonal + 1 : MAX (above, row[k]);
          diagonal = above;
        }
    }
  return row[n_b];
}
