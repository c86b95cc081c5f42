/* passage-oracle.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-oracle.h"

#include <string.h>

/*
 * Against the definitions, tried out on every two places.
 */

typedef struct
{
  guint32 place;
  guint32 length;
} Repeat;

static guint32
weigh (const Oracle *self,
       guint32       start,
       guint32       end)
{
  return self->sums[end] - self->sums[start];
}

/* A row at start with that period, as far as it goes. */
static void
try_row (Oracle *self,
         guint32 start,
         guint32 period)
{
  guint32 end = start + period;
  guint32 limit = self->base[self->article[start] + 1];
  guint32 weight;

  if (end >= limit)
    return;
  if (start > self->base[self->article[start]] && self->token[start - 1] == self->token[start - 1 + period])
    return;
  while (end < limit && self->token[end] == self->token[end - period])
    end++;
  if (end - start <= 2 * period)
    return;
  for (guint32 p = 1; p < period; p++)
    if (period % p == 0 && self->common[start][start + p] >= period - p)
      return;
  weight = weigh (self, start, start + period);
  if (weight < self->min_weight && weight * ((end - start) / period) < 2 * self->min_weight)
    return;
  self->n_rows++;
  for (guint32 i = start; i < end; i++)
    {
      self->row[i] = TRUE;
      if (i >= start + period)
        self->row_later[i] = TRUE;
    }
}

static guint
count_articles (const Oracle *self,
                guint32       start,
                guint32       length)
{
  gboolean there[CASE_ARTICLES] = { FALSE };
  guint    n = 0;

  for (guint32 i = 0; i < self->n; i++)
    if (self->common[start][i] >= length)
      {
        n += !there[self->article[i]];
        there[self->article[i]] = TRUE;
      }
  return n;
}

/* The longest run from a place on that could be a passage and stands in most articles. */
static void
mark_in_most (Oracle *self,
              guint32 start)
{
  for (guint32 end = self->base[self->article[start] + 1]; end > start && weigh (self, start, end) >= self->min_weight; end--)
    {
      guint n = count_articles (self, start, end - start);

      if (n < 3 || 2 * n <= self->c->n_articles)
        continue;
      for (guint32 i = start; i < end; i++)
        self->in_most[i] = TRUE;
      return;
    }
}

void
oracle_init (Oracle     *self,
             const Case *c,
             guint32     min_words)
{
  memset (self, 0, sizeof *self);
  self->c = c;
  self->min_weight = 2 * min_words;
  for (guint i = 0; i < c->n_articles; i++)
    {
      self->base[i] = self->n;
      for (guint32 j = 0; j < c->articles[i].n; j++)
        {
          self->article[self->n] = i;
          self->token[self->n] = c->articles[i].symbols[j] * (guint64)4 + c->articles[i].half_words[j];
          self->sums[self->n + 1] = self->sums[self->n] + c->articles[i].half_words[j];
          self->n++;
        }
    }
  self->base[c->n_articles] = self->n;
  for (guint32 i = self->n; i-- > 0;)
    for (guint32 j = self->n; j-- > 0;)
      {
        gboolean last = i + 1 == self->base[self->article[i] + 1] || j + 1 == self->base[self->article[j] + 1];

        if (self->token[i] == self->token[j])
          self->common[i][j] = 1 + (last ? 0 : self->common[i + 1][j + 1]);
      }
  for (guint32 i = 0; i < self->n; i++)
    for (guint32 p = 1; p < self->n; p++)
      try_row (self, i, p);
  for (guint32 i = 0; i < self->n; i++)
    {
      const CaseArticle *article = &c->articles[self->article[i]];

      self->quoted[i] = case_is_in (article->quoted, i - self->base[self->article[i]]);
      self->boilerplate[i] = case_is_in (article->boilerplate, i - self->base[self->article[i]]);
      mark_in_most (self, i);
    }
}

/* How many words from i on stand again at j, in another article or further on. */
static guint32
measure (const Oracle *self,
         guint32       i,
         guint32       j)
{
  guint32 length = self->common[i][j];

  if (self->article[i] == self->article[j])
    length = MIN (length, i < j ? j - i : i - j);
  return weigh (self, i, i + length) >= self->min_weight ? length : 0;
}

/* What stands elsewhere is in an occurrence; and nothing else, unless edited
 * passages may hold it. */
void
oracle_check_coverage (const Oracle          *self,
                       const DoubletPassages *passages,
                       gboolean               exactly)
{
  gboolean truth[MAX_PLACES] = { 0 };
  gboolean found[MAX_PLACES] = { 0 };

  for (guint32 i = 0; i < self->n; i++)
    {
      truth[i] |= self->row[i];
      for (guint32 j = 0; j < self->n; j++)
        if (i != j)
          for (guint32 d = 0; d < measure (self, i, j); d++)
            truth[i + d] = TRUE;
    }
  for (guint32 i = 0; i < passages->n_passages; i++)
    for (guint32 j = 0; j < passages->passages[i].n_occurrences; j++)
      {
        const DoubletOccurrence *here = &passages->passages[i].occurrences[j];

        for (guint32 d = here->start; d < here->end; d++)
          found[self->base[here->article] + d] = TRUE;
      }
  for (guint32 i = 0; i < self->n; i++)
    if (truth[i] || exactly)
      g_assert_cmpint (truth[i], ==, found[i]);
}

