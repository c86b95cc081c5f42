/* myers.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "myers.h"

#include "bit-lcs.h"

/*
 * The longest common subsequence of two token ranges in linear space: E. Myers, "An
 * O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), section 4b.
 * Searches from both ends meet at a point of a shortest edit path; the two boxes on
 * either side of it are done in the same way.  A box is first shorn of what is equal
 * at its ends, which is where all matches come from.
 *
 * The cost is (N + M) D, so two long ranges with little in common would take minutes.
 * A box whose whole table is small gets that as soon as it is the cheaper way.  In a
 * larger one a search that has come to max_cost edits gives up and splits the box at the
 * farthest point that either end has reached: what comes out is still a common
 * subsequence, only not always the longest.
 *
 * Tokens that do not stand on the other side at all can be in no common subsequence
 * and are taken out first: in a rewritten passage that is most of them.
 */
struct _DoubletMyers
{
  DoubletAlignmentJob *job;

  /* The present range, as the search sees it. */
  const guint32 *a;
  const guint32 *b;
  const guint32 *a_places; /* (nullable): token of each entry, else a_offset + index */
  const guint32 *b_places;
  guint32        a_offset;
  guint32        b_offset;

  GArray  *boxes;   /* DoubletBox, waiting */
  GArray  *vectors; /* gint32: both searches' furthest points by diagonal */
  GArray  *kept;    /* guint32: symbols, then places of what is left of a and b */
  guint32 *stamps;  /* n_exact, (nullable) until needed */
  guint32  stamp;
  guint64  steps_left;
};

/* With this many edits a gap between anchors is no longer something a person would
 * call edited; git's xdiff gives up at 256 as well. */
#define MAX_COST 256

/* Once the budget below is spent: every split still gains so many tokens. */
#define LAST_COST 32

/* Steps per token of both articles before the cap falls from MAX_COST to LAST_COST:
 * two unrelated texts of 181,000 words use 11, random ones of two words all. */
#define STEPS_PER_TOKEN 100

/* What the whole table costs, counted in steps of the search: so many of its cells, and
 * for each token of both ranges its share in the masks and in reading back.  Measured on
 * pairs of 5 kB with paragraphs moved: where the two cost the same, the search chooses
 * among equally long subsequences the one with longer runs, and the steps of one that
 * gives way to the table are lost; planted edits come out the same from half of this to
 * twice as much. */
#define TABLE_CELLS_PER_STEP 128
#define TABLE_STEPS_PER_TOKEN 4

/* Below this many tokens taking out the foreign ones costs more than it saves. */
#define SIFT_FROM 48

/* Numbers that are kept room for from one range to the next: most ranges are short, and
 * what one needed that was as long as the articles is a good part of all memory. */
#define KEPT_NUMBERS (1 << 18)

/* No point on this diagonal; far enough from both ends of a gint32 to add to. */
#define NOWHERE_LOW (G_MININT32 / 2)
#define NOWHERE_HIGH (G_MAXINT32 / 2)

/**
 * doublet_myers_new:
 * @job: what to match in, borrowed
 *
 * Returns: (transfer full): a matcher with a budget for the whole of @job
 */
DoubletMyers *
doublet_myers_new (DoubletAlignmentJob *job)
{
  DoubletMyers *self = g_new0 (DoubletMyers, 1);

  self->job = job;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (DoubletBox));
  self->vectors = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->steps_left = STEPS_PER_TOKEN * ((guint64)job->a->n_tokens + job->b->n_tokens);
  return self;
}

/**
 * doublet_myers_free:
 * @self: (transfer full): a matcher
 */
void
doublet_myers_free (DoubletMyers *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->vectors);
  g_array_unref (self->kept);
  g_free (self->stamps);
  g_free (self);
}

static void
set_match (DoubletMyers *self,
           guint32       x,
           guint32       y)
{
  guint32 a = self->a_places != NULL ? self->a_places[x] : self->a_offset + x;
  guint32 b = self->b_places != NULL ? self->b_places[y] : self->b_offset + y;

  self->job->match[a] = b;
}

