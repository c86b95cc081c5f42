/* repeats.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "repeats.h"

/*
 * Maximal repeats are the intervals of sorted suffixes that share a prefix which
 * can be made longer neither to the right (then they would not all be one interval
 * of that length) nor to the left (they would all follow the same symbol): Abouelhoda,
 * Kurtz and Ohlebusch, "Replacing suffix trees with enhanced suffix arrays", 2004.
 * One sweep over the LCP array with a stack finds them all, without looking at the
 * occurrences.
 *
 * A word repeated n times has n such intervals with n²/2 occurrences.  Where all of
 * them lie in rows of the same unit and begin with the same word of it, they say
 * nothing that the rows do not say; how far each place's row reaches travels with
 * the interval, so these are known without being listed.
 */

#define LEFT_MIXED G_MAXUINT32

/* Intervals of a block of the stack; prose nests some ten. */
#define BLOCK_INTERVALS 4096

/* What the suffixes of an interval have in common. */
typedef struct
{
  guint32 left;  /* the symbol before, or LEFT_MIXED */
  guint32 reach; /* how far each place's row goes on, at least */
  guint32 word;  /* with which word of a unit those in rows begin */
} Common;

typedef struct
{
  guint32 length;
  guint32 first;
  Common  common;
} Interval;

/* What is open, the innermost on top.  By blocks, since a text that is one row nests as
 * many as it has units, and room for them that doubles would be much of all memory. */
typedef struct
{
  Interval  *top;
  Interval  *first; /* of the block that top lies in */
  GPtrArray *blocks;
  guint      block;
} Stack;

typedef struct
{
  const DoubletPassageText  *text;
  const DoubletRepeatStarts *starts;
  DoubletRepeats            *result;
} Finder;

static void
number_words (DoubletRepeats            *self,
              const DoubletPeriodicRows *rows)
{
  self->first_word = g_new0 (guint32, (gsize)rows->n_units + 1);
  self->rows = rows;
  for (guint32 i = 0; i < rows->n_rows; i++)
    self->first_word[rows->rows[i].unit + 1] = rows->rows[i].period;
  for (guint32 i = 0; i < rows->n_units; i++)
    self->first_word[i + 1] += self->first_word[i];
}

static inline Common
look_at (const Finder *self,
         guint32       place)
{
  Common            common = { LEFT_MIXED, 0, DOUBLET_WORD_NONE };
  const DoubletRow *row;

  if (place == G_MAXUINT32)
    return common;
  if (!doublet_passage_text_is_border (self->text, place))
    common.left = self->text->tokens[place - 1];
  row = doublet_periodic_rows_find (self->result->rows, place);
  if (row != NULL)
    {
      common.reach = row->end - place;
      common.word = self->result->first_word[row->unit] + (place - row->start + row->period - row->phase) % row->period;
    }
  return common;
}

static inline void
merge (Common       *common,
       const Common *other)
{
  if (common->left != other->left)
    common->left = LEFT_MIXED;
  common->reach = MIN (common->reach, other->reach);
  if (common->word == DOUBLET_WORD_NONE)
    common->word = other->word;
  else if (other->word != DOUBLET_WORD_NONE && other->word != common->word)
    common->word = DOUBLET_WORD_MIXED;
}

static inline void
add_repeat (Finder         *self,
            const Interval *interval,
            guint32         last)
{
  DoubletRepeat repeat = { interval->first, last, interval->length, interval->common.word };
  guint32       place;

  if (interval->common.left != LEFT_MIXED || interval->length < self->text->min_tokens)
    return;
  if (interval->common.word != DOUBLET_WORD_MIXED && interval->common.reach >= interval->length)
    return;
  place = self->starts->places[repeat.first];
  if (doublet_passage_text_weigh (self->text, place, place + repeat.length) < self->text->min_weight)
    return;
  g_array_append_val (self->result->repeats, repeat);
}

static void
enter_block (Stack *self,
             guint  block)
{
  if (block == self->blocks->len)
    g_ptr_array_add (self->blocks, g_new (Interval, BLOCK_INTERVALS));
  self->block = block;
  self->first = self->blocks->pdata[block];
}

static inline void
push (Stack          *self,
      const Interval *interval)
{
  if (G_UNLIKELY (++self->top == self->first + BLOCK_INTERVALS))
    {
      enter_block (self, self->block + 1);
      self->top = self->first;
    }
  *self->top = *interval;
}

static inline void
pop (Stack *self)
{
  if (G_UNLIKELY (self->top == self->first))
    {
      enter_block (self, self->block - 1);
      self->top = self->first + BLOCK_INTERVALS;
    }
  self->top--;
}

static gboolean
sweep (Finder                *self,
       const DoubletProgress *progress)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_free);
  const DoubletRepeatStarts *starts = self->starts;
  Stack                      stack = { .blocks = blocks };

  enter_block (&stack, 0);
  stack.top = stack.first;
  *stack.top = (Interval){ 0, 0, { LEFT_MIXED, 0, DOUBLET_WORD_NONE } };
  for (guint32 i = 1; i <= starts->n; i++)
    {
      guint32  length = starts->lcp[i];
      Interval next = { length, i - 1, look_at (self, starts->places[i - 1]) };

      if (DOUBLET_PROGRESS_CHECK (progress, i))
        return FALSE;
      while (stack.top->length > length)
        {
          merge (&stack.top->common, &next.common);
          add_repeat (self, stack.top, i - 1);
          next.first = stack.top->first;
          next.common = stack.top->common;
          pop (&stack);
        }
      if (stack.top->length < length)
        push (&stack, &next);
      else
        merge (&stack.top->common, &next.common);
    }
  return TRUE;
}

/**
 * doublet_repeats_find:
 * @text: a text
 * @starts: where repeats may begin, in the order of what follows
 * @rows: the rows in it; must outlive the repeats
 * @progress: (nullable): to stop by
 *
 * Finds all maximal repeats that are heavy enough, but those that lie wholly in rows
 * of one unit and begin with one word of it.
 *
 * Returns: (transfer full) (nullable): the repeats; %NULL if cancelled
 */
DoubletRepeats *
doublet_repeats_find (const DoubletPassageText  *text,
                      const DoubletRepeatStarts *starts,
                      const DoubletPeriodicRows *rows,
                      const DoubletProgress     *progress)
{
  g_autoptr (DoubletRepeats) repeats = g_new0 (DoubletRepeats, 1);
  Finder self = { text, starts, repeats };

  repeats->repeats = g_array_new (FALSE, FALSE, sizeof (DoubletRepeat));
  number_words (repeats, rows);
  if (!sweep (&self, progress))
    return NULL;
  return g_steal_pointer (&repeats);
}

/**
 * doublet_repeats_free:
 * @self: (transfer full): repeats
 */
void
doublet_repeats_free (DoubletRepeats *self)
{
  g_array_unref (self->repeats);
  g_free (self->first_word);
  g_free (self);
}