static gboolean
is_all_boilerplate (const Oracle *self,
                    guint32       start,
                    guint32       end)
{
  for (guint32 i = start; i < end; i++)
    if (!self->boilerplate[i] && weigh (self, i, i + 1) > 0)
      return FALSE;
  return TRUE;
}

/* What is nothing but boilerplate, wherever it stands, is said to be. */
void
oracle_check_boilerplate (const Oracle          *self,
                          const DoubletPassages *passages)
{
  for (guint32 i = 0; i < passages->n_passages; i++)
    {
      const DoubletPassage *passage = &passages->passages[i];
      gboolean              expected = TRUE;

      for (guint32 j = 0; j < passage->n_occurrences; j++)
        {
          const DoubletOccurrence *here = &passage->occurrences[j];
          guint32                  base = self->base[here->article];

          expected &= is_all_boilerplate (self, base + here->start, base + here->end);
        }
      g_assert_cmpint (passage->boilerplate, ==, expected);
    }
}

void
oracle_check_later (const Oracle          *self,
                    const DoubletPassages *passages)
{
  for (guint article = 0; article < self->c->n_articles; article++)
    {
      gboolean later[MAX_PLACES] = { 0 };
      guint64  sum = 0;

      for (guint32 j = self->base[article]; j < self->base[article + 1]; j++)
        {
          later[j] |= self->row_later[j];
          for (guint32 i = self->base[article]; i < j; i++)
            for (guint32 d = 0; d < measure (self, i, j); d++)
              later[j + d] = TRUE;
        }
      for (guint32 j = self->base[article]; j < self->base[article + 1]; j++)
        sum += later[j] && !self->boilerplate[j] ? weigh (self, j, j + 1) : 0;
      g_assert_cmpuint (sum, ==, passages->later_half_words[article]);
    }
}

static DoubletSharedWords
count_shared (const Oracle *self,
              guint         a,
              guint         b,
              guint32      *longest)
{
  gboolean           shared[MAX_PLACES] = { 0 };
  DoubletSharedWords words = { 0 };

  for (guint32 i = self->base[a]; i < self->base[a + 1]; i++)
    for (guint32 j = self->base[b]; j < self->base[b + 1]; j++)
      for (guint32 d = 0, length = measure (self, i, j); d < length; d++)
        {
          if (!is_all_boilerplate (self, i, i + length))
            *longest = MAX (*longest, weigh (self, i, i + length));
          shared[i + d] = TRUE;
        }
  for (guint32 i = self->base[a]; i < self->base[a + 1]; i++)
    {
      guint32 weight = shared[i] ? weigh (self, i, i + 1) : 0;

      if (self->boilerplate[i])
        {
          words.boilerplate += weight;
          continue;
        }
      words.half_words += weight;
      words.quoted += self->quoted[i] ? weight : 0;
      words.in_most += self->in_most[i] ? weight : 0;
    }
  return words;
}

static void
assert_words (const DoubletSharedWords *words,
              const DoubletSharedWords *expected)
{
  g_assert_cmpuint (words->half_words, ==, expected->half_words);
  g_assert_cmpuint (words->quoted, ==, expected->quoted);
  g_assert_cmpuint (words->in_most, ==, expected->in_most);
  g_assert_cmpuint (words->boilerplate, ==, expected->boilerplate);
}

void
oracle_check_pairs (const Oracle          *self,
                    const DoubletPassages *passages)
{
  guint32 next = 0;

  for (guint a = 0; a < self->c->n_articles; a++)
    for (guint b = a + 1; b < self->c->n_articles; b++)
      {
        const DoubletPairFigures *pair = &passages->pairs[next];
        guint32                   longest = 0;
        DoubletSharedWords        a_in_b = count_shared (self, a, b, &longest);
        DoubletSharedWords        b_in_a = count_shared (self, b, a, &longest);

        if (a_in_b.half_words + a_in_b.boilerplate == 0)
          continue;
        g_assert_cmpuint (next++, <, passages->n_pairs);
        g_assert_cmpuint (pair->a, ==, a);
        g_assert_cmpuint (pair->b, ==, b);
        assert_words (&pair->of_a, &a_in_b);
        assert_words (&pair->of_b, &b_in_a);
        g_assert_cmpuint (pair->longest_half_words, ==, longest);
        g_assert_cmpuint (pair->n_passages + pair->n_boilerplate, >, 0);
      }
  g_assert_cmpuint (next, ==, passages->n_pairs);
}

/* The places of all copies, but of those that have no other apart from them. */
static void
list_copies (const Oracle *self,
             const Repeat *repeat,
             GArray       *places)
{
  for (guint32 i = 0; i < self->n; i++)
    {
      gboolean apart = FALSE;

      if (self->common[i][repeat->place] < repeat->length)
        continue;
      for (guint32 j = 0; j < self->n && !apart; j++)
        apart = self->common[i][j] >= repeat->length &&
                (self->article[i] != self->article[j] || (i < j ? j - i : i - j) >= repeat->length);
      if (apart)
        g_array_append_val (places, i);
    }
}