static void
match_ends (DoubletMyers *self,
            DoubletBox   *box)
{
  while (box->a_start < box->a_end && box->b_start < box->b_end &&
         self->a[box->a_start] == self->b[box->b_start])
    set_match (self, box->a_start++, box->b_start++);
  while (box->a_start < box->a_end && box->b_start < box->b_end &&
         self->a[box->a_end - 1] == self->b[box->b_end - 1])
    set_match (self, --box->a_end, --box->b_end);
}

/* One box's search: x and y count from the box's start; vectors are indexed by the
 * diagonal x - y, from -n_b - 1 to n_a + 1. */
typedef struct
{
  const guint32 *a;
  const guint32 *b;
  gint32         n_a;
  gint32         n_b;
  gint32        *forward;
  gint32        *backward;
  gint32         forward_min;
  gint32         forward_max;
  gint32         backward_min;
  gint32         backward_max;
  gint32         x;
  gint32         y;
} Search;

/* Widens the forward search by one edit; true if it met the backward one. */
static gboolean
step_forward (Search  *self,
              gboolean may_meet)
{
  gint32 *points = self->forward;

  if (self->forward_min > -self->n_b)
    points[--self->forward_min - 1] = NOWHERE_LOW;
  else
    self->forward_min++;
  if (self->forward_max < self->n_a)
    points[++self->forward_max + 1] = NOWHERE_LOW;
  else
    self->forward_max--;

  for (gint32 k = self->forward_max; k >= self->forward_min; k -= 2)
    {
      gint32 right = points[k - 1] < self->n_a ? points[k - 1] + 1 : NOWHERE_LOW;
      gint32 down = points[k + 1] - k <= self->n_b ? points[k + 1] : NOWHERE_LOW;
      gint32 x = MAX (right, down);
      gint32 y = x - k;

      if (x < 0)
        {
          points[k] = NOWHERE_LOW;
          continue;
        }
      while (x < self->n_a && y < self->n_b && self->a[x] == self->b[y])
        x++, y++;
      points[k] = x;
      if (may_meet && k >= self->backward_min && k <= self->backward_max && self->backward[k] <= x)
        {
          self->x = x;
          self->y = y;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
step_backward (Search  *self,
               gboolean may_meet)
{
  gint32 *points = self->backward;

  if (self->backward_min > -self->n_b)
    points[--self->backward_min - 1] = NOWHERE_HIGH;
  else
    self->backward_min++;
  if (self->backward_max < self->n_a)
    points[++self->backward_max + 1] = NOWHERE_HIGH;
  else
    self->backward_max--;

  for (gint32 k = self->backward_max; k >= self->backward_min; k -= 2)
    {
      gint32 left = points[k + 1] > 0 ? points[k + 1] - 1 : NOWHERE_HIGH;
      gint32 up = points[k - 1] - k >= 0 ? points[k - 1] : NOWHERE_HIGH;
      gint32 x = MIN (left, up);
      gint32 y = x - k;

      if (x > self->n_a)
        {
          points[k] = NOWHERE_HIGH;
          continue;
        }
      while (x > 0 && y > 0 && self->a[x - 1] == self->b[y - 1])
        x--, y--;
      points[k] = x;
      if (may_meet && k >= self->forward_min && k <= self->forward_max && x <= self->forward[k])
        {
          self->x = x;
          self->y = y;
          return TRUE;
        }
    }
  return FALSE;
}

/* The farthest point that either search has come to, counted in tokens left behind. */
static void
take_farthest (Search *self)
{
  gint32 best = -1;

  for (gint32 k = self->forward_max; k >= self->forward_min; k -= 2)
    if (self->forward[k] >= 0 && 2 * self->forward[k] - k > best)
      {
        best = 2 * self->forward[k] - k;
        self->x = self->forward[k];
        self->y = self->x - k;
      }
  for (gint32 k = self->backward_max; k >= self->backward_min; k -= 2)
    if (self->backward[k] <= self->n_a && self->n_a + self->n_b - (2 * self->backward[k] - k) > best)
      {
        best = self->n_a + self->n_b - (2 * self->backward[k] - k);
        self->x = self->backward[k];
        self->y = self->x - k;
      }
}

/* The steps after which the whole table is the cheaper way. */
static guint64
count_table_steps (gint32 n_a,
                   gint32 n_b)
{
  return (guint64)n_a * n_b / TABLE_CELLS_PER_STEP + TABLE_STEPS_PER_TOKEN * ((guint64)n_a + n_b);
}

/* Finds a point inside the box, neither its start nor its end, where a shortest path
 * passes, or a good one if that takes more than max_cost edits from either end; FALSE if
 * the whole table is the cheaper way. */
static gboolean
find_split (DoubletMyers     *self,
            const DoubletBox *box,
            guint32          *a_split,
            guint32          *b_split)
{
  gint32   n_a = box->a_end - box->a_start;
  gint32   n_b = box->b_end - box->b_start;
  gsize    n_diagonals = (gsize)n_a + n_b + 3;
  gint32   delta = n_a - n_b;
  gboolean odd = (delta & 1) != 0;
  gint32   max_cost = self->steps_left > 0 ? MAX_COST : LAST_COST;
  gboolean has_table = doublet_bit_lcs_fits (n_a, n_b);
  guint64  table_steps = has_table ? count_table_steps (n_a, n_b) : 0;
  Search   search = { self->a + box->a_start, self->b + box->b_start, n_a, n_b };

  if (self->vectors->len < 2 * n_diagonals)
    g_array_set_size (self->vectors, 2 * n_diagonals);
  search.forward = &g_array_index (self->vectors, gint32, n_b + 1);
  search.backward = search.forward + n_diagonals;
  search.forward[0] = 0;
  search.backward[delta] = n_a;
  search.backward_min = search.backward_max = delta;

  for (gint32 cost = 1;; cost++)
    {
      guint64 n_steps;

      if (step_forward (&search, odd) || step_backward (&search, !odd))
        break;

      n_steps = search.forward_max - search.forward_min + search.backward_max - search.backward_min;
      if (doublet_alignment_job_tick (self->job, n_steps))
        {
          take_farthest (&search);
          break;
        }
      if (has_table)
        {
          if (n_steps > table_steps)
            return FALSE;
          table_steps -= n_steps;
          continue;
        }
      self->steps_left -= MIN (self->steps_left, n_steps);
      if (cost >= max_cost)
        {
          take_farthest (&search);
          self->job->capped = TRUE;
          break;
        }
    }

  *a_split = box->a_start + search.x;
  *b_split = box->b_start + search.y;
  return TRUE;
}

typedef struct
{
  DoubletMyers *matcher;
  DoubletBox    box;
} Table;

static void
set_table_match (guint32  x,
                 guint32  y,
                 gpointer user_data)
{
  const Table *table = user_data;

  set_match (table->matcher, table->box.a_start + x, table->box.b_start + y);
}

static void
match_by_table (DoubletMyers     *self,
                const DoubletBox *box)
{
  Table table = { self, *box };

  doublet_bit_lcs_run (self->a + box->a_start, box->a_end - box->a_start,
                       self->b + box->b_start, box->b_end - box->b_start, set_table_match, &table);
}

static void
match_box (DoubletMyers *self,
           DoubletBox    whole)
{
  g_array_set_size (self->boxes, 0);
  g_array_append_val (self->boxes, whole);

  while (self->boxes->len > 0 && !self->job->cancelled)
    {
      DoubletBox box = g_array_index (self->boxes, DoubletBox, self->boxes->len - 1);
      DoubletBox rest;
      guint32    a_split, b_split;

      g_array_set_size (self->boxes, self->boxes->len - 1);
      match_ends (self, &box);
      if (box.a_start == box.a_end || box.b_start == box.b_end)
        continue;
      /* Most edits change one word. */
      if (box.a_end - box.a_start == 1 && box.b_end - box.b_start == 1)
        continue;

      if (!find_split (self, &box, &a_split, &b_split))
        {
          match_by_table (self, &box);
          continue;
        }
      rest = (DoubletBox){ a_split, box.a_end, b_split, box.b_end };
      g_array_append_val (self->boxes, rest);
      rest = (DoubletBox){ box.a_start, a_split, box.b_start, b_split };
      g_array_append_val (self->boxes, rest);
    }
}

/* Writes those of @symbols that are stamped, and their places; returns how many. */
static guint32
keep_stamped (const DoubletMyers *self,
              const guint32      *symbols,
              guint32             start,
              guint32             end,
              guint32            *kept,
              guint32            *places)
{
  guint32 n = 0;

  for (guint32 i = start; i < end; i++)
    {
      kept[n] = symbols[i];
      places[n] = i;
      n += self->stamps[symbols[i]] == self->stamp;
    }
  return n;
}

static void
stamp_symbols (DoubletMyers  *self,
               const guint32 *symbols,
               guint32        start,
               guint32        end)
{
  self->stamp++;
  for (guint32 i = start; i < end; i++)
    self->stamps[symbols[i]] = self->stamp;
}

static void
match_sifted (DoubletMyers     *self,
              const DoubletBox *box)
{
  const guint32 *a = self->job->a->exact;
  const guint32 *b = self->job->b->exact;
  gsize          n_a_all = box->a_end - box->a_start;
  gsize          n_b_all = box->b_end - box->b_start;
  guint32        n_a, n_b;
  guint32       *kept;

  if (self->stamps == NULL)
    self->stamps = g_new0 (guint32, self->job->symbols->n_exact);
  g_array_set_size (self->kept, 2 * (n_a_all + n_b_all));
  kept = &g_array_index (self->kept, guint32, 0);
  self->a = kept;
  self->a_places = kept + n_a_all;
  self->b = kept + 2 * n_a_all;
  self->b_places = kept + 2 * n_a_all + n_b_all;

  stamp_symbols (self, b, box->b_start, box->b_end);
  n_a = keep_stamped (self, a, box->a_start, box->a_end, kept, kept + n_a_all);
  stamp_symbols (self, a, box->a_start, box->a_end);
  n_b = keep_stamped (self, b, box->b_start, box->b_end, kept + 2 * n_a_all, kept + 2 * n_a_all + n_b_all);
  if (n_a == 0 || n_b == 0)
    return;

  match_box (self, (DoubletBox){ 0, n_a, 0, n_b });
}

static void
forget_if_large (GArray **numbers)
{
  if ((*numbers)->len <= KEPT_NUMBERS)
    return;
  g_array_unref (*numbers);
  *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * doublet_myers_run:
 * @self: a matcher
 * @box: the ranges, in which nothing is matched yet
 *
 * Matches tokens of @box by their exact symbols.  The job is marked as capped if that is
 * no longest common subsequence of them because the budget did not suffice.
 */
void
doublet_myers_run (DoubletMyers     *self,
                   const DoubletBox *box)
{
  if (box->a_start == box->a_end || box->b_start == box->b_end)
    return;

  if (box->a_end - box->a_start + box->b_end - box->b_start >= SIFT_FROM)
    {
      match_sifted (self, box);
      forget_if_large (&self->vectors);
      forget_if_large (&self->kept);
      return;
    }

  self->a_offset = box->a_start;
  self->b_offset = box->b_start;
  self->a = self->job->a->exact + box->a_start;
  self->b = self->job->b->exact + box->b_start;
  self->a_places = self->b_places = NULL;
  match_box (self, (DoubletBox){ 0, box->a_end - box->a_start, 0, box->b_end - box->b_start });
}
