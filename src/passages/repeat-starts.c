/* repeat-starts.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "repeat-starts.h"

/*
 * Of two editions of one text nearly every k-gram stands twice, but nearly each goes on
 * with a repeat that began before it: the same token stands before it in both places.
 * Where that is so of all places of a k-gram, no maximal repeat begins there.  What is
 * left, one place in twenty or fewer, is where repeats begin.
 *
 * Most k-grams that are left stand in two places, and these two are the repeat.  The
 * few that stand in more are sorted by what follows, by comparing.  Repeats inside of
 * long repeats are compared over all of their length each time, were it not noted, for
 * two places so far apart, how far the text was seen to be the same: two editions are
 * looked through once for all their repeats of whatever kind.
 *
 * Sorting by comparison is not linear for each text.  Where it takes too much, the
 * caller has to sort in another way.
 */

/* A class with as many members is sorted by inserting. */
#define MAX_INSERTED 12

/* Distances for which a run is noted: more than two editions have edits that change the
 * length between one passage that moved and the next. */
#define RUN_BITS 10
#define DISTANCE_FACTOR 0x9e3779b1u

typedef struct
{
  guint32 place;
  guint32 end;  /* of its article */
  gint64  left; /* the token before, or one that nothing else has */
} Start;

/* All from start to end, exclusive, is the same as what stands so far behind it. */
typedef struct
{
  guint32 distance;
  guint32 start;
  guint32 end;
} Run;

typedef struct
{
  const DoubletPassageText  *text;
  const DoubletKgramClasses *classes;
  DoubletStartsBudget        left;    /* of the budget */
  guint8                    *seen;    /* a bit for each place: sorted with its class */
  GArray                    *members; /* Start */
  GArray                    *places;  /* guint32 */
  GArray                    *lcp;     /* guint32 */
  Run                        runs[1 << RUN_BITS];
} Sorter;

static inline gboolean
is_seen (const Sorter *self,
         guint32       place)
{
  return (self->seen[place >> 3] >> (place & 7)) & 1;
}

static inline void
set_seen (Sorter *self,
          guint32 place)
{
  self->seen[place >> 3] |= 1 << (place & 7);
}

static inline Start
look_at (const Sorter *self,
         guint32       place)
{
  const DoubletPassageText *text = self->text;
  guint32                   article = doublet_passage_text_get_article (text, place);
  Start                     start = { place, text->base[article + 1], -1 - (gint64)place };

  if (place > text->base[article])
    start.left = text->tokens[place - 1];
  return start;
}

static guint32
compare_tokens (Sorter *self,
                guint32 a,
                guint32 b,
                guint32 most)
{
  const guint32 *tokens = self->text->tokens;
  guint32        length = 0;

  while (length < most && tokens[a + length] == tokens[b + length])
    length++;
  self->left.n_compared -= MIN (self->left.n_compared, (guint64)length + 1);
  return length;
}

/* How many tokens are the same from the two on. */
static guint32
measure_common (Sorter      *self,
                const Start *a,
                const Start *b)
{
  guint32 x = MIN (a->place, b->place);
  guint32 distance = MAX (a->place, b->place) - x;
  Run    *run = &self->runs[distance * DISTANCE_FACTOR >> (32 - RUN_BITS)];

  if (run->distance == distance && run->start <= x && x < run->end)
    return run->end - x;
  *run = (Run){ distance, x, x };
  /* When all is spent, what comes out is of no use, but has to come soon. */
  if (self->left.n_compared > 0)
    run->end += compare_tokens (self, a->place, b->place, MIN (a->end - a->place, b->end - b->place));
  return run->end - x;
}

/* The end of an article goes before all tokens. */
static int
compare_starts (const void *a,
                const void *b,
                void       *data)
{
  const Sorter *self = data;
  const Start  *x = a, *y = b;
  guint32       length = measure_common (data, x, y);
  gboolean      x_ends = x->place + length == x->end;
  gboolean      y_ends = y->place + length == y->end;

  if (x_ends || y_ends)
    return x_ends != y_ends ? (x_ends ? -1 : 1) : x->place < y->place ? -1
                                                                      : x->place > y->place;
  return self->text->tokens[x->place + length] < self->text->tokens[y->place + length] ? -1 : 1;
}

