/* periodic-runs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "periodic-runs.h"

/*
 * All maximal repetitions of an exponent above two, after Bannai, I, Inenaga,
 * Nakashima, Takeda and Tsuruta, "The runs theorem" (SIAM J. Comput. 2017): each
 * has a root that is the longest Lyndon word at its place, in the order of the
 * alphabet or in the reverse order, and that word ends where the next suffix that
 * is smaller (or greater) begins.  So every place has two periods to try.
 *
 * How far a period reaches is found by comparing a few words one by one and, where
 * these agree, by hashes of ranges: comparing alone would be quadratic in a word
 * repeated on and on.  A run found by hashes is looked through once more, so chance
 * cannot make one up; and equal ranges have equal hashes, so none is missed.
 */

/* Most periods fail at once. */
#define COMPARED_SINGLY 32

/* A hash for every place would be the largest array of all; the steps between two
 * are walked. */
#define HASH_STEP 4

/* Ranges that are compared by hash have 2^i symbols. */
#define MAX_POWERS 32

/* 2^61 - 1, a prime: modulo 2^64 Thue-Morse words would all look the same. */
#define PRIME ((G_GUINT64_CONSTANT (1) << 61) - 1)
#define BASE G_GUINT64_CONSTANT (0x12d6a1b5c3f7e89b)

typedef struct
{
  const DoubletPassageText *text;
  const DoubletIslands     *islands;
  guint64                  *hashes;             /* of the first HASH_STEP * i symbols */
  guint64                   powers[MAX_POWERS]; /* of the base, to 2^i */
  guint32                  *lowest;             /* for each period that fits twice, the start of the run found last */
  GArray                   *rows;
} Finder;

/* By halves of 31 bits, so that no number wider than 64 bits is needed. */
static inline guint64
multiply (guint64 a,
          guint64 b)
{
  guint64 a_high = a >> 31, a_low = a & 0x7fffffff;
  guint64 b_high = b >> 31, b_low = b & 0x7fffffff;
  guint64 middle = a_low * b_high + a_high * b_low;
  guint64 sum = a_high * b_high * 2 + (middle >> 30) + ((middle & 0x3fffffff) << 31) + a_low * b_low;

  sum = (sum & PRIME) + (sum >> 61);
  return sum >= PRIME ? sum - PRIME : sum;
}

static inline guint64
append (guint64 hash,
        guint32 symbol)
{
  guint64 sum = multiply (hash, BASE) + symbol + 1;

  return sum >= PRIME ? sum - PRIME : sum;
}

static guint64 *
hash_prefixes (const DoubletIslands *islands)
{
  guint64 *hashes = g_new (guint64, islands->n / HASH_STEP + 1);
  guint64  hash = 0;

  for (guint32 i = 0; i < islands->n; i++)
    {
      if (i % HASH_STEP == 0)
        hashes[i / HASH_STEP] = hash;
      hash = append (hash, islands->text[i]);
    }
  if (islands->n % HASH_STEP == 0)
    hashes[islands->n / HASH_STEP] = hash;
  return hashes;
}

static guint64
hash_prefix (const Finder *self,
             guint32       end)
{
  guint64 hash = self->hashes[end / HASH_STEP];

  for (guint32 i = end - end % HASH_STEP; i < end; i++)
    hash = append (hash, self->islands->text[i]);
  return hash;
}

/* @length is a power of two. */
static gboolean
look_same (const Finder *self,
           guint32       a,
           guint32       b,
           guint32       length)
{
  guint64 power = self->powers[g_bit_nth_lsf (length, -1)];
  guint64 x = hash_prefix (self, a + length) + PRIME - multiply (hash_prefix (self, a), power);
  guint64 y = hash_prefix (self, b + length) + PRIME - multiply (hash_prefix (self, b), power);

  return x % PRIME == y % PRIME;
}