static int
compare_repeats (const void *a,
                 const void *b)
{
  const Repeat *x = a, *y = b;

  if (x->length != y->length)
    return x->length > y->length ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

/* All maximal repeats by their first copies, the longest first. */
static GArray *
list_repeats (const Oracle *self)
{
  GArray *repeats = g_array_new (FALSE, FALSE, sizeof (Repeat));

  for (guint32 i = 0; i < self->n; i++)
    for (guint32 j = i + 1; j < self->n; j++)
      {
        Repeat   repeat = { i, self->common[i][j] };
        gboolean known = FALSE;

        if (weigh (self, i, i + repeat.length) < self->min_weight)
          continue;
        if (i > self->base[self->article[i]] && j > self->base[self->article[j]] && self->token[i - 1] == self->token[j - 1])
          continue;
        for (guint32 f = 0; f < i; f++)
          if (self->common[f][i] >= repeat.length)
            {
              repeat.place = f;
              break;
            }
        for (guint r = 0; r < repeats->len && !known; r++)
          known = memcmp (&g_array_index (repeats, Repeat, r), &repeat, sizeof repeat) == 0;
        if (!known)
          g_array_append_val (repeats, repeat);
      }
  g_array_sort (repeats, compare_repeats);
  return repeats;
}

/* Marks what one article alone, or two articles, keep.  Returns how many. */
static guint
select_scope (const Oracle *self,
              const GArray *repeats,
              guint         a,
              guint         b,
              gboolean     *kept)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Repeat));
  guint n_kept = 0;

  for (guint r = 0; r < repeats->len; r++)
    {
      const Repeat *repeat = &g_array_index (repeats, Repeat, r);
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint    in_a = 0, in_b = 0;
      gboolean keep = FALSE;

      for (guint32 i = 0; i < self->n; i++)
        {
          gboolean apart = a != b;

          if (self->common[i][repeat->place] < repeat->length || (self->article[i] != a && self->article[i] != b))
            continue;
          for (guint32 j = 0; j < self->n && !apart; j++)
            apart = self->article[j] == a && self->common[i][j] >= repeat->length && (i < j ? j - i : i - j) >= repeat->length;
          if (!apart)
            continue;
          in_a += self->article[i] == a;
          in_b += self->article[i] == b;
          g_array_append_val (places, i);
        }
      if (a == b ? in_a < 2 : in_a == 0 || in_b == 0)
        continue;
      for (guint p = 0; p < places->len; p++)
        {
          guint32  place = g_array_index (places, guint32, p);
          gboolean inside = FALSE;

          for (guint t = 0; t < taken->len && !inside; t++)
            {
              const Repeat *other = &g_array_index (taken, Repeat, t);

              inside = other->place <= place && place + repeat->length <= other->place + other->length;
            }
          keep |= !inside;
        }
      if (!keep)
        continue;
      kept[r] = TRUE;
      n_kept++;
      for (guint p = 0; p < places->len; p++)
        {
          Repeat range = { g_array_index (places, guint32, p), repeat->length };

          g_array_append_val (taken, range);
        }
    }
  return n_kept;
}

static gboolean
is_listed (const Oracle          *self,
           const DoubletPassages *passages,
           const Repeat          *repeat)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));

  list_copies (self, repeat, places);
  for (guint32 i = 0; i < passages->n_passages; i++)
    {
      const DoubletPassage *passage = &passages->passages[i];
      gboolean              same = passage->n_occurrences == places->len;

      for (guint32 j = 0; j < passage->n_occurrences && same; j++)
        {
          const DoubletOccurrence *here = &passage->occurrences[j];

          same = self->base[here->article] + here->start == g_array_index (places, guint32, j) &&
                 here->end - here->start == repeat->length;
        }
      if (same)
        return TRUE;
    }
  return FALSE;
}

/* Only where there are no rows: then the passages are the chosen maximal repeats,
 * no more and no less. */
void
oracle_check_selection (const Oracle          *self,
                        const DoubletPassages *passages)
{
  g_autoptr (GArray) repeats = list_repeats (self);
  g_autofree gboolean *kept = g_new0 (gboolean, MAX (repeats->len, 1));
  guint32              n_kept = 0, next = 0;

  for (guint a = 0; a < self->c->n_articles; a++)
    for (guint b = a; b < self->c->n_articles; b++)
      {
        guint n = select_scope (self, repeats, a, b, kept);

        if (a == b || n == 0)
          continue;
        g_assert_cmpuint (next, <, passages->n_pairs);
        g_assert_cmpuint (passages->pairs[next].n_passages + passages->pairs[next].n_boilerplate, ==, n);
        next++;
      }
  for (guint r = 0; r < repeats->len; r++)
    if (kept[r])
      {
        n_kept++;
        g_assert_true (is_listed (self, passages, &g_array_index (repeats, Repeat, r)));
      }
  g_assert_cmpuint (passages->n_passages, ==, n_kept);
}