static void
sort_members (Sorter *self)
{
  Start *members = (Start *)(gpointer)self->members->data;
  guint  n = self->members->len;

  if (n > MAX_INSERTED)
    {
      g_qsort_with_data (members, n, sizeof *members, compare_starts, self);
      return;
    }
  for (guint i = 1; i < n; i++)
    {
      Start member = members[i];
      guint j = i;

      for (; j > 0 && compare_starts (&members[j - 1], &member, self) > 0; j--)
        members[j] = members[j - 1];
      members[j] = member;
    }
}

static inline void
append (Sorter *self,
        guint32 place,
        guint32 lcp)
{
  g_array_append_val (self->places, place);
  g_array_append_val (self->lcp, lcp);
}

/* Of a k-gram that stands in two places. */
static void
add_pair (Sorter *self,
          guint32 a,
          guint32 b)
{
  const guint32 *tokens = self->text->tokens;
  Start          x, y;

  /* The usual case, without asking which articles these are: no k-gram of two tokens or
   * more reaches over the end of one. */
  if (a > 0 && tokens[a - 1] == tokens[b - 1] && self->classes->next[a - 1] == b - 1 && self->text->min_tokens > 1)
    return;
  x = look_at (self, a);
  y = look_at (self, b);
  if (x.left == y.left)
    return;
  append (self, a, 0);
  append (self, b, compare_tokens (self, a, b, MIN (x.end - a, y.end - b)));
}

/* Of a k-gram that stands in more; @first is the first of its places. */
static void
add_class (Sorter *self,
           guint32 first)
{
  guint32  place = first;
  gboolean mixed = FALSE;

  g_array_set_size (self->members, 0);
  do
    {
      Start start = look_at (self, place);

      mixed |= self->members->len > 0 && start.left != g_array_index (self->members, Start, 0).left;
      g_array_append_val (self->members, start);
      if (self->members->len > self->left.n_of_class)
        {
          self->left.n_sorted = 0;
          return;
        }
      set_seen (self, place);
      place = self->classes->next[place];
    }
  while (place != first);
  if (!mixed)
    return;

  self->left.n_sorted -= MIN (self->left.n_sorted, self->members->len);
  if (self->left.n_sorted == 0)
    return;
  sort_members (self);
  for (guint i = 0; i < self->members->len; i++)
    {
      const Start *start = &g_array_index (self->members, Start, i);

      append (self, start->place, i > 0 ? measure_common (self, start - 1, start) : 0);
    }
}

static gboolean
sort_all (Sorter                *self,
          const DoubletProgress *progress)
{
  const guint32 *next = self->classes->next;

  for (guint32 i = 0; i < self->text->n; i++)
    {
      guint32 j = next[i];

      if (DOUBLET_PROGRESS_CHECK (progress, i))
        return FALSE;
      if (j == i)
        continue;
      if (next[j] == i)
        {
          if (j > i)
            add_pair (self, i, j);
        }
      else if (!is_seen (self, i))
        add_class (self, i);
      if (self->left.n_sorted == 0 || self->left.n_compared == 0)
        return FALSE;
    }
  append (self, G_MAXUINT32, 0);
  return TRUE;
}

/**
 * doublet_repeat_starts_sort:
 * @text: a text
 * @classes: its k-grams
 * @budget: what it may cost
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): where the repeats of @text begin; %NULL if that
 *   costs more than @budget, or if cancelled
 */
DoubletRepeatStarts *
doublet_repeat_starts_sort (const DoubletPassageText  *text,
                            const DoubletKgramClasses *classes,
                            const DoubletStartsBudget *budget,
                            const DoubletProgress     *progress)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Start));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) lcp = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8   *seen = g_new0 (guint8, (gsize)text->n / 8 + 1);
  g_autofree Sorter   *self = g_new0 (Sorter, 1);
  DoubletRepeatStarts *result;

  self->text = text;
  self->classes = classes;
  self->left = *budget;
  self->seen = seen;
  self->members = members;
  self->places = places;
  self->lcp = lcp;
  if (!sort_all (self, progress))
    return NULL;

  result = g_new (DoubletRepeatStarts, 1);
  result->n = places->len - 1;
  result->places = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&places), FALSE);
  result->lcp = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&lcp), FALSE);
  return result;
}

/**
 * doublet_repeat_starts_free:
 * @self: (transfer full): starts
 */
void
doublet_repeat_starts_free (DoubletRepeatStarts *self)
{
  g_free (self->places);
  g_free (self->lcp);
  g_free (self);
}