/* How many symbols from a on are the same as from b on; a < b. */
static guint32
extend_right (const Finder *self,
              guint32       a,
              guint32       b)
{
  const guint32 *text = self->islands->text;
  guint32        most = self->islands->n - b;
  guint32        length = 0;
  guint32        step;

  while (length < MIN (most, COMPARED_SINGLY) && text[a + length] == text[b + length])
    length++;
  if (length < COMPARED_SINGLY)
    return length;

  for (step = COMPARED_SINGLY; step <= most - length && look_same (self, a + length, b + length, step); step *= 2)
    length += step;
  for (; step > 0; step /= 2)
    if (step <= most - length && look_same (self, a + length, b + length, step))
      length += step;
  return length;
}

/* The same to the left, before a and before b. */
static guint32
extend_left (const Finder *self,
             guint32       a,
             guint32       b)
{
  const guint32 *text = self->islands->text;
  guint32        most = a;
  guint32        length = 0;
  guint32        step;

  while (length < MIN (most, COMPARED_SINGLY) && text[a - length - 1] == text[b - length - 1])
    length++;
  if (length < COMPARED_SINGLY)
    return length;

  for (step = COMPARED_SINGLY; step <= most - length && look_same (self, a - length - step, b - length - step, step); step *= 2)
    length += step;
  for (; step > 0; step /= 2)
    if (step <= most - length && look_same (self, a - length - step, b - length - step, step))
      length += step;
  return length;
}

static void
add_run (Finder *self,
         guint32 start,
         guint32 end,
         guint32 period)
{
  const DoubletPassageText *text = self->text;
  const DoubletIsland      *island = doublet_islands_find_index (self->islands, start);
  guint32                   place = island->place + (start - island->index);
  guint32                   times = (end - start) / period;
  guint64                   weight = doublet_passage_text_weigh (text, place, place + period);
  DoubletRow                row = { place, place + (end - start), start, period, 0, 0, weight < text->min_weight };

  if (row.is_short && weight * times < 2 * (guint64)text->min_weight)
    return;
  for (guint32 i = start; i + period < end; i++)
    if (self->islands->text[i] != self->islands->text[i + period])
      return;
  g_array_append_val (self->rows, row);
}

static void
try_period (Finder *self,
            guint32 place,
            guint32 next)
{
  guint32 period = next - place;
  guint32 right, left;

  if (self->islands->text[place] != self->islands->text[next] || period > self->islands->n / 2)
    return;
  /* Places come from the end: this one may lie in a run that is known. */
  if (place >= self->lowest[period])
    return;

  right = extend_right (self, place, next);
  left = extend_left (self, place, next);
  if ((guint64)left + right <= period)
    return;
  self->lowest[period] = place - left;
  add_run (self, place - left, next + right, period);
}

/* Tries at each place the distance to the next suffix that is smaller or, in the
 * reverse order of the alphabet, greater, unless a separator stands between, which no run
 * can hold: in rows of one unit the next one mostly is in the row after.  Of what may
 * still be next to a place before, each is next to the one found before it: a stack. */
static gboolean
try_all (Finder                *self,
         const gint32          *ranks,
         gboolean               greater,
         guint32               *stack,
         const DoubletProgress *progress)
{
  guint32  n = self->islands->n;
  guint32  end = n; /* of the island */
  guint32 *top = stack;

  for (guint32 i = 0; i <= n / 2; i++)
    self->lowest[i] = G_MAXUINT32;
  for (guint32 i = n; i-- > 0;)
    {
      if (DOUBLET_PROGRESS_CHECK (progress, i))
        return FALSE;
      while (top > stack && (ranks[top[-1]] > ranks[i]) != greater)
        top--;
      if (self->islands->text[i] <= self->islands->n_islands)
        end = i;
      else if (top > stack && top[-1] < end)
        try_period (self, i, top[-1]);
      *top++ = i;
    }
  return TRUE;
}

static int
compare_starts (const void *a,
                const void *b)
{
  const DoubletRow *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->period < y->period ? -1 : x->period > y->period;
}

