/* test-verbatim-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-cases.h"

#include <math.h>
#include <string.h>

/*
 * Against the definitions, tried out on every two places.
 */

#define MAX_PLACES 400

/* All articles on end. */
typedef struct
{
  const Case *c;
  guint32     min_weight;
  guint32     n;
  guint32     base[CASE_ARTICLES + 1];
  guint       article[MAX_PLACES];
  guint64     token[MAX_PLACES];
  guint32     sums[MAX_PLACES + 1];
  guint16     common[MAX_PLACES][MAX_PLACES]; /* longest common run from two places on */
  gboolean    in_row[MAX_PLACES];             /* begins in a row; see find_rows */
  gboolean    row_later[MAX_PLACES];
  gboolean    row[MAX_PLACES];
  guint       n_rows;
} Oracle;

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

static void
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
static void
check_coverage (const Oracle          *self,
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

static void
check_later (const Oracle          *self,
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
        sum += later[j] ? weigh (self, j, j + 1) : 0;
      g_assert_cmpuint (sum, ==, passages->later_half_words[article]);
    }
}

static guint64
count_shared (const Oracle *self,
              guint         a,
              guint         b,
              guint32      *longest)
{
  gboolean shared[MAX_PLACES] = { 0 };
  guint64  sum = 0;

  for (guint32 i = self->base[a]; i < self->base[a + 1]; i++)
    for (guint32 j = self->base[b]; j < self->base[b + 1]; j++)
      for (guint32 d = 0, length = measure (self, i, j); d < length; d++)
        {
          *longest = MAX (*longest, weigh (self, i, i + length));
          shared[i + d] = TRUE;
        }
  for (guint32 i = self->base[a]; i < self->base[a + 1]; i++)
    sum += shared[i] ? weigh (self, i, i + 1) : 0;
  return sum;
}