/* Some are found in both orders. */
static void
sort_rows (GArray *rows)
{
  guint n = 0;

  g_array_sort (rows, compare_starts);
  for (guint i = 0; i < rows->len; i++)
    {
      const DoubletRow *row = &g_array_index (rows, DoubletRow, i);

      if (n == 0 || compare_starts (&g_array_index (rows, DoubletRow, n - 1), row) != 0)
        g_array_index (rows, DoubletRow, n++) = *row;
    }
  g_array_set_size (rows, n);
}

/* Where the least rotation of n symbols begins (Booth's problem, by two candidates
 * that race each other). */
static guint32
find_least_rotation (const guint32 *unit,
                     guint32        n)
{
  guint32 i = 0, j = 1, length = 0;

  while (i < n && j < n && length < n)
    {
      guint32 a = unit[((guint64)i + length) % n];
      guint32 b = unit[((guint64)j + length) % n];

      if (a == b)
        {
          length++;
          continue;
        }
      if (a > b)
        i += length + 1;
      else
        j += length + 1;
      if (i == j)
        j++;
      length = 0;
    }
  return MIN (i, j);
}

static int
compare_units (const void *a,
               const void *b,
               void       *data)
{
  const Finder     *self = data;
  const DoubletRow *rows = (const DoubletRow *)(gpointer)self->rows->data;
  const DoubletRow *x = &rows[*(const guint32 *)a];
  const DoubletRow *y = &rows[*(const guint32 *)b];
  guint32           i = x->island_start + x->phase;
  guint32           j = y->island_start + y->phase;

  if (x->period != y->period)
    return x->period < y->period ? -1 : 1;
  for (guint32 k = 0; k < x->period; k++)
    if (self->islands->text[i + k] != self->islands->text[j + k])
      return self->islands->text[i + k] < self->islands->text[j + k] ? -1 : 1;
  return 0;
}

static guint32
number_units (Finder *self)
{
  DoubletRow         *rows = (DoubletRow *)(gpointer)self->rows->data;
  guint32             n = self->rows->len;
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1));
  guint32             n_units = 0;

  for (guint32 i = 0; i < n; i++)
    {
      rows[i].phase = find_least_rotation (self->islands->text + rows[i].island_start, rows[i].period);
      order[i] = i;
    }
  g_qsort_with_data (order, n, sizeof *order, compare_units, self);
  for (guint32 i = 0; i < n; i++)
    {
      if (i == 0 || compare_units (&order[i - 1], &order[i], self) != 0)
        n_units++;
      rows[order[i]].unit = n_units - 1;
    }
  return n_units;
}

/**
 * doublet_periodic_runs_find:
 * @text: a text
 * @islands: what may lie in a row of it
 * @ranks: where each suffix of @islands stands in their order
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): all rows; %NULL if cancelled
 */
DoubletPeriodicRows *
doublet_periodic_runs_find (const DoubletPassageText *text,
                            const DoubletIslands     *islands,
                            const gint32             *ranks,
                            const DoubletProgress    *progress)
{
  g_autofree guint64 *hashes = hash_prefixes (islands);
  g_autofree guint32 *lowest = g_new (guint32, (gsize)islands->n / 2 + 1);
  g_autofree guint32 *stack = g_new (guint32, islands->n);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DoubletRow));
  Finder  self = { text, islands, hashes, { BASE }, lowest, rows };
  guint32 n_units;

  for (guint i = 1; i < MAX_POWERS; i++)
    self.powers[i] = multiply (self.powers[i - 1], self.powers[i - 1]);
  if (!try_all (&self, ranks, FALSE, stack, progress) ||
      !try_all (&self, ranks, TRUE, stack, progress))
    return NULL;

  sort_rows (rows);
  n_units = number_units (&self);
  return doublet_periodic_rows_new (g_steal_pointer (&rows), n_units, text->n);
}