static void
check_pairs (const Oracle          *self,
             const DoubletPassages *passages)
{
  guint32 next = 0;

  for (guint a = 0; a < self->c->n_articles; a++)
    for (guint b = a + 1; b < self->c->n_articles; b++)
      {
        const DoubletPairFigures *pair = &passages->pairs[next];
        guint32                   longest = 0;
        guint64                   a_in_b = count_shared (self, a, b, &longest);
        guint64                   b_in_a = count_shared (self, b, a, &longest);

        if (a_in_b == 0)
          continue;
        g_assert_cmpuint (next++, <, passages->n_pairs);
        g_assert_cmpuint (pair->a, ==, a);
        g_assert_cmpuint (pair->b, ==, b);
        g_assert_cmpuint (pair->half_words_of_a_in_b, ==, a_in_b);
        g_assert_cmpuint (pair->half_words_of_b_in_a, ==, b_in_a);
        g_assert_cmpuint (pair->longest_half_words, ==, longest);
        g_assert_cmpuint (pair->n_passages, >, 0);
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
  qsort (repeats->data, repeats->len, sizeof (Repeat), compare_repeats);
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
static void
check_selection (const Oracle          *self,
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
        g_assert_cmpuint (passages->pairs[next++].n_passages, ==, n);
      }
  for (guint r = 0; r < repeats->len; r++)
    if (kept[r])
      {
        n_kept++;
        g_assert_true (is_listed (self, passages, &g_array_index (repeats, Repeat, r)));
      }
  g_assert_cmpuint (passages->n_passages, ==, n_kept);
}

/* Results for the same articles in another order, under their old names. */
static void
check_order (const Case                  *c,
             const DoubletPassageOptions *options,
             const DoubletPassages       *passages,
             GRand                       *random)
{
  guint order[CASE_ARTICLES], names[CASE_ARTICLES];
  Case  other;

  for (guint i = 0; i < c->n_articles; i++)
    order[i] = names[i] = i;
  for (guint i = c->n_articles; i > 1; i--)
    {
      guint j = g_rand_int_range (random, 0, i), swap = order[j];

      order[j] = order[i - 1];
      order[i - 1] = swap;
    }
  case_copy (&other, c, order, c->n_articles);
  {
    g_autoptr (DoubletPassages) again = case_run (&other, options);
    g_autofree char *x = case_describe (passages, names);
    g_autofree char *y = case_describe (again, order);
    g_auto (GStrv) lines_x = g_strsplit (x, "\n", -1);
    g_auto (GStrv) lines_y = g_strsplit (y, "\n", -1);

    for (guint i = 0; lines_x[i] != NULL || lines_y[i] != NULL; i++)
      g_assert_cmpstr (lines_x[i], ==, lines_y[i]);
  }
  case_clear (&other);
}

/* Figures of the first articles do not change with those loaded beside them. */
static void
check_fewer (const Case                  *c,
             const DoubletPassageOptions *options,
             const DoubletPassages       *passages)
{
  guint order[CASE_ARTICLES];
  Case  other;

  if (c->n_articles < 3)
    return;
  for (guint i = 0; i < c->n_articles; i++)
    order[i] = i;
  case_copy (&other, c, order, 2);
  {
    g_autoptr (DoubletPassages) fewer = case_run (&other, options);

    g_assert_cmpuint (fewer->later_half_words[0], ==, passages->later_half_words[0]);
    g_assert_cmpuint (fewer->later_half_words[1], ==, passages->later_half_words[1]);
    if (fewer->n_pairs > 0)
      g_assert_cmpmem (fewer->pairs, sizeof *fewer->pairs, passages->pairs, sizeof *passages->pairs);
    else if (passages->n_pairs > 0)
      g_assert_true (passages->pairs[0].a > 0 || passages->pairs[0].b > 1);
  }
  case_clear (&other);
}

/* Edited passages are alike enough, and add to the figures only. */
static void
check_edited (const DoubletPassages *verbatim,
              const DoubletPassages *edited,
              guint                  min_identical)
{
  for (guint32 i = 0; i < edited->n_passages; i++)
    for (guint32 j = 0; j < edited->passages[i].n_occurrences; j++)
      {
        const DoubletPassage    *passage = &edited->passages[i];
        const DoubletOccurrence *here = &passage->occurrences[j];

        if (passage->match == DOUBLET_PASSAGE_EDITED)
          g_assert_cmpuint (200 * here->identical_half_words, >=, min_identical * (passage->half_words + here->half_words));
      }
  for (guint32 i = 0; i < edited->n_sequences; i++)
    g_assert_cmpuint (edited->later_half_words[i], >=, verbatim->later_half_words[i]);
  g_assert_cmpuint (edited->n_pairs, ==, verbatim->n_pairs);
  for (guint32 i = 0; i < edited->n_pairs; i++)
    {
      g_assert_cmpuint (edited->pairs[i].half_words_of_a_in_b, >=, verbatim->pairs[i].half_words_of_a_in_b);
      g_assert_cmpuint (edited->pairs[i].half_words_of_b_in_a, >=, verbatim->pairs[i].half_words_of_b_in_a);
      g_assert_cmpuint (edited->pairs[i].longest_half_words, ==, verbatim->pairs[i].longest_half_words);
      g_assert_cmpuint (edited->pairs[i].n_passages, >, 0);
    }
}

static guint8
draw_weight (GRand *random,
             guint  mix)
{
  return mix == 0 ? 2 : g_rand_int_range (random, 0, 3);
}

/* Random words, now and then a piece of what came before, in this article or
 * another, or a row of such a piece. */
static void
make_case (Case    *c,
           GRand   *random,
           gboolean with_rows,
           guint32 *min_words)
{
  guint   n_articles = g_rand_int_range (random, 1, 6);
  guint   n_symbols = with_rows ? g_rand_int_range (random, 1, 6) : g_rand_int_range (random, 2, 30);
  guint   mix = g_rand_int_range (random, 0, 3);
  guint8  weights[32];
  guint32 symbols[64];
  guint8  half_words[64];

  case_init (c);
  *min_words = g_rand_int_range (random, 1, 7);
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    weights[i] = draw_weight (random, mix);
  for (guint i = 0; i < n_articles; i++)
    {
      guint32 n = 0;
      guint32 length = g_rand_int_range (random, 0, 61);

      while (n < length)
        {
          guint what = g_rand_int_range (random, 0, 12);
          guint from_article = i > 0 ? g_rand_int_range (random, 0, i) : 0;

          if (what == 0 && i > 0 && c->articles[from_article].n > 0)
            {
              const CaseArticle *from = &c->articles[from_article];
              guint32            start = g_rand_int_range (random, 0, from->n);
              guint32            piece = g_rand_int_range (random, 1, 30);

              for (guint32 j = start; j < from->n && j < start + piece && n < length; j++, n++)
                {
                  symbols[n] = from->symbols[j];
                  half_words[n] = from->half_words[j];
                }
            }
          else if (what == 1 && n > 0)
            {
              guint32 back = g_rand_int_range (random, 1, n + 1);
              guint32 piece = g_rand_int_range (random, 1, with_rows ? 30 : back + 1);

              for (guint32 j = 0; j < piece && n < length; j++, n++)
                {
                  symbols[n] = symbols[n - back];
                  half_words[n] = half_words[n - back];
                }
            }
          else
            {
              symbols[n] = g_rand_int_range (random, 0, n_symbols);
              half_words[n] = mix == 2 && g_rand_int_range (random, 0, 20) == 0 ? draw_weight (random, mix) : weights[symbols[n]];
              n++;
            }
        }
      case_add (c, symbols, half_words, n);
    }
}

static void
check_case (const Case *c,
            guint32     min_words,
            GRand      *random)
{
  DoubletPassageOptions verbatim = { min_words, 0, 80 };
  DoubletPassageOptions edited = { min_words, g_rand_int_range (random, 1, 4), g_rand_int_range (random, 50, 100) };
  g_autofree Oracle *oracle = g_new (Oracle, 1);
  g_autoptr (DoubletPassages) passages = case_run (c, &verbatim);
  g_autoptr (DoubletPassages) with_edits = case_run (c, &edited);

  oracle_init (oracle, c, min_words);
  case_assert_sane (c, passages, min_words);
  g_assert_cmpint (passages->capped, ==, DOUBLET_PASSAGES_CAPPED_NONE);
  check_coverage (oracle, passages, TRUE);
  check_later (oracle, passages);
  check_pairs (oracle, passages);
  if (oracle->n_rows == 0)
    check_selection (oracle, passages);
  check_order (c, &verbatim, passages, random);
  check_fewer (c, &verbatim, passages);

  case_assert_sane (c, with_edits, min_words);
  check_coverage (oracle, with_edits, FALSE);
  check_edited (passages, with_edits, edited.min_identical);
  check_order (c, &edited, with_edits, random);
  check_fewer (c, &edited, with_edits);
}

static void
run_random (guint32  seed,
            guint    n_rounds,
            gboolean with_rows)
{
  for (guint round = 0; round < n_rounds; round++)
    {
      GRand  *random = g_rand_new_with_seed (seed + round);
      guint32 min_words;
      Case    c;

      make_case (&c, random, with_rows, &min_words);
      if (g_test_verbose ())
        {
          g_autofree char *text = case_print (&c);

          g_printerr ("round %u, %u words\n%s", round, min_words, text);
        }
      check_case (&c, min_words, random);
      case_clear (&c);
      g_rand_free (random);
    }
}

static void
test_random_rows (void)
{
  run_random (1000000, 3000, TRUE);
}

static void
test_random_prose (void)
{
  run_random (2000000, 3000, FALSE);
}

/* Cases with nothing in them, or nothing to be found. */
static void
test_nothing (void)
{
  DoubletPassageOptions options = { 6, 2, 80 };
  Case                  c;
  static const guint8   weightless[20];
  static const guint32  same[20];

  for (guint i = 0; i < 6; i++)
    {
      case_init (&c);
      options.min_words = 6;
      switch (i)
        {
        case 0:
          break;
        case 1:
          case_add_words (&c, "");
          break;
        case 2:
          case_add_words (&c, "");
          case_add_words (&c, "1-5");
          case_add_words (&c, "");
          case_add_words (&c, "1-5");
          break;
        case 3:
          case_add (&c, same, weightless, G_N_ELEMENTS (same));
          case_add (&c, same, weightless, G_N_ELEMENTS (same));
          options.min_words = 0;
          break;
        case 4:
          case_add_words (&c, "1-90");
          case_add_words (&c, "1-90");
          options.min_words = G_MAXUINT;
          break;
        default:
          case_add_words (&c, "1-90");
          break;
        }
      {
        g_autoptr (DoubletPassages) passages = case_run (&c, &options);

        case_assert_sane (&c, passages, 1);
        g_assert_cmpuint (passages->n_passages, ==, 0);
        g_assert_cmpuint (passages->n_pairs, ==, 0);
      }
      case_clear (&c);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DoubletProgress       progress = { cancellable, NULL, NULL };
  DoubletPassageOptions options = { 6, 2, 80 };

  g_cancellable_cancel (cancellable);
  g_assert_null (doublet_passage_finder_run (NULL, 0, NULL, &options, &progress));
}

static void
test_reference_count (void)
{
  DoubletPassageOptions options = { 6, 2, 80 };
  Case                  c;

  case_init (&c);
  case_add_words (&c, "1-9 1-9");
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &options);
    g_autoptr (DoubletPassages) again = doublet_passages_ref (passages);

    g_assert_true (again == passages);
    g_assert_cmpuint (again->n_passages, ==, 1);
  }
  case_clear (&c);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbatim-passages/nothing", test_nothing);
  g_test_add_func ("/verbatim-passages/cancelled", test_cancelled);
  g_test_add_func ("/verbatim-passages/reference-count", test_reference_count);
  g_test_add_func ("/verbatim-passages/random-prose", test_random_prose);
  g_test_add_func ("/verbatim-passages/random-rows", test_random_rows);
  return g_test_run ();
}
